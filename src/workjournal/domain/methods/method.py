"""What a reflection method is."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from workjournal.errors import JournalError


class UnknownMethod(JournalError):
    """There is no reflection method "{key}". There are: {known}."""


class UnknownPrompt(JournalError):
    """The method {method} has no prompt "{key}". It has: {known}."""


class Part(enum.StrEnum):
    """What a prompt asks for: what was seen is kept apart from what is made of it."""

    OBSERVATION = "observation"
    INTERPRETATION = "interpretation"
    NEXT = "next"
    OTHER = "other"

    @classmethod
    def _missing_(cls, _value: object) -> "Part":
        """One that a newer program has added."""
        return cls.OTHER


@dataclass(frozen=True)
class Prompt:
    """One question.

    Attributes:
        key: under which its answer is stored.
        text: the question.
        hint: a word beside it.
        part: what it asks for.
        distanced: the same question from a step back, for a failure; "" where there is none.
        commits: each line of the answer is a commitment, and becomes an action.
    """

    key: str
    text: str
    hint: str = ""
    part: Part = Part.OTHER
    distanced: str = ""
    commits: bool = False


@dataclass(frozen=True)
class Method:
    """A form made of prompts.

    Attributes:
        key: under which a reflection remembers it: a word, or the id of a method of the user's own.
        name: what it is called.
        prompts: its questions, in order; no two with the same key.
        offered: when it is worth using, in a few words.
        source: the literature it rests on.
        caution: what to be careful about.
    """

    key: str
    name: str
    prompts: tuple[Prompt, ...]
    offered: str = ""
    source: str = ""
    caution: str = ""

    def check_answers(self, answers: Iterable[str]) -> None:
        """Raises: UnknownPrompt for an answer to a question the method does not ask."""
        keys = [prompt.key for prompt in self.prompts]
        for key in answers:
            if key not in keys:
                raise UnknownPrompt(method=self.key, key=key, known=", ".join(keys))

    def answered(self, answers: Mapping[str, str], part: Part) -> bool:
        """Whether any prompt for that part has an answer."""
        return any(answers.get(prompt.key, "").strip() for prompt in self.prompts if prompt.part is part)

    def asks_for(self, part: Part) -> bool:
        """Whether any prompt is for that part."""
        return any(prompt.part is part for prompt in self.prompts)

    def followed_by(self, others: Iterable[Prompt]) -> "Method":
        """The same with those of `others` that it does not ask, at the end."""
        keys = {prompt.key for prompt in self.prompts}
        more = tuple(prompt for prompt in others if prompt.key not in keys)
        return replace(self, prompts=self.prompts + more) if more else self

    def as_json(self) -> dict[str, Any]:
        """All that is needed to show an answered form again, whatever becomes of the method."""
        return {"name": self.name, "prompts": [asdict(prompt) for prompt in self.prompts]}

    @classmethod
    def from_json(cls, key: str, kept: Mapping[str, Any]) -> "Method":
        """What `as_json` made; fields that a newer program has added are left out."""
        return cls(key, str(kept["name"]), tuple(prompt_from(each) for each in kept["prompts"]))


def prompt_from(kept: Mapping[str, Any]) -> Prompt:
    """A prompt out of its fields."""
    known = {name: kept[name] for name in Prompt.__dataclass_fields__ if name in kept}
    return Prompt(**{**known, "part": Part(known.get("part", Part.OTHER))})
