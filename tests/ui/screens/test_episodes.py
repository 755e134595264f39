"""The list of episodes: filters, the year, keys, empty states."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.parts.episode_filters import OWN, WEEK
from workjournal.ui.places import New
from workjournal.ui.screens.episodes import EpisodesScreen
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def week(journal: Journal) -> list[Episode]:
    """Three episodes: today, yesterday, a month ago; the oldest first."""
    made = []
    for back, title, kind in (
        (30, "Chose a vendor", Kind.DECISION),
        (1, "Coached Jonas", Kind.WIN),
        (0, "Said no", Kind.CHALLENGE),
    ):
        episode = Episode(
            date=journal.today() - dt.timedelta(days=back), time=dt.time(9, 30), title=title, kind=kind
        )
        made.append(
            journal.episodes.add(episode, tags=["launch"] if back else ["conflict"], people=["Marco"])
        )
    return made


def shown(qtbot: QtBot, journal: Journal) -> EpisodesScreen:
    screen = on_screen(qtbot, EpisodesScreen(journal))
    screen.renew()
    screen.arrive(None)
    return screen


def titles(screen: EpisodesScreen) -> list[str]:
    return [row.title for row in screen.entries.rows() if isinstance(row, Row) and row.id is not None]


def test_lists_newest_first_under_their_days(qtbot: QtBot, journal: Journal, week: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    assert titles(screen) == ["Said no", "Coached Jonas", "Chose a vendor"]
    first = screen.entries.rows()[0]
    assert isinstance(first, Row)
    assert first.id is None
    assert first.title.startswith("Today")
    assert screen.entries.hasFocus()


def test_enter_opens_r_reflects_delete_trashes(qtbot: QtBot, journal: Journal, week: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    screen.entries.choose(week[2].id)
    with qtbot.waitSignal(screen.go) as opened:
        qtbot.keyClick(screen.entries, Qt.Key.Key_Return)
    assert opened.args == ["episode", week[2].id]
    with qtbot.waitSignal(screen.go) as asked:
        qtbot.keyClick(screen.entries, Qt.Key.Key_R)
    assert asked.args == ["reflection", New(about=week[2].id)]
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.keyClick(screen.entries, Qt.Key.Key_Delete)
    assert journal.episodes.count() == 2
    screen.renew()
    assert titles(screen) == ["Coached Jonas", "Chose a vendor"]
    assert screen.entries.current_id() == week[1].id
    undo: Callable[[], Any] = (told.args or [])[1]
    undo()
    screen.renew()
    assert titles(screen)[0] == "Said no"


def test_a_reflected_one_says_so_and_opens_its_reflection(
    qtbot: QtBot, journal: Journal, week: list[Episode]
) -> None:
    kept = Reflection(date=journal.today(), method="aar-short", answers={"why": "It was late."})
    journal.reflections.keep(kept, episodes=[week[2].id])
    screen = shown(qtbot, journal)
    row = next(row for row in screen.entries.rows() if row.id == week[2].id)
    assert isinstance(row, Row)
    assert row.number == "Reflected"
    assert not row.action
    screen.entries.choose(week[2].id)
    with qtbot.waitSignal(screen.go) as asked:
        qtbot.keyClick(screen.entries, Qt.Key.Key_R)
    assert asked.args == ["reflection", kept.id]
    journal.reflections.trash(kept.id)
    assert journal.episodes.reflected(week) == set()
    assert week[2].id in {episode.id for episode in journal.episodes.awaiting_reflection(journal.today())}


def test_filters_narrow_and_one_click_clears(qtbot: QtBot, journal: Journal, week: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    assert not screen.clear.isVisible()
    screen.period.choice = WEEK
    assert titles(screen) == ["Said no", "Coached Jonas"]
    screen.kind.choice = Kind.WIN
    screen.tag.choice = "launch"
    screen.person.choice = "Marco"
    tasks.wait_all()
    assert titles(screen) == ["Coached Jonas"]
    screen.tag.choice = "conflict"
    tasks.wait_all()
    assert screen.results.currentWidget() is screen.nothing
    qtbot.mouseClick(screen.clear, LEFT)
    assert len(titles(screen)) == 3
    assert screen.results.currentWidget() is screen.entries
    assert screen.kind.choice is None


def test_a_day_of_the_year_is_gone_to(qtbot: QtBot, journal: Journal, week: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    day = journal.today() - dt.timedelta(days=30)
    qtbot.mouseClick(screen.year, LEFT, pos=screen.year.spot(day).center())
    assert screen.entries.current_id() == week[0].id
    assert len(titles(screen)) == 3
    assert screen.days.calendar.day == day
    screen.arrive(journal.today())
    assert screen.entries.current_id() == week[2].id
    assert screen.year.day == journal.today()


def test_an_own_range_is_typed(qtbot: QtBot, journal: Journal, week: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    screen.period.choice = OWN
    assert screen.own_range.isVisible()
    screen.start.setFocus()
    qtbot.keyClicks(screen.start, (journal.today() - dt.timedelta(days=40)).isoformat())
    screen.end.setFocus()
    qtbot.keyClicks(screen.end, (journal.today() - dt.timedelta(days=1)).isoformat())
    qtbot.keyClick(screen.end, Qt.Key.Key_Return)
    assert titles(screen) == ["Coached Jonas", "Chose a vendor"]


def test_empty_journal_offers_the_first_one(qtbot: QtBot, journal: Journal) -> None:
    screen = shown(qtbot, journal)
    assert screen.pages.currentWidget() is screen.empty
    with qtbot.waitSignal(screen.go) as asked:
        screen.empty.acted.emit()
    assert asked.args == ["episode", New()]


def test_the_years_can_be_turned(qtbot: QtBot, journal: Journal, week: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    now = screen.span.text()
    assert not screen.later.isEnabled()
    qtbot.mouseClick(screen.earlier, LEFT)
    assert screen.span.text() != now
    qtbot.mouseClick(screen.later, LEFT)
    assert screen.span.text() == now
