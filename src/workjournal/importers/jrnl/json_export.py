"""jrnl's JSON: all entries in one file, or each in one of its own.

Facts: jrnl/plugins/json_exporter.py. `{"tags": {tag: count}, "entries": [entry]}`; an entry has title, body, date
("2013-06-09"), time ("15:39"), tags with their signs and in small letters, starred. One that came to jrnl from Day One
has uuid and creator too.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from workjournal.importers.item import Given, Item, Note, Trouble, Weight
from workjournal.importers.jrnl.entries import key
from workjournal.importers.jrnl.settings import once
from workjournal.importers.jrnl.title import split_title, without_blank_lines
from workjournal.importers.texts import NotReadable, cleaned, from_json, plain
from workjournal.importers.trees import shown

_WHOLE = re.compile(r'\s*\{\s*"tags"\s*:\s*\{\s*(?:"[^"]+"\s*:\s*\d+\s*[,}]|\}\s*,\s*"entries"\s*:)')
_FIELDS = ("title", "body", "date", "time", "tags", "starred")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")


def looks_exported(start: str) -> bool:
    """Whether a text begins as such an export does."""
    if not start.lstrip().startswith("{"):
        return False
    return bool(_WHOLE.match(start)) or all(f'"{field}"' in start for field in _FIELDS)


def items(text: str, name: str, seen: Counter[str]) -> Iterator[Given]:
    """The entries of an export one by one. `seen` counts equal ones.

    Raises:
        NotReadable: it is no such export.
    """
    whole = from_json(text)
    place = shown(name)
    if isinstance(whole, dict) and isinstance(whole.get("entries"), list):
        others = [shown(str(key)) for key in whole if key not in {"entries", "tags"}]
        if others:
            yield Note(
                f"{place} has more in it than entries, which was not brought in: {', '.join(others[:5])}."
            )
        for number, entry in enumerate(whole["entries"], 1):
            yield from _given(entry, f"{place}, entry {number}", seen)
    elif isinstance(whole, dict) and "entries" not in whole and {"title", "body"} & whole.keys():
        yield from _given(whole, place, seen)
    else:
        raise NotReadable("it has no list of entries")


def _given(entry: Any, place: str, seen: Counter[str]) -> Iterator[Given]:
    if not isinstance(entry, dict):
        yield Trouble(place, "It is no entry but something else.")
        return
    title, body = (_text(entry.get(field)) for field in ("title", "body"))
    first, _, more = title.strip().partition("\n")
    title, behind = split_title(first.strip(), by_sentence=False)
    date = _date(entry.get("date"))
    item = Item(
        key="",
        place=place,
        title=title,
        text="\n".join(each for each in (behind, more, without_blank_lines(body)) if each),
        date=date,
        time=_time(entry.get("time")),
        tags=_tags(entry.get("tags")),
        starred=entry.get("starred") is True,
    )
    item = replace(item, unknown=_unknown(entry, item))
    if not item.title and not item.text:
        yield Trouble(place, "It has no text.")
        return
    uuid = entry.get("uuid")
    own = cleaned(uuid) if isinstance(uuid, str) else ""
    yield replace(item, key=own.strip() or key(item, seen))
    if wrong := [field for field in _FIELDS if field in item.unknown]:
        fields = " and ".join(wrong)
        yield Trouble(place, f"Its {fields} cannot be read, and came in as further details.", Weight.PARTLY)


def _unknown(entry: Mapping[Any, Any], item: Item) -> dict[str, Any]:
    """What the item does not tell: fields that are not known, and those whose value is not of its kind."""
    tags = entry.get("tags")
    told = {
        "title": _is_text(entry.get("title")),
        "body": _is_text(entry.get("body")),
        "date": item.date is not None,
        "time": item.time is not None,
        "tags": isinstance(tags, list) and all(isinstance(tag, str) for tag in tags),
        "starred": isinstance(entry.get("starred"), bool),
        "uuid": isinstance(entry.get("uuid"), str),
    }
    left = {key: plain(value) for key, value in entry.items() if not told.get(key)}
    return {cleaned(str(key)): value for key, value in left.items() if value not in (None, "", [], {})}


def _is_text(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _text(value: Any) -> str:
    return cleaned(str(value)) if _is_text(value) else ""


def _date(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None


def _time(value: Any) -> dt.time | None:
    if not isinstance(value, str) or not _CLOCK.fullmatch(value.strip()):
        return None
    hour, minute, second = (*map(int, value.split(":")), 0)[:3]
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


def _tags(value: Any) -> tuple[str, ...]:
    """The names, without whatever sign each begins with."""
    tags = (
        cleaned(tag).strip() for tag in (value if isinstance(value, list) else ()) if isinstance(tag, str)
    )
    names = (tag if tag[:1].isalnum() or tag[:1] == "_" else tag.lstrip(tag[:1]) for tag in tags)
    return once(name for name in names if name)
