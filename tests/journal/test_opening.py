"""Making and opening a journal, and what is told when it does not work."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from examples import DAY
from small_disk import small_disk
from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.store import migrations
from workjournal.store.engine import DatabaseUnreadable
from workjournal.store.faults import DiskFull
from workjournal.store.migrations import NewerSchema
from workjournal.store.store import Store
from workjournal.vault import vault
from workjournal.vault.header import HeaderDamaged
from workjournal.vault.locks import AlreadyOpen
from workjournal.vault.vault import DatabaseMissing, NotAVault, VaultExists, WrongPassphrase


def test_what_was_written_is_there_after_the_next_start(journal: Journal, clock: Clock) -> None:
    journal.episodes.save(Episode(date=DAY, title="Größe"))
    journal.close()
    with opening.open_journal(journal.folder, PASSPHRASE, clock) as reopened:
        assert [episode.title for episode in reopened.episodes.newest()] == ["Größe"]


def test_now_is_the_clocks(journal: Journal, clock: Clock) -> None:
    assert journal.now() == clock.now
    assert journal.now().tzinfo is not None
    assert journal.today() == clock.now.astimezone().date()


def test_a_wrong_passphrase_opens_nothing(journal: Journal) -> None:
    with pytest.raises(WrongPassphrase):
        opening.open_journal(journal.folder, "wrong")


def test_a_journal_is_not_made_over_another(journal: Journal) -> None:
    with pytest.raises(VaultExists):
        opening.create(journal.folder, PASSPHRASE)


def test_whether_there_is_one_is_seen_without_a_key(journal: Journal, tmp_path: Path) -> None:
    opening.need_journal(journal.folder)
    with pytest.raises(NotAVault):
        opening.need_journal(tmp_path)
    journal.close()
    (journal.folder / "journal.db").unlink()
    with pytest.raises(DatabaseMissing):
        opening.need_journal(journal.folder)
    (journal.folder / "vault.json").write_text("{}")
    with pytest.raises(HeaderDamaged):
        opening.need_journal(journal.folder)


def test_a_damaged_database_is_not_taken_for_a_wrong_passphrase(folder: Path) -> None:
    opening.create(folder, PASSPHRASE).close()
    (folder / "journal.db").write_bytes(bytes(65536))
    with pytest.raises(DatabaseUnreadable):
        opening.open_journal(folder, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        opening.open_journal(folder, "wrong")


def test_a_making_that_failed_can_be_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_store: Store) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(Store, "checkpoint", fails)
        with pytest.raises(OSError):  # noqa: PT011 - any will do
            opening.create(folder, PASSPHRASE)
    assert [*folder.iterdir()] == []
    opening.create(folder, PASSPHRASE).close()


def test_the_window_locks_the_terminal_does_not(journal: Journal, clock: Clock) -> None:
    first, second = opening.lock_for_window(journal.folder), opening.lock_for_window(journal.folder)
    first.take()
    with pytest.raises(AlreadyOpen):
        second.take()
    with opening.open_journal(journal.folder, PASSPHRASE, clock) as terminal:
        terminal.episodes.save(Episode(date=DAY, title="From the terminal"))
    assert [episode.title for episode in journal.episodes.newest()] == ["From the terminal"]
    first.release()


def test_every_error_is_one_a_person_can_read() -> None:
    def below(kind: type[JournalError]) -> set[type[JournalError]]:
        return {kind}.union(*map(below, kind.__subclasses__()))

    for error in below(JournalError) - {JournalError}:
        message = " ".join((error.__doc__ or "").split())
        assert message.endswith((".", "}")), error
        assert len(message) < 250, error


@pytest.mark.parametrize("left", [0, 1, 4096])
def test_a_database_that_lost_its_content_is_no_empty_journal(folder: Path, left: int) -> None:
    opening.create(folder, PASSPHRASE).close()
    database = folder / "journal.db"
    with database.open("r+b") as file:
        file.truncate(left)
    before = database.read_bytes()
    with pytest.raises(DatabaseUnreadable):
        opening.open_journal(folder, PASSPHRASE)
    assert database.read_bytes() == before


def test_a_header_that_cannot_be_written_keeps_nobody_out(
    journal: Journal, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing on a full disk: the day of the slot's last use could not be noted, so nothing was opened."""

    def full(*_anything: object) -> None:
        raise OSError(28, "No space left on device")

    journal.episodes.add(Episode(date=DAY, title="Here"))
    journal.close()
    clock.forward(days=1)
    with monkeypatch.context() as disk:
        disk.setattr(vault, "write_durably", full)
        with opening.open_journal(journal.folder, PASSPHRASE, clock) as opened:
            assert [episode.title for episode in opened.episodes.newest()] == ["Here"]


def test_a_newer_schema_leaves_the_header_as_it_is_too(
    journal: Journal, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing when the day of the last use was noted first."""
    journal.close()
    clock.forward(days=1)
    before = (journal.folder / "vault.json").read_bytes()
    monkeypatch.setattr(migrations, "HEAD", "0001")
    with pytest.raises(NewerSchema, match="left unchanged"):
        opening.open_journal(journal.folder, PASSPHRASE, clock)
    assert (journal.folder / "vault.json").read_bytes() == before


def test_a_full_disk_is_not_told_as_damage(journal: Journal, clock: Clock, tmp_path: Path) -> None:
    """Seen failing: without room for its shared memory SQLite says "disk I/O error", as of a disk that is dying."""
    journal.episodes.add(Episode(date=DAY, title="Here"))
    journal.close()
    clock.forward(days=1)
    with small_disk(tmp_path / "disk", 6) as disk:
        shutil.copytree(journal.folder, disk / "vault")
        filler = os.open(disk / "filler", os.O_WRONLY | os.O_CREAT)
        with suppress(OSError):
            while True:
                os.write(filler, bytes(4096))
        os.close(filler)
        with pytest.raises(DiskFull):
            opening.open_journal(disk / "vault", PASSPHRASE, clock)
        (disk / "filler").unlink()
        with opening.open_journal(disk / "vault", PASSPHRASE, clock) as opened:
            assert opened.episodes.count() == 1
