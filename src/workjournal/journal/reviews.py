"""Reviews of a week, a month, a quarter: when they are due, and what there is to look at."""

import datetime as dt
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action, ActionKind
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.actions import Actions
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.episodes import Episodes
from workjournal.journal.lessons import Lessons
from workjournal.store.store import Store

MOST_EPISODES = 500


@dataclass(frozen=True)
class Material:
    """What a review looks at.

    Attributes:
        period: what is reviewed.
        episodes: of these days, oldest first.
        actions: still open, the first due first.
        applied: lessons used in these days, and whether each worked the last time.
        commitments: what the last review of such a period left, however it ended.
        last: that review.
    """

    period: Period
    episodes: tuple[Episode, ...]
    actions: tuple[Action, ...]
    applied: tuple[tuple[Lesson, bool | None], ...]
    commitments: tuple[Action, ...]
    last: Reflection | None


class Reviews:
    """Reads what a period holds; the review itself is a reflection with its days."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._episodes, self._lessons, self._actions = Episodes(store), Lessons(store), Actions(store)

    def due(self, today: dt.date) -> list[Period]:
        """The periods to look back on now, the longest first: something happened in them, and nobody has yet.

        A month that ends with its quarter is looked back on with that.
        """
        present = [Period.of(interval, today) for interval in reversed(Interval)]
        offered = [
            period
            for period in chain.from_iterable((each, each.before()) for each in present)
            if period.is_offered(today) and not period.ends_longer
        ]
        with self.store.reading() as session:
            return [period for period in offered if _is_open(session, period)]

    def find(self, period: Period) -> Reflection | None:
        """The review of a period, the last one where there are several."""
        with self.store.reading() as session:
            query = select(Reflection).where(
                Reflection.period_start == period.start,
                Reflection.period_end == period.end,
                Reflection.trashed_at.is_(None),
            )
            return session.scalars(query.order_by(Reflection.id.desc())).first()

    def material(self, period: Period) -> Material:
        """What there is to look at in a period."""
        episodes = self._episodes.newest(
            EpisodeFilter(start=period.start, end=period.end), limit=MOST_EPISODES
        )
        last = self._last(period)
        commitments = self._left_by(last) if last else ()
        known = {action.id for action in commitments}
        return Material(
            period,
            tuple(reversed(episodes)),
            tuple(action for action in self._actions.open() if action.id not in known),
            tuple(self._lessons.used_between(period.start, period.end)),
            commitments,
            last,
        )

    def _left_by(self, review: Reflection) -> tuple[Action, ...]:
        """What all reviews of that period left: there may be more than one."""
        reviews = select(Reflection.id).where(
            Reflection.period_start == review.period_start,
            Reflection.period_end == review.period_end,
            Reflection.trashed_at.is_(None),
        )
        with self.store.reading() as session:
            left = select(Action).where(Action.trashed_at.is_(None), Action.kind == ActionKind.ACTION)
            return tuple(session.scalars(left.where(Action.reflection_id.in_(reviews)).order_by(Action.id)))

    def _last(self, period: Period) -> Reflection | None:
        """The newest review of an equally long period before it."""
        with self.store.reading() as session:
            days = (Reflection.period_start, Reflection.period_end)  # not every review with all its words
            query = select(Reflection.id, *days).where(
                Reflection.period_start < period.start, Reflection.trashed_at.is_(None)
            )
            for found, *between in session.execute(query.order_by(days[0].desc(), Reflection.id.desc())):
                reviewed = Period.spanning(*between)
                if reviewed is not None and reviewed.interval is period.interval:
                    return session.get(Reflection, found)
        return None


def _is_open(session: Session, period: Period) -> bool:
    happened = exists().where(Episode.date.between(period.start, period.end), Episode.trashed_at.is_(None))
    reviewed = exists().where(
        Reflection.period_start == period.start,
        Reflection.period_end == period.end,
        Reflection.trashed_at.is_(None),
    )
    return bool(session.scalar(select(happened & ~reviewed)))
