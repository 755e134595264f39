"""A word of its own in every text of a journal, so that it is seen where each of them goes."""

from typing import Any

from sqlalchemy import inspect, select, update

from workjournal.domain.action import Action
from workjournal.domain.entity import Audience, Entity, PlainText
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.intake import Intake
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Lesson
from workjournal.domain.mapped import MAPPED
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal

_MADE_OF_OTHERS = {"said", "digest", "sha256", "object_id", "media_type", "method"}
"""What the program makes itself, and no text of anybody's."""
_VALUES: dict[type[Entity], dict[str, Any]] = {
    Reflection: {"answers": {"why": "{}"}},
    Goal: {"challenges": ["{}"]},
    Skill: {"levels": [{"at": 40, "text": "{}"}]},
    Pack: {"asks": ["{}"], "commitments": ["{}"]},
    OwnMethod: {"prompts": [{"key": "q", "text": "{}"}]},
}
TOLD_TO_OTHERS = {
    *("episode.title", "episode.story", "episode.result", "episode.source_link", "skill.name", "action.text"),
    *(
        "goal.title",
        "goal.why",
        "goal.criterion",
        "goal.feedback_from",
        "goal.reason",
        "lesson.text",
        "lesson.detail",
    ),
}


def plant(journal: Journal, *, ticked: Audience | None = None) -> dict[str, str]:
    """Change every text by statement, past all rules; returns the words by table and column."""
    planted: dict[str, str] = {}
    with journal._store.writing() as session:
        for kind in (kind for kind in MAPPED if issubclass(kind, Entity) and kind is not Intake):
            for number, thing in enumerate(session.scalars(select(kind.id).order_by(kind.id))):
                values = _values(kind, number)
                if not number:
                    planted |= {f"{kind.__tablename__}.{name}": words for name, (words, _) in values.items()}
                changed: dict[str, Any] = {name: value for name, (_, value) in values.items()}
                if ticked and kind in {Episode, Goal, Lesson, Action}:
                    changed["audiences"] = frozenset({ticked})
                if changed:
                    session.execute(update(kind).where(kind.id == thing).values(changed))
    return planted


def _values(kind: type[Entity], number: int) -> dict[str, tuple[str, Any]]:
    """Of each text its word, and the value with that word in it."""
    found: dict[str, tuple[str, Any]] = {}
    columns = [column.key for column in inspect(kind).columns if isinstance(column.type, PlainText)]
    for name in columns:
        if name not in _MADE_OF_OTHERS:
            words = _word(kind, name, number)
            found[name] = words, words
    for name, pattern in _VALUES.get(kind, {}).items():
        words = _word(kind, name, number)
        found[name] = words, _filled(pattern, words)
    return found


def _word(kind: type[Entity], name: str, number: int) -> str:
    return f"Canary{kind.__tablename__}{name}{number}".replace("_", "")


def _filled(pattern: Any, words: str) -> Any:
    if isinstance(pattern, dict):
        return {key: _filled(value, words) for key, value in pattern.items()}
    if isinstance(pattern, list):
        return [_filled(value, words) for value in pattern]
    return words if pattern == "{}" else pattern
