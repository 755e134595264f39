"""Small pictures of the files, and what they tell: made one after the other in a thread, and kept in memory only."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from workjournal.domain.attachment import Attachment
from workjournal.errors import JournalError
from workjournal.exporters.picture_details import PictureDetails
from workjournal.journal.journal import Journal
from workjournal.ui import errors, tasks
from workjournal.ui.parts.file_words import is_picture

MOST = 128
"""So many are kept; of those beyond, the ones shown longest ago go."""
_SIDE = 114
"""Dots: 38 as large as three of the screen's for one."""


@dataclass(frozen=True)
class Glimpse:
    """What is to be seen of a picture in a row: nothing where it cannot be read."""

    picture: QPixmap | None = None
    details: PictureDetails = field(default_factory=PictureDetails)


class Thumbnails(QObject):
    """`made` is emitted whenever one more is there."""

    made = Signal()

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._kept: OrderedDict[str, Glimpse] = OrderedDict()
        self._waiting: list[tuple[UUID, str]] = []
        self._at = ""
        self._task: tasks.Task | None = None

    def of(self, file: Attachment) -> Glimpse:
        """What is known of it by now."""
        if file.sha256 in self._kept:
            self._kept.move_to_end(file.sha256)
        return self._kept.get(file.sha256, Glimpse())

    def want(self, files: Sequence[Attachment]) -> None:
        """Make those of these files that are not there yet, and of no others any more."""
        wanted = {
            file.sha256: file.id for file in files if is_picture(file) and file.sha256 not in self._kept
        }
        under_way = self._task is not None and not self._task.cancelled  # a lock that failed gave it up
        if under_way:
            wanted.pop(self._at, None)
        self._waiting = [(file_id, sha256) for sha256, file_id in wanted.items()][:MOST]
        if not under_way:
            self._next()

    def _next(self) -> None:
        self._at, self._task = "", None
        if self._waiting:
            (file_id, self._at), *self._waiting = self._waiting
            self._task = tasks.run(
                lambda _report: _drawn(self._journal, file_id),
                partial(self._keep, self._at),
                self,
                failed=partial(self._failed, self._at),
            )

    def _keep(self, sha256: str, drawn: tuple[QImage, PictureDetails]) -> None:
        image, details = drawn
        self._put(sha256, Glimpse(QPixmap.fromImage(image), details))

    def _failed(self, sha256: str, error: Exception) -> None:
        if not isinstance(error, JournalError):
            errors.report(error)
        self._put(sha256, Glimpse())

    def _put(self, sha256: str, glimpse: Glimpse) -> None:
        self._kept[sha256] = glimpse
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        self.made.emit()
        self._next()


def _drawn(journal: Journal, file_id: UUID) -> tuple[QImage, PictureDetails]:
    """The middle of the picture as a square, and what it tells.

    Raises:
        PictureUnreadable, PictureTooLarge, AttachmentDamaged, PictureTooHeavy
    """
    from workjournal.exporters.picture_details import details
    from workjournal.exporters.pictures import bare  # slow to load

    content = journal.attachments.picture(file_id)
    image = QImage.fromData(bare(content, _SIDE * 3)[1]).scaled(
        _SIDE,
        _SIDE,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (image.width() - _SIDE) // 2, (image.height() - _SIDE) // 2
    return image.copy(left, top, _SIDE, _SIDE), details(content)
