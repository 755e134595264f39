"""Reading a History: columns and indexes, never the texts of episodes."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action
from workjournal.domain.calibration import Judged, judged
from workjournal.domain.entity import SHARED_WITH
from workjournal.domain.episode import HARD, Episode, Kind
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.history import (
    ChangePoint,
    EpisodePoint,
    GoalPoint,
    LagPoint,
    LessonPoint,
    MeasurePoints,
    PlanPoint,
    PulsePoint,
    RecallPoint,
    SkillPoints,
)
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Application, Lesson, LessonState, Recall
from workjournal.domain.links import REFLECTION_EPISODE
from workjournal.domain.measure import MarkedChange, Measure
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.skill_record import SkillRating
from workjournal.domain.spacing import Grade, Memory, graded
from workjournal.journal.measures import Value

RUN_UP = dt.timedelta(days=84)
WORTH_A_REFLECTION = (Kind.CHALLENGE, Kind.DECISION)


def episodes(session: Session, start: dt.date, end: dt.date) -> tuple[EpisodePoint, ...]:
    """From their index alone."""
    columns = (Episode.id, Episode.date, Episode.kind, Episode.difficulty, Episode.energy, Episode.source)
    query = select(*columns).where(Episode.trashed_at.is_(None), Episode.date.between(start, end))
    ordered = query.order_by(Episode.date, Episode.time, Episode.id)
    return tuple(EpisodePoint(*row) for row in session.execute(ordered))


def days_before(session: Session, start: dt.date) -> tuple[dt.date, ...]:
    """The days with an episode in the twelve weeks before the period."""
    query = select(Episode.date).where(Episode.trashed_at.is_(None))
    query = query.where(Episode.date.between(start - RUN_UP, start - dt.timedelta(days=1)))
    return tuple(session.scalars(query.distinct().order_by(Episode.date)))


def goals(session: Session, start: dt.date, end: dt.date) -> tuple[GoalPoint, ...]:
    """Those that ran in the period, or waited in it to be started, as far as they can be told on its last day."""
    every = session.scalars(select(Goal).where(Goal.trashed_at.is_(None)).order_by(Goal.start, Goal.id)).all()
    told = {each.goal: each for each in judged(every, end)}
    touching = (
        goal for goal in every if _begun(goal) <= end and (goal.closed is None or goal.closed >= start)
    )
    return tuple(_goal(goal, told.get(goal.id), end) for goal in touching)


def _goal(goal: Goal, judged_as: Judged | None, end: dt.date) -> GoalPoint:
    """As it stood on that day: one that was closed later still ran, and what its closing said is not known of yet."""
    ran_on = goal.closed is not None and goal.closed > end
    looks = [each for each in goal.check_ins if each.date <= end]
    return GoalPoint(
        id=goal.id,
        title=goal.title,
        state=_open_state(goal) if ran_on else goal.state,
        start=goal.start,
        closed=None if ran_on else goal.closed,
        difficulty=goal.difficulty,
        confidence_before=goal.confidence_before,
        confidence_after=None if ran_on else goal.confidence_after,
        confidence_really_before=None if ran_on else goal.confidence_really_before,
        challenges=tuple(goal.challenges),
        forecast=_forecast(goal),
        came_true=judged_as.came_true if judged_as else None,
        looks=len(looks),
        feedback=sum(bool(check_in.feedback.strip()) for check_in in looks),
    )


def _begun(goal: Goal) -> dt.date:
    """Its start; of one that has none, the day on which it was written down."""
    return goal.start or (goal.created_at.astimezone().date() if goal.created_at else dt.date.min)


def _open_state(goal: Goal) -> GoalState:
    return GoalState.ACTIVE if goal.start else GoalState.PLANNED


def lags(session: Session, start: dt.date, end: dt.date) -> tuple[LagPoint, ...]:
    """Episodes worth a reflection, and how long each waited for its first one."""
    first = (
        select(REFLECTION_EPISODE.c.episode_id, func.min(Reflection.date).label("day"))
        .join(Reflection, Reflection.id == REFLECTION_EPISODE.c.reflection_id)
        .where(Reflection.trashed_at.is_(None))
        .group_by(REFLECTION_EPISODE.c.episode_id)
        .subquery()
    )
    query = select(Episode.id, Episode.date, first.c.day).outerjoin(first, first.c.episode_id == Episode.id)
    query = query.where(Episode.trashed_at.is_(None), Episode.date.between(start, end))
    worth = Episode.kind.in_(WORTH_A_REFLECTION) | (Episode.difficulty >= HARD)
    rows = session.execute(query.where(worth).order_by(Episode.date, Episode.time, Episode.id))
    return tuple(
        LagPoint(episode_id, day, max(0, (reflected - day).days) if reflected else None)
        for episode_id, day, reflected in rows
    )


def lessons(session: Session, start: dt.date, end: dt.date) -> tuple[LessonPoint, ...]:
    """Those written in the period.

    One is shown with the first pack for somebody else that it is in; where it was, and no pack tells when, with its
    own day.
    """
    written = select(Lesson.id, Lesson.date, Lesson.state)
    written = written.where(Lesson.trashed_at.is_(None), Lesson.date.between(start, end))
    rows = session.execute(written.order_by(Lesson.date, Lesson.id)).all()
    recalled = select(Recall.lesson_id, func.min(Recall.date)).where(Recall.trashed_at.is_(None))
    applied = select(Application.lesson_id, func.min(Episode.date)).where(Application.trashed_at.is_(None))
    applied = applied.join(Episode, Episode.id == Application.episode_id)
    first_recalls = _days(session, recalled.group_by(Recall.lesson_id))
    first_uses = _days(session, applied.group_by(Application.lesson_id))
    shown = _shown(session, {lesson_id: day for lesson_id, day, _ in rows})
    return tuple(
        LessonPoint(
            lesson_id,
            day,
            recalled=first_recalls.get(lesson_id),
            applied=first_uses.get(lesson_id),
            shared=shown.get(lesson_id, day if state is LessonState.SHARED else None),
        )
        for lesson_id, day, state in rows
    )


def _days(session: Session, query: Select[UUID, dt.date]) -> dict[UUID, dt.date]:
    """The second column by the first."""
    return {row[0]: row[1] for row in session.execute(query)}


def _shown(session: Session, written: Mapping[UUID, dt.date]) -> dict[UUID, dt.date]:
    """The day of the first pack for somebody else that each of these lessons was in, by the days they were written."""
    found: dict[UUID, dt.date] = {}
    ledger = select(Pack.date, Pack.period_start, Pack.period_end, Pack.sections, Pack.items)
    ledger = ledger.where(Pack.audience.in_(SHARED_WITH)).order_by(Pack.date)
    for day, first, last, sections, items in session.execute(ledger):
        for lesson_id in map(UUID, items if "lessons" in sections else ()):
            if first <= written.get(lesson_id, dt.date.min) <= last:
                found.setdefault(lesson_id, day)
    return found


def recalls(session: Session, start: dt.date, end: dt.date) -> Iterator[RecallPoint]:
    """Each recall that had one before it, with what FSRS held of the lesson until then."""
    query = select(Recall.lesson_id, Recall.date, Recall.grade)
    query = query.join(Lesson, Lesson.id == Recall.lesson_id)
    query = query.where(Recall.trashed_at.is_(None), Lesson.trashed_at.is_(None), Recall.date <= end)
    memory: dict[UUID, Memory] = {}
    for lesson_id, day, grade in session.execute(query.order_by(Recall.date, Recall.id)):
        before = memory.get(lesson_id)
        if before is not None and day >= start:
            yield RecallPoint(
                lesson_id, day, Grade(grade), max(0, (day - before.last).days), before.stability
            )
        memory[lesson_id] = graded(before, grade, day)


def plans(session: Session, start: dt.date, end: dt.date) -> tuple[PlanPoint, ...]:
    """If-then plans that were made, or ended, in the period."""
    query = select(Action.id, Action.date, Action.state, Action.ended)
    query = query.where(Action.trashed_at.is_(None), Action.if_then != "", Action.date <= end)
    query = query.where(Action.ended.is_(None) | (Action.ended >= start))
    return tuple(PlanPoint(*row) for row in session.execute(query.order_by(Action.date, Action.id)))


def measures(
    session: Session, values: Mapping[UUID, Sequence[Value]], end: dt.date
) -> tuple[MeasurePoints, ...]:
    """Measures with their values up to the end of the period, by name."""
    query = (
        select(Measure).where(Measure.trashed_at.is_(None)).order_by(func.casefold(Measure.name), Measure.id)
    )
    return tuple(
        MeasurePoints(
            id=measure.id,
            name=measure.name,
            unit=measure.unit,
            direction=measure.direction,
            baseline=measure.baseline,
            target=measure.target,
            values=tuple((each.date, each.value) for each in values.get(measure.id, ()) if each.date <= end),
        )
        for measure in session.scalars(query)
    )


def changes(session: Session, end: dt.date) -> tuple[ChangePoint, ...]:
    """Marked changes up to the end of the period."""
    query = select(MarkedChange.date, MarkedChange.text, MarkedChange.measure_id)
    query = query.where(MarkedChange.trashed_at.is_(None), MarkedChange.date <= end)
    return tuple(
        ChangePoint(*row) for row in session.execute(query.order_by(MarkedChange.date, MarkedChange.id))
    )


def skills(session: Session, end: dt.date) -> tuple[SkillPoints, ...]:
    """Skills that were rated up to the end of the period, by name."""
    query = select(SkillRating.skill_id, SkillRating.date, SkillRating.level)
    query = query.where(SkillRating.trashed_at.is_(None), SkillRating.date <= end)
    ratings: dict[UUID, list[tuple[dt.date, int]]] = {}
    for skill_id, day, level in session.execute(query.order_by(SkillRating.date, SkillRating.id)):
        ratings.setdefault(skill_id, []).append((day, level))
    named = select(Skill.id, Skill.name).where(Skill.trashed_at.is_(None)).order_by(func.casefold(Skill.name))
    return tuple(
        SkillPoints(skill_id, name, tuple(ratings[skill_id]))
        for skill_id, name in session.execute(named)
        if skill_id in ratings
    )


def pulses(session: Session, start: dt.date, end: dt.date) -> tuple[PulsePoint, ...]:
    """The pulse of each month of the period; for the writer's own eyes."""
    query = select(Pulse.date, Pulse.safety, Pulse.accountability)
    query = query.where(Pulse.trashed_at.is_(None), Pulse.date.between(start, end))
    return tuple(PulsePoint(*row) for row in session.execute(query.order_by(Pulse.date, Pulse.id)))


def _forecast(goal: Goal) -> int | None:
    first = goal.forecast
    return first.probability if first and first.sealed_at and first.is_intact() else None
