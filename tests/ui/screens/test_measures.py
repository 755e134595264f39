"""Measures: set one up, look at the list, change what one is, put it into the trash."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.domain.measure import Direction, Measure, Reading
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.places import New
from workjournal.ui.screens.measures import MeasuresScreen
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton
DAY = dt.date(2026, 11, 2)


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> MeasuresScreen:
    return on_screen(qtbot, MeasuresScreen(journal))


def kept(journal: Journal, name: str = "Days late", **fields: object) -> UUID:
    measure = Measure(name=name)
    for field, value in fields.items():
        setattr(measure, field, value)
    return journal.measures.save(measure).id


def logged(journal: Journal, measure: UUID, value: float, day: dt.date = DAY) -> UUID:
    return journal.measures.log(Reading(measure_id=measure, date=day, value=value)).id


def shown(screen: MeasuresScreen, what: object = None) -> MeasuresScreen:
    screen.renew()
    screen.arrive(what)
    tasks.wait_all()
    return screen


def rows(screen: MeasuresScreen) -> list[tuple[str, str, str]]:
    return [(row.title, row.number, row.second) for row in screen.measures.rows() if isinstance(row, Row)]


def test_teaches_while_there_is_none(screen: MeasuresScreen) -> None:
    shown(screen)
    assert screen.empty.isVisible()
    assert "performance, not learning" in screen.empty.text
    assert not screen.import_sheet.isVisible()
    screen.empty.acted.emit()
    assert screen.measure.name.hasFocus()
    assert screen.measure.keep.isVisible()
    assert not screen.measure.log.isVisible()


def test_sets_one_up_and_logs_by_keyboard(qtbot: QtBot, screen: MeasuresScreen, journal: Journal) -> None:
    shown(screen, New())
    page = screen.measure
    QTest.keyClicks(page.name, "Days late")
    QTest.keyClicks(page.unit, "days")
    QTest.keyClicks(page.baseline, "9.5")
    QTest.keyClicks(page.target, "3 days")
    page.direction.button(Direction.HIGHER).setFocus()
    QTest.keyClick(page.direction.button(Direction.HIGHER), Qt.Key.Key_Right)
    assert page.direction.choice is Direction.LOWER
    QTest.keyClick(page.target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(journal.measures.all()))
    (measure,) = journal.measures.all()
    assert (measure.name, measure.unit, measure.baseline, measure.target) == ("Days late", "days", 9.5, 3.0)
    assert measure.direction is Direction.LOWER
    QTest.keyClicks(page.log.value, "2.5")
    QTest.keyClick(page.log.value, Qt.Key.Key_Return)
    screen.refresh()
    tasks.wait_all()
    assert rows(screen) == [("Days late", "2.5 days", "Target reached · 19 Nov")]
    assert page.chart.view is not None
    assert not page.chart.is_empty()


def test_the_list_says_what_is_reached(screen: MeasuresScreen, journal: Journal) -> None:
    late = kept(journal, unit="%", target=90.0)
    kept(journal, "Calls")
    logged(journal, late, 95.0)
    logged(journal, late, 89.5, DAY + dt.timedelta(days=7))
    shown(screen)
    assert rows(screen) == [
        ("Calls", "", "No value yet"),
        ("Days late", "89.5 %", "Short of target · 9 Nov"),
    ]


@pytest.mark.parametrize("name", ["", "DAYS  late"])
def test_a_new_one_that_cannot_be_kept_says_why(screen: MeasuresScreen, journal: Journal, name: str) -> None:
    kept(journal)
    shown(screen, New())
    QTest.keyClicks(screen.measure.name, name)
    QTest.mouseClick(screen.measure.keep, LEFT)
    told = screen.measure.problem.text()
    assert ("already" if name else "Say what is counted or timed") in told
    assert screen.measure.problem.isVisible()
    assert len(journal.measures.all()) == 1


def test_a_wrong_number_is_said_below_it_and_not_lost(
    qtbot: QtBot, screen: MeasuresScreen, journal: Journal
) -> None:
    measure = kept(journal, target=3.0)
    shown(screen)
    page = screen.measure
    page.target.selectAll()
    QTest.keyClicks(page.target, "three")
    assert not page.numbers_problem.isVisible()  # not while it is being typed
    QTest.keyClick(page.target, Qt.Key.Key_Return)
    assert page.numbers_problem.text() == "The target must be a number such as 12.5, not “three”."
    screen.leave()
    assert journal.measures.get(measure).target == 3.0
    assert not page.problem.isVisible()  # told once
    other = MeasuresScreen(journal)
    qtbot.addWidget(other)
    shown(other)
    assert other.measure.target.text() == "three"
    assert "“three”" in other.measure.numbers_problem.text()
    page.target.clear()
    QTest.keyClicks(page.target, "4")
    assert not page.numbers_problem.isVisible()
    screen.leave()
    assert journal.measures.get(measure).target == 4.0
    assert journal.drafts.all() == []


def test_a_new_one_with_a_wrong_number_leads_to_it(screen: MeasuresScreen, journal: Journal) -> None:
    shown(screen, New())
    QTest.keyClicks(screen.measure.name, "Calls")
    QTest.keyClicks(screen.measure.baseline, "x")
    QTest.mouseClick(screen.measure.keep, LEFT)
    assert screen.measure.baseline.hasFocus()
    assert journal.measures.all() == []


def test_a_target_moves_list_and_chart_at_once(screen: MeasuresScreen, journal: Journal) -> None:
    late = kept(journal, unit="%")
    logged(journal, late, 95.0)
    shown(screen)
    page = screen.measure
    page.target.setFocus()
    QTest.keyClicks(page.target, "90")
    QTest.keyClick(page.target, Qt.Key.Key_Return)
    screen.refresh()
    tasks.wait_all()
    assert rows(screen) == [("Days late", "95 %", "Target reached · 2 Nov")]
    assert page.chart._figure is not None
    assert page.chart._figure.reading.endswith("the target of 90 % is reached.")
    QTest.mouseClick(page.direction.button(Direction.LOWER), LEFT)
    assert journal.measures.get(late).direction is Direction.LOWER


def test_choosing_another_saves_the_one_before(screen: MeasuresScreen, journal: Journal) -> None:
    calls, late = kept(journal, "Calls"), kept(journal)
    shown(screen)
    QTest.keyClicks(screen.measure.description, "From the list")
    QTest.keyClick(screen.measures, Qt.Key.Key_Down)
    assert screen.measure.open_id == late
    assert journal.measures.get(calls).description == "From the list"


def test_what_is_typed_outlives_a_kill(qtbot: QtBot, screen: MeasuresScreen, journal: Journal) -> None:
    measure = kept(journal)
    shown(screen)
    QTest.keyClicks(screen.measure.description, "Half a sen")
    screen.measure.autosave.flush()
    QTest.keyClicks(screen.measure.log.value, "7")
    screen.measure.log._autosave.flush()
    other = MeasuresScreen(journal)
    qtbot.addWidget(other)
    shown(other, measure)
    assert (other.measure.description.text, other.measure.log.value.text()) == ("Half a sen", "7")
    assert journal.measures.values(measure) == []


def test_trash_with_undo_and_its_goals_keep_their_check_ins(
    qtbot: QtBot, screen: MeasuresScreen, journal: Journal
) -> None:
    late, calls = kept(journal), kept(journal, "Calls")
    goal = Goal(title="On time", measure_id=late)
    journal.goals.add(goal)
    journal.goals.start(goal.id, DAY)
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=DAY, measure_value=8.0))
    shown(screen, late)
    told: list[tuple[str, object]] = []
    screen.toast.connect(lambda words, undo: told.append((words, undo)))
    QTest.mouseClick(screen.measure.trash, LEFT)
    screen.refresh()
    assert [row[0] for row in rows(screen)] == ["Calls"]
    assert screen.measure.open_id == calls
    ((words, undo),) = told
    assert words == "Measure moved to the trash; its goals keep their check-ins"
    assert [look.measure_value for look in journal.goals.get(goal.id).check_ins] == [8.0]
    assert callable(undo)
    undo()
    screen.refresh()
    assert [row[0] for row in rows(screen)] == ["Calls", "Days late"]
    assert [value.value for value in journal.measures.values(late)] == [8.0]


def test_one_made_meanwhile_is_shown_before_the_list_knows_it(
    screen: MeasuresScreen, journal: Journal
) -> None:
    kept(journal)
    screen.renew()
    made = kept(journal, "Calls")
    screen.arrive(made)
    screen.renew()
    assert screen.here() == screen.measures.current_id() == made


def test_a_new_one_left_untyped_is_no_more_there(screen: MeasuresScreen, journal: Journal) -> None:
    screen.renew()
    screen.arrive(New())
    screen.leave()
    screen.arrive(None)
    assert screen.pages.currentWidget() is screen.empty
    known = kept(journal)
    screen.arrive(New())
    screen.leave()
    screen.arrive(None)
    assert screen.here() == screen.measure.open_id == known


def test_comes_back_to_what_was_shown(screen: MeasuresScreen, journal: Journal) -> None:
    kept(journal, "Calls")
    late = kept(journal)
    shown(screen, late)
    assert screen.here() == late
    QTest.mouseClick(screen.new_measure, LEFT)
    assert screen.here() == New()
