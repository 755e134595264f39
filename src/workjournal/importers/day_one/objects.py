"""What Day One embeds between lines: files, rules, tables, links, and what a phone suggested to write about."""

import re
from typing import Any

from workjournal.importers.day_one.spans import Span, attributes_of, escaped, fenced, linked, markdown
from workjournal.importers.texts import cleaned

_FILES = ("photo", "video", "audio", "pdfAttachment")
_IDENTIFIER = re.compile(r"[\w-]{1,100}")
_RULES = ("horizontalRuleLine", "horizontalLineRule")
_TELLING = (
    *("name", "song", "show", "episode", "title", "artist", "album", "displayName", "placeName", "city"),
    *("movementTypeName", "steps", "valenceClassificationDisplayName"),
    *("labelsDisplayNames", "associationsDisplayNames"),
)
"""Fields that say in words what something was; all others are kept with the entry."""
_SUGGESTED = {
    "contact": "Person",
    "location": "Place",
    "motionActivity": "Movement",
    "podcast": "Podcast",
    "song": "Song",
    "workout": "Workout",
    "genericMedia": "Media",
    "stateOfMind": "State of mind",
}


def markdown_of(value: object) -> str:
    """An embedded object as a block; "" where it says nothing."""
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        return ""
    kind = value["type"]
    if kind in _FILES:
        return _file(value)
    if kind in _RULES:
        return "---"
    if kind == "table":
        return _text(value, "markdown") or _table(value.get("rows"))
    if kind == "renderableCodeBlock":
        return fenced(_text(value, "contents"))
    return _suggested(value) if kind in _SUGGESTED else _address(value)


def _file(value: dict[str, Any]) -> str:
    identifier, kind = _text(value, "identifier"), "" if value["type"] == "photo" else value["type"]
    return f"![](dayone-moment:/{kind}/{identifier})" if _IDENTIFIER.fullmatch(identifier) else ""


def _suggested(value: dict[str, Any]) -> str:
    told = [escaped(each) for name in _TELLING for each in _words(value.get(name))]
    return f"{_SUGGESTED[value['type']]}: {', '.join(told)}" if told else ""


def _address(value: dict[str, Any]) -> str:
    entry = _text(value, "entryID")
    address = _text(value, "url") or (f"dayone://view?entryId={entry}" if entry else "")
    return linked(escaped(address), address) if address else ""


def _text(value: dict[str, Any], name: str) -> str:
    said = value.get(name)
    return cleaned(said).strip() if isinstance(said, str) else ""


def _words(value: object) -> list[str]:
    if isinstance(value, list):
        return [cleaned(each) for each in value if isinstance(each, str)]
    if isinstance(value, bool) or not isinstance(value, str | int):
        return []
    return [" ".join(cleaned(str(value)).split())] if value else []


def _table(rows: object) -> str:
    cells = (
        [[_cell(cell) for cell in row] for row in rows if isinstance(row, list)]
        if isinstance(rows, list)
        else []
    )
    width = max(map(len, cells), default=0)
    if not width:
        return ""
    cells[0] += [""] * (width - len(cells[0]))  # what has no heading would not be shown
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _cell(cell: object) -> str:
    content = cell.get("content") if isinstance(cell, dict) else None
    segments = [each for each in content if isinstance(each, dict)] if isinstance(content, list) else []
    texts = (" ".join(_text(each, "text").split("\n")) for each in segments)
    return markdown([Span(text, attributes_of(each)) for text, each in zip(texts, segments, strict=True)])
