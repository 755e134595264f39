"""Which row is what: against a list of rows that is written out."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from workjournal.journal.episode_filter import Order
from workjournal.journal.outline import Outline
from workjournal.ui.parts.episode_groups import Grouping, Groups

FIRST = dt.date(2025, 12, 20).toordinal()


def group(key: int, grouping: Grouping, first_weekday: int, order: Order) -> object:
    if order is Order.HARDEST or grouping is Grouping.DAY:
        return key
    day = dt.date.fromordinal(key)
    if grouping is Grouping.MONTH:
        return (day.year, day.month)
    return day - dt.timedelta(days=(day.isoweekday() - first_weekday) % 7)


def written_out(
    counts: dict[int, int], grouping: Grouping, weekday: int, order: Order
) -> list[tuple[int, int | None]]:
    """For each row its key, and its place; None in place of that for a heading."""
    expected: list[tuple[int, int | None]] = []
    before: object = None
    place = 0
    for key in sorted(counts, reverse=order is not Order.OLDEST):
        if group(key, grouping, weekday, order) != before:
            before = group(key, grouping, weekday, order)
            expected.append((key, None))
        for _ in range(counts[key]):
            expected.append((key, place))
            place += 1
    return expected


@given(
    counts=st.dictionaries(st.integers(FIRST, FIRST + 60), st.integers(1, 4), max_size=25),
    grouping=st.sampled_from(Grouping),
    weekday=st.sampled_from([1, 6, 7]),
    order=st.sampled_from(Order),
)
def test_every_row_is_what_it_should_be(
    counts: dict[int, int], grouping: Grouping, weekday: int, order: Order
) -> None:
    expected = written_out(counts, grouping, weekday, order)
    groups = Groups(Outline(order, counts.items()), grouping, weekday)
    assert len(groups) == len(expected)
    assert list(groups.rows(0, len(expected) + 5)) == [place for _, place in expected]
    for row, (key, at) in enumerate(expected):
        assert groups.is_heading(row) == (at is None)
        assert group(groups.key_of(row), grouping, weekday, order) == group(key, grouping, weekday, order)
        if at is not None:
            assert (groups.place(row), groups.row(at)) == (at, row)
        if order is not Order.HARDEST:
            assert groups.day_at(row) == dt.date.fromordinal(key)
    for first in range(0, len(expected), 3):
        for last in range(first, len(expected), 4):
            places = [at for _, at in expected[first : last + 1] if at is not None]
            start, end = groups.places(first, last)
            assert list(range(start, end)) == places


def test_a_day_is_gone_to_with_its_heading() -> None:
    counts = [(FIRST, 2), (FIRST + 1, 1), (FIRST + 4, 1)]
    groups = Groups(Outline(Order.NEWEST, counts), Grouping.DAY, 1)
    days = [dt.date.fromordinal(FIRST + step) for step in range(5)]
    assert [groups.row_of_day(day) for day in days] == [4, 2, 2, 2, 0]
    by_month = Groups(Outline(Order.NEWEST, counts), Grouping.MONTH, 1)
    assert [by_month.row_of_day(day) for day in days] == [3, 2, 2, 2, 0]
