"""Backups: made, listed, looked into, kept by a rule. A copy is one only after it was opened and compared."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import PASSPHRASE
from copies import add_days, names
from damage import cut, flip, page_count
from examples import Examples
from small_disk import small_disk
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.backups import (
    Backups,
    Place,
    Reason,
    State,
)
from workjournal.journal.copies.folders import GONE, MANIFEST, UNFINISHED
from workjournal.journal.journal import Journal
from workjournal.store import copying
from workjournal.store.copying import NoRoom, SourceDamaged
from workjournal.vault import vault


class Cancelled(Exception):
    """By the test."""


# Making


def test_a_copy_is_a_folder_with_all_that_belongs_to_it(journal: Journal, one: Examples, large: Path) -> None:
    copy = journal.backups.make(Reason.BY_HAND)
    assert copy.state is State.VERIFIED
    assert (copy.reason, copy.place, copy.missing) == (Reason.BY_HAND, Place.HERE, 0)
    assert copy.path == journal.folder / "backups" / "20261119T180000Z"
    assert copy.made == dt.datetime(2026, 11, 19, 18, tzinfo=dt.UTC)
    assert sorted(path.name for path in copy.path.iterdir()) == [
        "journal.db",
        MANIFEST,
        "objects",
        "vault.json",
    ]
    assert copy.counts["episode"] == 1
    assert copy.counts["goal"] == 2
    assert copy.size > 700_000
    assert journal.backups.all() == [copy]
    assert names(journal) == [copy.path.name]


def test_a_large_attachment_is_linked_not_copied(journal: Journal, large: Path) -> None:
    copy = journal.backups.make(Reason.DAILY)
    linked = copy.path / "objects" / large.name
    assert large.stat().st_nlink == 2
    assert linked.samefile(large)
    large.unlink()  # as the emptied trash does
    assert linked.stat().st_size > 700_000


def test_where_nothing_can_be_linked_it_is_copied(
    journal: Journal, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    copy = journal.backups.make(Reason.DAILY)
    assert large.stat().st_nlink == 1
    assert (copy.path / "objects" / large.name).read_bytes() == large.read_bytes()
    assert journal.backups.rehearse().can_be_restored


def test_an_attachment_that_was_missing_is_told_and_stops_no_backup(journal: Journal, large: Path) -> None:
    large.unlink()
    copy = journal.backups.make(Reason.DAILY)
    assert (copy.state, copy.missing) == (State.VERIFIED, 1)


def test_the_manifest_tells_nothing_to_others(journal: Journal, one: Examples) -> None:
    copy = journal.backups.make(Reason.DAILY)
    sealed = (copy.path / MANIFEST).read_bytes()
    assert b"episode" not in sealed
    assert b"daily" not in sealed


def test_things_in_the_trash_are_not_counted(journal: Journal, one: Examples) -> None:
    journal.episodes.trash(one.episode.id)
    assert journal.backups.make(Reason.DAILY).counts["episode"] == 0


def test_two_in_one_second_have_names_of_their_own(journal: Journal) -> None:
    first, second = journal.backups.make(Reason.DAILY), journal.backups.make(Reason.IMPORT)
    assert first.path != second.path
    assert [copy.path for copy in journal.backups.all()] == [second.path, first.path]


def test_a_copy_opens_as_a_journal_for_reading(journal: Journal, one: Examples) -> None:
    copy = journal.backups.make(Reason.DAILY)
    before = (copy.path / "journal.db").read_bytes()
    with opening.open_journal(copy.path, PASSPHRASE) as opened:
        assert opened.read_only
        assert opened.episodes.get(one.episode.id).title == "Moved the depot"
    assert (copy.path / "journal.db").read_bytes() == before


def test_none_is_made_while_the_journal_is_open_for_reading(journal: Journal) -> None:
    journal.close()
    keys = vault.unlock(journal.folder, PASSPHRASE)
    reading = Backups(type(journal._store).open(keys, read_only=True))
    with pytest.raises(JournalError, match="cannot be written"):
        reading.make(Reason.DAILY)
    assert reading.tend().made is None
    reading.store.close()


# Nothing half


def test_what_a_kill_left_is_gone_with_the_next_one(journal: Journal) -> None:
    for left in (f"{UNFINISHED}20261118T180000Z", f"{GONE}20261117T180000Z"):
        (journal.folder / "backups" / left / "objects").mkdir(parents=True)
        (journal.folder / "backups" / left / "journal.db").write_bytes(b"half")
    assert journal.backups.all() == []
    copy = journal.backups.make(Reason.DAILY)
    assert names(journal) == [copy.path.name]


def test_giving_up_leaves_nothing_and_no_lock(journal: Journal, large: Path) -> None:
    heard: list[float] = []
    journal.backups.make(Reason.DAILY, lambda fraction, _text: heard.append(fraction))
    assert heard == sorted(heard)
    before = names(journal)
    for stop in range(0, len(heard), 3):
        left = iter(range(stop))

        def report(_fraction: float, _text: str, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            journal.backups.make(Reason.DAILY, report)
        assert names(journal) == before
    journal.backups.make(Reason.DAILY)


def test_a_damaged_journal_gets_no_copy(journal: Journal, one: Examples) -> None:
    """Seen failing without the check of the source in `copy_verified`."""
    add_days(journal, 30)
    journal.backups.make(Reason.DAILY)
    before = names(journal)
    journal._store.checkpoint()
    database = journal.folder / "journal.db"
    whole = database.read_bytes()
    spoiling: list[Callable[[], None]] = [
        lambda: flip(database, page_count(database) - 3),
        lambda: cut(database, 3000),
    ]
    for spoil in spoiling:
        spoil()
        with pytest.raises(SourceDamaged, match="page"):
            journal.backups.make(Reason.DAILY)
        assert names(journal) == before
        assert journal.backups.tend().made is None
        database.write_bytes(whole)


def test_too_little_room_is_told_remembered_and_forgotten(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
        with pytest.raises(NoRoom, match=r"0\.0 MB are free"):
            journal.backups.make(Reason.DAILY)
        assert names(journal) == []
        tended = journal.backups.tend()
        assert tended.made is None
        assert "too little room" in tended.trouble
    assert "too little room" in Backups(journal._store).trouble()  # another program knows it too
    assert journal.backups.tend().made
    assert journal.backups.trouble() == Backups(journal._store).trouble() == ""


def test_a_full_disk_keeps_no_half_copy(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_days(journal, 30)
    journal.close()
    monkeypatch.setattr(copying, "need_room", lambda *_: None)
    with small_disk(tmp_path / "disk", 7) as disk:
        shutil.copytree(journal.folder, disk / "vault")
        with opening.open_journal(disk / "vault", PASSPHRASE) as there:
            (disk / "filling").write_bytes(bytes(shutil.disk_usage(disk).free - 150_000))
            with pytest.raises(JournalError, match=r"full|No space"):
                there.backups.make(Reason.DAILY)
            assert names(there) == []
            assert "full" in there.backups.tend().trouble
            (disk / "filling").unlink()
            assert there.backups.tend().made
            assert there.backups.trouble() == ""
