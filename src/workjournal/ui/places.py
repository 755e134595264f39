"""What a screen can be asked to show, beside the id of a thing: `go.emit("reflection", New(about=episode.id))`."""

import datetime as dt
import json
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain.period import Interval, Period


@dataclass(frozen=True)
class New:
    """A thing that is not there yet, about another one or about nothing."""

    about: UUID | Period | None = None


@dataclass(frozen=True)
class Picked:
    """Some things, to do something with all of them."""

    ids: frozenset[UUID]


@dataclass(frozen=True)
class Topic:
    """A page of the help, "charts" or "charts#brier", and the screen one came from with what it showed."""

    page: str
    back: tuple[str, object] | None = None


def written(screen: str, what: object) -> str:
    """A screen and what it shows, to be kept; what cannot be told in words is left out."""
    place = {"screen": screen}
    if isinstance(what, UUID):
        place["thing"] = str(what)
    elif isinstance(what, dt.date):
        place["day"] = what.isoformat()
    elif isinstance(what, str):
        place["line"] = what
    elif isinstance(what, New):
        place["new"] = what.about.key if isinstance(what.about, Period) else str(what.about or "")
    return json.dumps(place)


def read(kept: str) -> tuple[str, object] | None:
    """What `written` made, or None of anything else: a place is worth no error."""
    try:
        place = json.loads(kept)
        screen = str(place["screen"])
        if "thing" in place:
            return screen, UUID(place["thing"])
        if "day" in place:
            return screen, dt.date.fromisoformat(place["day"])
        if "line" in place:
            return screen, str(place["line"])
        if "new" in place:
            return screen, New(_about(place["new"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return screen, None


def _about(word: str) -> UUID | Period | None:
    if not word:
        return None
    return Period.read(word) if word.startswith(tuple(Interval)) else UUID(word)
