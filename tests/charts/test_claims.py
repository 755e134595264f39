"""What a reading claims: the same where only its figures are others, another where a word that matters is another."""

from collections.abc import Sequence

import pytest

from chart_histories import (
    END,
    START,
    after,
    episode,
    goal,
    lag,
    lesson,
    measure,
    plan,
    pulse,
    recall,
    skill,
)
from workjournal.charts import chart
from workjournal.domain.action import ActionState
from workjournal.domain.episode import Source
from workjournal.domain.goal import GoalState
from workjournal.domain.history import ChangePoint, History
from workjournal.domain.lesson import LessonState
from workjournal.domain.spacing import Grade

STEADY = (10.0, 12.0, 11.0, 13.0, 12.0, 11.0, 12.0, 11.0)
CHANGE = ChangePoint(after(5), "New scanner")


def rated(levels: Sequence[int]) -> History:
    """An episode a week, as difficult as it left energy."""
    return History(
        START, END, tuple(episode(week, 7 * week, level, energy=level) for week, level in enumerate(levels))
    )


def sources(*named: Source) -> History:
    return History(START, END, tuple(episode(day, day, None, source=each) for day, each in enumerate(named)))


def goals(*ends: tuple[GoalState, int, int], challenges: tuple[str, ...] = ("high stakes",)) -> History:
    """Each with its difficulty and its confidence after; before it was 50, as likely as was forecast."""
    made = (
        goal(
            place,
            state,
            difficulty=hard,
            confidence=(50, sure, None),
            forecast=90,
            came_true=state is GoalState.ACHIEVED,
            challenges=challenges,
        )
        for place, (state, hard, sure) in enumerate(ends)
    )
    return History(START, END, goals=tuple(made))


def skills(*several: Sequence[int]) -> History:
    made = (
        skill(n, *((after(7 * week), level) for week, level in enumerate(levels)))
        for n, levels in enumerate(several)
    )
    return History(START, END, skills=tuple(made))


def lags(*days: int | None) -> History:
    return History(START, END, lags=tuple(lag(place, place, each) for place, each in enumerate(days)))


def plans(*states: ActionState) -> History:
    return History(
        START, END, plans=tuple(plan(place, 9, state, after(20)) for place, state in enumerate(states))
    )


def recalls(*grades: Grade) -> History:
    return History(START, END, recalls=tuple(recall(place, 9, grade) for place, grade in enumerate(grades)))


def lessons(*made: tuple[LessonState, int]) -> History:
    return History(START, END, lessons=tuple(lesson(2 * n, 9, *each) for n, each in enumerate(made)))


def measures(*values: Sequence[float], changes: tuple[ChangePoint, ...] = ()) -> History:
    made = (
        measure(n, tuple((after(day), value) for day, value in enumerate(each)))
        for n, each in enumerate(values)
    )
    return History(START, END, measures=tuple(made), changes=changes)


def pulses(*rated: tuple[int, int]) -> History:
    return History(START, END, pulses=tuple(pulse(month, *each) for month, each in enumerate(rated, 1)))


