"""A reflection that is being written, and its draft: the window's own fields, so that either goes on with it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Method, Prompt, UnknownMethod
from workjournal.domain.period import Period
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import draft_place

MOST_LESSONS = 3
_LESSONS = tuple(f"lesson_{number}" for number in range(1, MOST_LESSONS + 1))


@dataclass
class Unfinished:
    """The answers so far, and what it is to leave.

    `further` are prompts of a method asked before that have an answer; `distanced` is None until it was chosen.
    """

    method: Method
    further: tuple[Prompt, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    decision_quality: int | None = None
    outcome_quality: int | None = None
    distanced: bool | None = None
    evidence: str = ""
    lessons: list[str] = field(default_factory=list)
    action: str = ""
    due: dt.date | None = None
    if_then: str = ""

    @property
    def form(self) -> Method:
        """All that is asked."""
        return self.method.followed_by(self.further)

    def change_method(self, method: Method) -> None:
        """Ask by another method; what was answered stays."""
        answered = tuple(prompt for prompt in self.form.prompts if self.answers.get(prompt.key, "").strip())
        asked = {prompt.key for prompt in method.prompts}
        self.method, self.further = method, tuple(prompt for prompt in answered if prompt.key not in asked)

    def wording(self, prompt: Prompt) -> str:
        """The question as it is asked."""
        return prompt.distanced if self.distanced and prompt.distanced else prompt.text

    def add_lessons(self, texts: Iterable[str]) -> None:
        """Lessons it is to leave as well; none twice."""
        self.lessons = list(dict.fromkeys(text for text in (*self.lessons, *texts) if text.strip()))

    def is_answered(self) -> bool:
        """Whether any prompt has an answer."""
        return any(text.strip() for text in self.answers.values())

    def is_begun(self) -> bool:
        """Whether there is a word in it."""
        return any(
            text.strip() for text in (*self.answers.values(), *self.lessons, self.action, self.evidence)
        )

    def as_fields(self) -> dict[str, Any]:
        """What a draft keeps."""
        fields: dict[str, Any] = {
            "method": self.method.key,
            "answers": dict(self.answers),
            "decision_quality": self.decision_quality,
            "outcome_quality": self.outcome_quality,
            "evidence": self.evidence,
            **dict.fromkeys(_LESSONS, ""),
            **dict(zip(_LESSONS, self.lessons, strict=False)),
            "action": self.action,
            "due": self.due.isoformat() if self.due else None,
            "if_then": self.if_then,
            "reflection": "",
        }
        if self.distanced is not None:
            fields["distanced"] = self.distanced
        if self.form not in METHODS:
            fields |= {"asked": self.form.as_json(), "further": [prompt.key for prompt in self.further]}
        return fields

    @classmethod
    def from_fields(cls, journal: Journal, fields: Mapping[str, Any], otherwise: Method) -> "Unfinished":
        """What a draft kept; asked by `otherwise` where its method is no more."""
        answers = {str(key): str(text) for key, text in (fields.get("answers") or {}).items()}
        method, further = _asked(journal, fields, answers, otherwise)
        due = fields.get("due")
        distanced = fields.get("distanced")
        return cls(
            method=method,
            further=further,
            answers=answers,
            decision_quality=fields.get("decision_quality"),
            outcome_quality=fields.get("outcome_quality"),
            distanced=None if distanced is None else bool(distanced),
            evidence=str(fields.get("evidence") or ""),
            lessons=[str(fields[name]) for name in _LESSONS if fields.get(name)],
            action=str(fields.get("action") or ""),
            due=dt.date.fromisoformat(due) if due else None,
            if_then=str(fields.get("if_then") or ""),
        )


def left_at(journal: Journal, about: UUID | Period | None, otherwise: Method) -> Unfinished | None:
    """The new reflection that was left unfinished there; not the changes of one that is kept already."""
    draft = journal.drafts.find(draft_place(about))
    if draft is None or draft.fields.get("reflection"):
        return None
    return Unfinished.from_fields(journal, draft.fields, otherwise)


def leave_at(journal: Journal, about: UUID | Period | None, unfinished: Unfinished) -> str:
    """Keep it as the draft of that place, which is returned; what an earlier program left there moves to its own."""
    place = draft_place(about)
    known = journal.drafts.find(place)
    if known is not None and known.fields.get("reflection"):
        journal.drafts.keep(draft_place(UUID(known.fields["reflection"])), known.fields)
    journal.drafts.keep(place, unfinished.as_fields())
    return place


def let_go_at(journal: Journal, about: UUID | Period | None) -> None:
    """Forget what was left unfinished there: it was kept, or began anew."""
    draft = journal.drafts.find(draft_place(about))
    if draft is not None and not draft.fields.get("reflection"):
        journal.drafts.drop(draft.place)


def _asked(
    journal: Journal, fields: Mapping[str, Any], answers: Mapping[str, str], otherwise: Method
) -> tuple[Method, tuple[Prompt, ...]]:
    """The method a draft was asked by, and the prompts of others that it answers."""
    method, whole = otherwise, otherwise
    key = str(fields.get("method") or otherwise.key)
    if kept := fields.get("asked"):
        whole = Method.from_json(key, kept)
        others = set(fields.get("further") or ())
        own = tuple(prompt for prompt in whole.prompts if prompt.key not in others)
        method = next(
            (known for known in METHODS if known.key == key and known.prompts == own),
            replace(whole, prompts=own or whole.prompts),
        )
    else:
        with suppress(UnknownMethod):
            method = whole = journal.methods.find(key)
    known = {prompt.key: prompt for each in reversed(journal.methods.all()) for prompt in each.prompts}
    asked = {prompt.key for prompt in whole.prompts}
    unasked = tuple(known.get(each, Prompt(each, each)) for each in answers if each not in asked)
    mine = {prompt.key for prompt in method.prompts}
    return method, (*(prompt for prompt in whole.prompts if prompt.key not in mine), *unasked)
