"""Backups that are there: restored beside the journal, sealed again, removed, kept in a second place."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from copies import add_days
from ui.asking import asked, is_asked, press, type_in
from ui.backups_page import choose, chosen, look, press_button, rows, settle
from ui.showing import on_screen
from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.journal.copies.folders import Copy, Place, State
from workjournal.journal.journal import Journal
from workjournal.ui import errands, tasks
from workjournal.ui.dialogs.beside import BesideDialog
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.screens.backups import BackupsScreen


@pytest.fixture
def run() -> list[object]:
    """What the window was asked to do."""
    return []


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, run: list[object]) -> BackupsScreen:
    made = on_screen(qtbot, BackupsScreen(journal))
    made.errand.connect(run.append)
    return made


def test_restores_beside_by_keyboard_and_opens_it(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, run: list[object]
) -> None:
    add_days(journal, 2)
    journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    press()  # Enter on the list leads on to the button
    assert screen.copy.restore.hasFocus()
    press(Qt.Key.Key_Space)
    dialog = asked(BesideDialog)
    assert dialog.target.text() == str(journal.folder.with_name("vault-restored"))
    assert not dialog.secret.isVisible()
    type_in(dialog.target, str(journal.folder))
    press()
    assert "already holds something" in dialog.problem.text()
    target = journal.folder.with_name("again")
    type_in(dialog.target, str(target))
    press()
    assert "2 episode(s)" in dialog.words.text()
    assert dialog.agree.hasFocus()
    press(Qt.Key.Key_Space)
    assert run[-1] == errands.Open(target)
    with opening.open_journal(target, PASSPHRASE) as restored:
        assert restored.episodes.count() == 2


def test_giving_up_a_restore_leaves_nothing(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_days(journal, 1)
    journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    begun, go_on = Event(), Event()
    restore = journal.backups.restore

    def slow(copy: Copy, target: Path, secret: str, report: object) -> Path:
        begun.set()
        go_on.wait(10)
        return restore(copy, target, secret, report)  # type: ignore[arg-type]

    monkeypatch.setattr(journal.backups, "restore", slow)
    screen.copy.restore.click()
    dialog = asked(BesideDialog)
    dialog.agree.click()
    begun.wait(10)
    dialog.reject()
    assert dialog.isVisible()
    go_on.set()
    tasks.wait_all()
    assert dialog.isVisible()  # what was typed is still there
    assert not journal.folder.with_name("vault-restored").exists()
    dialog.reject()
    assert not is_asked(BesideDialog)


def test_one_of_an_earlier_key_asks_for_a_secret_of_that_time(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal
) -> None:
    add_days(journal, 1)
    journal.backups.make(Reason.BY_HAND)
    journal.ways_in.rotate(PASSPHRASE)
    look(screen, qtbot)
    old = next(copy for copy in journal.backups.all() if copy.state is State.EARLIER_KEY)
    choose(qtbot, screen, old)
    assert not screen.copy.rehearse.isEnabled()
    assert not screen.copy.difference.isVisible()
    screen.copy.restore.click()
    dialog = asked(BesideDialog)
    assert dialog.secret.hasFocus()
    press()
    assert dialog.problem.text() == "Type the passphrase or recovery code."
    type_in(dialog.secret, "something else")
    press()
    assert "does not open" in dialog.problem.text()
    type_in(dialog.secret, PASSPHRASE)
    press()
    assert journal.folder.with_name("vault-restored").is_dir()
    dialog.reject()


def test_removing_asks_and_the_newest_stays(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, clock: Clock
) -> None:
    add_days(journal, 1)
    old = journal.backups.make(Reason.BY_HAND)
    clock.forward(hours=1)
    new = journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    press(Qt.Key.Key_Delete)
    asked(ConfirmDialog).agree.click()
    settle(qtbot)
    assert "so it stays" in screen.said.text()
    choose(qtbot, screen, old)
    screen.copy.remove.click()
    asked(ConfirmDialog).reject()
    assert len(journal.backups.all()) == 2
    screen.copy.remove.click()
    asked(ConfirmDialog).agree.click()
    settle(qtbot)
    assert [copy.path for copy in journal.backups.all()] == [new.path]
    assert chosen(screen).path == new.path


def test_copies_that_open_otherwise_are_sealed_again(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal
) -> None:
    journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    assert not screen.sealing.isVisible()
    journal.ways_in.change_passphrase(journal.ways_in.all()[0].id, PASSPHRASE, "four other old words")
    look(screen, qtbot)
    assert screen.sealing.isVisible()
    press_button(qtbot, screen.seal)
    assert not screen.sealing.isVisible()
    assert screen.said.text() == "The backups open as the journal does."
    with opening.open_journal(chosen(screen).path, "four other old words") as copy:
        assert copy.read_only


def test_a_second_place_is_chosen_and_given_up(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    stick = tmp_path / "stick"
    for folder, inside in ((journal.folder / "backups", True), (stick, False)):
        folder.mkdir(exist_ok=True)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, chosen=folder: str(chosen))
        press_button(qtbot, screen.place.choose)
        assert ("inside the journal" in screen.place.problem.text()) is inside
    assert screen.place.reach.text() == "Reachable"
    assert {copy.place for copy in journal.backups.all()} == {Place.HERE, Place.SECOND}
    assert len(rows(screen)) == 2
    stick.rename(tmp_path / "unplugged")
    look(screen, qtbot)
    assert screen.place.reach.text() == "Not reachable"
    press_button(qtbot, screen.place.stop)
    assert journal.backups.second_place() is None
    assert not screen.place.stop.isVisible()
