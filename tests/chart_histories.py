"""Histories for the tests of charts: builders of their points, and whole ones from empty to twenty years."""

import datetime as dt
from uuid import UUID

from workjournal.domain.action import ActionState
from workjournal.domain.episode import Kind, Source
from workjournal.domain.goal import CHALLENGES, GoalState
from workjournal.domain.history import (
    ChangePoint,
    EpisodePoint,
    GoalPoint,
    History,
    LagPoint,
    LessonPoint,
    MeasurePoints,
    PlanPoint,
    PulsePoint,
    RecallPoint,
    SkillPoints,
)
from workjournal.domain.lesson import LessonState
from workjournal.domain.measure import Direction
from workjournal.domain.spacing import Grade

START, END = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
LONG_AGO = dt.date(2007, 1, 1)
ENDINGS = (GoalState.ACHIEVED, GoalState.PARTLY, GoalState.MISSED, GoalState.ABANDONED)
PLAN_ENDS = tuple(ActionState)


def after(day: int, since: dt.date = START) -> dt.date:
    return since + dt.timedelta(days=day)


def episode(
    number: int,
    day: int,
    difficulty: int | None,
    *,
    energy: int | None = None,
    source: Source | None = None,
    since: dt.date = START,
) -> EpisodePoint:
    return EpisodePoint(
        UUID(int=number + 1), after(day, since), Kind.WORK, difficulty, energy=energy, source=source
    )


def goal(
    number: int,
    state: GoalState = GoalState.ACHIEVED,
    *,
    start: dt.date | None = START,
    closed: dt.date | None = END,
    difficulty: int | None = None,
    confidence: tuple[int | None, int | None, int | None] = (None, None, None),
    challenges: tuple[str, ...] = (),
    forecast: int | None = None,
    came_true: bool | None = None,
    looks: int = 0,
    feedback: int = 0,
) -> GoalPoint:
    """`confidence` is before, after and really before."""
    return GoalPoint(
        id=UUID(int=900_000 + number),
        title=f"Goal {number}",
        state=state,
        start=start,
        closed=None if state in {GoalState.PLANNED, GoalState.ACTIVE} else closed,
        difficulty=difficulty,
        confidence_before=confidence[0],
        confidence_after=confidence[1],
        confidence_really_before=confidence[2],
        challenges=challenges,
        forecast=forecast,
        came_true=came_true,
        looks=looks,
        feedback=feedback,
    )


def skill(number: int, *ratings: tuple[dt.date, int]) -> SkillPoints:
    return SkillPoints(UUID(int=800_000 + number), f"Skill {number}", ratings)


def rising_skill(number: int, count: int, since: dt.date = START) -> SkillPoints:
    """A rating every tenth day, each higher than the one before until it reaches the top."""
    return skill(number, *((after(10 * place, since), min(100, 10 + 5 * place)) for place in range(count)))


def lag(number: int, day: int, days: int | None) -> LagPoint:
    return LagPoint(UUID(int=number + 1), after(day), days)


def lesson(number: int, day: int, state: LessonState = LessonState.NEW, applied: int = 0) -> LessonPoint:
    """One with an even number is recalled, one applied as often or shared is so, each some days after it was written."""
    return LessonPoint(
        UUID(int=700_000 + number),
        after(day),
        recalled=None if number % 2 else after(day + 3),
        applied=after(day + 5) if applied else None,
        shared=after(day + 8) if state is LessonState.SHARED else None,
    )


def recall(number: int, day: int, grade: Grade, days: int = 5, stability: float = 8.0) -> RecallPoint:
    return RecallPoint(UUID(int=700_000 + number), after(day), grade, days, stability)


def plan(number: int, day: int, state: ActionState, ended: dt.date | None) -> PlanPoint:
    return PlanPoint(UUID(int=600_000 + number), after(day), state, ended)


def measure(number: int, values: tuple[tuple[dt.date, float], ...]) -> MeasurePoints:
    return MeasurePoints(
        UUID(int=500_000 + number), f"Measure {number}", "%", Direction.HIGHER, 80.0, 97.0, values
    )


def pulse(month: int, safety: int | None, accountability: int | None) -> PulsePoint:
    return PulsePoint(dt.date(2026, month, 1), safety, accountability)


