"""Exports of a journal as JSON, and their way back into another one."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import delete

from workjournal.domain.entity import Base
from workjournal.exporters import journal_json
from workjournal.exporters.journal_json import Written
from workjournal.exporters.sink import LoneSink, ZipSink
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.exporting.rows import contents
from workjournal.journal.importing.reading import reading
from workjournal.journal.importing.rows import bring_in
from workjournal.journal.importing.wishes import Imported, Wishes
from workjournal.journal.journal import Journal
from workjournal.store.integrity import unheard

MADE = dt.datetime(2026, 11, 20, 8, 30, tzinfo=dt.UTC)
WHOLE = Choice()


def export(journal: Journal, path: Path, choice: Choice = WHOLE) -> Written:
    """Write what is chosen to a .json or a .zip."""
    with contents(journal._store, choice, MADE) as rows, path.open("wb") as file:
        if path.suffix == ".json":
            return journal_json.write_lone(rows, LoneSink(file), unheard)
        with ZipSink(file, MADE) as sink:
            return journal_json.write(rows, sink, unheard)


def told(journal: Journal, path: Path, choice: Choice = WHOLE) -> dict[str, Any]:
    """The same as the value in a lone file."""
    export(journal, path, choice)
    value: dict[str, Any] = json.loads(path.read_bytes())
    return value


def bring(journal: Journal, path: Path) -> Imported:
    """Import without the backup that comes before it."""
    with reading(path, Wishes(), unheard) as read:
        return bring_in(journal._store, read, unheard)


def bring_value(journal: Journal, path: Path, value: Mapping[str, Any]) -> Imported:
    """Import a value as the file it would be."""
    path.write_text(json.dumps({"format": "workjournal", "version": 1, **value}), encoding="utf-8")
    return bring(journal, path)


def empty(journal: Journal) -> None:
    """Take everything out of a journal: quicker than another one."""
    with journal._store.writing() as session:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name != "vault_state":
                session.execute(delete(table))


def episode(**fields: Any) -> dict[str, Any]:
    """A row of the least that an episode needs."""
    return {"id": str(uuid4()), "date": "2026-11-19", "title": "Moved the depot", **fields}


def rows(value: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row with its table."""
    for table, listed in value.items():
        if isinstance(listed, list):
            for row in listed:
                yield table, row
