"""A lesson only moves forward, but for one that is taken up again."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.entity import new_id
from workjournal.domain.lesson import Application, Lesson, LessonState

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
