"""Pages that this program wrote itself (exporters/markdown_page.py), which say more of an episode than other notes do."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from workjournal.domain.episode import Kind
from workjournal.importers.markdown.note_fields import NoteFields, is_empty

_VALUES = ("role", "setting", "source", "moment", "difficulty", "energy", "source_link")
_PASSAGES = (("private_note", "Private note"), ("result", "Result"))
"""Behind the story, the last one first."""
_ABOUT = re.compile(r"\A# About this export\n\nWritten by Workjournal ")


def is_own(said: Mapping[str, Any]) -> bool:
    """Whether these are the fields of an episode of this program."""
    return said.get("type") == "episode" and _id(said) is not None


def is_about(text: str) -> bool:
    """Whether it is the page that only tells what the others are."""
    return _ABOUT.match(text) is not None


def own_fields(found: NoteFields) -> None:
    """Put what only such pages say into place."""
    left = found.unknown
    found.key = str(_id(left))
    for key in ("type", "id"):
        del left[key]
    if left.get("kind") in {each.value for each in Kind}:
        found.kind = Kind(left.pop("kind"))
    found.values |= {key: left.pop(key) for key in _VALUES if not is_empty(left.get(key))}
    names = left.get("tag_names")
    if isinstance(names, list) and names:
        found.tags = tuple(str(name) for name in left.pop("tag_names"))


def own_passages(body: str, title: str) -> tuple[str, dict[str, str], str]:
    """The story, the texts by their fields, and the list of what is attached; without the headings of the page."""
    body = f"\n\n{body.strip(chr(10))}\n\n"
    body = body.removeprefix(f"\n\n# {title}\n\n")
    body, attached = _parted(f"\n\n{body}", "Attachments")
    if any(line and not line.startswith("- ") for line in attached.split("\n")):
        body, attached = f"{body}\n\n## Attachments\n\n{attached}", ""
    values: dict[str, str] = {}
    for key, heading in _PASSAGES:
        body, text = _parted(body, heading)
        if text:
            values[key] = text
    return body.strip("\n"), values, attached


def _parted(body: str, heading: str) -> tuple[str, str]:
    before, found, behind = body.rpartition(f"\n\n## {heading}\n\n")
    return (before, behind.strip("\n")) if found else (body, "")


def _id(said: Mapping[str, Any]) -> UUID | None:
    try:
        return UUID(str(said.get("id")))
    except ValueError:
        return None
