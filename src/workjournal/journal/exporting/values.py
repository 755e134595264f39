"""Values as the database holds them, as JSON has them: from text to text, without becoming days and ids on the way."""

import json
import math
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, type_coerce
from sqlalchemy.types import NullType

from workjournal.domain.entity import TextDamaged
from workjournal.domain.portable import Field, Form

_NO_FRACTION = ".000000"


def stored(field: Field) -> ColumnElement[Any]:
    """The column as it lies in the database; of content only how many bytes it has, which reads none of it."""
    if field.form is Form.CONTENT:
        size = field.column.table.c.get("size")
        # An attachment's content may be in a file of its own.
        return size if size is not None and not field.optional else func.length(field.column)
    return type_coerce(field.column, NullType())


def _text(value: str) -> str:
    if "\0" in value:
        raise TextDamaged
    return value


def _id(value: str) -> str:
    return f"{value[:8]}-{value[8:12]}-{value[12:16]}-{value[16:20]}-{value[20:]}"


def _moment(value: str) -> str:
    return f"{value[:10]}T{value[11:].removesuffix(_NO_FRACTION)}Z"


def _time(value: str) -> str:
    return value.removesuffix(_NO_FRACTION)


def _audiences(value: str) -> list[str]:
    return value.split(",") if value else []


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None  # JSON knows no others


def _value(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as error:
        raise TextDamaged from error


CONVERTERS: Mapping[Form, Callable[[Any], Any]] = {
    Form.TEXT: _text,
    Form.ID: _id,
    Form.MOMENT: _moment,
    Form.TIME: _time,
    Form.AUDIENCES: _audiences,
    Form.FLAG: bool,
    Form.NUMBER: _number,
    Form.VALUE: _value,
}
"""What is not in JSON as it lies in the database; nothing of it is None."""
