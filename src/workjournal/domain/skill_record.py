"""What speaks for a skill: how the worker rated it, on what evidence, and what others certified."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, check_ratings, check_text, trash_index
from workjournal.errors import JournalError

LARGEST = 5 * 1024 * 1024


class CredentialTooLarge(JournalError):
    """{name} is {size} MB; a credential's file can have up to 5 MB. Nothing was kept."""


class WrongDates(JournalError):
    """The credential was issued on {issued} and cannot have expired before that, on {expires}."""


class SkillRating(Entity, kw_only=True, repr=False, eq=False):
    """How far the worker thought to be in a skill (0–100) on a day, and by what one could tell."""

    __tablename__ = "skill_rating"
    __table_args__ = (Index("ix_skill_rating_skill", "skill_id", "date"), trash_index("skill_rating"))
    TEXTS = ("evidence",)

    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skill.id"))
    date: Mapped[dt.date]
    level: Mapped[int]
    evidence: Mapped[str] = mapped_column(default="")
    episode_id: Mapped[UUID | None] = mapped_column(ForeignKey("episode.id"), default=None, index=True)

    def check(self) -> None:
        """Raises: OutOfRange."""
        check_ratings(level=self.level)


class Credential(Entity, kw_only=True, repr=False, eq=False):
    """A certificate or badge: by whom, from when to when, and its file. `badge` is what an Open Badge says of itself.

    `content` is loaded only when asked for; without a file `file_name` is empty.
    """

    __tablename__ = "credential"
    __table_args__ = (Index("ix_credential_skill", "skill_id", "trashed_at"), trash_index("credential"))
    TEXTS = ("name", "issuer", "description")

    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skill.id"))
    name: Mapped[str]
    issuer: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    issued: Mapped[dt.date | None] = mapped_column(default=None)
    expires: Mapped[dt.date | None] = mapped_column(default=None)
    link: Mapped[str] = mapped_column(default="")
    badge: Mapped[dict[str, Any] | None] = mapped_column(default=None)
    file_name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(default="")
    content: Mapped[bytes | None] = mapped_column(
        LargeBinary, default=None, deferred=True, deferred_raiseload=True
    )

    def check(self) -> None:
        """Raises: Missing without a name, CredentialTooLarge, WrongDates."""
        check_text("The credential's name", self.name, "Say what it certifies.")
        if self.size > LARGEST:
            raise CredentialTooLarge(name=self.file_name, size=-(-self.size // 1_000_000))
        if self.issued and self.expires and self.expires < self.issued:
            raise WrongDates(issued=self.issued, expires=self.expires)

    def is_expired(self, today: dt.date) -> bool:
        """Whether its last day has passed."""
        return self.expires is not None and self.expires < today
