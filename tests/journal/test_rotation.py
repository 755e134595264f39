"""Rotating the master key: everything under a new one, or nothing changed, whatever happens on the way."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from conftest import CHEAP_KIB, PASSPHRASE
from examples import filled
from workjournal import paths
from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.journal import leftovers, opening, rotation
from workjournal.journal.journal import Journal
from workjournal.store.copying import CopyDiffers
from workjournal.store.faults import Busy
from workjournal.vault import vault
from workjournal.vault.vault import WrongPassphrase

DAY = dt.date(2026, 11, 19)


class Given(Exception):
    """The work was given up."""


@pytest.fixture
def full(journal: Journal, tmp_path: Path) -> Journal:
    filled(journal, tmp_path)
    large = tmp_path / "large.bin"
    large.write_bytes(os.urandom(400_000))
    journal.episodes.attach(journal.episodes.newest()[0].id, large)
    return journal


def is_whole(journal: Journal) -> None:
    episode = journal.episodes.newest()[0]
    assert (episode.title, [tag.name for tag in episode.tags]) == ("Moved the depot", ["depot"])
    sizes = [
        len(journal.episodes.attachment_content(each.id)) for each in journal.episodes.attachments(episode.id)
    ]
    assert sorted(sizes) == [7, 400_000]
    assert journal.reflections.newest()[0].answers == {"why": "Late"}


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if "journal" in file.name)


def test_the_same_journal_under_another_key(full: Journal, folder: Path) -> None:
    before = full._store.keys
    assert full.ways_in.rotate(PASSPHRASE).dropped == ()
    is_whole(full)
    full.episodes.add(Episode(date=DAY - dt.timedelta(days=1), title="written afterwards"))
    full.close()
    after = vault.unlock(folder, PASSPHRASE)
    assert after.master != before.master
    assert (after.header.generation, after.header.database) == (2, "journal-2.db")
    assert files(folder) == ["journal-2.db"]
    with opening.open_journal(folder, PASSPHRASE) as reopened:
        is_whole(reopened)
        assert reopened.notices == ()
        assert reopened.episodes.count() == 2


def test_the_old_key_reads_nothing_any_more(full: Journal, folder: Path) -> None:
    before = full._store.keys
    full.ways_in.rotate(PASSPHRASE)
    full.close()
    for file in folder.glob("vault.json*"):
        assert not vault.read_header_file(file).is_signed_by(before.master)


def test_again_and_again(full: Journal, folder: Path) -> None:
    for _ in range(3):
        full.ways_in.rotate(PASSPHRASE)
    is_whole(full)
    full.close()
    assert files(folder) == ["journal-4.db"]


def test_the_recovery_code_that_was_given_stays(full: Journal, folder: Path) -> None:
    code = full.ways_in.new_code()
    full.ways_in.add_code(PASSPHRASE, code)
    assert full.ways_in.rotate(code).dropped == ("Passphrase",)
    full.close()
    opening.open_journal(folder, code).close()
    with pytest.raises(WrongPassphrase):
        opening.open_journal(folder, PASSPHRASE)


def test_a_backup_is_made_first(full: Journal) -> None:
    full.ways_in.rotate(PASSPHRASE)
    after, copy = full.backups.all()
    assert (after.state.value, copy.state.value) == ("verified", "of an earlier key")
    opening.open_with(vault.unlock(copy.path, PASSPHRASE)).close()


def test_not_while_another_program_has_it_open(full: Journal, folder: Path) -> None:
    """Seen failing without the exclusive lock: what the other one saved afterwards went into a file nobody opens."""
    with opening.open_journal(folder, PASSPHRASE) as terminal:
        terminal.episodes.newest()
        with pytest.raises(Busy):
            full.ways_in.rotate(PASSPHRASE)
        terminal.drafts.keep("x", {"text": "still saved"})
    assert full.drafts.find("x")
    is_whole(full)
    full.ways_in.rotate(PASSPHRASE)
    assert full.drafts.find("x")


def test_a_wrong_passphrase_changes_nothing(full: Journal, folder: Path) -> None:
    before = (folder / "vault.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        full.ways_in.rotate("somebody else")
    assert (folder / "vault.json").read_bytes() == before


def given_up_at(moment: int) -> Callable[[float, str], None]:
    told = iter(range(10_000))

    def report(_fraction: float, _text: str) -> None:
        if next(told) == moment:
            raise Given

    return report


def test_it_can_be_given_up_at_any_report(full: Journal, folder: Path) -> None:
    moment, given = 0, True
    while given:
        given = False
        try:
            full.ways_in.rotate(PASSPHRASE, report=given_up_at(moment))
        except Given:
            given = True
            assert vault.read_header(folder).generation == 1
            assert files(folder)[0] == "journal.db"
            assert not [name for name in files(folder) if "-2" in name or name.startswith(".")]
        is_whole(full)
        full.drafts.keep("x", {"moment": moment})
        moment += 7
    assert moment > 14


@pytest.mark.parametrize("step", ["copy_rekeyed", "_count", "_swap"])
def test_what_fails_half_way_leaves_it_as_it_was(
    full: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fails(*_anything: object) -> None:
        raise CopyDiffers(folder=folder, found="a test")

    with monkeypatch.context() as broken:
        broken.setattr(rotation, step, fails)
        with pytest.raises(CopyDiffers):
            full.ways_in.rotate(PASSPHRASE)
    is_whole(full)
    full.close()
    assert files(folder) == ["journal.db"]
    with opening.open_journal(folder, PASSPHRASE) as reopened:
        is_whole(reopened)


CHILD = """
import sys, pathlib
from workjournal.vault.slots import passphrase
passphrase.FLOOR_KIB = {kib}; passphrase.calibrated_memory = lambda: {kib}
from workjournal.journal import opening
journal = opening.open_journal(pathlib.Path(sys.argv[1]), sys.argv[2])
print("ready", flush=True)
journal.ways_in.rotate(sys.argv[2])
print("done", flush=True)
"""


def killed(folder: Path, after: float) -> None:
    arguments = [sys.executable, "-c", CHILD.format(kib=CHEAP_KIB), str(folder), PASSPHRASE]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        time.sleep(after)
        os.kill(child.pid, signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("moments", [3, pytest.param(25, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_loses_nothing(full: Journal, folder: Path, moments: int) -> None:
    full.close()
    generations = set()
    for number in range(moments):
        killed(folder, 0.02 + 0.6 * number / moments)
        with opening.open_journal(folder, PASSPHRASE) as journal:
            is_whole(journal)
            assert journal.notices == ()
            generations.add(journal._store.keys.header.generation)
            database = journal._store.keys.header.database
            # A rollback journal of the present one that says something is for SQLite to judge.
            there = [
                name for name in files(folder) if not name.endswith(("-wal", "-shm", f"{database}-journal"))
            ]
            assert there == [database]
        shutil.rmtree(folder / "backups", ignore_errors=True)
    assert len(generations) > 1 or moments == 3


def test_a_disk_too_full_for_the_copy_is_told(full: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 99, 1))
    with pytest.raises(JournalError, match="too little room"):
        full.ways_in.rotate(PASSPHRASE)
    is_whole(full)


def test_the_old_database_is_gone_before_its_lock_is(full: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing: a program that waited for the lock could save into a file that was removed a moment later."""
    removed, refused = rotation._remove, []

    def look(database: Path) -> None:
        if database.exists():
            waiting = driver.connect(str(database), timeout=0)
            with pytest.raises(driver.DatabaseError) as told:
                waiting.execute("SELECT * FROM sqlite_master")
            refused.append(str(told.value))
        removed(database)

    monkeypatch.setattr(rotation, "_remove", look)
    full.ways_in.rotate(PASSPHRASE)
    assert refused == ["database is locked"]
    is_whole(full)


