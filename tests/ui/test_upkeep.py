"""What the window does for the journal by itself, and what it says of it: at the foot of the rail, over the screens."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from conftest import Clock
from copies import add_days
from ui.showing import show_active
from workjournal.errors import JournalError
from workjournal.journal.backups import Reason
from workjournal.journal.journal import Journal
from workjournal.journal.upkeep import Health
from workjournal.settings import Settings
from workjournal.ui import errands, tasks, upkeep
from workjournal.ui.entrance.opening_work import NoLock, Opened
from workjournal.ui.main_window import MainWindow
from workjournal.ui.upkeep import Concern, Upkeep
from workjournal.ui.widgets.band import Band
from workjournal.ui.workspace import Workspace


class DiskGone(JournalError):
    """The disk is gone. `workjournal check` tells what is left."""


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def kept(qtbot: QtBot, journal: Journal, told: list[object], monkeypatch: pytest.MonkeyPatch) -> Upkeep:
    monkeypatch.setattr(upkeep, "AFTER_MS", 1)
    made = Upkeep(journal)
    made.guarded.connect(told.append)
    made.concerned.connect(told.append)
    return made


def let_it_work(qtbot: QtBot, kept: Upkeep) -> None:
    kept.start()
    qtbot.waitUntil(lambda: kept._task is not None or kept._done)
    tasks.wait_all()


def bands(space: Workspace) -> list[str]:
    return [band.words.text() for band in space.findChildren(Band) if band.isVisible()]


def test_makes_the_backup_of_the_day_and_says_so(
    qtbot: QtBot, kept: Upkeep, journal: Journal, told: list[object], clock: Clock
) -> None:
    add_days(journal, 1)
    let_it_work(qtbot, kept)
    assert [copy.reason for copy in journal.backups.all()] == [Reason.DAILY]
    assert told == ["Backed up today. Works offline.", None]
    clock.forward(days=3)
    kept.look_again()
    tasks.wait_all()
    assert told[-2:] == ["Backed up 3 day(s) ago", None]


def test_once_is_enough(qtbot: QtBot, kept: Upkeep, journal: Journal, clock: Clock) -> None:
    let_it_work(qtbot, kept)
    clock.forward(days=1)
    kept.start()
    qtbot.wait(20)
    tasks.wait_all()
    assert len(journal.backups.all()) == 1


def test_begun_again_in_the_middle_it_is_still_done_once(
    qtbot: QtBot, kept: Upkeep, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing where it does not ask for `_done` once the pause is over: it was done twice."""
    done: list[int] = []
    look_after = journal.look_after

    def slow(report: Callable[[float, str], None]) -> Health:
        Event().wait(0.05)
        done.append(1)
        return look_after(report)

    monkeypatch.setattr(journal, "look_after", slow)
    kept.start()
    qtbot.waitUntil(lambda: kept._task is not None)
    kept.start()
    qtbot.waitUntil(lambda: kept._done)
    qtbot.wait(30)
    tasks.wait_all()
    assert done == [1]


def test_without_a_backup_it_says_so(kept: Upkeep, told: list[object]) -> None:
    kept.look_again()
    tasks.wait_all()
    assert told == ["No backup yet", None]


