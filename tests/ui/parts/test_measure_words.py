"""Words of measures: values with their unit, the target, and numbers as people type them."""

import datetime as dt
from collections.abc import Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale

from workjournal.domain.measure import Direction, Measure
from workjournal.journal.measures import Value
from workjournal.ui.parts import measure_words

TODAY = dt.date(2026, 11, 19)


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def value(number: float, day: dt.date = TODAY, *, from_check_in: bool = False) -> Value:
    return Value(day, float(number), "", uuid4(), from_check_in)


@pytest.mark.parametrize(
    ("typed", "unit", "found"),
    [
        ("12.5", "", 12.5),
        (" -3 ", "", -3.0),
        ("1,204", "", 1204.0),
        ("92 %", "%", 92.0),
        ("92%", "%", 92.0),
        ("4 Days", "days", 4.0),
        ("", "%", None),
        ("   ", "", None),
    ],
)
def test_reads_a_number_with_or_without_its_unit(typed: str, unit: str, found: float | None) -> None:
    assert measure_words.read(typed, "The value", unit) == found


@pytest.mark.parametrize("typed", ["soon", "12,5", "nan", "inf", "1.2.3", "%", "5 km"])
def test_says_what_is_no_number(typed: str) -> None:
    with pytest.raises(measure_words.NoNumber) as told:
        measure_words.read(typed, "The target", "%")
    assert str(told.value) == f"The target must be a number such as 12.5, not “{typed}”."


@pytest.mark.usefixtures("german")
def test_reads_and_writes_as_the_locale_does() -> None:
    assert measure_words.read("12,5", "Der Wert") == 12.5
    with pytest.raises(measure_words.NoNumber, match=r"such as 12,5, not “12\.5”"):
        measure_words.read("12.5", "Der Wert")
    measure = Measure(name="Fehler", unit="%", target=3.0)
    assert measure_words.row(measure, value(2.25), TODAY).number == "2,25 %"


def test_a_long_text_that_is_no_number_is_shortened() -> None:
    with pytest.raises(measure_words.NoNumber) as told:
        measure_words.read("x" * 900, "The value")
    assert len(str(told.value)) < 100


def test_a_row_says_value_day_and_whether_the_target_is_reached() -> None:
    fewer = Measure(name="Days late", unit="days", direction=Direction.LOWER, target=3.0)
    there = measure_words.row(fewer, value(2.5, dt.date(2025, 12, 1)), TODAY)
    assert (there.title, there.number, there.second) == (
        "Days late",
        "2.5 days",
        "Target reached · 1 Dec 2025",
    )
    away = measure_words.row(fewer, value(3.5), TODAY)
    assert (away.second, away.icon) == ("Short of target · 19 Nov", "gauge")
    assert measure_words.row(Measure(name="Calls"), value(3), TODAY).second == "19 Nov"
    assert measure_words.row(fewer, None, TODAY).second == "No value yet"


def test_a_value_says_where_it_is_from() -> None:
    measure = Measure(name="Days late", unit="days")
    by_hand, checked = value(2), value(3, from_check_in=True)
    assert measure_words.value_row(by_hand, measure, TODAY).action == "Take back"
    row = measure_words.value_row(checked, measure, TODAY)
    assert (row.title, row.second, row.action) == ("3 days", "Thu 19 Nov · from a check-in", "Open goal")
