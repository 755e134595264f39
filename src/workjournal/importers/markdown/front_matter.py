"""Front matter: fields in YAML between two lines of `---`, before a text. Jekyll began it; Obsidian and Joplin write it."""

import re
from typing import Any

from workjournal.importers.texts import NotReadable, from_yaml

_HEAD = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TAGS = ("tags", "tag")
_BARE_SIGN = re.compile(r"^(tags?[ \t]*:|[ \t]*-)[ \t]+(#[^\s\"\\][^\"\\\n]*)$", re.MULTILINE)
"""A tag with its sign and without quotation marks: to YAML a comment, to whoever wrote it a tag."""


def split(text: str) -> tuple[dict[str, Any], str]:
    """The fields and the text behind them; no fields and all of the text where it begins otherwise.

    Two lines across a page with prose between them are no front matter.

    Raises:
        NotReadable: what stands there is no YAML.
    """
    found = _HEAD.match(text)
    if not found:
        return {}, text
    head = found[1]
    fields = from_yaml(head)
    if isinstance(fields, dict):
        if _lacks_tags(fields):
            fields = _with_bare_tags(head, fields)
        return {str(key): value for key, value in fields.items()}, text[found.end() :]
    return ({}, text[found.end() :]) if fields is None and _says_nothing(head) else ({}, text)


def _lacks_tags(fields: dict[Any, Any]) -> bool:
    values = [fields[key] for key in _TAGS if key in fields]
    return any(value is None or (isinstance(value, list) and None in value) for value in values)


def _with_bare_tags(head: str, fields: dict[Any, Any]) -> dict[Any, Any]:
    try:
        again = from_yaml(_BARE_SIGN.sub(r'\1 "\2"', head))
    except NotReadable:
        return fields
    return again if isinstance(again, dict) else fields


def _says_nothing(head: str) -> bool:
    """Whether there is not even a comment in it, which would be lost."""
    return not head.strip()