RISING = tuple(range(10, 90, 10))
REACHED, GIVEN_UP = GoalState.ACHIEVED, GoalState.ABANDONED
FIRED, MISSED, OPEN = ActionState.DONE, ActionState.NOT_MET, ActionState.OPEN
NEW, USED = (LessonState.NEW, 0), (LessonState.APPLIED, 1)
FAR = (*STEADY, *STEADY, 17.0)
COUNTS = {
    "difficulty": (rated(RISING), rated((*RISING, 90))),
    "energy": (rated(RISING), rated((*RISING, 90))),
    "skills": (skills(RISING), skills(RISING, (50,) * 8)),
    "sources": (sources(Source.EXPOSURE, Source.EXPOSURE), sources(*[Source.EXPOSURE] * 3)),
    "cadence": (rated((10,) * 9), rated((10,) * 10)),
    "confidence": (goals(*[(REACHED, 50, 80)] * 2), goals(*[(REACHED, 50, 80)] * 3)),
    "stretch_map": (
        goals((REACHED, 50, 80), (GIVEN_UP, 70, 10)),
        goals((REACHED, 50, 80), (GIVEN_UP, 70, 10), (GIVEN_UP, 60, 10)),
    ),
    "calibration": (goals(*[(REACHED, 50, 80)] * 12), goals(*[(REACHED, 50, 80)] * 13)),
    "challenges": (goals((REACHED, 50, 80)), goals(*[(REACHED, 50, 80)] * 2)),
    "measures": (measures(STEADY, FAR), measures(STEADY, (*FAR, *STEADY, 17.0))),
    "around_change": (
        measures(range(12), range(6), changes=(CHANGE,)),
        measures(range(12), (*range(3), 9, 9, 2, 1, 1), changes=(CHANGE,)),
    ),
    "lesson_funnel": (lessons(NEW, USED), lessons(NEW, USED, USED)),
    "retention": (recalls(Grade.GOOD, Grade.AGAIN), recalls(Grade.GOOD, Grade.AGAIN, Grade.EASY)),
    "reflection_lag": (lags(*[3] * 9, None), lags(*[4] * 10, None, None)),
    "plans": (plans(FIRED, MISSED), plans(FIRED, MISSED, FIRED, OPEN)),
    "zones": (pulses((20, 80), (80, 80)), pulses((20, 80), (80, 80), (90, 70))),
}
"""By chart two histories whose readings differ in figures, or in the month they name."""
WORDS = {
    "difficulty": rated(RISING[::-1]),
    "energy": rated(RISING[::-1]),
    "skills": skills(RISING[::-1]),
    "sources": sources(Source.EXPOSURE, Source.EXPERIENCE),
    "confidence": goals((REACHED, 50, 80), (GIVEN_UP, 50, 20)),
    "stretch_map": goals((REACHED, 50, 80), (REACHED, 70, 80), (GIVEN_UP, 60, 10)),
    "calibration": goals(*[(GIVEN_UP, 50, 20)] * 12),
    "challenges": goals((REACHED, 50, 80), challenges=("new direction",)),
    "measures": measures(STEADY, STEADY),
    "around_change": measures((*range(5), 2, 4, 3, 1), range(6), changes=(CHANGE,)),
    "lesson_funnel": lessons(NEW, USED, (LessonState.SHARED, 1)),
    "retention": recalls(Grade.GOOD, Grade.GOOD),
    "reflection_lag": lags(*[3] * 10),
    "plans": plans(FIRED, FIRED),
    "zones": pulses((80, 80), (20, 80)),
}
"""By chart a history whose reading says something else."""


def test_one_of_each_chart() -> None:
    """`skill_outlines` and the others that are added later are tested beside their readings."""
    assert WORDS.keys() | {"cadence"} == COUNTS.keys()


@pytest.mark.parametrize("key", COUNTS)
def test_a_figure_that_is_another_is_no_other_claim(key: str) -> None:
    one, other = map(chart(key).figure, COUNTS[key])
    assert one.reading != other.reading
    assert one.claims == other.claims != ()


@pytest.mark.parametrize("key", WORDS)
def test_a_word_that_is_another_is_another_claim(key: str) -> None:
    one, other = chart(key).figure(COUNTS[key][0]), chart(key).figure(WORDS[key])
    assert one.reading != other.reading
    assert one.claims != other.claims != ()


def test_one_measure_alone_tells_by_which_rules_it_stood_out() -> None:
    def claims(history: History) -> tuple[str, ...]:
        return chart("measures").figure(history).claims

    assert claims(measures(STEADY)) == ("limits",)
    assert claims(measures(FAR)) == ("beyond", "limits")
    new = ChangePoint(after(17), "New scanner")
    assert claims(measures((*FAR, 60.0), changes=(new,))) == ("beyond",)
    assert claims(measures((*STEADY, 60.0), changes=(ChangePoint(after(8), "New"),))) == ()
