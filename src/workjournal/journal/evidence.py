"""Evidence: the episodes in which work on a goal can be seen."""

import datetime as dt
from uuid import UUID

from sqlalchemy import func, select

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.links import EPISODE_SKILL
from workjournal.journal.service import fetch
from workjournal.store.store import Store

LOOKED_AT, MOST = 60, 6
"""Of the newest episodes that belong to no goal, so many are looked at and so many offered."""


class Evidence:
    """Ties episodes to a goal and loosens them; an episode is evidence of one goal."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def of(self, goal_id: UUID) -> list[Episode]:
        """The episodes of a goal, newest first."""
        with self.store.reading() as session:
            query = select(Episode).where(Episode.goal_id == goal_id, Episode.trashed_at.is_(None))
            return list(
                session.scalars(query.order_by(Episode.date.desc(), Episode.time.desc(), Episode.id.desc()))
            )

    def offered(self, goal_id: UUID, today: dt.date) -> list[Episode]:
        """Episodes since the goal's start that belong to no goal yet: those that share a skill first, then the newest."""
        with self.store.reading() as session:
            goal = fetch(session, Goal, goal_id)
            query = select(Episode.id).where(Episode.goal_id.is_(None), Episode.trashed_at.is_(None))
            query = query.where(Episode.date >= (goal.start or today - dt.timedelta(days=30)))
            newest = query.order_by(Episode.date.desc(), Episode.time.desc(), Episode.id.desc())
            looked_at = session.scalars(newest.limit(LOOKED_AT)).all()
            linked = EPISODE_SKILL.c
            sharing = select(linked.episode_id, func.count()).group_by(linked.episode_id)
            wanted = [skill.id for skill in goal.skills]
            sharing = sharing.where(linked.episode_id.in_(looked_at), linked.skill_id.in_(wanted))
            shared: dict[UUID, int] = dict(session.execute(sharing).all())
            shown = sorted(looked_at, key=lambda each: -shared.get(each, 0))[:MOST]
            found = {each.id: each for each in session.scalars(select(Episode).where(Episode.id.in_(shown)))}
        return [found[each] for each in shown]

    def tie(self, episode_id: UUID, goal_id: UUID | None) -> UUID | None:
        """Make an episode evidence of a goal, or of none; returns the goal it was evidence of before."""
        with self.store.writing() as session:
            if goal_id is not None:
                fetch(session, Goal, goal_id)
            episode = fetch(session, Episode, episode_id)
            before, episode.goal_id = episode.goal_id, goal_id
        return before
