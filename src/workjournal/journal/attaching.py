"""The files kept with episodes: taken in, called otherwise, made bare, copied out for other programs."""

from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from uuid import UUID

from workjournal.domain.attachment import LARGEST, MEGABYTE, MOST, Attachment
from workjournal.errors import JournalError
from workjournal.journal.attachment_sources import BytesSource
from workjournal.journal.attachments import content_of
from workjournal.journal.copying_out import MINE, copy_out
from workjournal.journal.preferences import LARGEST_ATTACHMENT, Preferences
from workjournal.journal.private_copies import PrivateCopies
from workjournal.journal.service import Service, fetch
from workjournal.journal.taking_in import largest, take_in
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store

if TYPE_CHECKING:
    from workjournal.exporters.picture_details import PictureDetails

LARGEST_READ = 64 * MEGABYTE
"""Bytes of the largest picture that is shown, or asked what it tells: all of it is in memory meanwhile."""
_ENDINGS = {"image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"), "image/png": (".png",)}


class LimitOutOfRange(JournalError):
    """The largest attachment can be allowed from 1 to {most} MB, not {asked}."""


class PictureTooHeavy(JournalError):
    """The picture {name} is too large to be shown here. Save a copy of it, or open it in another program."""


class Attachments(Service[Attachment]):
    """The verbs for a file that is kept; taking one in by its path, listing and copying out are verbs of episodes."""

    noun = Attachment

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._copies = PrivateCopies()

    def add(self, episode_id: UUID, name: str, content: bytes, report: Report = unheard) -> Attachment:
        """Keep bytes with an episode, such as a picture from the clipboard.

        Raises:
            AttachmentTooLarge, NoSuchThing, ObjectUnwritable
        """
        return take_in(self.store, episode_id, BytesSource(name, content), self.largest(), report)

    def rename(self, attachment_id: UUID, name: str) -> Attachment:
        """Call it otherwise; what it is in the vault is not touched.

        Raises:
            NoSuchThing, Missing
        """
        with self.store.writing() as session:
            attachment = fetch(session, Attachment, attachment_id)
            attachment.rename(name)
        return attachment

    def largest(self) -> int:
        """How many bytes an attachment of this journal can have."""
        return largest(self.store)

    def allow(self, megabytes: int) -> None:
        """From now on take attachments of up to so many MB (of 1024 x 1024 bytes).

        Raises:
            LimitOutOfRange
        """
        if not 1 <= megabytes <= MOST // MEGABYTE:
            raise LimitOutOfRange(most=MOST // MEGABYTE, asked=megabytes)
        size = megabytes * MEGABYTE
        Preferences(self.store).set(LARGEST_ATTACHMENT, "" if size == LARGEST else str(size))

    def picture(self, attachment_id: UUID) -> bytes:
        """The bytes of a picture that is to be shown.

        Raises:
            NoSuchThing, AttachmentDamaged, PictureTooHeavy
        """
        attachment = self.get(attachment_id)
        if attachment.size > LARGEST_READ:
            raise PictureTooHeavy(name=attachment.name)
        return content_of(self.store, attachment_id)

    def details(self, attachment_id: UUID) -> "PictureDetails":
        """What a picture tells besides itself: camera, day, place.

        Raises:
            NoSuchThing, AttachmentDamaged, PictureTooHeavy
        """
        from workjournal.exporters.picture_details import details

        return details(self.picture(attachment_id))

    def make_bare(self, attachment_id: UUID) -> Attachment:
        """Put a copy in its place that is its picture and nothing else; the original goes into the trash.

        Raises:
            PictureUnreadable, PictureTooLarge. Otherwise as `picture` and `add`.
        """
        from workjournal.exporters.pictures import bare

        before = self.get(attachment_id)
        media_type, content = bare(self.picture(attachment_id), MOST, name=f"The file {before.name}")
        source = BytesSource(_ending_as(before.name, media_type), content)
        return take_in(self.store, before.episode_id, source, self.largest(), instead_of=attachment_id)

    def exchange(self, gone: UUID, back: UUID) -> None:
        """Put one into the trash and take another out, at once: undoes `make_bare`."""
        with self.store.writing() as session:
            fetch(session, Attachment, gone).trashed_at = self.store.clock()
            fetch(session, Attachment, back).trashed_at = None

    def private_copy(self, attachment_id: UUID, report: Report = unheard) -> Path:
        """An unencrypted copy for another program, which this user alone can read; gone when the journal is closed.

        A copy that is there already is not made again.

        Raises:
            StartsPrograms, NoPrivatePlace, AttachmentDamaged, CopyUnwritable, NoSuchThing
        """
        attachment = self.get(attachment_id)
        target = self._copies.place(attachment_id.hex[-8:], attachment.file_name, attachment.size)
        if not target.exists():
            copy_out(self.store, attachment_id, target, report, MINE)
        return target

    def remove_private_copies(self) -> None:
        """Take away what other programs got: at the lock and at the end."""
        self._copies.remove()


def _ending_as(name: str, media_type: str) -> str:
    """The same name, ending as its kind of file does."""
    endings = _ENDINGS[media_type]
    return name if PurePath(name).suffix.lower() in endings else f"{PurePath(name).stem or name}{endings[0]}"
