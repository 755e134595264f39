"""A file kept with an episode, encrypted like all else."""

import re
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, Missing, one_line
from workjournal.errors import JournalError

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE
"""Bytes that an attachment can have, unless the journal says otherwise."""
MOST = 1024 * MEGABYTE
"""Bytes that none exceeds, whatever the journal says."""
LONGEST_NAME = 200
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_OF_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class AttachmentTooLarge(JournalError):
    """The file {name} has {size} MB; an attachment of this journal can have up to {limit} MB. Nothing was attached. `workjournal attach --largest 1024` allows more, up to a gigabyte."""


def too_large(name: str, size: int, limit: int) -> AttachmentTooLarge:
    """The error for a file of `size` bytes where `limit` bytes are allowed."""
    return AttachmentTooLarge(name=name, size=-(-size // MEGABYTE), limit=limit // MEGABYTE)


class Attachment(Entity, kw_only=True, repr=False, eq=False):
    """Name, media type, size in bytes, SHA-256 in hex; `content` is loaded only when asked for.

    A large one has its content in a file of its own, encrypted under `object_key`, and none in the row. Where the same
    content was attached twice, both rows name the same file and key.
    """

    __tablename__ = "attachment"
    # Without these the trash and the list of objects would read past every attachment's content.
    __table_args__ = (
        Index("ix_attachment_trashed_at", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL")),
        Index("ix_attachment_kept", "episode_id", sqlite_where=text("trashed_at IS NULL")),
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
        if self.size > MOST:
            raise too_large(self.name, self.size, MOST)

    def rename(self, name: str) -> None:
        """Another name, on one line; what is inside stays what it is.

        Raises:
            Missing
        """
        name = one_line(name)
        if not name:
            raise Missing(what="The file's name", hint="Any word will do.")
        self.name = name

    @property
    def file_name(self) -> str:
        """Its name as one that every system allows and that points into no other folder."""
        return file_name(self.name)


def file_name(name: str) -> str:
    """A name that every system allows for a file, as much like this one as can be."""
    allowed = _NOT_IN_NAMES.sub("_", name).strip().lstrip(".").rstrip(". ")
    if _OF_DEVICES.match(allowed):
        allowed = f"_{allowed}"
    stem, dot, ending = allowed.rpartition(".")
    if len(allowed) > LONGEST_NAME and dot and len(ending) < LONGEST_NAME // 4:
        allowed = stem[: LONGEST_NAME - 1 - len(ending)] + dot + ending
    return allowed[:LONGEST_NAME] or "file"
