"""A process killed while someone types: the next start is clean, and what was called safe is there."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from conftest import PASSPHRASE, Clock
from workjournal.journal import opening
from workjournal.journal.journal import Journal

TYPIST = Path(__file__).with_name("typist.py")
Typist = subprocess.Popen[str]


@pytest.fixture
def typist() -> Iterator[Typist]:
    with subprocess.Popen(
        [sys.executable, TYPIST], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def killed_while_typing(typist: Typist, folder: Path, seed: int) -> int:
    """Let it type for a moment and kill it; returns how many characters it had called safe."""
    assert typist.stdin
    assert typist.stdout
    typist.stdin.write(f"{folder}\t{PASSPHRASE}\t{seed}\n")
    typist.stdin.flush()
    child, said = 0, [""]
    while not (child and "typing" in said):
        said.append(typist.stdout.readline().strip())
        assert said[-1], "the typist is gone"
        if said[-1].startswith("child"):
            child = int(said[-1].split()[1])
    time.sleep(random.Random(seed).uniform(0.02, 0.4))
    os.kill(child, signal.SIGKILL)
    while said[-1] != "dead":
        said.append(typist.stdout.readline().strip())
    return max((int(line.split()[1]) for line in said if line.startswith("kept")), default=0)


def is_sound(journal: Journal) -> bool:
    """In the order in which SQLCipher's check does not cry wolf: checkpoint, its own, SQLite's."""
    journal._store.checkpoint()
    with journal._store.reading() as session:
        if session.execute(text("PRAGMA cipher_integrity_check")).all():
            return False
        return session.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]


def kill_often(typist: Typist, folder: Path, clock: Clock, times: int, first: int = 0) -> None:
    safe_at_all = 0
    for seed in range(first, first + times):
        safe = killed_while_typing(typist, folder, seed)
        with opening.open_journal(folder, PASSPHRASE, clock) as journal:
            assert is_sound(journal)
            draft = journal.drafts.find("capture")
            there = draft.fields["story"] if draft else ""
            journal.drafts.drop("capture")
        assert len(there) >= safe, seed
        assert "".join(
            f"Sentence {number} of a long day at the depot. " for number in range(3000)
        ).startswith(there)
        safe_at_all += safe
    assert safe_at_all > times * 20  # it did type and keep


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")
def test_what_was_kept_survives_a_kill(typist: Typist, journal: Journal, clock: Clock) -> None:
    journal.close()
    kill_often(typist, journal.folder, clock, 15)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")
@pytest.mark.parametrize("share", range(4))
def test_what_was_kept_survives_two_hundred_kills(
    typist: Typist, journal: Journal, clock: Clock, share: int
) -> None:
    journal.close()
    kill_often(typist, journal.folder, clock, 50, first=share * 50)


def test_what_was_not_kept_would_be_missed(journal: Journal) -> None:
    journal.drafts.keep("capture", {"story": "Sent"})
    draft = journal.drafts.find("capture")
    assert draft
    assert len(draft.fields["story"]) < len("Sentence")  # the control: the comparison above can fail


def test_damage_would_be_noticed(journal: Journal) -> None:
    assert is_sound(journal)
    journal.close()
    database = journal.folder / "journal.db"
    content = bytearray(database.read_bytes())
    content[-9 * 16384 + 5000] ^= 1  # a page of rows; one of the schema makes all of it unreadable
    database.write_bytes(content)
    with opening.open_journal(journal.folder, PASSPHRASE) as reopened:
        assert not is_sound(reopened)
