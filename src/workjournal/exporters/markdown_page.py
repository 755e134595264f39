"""A record as one Markdown page: front matter, title, texts, parts, attachments. Obsidian reads it; so does anything."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from workjournal.exporters.file_names import Page
from workjournal.exporters.record import Attached, Record, Value, bulleted, labelled, shown, singular

_TARGET = re.compile(r"(\]\()(<[^<>\n]{1,400}>|[^()<>\s]{1,400})(?=[ )])")
"""What a link or picture points to: `](name)`, `](<name with spaces>)`."""
_ONE_LINE = 1 << 30
_NO_TAG = re.compile(r"[^\w/-]+")
_PLAIN_TARGET = re.compile(r"[^\s()<>]+")


@dataclass(frozen=True)
class Places:
    """Where everything is: pages and titles by id, and files below the export's folder by the id of what is attached."""

    pages: Mapping[UUID, Page]
    titles: Mapping[UUID, str]
    files: Mapping[UUID, str]

    def wikilink(self, thing: UUID) -> str:
        """A link to its page, read as its title; the title alone where it has none; "" for what is not known."""
        title = " ".join(self.titles.get(thing, "").split())
        page = self.pages.get(thing)
        if page is None:
            return title
        told = title.replace("[", "(").replace("]", ")").replace("|", "-")
        return f"[[{page.name}]]" if told in {page.name, ""} else f"[[{page.name}|{told}]]"

    def wikilinks(self, things: Iterable[UUID]) -> list[str]:
        """Of all that are known."""
        return [link for link in map(self.wikilink, things) if link]


def page(record: Record, places: Places) -> str:
    """The whole file's text."""
    up = "../" * (places.pages[record.id].folder.count("/") + 1)
    targets = {file.name: f"{up}{places.files[file.id]}" for file in record.files if file.id in places.files}
    blocks = [_front_matter(record, places), f"# {_line(record.title)}"]
    for passage in record.passages:
        if passage.text.strip():
            blocks += [f"## {_line(passage.heading)}"] if passage.heading else []
            blocks.append(_retargeted(passage.text, targets).strip("\n"))
    for noun, parts in record.parted():
        blocks += [f"## {noun.heading}", "\n".join(_part(part, places, up) for part in parts)]
    if record.files:
        blocks += ["## Attachments", "\n".join(_file(file, places, up) for file in record.files)]
    return "\n\n".join(blocks) + "\n"


def _front_matter(record: Record, places: Places) -> str:
    import yaml

    fields: dict[str, Any] = {"type": record.noun.one, "id": str(record.id), "title": _line(record.title)}
    told: dict[str, Value] = {"date": record.date, "time": record.time, **record.values}
    for key, value in told.items():
        if value not in {None, "", ()}:
            fields |= _tags(value) if key == "tags" and isinstance(value, tuple) else {key: _plain(value)}
    for key, things in record.links.items():
        if links := places.wikilinks(things):
            fields[key] = links if singular(key) else links[0]
    # libyaml is ten times quicker, and writes signs such as emoji as their numbers: those who have them wait for PyYAML.
    quick = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    dumper = (
        quick if all(max(text, default="") < "\U00010000" for text in _texts(fields)) else yaml.SafeDumper
    )
    written = yaml.dump(fields, Dumper=dumper, allow_unicode=True, sort_keys=False, width=_ONE_LINE)
    return f"---\n{written}---"


def _texts(fields: Mapping[str, Any]) -> Iterable[str]:
    for value in fields.values():
        yield from (value if isinstance(value, list) else [value] if isinstance(value, str) else [])


def _tags(names: tuple[str, ...]) -> dict[str, Any]:
    """As Obsidian takes them, in which a tag has no spaces and is no number; and as they are, where that differs."""
    fit = [_NO_TAG.sub("-", name).strip("-") for name in names]
    fit = [f"{tag}-" if tag.isdigit() else tag for tag in fit if tag]
    return {"tags": fit} if fit == list(names) else {"tags": fit, "tag_names": list(names)}


def _plain(value: Value) -> Any:
    """What YAML has a word for."""
    if isinstance(value, tuple):
        return [str(each) for each in value]  # a member of an enumeration becomes its word
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    return value if isinstance(value, bool | int | float) else shown(value)


def _part(part: Record, places: Places, up: str) -> str:
    """In a list: what there is to say of it in one line, then its texts."""
    told = [f"**{part.date.isoformat()}**"] if part.date else []
    told += [f"**{_line(part.title)}**"] if part.title.strip() else []
    for key, value in part.values.items():
        if (text := _line(shown(value))) and value != ():
            told.append(f"{labelled(key).lower()} {text}")
    told += [", ".join(links) for things in part.links.values() if (links := places.wikilinks(things))]
    blocks = [" · ".join(told)]
    for passage in part.passages:
        if passage.text.strip():
            heading = f"{passage.heading}: " if passage.heading else ""
            blocks.append(heading + passage.text.strip())
    blocks += [_file(file, places, up, bullet="") for file in part.files]
    return bulleted("\n\n".join(blocks))


def _file(file: Attached, places: Places, up: str, bullet: str = "- ") -> str:
    place = places.files.get(file.id)
    name = _line(file.name).replace("[", "(").replace("]", ")")
    if place is None:
        return f"{bullet}{name} ({file.without or 'not in this export'})"
    return f"{bullet}{'!' if file.is_picture else ''}[{name}]({_as_target(up + place)})"


def _retargeted(text: str, targets: Mapping[str, str]) -> str:
    """The text with its references to the record's own files led to where those are now."""
    if not targets or "](" not in text:
        return text

    def led(found: re.Match[str]) -> str:
        place = targets.get(found[2].removeprefix("<").removesuffix(">"))
        return found[0] if place is None else found[1] + _as_target(place)

    return _TARGET.sub(led, text)


def _as_target(place: str) -> str:
    return place if _PLAIN_TARGET.fullmatch(place) else f"<{place}>"


def _line(text: str) -> str:
    return " ".join(text.split())
