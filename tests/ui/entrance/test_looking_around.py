"""Looking around in the sample journal, by keyboard: made, marked all the time, and thrown away."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.entrance.conftest import Open, at, press, tab_to
from workjournal.domain.episode import Episode
from workjournal.journal import demo
from workjournal.settings import Settings
from workjournal.ui import errands, tasks
from workjournal.ui.entrance.begin import BeginPage
from workjournal.ui.entrance.sample import SamplePage
from workjournal.ui.main_window import MainWindow
from workjournal.ui.widgets.band import Band
from workjournal.ui.widgets.message_dialog import MessageDialog

ENTER = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where it is made, and a story of a few days."""
    made = tmp_path / "runtime"
    made.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(made))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(made))
    monkeypatch.setattr(demo, "YEAR", dt.timedelta(weeks=2))
    return made


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    """In the sample."""
    opened = open_window(None)
    page = opened.entrance.currentWidget()
    assert isinstance(page, BeginPage)
    tab_to(page.sample)
    press(ENTER)
    assert opened.workspace is not None
    return opened


def answer(window: MainWindow, words: str) -> QPushButton:
    (band,) = (band for band in window.findChildren(Band) if band.isVisible())
    assert "nothing here is kept" in band.words.text()
    return next(button for button in band.findChildren(QPushButton) if button.text() == words)


def left_in(place: Path) -> list[str]:
    """What is there but the sockets of windows."""
    return [path.name for path in place.iterdir() if path.is_dir()]


def test_it_is_marked_and_no_list_knows_of_it(window: MainWindow, place: Path) -> None:
    assert answer(window, "Create my own journal").isVisible()
    assert len(left_in(place)) == 1
    assert Settings.load().recent == []
    assert window._triggers is None
    assert window.outposts.capture()
    assert window.outposts.capture_window is None


def test_from_there_to_ones_own_journal(window: MainWindow, place: Path) -> None:
    """Seen failing with the folder left to the next start."""
    space = window.workspace
    tab_to(answer(window, "Create my own journal"))
    press(ENTER)
    assert at() is window.entrance.new_page.passphrase
    assert window.workspace is None
    assert space is not None
    assert left_in(place) == []
    assert Settings.load().last_vault == ""


@pytest.mark.parametrize("way", ["leave", "lock"])
def test_left_it_is_gone_and_can_be_looked_at_again(
    window: MainWindow, qtbot: QtBot, place: Path, way: str
) -> None:
    if way == "leave":
        answer(window, "Leave").click()
    else:
        window.lock()
    page = window.entrance.currentWidget()
    assert isinstance(page, BeginPage)
    assert left_in(place) == []
    qtbot.wait(1)  # the screens of the first one go
    tab_to(page.sample)
    press(ENTER)
    assert window.workspace is not None
    assert len(left_in(place)) == 1


def test_closed_it_is_gone(window: MainWindow, place: Path) -> None:
    window.close()
    assert left_in(place) == []


def test_what_would_outlive_it_is_refused(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert window.workspace is not None
    window.workspace.errand.emit(errands.Move(tmp_path / "mine"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MessageDialog)
    dialog.reject()
    assert window.workspace is not None
    assert not (tmp_path / "mine").exists()


def test_nobody_is_asked_about_reminders_there(window: MainWindow, qtbot: QtBot) -> None:
    assert window._opened is not None
    journal = window._opened.journal
    journal.episodes.add(Episode(date=journal.today(), title="Tried on"))
    qtbot.wait(20)
    assert window.outposts.band is None
    assert Settings.load().reminders == ""


def test_while_it_is_made_it_can_be_given_up(
    open_window: Open, qtbot: QtBot, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with Cancel only turning the page: the sample opened over it a moment later."""
    under_way, go_on = threading.Event(), threading.Event()
    told = demo.tell

    def tell(*arguments: object, **options: object) -> None:
        options["report"](0.3, "2026-03-05")  # type: ignore[operator]
        under_way.set()
        go_on.wait(20)
        told(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(demo, "tell", tell)
    window = open_window(None)
    window.entrance.turn("sample")
    page = window.entrance.currentWidget()
    assert isinstance(page, SamplePage)
    qtbot.waitUntil(under_way.is_set)
    qtbot.waitUntil(lambda: "March 2026" in page.progress_words.text())
    assert page.waiting.value() == 300
    assert at() is page.back
    page.back.click()
    assert not page.back.isEnabled()
    go_on.set()
    tasks.wait_all()
    assert isinstance(window.entrance.currentWidget(), BeginPage)
    assert window.workspace is None
    assert left_in(place) == []


def test_closed_while_it_is_made_nothing_is_left(open_window: Open, place: Path) -> None:
    window = open_window(None)
    window.entrance.turn("sample")
    window.close()
    tasks.wait_all()
    assert left_in(place) == []


def test_what_went_wrong_is_said_on_its_page(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workjournal.journal.private_folder.SPARE", 1 << 60)
    window = open_window(None)
    window.entrance.turn("sample")
    tasks.wait_all()
    page = window.entrance.currentWidget()
    assert isinstance(page, SamplePage)
    assert "the disk is full" in page.problem.text()
    assert page.back.text() == "Back"
    press(ENTER)
    assert isinstance(window.entrance.currentWidget(), BeginPage)
