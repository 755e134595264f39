"""The values of a measure: its chart, its list, a file with more, the goals that use it."""

import datetime as dt
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import asking
from ui.showing import on_screen
from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.sheet import MOST_BYTES
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.import_report import ImportReportDialog
from workjournal.ui.parts import measure_values
from workjournal.ui.screens.measures import MeasuresScreen
from workjournal.ui.widgets.chart_view import ChartView
from workjournal.ui.widgets.message_dialog import MessageDialog
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton
DAY = dt.date(2026, 11, 2)
Went = list[tuple[str, object]]


@pytest.fixture
def late(journal: Journal) -> UUID:
    measure = journal.measures.save(Measure(name="Days late", unit="days", target=3.0))
    journal.measures.log(Reading(measure_id=measure.id, date=DAY, value=7.0, note="A calm week"))
    journal.measures.log(Reading(measure_id=measure.id, date=DAY + dt.timedelta(days=7), value=6.0))
    return measure.id


@pytest.fixture
def goal(journal: Journal, late: UUID) -> Goal:
    goal = journal.goals.add(Goal(title="On time", measure_id=late))
    journal.goals.start(goal.id, DAY)
    journal.goals.check_in(
        CheckIn(goal_id=goal.id, date=DAY + dt.timedelta(days=9), measure_value=5.0, changed="Asked")
    )
    return goal


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, late: UUID) -> MeasuresScreen:
    made = on_screen(qtbot, MeasuresScreen(journal))
    return shown(made, late)


def shown(screen: MeasuresScreen, what: object = None) -> MeasuresScreen:
    screen.renew()
    screen.arrive(what)
    tasks.wait_all()
    return screen


def went(screen: MeasuresScreen) -> Went:
    places: Went = []
    screen.go.connect(lambda name, what: places.append((name, what)))
    return places


def rows(screen: MeasuresScreen) -> list[tuple[str, str]]:
    return [(row.title, row.second) for row in screen.measure.values.values.rows() if isinstance(row, Row)]


def test_lists_values_the_newest_first(goal: Goal, screen: MeasuresScreen) -> None:
    assert rows(screen) == [
        ("5 days", "Wed 11 Nov · from a check-in · Asked"),
        ("6 days", "Mon 9 Nov"),
        ("7 days", "Mon 2 Nov · A calm week"),
    ]
    assert screen.measure.values.count.text() == "3"


def test_one_from_a_check_in_opens_its_goal(goal: Goal, screen: MeasuresScreen, journal: Journal) -> None:
    places = went(screen)
    found = screen.measure.values.values
    (look,) = journal.goals.get(goal.id).check_ins
    found.choose(look.id)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_R, Qt.Key.Key_Delete):
        QTest.keyClick(found, key)
    assert places == [("goal", goal.id)] * 3
    assert len(journal.measures.values(screen.measure.open_id or goal.id)) == 3


def test_a_value_is_opened_to_be_changed_and_taken_back_with_undo(
    qtbot: QtBot, screen: MeasuresScreen, journal: Journal, late: UUID
) -> None:
    newest = journal.measures.values(late)[-1].thing
    found = screen.measure.values.values
    found.choose(newest)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert screen.measure.log.editing == newest
    assert screen.measure.log.value.hasFocus()
    with qtbot.waitSignal(screen.toast) as toast:
        QTest.keyClick(found, Qt.Key.Key_Delete)
    assert [value.value for value in journal.measures.values(late)] == [7.0]
    screen.refresh()
    tasks.wait_all()
    assert not screen.measure.log.cancel.isVisible()
    toast.args[1]()
    assert [value.value for value in journal.measures.values(late)] == [7.0, 6.0]


