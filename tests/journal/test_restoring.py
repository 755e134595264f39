"""Restoring: always a new journal, verified, which opens as the copy did; never over anything."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from copies import add_days
from damage import cut, flip, page_count
from examples import Examples
from workjournal.errors import JournalError
from workjournal.journal import opening, restoring
from workjournal.journal.backups import Copy, Reason
from workjournal.journal.copies.folders import MANIFEST
from workjournal.journal.copies.making import copy_durably
from workjournal.journal.journal import Journal
from workjournal.journal.restoring import CopyDamaged, copies_beside, restore
from workjournal.journal.rotation import rotate
from workjournal.store.copying import CopyDiffers, NoRoom
from workjournal.vault import vault, ways_in
from workjournal.vault.vault import VaultExists, WrongPassphrase

NEW_PASSPHRASE = "nine calm lanterns drift"


class Cancelled(Exception):
    """By the test."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "restored"


def spoil_header(copy: Path) -> None:
    file = copy / "vault.json"
    file.write_text(file.read_text().replace('"generation": 1', '"generation": 2'))


# A whole copy


def test_all_there_was_is_there_again(
    journal: Journal, one: Examples, copy: Copy, large: Path, target: Path
) -> None:
    before = journal.episodes.attachments(one.episode.id)
    contents = [journal.episodes.attachment_content(each.id) for each in before]
    for episode in journal.episodes.newest():
        journal.episodes.trash(episode.id)
    journal.close()
    shutil.rmtree(journal.folder / "objects")
    assert restore(copy.path, target, PASSPHRASE) == target
    with opening.open_journal(target, PASSPHRASE) as restored:
        assert restored.episodes.count() == 31
        assert restored.episodes.get(one.episode.id).title == "Moved the depot"
        assert [restored.episodes.attachment_content(each.id) for each in before] == contents
        assert len(max(contents, key=len)) == 700_000
        assert restored.notices == ()
        add_days(restored, 1)  # it can be written, though the copy cannot
        assert restored.backups.make(Reason.DAILY).counts["episode"] == 32
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in target.glob("*.*")} == {0o600}
        assert stat.S_IMODE(target.stat().st_mode) == 0o700
    there = {path.name for path in target.iterdir()} - {"vault.lock", "vault.json.old", "backups"}
    assert there == {"journal.db", "objects", "vault.json"}


def test_its_files_are_its_own(copy: Copy, target: Path) -> None:
    """What is changed in the restored journal must not change the copy."""
    restore(copy.path, target, PASSPHRASE)
    assert {path.stat().st_nlink for path in target.rglob("*") if path.is_file()} == {1}


def test_in_the_place_of_the_damaged_one_it_is_no_surprise(journal: Journal, copy: Copy) -> None:
    """The ledger knows a newer state of that folder. Seen failing without its note in `restore`."""
    add_days(journal, 1)
    journal.close()
    damaged = journal.folder.rename(journal.folder.with_name("damaged"))
    restore(damaged / "backups" / copy.path.name, journal.folder, PASSPHRASE)
    with opening.open_journal(journal.folder, PASSPHRASE) as restored:
        assert restored.notices == ()


def test_with_the_keys_at_hand_no_secret_is_asked_for(journal: Journal, copy: Copy, target: Path) -> None:
    restore(copy.path, target, journal._store.keys)
    with opening.open_journal(target, PASSPHRASE) as restored:
        assert restored.episodes.count() == 31


