"""The journal's folder: told, moved, renamed, deleted; the window does it, so here one sees what it is asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.asking import asked, is_asked, press, type_in
from ui.showing import on_screen
from workjournal.journal.copies.folders import Reason
from workjournal.journal.journal import Journal
from workjournal.ui import errands, tasks
from workjournal.ui.dialogs.destroy_journal import DestroyJournalDialog
from workjournal.ui.dialogs.move_journal import MoveJournalDialog
from workjournal.ui.safety.journal_card import JournalCard


@pytest.fixture
def run() -> list[object]:
    """What the window was asked to do."""
    return []


@pytest.fixture
def card(qtbot: QtBot, journal: Journal, run: list[object]) -> JournalCard:
    made = JournalCard(journal)
    made.errand.connect(run.append)
    made.refresh()
    tasks.wait_all()
    return on_screen(qtbot, made)


def test_says_where_it_lies(card: JournalCard, journal: Journal) -> None:
    assert card.called.text() == "vault"
    assert card.path.text() == str(journal.folder)
    assert not card.synced.isVisible()
    assert card.path.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_synced_folder_is_named_and_can_be_left(qtbot: QtBot, journal: Journal) -> None:
    (journal.folder.parent / ".dropbox").mkdir()
    card = JournalCard(journal)
    card.refresh()
    on_screen(qtbot, card)
    tasks.wait_all()
    assert card.synced.isVisible()
    assert card.synced_words.text().startswith("Dropbox copies this folder")
    card.move_out.setFocus()
    press(Qt.Key.Key_Space)
    asked(MoveJournalDialog).reject()


def test_renames(card: JournalCard, journal: Journal, run: list[object]) -> None:
    card.rename.setFocus()
    press(Qt.Key.Key_Space)
    dialog = asked(MoveJournalDialog)
    assert dialog.name.hasFocus()
    press()
    assert "already" in dialog.problem.text()  # its own present name
    type_in(dialog.name, "a/b")
    press()
    assert "without slashes" in dialog.problem.text()
    type_in(dialog.name, "My year")
    press()
    assert run == [errands.Move(journal.folder.parent / "My year")]
    assert not is_asked(MoveJournalDialog)


def test_moves_to_a_chosen_folder(
    card: JournalCard, tmp_path: Path, run: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(tmp_path / "stick")))
    card.move_folder.setFocus()
    press(Qt.Key.Key_Space)
    dialog = asked(MoveJournalDialog)
    assert dialog.choose.hasFocus()
    press()
    assert dialog.outcome.text() == f"It will be {tmp_path / 'stick' / 'vault'}."
    assert dialog.agree.hasFocus()
    press()
    assert run == [errands.Move(tmp_path / "stick" / "vault")]


def test_a_synced_target_is_told_before(qtbot: QtBot, card: JournalCard, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    card.ask_where(renaming=False)
    dialog = asked(MoveJournalDialog)
    type_in(dialog.place, str(tmp_path / "Dropbox"))
    qtbot.waitUntil(lambda: "Dropbox copies" in dialog.outcome.text())
    dialog.reject()


def test_deleting_takes_the_name_and_a_passphrase(
    card: JournalCard, journal: Journal, run: list[object], tmp_path: Path
) -> None:
    journal.backups.make(Reason.BY_HAND)
    (tmp_path / "stick").mkdir()
    journal.backups.set_second_place(tmp_path / "stick")
    journal.backups.tend()
    card.destroy_journal.setFocus()
    press(Qt.Key.Key_Space)
    dialog = asked(DestroyJournalDialog)
    assert "backup" in dialog.gone_words.text()
    assert str(tmp_path / "stick") in dialog.stays.text()
    assert dialog.name.hasFocus()
    assert not dialog.agree.isEnabled()
    press(Qt.Key.Key_Tab)
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert run == []
    type_in(dialog.name, "vault")
    press()
    type_in(dialog.confirm, "not that one")
    press()
    assert "does not open" in dialog.problem.text()
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert run == [errands.Destroy(PASSPHRASE)]
    assert PASSPHRASE not in repr(run)
    assert journal.folder.exists()
