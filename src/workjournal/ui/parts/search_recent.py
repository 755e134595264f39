"""What was looked at last: kept in the vault from one session to the next, by ids alone."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple
from uuid import UUID

from workjournal.domain.entity import Entity
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import RECENT
from workjournal.journal.service import NoSuchThing
from workjournal.ui.parts import search_words
from workjournal.ui.parts.subject import Subject

MOST = 20
"""So many are remembered."""
SHOWN = 6


class Visited(NamedTuple):
    """A thing to go back to: its screen and id, what it is called, and what it is."""

    screen: str
    thing: UUID
    name: str
    kind: str


class Recent:
    """Things by screen and id, the one looked at last first."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._places: list[tuple[str, UUID]] = []
        self._kept: list[tuple[str, UUID]] | None = None

    def add(self, screen: str, thing: UUID) -> None:
        """It is being looked at."""
        self._read()
        place = (screen, thing)
        self._places = [place, *(each for each in self._places if each != place)][:MOST]

    def things(self, besides: UUID | None = None) -> list[Visited]:
        """Those that are still there, as they are called now; without the one on the screen."""
        self._read()
        found = (self._visited(screen, thing) for screen, thing in self._places if thing != besides)
        return [each for each, _ in zip(_known(found), range(SHOWN), strict=False)]

    def keep(self) -> None:
        """Put the list into the vault, if it has changed."""
        if self._kept is not None and self._places != self._kept and not self._journal.read_only:
            written = json.dumps([(screen, str(thing)) for screen, thing in self._places])
            self._journal.preferences.set(RECENT, written)
            self._kept = self._places

    def _read(self) -> None:
        if self._kept is None:
            self._kept = list(_places_in(self._journal.preferences.get(RECENT)))
            self._places = self._kept

    def _visited(self, screen: str, thing: UUID) -> Visited | None:
        with suppress(NoSuchThing):  # it was destroyed
            named = _named(self._journal, screen, thing)
            return Visited(screen, thing, *named) if named is not None else None
        return None


def _known(found: Iterator[Visited | None]) -> Iterator[Visited]:
    return (each for each in found if each is not None)


def _places_in(written: str) -> Iterator[tuple[str, UUID]]:
    """Nothing of what cannot be read: it is worth no error."""
    with suppress(ValueError, TypeError):
        for screen, thing in json.loads(written or "[]"):
            yield str(screen), UUID(thing)


def _named(journal: Journal, screen: str, thing_id: UUID) -> tuple[str, str] | None:
    """What a thing is called and what it is; None for one in the trash, and for screens of no one thing."""
    if screen == "reflection":
        reflection = journal.reflections.get(thing_id)
        subject = Subject.of(journal, reflection)
        name = subject.title if subject is not None else search_words.kind_word("reflection")
        return (name, "reflection") if reflection.trashed_at is None else None
    finders: dict[str, tuple[Callable[[UUID], Entity], str, str]] = {
        "episode": (journal.episodes.get, "title", "episode"),
        "goal": (journal.goals.get, "title", "goal"),
        "lessons": (journal.lessons.get, "text", "lesson"),
        "actions": (journal.actions.get, "text", "action"),
        "skills": (journal.skills.get, "name", "skill"),
        "measures": (journal.measures.get, "name", "measure"),
        "profiles": (journal.profiles.get, "name", "profile"),
    }
    if screen not in finders:
        return None
    find, called, kind = finders[screen]
    thing = find(thing_id)
    name = " ".join(str(getattr(thing, called)).split())
    return (name, kind) if name and thing.trashed_at is None else None