def test_who_opened_it_before_removes_nothing_of_it(full: Journal, folder: Path) -> None:
    """Seen failing: a program that had read the header before the swap took the new database for a leftover."""
    before = full._store.keys
    full.ways_in.rotate(PASSPHRASE)
    full.close()
    paths.ledger_file().unlink(missing_ok=True)
    leftovers.tidy(before)
    with opening.open_journal(folder, PASSPHRASE) as reopened:
        is_whole(reopened)


def test_a_header_that_was_never_put_in_place_is_taken_away(full: Journal, folder: Path) -> None:
    full.close()
    for name in (".vault.json.4711.new", ".vault.json.old.4711.new", ".journal-2.db.4711.new"):
        (folder / name).write_bytes(b"half")
    opening.open_journal(folder, PASSPHRASE).close()
    assert not list(folder.glob(".*.new"))


def test_a_database_of_a_later_key_goes_only_if_its_rotation_was_killed(full: Journal, folder: Path) -> None:
    """An older header may have been put back beside it. Seen failing with `_generation` not looked at."""
    full.close()
    newer = folder / "journal-2.db"
    for pending in (False, True):
        newer.write_bytes(b"another key's")
        if pending:
            leftovers.mark(full._store.keys, newer.name)
        opening.open_journal(folder, PASSPHRASE).close()
        assert newer.exists() is not pending
    assert not (folder / leftovers.MARK).exists()


def test_the_key_to_a_newer_database_is_not_written_over(full: Journal, folder: Path) -> None:
    """Seen failing without `_is_of_a_later_key`."""
    full.close()
    older = (folder / "vault.json").read_bytes(), (folder / "journal.db").read_bytes()
    with opening.open_journal(folder, PASSPHRASE) as journal:
        journal.ways_in.rotate(PASSPHRASE)
    newer = (folder / "vault.json").read_bytes()
    (folder / "vault.json.old").write_bytes(newer)
    for name, content in zip(("vault.json", "journal.db"), older, strict=True):
        (folder / name).write_bytes(content)
    with opening.open_journal(folder, PASSPHRASE) as journal:
        assert journal.notices
        journal.drafts.keep("x", {})
    assert (folder / "vault.json.old").read_bytes() == newer
    assert (folder / "journal-2.db").exists()
