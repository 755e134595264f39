"""Journals made beside the opened one, and which backups there are to make them of."""

from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from copies import add_days
from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.journal.copies.folders import State, copies_in
from workjournal.journal.journal import Journal
from workjournal.journal.restoring import free_name
from workjournal.store.integrity import unheard
from workjournal.vault.vault import WrongPassphrase


def test_a_free_name_is_beside(tmp_path: Path) -> None:
    assert free_name(tmp_path / "vault") == tmp_path / "vault-restored"
    (tmp_path / "vault-restored").mkdir()
    (tmp_path / "vault-restored-2").touch()
    assert free_name(tmp_path / "vault") == tmp_path / "vault-restored-3"


def test_copies_are_found_in_whatever_folder_is_chosen(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    journal.backups.set_second_place(tmp_path / "stick")
    old = journal.backups.make(Reason.DAILY)
    clock.forward(days=1)
    new = journal.backups.make(Reason.DAILY)
    journal.backups.tend()
    (own,) = (tmp_path / "stick").iterdir()
    for folder in (journal.folder, journal.folder / "backups", tmp_path / "stick", own):
        assert [copy.path.name for copy in copies_in(folder)] == [new.path.name, old.path.name]
    assert [copy.path for copy in copies_in(old.path)] == [old.path]
    renamed = old.path.rename(tmp_path / "my copy")
    (found,) = copies_in(renamed)
    assert (found.path, found.size > 0) == (renamed, True)
    assert copies_in(tmp_path / "nowhere") == []


def test_copies_with_other_ways_in_are_counted(journal: Journal, clock: Clock, tmp_path: Path) -> None:
    journal.backups.set_second_place(tmp_path)
    journal.backups.make(Reason.DAILY)
    journal.backups.tend()
    way = journal.ways_in.all()[0]
    journal.ways_in.rename(way.id, "Another name")
    assert journal.backups.unlike() == 0
    journal.ways_in.change_passphrase(way.id, PASSPHRASE, "four other old words")
    assert journal.backups.unlike() == 2
    journal.backups.reseal()
    assert journal.backups.unlike() == 0


def test_beside_a_damaged_header_it_cannot_be_told(journal: Journal) -> None:
    journal.backups.make(Reason.DAILY)
    (journal.folder / "vault.json").write_bytes(b"no")
    assert journal.backups.unlike() == 0


def test_another_use_makes_no_other_way_in(journal: Journal, clock: Clock) -> None:
    journal.backups.make(Reason.DAILY)
    journal.close()
    clock.forward(days=1)
    with opening.open_journal(journal.folder, PASSPHRASE, clock) as again:
        assert again.backups.unlike() == 0


def test_the_opened_keys_restore_a_copy_and_earlier_ones_need_their_secret(
    journal: Journal, tmp_path: Path
) -> None:
    add_days(journal, 2)
    copy = journal.backups.make(Reason.BY_HAND)
    journal.backups.restore(copy, tmp_path / "one")
    journal.ways_in.rotate(PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        journal.backups.restore(copy, tmp_path / "two")
    journal.backups.restore(copy, tmp_path / "two", PASSPHRASE)
    for name in ("one", "two"):
        with opening.open_journal(tmp_path / name, PASSPHRASE) as restored:
            assert restored.episodes.count() == 2


def test_any_copy_is_tried_and_only_the_newest_is_remembered(journal: Journal, clock: Clock) -> None:
    old = journal.backups.make(Reason.DAILY)
    clock.forward(days=1)
    journal.backups.make(Reason.DAILY)
    (old.path / "manifest").write_bytes(b"no")
    found = journal.backups.rehearse(unheard, old)
    assert (found.copy, found.can_be_restored) == (old, False)
    assert journal.backups.trouble() == ""
    assert journal.backups.rehearse().can_be_restored
    assert {copy.state for copy in journal.backups.all()} == {State.VERIFIED, State.UNREADABLE}


def test_an_opened_journal_is_rescued_while_it_goes_on(journal: Journal, tmp_path: Path) -> None:
    """With what is still in the log, and with a second save while it is copied."""
    add_days(journal, 3)
    once = [True]

    def write(_fraction: float, _text: str) -> None:
        if once:
            once.clear()
            add_days(journal, 1, "Meanwhile")

    rescued = journal.rescue(PASSPHRASE, tmp_path / "rescued", write)
    assert rescued.findings == ()
    assert rescued.rows["episode"] in {3, 4}
    assert journal.episodes.count() == 4
    with opening.open_journal(tmp_path / "rescued", PASSPHRASE) as opened:
        assert opened.episodes.count() == rescued.rows["episode"]
        assert opened.notices == ()


def test_a_folder_that_held_a_newer_journal_is_no_older_state(journal: Journal, tmp_path: Path) -> None:
    """Seen failing where the rescue does not note its new vault: it was told to be older than when last open."""
    target = tmp_path / "again"
    journal.rescue(PASSPHRASE, target)
    for _ in range(3):
        with opening.open_journal(target, PASSPHRASE) as opened:
            add_days(opened, 1)
    target.rename(tmp_path / "away")
    assert journal.rescue(PASSPHRASE, target).findings == ()
