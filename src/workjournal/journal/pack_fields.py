"""The texts of a thing that a pack would hold: the journal's own or as they were reworded, with names replaced."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain.action import Action
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import OPEN_STATES, Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import Rewording
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.pack_things import Shown

STAR = ("situation", "task", "action", "result", "learning")
"""The parts of a story in a portfolio; the last one makes it evidence of learning (CARL)."""
CARL = "carl"
_FROM_CARL = {"situation": "context", "action": "action", "result": "result", "learning": "learning"}
_MARKDOWN = frozenset({"story", "why", "detail", *STAR})


class NoSuchField(JournalError):
    """Nothing of this {noun} is told under "{field}". What can be told: {known}."""


@dataclass(frozen=True)
class PackField:
    """One text of a thing: `text` as it would leave, `own` as the journal has it, `usual` as that would leave.

    `changed_since` says that the journal's text was changed after it was reworded. `markdown` texts may have lines.
    """

    key: str
    text: str
    own: str
    usual: str = ""
    reworded: bool = False
    changed_since: bool = False

    @property
    def markdown(self) -> bool:
        """Whether it may have paragraphs."""
        return self.key in _MARKDOWN


@dataclass(frozen=True)
class Telling:
    """How things are told to an audience: `hide` takes names and redacted words out of each text.

    `wordings` are kept for the audience; `once` are those of this pack alone, which come first.
    """

    audience: Audience
    hide: Callable[[str], str]
    wordings: Mapping[tuple[UUID, str], Rewording]
    once: Mapping[tuple[UUID, str], str]

    def fields(self, thing: Shown) -> tuple[PackField, ...]:
        """Every text that would be told of it, empty ones too, in their order."""
        return tuple(self._field(thing, key, own) for key, own in own_texts(thing, self.audience).items())

    def leaving(self, thing: Shown) -> tuple[PackField, ...]:
        """Those of them that stand in a pack: what is needed for a goal is told to a manager alone."""
        return tuple(field for field in self.fields(thing) if self._leaves(thing, field.key))

    def tells(self, thing: Shown) -> bool:
        """Whether anything of it can stand in its section; the address of an episode stands with the evidence."""
        return any(field.text.strip() for field in self.leaving(thing) if field.key != "source_link")

    def evidence_story(self, reflections: Iterable[Reflection], episode: UUID) -> dict[str, str]:
        """What the last of them that is an evidence story of the episode says, by STAR; empty where none is."""
        stories = [
            each
            for each in reflections
            if each.method == CARL and any(about.id == episode for about in each.episodes)
        ]
        answers = stories[-1].answers if stories else {}
        told = {field: self.hide(answers.get(prompt, "").strip()) for field, prompt in _FROM_CARL.items()}
        return {field: text for field, text in told.items() if text}

    def texts(self, thing: Shown) -> dict[str, str]:
        """The same, as they would leave, by their keys."""
        return {field.key: field.text for field in self.fields(thing)}

    def _field(self, thing: Shown, key: str, own: str) -> PackField:
        place, usual = (thing.id, key), self.hide(own)
        if place in self.once:
            return PackField(key, self.hide(self.once[place]), own, usual, reworded=True)
        kept = self.wordings.get(place)
        if kept is None:
            return PackField(key, usual, own, usual)
        changed = kept.of != digest(own)
        return PackField(key, self.hide(kept.text), own, usual, reworded=True, changed_since=changed)

    def _leaves(self, thing: Shown, key: str) -> bool:
        if not isinstance(thing, Goal) or self.audience is Audience.MANAGER:
            return True
        return key != "help_needed" and (key != "feedback_from" or thing.state not in OPEN_STATES)


def own_texts(thing: Shown, audience: Audience) -> dict[str, str]:
    """What the journal has to tell of a thing to an audience, by field; the private note is not among it."""
    if isinstance(thing, Episode):
        if audience is Audience.NEXT_JOB:
            parts = {
                "situation": "",
                "task": "",
                "action": thing.story,
                "result": thing.result,
                "learning": "",
            }
            return {"title": thing.title, **parts, "source_link": thing.source_link}
        texts = {"title": thing.title, "story": thing.story, "result": thing.result}
        return {**texts, "source_link": thing.source_link}
    if isinstance(thing, Goal):
        last = thing.check_ins[-1] if thing.check_ins and thing.state in OPEN_STATES else None
        return {
            "title": thing.title,
            "why": thing.why,
            "target": thing.criterion or thing.performance,
            "feedback_from": thing.feedback_from,
            "help_needed": last.help_needed if last else "",
            "reason": thing.reason,
        }
    if isinstance(thing, Lesson):
        return {"text": thing.text, "detail": thing.detail}
    if isinstance(thing, Action):
        return {"text": thing.text}
    return {"name": thing.name, "issuer": thing.issuer, "link": thing.link}


def need_field(thing: Shown, field: str, audience: Audience) -> str:
    """The journal's text of a field.

    Raises:
        NoSuchField
    """
    known = own_texts(thing, audience)
    if field not in known:
        raise NoSuchField(noun=str(thing.__tablename__), field=field, known=", ".join(known))
    return known[field]


def digest(text: str) -> str:
    """SHA-256, in hex, by which a later change of a text is noticed."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
