"""A row of which a part cannot be read: the rest is kept, and what is missing is marked in the text itself.

A row that runs over into a damaged page either fails, or (SQLCipher's fault) comes back with zeros from there to its
end. What an index also holds is taken from there; times come from the id; a text says that it is missing.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Sequence
from uuid import UUID

from sqlalchemy import JSON, Column
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from workjournal.domain.entity import Base, PlainText
from workjournal.store.shape import Table

MARK = "[What stood here could not be read: this part of the journal's file is damaged.]"
HOLE = "\ufffd"


class Lost:
    """Stands for a value that could not be read."""


LOST = Lost()
Values = list[object]
Elsewhere = Callable[[str], object]
"""The value of a column of this row as an index has it, or LOST."""

_EXACT = {"sha256", "digest", "media_type", "method", "key", "place", "thing", "field", "object_id"}
"""Texts that no person wrote: a mark in their place would be a lie."""


def has_holes(values: Sequence[object]) -> bool:
    """Whether a text among them holds a NUL, which none of ours does."""
    return any(isinstance(value, str) and "\0" in value for value in values)


def without_zeros(values: Sequence[object]) -> Values:
    """The values, with LOST for what came back as zeros. One NUL alone is only made visible."""
    found = list(values)
    first = next(place for place, value in enumerate(values) if isinstance(value, str) and "\0" in value)
    rest = [value for value in values[first + 1 :] if isinstance(value, str) and value]
    if all(not value.strip("\0") for value in rest):  # zeros up to the end: numbers among them are no numbers
        for place, value in enumerate(values):
            is_zero = (
                place < first
                and type(value) in {int, float}
                and not value
                and not _before(values, place, first)
            )
            if is_zero or (place > first and value is not None and value != ""):
                found[place] = LOST
        if not str(values[first]).strip("\0"):
            found[first] = LOST
    return [_with_holes(value) if isinstance(value, str) else value for value in found]


def patched(table: Table, values: Values, elsewhere: Elsewhere) -> tuple[Values, list[str]] | None:
    """The values with a stand-in for each that is LOST, and the columns that are not as they were; None if one cannot have any."""
    lost = [column for column, value in zip(table.columns, values, strict=True) if value is LOST]
    known = dict(zip(table.columns, values, strict=True))
    for column in sorted(lost.copy(), key=lambda column: column != "id"):  # the times need the id
        known[column] = elsewhere(column)
        if known[column] is not LOST:
            lost.remove(column)
            continue
        known[column] = _stand_in(table, column, known.get("id"))
        if known[column] is LOST:
            return None
    torn = [column for column, value in known.items() if isinstance(value, str) and HOLE in value]
    for column in torn:
        if _is_json(table.name, column):
            known[column] = _completed(str(known[column]))
            if known[column] is LOST:
                return None
    return [known[column] for column in table.columns], [*lost, *torn]


def _before(values: Sequence[object], place: int, first: int) -> bool:
    """Whether a text that was read well stands between `place` and the first that was not."""
    return any(isinstance(value, str) and value for value in values[place + 1 : first])


def _with_holes(text: str) -> str:
    return re.sub("\0+", HOLE, text)


def _stand_in(table: Table, column: str, thing_id: object) -> object:
    if column not in table.required:
        return None
    if column == "version":
        return 1
    if column in {"created_at", "changed_at", "until"}:
        return _time_of(thing_id)
    mapped = Base.metadata.tables.get(table.name)
    return LOST if mapped is None or column not in mapped.columns else _by_kind(mapped.columns[column])


def _by_kind(column: Column[object]) -> object:
    kind, default = column.type, column.default
    if isinstance(kind, PlainText) and column.name not in _EXACT:
        return MARK
    if not isinstance(default, ScalarElementColumnDefault):
        return LOST
    to_database = kind.bind_processor(dialect())
    return to_database(default.arg) if to_database else default.arg


def _time_of(thing_id: object) -> object:
    """When a thing was made, as the database writes it: an id of version 7 begins with the time."""
    try:
        made = dt.datetime.fromtimestamp((UUID(str(thing_id)).int >> 80) / 1000, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return LOST
    return made.strftime("%Y-%m-%d %H:%M:%S.%f")


def _is_json(table: str, column: str) -> bool:
    mapped = Base.metadata.tables.get(table)
    return mapped is not None and column in mapped.columns and isinstance(mapped.columns[column].type, JSON)


def _completed(torn: str) -> object:
    """The beginning of a JSON text, ended where it was torn."""
    start = torn.partition(HOLE)[0]
    for end in (f'{MARK}"}}', f'{MARK}"]', "}", "]"):
        try:
            return json.dumps(json.loads(start + end))
        except ValueError:
            continue
    return LOST