def test_a_copy_opens_with_the_passphrase_of_its_time(journal: Journal, copy: Copy, target: Path) -> None:
    keys = ways_in.change_passphrase(journal._store.keys, journal._store.keys.slot_id, NEW_PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        restore(copy.path, target, NEW_PASSPHRASE)
    assert not target.exists()
    restore(copy.path, target, PASSPHRASE)
    assert vault.unlock(target, PASSPHRASE).master == keys.master


def test_a_copy_of_an_earlier_key_is_restored_by_its_passphrase(
    journal: Journal, copy: Copy, target: Path
) -> None:
    rotate(journal._store, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        restore(copy.path, target, journal._store.keys)
    restore(copy.path, target, PASSPHRASE)
    with opening.open_journal(target, PASSPHRASE) as restored:
        assert restored.episodes.count() == 31


def test_copies_are_found_without_a_key(journal: Journal, clock: Clock, copy: Copy, target: Path) -> None:
    clock.forward(days=1)
    newer = journal.backups.make(Reason.DAILY)
    journal.close()
    (journal.folder / "vault.json").write_bytes(b"noise")
    (journal.folder / "journal.db").unlink()
    found = copies_beside(journal.folder)
    assert [(each.path, each.made, each.size) for each in found] == [
        (each.path, each.made, each.size) for each in (newer, copy)
    ]
    restore(found[0].path, target, PASSPHRASE)
    assert copies_beside(target) == []


def test_into_an_empty_folder_that_is_there(copy: Copy, target: Path) -> None:
    target.mkdir()
    restore(copy.path, target, PASSPHRASE)
    assert vault.unlock(target, PASSPHRASE)


# What is refused


def test_nothing_is_restored_over_something(journal: Journal, copy: Copy, target: Path) -> None:
    for place in (journal.folder, copy.path, target):
        target.mkdir(exist_ok=True)
        (target / "mine.txt").write_text("mine")
        before = sorted(path.name for path in place.iterdir())
        with pytest.raises(VaultExists):
            restore(copy.path, place, PASSPHRASE)
        assert sorted(path.name for path in place.iterdir()) == before
    target = target / "mine.txt"
    with pytest.raises(VaultExists):
        restore(copy.path, target, PASSPHRASE)
    assert target.read_text() == "mine"


@pytest.mark.parametrize("part", ["page", "cut", "header", "manifest", "object", "lost object"])
def test_a_damaged_copy_is_refused_by_name(copy: Copy, large: Path, target: Path, part: str) -> None:
    """Seen failing without the first `examine`: told as a fault of the new place, or of nothing at all."""
    database = copy.path / "journal.db"
    database.chmod(0o600)
    match part:
        case "page":
            flip(database, page_count(database) - 2)
        case "cut":
            cut(database, 16384 * 2)
        case "header":
            spoil_header(copy.path)
        case "manifest":
            (copy.path / MANIFEST).unlink()
        case "object":
            large.write_bytes(large.read_bytes()[:-1])
        case _:
            (copy.path / "objects" / large.name).unlink()
    with pytest.raises(JournalError) as caught:
        restore(copy.path, target, PASSPHRASE)
    if part != "header":
        assert isinstance(caught.value, CopyDamaged)
        assert copy.path.name in str(caught.value)
    assert not target.exists()


def test_too_little_room_makes_nothing(copy: Copy, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    with pytest.raises(NoRoom):
        restore(copy.path, target, PASSPHRASE)
    assert not target.exists()


def test_giving_up_leaves_nothing(copy: Copy, target: Path) -> None:
    heard: list[float] = []
    restore(copy.path, target, PASSPHRASE, lambda fraction, _text: heard.append(fraction))
    assert heard == sorted(heard)
    shutil.rmtree(target)
    for stop in range(0, len(heard) - 1, 3):
        left = iter(range(stop))

        def report(_fraction: float, _text: str, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            restore(copy.path, target, PASSPHRASE, report)
        assert not target.exists()


def test_what_came_out_otherwise_is_not_kept(
    copy: Copy, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing disk. Seen failing without `_compare`."""
    real = copy_durably

    def spoilt(source: Path, there: Path) -> None:
        real(source, there)
        if there.suffix == ".db":
            flip(there, 9)

    monkeypatch.setattr(restoring, "copy_durably", spoilt)
    with pytest.raises(CopyDiffers):
        restore(copy.path, target, PASSPHRASE)
    assert not target.exists()


def test_what_a_kill_left_is_known_and_made_again(copy: Copy, target: Path) -> None:
    (target / "objects").mkdir(parents=True)
    (target / restoring.UNFINISHED).touch()
    (target / "journal.db").write_bytes(b"half")
    restore(copy.path, target, PASSPHRASE)
    with opening.open_journal(target, PASSPHRASE) as restored:
        assert restored.episodes.count() == 31
