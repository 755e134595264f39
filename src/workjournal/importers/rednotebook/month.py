"""The days of a month of RedNotebook's, each on its own where the month as a whole cannot be read."""

import re
from collections.abc import Iterator
from typing import Any

from workjournal.importers.texts import NotReadable, from_yaml

_DAY = re.compile(r"^(['\"]?)(\d{1,2})\1[ \t]*:", re.MULTILINE)
"""Where a day begins, as RedNotebook writes it: what belongs to it is indented."""


def days(text: str) -> Iterator[tuple[Any, Any]]:
    """Each day and what is said of it, or a NotReadable that tells why it cannot be read.

    A day that is there twice, as after a merge of two versions, is given twice: YAML alone would drop the first.

    Raises:
        NotReadable: where there are no days in it.
    """
    begins = list(_DAY.finditer(text))
    numbers = [begin[2] for begin in begins]
    try:
        whole = from_yaml(text)
    except NotReadable:
        if not begins or _says_something(text[: begins[0].start()]):
            raise
        whole = None
    else:
        if not isinstance(whole, dict | None):
            raise NotReadable("there are no days in it")
    if whole is None or len(set(numbers)) < len(numbers):
        yield from _one_by_one(text, begins)
    else:
        yield from whole.items()


def _one_by_one(text: str, begins: list[re.Match[str]]) -> Iterator[tuple[Any, Any]]:
    ends = (*(begin.start() for begin in begins[1:]), len(text))
    for begin, end in zip(begins, ends, strict=False):  # a month without days has an end all the same
        try:
            found = from_yaml(text[begin.start() : end])
        except NotReadable as error:
            yield begin[2], error
        else:
            yield from found.items() if isinstance(found, dict) else ()


def _says_something(text: str) -> bool:
    return any(line.strip() and not line.startswith(("#", "---", "%")) for line in text.split("\n"))
