"""Logging values one after the other, and mending one, in the same fields."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.measure import Measure, Reading
from workjournal.journal.journal import Journal
from workjournal.ui.parts.measure_log import MeasureLog

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def measure(journal: Journal) -> Measure:
    return journal.measures.save(Measure(name="Days late", unit="days"))


@pytest.fixture
def log(qtbot: QtBot, journal: Journal, measure: Measure) -> MeasureLog:
    card = on_screen(qtbot, MeasureLog(journal))
    card.show_measure(measure)
    card.value.setFocus()
    return card


def again(qtbot: QtBot, journal: Journal, measure: Measure) -> MeasureLog:
    """The card as it is after a lock, or after the program was killed."""
    card = MeasureLog(journal)
    qtbot.addWidget(card)
    card.show_measure(measure)
    return card


def values(journal: Journal, measure: Measure) -> list[tuple[dt.date, float, str]]:
    return [(each.date, each.value, each.note) for each in journal.measures.values(measure.id)]


def test_enter_logs_and_is_ready_for_the_next(journal: Journal, measure: Measure, log: MeasureLog) -> None:
    QTest.keyClicks(log.value, "7.5 days")
    log.day.day = dt.date(2026, 11, 3)
    QTest.keyClicks(log.note, "A calm week")
    QTest.keyClick(log.note, ENTER)
    assert values(journal, measure) == [(dt.date(2026, 11, 3), 7.5, "A calm week")]
    assert (log.value.text(), log.note.text(), log.day.day) == ("", "", dt.date(2026, 11, 3))
    assert log.value.hasFocus()
    QTest.keyClicks(log.value, "6")
    QTest.keyClick(log.value, ENTER)
    assert values(journal, measure)[1][1:] == (6.0, "")
    assert journal.drafts.all() == []


def test_a_value_is_of_today_unless_said(journal: Journal, measure: Measure, log: MeasureLog) -> None:
    log.day.clear()
    QTest.keyClicks(log.value, "4")
    QTest.keyClick(log.value, ENTER)
    assert values(journal, measure) == [(journal.today(), 4.0, "")]


@pytest.mark.parametrize(
    ("typed", "day", "told"),
    [
        ("seven", "", "The value must be a number such as 12.5, not “seven”."),
        ("", "", "There is no value yet"),
        ("7", "2026-02-31", "“2026-02-31” is no day"),
    ],
)
def test_what_is_wrong_is_said_and_stays(
    journal: Journal, measure: Measure, log: MeasureLog, typed: str, day: str, told: str
) -> None:
    QTest.keyClicks(log.value, typed)
    QTest.keyClicks(log.note, "Kept")
    if day:
        log.day.selectAll()
        QTest.keyClicks(log.day, day)
    QTest.keyClick(log.day if day else log.value, ENTER)
    assert told in log.problem.text()
    assert log.problem.isVisible()
    assert (log.value.text(), log.note.text()) == (typed, "Kept")
    assert values(journal, measure) == []
    log.leave()
    (draft,) = journal.drafts.all()
    assert (draft.fields["value"], draft.fields["note"]) == (typed, "Kept")
    QTest.keyClicks(log.value, "1")
    assert not log.problem.isVisible()


def test_undo_of_a_logged_value(qtbot: QtBot, journal: Journal, measure: Measure, log: MeasureLog) -> None:
    QTest.keyClicks(log.value, "4")
    with qtbot.waitSignal(log.toast) as toast:
        QTest.keyClick(log.value, ENTER)
    assert toast.args[0] == "4 days logged for 19 Nov 2026"
    toast.args[1]()
    assert values(journal, measure) == []


def test_half_a_line_survives(qtbot: QtBot, journal: Journal, measure: Measure, log: MeasureLog) -> None:
    QTest.keyClicks(log.value, "7,")
    log.day.day = dt.date(2026, 11, 3)
    log.leave()
    card = again(qtbot, journal, measure)
    assert (card.value.text(), card.day.day, card.editing) == ("7,", dt.date(2026, 11, 3), None)
    other = journal.measures.save(Measure(name="Calls"))
    card.show_measure(other)
    assert card.value.text() == ""
    card.show_measure(measure)
    assert card.value.text() == "7,"


def test_a_day_alone_is_no_draft(journal: Journal, log: MeasureLog, clock: Clock) -> None:
    log.day.day = dt.date(2026, 11, 3)
    log.leave()
    assert journal.drafts.all() == []


def test_mending_one_and_its_undo(qtbot: QtBot, journal: Journal, measure: Measure, log: MeasureLog) -> None:
    reading = journal.measures.log(
        Reading(measure_id=measure.id, date=dt.date(2026, 11, 2), value=70.0, note="Typed in haste")
    )
    QTest.keyClicks(log.value, "5")
    log.begin(reading.id)
    assert (log.heading.text(), log.value.text()) == ("Change a value", "70")
    assert log.value.hasFocus()
    QTest.keyClicks(log.value, "7")  # all of it was marked
    with qtbot.waitSignal(log.toast) as toast:
        QTest.keyClick(log.value, ENTER)
    assert values(journal, measure) == [(dt.date(2026, 11, 2), 7.0, "Typed in haste")]
    assert (log.heading.text(), log.value.text(), log.editing) == ("Log a value", "5", None)
    toast.args[1]()
    assert values(journal, measure)[0][1] == 70.0


def test_escape_gives_up_mending(qtbot: QtBot, journal: Journal, measure: Measure, log: MeasureLog) -> None:
    reading = journal.measures.log(Reading(measure_id=measure.id, date=journal.today(), value=70.0))
    log.begin(reading.id)
    QTest.keyClicks(log.value, "7")
    log.leave()
    resumed = again(qtbot, journal, measure)
    assert (resumed.editing, resumed.value.text()) == (reading.id, "7")
    QTest.keyClick(log.value, ESCAPE)
    assert (log.editing, log.value.text()) == (None, "")
    assert not log.cancel.isVisible()
    assert journal.drafts.all() == []
    assert values(journal, measure)[0][1] == 70.0


def test_another_one_chosen_saves_the_one_before(journal: Journal, measure: Measure, log: MeasureLog) -> None:
    one, two = (
        journal.measures.log(Reading(measure_id=measure.id, date=journal.today(), value=float(number)))
        for number in (1, 2)
    )
    log.begin(one.id)
    QTest.keyClicks(log.value, "11")
    log.begin(two.id)
    assert [value for _, value, _ in values(journal, measure)] == [11.0, 2.0]
    assert (log.editing, log.value.text()) == (two.id, "2")
    log.value.clear()
    QTest.keyClicks(log.value, "two")
    log.begin(one.id)
    assert (log.editing, log.value.text()) == (two.id, "two")
    assert "“two”" in log.problem.text()


def test_one_taken_back_is_not_mended_any_more(journal: Journal, measure: Measure, log: MeasureLog) -> None:
    reading = journal.measures.log(Reading(measure_id=measure.id, date=journal.today(), value=70.0))
    log.begin(reading.id)
    QTest.keyClicks(log.value, "7")
    log.leave()
    journal.readings.trash(reading.id)
    log.show_measure(measure)
    assert (log.editing, log.value.text()) == (None, "")
    assert journal.drafts.all() == []
