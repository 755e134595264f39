"""The file of --items: what is ticked for one pack, and how it is told in that pack alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from workjournal.cli.jsonfile import Repeated, need, read_array, text_of
from workjournal.cli.opening import Opening
from workjournal.errors import JournalError
from workjournal.journal.pack_fields import PackField
from workjournal.journal.pack_items import PackItem
from workjournal.journal.service import SHORTEST_ENDING, WHOLE_ID

EXAMPLE = '["4f2a91c7"] or [{"id": "4f2a91c7", "title": "Told otherwise"}]'
ID, PICTURES = "id", "pictures"
LONGEST = 40
Value = TypeVar("Value")


class NoId(JournalError):
    """{file}, item {number}: it has no "id"."""


class NoSuchItem(JournalError):
    """{file}, item {number}: nothing with the id {id} could be in this pack. `workjournal pack … --list` lists what could."""


class NoSuchPicture(JournalError):
    """{file}, item {number}: it has no picture with the id {id}. `workjournal pack … --list --json` lists those of each item."""


class SeveralMeant(JournalError):
    """{file}, item {number}: more than one id ends in {id}. Type more of it."""


class ItemTwice(JournalError):
    """{file}, item {number}: this is "{title}", which is item {first} already."""


class ItemNotShown(JournalError):
    """{file}, item {number}: "{title}" belongs to the section {section}, which is not among --sections."""


class KeyTwice(JournalError):
    """{file}, item {number}, "{key}": it is there more than once."""


class NoSuchKey(JournalError):
    """{file}, item {number}, "{key}": nothing of this is told under that name. There are: {known}."""


@dataclass(frozen=True)
class Ticks:
    """What was ticked: ids of things and of pictures, and texts by thing and field."""

    items: frozenset[UUID]
    pictures: frozenset[UUID]
    wordings: Mapping[tuple[UUID, str], str]


@dataclass
class _Reading:
    """`number` of an item counts from one; `first` is under which number a thing came."""

    file: str
    could: Mapping[UUID, PackItem]
    shown: frozenset[UUID]
    fields: Mapping[UUID, tuple[PackField, ...]]
    first: dict[UUID, int] = field(default_factory=dict)
    pictures: set[UUID] = field(default_factory=set)
    wordings: dict[tuple[UUID, str], str] = field(default_factory=dict)

    def take(self, number: int, entry: object) -> None:
        if isinstance(entry, str):
            self._tick(number, entry)
            return
        place = f"item {number}"
        need(dict, entry, self.file, place)
        assert isinstance(entry, dict)
        if isinstance(entry, Repeated):
            raise KeyTwice(file=self.file, number=number, key=_short(entry.key))
        if ID not in entry:
            raise NoId(file=self.file, number=number)
        item = self._tick(number, text_of(entry[ID], self.file, f'{place}, "{ID}"'))
        self._show(number, item, entry.get(PICTURES, []))
        self._tell(number, item, {key: text for key, text in entry.items() if key not in {ID, PICTURES}})

    def _tick(self, number: int, words: str) -> PackItem:
        ending = text_of(words, self.file, f"item {number}")
        found = _ending_in(ending, self.could)
        item = self.could[self._one(number, found, ending, NoSuchItem)]
        if item.id in self.first:
            raise ItemTwice(
                file=self.file, number=number, title=_short(item.title), first=self.first[item.id]
            )
        if item.id not in self.shown:
            raise ItemNotShown(file=self.file, number=number, title=_short(item.title), section=item.section)
        self.first[item.id] = number
        return item

    def _show(self, number: int, item: PackItem, listed: object) -> None:
        place = f'item {number}, "{PICTURES}"'
        need(list, listed, self.file, place)
        assert isinstance(listed, list)
        known = [picture for picture, _ in item.pictures]
        for words in listed:
            ending = text_of(words, self.file, place)
            self.pictures.add(self._one(number, _ending_in(ending, known), ending, NoSuchPicture))

    def _tell(self, number: int, item: PackItem, texts: Mapping[str, Any]) -> None:
        known = [each.key for each in self.fields[item.id]]
        for key, text in texts.items():
            if key not in known:
                also = ", ".join((ID, PICTURES, *known))
                raise NoSuchKey(file=self.file, number=number, key=_short(key), known=also)
            self.wordings[item.id, key] = text_of(text, self.file, f'item {number}, "{key}"')

    def _one(self, number: int, found: list[UUID], words: str, none: Callable[..., JournalError]) -> UUID:
        if len(found) == 1:
            return found[0]
        error = SeveralMeant if found else none
        raise error(file=self.file, number=number, id=_short(words))


def read_ticks(
    opening: Opening,
    word: str,
    could: Iterable[PackItem],
    shown: frozenset[UUID],
    fields: Mapping[UUID, tuple[PackField, ...]],
) -> Ticks:
    """What a file ticks of what could be in the pack; "-" is standard input.

    Args:
        could: the things offered for the pack.
        shown: those of them that have a place in the chosen sections.
        fields: every text of each, by thing.

    Raises:
        FileUnreadable, NotJson, NotAnArray, NotSuchAValue, NotWriting; and the errors of this module, with their place.
    """
    file, entries = read_array(opening, word, EXAMPLE)
    reading = _Reading(file, {item.id: item for item in could}, shown, fields)
    for number, entry in enumerate(entries, start=1):
        reading.take(number, entry)
    return Ticks(frozenset(reading.first), frozenset(reading.pictures), reading.wordings)


def _ending_in(words: str, ids: Iterable[UUID]) -> list[UUID]:
    ending = words.strip().lower().replace("-", "")
    if not SHORTEST_ENDING <= len(ending) <= WHOLE_ID:
        return []
    return [each for each in ids if each.hex.endswith(ending)]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
