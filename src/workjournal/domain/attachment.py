"""A file kept with an episode, encrypted like all else."""

from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity
from workjournal.errors import JournalError

LARGEST = 25 * 1024 * 1024


class AttachmentTooLarge(JournalError):
    """{name} is {size} MB; an attachment can have up to 25 MB. Nothing was attached."""


class Attachment(Entity, kw_only=True, repr=False, eq=False):
    """Name, media type, size in bytes, SHA-256 in hex; `content` is loaded only when asked for."""

    __tablename__ = "attachment"

    episode_id: Mapped[UUID] = mapped_column(ForeignKey("episode.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)

    def check(self) -> None:
        """Raises: AttachmentTooLarge."""
        if self.size > LARGEST:
            raise AttachmentTooLarge(name=self.name, size=-(-self.size // 1_000_000))
