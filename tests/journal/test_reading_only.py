"""A journal that cannot be written opens for reading, and says so when it is asked to save."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from examples import filled
from small_disk import remount, small_disk
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.store.engine import LogUnread
from workjournal.store.faults import ReadOnly
from workjournal.vault import vault

DAY = dt.date(2026, 11, 19)


@pytest.fixture
def write_protected(new_vault: Path, tmp_path: Path, clock: Clock) -> Iterator[Path]:
    """A filled vault on a disk that cannot be written."""
    with small_disk(tmp_path / "stick", 16) as stick:
        folder = stick / "vault"
        shutil.copytree(new_vault, folder)
        with opening.open_journal(folder, PASSPHRASE, clock) as journal:
            filled(journal, tmp_path)
        remount(stick, "ro")
        yield folder


def test_it_opens_for_reading(write_protected: Path, clock: Clock) -> None:
    before = sorted(write_protected.rglob("*"))
    with opening.open_journal(write_protected, PASSPHRASE, clock) as journal:
        assert journal.read_only
        assert journal.episodes.newest()[0].title == "Moved the depot"
        assert journal.agenda.due(DAY) is not None
        with pytest.raises(ReadOnly, match="cannot be written"):
            journal.episodes.add(Episode(date=DAY, title="x"))
        assert not journal.changed_elsewhere()
    assert sorted(write_protected.rglob("*")) == before


def test_one_that_can_be_written_is_not(journal: Journal) -> None:
    assert not journal.read_only


def test_changes_that_cannot_be_read_in_are_told(
    new_vault: Path, tmp_path: Path, folder: Path, clock: Clock
) -> None:
    """Seen failing without LogUnread: the last saves were not there, and nothing said so."""
    shutil.copytree(new_vault, folder)
    with small_disk(tmp_path / "stick", 16) as stick:
        with opening.open_journal(folder, PASSPHRASE, clock) as journal:
            journal.episodes.add(Episode(date=DAY, title="in the log"))
            shutil.copytree(folder, stick / "vault")  # as a crash at this moment would leave it
        remount(stick, "ro")
        with pytest.raises(LogUnread, match=r"journal\.db-wal"):
            opening.open_journal(stick / "vault", PASSPHRASE, clock)


def test_what_may_be_written_is_known_beforehand(write_protected: Path, journal: Journal) -> None:
    assert not vault.is_writable(write_protected)
    assert vault.is_writable(journal.folder)
