"""What every thing in a journal has: an id that sorts by time, its times, and a way into the trash and back."""

import enum
import re
import unicodedata
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, DateTime, Enum, Index, MetaData, Text, TypeDecorator, Uuid, text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, declared_attr, mapped_column
from uuid_utils.compat import uuid7

from workjournal.errors import JournalError

_MARKED = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


class Audience(enum.StrEnum):
    """Whom an item may be shown to. Nothing is shown to anyone until it is ticked."""

    MANAGER = "manager"
    NEXT_JOB = "next-job"
    OWN = "own"
    """The worker's own archive: nothing is ticked for it, since it is shown to nobody else."""


SHARED_WITH = (Audience.MANAGER, Audience.NEXT_JOB)
"""For whom things are ticked."""


class OutOfRange(JournalError):
    """{name} must be from 0 to 100 in steps of 5, not {value}."""


class Missing(JournalError):
    """{what} is empty. {hint}"""


class NotAText(JournalError):
    """A text holds the character NUL, which no text has. Take it out, and save again."""


class TextDamaged(JournalError):
    """A text in this journal is damaged: it was not shown, and nothing was changed. `workjournal check` tells which one it is; a backup brings it back."""


class PlainText(TypeDecorator[str]):
    """A text without NUL: damaged pages come back as NULs from SQLCipher, and as no error."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is not None and "\0" in value:
            raise NotAText
        return value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is not None and "\0" in value:
            raise TextDamaged
        return value


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, stored as UTC without a zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.replace(tzinfo=UTC)


class Audiences(TypeDecorator[frozenset[Audience]]):
    """A set of audiences, stored as their names between commas."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[Audience] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return ",".join(sorted(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[Audience]:  # noqa: ARG002
        return frozenset(Audience(name) for name in (value or "").split(",") if name)


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False, eq=False):
    """The root of every mapped class."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: PlainText(),
        UUID: Uuid(native_uuid=False),
        datetime: UtcDateTime(),
        dict[str, str]: JSON(),
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON(),
        list[dict[str, Any]]: JSON(),
        frozenset[Audience]: Audiences(),
        enum.StrEnum: Enum(
            enum.StrEnum,
            native_enum=False,
            length=16,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): sorts by the time it was made."""
    return uuid7()


GOES_WITH = {"goes-with": True}
"""Said of an optional reference (`info`): who refers is destroyed with what it refers to, and not left without it."""


def trash_index(table: str) -> Index:
    """By which what lies in the trash is found without reading a whole table."""
    return Index(f"ix_{table}_trash", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL"))


class Entity(Base, kw_only=True, repr=False, eq=False):
    """A thing in a journal.

    `created_at` and `changed_at` are set by the store when it saves; `version` turns a lost update into an error.
    TEXTS names the fields whose earlier wordings are kept.
    """

    __abstract__ = True
    TEXTS: ClassVar[tuple[str, ...]] = ()

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id)
    created_at: Mapped[datetime | None] = mapped_column(default=None, nullable=False)
    changed_at: Mapped[datetime | None] = mapped_column(default=None, nullable=False)
    trashed_at: Mapped[datetime | None] = mapped_column(default=None)
    version: Mapped[int] = mapped_column(default=None, nullable=False, init=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}

    def __repr__(self) -> str:
        # Never the content: a repr may end in a log or a traceback.
        return f"<{type(self).__name__} {self.id}>"

    def check(self) -> None:
        """Raise a JournalError if the thing cannot be kept as it is."""


def one_line(name: str) -> str:
    """A name without spaces around it or line breaks, "é" as one letter however it was typed.

    Only letters with marks behind them are composed: all of NFC would exchange letters too, such as those by which some
    Chinese and Japanese names differ.
    """
    return _MARKED.sub(lambda found: unicodedata.normalize("NFC", found[0]), " ".join(name.split()))


def check_ratings(**ratings: int | None) -> None:
    """Refuse what a rating of oneself cannot be.

    0–100 in steps of 5: a 1–5 scale hides change (shared/product.md: 7–12 % against 35–68 % found).

    Raises:
        OutOfRange: names the field and the value.
    """
    for name, value in ratings.items():
        if value is not None and (not 0 <= value <= 100 or value % 5):
            raise OutOfRange(name=name.replace("_", " ").capitalize(), value=value)


def check_text(what: str, words: str, hint: str) -> None:
    """Refuse an empty text.

    Raises:
        Missing
    """
    if not words.strip():
        raise Missing(what=what, hint=hint)
