"""How things are told to an audience in an export: what a pack would tell of them, in its words, and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Audience
from workjournal.domain.goal import OPEN_STATES
from workjournal.domain.keeping import Preference
from workjournal.domain.label import Person
from workjournal.domain.pack import Rewording
from workjournal.domain.pseudonyms import Pseudonyms
from workjournal.domain.redactions import Redactions
from workjournal.exporters.wording import wording
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.preferences import LANGUAGE, REDACTIONS
from workjournal.journal.redacting import read

Row = Mapping[str, Any]
_ALWAYS = ("id", "audiences")
_TOLD = {
    "episode": (*_ALWAYS, "date", "time", "kind", "title", "story", "result", "source_link", "skills"),
    "goal": (
        *(*_ALWAYS, "title", "why", "criterion", "feedback_from", "reason"),
        *("state", "start", "due", "closed", "skills"),
    ),
    "lesson": (*_ALWAYS, "date", "text", "detail", "state", "skills"),
    "action": (*_ALWAYS, "date", "text", "kind", "owner", "due", "state", "ended"),
    "skill": ("id", "name"),
}
"""Columns and lists, the texts among them as `journal/pack_fields.py` has them. What is new is told to nobody."""
_TEXTS = {
    "episode": ("title", "story", "result", "source_link"),
    "goal": ("title", "why", "criterion", "feedback_from", "reason"),
    "lesson": ("text", "detail"),
    "action": ("text",),
    "skill": ("name",),
}
_REWORDED_AS = {("goal", "criterion"): "target"}
"""Where a pack calls a text otherwise."""
_STORY = ("situation", "task", "action", "learning")
"""What a story is made of in a portfolio; its result is a text of its own."""


@dataclass(frozen=True)
class Telling:
    """For one audience: `hide` takes names and redacted words out of a text."""

    audience: Audience
    hide: Callable[[str], str]
    wordings: Mapping[tuple[UUID, str], str]

    def told(self, table: str, row: Row) -> dict[str, Any]:
        """What may be told of a row (its values by column), in the words of a pack."""
        told = {key: row[key] for key in _TOLD[table] if key in row}
        if table == "goal":
            told["criterion"] = row["criterion"] or row["performance"]
            if self.audience is not Audience.MANAGER and row["state"] in OPEN_STATES:
                told["feedback_from"] = ""
        if "audiences" in told:
            told["audiences"] = frozenset({self.audience})
        for field in _TEXTS[table]:
            told[field] = self._text(row["id"], _REWORDED_AS.get((table, field), field), told[field])
        if table == "episode" and self.audience is Audience.NEXT_JOB:
            told["story"] = self._story(row["id"], row["story"])
        return told

    def _story(self, thing_id: UUID, own: str) -> str:
        """In its parts where it was reworded for a portfolio."""
        parts = (self._text(thing_id, part, own if part == "action" else "") for part in _STORY)
        return "\n\n".join(part for part in parts if part.strip())

    def _text(self, thing_id: UUID, field: str, own: str) -> str:
        return self.hide(self.wordings.get((thing_id, field), own))


def telling(session: Session, choice: Choice) -> Telling | None:
    """How it is told; None where it is for nobody else."""
    audience = choice.shared_with
    if audience is None:
        return None
    kept = {each.key: each.value for each in session.scalars(select(Preference))}
    # Everybody with a name, in the trash or not: a text may still hold it.
    names = Pseudonyms(
        session.scalars(select(Person).order_by(Person.id)), wording(kept.get(LANGUAGE) or "en").stand_ins
    )
    # An employer knows its own words; they stay behind when one leaves.
    redactions = Redactions(read(kept.get(REDACTIONS, "")) if audience is Audience.NEXT_JOB else ())
    reworded = select(Rewording).where(Rewording.audience == audience)
    return Telling(
        audience,
        lambda text: redactions.hide(names.hide(text)),
        {(each.thing_id, each.field): each.text for each in session.scalars(reworded)},
    )
