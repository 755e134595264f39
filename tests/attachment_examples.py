"""One call of every verb about attached files, each with something to do; and pictures that tell of their moment."""

import io
from functools import cache
from typing import Any

from PIL import Image

from service_examples import Verbs, of_every_service
from workjournal.domain.attachment import Attachment
from workjournal.domain.keeping import Preference
from workjournal.journal.journal import Journal


@cache
def told_picture(kind: str = "JPEG", side: int = 40, camera: str = "Kettle 7") -> bytes:
    """A picture with a camera, a day and a place near Zurich in it, the same each time."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Numbat", camera
    exif.get_ifd(0x8769)[0x9003] = "2026:05:03 14:12:05"
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 22.0, 36.0), 3: "E", 4: (8.0, 32.0, 24.0)})
    written = io.BytesIO()
    Image.new("RGB", (side, side // 2), (200, 40, 40)).save(written, kind, exif=exif)
    return written.getvalue()


def _renamed(attachment: Attachment) -> Attachment:
    attachment.rename(f"{attachment.name} again")
    return attachment


def _pictured(journal: Journal, one: Any) -> Attachment:
    known = journal.episodes.attachments(one.episode.id)
    found: Attachment = next((each for each in known if each.name == "dots.jpg"), one.attachment)
    return found


ATTACHMENTS: Verbs = {
    **of_every_service(
        "attachments", Attachment, lambda one: _renamed(one.attachment), lambda one: one.attachment
    ),
    "attachments.add": (
        lambda journal, one: journal.attachments.add(one.episode.id, "dots.jpg", told_picture()),
        {Attachment},
    ),
    "attachments.rename": (
        lambda journal, one: journal.attachments.rename(one.attachment.id, "minutes.txt"),
        {Attachment},
    ),
    "attachments.largest": (lambda journal, _: journal.attachments.largest(), set()),
    "attachments.allow": (lambda journal, _: journal.attachments.allow(100), {Preference}),
    "attachments.picture": (
        lambda journal, one: journal.attachments.picture(_pictured(journal, one).id),
        set(),
    ),
    "attachments.details": (
        lambda journal, one: journal.attachments.details(_pictured(journal, one).id),
        set(),
    ),
    "attachments.make_bare": (
        lambda journal, one: journal.attachments.make_bare(_pictured(journal, one).id),
        {Attachment},
    ),
    "attachments.exchange": (
        lambda journal, one: journal.attachments.exchange(_pictured(journal, one).id, one.attachment.id),
        {Attachment},
    ),
    "attachments.private_copy": (
        lambda journal, one: journal.attachments.private_copy(one.attachment.id),
        set(),
    ),
    "attachments.remove_private_copies": (
        lambda journal, _: journal.attachments.remove_private_copies(),
        set(),
    ),
}
