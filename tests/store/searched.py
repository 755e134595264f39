"""One thing of each sort that is found, with the fields that are looked in; and what a query finds in a store."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import text

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Audience, Entity
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.query import parse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.domain.spacing import Grade
from workjournal.store import search
from workjournal.store import search_upkeep as upkeep
from workjournal.store.search_words import MixedWords
from workjournal.store.store import Store

DAY = dt.date(2026, 11, 19)
FILE = {"media_type": "text/plain", "size": 1, "sha256": "", "content": b"x"}
PACK = {"date": DAY, "audience": Audience.MANAGER, "period_start": DAY, "period_end": DAY}
KINDS: dict[str, tuple[type[Entity], dict[str, Any], tuple[str, ...]]] = {
    "episode": (
        Episode,
        {"date": DAY, "title": "Something"},
        ("title", "story", "result", "role", "source_link", "private_note"),
    ),
    "reflection": (Reflection, {"date": DAY, "method": "x", "answers": {"why": "Late"}}, ("evidence",)),
    "lesson": (Lesson, {"date": DAY, "text": "Something"}, ("text", "trigger", "detail")),
    "goal": (Goal, {"title": "Something"}, (*Goal.TEXTS, "feedback_from")),
    "check-in": (CheckIn, {"date": DAY, "progress": 5}, CheckIn.TEXTS),
    "action": (Action, {"date": DAY, "text": "Something"}, Action.TEXTS),
    "attachment": (Attachment, {"name": "x.txt", **FILE}, ("name",)),
    "pack": (Pack, PACK, ("recipient", "notes")),
    "forecast": (Forecast, {"probability": 50}, ("reasons",)),
    "recall": (Recall, {"date": DAY, "grade": Grade.GOOD}, ("answer",)),
    "skill": (Skill, {"name": "Something"}, ("name", "description")),
    "rating": (SkillRating, {"date": DAY, "level": 50}, ("evidence",)),
    "credential": (
        Credential,
        {"name": "Something"},
        ("name", "issuer", "description", "link", "file_name"),
    ),
    "measure": (Measure, {"name": "Something"}, ("name", "description")),
    "reading": (Reading, {"date": DAY, "value": 1.0}, ("note",)),
    "change": (MarkedChange, {"date": DAY, "text": "Something"}, ("text",)),
    "pulse": (Pulse, {"date": DAY, "safety": 50}, ("note",)),
    "profile": (RoleProfile, {"name": "Something"}, ("name", "description")),
    "need": (RoleTarget, {"level": 50}, ("note",)),
    "method": (OwnMethod, {"name": "Something", "prompts": [{"key": "why", "text": "Why?"}]}, ("name",)),
}
"""The class, what one needs, and the fields with texts."""


def _skill() -> Skill:
    skill = Skill(name="Owner")
    skill.name = f"Owner {skill.id.hex}"
    return skill


_OWNERS: dict[str, dict[str, Callable[[], Entity]]] = {
    "attachment": {"episode_id": lambda: Episode(date=DAY, title="Owner")},
    "check-in": {"goal_id": lambda: Goal(title="Owner")},
    "forecast": {"goal_id": lambda: Goal(title="Owner")},
    "recall": {"lesson_id": lambda: Lesson(date=DAY, text="Owner")},
    "rating": {"skill_id": _skill},
    "credential": {"skill_id": _skill},
    "reading": {"measure_id": lambda: Measure(name="Owner")},
    "need": {"profile_id": lambda: RoleProfile(name="Owner"), "skill_id": _skill},
}


def kept(store: Store, kind: str, **fields: Any) -> Any:
    """A new thing of that sort, saved, with what it belongs to."""
    noun, needed, _ = KINDS[kind]
    with store.writing() as session:
        owners = {column: make() for column, make in _OWNERS.get(kind, {}).items()}
        session.add_all(owners.values())
        session.flush()
        thing = noun(**{**needed, **{column: owner.id for column, owner in owners.items()}, **fields})
        session.add(thing)
    return thing


def found(store: Store, line: str) -> set[UUID]:
    """The ids of what a query finds."""
    with store.reading() as session:
        results = search.results(session, parse(line, DAY), 10_000, 10_000, mixed=MixedWords())
    assert results.total == len(results.places)
    return {place.thing_id for place in results.places}


def true(store: Store) -> bool:
    """Whether the index says what the tables do."""
    with store.writing() as session:
        return upkeep.differing(session) == 0 and not upkeep.words_differ(session)


def shadows(store: Store) -> bytes:
    """Every byte of the tables below both indexes of words."""
    with store.reading() as session:
        names = session.scalars(text("SELECT name FROM pragma_table_list WHERE type = 'shadow'")).all()
        rows = (row for name in names for row in session.execute(text(f"SELECT * FROM {name}")))
        cells = [cell for row in rows for cell in row]
    return b"\0".join(
        cell.encode() if isinstance(cell, str) else bytes(cell)
        for cell in cells
        if isinstance(cell, str | bytes)
    )
