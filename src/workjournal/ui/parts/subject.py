"""What a reflection is about: an episode, a goal, or nothing in particular."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.ui import words

PLACE = "reflection:"
"""Drafts of reflections are kept under this and the id of what they are about."""


@dataclass(frozen=True)
class Subject:
    """A title, a day, a text, an icon, and whether there is something to point at: a result, a file, a link."""

    id: UUID
    title: str
    day: dt.date | None
    text: str
    icon: str
    screen: str
    has_evidence: bool = True

    @classmethod
    def of_episode(cls, journal: Journal, episode: Episode) -> "Subject":
        """What is needed of an episode."""
        evidence = episode.result or episode.source_link or journal.episodes.attachments(episode.id)
        icon = words.kind_icon(episode.kind)
        story = episode.story or episode.result
        return cls(episode.id, episode.title, episode.date, story, icon, "episode", bool(evidence))

    @classmethod
    def of_goal(cls, goal: Goal) -> "Subject":
        """What is needed of a goal."""
        return cls(goal.id, goal.title, goal.closed or goal.start, goal.why, "mountain", "goal")

    @classmethod
    def of(cls, journal: Journal, reflection: Reflection) -> "Subject | None":
        """What a reflection is about."""
        if reflection.episodes:
            return cls.of_episode(journal, reflection.episodes[0])
        return cls.of_goal(journal.goals.get(reflection.goal_id)) if reflection.goal_id else None


def about(journal: Journal, thing_id: UUID) -> Subject:
    """The subject of that id.

    Raises:
        NoSuchThing
    """
    try:
        return Subject.of_episode(journal, journal.episodes.get(thing_id))
    except NoSuchThing:
        return Subject.of_goal(journal.goals.get(thing_id))


def subject_of(journal: Journal, place: str) -> Subject | None:
    """What the draft at a place is about; None if that is gone or there never was anything."""
    try:
        return about(journal, UUID(place.removeprefix(PLACE)))
    except (ValueError, NoSuchThing):
        return None
