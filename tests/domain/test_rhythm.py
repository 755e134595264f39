"""When a goal asks to be looked at: the rule alone, without a database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.rhythm import LONGEST, RHYTHMS, NoRhythm, Rhythm, check_rhythm, last_look

DAY = dt.date(2026, 11, 2)


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("rhythm", "due"),
    [
        (Rhythm(7, DAY), later(7)),
        (Rhythm(3, DAY), later(3)),
        (Rhythm(30, DAY), later(30)),
        (Rhythm(0, DAY), None),
        (Rhythm(7, DAY, paused=True), None),
        (Rhythm(7, DAY, snoozed_until=later(10)), later(10)),
        (Rhythm(7, DAY, snoozed_until=later(2)), later(7)),  # put off, but its own day is later still
        (Rhythm(0, DAY, snoozed_until=later(2)), None),
        (Rhythm(7, DAY, snoozed_until=later(2), paused=True), None),
    ],
)
def test_the_next_check_in(rhythm: Rhythm, due: dt.date | None) -> None:
    assert rhythm.next() == due
    if due is not None:
        assert not rhythm.is_due(due - dt.timedelta(days=1))
        assert rhythm.is_due(due)
        assert rhythm.is_due(due + dt.timedelta(days=400))
    else:
        assert not rhythm.is_due(later(400))


@given(st.integers(1, LONGEST), st.integers(0, 60), st.integers(0, 400))
def test_putting_off_never_makes_it_ask_earlier(days: int, snooze: int, today: int) -> None:
    plain, snoozed = Rhythm(days, DAY), Rhythm(days, DAY, later(snooze))
    assert not snoozed.is_due(later(today)) or plain.is_due(later(today))


def test_the_last_look_is_the_latest_of_start_and_check_ins() -> None:
    assert last_look([], None, DAY) == DAY
    assert last_look([], later(-3), DAY) == later(-3)
    assert last_look([later(-9), later(-2)], later(-5), DAY) == later(-2)
    assert last_look([later(-9)], later(-5), DAY) == later(-5)


@pytest.mark.parametrize("days", [*RHYTHMS, 1, LONGEST])
def test_what_is_a_rhythm(days: int) -> None:
    check_rhythm(days)


@pytest.mark.parametrize("days", [-1, LONGEST + 1, 1000])
def test_what_is_none(days: int) -> None:
    with pytest.raises(NoRhythm, match=f"not every {days} days"):
        check_rhythm(days)
