"""The program for one capture: it holds the journal no longer than that, and becomes the whole one where it is asked to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.capture.conftest import Keyboard
from ui.locking.opened import NoRoom, journal_of
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.settings import Settings
from workjournal.ui import neighbour, tasks
from workjournal.ui.capture.page import DRAFT
from workjournal.ui.lone_capture import LoneCapture

QUIT: list[bool] = []


@pytest.fixture
def lone(
    qtbot: QtBot, qapp: QApplication, vault: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[LoneCapture]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(QApplication, "quit", lambda *_: QUIT.append(True))
    QUIT.clear()
    made = LoneCapture(qapp, Settings.load(), vault, lambda _: None)
    qtbot.addWidget(made.window)
    made.begin()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.close()
    tasks.wait_all()
    qapp.setQuitOnLastWindowClosed(True)
    if made.main is not None:
        made.main.close()
    made.deleteLater()


def opened(vault: Path) -> Journal:
    """As another program opens it; a window's lock would be in the way."""
    lock = opening.lock_for_window(vault)
    lock.take()
    lock.release()
    return opening.open_journal(vault, PASSPHRASE)


def test_unlock_write_save_and_it_is_gone_with_a_backup(
    qtbot: QtBot, lone: LoneCapture, vault: Path, keyboard: Keyboard
) -> None:
    assert lone.window.unlock_page.passphrase.hasFocus()
    keyboard.unlock()
    keyboard.type("Met @Bo yesterday")
    keyboard.save()
    qtbot.waitUntil(lambda: QUIT == [True])
    assert not lone.window.isVisible()
    assert Settings.load().last_vault == str(vault.resolve())
    with opened(vault) as journal:
        (kept,) = journal.episodes.newest()
        assert kept.title == "Met @Bo yesterday"
        assert not journal.backups.due(journal.today())  # the day's was made after the save


def test_escape_keeps_the_draft_and_ends(lone: LoneCapture, vault: Path, keyboard: Keyboard) -> None:
    keyboard.unlock()
    keyboard.type("Half")
    keyboard.press(Qt.Key.Key_Escape)
    tasks.wait_all()
    assert QUIT == [True]
    with opened(vault) as journal:
        draft = journal.drafts.find(DRAFT)
        assert draft is not None
        assert draft.fields["text"] == "Half"


def test_escape_at_the_passphrase_ends(lone: LoneCapture, keyboard: Keyboard) -> None:
    keyboard.type("half a pass")
    keyboard.press(Qt.Key.Key_Escape)
    assert QUIT == [True]
    assert lone.window.unlock_page.passphrase.text() == ""


def test_it_hears_others_once_the_field_was_seen(qtbot: QtBot, lone: LoneCapture, vault: Path) -> None:
    qtbot.waitUntil(lambda: lone._neighbour._folder == vault)
    lone.window.showMinimized()
    assert lone._answer(neighbour.CAPTURE)
    assert not lone.window.isMinimized()


@pytest.mark.parametrize("unlocked", [False, True])
def test_asked_for_the_whole_window_it_becomes_one(
    qtbot: QtBot, lone: LoneCapture, keyboard: Keyboard, unlocked: bool
) -> None:
    if unlocked:
        keyboard.unlock()
        keyboard.type("Half a sentence")
    assert lone._answer(neighbour.RAISE)
    qtbot.waitUntil(lambda: lone.main is not None and lone.main.isVisible())
    assert lone.main is not None
    assert QUIT == []
    assert not lone.window.isVisible()
    if not unlocked:
        assert lone.main.unlock_page.isVisible()
        return
    assert lone.main.workspace is not None
    small = lone.main.outposts.capture_window
    assert small is not None
    assert small.sheet is not None
    assert small.sheet.text.text == "Half a sentence"
    journal_of(lone.main).episodes.add(Episode(date=journal_of(lone.main).today(), title="Alive"))
    assert not lone._answer(neighbour.LOCK)  # that is the window's now


def test_nobody_there_it_keeps_what_is_typed_and_ends(
    qtbot: QtBot, lone: LoneCapture, vault: Path, keyboard: Keyboard
) -> None:
    keyboard.unlock()
    keyboard.type("Half")
    assert lone._triggers is not None
    lone._triggers.fired.emit()
    tasks.wait_all()
    assert QUIT == [True]
    with opened(vault) as journal:
        assert journal.drafts.find(DRAFT) is not None


def test_what_cannot_be_kept_at_a_lock_stays_out_of_sight(
    qtbot: QtBot, lone: LoneCapture, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyboard.unlock()
    keyboard.type("Half")
    assert lone._opened is not None

    def refuse(*_: object, **__: object) -> None:
        raise NoRoom

    with monkeypatch.context() as patch:
        patch.setattr(lone._opened.journal.drafts, "keep", refuse)
        assert lone._answer(neighbour.LOCK)
        qtbot.waitUntil(lambda: not lone.window.isVisible())
        assert not lone._answer(neighbour.CAPTURE)
        assert not lone.window.isVisible()
        assert QUIT == []
    lone._lock()
    tasks.wait_all()
    assert QUIT == [True]
