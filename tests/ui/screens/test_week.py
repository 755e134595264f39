"""The weekly look: what moved in words, a few charts, week by week."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.pulse import Pulse
from workjournal.journal import growth_charts
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.screens.week import WeekScreen
from workjournal.ui.workspace import Workspace

KEYS = ("difficulty", "confidence")


def noted(journal: Journal, day: dt.date, difficulty: int) -> None:
    journal.episodes.add(Episode(date=day, title="Counted the stock", difficulty=difficulty))


@pytest.fixture
def rising(journal: Journal) -> None:
    """Nine weeks in which it became harder, the last of them that of Monday 16 November."""
    growth_charts.choose(journal.preferences, KEYS)
    for back in range(9):
        noted(journal, dt.date(2026, 11, 16) - dt.timedelta(weeks=back), 80 - 10 * back)


@pytest.fixture
def week(qtbot: QtBot, journal: Journal, clock: Clock, rising: None) -> WeekScreen:
    """On a Friday."""
    clock.forward(days=1)
    screen = on_screen(qtbot, WeekScreen(journal))
    screen.renew()
    screen.arrive(None)
    tasks.wait_all()
    return screen


def test_what_it_said_before_stands_below_what_moved(week: WeekScreen, journal: Journal) -> None:
    growth_charts.choose(journal.preferences, ["zones"])
    journal.pulses.give(Pulse(date=dt.date(2026, 10, 5), safety=80, accountability=80))
    journal.pulses.give(Pulse(date=dt.date(2026, 11, 18), safety=20, accountability=80))
    week.arrive(None)
    tasks.wait_all()
    assert week.moved.words()[1:] == [
        "What moved",
        "Safety and accountability",
        "The latest month, November 2026, felt like the anxiety zone, as none before it did.",
        "A week before: The one month there is, October 2026, felt like the learning zone.",
    ]


def test_a_count_that_ticked_on_has_not_moved_and_is_drawn(week: WeekScreen) -> None:
    assert week.week_words.text() == "Week of 16–22 November 2026"
    assert week.moved.words() == [
        "From 21 August 2026 to 20 November 2026",
        "Nothing moved",
        "As the week before, but for figures alone",
        "Difficulty over time",
        "Difficulty is rising over these 9 weeks.",
        "Can't tell yet: Confidence before and after",
    ]
    assert [card.key for card in week.board.cards] == ["difficulty"]
    assert week.board.cards[0]._n.text() == "n = 9"
    assert not week.later.isEnabled()


def test_an_earlier_week_and_back_again(qtbot: QtBot, week: WeekScreen) -> None:
    qtbot.mouseClick(week.earlier, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert week.week_words.text() == "Week of 9–15 November 2026"
    assert "Difficulty is rising over these 8 weeks." in week.moved.words()
    assert week.here() == dt.date(2026, 11, 9)
    qtbot.mouseClick(week.earlier, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert "Nothing can be said of this week yet" in week.moved.words()
    assert week.board.cards == []
    qtbot.mouseClick(week.later, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(week.later, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert "Difficulty is rising over these 9 weeks." in week.moved.words()
    assert not week.later.isEnabled()


def test_arrives_at_the_week_of_a_day(week: WeekScreen) -> None:
    week.arrive(dt.date(2026, 11, 12))
    tasks.wait_all()
    assert week.here() == dt.date(2026, 11, 9)
    week.arrive(None)
    assert week.here() == dt.date(2026, 11, 16)


def test_is_in_the_palette(qtbot: QtBot, space: Workspace) -> None:
    space.commands["week"].run()
    assert isinstance(space.stack.currentWidget(), WeekScreen)
    tasks.wait_all()


def test_new_work_and_other_charts_are_seen(week: WeekScreen, journal: Journal) -> None:
    noted(journal, dt.date(2026, 11, 18), 95)
    assert Episode in week.shows
    week.renew()
    tasks.wait_all()
    assert week.board.cards[0]._n.text() == "n = 10"
    growth_charts.choose(journal.preferences, ["confidence"])
    week.arrive(None)
    tasks.wait_all()
    assert week.board.cards == []


def test_a_point_leads_to_its_work(qtbot: QtBot, week: WeekScreen, journal: Journal) -> None:
    episode = journal.episodes.newest(limit=1)[0]
    with qtbot.waitSignal(week.go) as went:
        week.board.opened.emit(str(episode.id))
    assert went.args == ["episode", episode.id]
    with qtbot.waitSignal(week.go) as went:
        qtbot.mouseClick(week.to_growth, Qt.MouseButton.LeftButton)
    assert went.args == ["growth", None]


def test_before_anything_was_written_it_says_what_to_do_first(qtbot: QtBot, journal: Journal) -> None:
    """Seen failing with the board always shown: it named twenty charts that cannot tell yet."""
    screen = on_screen(qtbot, WeekScreen(journal))
    screen.renew()
    screen.arrive(None)
    tasks.wait_all()
    assert screen.pages.currentWidget() is screen.nothing
    with qtbot.waitSignal(screen.go) as went:
        screen.nothing.acted.emit()
    assert went.args is not None
    assert went.args[0] == "episode"
    noted(journal, journal.today(), 50)
    screen.renew()
    tasks.wait_all()
    assert screen.pages.currentWidget() is screen.page