def test_older_ones_are_shown_when_asked_for(screen: MeasuresScreen, journal: Journal, late: UUID) -> None:
    for number in range(measure_values.FIRST):
        journal.measures.log(Reading(measure_id=late, date=DAY, value=float(number)))
    screen.refresh()
    tasks.wait_all()
    assert len(rows(screen)) == measure_values.FIRST
    QTest.mouseClick(screen.measure.values.older, LEFT)
    assert len(rows(screen)) == measure_values.FIRST + 2
    assert not screen.measure.values.older.isVisible()
    assert screen.measure.values.values.currentIndex().row() == measure_values.FIRST


def test_the_chart_is_walked_and_told(
    goal: Goal, screen: MeasuresScreen, journal: Journal, late: UUID
) -> None:
    journal.measures.mark(MarkedChange(date=DAY + dt.timedelta(days=3), text="A new tool"))
    screen.refresh()
    tasks.wait_all()
    view = screen.measure.chart.view
    assert isinstance(view, ChartView)
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen.text(QAccessible.Text.Name) == "Days late, value by value"
    assert seen.text(QAccessible.Text.Description).startswith("From 7 days on 2 Nov 2026 to 5 days")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    told = view._read_out(view._at).spoken()
    assert told == "Mon 9 Nov 2026, Logged 6 days, coincides with “A new tool” (5 Nov 2026)"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert screen.measure.log.editing is not None
    QTest.mouseClick(screen.measure.chart.table_button, LEFT)
    assert screen.measure.chart.table.isVisible()
    assert screen.measure.chart.table.model().rowCount() == 3


def test_another_measure_never_shows_these_values(
    screen: MeasuresScreen, journal: Journal, late: UUID
) -> None:
    calls = journal.measures.save(Measure(name="Calls")).id
    screen.refresh()
    screen.measures.choose(calls)
    assert rows(screen) == []
    assert screen.measure.chart.is_empty()
    tasks.wait_all()
    assert screen.measure.chart._missing.text() == "Log a first value, and it is drawn here."


def test_its_goals_are_listed_and_opened(goal: Goal, screen: MeasuresScreen) -> None:
    places = went(screen)
    assert screen.measure.goals_card.isVisible()
    screen.measure.goals.choose(goal.id)
    QTest.keyClick(screen.measure.goals, Qt.Key.Key_Return)
    assert places == [("goal", goal.id)]


def test_a_file_is_taken_in_once_and_its_bad_rows_are_named(
    screen: MeasuresScreen, journal: Journal, late: UUID, tmp_path: Path
) -> None:
    calls = journal.measures.save(Measure(name="Calls")).id
    file = tmp_path / "figures.csv"
    file.write_text(
        "date,value,note,measure\n2026-10-01,4,,\n2026-10-02,soon,,\n2026-10-03,12,,calls\n2026-10-04,1,,Typos\n"
    )
    for new in (2, 0):
        screen.measure.values.drop.chosen.emit(file)
        assert not screen.import_sheet.isEnabled()
        tasks.wait_all()
        report = asking.asked(ImportReportDialog)
        assert [row.line for row in report.bad.rows()] == [3, 5]
        assert report.windowTitle() == "Read from figures.csv"
        report.close()
        assert len(journal.measures.values(late)) == 3
        assert [value.value for value in journal.measures.values(calls)] == [12.0]
        assert screen.import_sheet.isEnabled(), new


@pytest.mark.parametrize("content", [b"x" * (MOST_BYTES + 1), b"", b"day,weight\n1,2\n", None])
def test_a_file_that_is_none_is_told(
    qtbot: QtBot,
    screen: MeasuresScreen,
    journal: Journal,
    late: UUID,
    tmp_path: Path,
    content: bytes | None,
) -> None:
    file = tmp_path / "figures.csv"
    if content is not None:
        file.write_bytes(content)
    screen.take_in(file)
    qtbot.waitUntil(lambda: asking.is_asked(MessageDialog) or not tasks._running)
    tasks.wait_all()
    asking.asked(MessageDialog).accept()
    assert len(journal.measures.values(late)) == 2
    assert screen.import_sheet.isEnabled()
