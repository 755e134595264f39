"""What of a journal can leave it and come into another one: the tables, and the form of each field.

docs/journal-export.schema.json is generated from this (exporters/journal_schema.py).
"""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from inspect import Parameter, signature
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Float, Integer, LargeBinary, Time, Uuid
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from workjournal.domain.entity import Audiences, Base, Entity, UtcDateTime
from workjournal.domain.keeping import TextDigest, VaultState
from workjournal.domain.references import in_order, table_of

FORMAT = "workjournal"
VERSION = 1
"""Of the export's format; an older one stays readable."""
JOURNAL = "journal.json"
"""The file of it in an archive or a folder."""
_NOT_PORTABLE = frozenset({TextDigest, VaultState})
"""The database's own bookkeeping, made anew in another one."""
_LEFT_BEHIND = frozenset({"said", "object_id", "object_key"})
"""What is told by other fields, and where an attachment lies in this vault."""
OF_VAULT = ("backups.", "recovery.")
"""How the keys of preferences begin that are about this vault's own copies and ways in: of another it would be false."""
FOLDERS = {"attachment": "attachments", "credential": "credentials", "pack": "packs"}
"""Where an archive has the content of a thing: a file that is called by its id."""


class Form(enum.Enum):
    """How a value stands in JSON."""

    ID = "id"
    TEXT = "text"
    DAY = "day"
    TIME = "time"
    MOMENT = "moment"
    COUNT = "count"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    AUDIENCES = "audiences"
    VALUE = "value"
    CONTENT = "content"


_FORMS: tuple[tuple[type, Form], ...] = (
    (Audiences, Form.AUDIENCES),
    (UtcDateTime, Form.MOMENT),
    (Enum, Form.CHOICE),  # before text, which an Enum is too
    (Uuid, Form.ID),
    (Boolean, Form.FLAG),
    (Integer, Form.COUNT),
    (Float, Form.NUMBER),
    (Date, Form.DAY),
    (Time, Form.TIME),
    (JSON, Form.VALUE),
    (LargeBinary, Form.CONTENT),
)


@dataclass(frozen=True)
class Field:
    """A column as it is exported.

    `optional` says that it can be null, `needed` that a row must have it: without any other one it gets the `default`.
    Of a choice `choices` are all it can be; of a value `shape` is its type, such as list[str].
    """

    name: str
    column: Column[Any]
    form: Form
    optional: bool
    needed: bool
    default: Any = None
    choices: tuple[str, ...] = ()
    shape: Any = None


@cache
def portable() -> Sequence[type[Base]]:
    """Every class that leaves, each after those it refers to; what is kept beside the things comes last."""
    leaving = (noun for noun in in_order() if noun not in _NOT_PORTABLE)
    return tuple(sorted(leaving, key=lambda noun: not issubclass(noun, Entity)))


@cache
def fields(noun: type[Base]) -> tuple[Field, ...]:
    """The fields of a class in the order of its columns, the id first."""
    hints = get_type_hints(noun)
    needed = {name for name, each in signature(noun).parameters.items() if each.default is Parameter.empty}
    columns = [column for column in table_of(noun).columns if column.name not in _LEFT_BEHIND]
    columns.sort(key=lambda column: not column.primary_key)
    return tuple(
        Field(
            name=column.name,
            column=column,
            form=(form := _form(column)),
            optional=bool(column.nullable),
            needed=column.primary_key or column.name in needed,
            default=column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None,
            choices=tuple(column.type.enums) if isinstance(column.type, Enum) else (),
            shape=_shape(hints[column.name]) if form is Form.VALUE else None,
        )
        for column in columns
    )


def is_of_vault(preference: str) -> bool:
    """Whether a preference, by its key, says something of this vault rather than of the journal in it."""
    return preference.startswith(OF_VAULT)


def _form(column: Column[Any]) -> Form:
    return next((form for kind, form in _FORMS if isinstance(column.type, kind)), Form.TEXT)


def _shape(mapped: Any) -> Any:
    """The type in Mapped[…], without None."""
    (kind,) = get_args(mapped)
    return kind if get_origin(kind) in {dict, list} else next(iter(get_args(kind)))
