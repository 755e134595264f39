"""A journal as one CSV file (RFC 4180) for each sort of thing, for spreadsheets; what is attached lies beside.

UTF-8 with the mark by which Excel knows it. A text that a spreadsheet would take for a formula gets an apostrophe in
front, and so does one that begins with apostrophes before such a sign: taking one away there gives the text back.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, cast
from uuid import UUID

from workjournal.exporters.exporter import Exporter
from workjournal.exporters.file_names import Names
from workjournal.exporters.record import Attached, Noun, Record, Sheaf, Value, shown, singular
from workjournal.exporters.sink import Sink

FOLDER = "attachments"
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""With what spreadsheets see a formula begin (OWASP, CSV Injection)."""
_BETWEEN = "; "

Cell = str | int | float
Row = dict[str, Cell]


def write(sheaf: Sheaf, sink: Sink) -> None:
    """A file for each noun and each noun of parts, then a list of what is attached, then that itself."""
    gathered = _Gathered({**sheaf.titles, **{entry.id: entry.title for entry in sheaf.entries}})
    for noun in sheaf.nouns:
        _write_rows(sink, noun.many, (gathered.row(record) for record in sheaf.read(noun)))
    for noun, rows in gathered.parts.items():
        _write_rows(sink, noun.many, iter(rows))
    if gathered.files:
        _write_rows(sink, FOLDER, (_listed(*each) for each in gathered.files))
    for _, file, place in gathered.files:
        if file.pieces is not None:
            with sink.file(place) as content:
                for piece in file.pieces():
                    content.write(piece)


@dataclass
class _Gathered:
    """What comes with the records and is written after them: a sink takes one file after the other."""

    titles: Mapping[UUID, str]
    parts: dict[Noun, list[Row]] = field(default_factory=dict)
    files: list[tuple[UUID, Attached, str]] = field(default_factory=list)
    names: Names = field(default_factory=Names)

    def row(self, record: Record, owner: UUID | None = None) -> Row:
        """A record's cells by their columns."""
        row: Row = {"id": str(record.id), "title": as_text(record.title)}
        if owner is not None:
            row = {"id": str(record.id), "of_id": str(owner), "of": as_text(self.titles.get(owner, ""))}
            row |= {"title": as_text(record.title)} if record.title else {}
        if record.noun.dated:
            row["date"] = shown(record.date)
        row |= {"time": shown(record.time)} if record.noun.one == "episode" else {}
        row |= {key: _cell(value) for key, value in record.values.items()}
        for key, things in record.links.items():
            known = [each for each in things if each in self.titles]
            row[key] = as_text(_BETWEEN.join(self.titles[each] for each in known))
            of_several = singular(key)
            row[f"{of_several}_ids" if of_several else f"{key}_id"] = _BETWEEN.join(map(str, known))
        row |= _texts(record)
        for part in record.parts:
            self.parts.setdefault(part.noun, []).append(self.row(part, record.id))
        self.files += [(record.id, file, self._place(file)) for file in record.files]
        return row

    def _place(self, file: Attached) -> str:
        return "" if file.pieces is None else f"{FOLDER}/{self.names.of_file(file.name)}"


def as_text(text: str) -> str:
    """A text that no spreadsheet calculates with."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_text(cell: str) -> str:
    """The text of such a cell again."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _cell(value: Value) -> Cell:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return as_text(_BETWEEN.join(value))
    return shown(value) if isinstance(value, dt.date | dt.time | bool) else as_text(shown(value))


def _texts(record: Record) -> dict[str, str]:
    """The passages by field; where several are of one, such as the answers of a reflection, each below its heading."""
    fields: dict[str, list[tuple[str, str]]] = {}
    for passage in record.passages:
        fields.setdefault(passage.key, []).append((passage.heading, passage.text))
    return {
        key: as_text(
            texts[0][1]
            if len(texts) == 1
            else "\n\n".join(f"{head}\n{text}" for head, text in texts if text.strip())
        )
        for key, texts in fields.items()
    }


def _listed(owner: UUID, file: Attached, place: str) -> Row:
    told = {"name": file.name, "media_type": file.media_type}
    row: Row = {"id": str(file.id), "of_id": str(owner), **{key: as_text(text) for key, text in told.items()}}
    return {**row, "size": file.size, "sha256": file.sha256, "file": place or f"({file.without})"}


def _write_rows(sink: Sink, name: str, rows: Iterable[Row]) -> None:
    with sink.file(f"{name}.csv") as file:
        text = io.TextIOWrapper(cast(BinaryIO, file), "utf-8-sig", newline="")
        every = iter(rows)
        first = next(every, {})
        # What is no number is in quotation marks: where a semicolon parts cells, none of it is taken for two.
        writer = csv.DictWriter(text, list(first), quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(every)
        text.detach()


CSV = Exporter(
    key="csv",
    title="CSV tables",
    about="A table for each sort of thing, for a spreadsheet; attachments beside.",
    ending="",
    usual="",
    write=write,
)
