"""A large attachment goes in and out piece by piece; killed, or on a disk that fills, it leaves vault and original whole."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import PASSPHRASE
from examples import DAY
from small_disk import small_disk
from workjournal.domain.attachment import MEGABYTE
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.attachments import unreferenced
from workjournal.journal.checks.findings import Kind
from workjournal.journal.copying_out import CopyUnwritable
from workjournal.journal.journal import Journal
from workjournal.vault.objects import ObjectUnwritable

ATTACHER = Path(__file__).with_name("attacher.py")
GROWTH_KIB = 24 * 1024
"""What may come on top, whatever the size: buffers, and what is loaded on first use."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="VmHWM is Linux's")


def film(where: Path, megabytes: int) -> Path:
    """A file in which no two MB are the same."""
    block = os.urandom(MEGABYTE - 8)
    with where.open("wb") as file:
        for number in range(megabytes):
            file.write(number.to_bytes(8, "big") + block)
    return where


def digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def objects(folder: Path) -> list[Path]:
    return sorted((folder / "objects").glob("*"))


@pytest.fixture
def vault(journal: Journal) -> Path:
    """A closed journal of one episode."""
    journal.episodes.save(Episode(date=DAY, title="Filmed the depot"))
    journal.close()
    return journal.folder


@contextmanager
def attacher(*arguments: Path) -> Iterator[subprocess.Popen[str]]:
    """The process, once it has read a first MB."""
    known = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(
        [sys.executable, ATTACHER, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=known,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{PASSPHRASE}\n")
        process.stdin.flush()
        assert process.stdout.readline() == "read\n"
        yield process
        process.kill()


@pytest.mark.parametrize(
    "megabytes", [100, pytest.param(1024, marks=[pytest.mark.slow, pytest.mark.timeout(600)])]
)
def test_it_goes_in_and_out_without_its_size_in_memory(vault: Path, tmp_path: Path, megabytes: int) -> None:
    """Seen failing with `b"".join` around the segments on the way in, and again on the way out."""
    original, out = film(tmp_path / "film.mp4", megabytes), tmp_path / "out.mp4"
    with attacher(vault, original, out) as process:
        told, _ = process.communicate("\n", timeout=500)
    grew = int(told.removeprefix("grew "))
    assert grew < GROWTH_KIB
    assert digest(out) == digest(original)
    (kept,) = objects(vault)
    assert kept.stat().st_size > megabytes * MEGABYTE


def test_killed_in_the_middle_nothing_of_it_is_left(vault: Path, tmp_path: Path) -> None:
    """Seen failing with `remove_unfinished` left out of the opening."""
    original = film(tmp_path / "film.mp4", 20)
    before = digest(original)
    with attacher(vault, original, tmp_path / "out") as process:
        process.kill()
        process.wait()
        (half,) = objects(vault)
        assert half.suffix == ".new"
    assert digest(original) == before
    with opening.open_journal(vault, PASSPHRASE) as journal:
        assert objects(vault) == []
        (episode,) = journal.episodes.newest()
        assert list(journal.episodes.attachments(episode.id)) == []
        assert journal.episodes.attach(episode.id, original).sha256 == before


def test_what_is_being_written_is_left_alone_by_another_program(vault: Path, tmp_path: Path) -> None:
    """Seen failing without the lock on the file that is being written."""
    original = film(tmp_path / "film.mp4", 5)
    with attacher(vault, original, tmp_path / "out") as process:
        with opening.open_journal(vault, PASSPHRASE) as journal:
            (episode,) = journal.episodes.newest()
            journal.episodes.trash(episode.id)
            journal.episodes.restore(episode.id)  # it can write, too: nobody waits for a long file
            journal.trash.empty()
        told, _ = process.communicate("\n", timeout=60)
    assert told.startswith("grew")
    assert digest(tmp_path / "out") == digest(original)


def test_a_disk_that_fills_keeps_vault_and_original(tmp_path: Path, vault: Path) -> None:
    """Seen failing with the half object left where it was, and with a copy written under its own name at once."""
    original = film(tmp_path / "film.mp4", 12)
    before = digest(original)
    with small_disk(tmp_path / "small", 8) as disk:
        shutil.copytree(vault, disk / "vault")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("workjournal.vault.objects.need_room", lambda *_: None)  # it fills in the middle
            with opening.open_journal(disk / "vault", PASSPHRASE) as journal:
                (episode,) = journal.episodes.newest()
                with pytest.raises(ObjectUnwritable, match=r"No space left.*Nothing was kept"):
                    journal.episodes.attach(episode.id, original)
                assert objects(disk / "vault") == []
                assert list(journal.episodes.attachments(episode.id)) == []
                journal.episodes.save(Episode(date=DAY, title="There is room for words"))
        assert digest(original) == before
        with opening.open_journal(disk / "vault", PASSPHRASE) as journal:
            assert {finding.kind for finding in journal.check().findings} == {Kind.BACKUP}
            with pytest.raises(ObjectUnwritable, match=r"MB free, and 13 MB are needed"):
                journal.episodes.attach(episode.id, original)
            assert unreferenced(journal._store) == []


def test_a_disk_that_fills_while_a_copy_is_written_keeps_what_was_there(
    tmp_path: Path, journal: Journal
) -> None:
    original = film(tmp_path / "film.mp4", 12)
    episode = journal.episodes.save(Episode(date=DAY, title="Filmed the depot"))
    attached = journal.episodes.attach(episode.id, original)
    with small_disk(tmp_path / "small", 4) as disk:
        (disk / "film.mp4").write_bytes(b"another film")
        with pytest.raises(CopyUnwritable, match=r"No space left.*still in the journal"):
            journal.episodes.copy_attachment(attached.id, disk / "film.mp4")
        assert [(file.name, file.read_bytes()) for file in disk.iterdir()] == [("film.mp4", b"another film")]
