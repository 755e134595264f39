"""The list of reflections: unfinished, waiting, written."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods import method
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Depth, Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.reflections import ReflectionsScreen
from workjournal.ui.widgets.row_list import Row


def shown(qtbot: QtBot, journal: Journal) -> ReflectionsScreen:
    screen = on_screen(qtbot, ReflectionsScreen(journal))
    screen.renew()
    screen.arrive(None)
    return screen


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    """Three challenges: one waits, one is half reflected on, one is done."""
    names = ("Waits", "Half done", "Done")
    made = [Episode(date=journal.today(), title=name, kind=Kind.CHALLENGE) for name in names]
    for episode in made:
        journal.episodes.save(episode)
    journal.drafts.keep(f"reflection:{made[1].id}", {"answers": {"intended": "A date"}})
    kept = Reflection(date=journal.today(), method="aar-short", answers={"why": "It was late."})
    journal.reflections.keep(
        kept, episodes=[made[2].id], lessons=[Lesson(date=journal.today(), text="Say it before noon.")]
    )
    return made


def rows(screen: ReflectionsScreen) -> list[Row]:
    return [row for row in screen.entries.rows() if isinstance(row, Row)]


def test_one_list_in_three_parts(qtbot: QtBot, journal: Journal, episodes: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    assert [row.title for row in rows(screen)] == [
        *("Unfinished", "Half done"),
        *("Worth looking back on", "Waits"),
        *("November 2026", "Done"),
    ]
    assert rows(screen)[-1].second == "It was late."
    assert "1" in rows(screen)[-1].number
    assert screen.waiting(journal) == 2


def test_enter_goes_on_with_each(qtbot: QtBot, journal: Journal, episodes: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    (kept,) = journal.reflections.newest()
    wanted = [New(about=episodes[1].id), New(about=episodes[0].id), kept.id]
    for row, what in zip((row for row in rows(screen) if row.id), wanted, strict=True):
        screen.entries.choose(row.id)
        with qtbot.waitSignal(screen.go) as asked:
            qtbot.keyClick(screen.entries, Qt.Key.Key_Return)
        assert asked.args == ["reflection", what]


def test_delete_lets_a_draft_go_and_undo_brings_it_back(
    qtbot: QtBot, journal: Journal, episodes: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    screen.entries.choose(rows(screen)[1].id)
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.keyClick(screen.entries, Qt.Key.Key_Delete)
    assert journal.drafts.all() == []
    undo: Callable[[], Any] = (told.args or [])[1]
    undo()
    assert journal.drafts.all()[0].fields == {"answers": {"intended": "A date"}}


def test_delete_moves_a_reflection_to_the_trash_and_back(
    qtbot: QtBot, journal: Journal, episodes: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    screen.entries.choose(rows(screen)[-1].id)
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.keyClick(screen.entries, Qt.Key.Key_Delete)
    assert journal.reflections.newest() == []
    undo: Callable[[], Any] = (told.args or [])[1]
    undo()
    assert len(journal.reflections.newest()) == 1


def test_empty_state_teaches(qtbot: QtBot, journal: Journal) -> None:
    screen = shown(qtbot, journal)
    assert screen.pages.currentWidget() is screen.empty
    with qtbot.waitSignal(screen.go) as asked:
        screen.empty.acted.emit()
    assert asked.args == ["episode", New()]


def test_reviews_that_are_due_stand_above_what_waits(qtbot: QtBot, journal: Journal, clock: Clock) -> None:
    journal.episodes.save(Episode(date=journal.today(), title="Waits", kind=Kind.CHALLENGE))
    clock.forward(days=1)  # a Friday
    week = Period.of(Interval.WEEK, journal.today())
    screen = shown(qtbot, journal)
    assert [row.title for row in rows(screen)] == [
        *("Reviews due", "Week of 16–22 November 2026"),
        *("Worth looking back on", "Waits"),
    ]
    assert rows(screen)[1].second == "Ends on Sunday 22 November"
    assert screen.waiting(journal) == 2
    screen.entries.choose(rows(screen)[1].id)
    with qtbot.waitSignal(screen.go) as asked:
        qtbot.keyClick(screen.entries, Qt.Key.Key_Return)
    assert asked.args == ["reflection", New(about=week)]
    journal.drafts.keep(f"reflection:{week.key}", {"method": "period-review", "answers": {"moved": "x"}})
    screen.renew()
    assert [row.title for row in rows(screen)][:2] == ["Unfinished", "Week of 16–22 November 2026"]
    assert len(rows(screen)) == 4
    screen.entries.opened.emit(rows(screen)[1].id)
    review = Reflection(date=journal.today(), method="period-review", answers={"moved": "x"})
    review.period_start, review.period_end = week.start, week.end
    journal.reflections.keep(review)
    journal.drafts.drop(f"reflection:{week.key}")
    screen.renew()
    assert [row.title for row in rows(screen)][-1] == "Week of 16–22 November 2026"
    assert screen.waiting(journal) == 1


def test_new_ones_are_begun_here(qtbot: QtBot, journal: Journal) -> None:
    screen = shown(qtbot, journal)
    with qtbot.waitSignal(screen.go) as free:
        qtbot.mouseClick(screen.write_new, Qt.MouseButton.LeftButton)
    assert free.args == ["reflection", New()]
    screen.review.menu().aboutToShow.emit()
    offered = screen.review.menu().actions()
    assert [act.text() for act in offered] == [
        "Week of 9–15 November 2026",
        "October 2026",
        "3rd quarter 2026",
    ]
    with qtbot.waitSignal(screen.go) as month:
        offered[1].trigger()
    assert month.args == ["reflection", New(about=Period.of(Interval.MONTH, dt.date(2026, 10, 1)))]


def test_drafts_of_new_and_kept_ones_lead_to_each(qtbot: QtBot, journal: Journal) -> None:
    kept = Reflection(date=journal.today(), method="gibbs", answers={"feelings": "Cold"})
    journal.reflections.keep(kept)
    changed = {"method": "gibbs", "answers": {"feelings": "C"}, "reflection": str(kept.id)}
    journal.drafts.keep(f"reflection:{kept.id}", changed)
    journal.drafts.keep("reflection:new", {"method": "carl", "answers": {"context": "Here"}})
    screen = shown(qtbot, journal)
    begun = {row.title: row.id for row in rows(screen) if row.group == "Unfinished" and row.id}
    for title, what in ((method("carl").name, New()), (method("gibbs").name, kept.id)):
        with qtbot.waitSignal(screen.go) as asked:
            screen.entries.opened.emit(begun[title])
        assert asked.args == ["reflection", what]


def test_a_finished_one_is_asked_how_far_it_went_for_the_writer_alone(
    qtbot: QtBot, journal: Journal, episodes: list[Episode]
) -> None:
    screen, (kept,) = shown(qtbot, journal), journal.reflections.newest()
    assert not screen.depth_check.isVisible()
    screen.arrive(kept.id)
    assert screen.depth_check.isVisible()
    qtbot.mouseClick(screen.depth_check.later, Qt.MouseButton.LeftButton)
    assert not screen.depth_check.isVisible()
    assert journal.reflections.get(kept.id).depth is None
    screen.arrive(kept.id)
    with qtbot.waitSignal(screen.toast) as told:
        screen.depth_check.chips.button(Depth.CHANGED).click()
    assert journal.reflections.get(kept.id).depth is Depth.CHANGED
    assert not screen.depth_check.isVisible()
    screen.arrive(kept.id)
    assert not screen.depth_check.isVisible()  # it was said
    undo: Callable[[], Any] = (told.args or [])[1]
    undo()
    assert journal.reflections.get(kept.id).depth is None


def test_a_reflection_by_a_method_of_ones_own_is_listed_whatever_became_of_it(
    qtbot: QtBot, journal: Journal
) -> None:
    own = journal.methods.copy("aar-short", "My four")
    kept = Reflection(date=journal.today(), method=str(own.id), answers={"why": "It was late."})
    journal.reflections.keep(kept)
    journal.methods.trash(own.id)
    screen = shown(qtbot, journal)
    assert (rows(screen)[-1].title, rows(screen)[-1].second) == ("My four", "It was late.")
