"""Days and times in fields and in the names of notes."""

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.importers.days.formats import day_format
from workjournal.importers.days.names import DayNames
from workjournal.importers.days.times import time_of
from workjournal.importers.days.written import Order, order_of, when
from workjournal.importers.texts import NotReadable

DAY = dt.date(2024, 6, 16)
HALF = dt.time(10, 30)
WRITTEN: list[tuple[Any, dt.time | None, str]] = [
    (DAY, None, ""),
    (dt.datetime(2024, 6, 16, 10, 30, 0, 5), HALF, ""),  # noqa: DTZ001
    ("2024-06-16", None, ""),
    ("2024/6/16", None, ""),
    ("20240616", None, ""),
    ("202406161030", HALF, ""),
    ("2024-06-16 10:30", HALF, ""),
    ("2024-06-16T10:30:00.123+02:00", HALF, "+02:00"),
    ("20240616T103000-0500", HALF, "-05:00"),
    ("16.06.2024", None, ""),
    ("16.6.24, 10:30 Uhr", HALF, ""),
    ("16/06/2024 10:30 AM", HALF, ""),
    ("06/16/2024", None, ""),
    ("16 June 2024", None, ""),
    ("16. Juni 2024 um 10:30 Uhr", HALF, ""),
    ("16-Jun-2024", None, ""),
    ("June 16th, 2024", None, ""),
    ("Sunday, June 16th 2024, 10:30:00 am", HALF, ""),
    ("Sun Jun 16 2024 10:30:00 GMT+0200 (CEST)", HALF, "+02:00"),
    ("Sonntag, 16. Juni 2024", None, ""),
    ("[[2024-06-16]]", None, ""),
    ([["2024-06-16"]], None, ""),
    ("45459", None, ""),  # a spreadsheet's
]


@pytest.mark.parametrize(("value", "time", "zone"), WRITTEN)
def test_a_day_is_read_however_it_is_written(value: Any, time: dt.time | None, zone: str) -> None:
    found = when(value)
    assert (found.date, found.time, found.zone) == (DAY, time, zone)


@pytest.mark.parametrize("value", [1718526600, "1718526600", 1718526600000, "2024-06-16T08:30:00Z"])
def test_an_instant_is_shown_by_the_writers_clock(value: Any) -> None:
    found = when(value, zone="Europe/Berlin")
    assert (found.date, found.time, found.zone) == (DAY, HALF, "Europe/Berlin")
    assert not found.is_whole


def test_an_instant_late_in_the_evening_is_on_the_next_day_further_east() -> None:
    assert when("2024-04-16T23:00:00Z", zone="Europe/Dublin").date == dt.date(2024, 4, 17)


@pytest.mark.parametrize(
    "value",
    [
        "{{date}}",
        "",
        "2024-13-45",
        "2024-06-16 25:00",
        "2024-06-16 10:30 +9900",
        "x" * 900,
        True,
        None,
        5,
        {},
        "2024",
        [1, 2],
    ],
)
def test_what_is_no_day_says_so(value: Any) -> None:
    with pytest.raises(NotReadable):
        when(value)


def test_what_can_be_two_days_is_read_by_the_order_alone() -> None:
    with pytest.raises(NotReadable, match="may be 2024-04-03 or 2024-03-04"):
        when("03/04/2024")
    assert when("03/04/2024", Order.DAY).date == dt.date(2024, 4, 3)
    assert when("03/04/2024", Order.MONTH).date == dt.date(2024, 3, 4)
    assert when("05/05/2024").date == dt.date(2024, 5, 5)


ORDERS: list[tuple[list[str], tuple[Order, bool] | None]] = [
    (["2024-06-16", "16.06.2024", "x"], None),
    (["03/04/2024", "13/04/2024"], (Order.DAY, True)),
    (["03/04/2024", "04/13/2024"], (Order.MONTH, True)),
    (["01/02/2024", "02/02/2024", "03/02/2024"], (Order.DAY, False)),
    (["02/01/2024", "02/02/2024", "02/03/2024"], (Order.MONTH, False)),
    (["03/04/2024 9:05 PM"], (Order.MONTH, False)),
    (["03/04/2024"], (Order.DAY, False)),
    (["13/04/2024", "14/04/2024", "04/15/2024"], (Order.DAY, False)),
]


