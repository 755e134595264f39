"""Days, numbers and ratings out of cells."""

import datetime as dt
import math
import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.cells import (
    AmbiguousDay,
    AmbiguousNumber,
    DecimalComma,
    EmptyCell,
    NoSuchDay,
    NotADay,
    NotALevel,
    NotANumber,
    NumberTooLarge,
    NumberWithUnit,
    UnusualDay,
    YearOutOfRange,
    day,
    number,
    rating,
)
from workjournal.errors import JournalError

APRIL = dt.date(2026, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-04-03", " 2026-04-03 ", "03.04.2026", "3.4.2026", "3. 4. 2026"),
        *(
            "2026-04-03T10:20",
            "2026-04-03 10:20:30",
            "2026-04-03T10:20:30.123456+02:00",
            "2026-04-03T00:00:00Z",
        ),
        *("2026-04-03 23:59 UTC", "03.04.2026 08:15", "03.04.2026, 08.15"),
    ],
)
def test_the_third_of_april(text: str) -> None:
    assert day(text) == APRIL


NO_DAYS = [
    ("", EmptyCell, "The day is empty"),
    ("  ", EmptyCell, "The day is empty"),
    ("soon", NotADay, "Write it as 2026-04-03"),
    ("46115", NotADay, "“46115”"),
    ("3.4.26", NotADay, "“3.4.26”"),
    ("2026-04-03x", NotADay, "2026-04-03x"),
    ("2026-04-03 25:00", NotADay, "25:00"),
    ("2026-04-03 10:61", NotADay, "10:61"),
    ("２０２６-04-03", NotADay, "２０２６"),
    ("x" * 10_000, NotADay, "…"),
    ("03/04/2026", AmbiguousDay, "Write it as 2026-04-03, or 2026-03-04"),
    ("3-4-2026", AmbiguousDay, "Write it as 2026-04-03, or 2026-03-04"),
    ("03/04/2026 10:20", AmbiguousDay, "Write it as 2026-04-03"),
    ("25/12/2026", UnusualDay, "Write it as 2026-12-25"),
    ("12/25/2026", UnusualDay, "Write it as 2026-12-25"),
    ("04/04/2026", UnusualDay, "Write it as 2026-04-04"),
    ("2026/04/03", UnusualDay, "Write it as 2026-04-03"),
    ("2026-4-3", UnusualDay, "Write it as 2026-04-03"),
    ("2026.04.03", UnusualDay, "Write it as 2026-04-03"),
    ("31/31/2026", NoSuchDay, "31/31/2026"),
    ("2026-02-29", NoSuchDay, "2026-02-29"),
    ("31.4.2026", NoSuchDay, "31.4.2026"),
    ("0000-01-01", NoSuchDay, "0000-01-01"),
    ("1899-12-31", YearOutOfRange, "1900 to 2100"),
    ("01.01.2101", YearOutOfRange, "1900 to 2100"),
]


@pytest.mark.parametrize(("text", "error", "told"), NO_DAYS)
def test_no_day(text: str, error: type[JournalError], told: str) -> None:
    with pytest.raises(error) as raised:
        day(text)
    assert told in str(raised.value)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_of_two_centuries_is_read_both_ways(date: dt.date) -> None:
    assert day(date.isoformat()) == day(f"{date:%d.%m.}{date.year}") == date


BY_BOTH = [
    *(("5", 5), ("-5", -5), ("\u22125", -5), ("+5", 5), ("-0", 0), (" 7 ", 7), ("007", 7)),
    *(("5.5", 5.5), (".5", 0.5), ("0.125", 0.125), ("1234.567", 1234.567), ("1e3", 1000), ("2.5E-1", 0.25)),
    *(("1 234", 1234), ("1\u00a0234\u00a0567", 1234567), ("1\u202f234.5", 1234.5), ("1'234.567", 1234.567)),
    *(("1,234.5", 1234.5), ("1,234,567", 1234567), ("1.234.567", 1234567), ("-12,345,678.9", -12345678.9)),
]
BY_COMMA = [
    ("3,5", 3.5),
    ("\u22120,125", -0.125),
    ("1.234,5", 1234.5),
    ("1 234,567", 1234.567),
    ("1234,567", 1234.567),
]


@pytest.mark.parametrize(("text", "value"), BY_BOTH)
def test_a_number_in_any_file(text: str, value: float) -> None:
    assert number(text, decimal_comma=True) == number(text, decimal_comma=False) == value


