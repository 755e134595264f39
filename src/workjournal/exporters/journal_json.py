"""A journal as JSON, complete and without loss: one file with its files beside it, or all of it in one file.

The format is docs/journal-export.schema.json. Rows are written one by one, each on a line of its own; the same journal
gives the same bytes but for the time it was exported.
"""

import base64
import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from workjournal.domain.portable import FORMAT, JOURNAL, VERSION, Form, fields, portable
from workjournal.errors import JournalError
from workjournal.exporters import journal_schema
from workjournal.exporters.sink import Sink

Row = dict[str, Any]
Report = Callable[[float, str], None]
MEGABYTE = 1024 * 1024
MOST_IN_ONE_FILE = 64 * MEGABYTE
"""Bytes of files that a lone JSON file takes in: whoever reads it has it in memory."""
_HOLDING = tuple({field.name for noun in portable() for field in fields(noun) if field.form is Form.CONTENT})
"""Under which names rows have a content."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TOLD_EVERY = 500


class TooLargeForOneFile(JournalError):
    """With its files the export would be {size} MB, too much for one JSON file, which takes {limit} MB of them. Choose a name that ends in .zip."""


@dataclass(frozen=True)
class Content:
    """The bytes of a thing's file: where an archive has them, how many, and the way to them, piece by piece.

    `pieces` raises a JournalError where they are damaged.
    """

    path: str
    size: int
    pieces: Callable[[], Iterator[bytes]] = field(compare=False)


@dataclass(frozen=True, kw_only=True)
class Contents:
    """All that is exported.

    Attributes:
        made: when.
        choice: what was chosen, as JSON has it.
        files: every content, in the order of the tables.
        tables: each with its rows: JSON values, and a Content where there are bytes. Rows are read while they are written.
        count: how many rows there are, to tell how far it is.
    """

    made: dt.datetime
    choice: Mapping[str, Any]
    files: Sequence[Content]
    tables: Iterable[tuple[str, Iterator[Row]]]
    count: int


@dataclass
class Written:
    """What came of it: how many rows of each table, how many files, and which could not be had, as sentences."""

    counts: dict[str, int] = field(default_factory=dict)
    files: int = 0
    left_out: list[str] = field(default_factory=list)


def write(contents: Contents, sink: Sink, report: Report) -> Written:
    """Write journal.json, beside it each content under its path, which the row names, and the schema of it all.

    Raises:
        what reading rows, the sink and the report raise
    """
    written, named = Written(), dict[str, Row]()
    total = sum(each.size for each in contents.files) + 1
    done = 0

    def tick(size: int) -> None:
        nonlocal done
        done += size
        report(0.6 * min(1.0, done / total), f"{written.files:,} of {len(contents.files):,} files written")

    for content in contents.files:
        if (reason := _copied(content, sink, tick)) is None:
            named[content.path] = {"file": content.path}
            written.files += 1
        else:
            written.left_out.append(reason)
    with sink.file(JOURNAL) as file:
        _write_rows(contents, file, written, lambda content: named.get(content.path), report)
    with sink.file(journal_schema.NAME) as file:
        file.write(journal_schema.written().encode())
    return written


def write_lone(contents: Contents, sink: Sink, report: Report) -> Written:
    """Write one file that holds everything.

    Raises:
        TooLargeForOneFile: before anything is written; and what reading rows, the sink and the report raise
    """
    size = sum(each.size for each in contents.files)
    if size > MOST_IN_ONE_FILE:
        raise TooLargeForOneFile(size=-(-size // MEGABYTE), limit=MOST_IN_ONE_FILE // MEGABYTE)
    written = Written()

    def inside(content: Content) -> Row | None:
        try:
            whole = b"".join(content.pieces())
        except JournalError as error:
            written.left_out.append(str(error))
            return None
        written.files += 1
        return {"base64": base64.b64encode(whole).decode("ascii")}

    with sink.file(JOURNAL) as file:
        _write_rows(contents, file, written, inside, report)
    return written


def _copied(content: Content, sink: Sink, tick: Callable[[int], None]) -> str | None:
    """Write one file; returns why it could not be had, or None. What was written of it by then, no row names.

    `tick` is told of every piece.
    """
    tick(0)
    pieces = content.pieces()
    try:
        first = next(pieces, b"")
    except JournalError as error:
        return str(error)
    with sink.file(content.path) as file:
        tick(len(first))
        file.write(first)
        try:
            for piece in pieces:
                tick(len(piece))
                file.write(piece)
        except JournalError as error:
            return str(error)
    return None


def _write_rows(
    contents: Contents,
    file: IO[bytes],
    written: Written,
    held: Callable[[Content], Row | None],
    report: Report,
) -> None:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": contents.made.astimezone(dt.UTC).isoformat().replace("+00:00", "Z"),
        "choice": contents.choice,
    }
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    file.write(("{\n" + ",\n".join(lines)).encode())
    done = 0
    for table, rows in contents.tables:
        file.write(f',\n"{table}": ['.encode())
        before, number = b"\n", 0
        for number, row in enumerate(rows, 1):  # noqa: B007 - told below
            file.write(before + _line(row, held))
            before = b",\n"
            done += 1
            if done % _TOLD_EVERY == 0:
                report(0.6 + 0.4 * min(1.0, done / (contents.count or 1)), f"{done:,} things written")
        file.write(b"\n]" if number else b"]")
        written.counts[table] = number
    file.write(b"\n}\n")


def _line(row: Row, held: Callable[[Content], Row | None]) -> bytes:
    for name in _HOLDING:
        if isinstance(value := row.get(name), Content):
            row[name] = held(value)
    try:
        return _ENCODER.encode(row).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which UTF-8 cannot say and JSON can
        return json.dumps(row, separators=(",", ":")).encode()
