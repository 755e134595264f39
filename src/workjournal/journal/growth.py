"""Growth: what happened in a period, and its charts."""

import datetime as dt

from sqlalchemy import select

from workjournal.charts import CHARTS, chart
from workjournal.charts.figure import Figure
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.history import EpisodePoint, GoalPoint, History
from workjournal.store.store import Store


class Growth:
    """Reads a History and draws figures from it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def history(self, start: dt.date, end: dt.date) -> History:
        """The period (both days inclusive): episodes from their index alone, goals that touch it."""
        with self.store.reading() as session:
            episodes = session.execute(
                select(Episode.id, Episode.date, Episode.kind, Episode.difficulty, Episode.energy)
                .where(Episode.trashed_at.is_(None), Episode.date.between(start, end))
                .order_by(Episode.date, Episode.time, Episode.id)
            )
            points = tuple(EpisodePoint(*row) for row in episodes)
            goals = session.scalars(
                select(Goal).where(Goal.trashed_at.is_(None)).order_by(Goal.start, Goal.id)
            )
            touching = tuple(
                _point(goal)
                for goal in goals
                if (goal.start or start) <= end and (goal.closed is None or goal.closed >= start)
            )
        return History(start, end, points, touching)

    def first_day(self) -> dt.date | None:
        """The day of the earliest episode."""
        with self.store.reading() as session:
            query = select(Episode.date).where(Episode.trashed_at.is_(None)).order_by(Episode.date).limit(1)
            return session.scalar(query)

    def figure(self, key: str, history: History) -> Figure:
        """One chart.

        Raises:
            UnknownChart
        """
        return chart(key).figure(history)

    def figures(self, history: History) -> list[Figure]:
        """Every chart, in order."""
        return [known.figure(history) for known in CHARTS]


def _point(goal: Goal) -> GoalPoint:
    return GoalPoint(
        id=goal.id,
        title=goal.title,
        state=goal.state,
        start=goal.start,
        closed=goal.closed,
        difficulty=goal.difficulty,
        confidence_before=goal.confidence_before,
        confidence_after=goal.confidence_after,
        confidence_really_before=goal.confidence_really_before,
    )