@pytest.mark.parametrize(("written", "order"), ORDERS)
def test_the_order_is_seen_by_all_days_together(written: list[str], order: tuple[Order, bool] | None) -> None:
    assert order_of(written) == order


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("9:05", dt.time(9, 5)),
        ("09:05:30", dt.time(9, 5, 30)),
        ("9.05 pm", dt.time(21, 5)),
        ("12 am", dt.time(0)),
        ("12 p.m.", dt.time(12)),
        ("9 Uhr", dt.time(9)),
        ("10h30", HALF),
    ],
)
def test_a_time_of_day_is_read(written: str, time: dt.time) -> None:
    assert time_of(written) == time


@pytest.mark.parametrize("written", ["9", "25:00", "13 pm", "evening", "", "1:5"])
def test_what_is_no_time_says_so(written: str) -> None:
    with pytest.raises(NotReadable):
        time_of(written)


NAMES: list[tuple[str, dt.time | None, str]] = [
    ("2024-06-16", None, ""),
    ("2024-06-16 Sunday", None, ""),
    ("Sunday 2024-06-16", None, ""),
    ("2024-06-16-So", None, ""),
    ("2024_06_16", None, ""),
    ("16.06.2024", None, ""),
    ("20240616", None, ""),
    ("June 16th, 2024", None, ""),
    ("16. Juni 2024", None, ""),
    ("2024/06/16", None, ""),
    ("2024/06-June/16 Sunday", None, ""),
    ("2024/June/16", None, ""),
    ("2024-06/16", None, ""),
    ("2024/06-16", None, ""),
    ("Daily/2024/06/2024-06-16", None, ""),
    ("2024-06-16 Met Priya", None, "Met Priya"),
    ("2024-06-16 10.30", HALF, ""),
    ("2024-06-16T10-30-00 Call", HALF, "Call"),
    ("202406161030 Zettel", HALF, "Zettel"),
    ("2024/06/16/Walk", None, "Walk"),
    ("2024-06-16/Walk", None, "Walk"),
    ("Meeting 2024-06-16", None, "Meeting 2024-06-16"),
    ("2024-06-16 2025 plans", None, "2025 plans"),
]


@pytest.mark.parametrize(("path", "time", "title"), NAMES)
def test_a_note_is_named_by_its_day(path: str, time: dt.time | None, title: str) -> None:
    found = DayNames().of(path)
    assert found is not None
    assert (found.date, found.time, found.title) == (DAY, time, title)


@pytest.mark.parametrize(
    "path", ["readme", "2024", "x/16", "10.11.12 x", "2024-13-45", "2024/06/16abc", "03-04-2024", "May"]
)
def test_other_names_tell_no_day(path: str) -> None:
    assert DayNames().of(path) is None


FORMATS = [
    ("YYYY-MM-DD dddd", "2024-06-16 Sunday"),
    ("YYYY/MM/YYYY-MM-DD", "2024/06/2024-06-16"),
    ("MMMM Do, YYYY", "June 16th, 2024"),
    ("[Day] D.M.YY", "Day 16.6.24"),
    ("YYYY-DDDD", "2024-168"),
    ("dd/mm/yyyy hh:mm", "16/06/2024 10:30"),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-06-16T10:30:00"),
    ("%d/%m/%Y %H:%M", "16/06/2024 10:30"),
    ("GGGG-[W]WW YYYY-MM-DD", "2024-W24 2024-06-16"),
]


@pytest.mark.parametrize(("form", "text"), FORMATS)
def test_a_format_that_was_set_is_read(form: str, text: str) -> None:
    found = day_format(form).read(text)
    assert found is not None
    assert found.date == DAY
    assert found.time in {None, HALF}
    assert (found.time is not None) == ("10:30" in text)


@pytest.mark.parametrize("form", ["", "YYYY-MM", "x", "GGGG-[W]WW", "Y" * 999])
def test_a_format_that_tells_no_day_is_none(form: str) -> None:
    with pytest.raises(NotReadable):
        day_format(form)


def test_a_format_decides_before_anything_else() -> None:
    found = DayNames([day_format("MM-DD-YYYY")]).of("Daily/03-04-2024")
    assert found is not None
    assert found.date == dt.date(2024, 3, 4)


@given(st.text(alphabet="0123456789-/.: TZapmJunSonday+()[]", max_size=40), st.sampled_from([None, *Order]))
def test_any_text_is_a_day_or_none(text: str, order: Order | None) -> None:
    DayNames(order=order).of(text)
    with suppress(NotReadable):
        assert when(text, order).date
