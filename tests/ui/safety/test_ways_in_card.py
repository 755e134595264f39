"""The ways into the journal: each change by the keyboard, on a real vault, with its backups."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from conftest import PASSPHRASE
from ui.asking import asked, is_asked, press, type_in
from ui.showing import on_screen
from workjournal.journal import opening
from workjournal.journal.copies.folders import Reason
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.prove import ProveDialog
from workjournal.ui.dialogs.rename import RenameDialog
from workjournal.ui.dialogs.set_passphrase import SetPassphraseDialog
from workjournal.ui.safety.ways_in_card import WaysInCard
from workjournal.ui.widgets.row_list import Row
from workjournal.vault.vault import WrongPassphrase

NEW = "nine slow lanterns whistle"


@pytest.fixture
def card(qtbot: QtBot, journal: Journal) -> WaysInCard:
    made = WaysInCard(journal)
    made.changed.connect(made.refresh)
    made.refresh()
    return on_screen(qtbot, made)


def names(card: WaysInCard) -> list[str]:
    return [row.title for row in card.ways.rows() if isinstance(row, Row)]


def choose(card: WaysInCard, journal: Journal, name: str) -> None:
    assert card.ways.choose(journal.ways_in.identify(name).id)


def start(button: object) -> None:
    """Press a button by the keyboard."""
    button.setFocus()  # type: ignore[attr-defined]
    press(Qt.Key.Key_Space)


def test_each_is_told_with_its_strength(card: WaysInCard, journal: Journal) -> None:
    journal.ways_in.add_code(PASSPHRASE, journal.ways_in.new_code())
    card.refresh()
    (first, code) = (row for row in card.ways.rows() if isinstance(row, Row))
    assert "as strong as its words" in first.second
    assert [chip.text for chip in first.chips] == ["Opened it now"]
    assert "as safe as its sheet" in code.second
    assert not code.chips
    assert "Each guess" in card.about.text()
    choose(card, journal, "Recovery code")
    assert "whoever finds the sheet" in card.about.text()
    assert not card.change.isVisible()


def test_changing_takes_the_old_one_away_from_the_backups_too(card: WaysInCard, journal: Journal) -> None:
    copy = journal.backups.make(Reason.BY_HAND)
    card.ways.setFocus()
    press()
    assert card.change.hasFocus()
    press(Qt.Key.Key_Space)
    dialog = asked(SetPassphraseDialog)
    assert dialog.new.passphrase.hasFocus()
    type_in(dialog.new.passphrase, NEW)
    press()
    type_in(dialog.new.again, NEW)
    press()
    assert dialog.confirm.hasFocus()
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert not is_asked(SetPassphraseDialog)
    journal.ways_in.confirm(NEW)
    for folder in (journal.folder, copy.path):
        with pytest.raises(WrongPassphrase):
            opening.open_journal(folder, PASSPHRASE)
    opening.open_journal(copy.path, NEW).close()
    assert card.said.text().startswith("“Passphrase” was changed. 1 backup")
    assert card.result.isVisible()


def test_a_wrong_passphrase_is_said_beside_the_field_and_nothing_is_lost(
    card: WaysInCard, journal: Journal
) -> None:
    start(card.change)
    dialog = asked(SetPassphraseDialog)
    type_in(dialog.new.passphrase, NEW)
    type_in(dialog.new.again, NEW)
    type_in(dialog.confirm, "not that one")
    press()
    assert "does not open" in dialog.problem.text()
    assert dialog.confirm.hasFocus()
    assert dialog.new.again.text() == NEW
    journal.ways_in.confirm(PASSPHRASE)
    press(Qt.Key.Key_Escape)
    assert not is_asked(SetPassphraseDialog)


def test_two_that_differ_and_none_to_confirm(card: WaysInCard) -> None:
    start(card.change)
    dialog = asked(SetPassphraseDialog)
    type_in(dialog.new.passphrase, NEW)
    type_in(dialog.new.again, f"{NEW}!")
    start(dialog.agree)
    assert "not the same" in dialog.problem.text()
    type_in(dialog.new.again, NEW)
    start(dialog.agree)
    assert dialog.confirm.hasFocus()
    assert "opens the journal now" in dialog.problem.text()


def test_adds_a_passphrase_under_a_name(card: WaysInCard, journal: Journal) -> None:
    start(card.add_passphrase)
    dialog = asked(SetPassphraseDialog)
    assert dialog.name.hasFocus()
    type_in(dialog.name, "At home")
    press()
    type_in(dialog.new.passphrase, "abc")
    type_in(dialog.new.again, "abc")
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert dialog.agree.text() == "Use it anyway"  # very weak, so only on purpose
    press()
    assert names(card) == ["Passphrase", "At home"]
    journal.ways_in.confirm("abc")


def test_renames(card: WaysInCard, journal: Journal) -> None:
    start(card.rename)
    dialog = asked(RenameDialog)
    type_in(dialog.name, " ")
    press()
    assert "needs a name" in dialog.problem.text()
    type_in(dialog.name, "On the laptop")
    press()
    assert names(card) == ["On the laptop"]


def test_the_last_one_stays(card: WaysInCard, journal: Journal) -> None:
    card.ways.setFocus()
    press(Qt.Key.Key_Delete)
    dialog = asked(ProveDialog)
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert "last passphrase or recovery code" in dialog.problem.text()
    assert names(card) == ["Passphrase"]


def test_removes_one_from_the_backups_too(card: WaysInCard, journal: Journal) -> None:
    journal.ways_in.add_passphrase(PASSPHRASE, NEW, "At home")
    copy = journal.backups.make(Reason.BY_HAND)
    card.refresh()
    choose(card, journal, "At home")
    start(card.remove)
    type_in(asked(ProveDialog).confirm, PASSPHRASE)
    press()
    assert names(card) == ["Passphrase"]
    assert "“At home” opens the journal no longer." in card.said.text()
    with pytest.raises(WrongPassphrase):
        opening.open_journal(copy.path, NEW)


def test_backups_that_cannot_follow_are_told(card: WaysInCard, journal: Journal) -> None:
    """The change itself counts; that the copies still open with the old one must not be passed over."""
    copy = journal.backups.make(Reason.BY_HAND)
    header = copy.path / "vault.json"
    header.unlink()
    header.mkdir()
    start(card.change)
    dialog = asked(SetPassphraseDialog)
    for field, text in ((dialog.new.passphrase, NEW), (dialog.new.again, NEW), (dialog.confirm, PASSPHRASE)):
        type_in(field, text)
    press()
    journal.ways_in.confirm(NEW)
    assert "was changed" in card.said.text()
    assert "opens as the journal does" not in card.said.text()


def test_a_keyring_that_does_not_answer_is_told_in_its_place(card: WaysInCard) -> None:
    start(card.add_keyring)
    assert "keyring cannot be used" in card.problem.text()
    assert card.problem.isVisible()
    assert card.add_keyring.hasFocus(), "the next one rotates the master key"
    assert not is_asked(ProveDialog)


def test_a_keyring_is_offered_honestly(card: WaysInCard) -> None:
    card._offer_keyring("Secret Service")
    dialog = asked(ProveDialog)
    assert "Secret Service" in dialog.words.text()
    assert "weaker than your passphrase" in dialog.words.text()
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert "keyring cannot be used" in dialog.problem.text()


def test_a_dialog_does_not_close_while_it_works(card: WaysInCard) -> None:
    start(card.rename)
    dialog = asked(RenameDialog)
    type_in(dialog.name, "Desk")
    dialog.go_on()
    assert dialog.is_busy()
    assert not dialog.fields.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    tasks.wait_all()
    assert not is_asked(RenameDialog)


def test_a_dialog_that_is_hidden_by_the_lock_is_gone(qtbot: QtBot, card: WaysInCard) -> None:
    start(card.change)
    dialog = asked(SetPassphraseDialog)
    type_in(dialog.new.passphrase, NEW)
    type_in(dialog.new.again, NEW)
    type_in(dialog.confirm, PASSPHRASE)
    dialog.carry_out(lambda _report: None, lambda _: None, dialog.confirm)
    dialog.close()
    assert dialog.isVisible()
    dialog.hide()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_changed_passphrase_stays_the_chosen_one(qtbot: QtBot, card: WaysInCard, journal: Journal) -> None:
    journal.ways_in.add_passphrase(PASSPHRASE, "four quiet barges drift", "Second")
    card.refresh()
    choose(card, journal, "Second")
    start(card.change)
    dialog = asked(SetPassphraseDialog)
    for field, text in ((dialog.new.passphrase, NEW), (dialog.new.again, NEW), (dialog.confirm, PASSPHRASE)):
        type_in(field, text)
    press()
    assert "was changed" in card.said.text()
    assert card.ways.current_id() == journal.ways_in.identify("Second").id
    card.activateWindow()
    qtbot.waitUntil(card.change.hasFocus)