def test_trouble_leads_to_the_backups(
    qtbot: QtBot, kept: Upkeep, journal: Journal, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    health = Health((), "No room. Make one: `workjournal backup`.", None)
    monkeypatch.setattr(journal, "look_after", lambda _report: health)
    let_it_work(qtbot, kept)
    assert told == [
        "No backup yet",
        Concern("No room. Make one with “Back up now”.", "See the backups", "backups"),
    ]


def test_damage_leads_to_the_check_and_stays_said(
    qtbot: QtBot, kept: Upkeep, journal: Journal, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "look_after", lambda _report: Health(("page 7 cannot be read",), "", None))
    let_it_work(qtbot, kept)
    kept.look_again()
    tasks.wait_all()
    for concern in (told[1], told[3]):
        assert isinstance(concern, Concern)
        assert "page 7 cannot be read" in concern.words
        assert concern.screen == "check"


def test_a_journal_that_cannot_be_looked_at_is_a_concern(
    qtbot: QtBot, kept: Upkeep, journal: Journal, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_report: object) -> Health:
        raise DiskGone

    monkeypatch.setattr(journal, "look_after", refuse)
    let_it_work(qtbot, kept)
    (concern,) = told
    assert isinstance(concern, Concern)
    assert concern.words == "The disk is gone. The Check page tells what is left."


def test_stopped_in_the_middle_it_leaves_nothing(
    qtbot: QtBot, kept: Upkeep, journal: Journal, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing where `stop` does not cancel: the copy was made and told."""
    look_after, begun, go_on = journal.look_after, Event(), Event()

    def slow(report: object) -> Health:
        begun.set()
        go_on.wait(10)
        return look_after(report)  # type: ignore[arg-type]

    monkeypatch.setattr(journal, "look_after", slow)
    kept.start()
    qtbot.waitUntil(begun.is_set)
    kept.stop()
    go_on.set()
    tasks.wait_all()
    assert told == []
    assert journal.backups.all() == []
    monkeypatch.undo()
    let_it_work(qtbot, kept)  # a lock that did not come about
    assert len(journal.backups.all()) == 1


def test_a_concern_is_a_line_over_the_screens_that_leads_there(space: Workspace) -> None:
    concern = Concern("Something is damaged.", "See what can be done", "check")
    space.upkeep.concerned.emit(concern)
    assert bands(space) == ["Something is damaged."]
    (band,) = (band for band in space.findChildren(Band) if band.isVisible())
    band.findChildren(QPushButton)[0].click()
    assert space.stack.currentWidget() is space.screen_of("check")
    assert bands(space) == []
    space.upkeep.concerned.emit(concern)
    assert bands(space) == []  # it was read
    space.upkeep.concerned.emit(Concern("No room.", "See the backups", "backups"))
    assert bands(space) == ["No room."]
    space.upkeep.concerned.emit(None)
    assert bands(space) == []


def test_the_rail_says_it_and_follows_what_is_made_by_hand(space: Workspace, journal: Journal) -> None:
    space.upkeep.guarded.emit("No backup yet")
    journal.backups.make(Reason.BY_HAND)
    space._pass_on(errands.BackupsChanged())
    tasks.wait_all()
    assert space.rail._second.text() == "Backed up today. Works offline."


@pytest.fixture
def restarted() -> list[Path]:
    return []


@pytest.fixture
def window(
    qtbot: QtBot, journal: Journal, restarted: list[Path], monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    monkeypatch.setattr(upkeep, "AFTER_MS", 1)
    made = MainWindow(Settings(), journal.folder, restart=restarted.append)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.enter(Opened(journal, NoLock()))
    return made


@pytest.fixture
def slow(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Looking after the journal takes two seconds; how far it came."""
    came: list[str] = []

    def look_after(report: Callable[[float, str], None]) -> Health:
        came.append("begun")
        for _ in range(200):
            Event().wait(0.01)
            report(0.5, "")
        came.append("ended")
        return Health((), "", None)

    monkeypatch.setattr(journal, "look_after", look_after)
    return came


@pytest.mark.parametrize("way", ["close", "lock"])
def test_closing_and_locking_do_not_wait_for_it(
    qtbot: QtBot, slow: list[str], window: MainWindow, way: str
) -> None:
    """Seen failing where `MainWindow._leave` does not stop it before it waits for all work: it came to its end."""
    qtbot.waitUntil(lambda: slow == ["begun"])
    if way == "close":
        window.close()
    else:
        window.lock()
    assert window.workspace is None
    assert slow == ["begun"]


def test_another_journal_is_opened_in_a_fresh_process(
    window: MainWindow, journal: Journal, tmp_path: Path, restarted: list[Path]
) -> None:
    assert window.workspace is not None
    window.workspace.errand.emit(errands.Open(tmp_path / "restored"))
    assert restarted == [tmp_path / "restored"]
    assert window.workspace is None


def test_shown_again_it_is_this_journal_that_locks_the_next_time(
    window: MainWindow,
    journal: Journal,
    tmp_path: Path,
    restarted: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Seen failing where `_uncover` leaves the other folder noted."""

    def refuse(*_: object, **__: object) -> None:
        raise DiskGone

    assert window.workspace is not None
    with monkeypatch.context() as broken:
        broken.setattr(window.workspace, "lock", refuse)
        window.workspace.errand.emit(errands.Open(tmp_path / "restored"))
    assert restarted == []
    window._uncover()
    window.lock()
    assert restarted == [journal.folder]
