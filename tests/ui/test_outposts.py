"""The tray, where there is one, and the band in the window where there is none."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from ui.locking.opened import Open, journal_of, present, space_of
from workjournal.domain.episode import Episode
from workjournal.settings import Settings
from workjournal.ui import program
from workjournal.ui.dialogs.capture_key import CaptureKeyDialog, command
from workjournal.ui.main_window import MainWindow
from workjournal.ui.reminders import Notice
from workjournal.ui.screens.settings import SettingsScreen
from workjournal.ui.tray import Tray

pytest_plugins = ("ui.locking.conftest",)
NOTICE = Notice("Time to look back on the day", "1 stretch goal to look at.")


class Panel:
    """A desktop with a tray, as far as a test can have one."""

    def __init__(self) -> None:
        self.there = True
        self.messages: list[tuple[str, str]] = []


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Panel]:
    made = Panel()
    shown: set[int] = set()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: made.there)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda icon: shown.add(id(icon)))
    monkeypatch.setattr(QSystemTrayIcon, "hide", lambda icon: shown.discard(id(icon)))
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda icon: id(icon) in shown)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, *words: made.messages.append((words[0], words[1]))
    )
    yield made
    QApplication.setQuitOnLastWindowClosed(True)


def tray_of(window: MainWindow) -> Tray:
    window.outposts.start()
    assert window.outposts.tray is not None
    return window.outposts.tray


def pressed(window: MainWindow, words: str) -> None:
    (action,) = [each for each in tray_of(window).menu.actions() if each.text() == words]
    assert action.isEnabled()
    action.trigger()


def answers(window: MainWindow) -> dict[str, QPushButton]:
    assert window.outposts.band is not None
    return {each.text(): each for each in window.outposts.band.findChildren(QPushButton)}


def test_the_menu_captures_opens_and_locks(
    qtbot: QtBot, window: MainWindow, panel: Panel, restarted: list[object]
) -> None:
    window.showMinimized()
    pressed(window, "Open Workjournal")
    qtbot.waitUntil(lambda: not window.isMinimized())
    pressed(window, "Capture")
    qtbot.waitUntil(
        lambda: window.outposts.capture_window is not None and window.outposts.capture_window.isVisible()
    )
    pressed(window, "Lock the journal")
    qtbot.waitUntil(lambda: bool(restarted))
    assert not tray_of(window).lock_action.isEnabled()


def test_a_reminder_says_no_word_of_the_journal_and_is_put_off_in_the_menu(
    window: MainWindow, panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: False)
    journal_of(window).episodes.add(Episode(date=journal_of(window).today(), title="Wombat told Quokka"))
    tray = tray_of(window)
    assert not any(action.isVisible() for action in tray.put_offs)
    window.outposts.reminders.due.emit(NOTICE)
    assert panel.messages == [(NOTICE.heading, NOTICE.words)]
    assert all(action.isVisible() for action in tray.put_offs)
    pressed(window, "Remind me in an hour")
    assert window.settings.snoozed
    assert window.outposts.band is None
    assert not any(action.isVisible() for action in tray.put_offs)


def test_without_a_tray_it_is_said_in_the_window(
    qtbot: QtBot, window: MainWindow, panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: False)
    panel.there = False
    tray_of(window)
    window.outposts.reminders.due.emit(NOTICE)
    assert panel.messages == []
    band = window.outposts.band
    assert band is not None
    qtbot.waitUntil(band.isVisible)
    assert band.words.text() == f"{NOTICE.heading}. {NOTICE.words}"
    answers(window)["Tomorrow"].click()
    assert window.outposts.band is None
    assert window.settings.reminded
    assert not window.settings.snoozed
    window.outposts.reminders.due.emit(NOTICE)
    answers(window)["Write"].click()
    assert window.outposts.capture_window is not None
    assert window.outposts.capture_window.isVisible()


def test_a_cover_takes_what_is_said_away(window: MainWindow, panel: Panel) -> None:
    window.outposts.reminders.due.emit(NOTICE)
    window.cover(free=True)
    assert window.outposts.band is None
    window._uncover()
    assert window.outposts.reminders._journal is not None


def test_closed_it_stays_in_the_tray_where_that_is_wanted(
    qtbot: QtBot, window: MainWindow, panel: Panel
) -> None:
    window.settings.stay_in_tray = True
    tray_of(window)
    window.close()
    assert not window.isVisible()
    assert window.workspace is not None  # open as before, and locked by itself after a pause
    assert program._place_of_window() == program.TRAY
    assert not QApplication.quitOnLastWindowClosed()
    pressed(window, "Open Workjournal")
    qtbot.waitUntil(window.isVisible)
    assert program._place_of_window() != program.TRAY


def test_without_a_tray_or_the_wish_closing_is_the_end(window: MainWindow, panel: Panel) -> None:
    tray_of(window)
    window.settings.stay_in_tray = True
    panel.there = False
    window.close()
    assert window.workspace is None


def test_quit_is_the_end(
    qtbot: QtBot, window: MainWindow, panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: ended.append(True))
    window.settings.stay_in_tray = True
    tray_of(window)
    window.close()
    pressed(window, "Quit")
    qtbot.waitUntil(lambda: bool(ended))
    assert window.workspace is None


def test_locked_in_the_tray_the_fresh_program_is_there_too(
    qtbot: QtBot, open_window: Open, panel: Panel
) -> None:
    window = open_window()
    window.close()
    program._show(window, program.TRAY)
    assert not window.isVisible()
    assert tray_of(window).icon.isVisible()
    QApplication.setQuitOnLastWindowClosed(True)
    panel.there = False
    program._show(window, program.TRAY)
    assert window.isMinimized()


def test_it_is_asked_once_quietly(qtbot: QtBot, window: MainWindow, panel: Panel) -> None:
    journal_of(window).episodes.add(Episode(date=journal_of(window).today(), title="First"))
    qtbot.waitUntil(lambda: window.outposts.band is not None)
    assert set(answers(window)) == {"Choose when…", "Choose a key…", "No"}
    answers(window)["Choose when…"].click()
    settings = present(window)
    assert isinstance(settings, SettingsScreen)
    assert settings.rows["reminders"].field.widget.hasFocus()
    assert Settings.load().reminders == "off"


def test_the_settings_say_that_there_is_no_tray(window: MainWindow, qtbot: QtBot, panel: Panel) -> None:
    panel.there = False
    space_of(window).commands["reminders"].run()
    row = present(window).rows["stay_in_tray"]
    assert "shows no icons in a tray" in row.words.text()
    assert not row.isEnabled()
    panel.there = True
    space_of(window).commands["reminders"].run()
    assert "its icon captures" in row.words.text()
    assert row.isEnabled()


def test_the_key_dialog_gives_the_command_of_this_installation(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.commands["capture-key"].run()  # type: ignore[union-attr]
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CaptureKeyDialog)
    assert dialog.command.text() == command()
    assert command().endswith("--capture")
    dialog.copy.click()
    assert QApplication.clipboard().text() == command()
    told = set()
    for desktop in ("gnome", "kde", "other", "windows", "macos"):
        dialog.desktop.choice = desktop
        told.add(dialog.steps.text())
    assert len(told) == 5
    assert all("Ctrl+Alt+J" in words for words in told)
    dialog.accept()