def _goals(count: int, since: dt.date, days: int) -> tuple[GoalPoint, ...]:
    """Goals of all endings, kinds and ratings, one after the other over so many days."""
    made = []
    for number in range(count):
        begun = after(number * days // count, since)
        made.append(
            goal(
                number,
                ENDINGS[number % 4],
                start=begun,
                closed=min(begun + dt.timedelta(days=60), END),
                difficulty=5 * (number * 7 % 21) if number % 6 else None,
                confidence=(
                    5 * (number % 9),
                    40 + 5 * (number % 7),
                    5 * (number % 5) if number % 3 else None,
                ),
                challenges=(CHALLENGES[number % 8], CHALLENGES[number % 5])[: number % 3],
                forecast=5 * (number * 3 % 21) if number % 5 else None,
                came_true=ENDINGS[number % 4] is GoalState.ACHIEVED,
                looks=number % 5,
                feedback=number % 5 // 2,
            )
        )
    return tuple(made)


def _episodes(count: int, step: int, since: dt.date) -> tuple[EpisodePoint, ...]:
    sources = (*Source, None, None, None)
    return tuple(
        episode(
            number,
            number * step,
            5 * (number * 7 // count + number % 5),
            energy=5 * (number % 21),
            source=sources[number * 5 % 8],
            since=since,
        )
        for number in range(count)
    )


EMPTY = History(START, END)
ONE = History(
    START,
    END,
    (episode(0, 40, 55, energy=60, source=Source.EXPOSURE),),
    (
        goal(
            0,
            difficulty=70,
            confidence=(30, 70, 20),
            challenges=("high stakes",),
            forecast=60,
            came_true=True,
            looks=1,
            feedback=1,
        ),
    ),
    (lag(0, 40, 2),),
    (lesson(0, 42, LessonState.APPLIED, 1),),
    (recall(0, 60, Grade.GOOD),),
    (plan(0, 42, ActionState.DONE, after(70)),),
    (measure(0, ((after(50), 91.5),)),),
    (ChangePoint(after(45), "New role"),),
    (skill(0, (after(44), 45)),),
    (pulse(3, 60, 70),),
)
YEAR = History(
    START,
    END,
    _episodes(183, 2, START),
    _goals(20, START, 300),
    tuple(lag(day, day, None if day % 4 == 0 else day % 15) for day in range(0, 180, 3)),
    tuple(lesson(number, 7 * number, tuple(LessonState)[number % 5], number % 4) for number in range(40)),
    tuple(recall(number % 40, 5 * number, tuple(Grade)[number % 4], 3 + number) for number in range(60)),
    tuple(
        plan(
            number,
            10 * number,
            PLAN_ENDS[number % len(PLAN_ENDS)],
            None if PLAN_ENDS[number % len(PLAN_ENDS)] is ActionState.OPEN else after(10 * number + 5),
        )
        for number in range(30)
    ),
    tuple(
        measure(number, tuple((after(7 * week), 80.0 + week * 7 % 11 + number) for week in range(50)))
        for number in range(3)
    ),
    (ChangePoint(after(150), "New role"), ChangePoint(after(200), "New tool", UUID(int=500_001))),
    tuple(rising_skill(number, 3 + 3 * number) for number in range(5)),
    tuple(pulse(month, 5 * month, None if month == 5 else 100 - 5 * month) for month in range(1, 13)),
)
TIES = History(
    START,
    END,
    tuple(episode(day, day, 50, energy=50, source=Source.EXPERIENCE) for day in range(0, 300, 3)),
    tuple(
        goal(
            number,
            difficulty=50,
            confidence=(50, 50, 50),
            challenges=("high stakes",),
            forecast=50,
            came_true=number % 2 == 0,
            looks=2,
            feedback=1,
        )
        for number in range(12)
    ),
    tuple(lag(day, day, 3) for day in range(0, 300, 3)),
    tuple(lesson(number, 10) for number in range(9)),
    tuple(recall(0, 10, Grade.GOOD) for _ in range(9)),
    tuple(plan(number, 10, ActionState.DONE, after(20)) for number in range(9)),
    (measure(0, tuple((after(day), 90.0) for day in range(30))),),
    (ChangePoint(after(15), "A new rota"), ChangePoint(after(15), "A new tool")),
    (
        skill(0, *((after(9), 50) for _ in range(10))),
        skill(1, *((after(7 * week), 50) for week in range(20))),
    ),
    tuple(pulse(month, 50, 50) for month in range(1, 13)),
)
UNRATED = History(
    START,
    END,
    (episode(0, 3, None),),
    (goal(0, GoalState.ACTIVE), goal(1, GoalState.PLANNED, start=None), goal(2)),
    measures=(measure(0, ()),),
    pulses=(pulse(4, None, None),),
)
FORTY = History(
    START,
    END,
    skills=tuple(rising_skill(number, 1 + number % 15) for number in range(40)),
    measures=tuple(
        measure(number, tuple((after(day), float(day * number % 7)) for day in range(20)))
        for number in range(40)
    ),
)
BEFORE = range((LONG_AGO - START).days, 340, 20)
"""Every twentieth day of the twenty years, counted from START."""
TWENTY_YEARS = History(
    LONG_AGO,
    END,
    _episodes(3650, 2, LONG_AGO),
    _goals(120, LONG_AGO, 7200),
    tuple(lag(place, day, day % 40 if day % 3 else None) for place, day in enumerate(BEFORE)),
    tuple(lesson(place, day, tuple(LessonState)[place % 5], place % 4) for place, day in enumerate(BEFORE)),
    tuple(
        recall(place, day, tuple(Grade)[place % 4], 3 + place, 1.0 + place)
        for place, day in enumerate(BEFORE)
    ),
    tuple(
        plan(place, day, ended, None if ended is ActionState.OPEN else after(day + 15))
        for place, day in enumerate(BEFORE)
        for ended in (PLAN_ENDS[place % len(PLAN_ENDS)],)
    ),
    (measure(0, tuple((after(7 * week, LONG_AGO), 80.0 + week * 7 % 11) for week in range(1040))),),
    (ChangePoint(after(3000, LONG_AGO), "New role"),),
    tuple(rising_skill(number, 240, LONG_AGO) for number in range(3)),
    tuple(
        PulsePoint(dt.date(year, month, 1), 5 * (year % 20), 8 * month)
        for year in range(LONG_AGO.year, END.year + 1)
        for month in range(1, 13)
    ),
)
HISTORIES = {
    "empty": EMPTY,
    "one": ONE,
    "year": YEAR,
    "ties": TIES,
    "unrated": UNRATED,
    "forty": FORTY,
    "twenty years": TWENTY_YEARS,
}
