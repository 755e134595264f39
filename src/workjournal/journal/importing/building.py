"""An item of another journal as an episode of this one."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workjournal.domain.day_span import check_days
from workjournal.domain.entity import check_ratings, one_line
from workjournal.domain.episode import Episode, Moment, Setting, Source, title_of, titled
from workjournal.errors import JournalError
from workjournal.importers.item import Item
from workjournal.journal.importing.wishes import STARRED, Wishes
from workjournal.store.bulk import unwatched


def _rating(value: Any) -> int:
    """Raises: OutOfRange, ValueError."""
    rating = int(value)
    check_ratings(rating=rating)
    return rating


_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("result", "role", "source_link", "private_note"), str),
    "setting": Setting,
    "source": Source,
    "moment": Moment,
    "difficulty": _rating,
    "energy": _rating,
}
"""What a source may say of an episode besides, and how it is read."""


_BEGINNING = re.compile(r"^\s*(?:#{1,6}\s|>\s?|[-*+]\s(?:\[[ xX]\]\s)?|\d{1,9}[.)]\s)*")
_PICTURE = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{0,400})\]\([^)\n]{0,2000}\)")
_MARKS = re.compile(r"\*\*|__|`+|\*(?=\S)|(?<=\S)\*|~~")


_LOOKED_AT = 1000
"""Letters of a line in which a title is looked for."""


class Empty(Exception):
    """An item that says nothing and has no file."""


@dataclass(frozen=True)
class Built:
    """An episode that is not saved yet, the names of its labels, and the item it came from."""

    episode: Episode
    item: Item
    tags: tuple[str, ...]
    people: tuple[str, ...]
    unknown: Mapping[str, Any] = field(default_factory=dict)


def built(item: Item, wishes: Wishes, today: dt.date) -> Built:
    """What an item becomes.

    Raises:
        Empty; JournalError of what cannot be kept
    """
    title, story = _words(item)
    values = {
        "date": item.date or wishes.day or today,
        "time": item.time,
        "title": title,
        "story": story,
        "kind": item.kind or wishes.kind,
    }
    episode = unwatched(Episode, values)
    unknown = {**item.unknown, **_set(episode, item.values)}
    episode.check()
    check_days(episode)
    tags, left = tags_of(item, wishes)
    if left:
        unknown["tags left off"] = left
    return Built(episode, item, tags, _names(item.people), unknown)


def _set(episode: Episode, values: Mapping[str, Any]) -> dict[str, Any]:
    """Put these values into its fields; returns those that no field can have."""
    left = {}
    for name, value in values.items():
        try:
            setattr(episode, name, _FIELDS[name](value))
        except (KeyError, ValueError, TypeError, JournalError):
            left[name] = value
    return left


def tags_of(item: Item, wishes: Wishes) -> tuple[tuple[str, ...], list[str]]:
    """The names of its tags by the wishes, and those that were left off."""
    wanted: list[str] = []
    left: list[str] = []
    for name in _names(item.tags):
        called = wishes.tags.get(name, name).strip()
        (wanted if called else left).append(called or name)
    starred = (wishes.tags.get(STARRED, STARRED),) if item.starred else ()
    more = (*starred, *wishes.add_tags)
    return _names((*wanted, *more)) if more or wishes.tags else tuple(wanted), left


def _names(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    lines = [one_line(name.replace("\0", "")) for name in names]
    return tuple({line.casefold(): line for line in lines if line}.values())


def _words(item: Item) -> tuple[str, str]:
    """Title and story: the source's own title, else the beginning of the text, else the name of its first file."""
    title = one_line(item.title)
    if title:
        return title, item.text
    if not item.text.strip() and not item.files:
        raise Empty
    title = headline(item.text)
    if not title:
        return (item.files[0].name if item.files else f"{item.date or item.place}"), item.text
    return titled(item.text) if title == title_of(item.text) else (title, item.text)


def headline(text: str) -> str:
    """The first line that says something, as a title: without the marks of Markdown, and "" where there are only pictures."""
    for line in text.splitlines():
        said = _LINK.sub(r"\1", _PICTURE.sub("", _BEGINNING.sub("", line[:_LOOKED_AT])))
        said = one_line(_MARKS.sub("", said))
        if any(letter.isalnum() for letter in said):
            return title_of(said)
    return ""
