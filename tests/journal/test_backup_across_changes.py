"""A copy that is being made while the ways in change, and one that is restored where it must not be."""

from typing import Any

import pytest

from conftest import PASSPHRASE
from workjournal.journal.backups import Reason
from workjournal.journal.copies import making
from workjournal.journal.journal import Journal
from workjournal.journal.relocating import InsideItself
from workjournal.vault import vault
from workjournal.vault.vault import WrongPassphrase


def test_a_copy_opens_with_what_opens_the_journal_when_it_is_done(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing: the header was read at the beginning, and the copy opened with the passphrase of before."""
    with_objects = making._with_objects

    def meanwhile(*anything: Any) -> Any:
        journal.ways_in.change_passphrase(journal.ways_in.all()[0].id, PASSPHRASE, "new words here")
        return with_objects(*anything)

    monkeypatch.setattr(making, "_with_objects", meanwhile)
    copy = journal.backups.make(Reason.BY_HAND)
    assert vault.unlock(copy.path, "new words here").master == journal._store.keys.master
    with pytest.raises(WrongPassphrase):
        vault.unlock(copy.path, PASSPHRASE)
    assert journal.backups.rehearse().can_be_restored


@pytest.mark.parametrize("inside", ["backups/mine", "objects/a/mine", "mine"])
def test_a_copy_is_not_restored_into_a_journal(journal: Journal, inside: str) -> None:
    """Seen failing: it would go when the journal around it is destroyed, and stay behind when that is backed up."""
    copy = journal.backups.make(Reason.BY_HAND)
    with pytest.raises(InsideItself):
        journal.backups.restore(copy, journal.folder / inside)
    assert not (journal.folder / inside).exists()
