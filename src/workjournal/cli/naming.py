"""Things that have a name of their own, found by it or by their id."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.measure import Measure
from workjournal.domain.role_profile import RoleProfile
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing, Service, called

Called = TypeVar("Called", Tag, Skill, Person, Measure, RoleProfile)


class NoSuchName(JournalError):
    """There is no {noun} called {name} in this journal, and none with that id. `workjournal {command}` lists them."""


def measure(journal: Journal, words: str) -> Measure:
    """The measure of that name or id.

    Raises:
        NoSuchName, AmbiguousId
    """
    return find(journal.measures, journal.measures.all, words, "measure list")


def skill(journal: Journal, words: str) -> Skill:
    """The skill of that name or id.

    Raises:
        NoSuchName, AmbiguousId
    """
    return find(journal.skills, journal.skills.all, words, "skill list")


def profile(journal: Journal, words: str) -> RoleProfile:
    """The role profile of that name or id.

    Raises:
        NoSuchName, AmbiguousId
    """
    return find(journal.profiles, journal.profiles.all, words, "profile list")


def find(service: Service[Called], every: Callable[[], Iterable[Called]], words: str, command: str) -> Called:
    """The thing in use whose name is `words`, whatever the capitals; else the one whose id ends in it.

    Raises:
        NoSuchName: tells the command that lists them.
        AmbiguousId
    """
    wanted = " ".join(words.split()).casefold()
    for each in every():
        if each.name.casefold() == wanted:
            return each
    try:
        return service.get(service.identify(words))
    except NoSuchThing as missing:
        shown: Any = missing.fields["id"]
        raise NoSuchName(noun=called(service.noun), name=shown, command=command) from None
