"""Ideas for a stretch goal, by the kind of challenge; their words are in resources/stretch_ideas.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workjournal import resources
from workjournal.domain.goal import CHALLENGES
from workjournal.errors import JournalError


class NoSuchIdea(JournalError):
    """There is no stretch idea called {key}."""


class NoSuchChallenge(JournalError):
    """There is no kind of challenge called {name}. There are {known}."""


@dataclass(frozen=True, kw_only=True)
class StretchIdea:
    """Something to do within one's own job, and who could say how it went; `key` names it in the terminal."""

    key: str
    challenge: str
    text: str
    feedback: str


@cache
def all_ideas() -> tuple[StretchIdea, ...]:
    """Every idea, the challenges in the order of CHALLENGES."""
    content = tomllib.loads(resources.path("stretch_ideas.toml").read_text(encoding="utf-8"))
    found = [StretchIdea(**each) for each in content["idea"]]
    return tuple(sorted(found, key=lambda idea: CHALLENGES.index(idea.challenge)))


def ideas(challenges: Iterable[str] = ()) -> list[StretchIdea]:
    """Those of some kinds of challenge, of all where none is named; always in the order of all_ideas.

    Raises:
        NoSuchChallenge
    """
    wanted = set(challenges)
    if unknown := sorted(wanted.difference(CHALLENGES)):
        raise NoSuchChallenge(name=unknown[0], known=", ".join(CHALLENGES))
    return [idea for idea in all_ideas() if not wanted or idea.challenge in wanted]


def idea(key: str) -> StretchIdea:
    """The one of that key, in any case.

    Raises:
        NoSuchIdea
    """
    wanted = key.strip().lower()
    found = next((each for each in all_ideas() if each.key == wanted), None)
    if found is None:
        raise NoSuchIdea(key=key)
    return found
