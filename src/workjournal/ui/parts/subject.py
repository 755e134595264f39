"""What a reflection is about: an episode, a goal, a period, or nothing in particular."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain import offering
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.offering import Offer
from workjournal.domain.period import Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import PLACE
from workjournal.journal.service import NoSuchThing
from workjournal.ui import words
from workjournal.ui.parts import period_words


@dataclass(frozen=True)
class Subject:
    """What is needed of it.

    Attributes:
        about: the thing's id, or the period.
        title, text, icon: as its card shows it.
        offer: the method that fits it.
        day: when it was, where it has a day.
        screen: where it can be opened; "" for a period.
        has_evidence: whether it has something to point at: a result, a file, a link.
    """

    about: UUID | Period
    title: str
    text: str
    icon: str
    offer: Offer
    day: dt.date | None = None
    screen: str = ""
    has_evidence: bool = False

    @classmethod
    def of_episode(cls, journal: Journal, episode: Episode) -> "Subject":
        """What is needed of an episode."""
        evidence = episode.result or episode.source_link or journal.episodes.attachments(episode.id)
        return cls(
            episode.id,
            episode.title,
            episode.story or episode.result,
            words.kind_icon(episode.kind),
            offer_for(journal, episode),
            episode.date,
            "episode",
            bool(evidence),
        )

    @classmethod
    def of_goal(cls, goal: Goal) -> "Subject":
        """What is needed of a goal."""
        day, offer = goal.closed or goal.start, offering.for_goal(goal)
        return cls(goal.id, goal.title, goal.why, "mountain", offer, day, "goal")

    @classmethod
    def of_period(cls, period: Period) -> "Subject":
        """What is needed of a week, a month or a quarter."""
        return cls(period, period_words.title(period), "", "calendar-check", offering.for_period(period))

    @classmethod
    def of(cls, journal: Journal, reflection: Reflection) -> "Subject | None":
        """What a reflection is about."""
        if reflection.episodes:
            return cls.of_episode(journal, reflection.episodes[0])
        if reflection.period is not None:
            return cls.of_period(reflection.period)
        return cls.of_goal(journal.goals.get(reflection.goal_id)) if reflection.goal_id else None

    @property
    def episode(self) -> UUID | None:
        """The id of the episode it is."""
        return self.about if isinstance(self.about, UUID) and self.screen == "episode" else None

    @property
    def period(self) -> Period | None:
        """The period it is."""
        return self.about if isinstance(self.about, Period) else None


def offer_for(journal: Journal, episode: Episode) -> Offer:
    """The method that fits an episode, with a look at the goal it was work on."""
    goal = journal.goals.get(episode.goal_id) if episode.goal_id else None
    return offering.for_episode(episode, goal)


def about(journal: Journal, what: UUID | Period) -> Subject:
    """The subject of that id, or that period.

    Raises:
        NoSuchThing
    """
    if isinstance(what, Period):
        return Subject.of_period(what)
    try:
        return Subject.of_episode(journal, journal.episodes.get(what))
    except NoSuchThing:
        return Subject.of_goal(journal.goals.get(what))


def subject_of(journal: Journal, place: str) -> Subject | None:
    """What the draft at a place is about, or the kept reflection it changes; None for nothing, or what is gone."""
    word = place.removeprefix(PLACE)
    with suppress(ValueError):
        return about(journal, Period.read(word))
    with suppress(ValueError, NoSuchThing):
        return about(journal, UUID(word))
    with suppress(ValueError, NoSuchThing):
        return Subject.of(journal, journal.reflections.get(UUID(word)))
    return None


def kept_about(journal: Journal, subject: Subject | None) -> Reflection | None:
    """The last reflection on an episode, or the review of a period; a goal is looked back on more than once."""
    if subject is None:
        return None
    if subject.period is not None:
        return journal.reviews.find(subject.period)
    found = journal.reflections.of_episode(subject.episode) if subject.episode else []
    return found[-1] if found else None


def begun(subject: Subject | None, today: dt.date) -> Reflection:
    """A new reflection, by the method that fits."""
    offer = subject.offer if subject else offering.FREE
    fresh = Reflection(date=today, method=offer.method.key, distanced=offer.distanced)
    if subject is not None and subject.period is not None:
        fresh.period_start, fresh.period_end = subject.period.start, subject.period.end
    elif subject is not None and isinstance(subject.about, UUID) and subject.screen == "goal":
        fresh.goal_id = subject.about
    return fresh
