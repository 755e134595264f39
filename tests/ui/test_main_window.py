"""The window from the entrance to the journal and back, in the real order of events."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance.recovery_code import RecoveryCodePage
from workjournal.ui.main_window import MainWindow
from workjournal.ui.screens.today import TodayScreen

PASSPHRASE = "seven brown kettles argue"


class Restarts:
    """Stands in for replacing the process, and remembers with which vault."""

    def __init__(self) -> None:
        self.folders: list[Path] = []

    def __call__(self, folder: Path) -> None:
        self.folders.append(folder)


@pytest.fixture
def restarts() -> Restarts:
    return Restarts()


@pytest.fixture
def vault(todays_vault: Path, folder: Path) -> Path:
    return Path(shutil.copytree(todays_vault, folder))


@pytest.fixture
def window(qtbot: QtBot, vault: Path, restarts: Restarts) -> Iterator[MainWindow]:
    made = MainWindow(Settings.load(), vault, restart=restarts)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    yield made
    made.close()
    tasks.wait_all()


def unlock(qtbot: QtBot, window: MainWindow, passphrase: str = PASSPHRASE) -> None:
    qtbot.keyClicks(window.unlock_page.passphrase, passphrase)
    qtbot.keyClick(window.unlock_page.passphrase, Qt.Key.Key_Return)
    tasks.wait_all()


def test_from_unlock_to_a_saved_episode_by_keyboard(qtbot: QtBot, window: MainWindow, vault: Path) -> None:
    assert window.unlock_page.passphrase.hasFocus()
    unlock(qtbot, window)
    assert window.workspace is not None
    today = window.workspace.stack.currentWidget()
    assert isinstance(today, TodayScreen)
    assert today.text.hasFocus()
    qtbot.keyClicks(today.text, "Handed the plan to Priya")
    qtbot.keyClick(today.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: today.text.text == "")
    window.close()
    with opening.open_journal(vault, PASSPHRASE) as journal:
        assert [episode.title for episode in journal.episodes.newest()] == ["Handed the plan to Priya"]


def test_a_wrong_passphrase_is_said_in_its_place(qtbot: QtBot, window: MainWindow) -> None:
    unlock(qtbot, window, "not this one")
    assert window.workspace is None
    assert window.unlock_page.problem.isVisible()
    assert "does not open" in window.unlock_page.problem.text()
    assert window.unlock_page.passphrase.hasFocus()
    window.unlock_page.passphrase.clear()
    unlock(qtbot, window)
    assert window.workspace is not None


def test_a_second_window_is_told_so(
    qtbot: QtBot, window: MainWindow, vault: Path, restarts: Restarts
) -> None:
    unlock(qtbot, window)
    second = MainWindow(Settings.load(), vault, restart=restarts)
    qtbot.addWidget(second)
    second.show()
    unlock(qtbot, second)
    assert second.workspace is None
    assert "already open" in second.unlock_page.problem.text()


def test_locking_saves_closes_and_replaces_the_process(
    qtbot: QtBot, window: MainWindow, vault: Path, restarts: Restarts
) -> None:
    unlock(qtbot, window)
    assert window.workspace is not None
    today = window.workspace.stack.currentWidget()
    assert isinstance(today, TodayScreen)
    qtbot.keyClicks(today.text, "Half a sentence")
    window.workspace.commands["lock"].run()
    assert restarts.folders == [vault]
    qtbot.waitUntil(lambda: not window.findChildren(TodayScreen))
    with opening.open_journal(vault, PASSPHRASE) as journal:
        draft = journal.drafts.find("capture")
        assert draft is not None
        assert draft.fields["text"] == "Half a sentence"


def test_a_save_from_elsewhere_shows_at_once(qtbot: QtBot, window: MainWindow) -> None:
    unlock(qtbot, window)
    assert window.workspace is not None
    today = window.workspace.stack.currentWidget()
    assert isinstance(today, TodayScreen)
    journal = window._opened.journal  # type: ignore[union-attr]
    journal.episodes.add(Episode(date=journal.today(), title="By another way"))
    qtbot.waitUntil(lambda: [row.title for row in today.timeline.rows()] == ["By another way"])  # type: ignore[attr-defined]


def test_the_palette_goes_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    unlock(qtbot, window)
    assert window.workspace is not None
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.workspace.jumping.palette
    assert palette is not None
    qtbot.waitUntil(palette.query.hasFocus)
    qtbot.keyClicks(palette.query, "growth")
    qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    assert window.workspace.stack.currentWidget() is window.workspace.screen_of("growth")


def test_making_a_journal(qtbot: QtBot, tmp_path: Path, restarts: Restarts) -> None:
    window = MainWindow(Settings(), None, restart=restarts)
    qtbot.addWidget(window)
    show_active(qtbot, window)
    window.entrance.turn("create")
    page = window.entrance.new_page
    qtbot.waitUntil(page.passphrase.hasFocus)
    page.folder.setText(str(tmp_path / "mine"))
    qtbot.keyClicks(page.passphrase, PASSPHRASE)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.keyClicks(page.again, "something else")
    qtbot.keyClick(page.again, Qt.Key.Key_Return)
    assert "not the same" in page.problem.text()
    page.again.clear()
    qtbot.keyClicks(page.again, PASSPHRASE)
    qtbot.keyClick(page.again, Qt.Key.Key_Return)
    tasks.wait_all()
    code = window.entrance.page("recovery_code")
    assert isinstance(code, RecoveryCodePage)
    code.later.click()
    assert window.workspace is not None
    assert page.passphrase.text() == ""
    assert Settings.load().last_vault == str(tmp_path / "mine")
    window.close()


def test_the_passphrase_can_be_shown(window: MainWindow) -> None:
    page = window.unlock_page
    (reveal,) = page.passphrase.actions()
    reveal.trigger()
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Normal
    reveal.trigger()
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Password


def test_the_theme_is_switched_and_remembered(qtbot: QtBot, window: MainWindow) -> None:
    unlock(qtbot, window)
    assert window.workspace is not None
    window.workspace.commands["theme"].run()
    assert Settings.load().theme == "dark"
    window.workspace.commands["theme"].run()
    assert Settings.load().theme == "light"
