"""A lesson only moves forward, but for one that is taken up again; it comes back on its day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.entity import new_id
from workjournal.domain.lesson import Application, Lesson, LessonState
from workjournal.domain.spacing import Memory

STATES = list(LessonState)
NOW = dt.datetime(2026, 11, 19, 18, 0, tzinfo=dt.UTC)


def lesson(state: LessonState = LessonState.NEW) -> Lesson:
    return Lesson(date=dt.date(2026, 11, 19), text="Ask before the depot closes", state=state)


def used(one: Lesson, *, worked: bool | None = None, trashed: bool = False) -> None:
    one.applications.append(
        Application(lesson_id=one.id, episode_id=new_id(), worked=worked, trashed_at=NOW if trashed else None)
    )


def test_the_states_are_in_the_order_of_the_way() -> None:
    assert [state.value for state in STATES] == ["new", "recalled", "applied", "shared", "retired"]


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("to", STATES)
def test_one_step_forward_or_none(before: LessonState, to: LessonState) -> None:
    one = lesson(before)
    one.advance(to)
    assert one.state is (to if STATES.index(to) > STATES.index(before) else before)


@given(st.lists(st.sampled_from(STATES)))
def test_any_way_ends_at_the_furthest_place(way: list[LessonState]) -> None:
    one = lesson()
    for state in way:
        one.advance(state)
    assert one.state is max([LessonState.NEW, *way], key=STATES.index)


def test_applications_in_the_trash_do_not_count() -> None:
    one = lesson()
    used(one, worked=True)
    used(one, worked=True, trashed=True)
    used(one, worked=False)
    used(one)
    assert len(one.applied()) == 3
    assert one.worked() == 1


def test_a_retired_lesson_can_be_taken_up_again() -> None:
    one = lesson(LessonState.RETIRED)
    one.take_up(LessonState.SHARED)
    assert one.state is LessonState.SHARED
    one = lesson(LessonState.RETIRED)
    used(one, trashed=True)
    one.take_up()
    assert one.state is LessonState.NEW
    one = lesson(LessonState.RETIRED)
    used(one)
    one.take_up()
    assert one.state is LessonState.APPLIED


@pytest.mark.parametrize("state", [state for state in STATES if state is not LessonState.RETIRED])
def test_one_that_is_not_retired_stays_as_it_is(state: LessonState) -> None:
    one = lesson(state)
    one.take_up(LessonState.SHARED)
    assert one.state is state


TODAY = dt.date(2026, 11, 19)
REMEMBERED = Memory(12.5, 4.25, TODAY, TODAY + dt.timedelta(days=13))


def test_a_new_lesson_comes_back_the_day_after() -> None:
    one = lesson()
    assert one.memory is None
    one.check()
    assert one.due == TODAY + dt.timedelta(days=1)
    assert not one.is_due(TODAY)
    assert one.is_due(TODAY + dt.timedelta(days=1))


def test_a_day_that_was_set_stays() -> None:
    one = lesson()
    one.due = TODAY + dt.timedelta(days=9)
    one.check()
    assert one.due == TODAY + dt.timedelta(days=9)


def test_what_is_remembered_comes_back_whole() -> None:
    one = lesson()
    one.remember(REMEMBERED)
    assert one.memory == REMEMBERED
    assert (one.stability, one.difficulty, one.recalled_on, one.due) == (12.5, 4.25, TODAY, REMEMBERED.due)
    one.remember(None)
    forgotten: Memory | None = one.memory
    assert forgotten is None
    assert (one.stability, one.difficulty, one.recalled_on) == (None, None, None)
    assert one.due == TODAY + dt.timedelta(days=1)


@pytest.mark.parametrize("field", ["stability", "difficulty", "recalled_on"])
def test_half_a_memory_is_none(field: str) -> None:
    one = lesson()
    one.remember(REMEMBERED)
    setattr(one, field, None)
    assert one.memory is None


# The day it was written, recalled, comes back, as days from today; and whether it is due today.
DUE = [
    (0, None, 1, False),
    (-1, None, 0, True),
    (-400, None, -399, True),
    (-9, -3, 1, False),
    (-9, -3, 0, True),
    (-9, -3, -2, True),
    (-9, 0, 5, False),
    (-9, 0, 0, True),
    (300, None, 301, True),  # written while the clock was wrong
    (-9, 300, 340, True),  # recalled while it was
    (300, 0, 4, False),  # and since then once more
    (300, -9, 4, False),
]


@pytest.mark.parametrize(("written", "recalled", "due", "is_due"), DUE)
def test_it_is_due_on_its_day_and_after_a_wrong_clock(
    written: int, recalled: int | None, due: int, is_due: bool
) -> None:
    """Seen failing for the lesson written in the future without `self.date` in `Lesson.is_due`."""
    one = Lesson(date=TODAY + dt.timedelta(days=written), text="Ask", due=TODAY + dt.timedelta(days=due))
    one.recalled_on = None if recalled is None else TODAY + dt.timedelta(days=recalled)
    assert one.is_due(TODAY) == is_due
    one.state = LessonState.RETIRED
    assert not one.is_due(TODAY)


@pytest.mark.parametrize("state", STATES)
def test_only_a_retired_one_rests(state: LessonState) -> None:
    one = lesson(state)
    one.check()
    assert one.is_due(TODAY + dt.timedelta(days=9)) == (state is not LessonState.RETIRED)
