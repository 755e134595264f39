"""Which column of a table is what, by its heading in English or German and by what is in it."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workjournal.importers.days.times import time_of
from workjournal.importers.days.written import Order, when
from workjournal.importers.importer import Setting
from workjournal.importers.table.values import kind, rating
from workjournal.importers.texts import NotReadable

Cells = Mapping[str, str]
NOTHING = "-"
"""Said of a field that no column is for."""
_MOSTLY = 0.8
_TEXT_FROM = 12
"""Letters: a column of longer texts than that is taken for the text, where none is called so."""


@dataclass(frozen=True)
class Field:
    """Something that a column may be for. `words` are what it is called, the plainest first, each without signs."""

    key: str
    title: str
    words: tuple[str, ...]

    @property
    def setting(self) -> Setting:
        return Setting(
            self.key, f"Column for the {self.title}", f'The heading of its column; "{NOTHING}" for none.'
        )


FIELDS = (
    Field("date", "date", (
        *("date", "datum", "day", "entry date", "date time", "datetime", "creation date", "created", "created at"),
        *("date created", "timestamp", "when", "wann", "erstellt", "erstellt am", "zeitpunkt", "eintragsdatum", "tag"),
    )),
    Field("time", "time", ("time", "uhrzeit", "zeit", "time of day", "start time", "start", "beginn")),
    Field("title", "title", (
        *("title", "titel", "headline", "subject", "summary", "heading", "überschrift", "betreff", "thema", "name"),
        *("task", "aufgabe", "activity", "tätigkeit", "note title"),
    )),
    Field("text", "text", (
        *("story", "text", "entry", "eintrag", "content", "inhalt", "body", "journal", "journal entry", "tagebuch"),
        *("note", "notes", "notiz", "notizen", "what happened", "was ist passiert", "description", "beschreibung"),
        *("details", "comment", "comments", "kommentar", "bemerkung", "bemerkungen"),
    )),
    Field("result", "result", ("result", "results", "ergebnis", "ergebnisse", "resultat", "outcome", "ausgang")),
    Field("tags", "tags", (
        *("tags", "labels", "label", "schlagwörter", "schlagworte", "stichwörter", "keywords", "topics", "themen"),
        *("categories", "category", "kategorien", "kategorie", "hashtags", "tag", "activities"),
    )),
    Field("people", "people", (
        *("people", "personen", "persons", "person", "participants", "attendees", "teilnehmer", "beteiligte"),
        *("with", "mit", "who", "wer", "contacts"),
    )),
    Field("kind", "kind", ("kind", "type", "art", "typ")),
    Field("difficulty", "difficulty", ("difficulty", "schwierigkeit", "schwierigkeitsgrad")),
    Field("energy", "energy", ("energy", "energie", "energy level", "energielevel")),
    Field("role", "role", ("role", "rolle", "funktion")),
    Field("source_link", "link", ("source link", "link", "url", "quelle", "web address", "verweis")),
    Field("private_note", "private note", ("private note", "private notes", "private", "private notiz", "privat")),
    Field("files", "files", (
        *("files", "dateien", "file", "datei", "attachments", "attachment", "anhänge", "anhang", "photos", "photo"),
        *("fotos", "foto", "images", "image", "bilder", "bild", "pictures", "picture"),
    )),
    Field("starred", "star", ("starred", "favorite", "favourite", "favorit", "star", "stern", "pinned")),
    Field("zone", "time zone", ("time zone", "timezone", "tz", "zeitzone", "zone")),
)  # fmt: skip
_LABELS = frozenset(("tag", "created", "start", "when"))
"""Headings that say something else as often; what is in their column decides."""


_READ: Mapping[str, Callable[[str], object]] = {
    "time": time_of,
    "kind": kind,
    **dict.fromkeys(("difficulty", "energy"), lambda cell: rating(cell, 100, decimal_comma=True)),
}
"""A column that is called so is for something else, unless half of its cells can be read."""


def guess(columns: Sequence[str], rows: Sequence[Cells]) -> dict[str, str]:
    """The column that each field has, by the field's key; of fields that have none there is nothing.

    Args:
        rows: the first ones at least.
    """
    left = {_called(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for field in FIELDS:
        for word in field.words:
            column = left.get(word)
            if column is not None and _fits(field.key, word, _cells(rows, column)):
                found[field.key] = column
                del left[word]
                break
    rest = [column for column in columns if column not in found.values()]
    _find_day(found, rest, rows)
    _find_text(found, rest, rows)
    return found


def is_day(cell: str) -> bool:
    """Whether a cell tells a day, in whatever order."""
    return _reads(lambda: when(cell, Order.DAY))


def _fits(key: str, word: str, cells: Sequence[str]) -> bool:
    if not cells:
        return word not in _LABELS or key == "tags"
    if key == "date":
        return _share(cells, is_day) >= (_MOSTLY if word in _LABELS else 0.2)
    reads = _READ.get(key)
    return reads is None or _share(cells, lambda cell: _reads(lambda: reads(cell))) >= 0.5


def _find_day(found: dict[str, str], rest: list[str], rows: Sequence[Cells]) -> None:
    """Where no heading tells it: the first column that holds days."""
    if "date" in found:
        return
    for column in list(rest):
        cells = _cells(rows, column)
        if cells and not all(cell.isdigit() for cell in cells) and _share(cells, is_day) >= _MOSTLY:
            found["date"] = column
            rest.remove(column)
            return


def _find_text(found: dict[str, str], rest: list[str], rows: Sequence[Cells]) -> None:
    """Where no heading tells it: the column with the longest cells."""
    if "text" in found or not rest:
        return
    lengths = {column: sum(map(len, cells := _cells(rows, column))) / max(len(cells), 1) for column in rest}
    longest = max(rest, key=lambda column: lengths[column])
    if lengths[longest] >= _TEXT_FROM or (lengths[longest] > 0 and "title" not in found):
        found["text"] = longest


def _share(cells: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / len(cells)


def _cells(rows: Sequence[Cells], column: str) -> list[str]:
    return [cell for row in rows if (cell := row.get(column, "").strip())]


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except NotReadable:
        return False
    return True


def _called(name: str) -> str:
    """A heading as it is compared: "Created_At", "created at"."""
    letters = "".join(
        each if each.isalnum() else " " for each in unicodedata.normalize("NFC", name).casefold()
    )
    return " ".join(letters.split())
