"""Growth: what happened in a period, and its charts."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import func, select

from workjournal.charts import CHARTS, chart
from workjournal.charts.figure import Figure
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.history import History
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import Measure, Reading
from workjournal.domain.pulse import Pulse
from workjournal.domain.skill_record import SkillRating
from workjournal.journal import history_reading
from workjournal.journal.measures import Measures
from workjournal.store.store import Store

_KEPT = select(Measure.id).where(Measure.trashed_at.is_(None))
_EARLIEST = (
    select(Episode.date).where(Episode.trashed_at.is_(None)).order_by(Episode.date).limit(1),
    select(func.min(Goal.start)).where(Goal.trashed_at.is_(None)),
    select(func.min(Lesson.date)).where(Lesson.trashed_at.is_(None)),
    select(func.min(Reading.date)).where(Reading.trashed_at.is_(None), Reading.measure_id.in_(_KEPT)),
    select(func.min(SkillRating.date)).where(SkillRating.trashed_at.is_(None)),
    select(func.min(Pulse.date)).where(Pulse.trashed_at.is_(None)),
)


class Growth:
    """Reads a History and draws figures from it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._measures = Measures(store)

    def history(self, start: dt.date, end: dt.date) -> History:
        """The period (both days inclusive), for the writer's own eyes: the pulse is in it."""
        shown = self.shown_history(start, end)
        with self.store.reading() as session:
            return replace(shown, pulses=history_reading.pulses(session, start, end))

    def shown_history(self, start: dt.date, end: dt.date) -> History:
        """The period (both days inclusive), for a pack: the pulse is not even read."""
        with self.store.reading() as session:
            found = History(
                start=start,
                end=end,
                episodes=history_reading.episodes(session, start, end),
                goals=history_reading.goals(session, start, end),
                lags=history_reading.lags(session, start, end),
                lessons=history_reading.lessons(session, start, end),
                recalls=tuple(history_reading.recalls(session, start, end)),
                plans=history_reading.plans(session, start, end),
                changes=history_reading.changes(session, end),
                skills=history_reading.skills(session, end),
                days_before=history_reading.days_before(session, start),
            )
        values = self._measures.values_of([measure.id for measure in self._measures.all()])
        with self.store.reading() as session:
            return replace(found, measures=history_reading.measures(session, values, end))

    def first_day(self) -> dt.date | None:
        """The earliest day of anything that a chart shows, such as a measure's value before the first episode."""
        with self.store.reading() as session:
            found = [session.scalar(earliest) for earliest in _EARLIEST]
        return min((day for day in found if day is not None), default=None)

    def figure(self, key: str, history: History) -> Figure:
        """One chart.

        Raises:
            UnknownChart
        """
        return chart(key).figure(history)

    def figures_of(self, keys: Iterable[str], history: History) -> Iterator[Figure]:
        """These charts, one after the other, so that whoever waits can stop between two.

        Raises:
            UnknownChart
        """
        for key in keys:
            yield self.figure(key, history)

    def figures(self, history: History) -> list[Figure]:
        """Every chart, in order."""
        return [known.figure(history) for known in CHARTS]