@pytest.mark.parametrize(("text", "value"), BY_COMMA)
def test_a_decimal_comma_where_commas_are_not_between_the_cells(text: str, value: float) -> None:
    assert number(text, decimal_comma=True) == value
    with pytest.raises(DecimalComma, match=f"Write it as {value}"):
        number(text, decimal_comma=False)


def test_a_point_and_three_digits_are_decimals_only_where_a_comma_cannot_be() -> None:
    assert number("1.234", decimal_comma=False) == 1.234
    with pytest.raises(AmbiguousNumber, match=r"Write it as 1234, or 1\.2340"):
        number("1.234", decimal_comma=True)
    assert number("1.2340", decimal_comma=True) == 1.234


@pytest.mark.parametrize("decimal_comma", [True, False])
def test_a_comma_and_three_digits_are_ambiguous_in_any_file(decimal_comma: bool) -> None:
    with pytest.raises(AmbiguousNumber, match=r"Write it as -12345, or -12\.3450"):
        number("\u221212,345", decimal_comma=decimal_comma)


NO_NUMBERS = [
    ("", EmptyCell, "The number is empty"),
    *(
        (text, NotANumber, f"“{text}” is not a number")
        for text in ("x", "n/a", "-", ".", "nan", "inf", "-Infinity")
    ),
    *(
        (text, NotANumber, f"“{text}” is not a number")
        for text in ("5.", "5-", "- 5", "(5)", "1.2.3", "12,34,567")
    ),
    *(
        (text, NotANumber, f"“{text}” is not a number")
        for text in ("1,234,56", "٣", "0x10", "1_000", "5 of 10")
    ),
    ("9" * 61, NotANumber, "…"),
    ("5%", NumberWithUnit, "has “%” beside"),
    ("5 %", NumberWithUnit, "has “%” beside"),
    ("€ 1.234,50", NumberWithUnit, "has “€” beside"),
    ("\u22122 days", NumberWithUnit, "has “days” beside"),
    ("1e999", NumberTooLarge, "“1e999” is too large"),
]


@pytest.mark.parametrize(("text", "error", "told"), NO_NUMBERS)
@pytest.mark.parametrize("decimal_comma", [True, False])
def test_no_number(text: str, error: type[JournalError], told: str, decimal_comma: bool) -> None:
    with pytest.raises(error) as raised:
        number(text, decimal_comma=decimal_comma)
    assert told in str(raised.value)


@given(st.floats(allow_nan=False, allow_infinity=False), st.booleans())
def test_what_a_number_is_written_as_is_that_number_or_ambiguous(value: float, decimal_comma: bool) -> None:
    if decimal_comma and re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", repr(value)):
        with pytest.raises(AmbiguousNumber):
            number(repr(value), decimal_comma=True)
    else:
        assert number(repr(value), decimal_comma=decimal_comma) == value


@pytest.mark.parametrize(
    ("text", "level"), [("0", 0), ("5", 5), (" 80 ", 80), ("100", 100), ("65.0", 65), ("65,0", 65)]
)
def test_a_rating(text: str, level: int) -> None:
    assert rating(text) == level


NO_RATINGS = [
    *(
        (text, NotALevel, f"from 0 to 100 in steps of 5, not “{text}”")
        for text in ("82", "-5", "105", "2.5", "1e300")
    ),
    ("", EmptyCell, "The level is empty"),
    ("80 %", NumberWithUnit, "“%”"),
    ("high", NotANumber, "“high”"),
]


@pytest.mark.parametrize(("text", "error", "told"), NO_RATINGS)
def test_no_rating(text: str, error: type[JournalError], told: str) -> None:
    with pytest.raises(error) as raised:
        rating(text)
    assert told in str(raised.value)


def said(read: Callable[[str], float | dt.date], text: str) -> str:
    """Why a text is refused; nothing if it is read."""
    try:
        value = read(text)
    except JournalError as error:
        return str(error)
    assert isinstance(value, dt.date) or math.isfinite(value)
    return ""


@given(st.text() | st.text(st.sampled_from("0123456789.,-/ T:%eE+'"), max_size=70))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for read in (day, rating, partial(number, decimal_comma=True), partial(number, decimal_comma=False)):
        assert said(read, text).isprintable()
