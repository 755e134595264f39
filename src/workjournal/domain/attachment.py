"""A file kept with an episode, encrypted like all else."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity
from workjournal.errors import JournalError

LARGEST = 25 * 1024 * 1024


class AttachmentTooLarge(JournalError):
    """{name} is {size} MB; an attachment can have up to 25 MB. Nothing was attached."""


class Attachment(Entity, kw_only=True, repr=False, eq=False):
    """Name, media type, size in bytes, SHA-256 in hex; `content` is loaded only when asked for.

    A large one has its content in a file of its own, encrypted under `object_key`, and none in the row.
    """

    __tablename__ = "attachment"
    # Without these the trash and the list of objects would read past every attachment's content.
    __table_args__ = (
        Index("ix_attachment_trashed_at", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL")),
        Index("ix_attachment_object_id", "object_id", sqlite_where=text("object_id IS NOT NULL")),
    )

    episode_id: Mapped[UUID] = mapped_column(ForeignKey("episode.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    object_id: Mapped[str | None] = mapped_column(default=None)
    object_key: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)

    def check(self) -> None:
        """Raises: AttachmentTooLarge."""
        if self.size > LARGEST:
            raise AttachmentTooLarge(name=self.name, size=-(-self.size // 1_000_000))
