"""The answers of a reflection as options give them: one by one, or in a file."""

from collections.abc import Iterable
from dataclasses import dataclass

import click

from workjournal.cli.jsonfile import read_object, text_of
from workjournal.cli.opening import Opening
from workjournal.domain.methods.method import Method
from workjournal.errors import JournalError

EXAMPLE = '{"next": "Walk the route first"}'


class UnknownPromptIn(JournalError):
    """{file}, "{key}": the method {method} has no such prompt. It has: {known}."""


@dataclass(frozen=True)
class Answers:
    """Texts by prompt, and which of them came from which file."""

    texts: dict[str, str]
    file: str = ""
    of_file: frozenset[str] = frozenset()

    def check(self, method: Method) -> None:
        """Raises: UnknownPrompt, UnknownPromptIn for an answer to a question the method does not ask."""
        known = [prompt.key for prompt in method.prompts]
        for key in self.of_file.difference(known):
            raise UnknownPromptIn(file=self.file, key=key, method=method.key, known=", ".join(known))
        method.check_answers(self.texts)


def read(opening: Opening, pairs: Iterable[tuple[str, str]], file: str | None) -> Answers:
    """What --answer and --answers give.

    Raises:
        click.UsageError for a prompt that is answered twice. Otherwise as `jsonfile.read_object` and `text_of`.
    """
    given: dict[str, str] = {}
    for key, text in pairs:
        if key in given:
            raise click.UsageError(f"--answer {key} is given more than once.")
        given[key] = text
    if file is None:
        return Answers(given)
    name, content = read_object(opening, file, EXAMPLE)
    for key, value in content.items():
        text = text_of(value, name, f'"{key}"')
        if key in given:
            raise click.UsageError(f"--answer {key} is given, and {name} has an answer to it too.")
        given[key] = text
    return Answers(given, name, frozenset(content))
