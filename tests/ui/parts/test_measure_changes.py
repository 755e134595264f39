"""Marked changes: for one measure or for all, changed and taken back."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.measure import MarkedChange, Measure
from workjournal.journal.journal import Journal
from workjournal.ui.parts.measure_changes import ALL, ONE, MeasureChanges
from workjournal.ui.widgets.row_list import Row

ENTER = Qt.Key.Key_Return


@pytest.fixture
def measure(journal: Journal) -> Measure:
    return journal.measures.save(Measure(name="Days late", unit="days"))


@pytest.fixture
def card(qtbot: QtBot, journal: Journal, measure: Measure) -> MeasureChanges:
    made = on_screen(qtbot, MeasureChanges(journal))
    made.show_measure(measure)
    return made


def rows(card: MeasureChanges) -> list[tuple[str, str]]:
    return [(row.title, row.second) for row in card.changes.rows() if isinstance(row, Row)]


def test_marks_one_for_this_measure_and_one_for_all(
    journal: Journal, measure: Measure, card: MeasureChanges
) -> None:
    assert not card.changes.isVisible()
    card.text.setFocus()
    QTest.keyClicks(card.text, "A new tool")
    card.day.day = dt.date(2026, 9, 14)
    QTest.keyClick(card.text, ENTER)
    QTest.keyClicks(card.text, "A new role")
    QTest.mouseClick(card.scope.button(ALL), Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.keep, Qt.MouseButton.LeftButton)
    other = journal.measures.save(Measure(name="Calls"))
    assert [change.text for change in journal.measures.changes(other.id)] == ["A new role"]
    card.show_measure(measure)
    assert sorted(rows(card)) == [
        ("A new role", "14 Sep 2026 · for all measures"),
        ("A new tool", "14 Sep 2026 · for this measure"),
    ]


def test_one_without_words_says_what_is_missing(journal: Journal, card: MeasureChanges) -> None:
    QTest.mouseClick(card.keep, Qt.MouseButton.LeftButton)
    assert "Say what is new since that day" in card.problem.text()
    assert journal.changes.all() == []


def test_changes_one_and_its_undo(
    qtbot: QtBot, journal: Journal, measure: Measure, card: MeasureChanges
) -> None:
    change = journal.measures.mark(MarkedChange(date=dt.date(2026, 9, 1), text="A tool"))
    card.show_measure(measure)
    card.changes.opened.emit(change.id)
    assert (card.text.text(), card.day.day, card.scope.choice) == ("A tool", dt.date(2026, 9, 1), ALL)
    card.text.clear()
    QTest.keyClicks(card.text, "A ticket tool")
    card.scope.choice = ONE
    with qtbot.waitSignal(card.toast) as toast:
        QTest.keyClick(card.text, ENTER)
    (kept,) = journal.measures.changes(measure.id)
    assert (kept.text, kept.measure_id) == ("A ticket tool", measure.id)
    toast.args[1]()
    (kept,) = journal.measures.changes(measure.id)
    assert (kept.text, kept.measure_id) == ("A tool", None)


def test_takes_one_back_for_all_measures(
    qtbot: QtBot, journal: Journal, measure: Measure, card: MeasureChanges
) -> None:
    change = journal.measures.mark(MarkedChange(date=dt.date(2026, 9, 1), text="A tool"))
    card.show_measure(measure)
    card.changes.choose(change.id)
    with qtbot.waitSignal(card.toast) as toast:
        QTest.keyClick(card.changes, Qt.Key.Key_Delete)
    assert toast.args[0] == "Change taken back for all measures"
    assert journal.changes.all() == []
    toast.args[1]()
    assert [each.id for each in journal.changes.all()] == [change.id]


def test_half_a_change_survives(
    qtbot: QtBot, journal: Journal, measure: Measure, card: MeasureChanges
) -> None:
    QTest.keyClicks(card.text, "A new ro")
    card.scope.choice = ALL
    card.leave()
    resumed = MeasureChanges(journal)
    qtbot.addWidget(resumed)
    resumed.show_measure(measure)
    assert (resumed.text.text(), resumed.scope.choice) == ("A new ro", ALL)
    assert journal.changes.all() == []
