"""How things are called in one line."""

from contextlib import suppress
from uuid import UUID

from workjournal.domain.keeping import Draft
from workjournal.domain.period import Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import PLACE
from workjournal.journal.service import NoSuchThing


def period_title(period: Period) -> str:
    """Such as: The week 2026-11-16 – 2026-11-22."""
    return f"The {period.interval.value} {period.start.isoformat()} – {period.end.isoformat()}"


def titles_of(journal: Journal, reflection: Reflection) -> str:
    """What a reflection is about: its episodes, its goal, its period; "" for nothing in particular."""
    titles = [episode.title for episode in reflection.episodes]
    if reflection.goal_id is not None:
        titles.append(journal.goals.get(reflection.goal_id).title)
    if reflection.period is not None:
        titles.append(period_title(reflection.period))
    return ", ".join(titles)


def unfinished_title(journal: Journal, draft: Draft) -> str:
    """What a draft of a reflection is about, or the kept reflection it changes."""
    word = draft.place.removeprefix(PLACE)
    with suppress(ValueError):
        return period_title(Period.read(word))
    with suppress(ValueError, NoSuchThing):
        return journal.episodes.get(UUID(word)).title
    with suppress(ValueError, NoSuchThing):
        return journal.goals.get(UUID(word)).title
    with suppress(ValueError, NoSuchThing):
        return titles_of(journal, journal.reflections.get(UUID(word)))
    return ""
