"""Values of an export as the database takes them, each checked by the form of its column."""

import datetime as dt
import math
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, get_args, get_origin
from uuid import UUID

from sqlalchemy import Enum

from workjournal.domain.day_span import FIRST_YEAR, LAST_YEAR, is_within
from workjournal.domain.entity import Audience, Base
from workjournal.domain.portable import Field, Form, fields
from workjournal.domain.references import listings

LARGEST_COUNT = 2**53
"""Up to there every reader of JSON has the same number (RFC 8259, 6), and one can be added to it."""
Row = dict[str, Any]
Reader = Callable[[Any], Any]


class Wrong(ValueError):
    """Why a row cannot be kept, as a sentence."""


def read(noun: type[Base], values: Mapping[str, Any]) -> tuple[Row, dict[str, list[UUID]], Row]:
    """A row by its columns, the ids in its lists, and what it says that no field holds.

    What is missing gets the default of its column; the times of its making and change are then None.

    Raises:
        Wrong
    """
    columns, keys, known = _form(noun)
    row: Row = {}
    field = columns[0][0]
    try:
        for field, reader in columns:
            value = values.get(field.name)
            if value is not None:
                row[field.name] = reader(value)
            else:
                row[field.name] = None if field.optional else _missing(field, given=field.name in values)
    except Wrong:
        raise
    except (ValueError, OverflowError, TypeError):
        raise Wrong(f'Its "{field.name}" is not {_WANTED[field.form]}.') from None
    lists = {key: _ids(key, values.get(key)) for key in keys}
    return row, lists, {key: value for key, value in values.items() if key not in known}


@cache
def _form(noun: type[Base]) -> tuple[list[tuple[Field, Reader]], list[str], frozenset[str]]:
    """The fields but for content, each with its reader; the names of its lists; every name that a row may have."""
    every = fields(noun)
    lists = [each.key for each in listings(noun)]
    columns = [(each, _reader(each)) for each in every if each.form is not Form.CONTENT]
    return columns, lists, frozenset((*lists, *(each.name for each in every)))


def _reader(field: Field) -> Reader:
    if field.form is Form.CHOICE:
        kind = field.column.type
        assert isinstance(kind, Enum)
        assert kind.enum_class is not None
        return kind.enum_class
    if field.form is Form.VALUE:
        return partial(_shaped, shape=field.shape)
    return _READERS[field.form]


def _missing(field: Field, *, given: bool) -> Any:
    if field.name in _STAMPS and not given:
        return None
    if field.needed or given:
        raise Wrong(f'Its "{field.name}" is missing.')
    if field.form is Form.VALUE:
        return get_origin(field.shape)()
    return _DEFAULTS.get(field.form, field.default) if field.default is None else field.default


_STAMPS = frozenset({"created_at", "changed_at", "version", "due"})
"""What the store or the thing's own rules fill in."""
_DEFAULTS: Mapping[Form, Any] = {Form.TEXT: "", Form.AUDIENCES: frozenset()}


def _ids(key: str, value: Any) -> list[UUID]:
    if value is None:
        return []
    try:
        return list(dict.fromkeys(map(_id, value)))
    except (ValueError, TypeError):
        raise Wrong(f'Its "{key}" are no list of ids.') from None


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value or not (value.isascii() or _can_be_written(value)):
        raise ValueError
    return value


def _can_be_written(value: str) -> bool:
    value.encode()  # raises a ValueError for half of a surrogate pair
    return True


def _id(value: Any) -> UUID:
    return UUID(_text(value))


def _day(value: Any) -> dt.date:
    day = dt.date.fromisoformat(_text(value))
    if not is_within(day):
        raise ValueError
    return day


def _time(value: Any) -> dt.time:
    time = dt.time.fromisoformat(_text(value))
    if time.tzinfo is not None:
        raise ValueError
    return time


def _moment(value: Any) -> dt.datetime:
    moment = dt.datetime.fromisoformat(_text(value))
    if not is_within(moment):
        raise ValueError
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)


def _count(value: Any) -> int:
    if isinstance(value, bool) or value != int(value) or abs(value) >= LARGEST_COUNT:
        raise ValueError
    return int(value)


def _number(value: Any) -> float:
    if isinstance(value, bool | str) or not math.isfinite(value):
        raise ValueError
    return float(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _audiences(value: Any) -> frozenset[Audience]:
    if not isinstance(value, list):
        raise TypeError
    return frozenset(Audience(each) for each in value)


def _shaped(value: Any, shape: Any) -> Any:
    """A value of that type, such as list[str], and of texts that can be kept."""
    if shape is str:
        return _text(value)
    kind = get_origin(shape)
    if kind is None:  # anything that JSON has
        kind = type(value)
        shape = _ANYTHING.get(kind)
    elif not isinstance(value, kind):
        raise TypeError
    if kind is dict:
        _, inner = get_args(shape)
        return {_text(key): _shaped(each, inner) for key, each in value.items()}
    if kind is list:
        (inner,) = get_args(shape)
        return [_shaped(each, inner) for each in value]
    return _text(value) if kind is str else value


_ANYTHING: Mapping[type, Any] = {dict: dict[str, Any], list: list[Any]}
_READERS: Mapping[Form, Reader] = {
    Form.TEXT: _text,
    Form.ID: _id,
    Form.DAY: _day,
    Form.TIME: _time,
    Form.MOMENT: _moment,
    Form.COUNT: _count,
    Form.NUMBER: _number,
    Form.FLAG: _flag,
    Form.AUDIENCES: _audiences,
}
_YEARS = f"the years {FIRST_YEAR} to {LAST_YEAR}"
_WANTED: Mapping[Form, str] = {
    Form.TEXT: "a text that can be kept",
    Form.ID: "an id",
    Form.DAY: f"a day (2026-11-20) of {_YEARS}",
    Form.TIME: "a time (17:30:00)",
    Form.MOMENT: f"a moment (2026-11-20T17:30:00Z) of {_YEARS}",
    Form.COUNT: "a whole number",
    Form.NUMBER: "a number",
    Form.FLAG: "true or false",
    Form.CHOICE: "one of its choices",
    Form.AUDIENCES: "a list of audiences",
    Form.VALUE: "of its form",
}
