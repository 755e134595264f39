"""What JSON can say of a thing: field names of their own, null for what is not set, ISO dates, full ids."""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from workjournal.domain.entity import Entity
from workjournal.domain.label import Person, Skill, Tag

Record = dict[str, Any]


def recorded(thing: Entity, names: Iterable[str], **own: Any) -> Record:
    """The thing's fields by name, those in `own` as they are given."""
    fields = ("id", *names, "created_at", "changed_at", "trashed_at")
    return {name: plain(own[name] if name in own else getattr(thing, name)) for name in fields}


def ids(things: Iterable[Entity]) -> list[str]:
    """The ids of things, as texts."""
    return [str(thing.id) for thing in things]


def plain(value: Any) -> Any:
    """JSON's own words for a value: lists of names for labels, null for an empty text and what is no finite number."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, (list, frozenset)):
        return [plain(each) for each in (value if isinstance(value, list) else sorted(value))]
    if isinstance(value, (Tag, Skill, Person)):
        return value.name
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    return str(value) or None if isinstance(value, (str, UUID)) else value
