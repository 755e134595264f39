"""What a reflection method is."""

from dataclasses import dataclass

from workjournal.errors import JournalError


class UnknownMethod(JournalError):
    """There is no reflection method "{key}". There are: {known}."""


class UnknownPrompt(JournalError):
    """The method {method} has no prompt "{key}". It has: {known}."""


@dataclass(frozen=True)
class Prompt:
    """One question: the key under which its answer is stored, the question, and a hint beside it."""

    key: str
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Method:
    """A form made of prompts. `source` is the literature it rests on."""

    key: str
    name: str
    prompts: tuple[Prompt, ...]
    source: str = ""

    def check_answers(self, answers: dict[str, str]) -> None:
        """Raises: UnknownPrompt for an answer to a question the method does not ask."""
        keys = [prompt.key for prompt in self.prompts]
        for key in answers:
            if key not in keys:
                raise UnknownPrompt(method=self.key, key=key, known=", ".join(keys))
