"""The pictures kept with a thing, each to be ticked for a pack."""

from collections.abc import Collection, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Property, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tasks, theme

_WIDE, _HIGH = 112, 84
_SHARP = 3
"""Dots of a picture for one of the screen, at most: screens of three exist."""
Known = Sequence[tuple[UUID, str]]


class PackPictures(QWidget):
    """Boxes with small pictures, drawn one after the other; the USER property `pictures` has the ids of those ticked."""

    changed = Signal()

    ticks_column: QVBoxLayout
    pictures_label: QLabel

    def __init__(
        self, journal: Journal, known: Known, ticked: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        form.fill(self, "pack_pictures")
        self._journal = journal
        self._waiting = list(known)
        self.ticks: dict[str, QCheckBox] = {}
        for picture, name in known:
            box = QCheckBox(name.replace("&", "&&"), self)
            box.setObjectName(f"picture_{picture}")
            box.setIconSize(QSize(theme.px(_WIDE), theme.px(_HIGH)))
            box.setChecked(str(picture) in ticked)
            box.toggled.connect(self.changed)
            self.ticks[str(picture)] = box
            self.ticks_column.addWidget(box)
        self._draw_next()

    def _draw_next(self) -> None:
        if not self._waiting:
            return
        (picture, _), *self._waiting = self._waiting
        tasks.run(
            lambda _report: _drawn(self._journal, picture),
            partial(self._show, str(picture)),
            self,
            failed=partial(self._failed, str(picture)),
        )

    def _show(self, picture: str, drawn: QImage) -> None:
        self.ticks[picture].setIcon(QIcon(QPixmap.fromImage(drawn)))
        self._draw_next()

    def _failed(self, picture: str, error: Exception) -> None:
        """One that cannot be shown in a pack cannot be ticked for it."""
        if isinstance(error, JournalError):
            box = self.ticks[picture]
            box.setChecked(False)
            box.setEnabled(False)
            box.setText(self.tr("{name}: cannot be read as a picture").format(name=box.text()))
            box.setToolTip(str(error))
        else:
            errors.report(error, self)
        self._draw_next()

    def _get_pictures(self) -> list[str]:
        return sorted(picture for picture, box in self.ticks.items() if box.isChecked())

    def _set_pictures(self, pictures: Collection[str] | None) -> None:
        for picture, box in self.ticks.items():
            box.setChecked(picture in (pictures or ()) and box.isEnabled())

    pictures: list[str] = Property(object, _get_pictures, _set_pictures, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value


def _drawn(journal: Journal, picture: UUID) -> QImage:
    """A small picture, made in a thread of what a pack would show of it.

    Raises:
        PictureUnreadable, PictureTooLarge, AttachmentDamaged
    """
    from workjournal.exporters.pictures import bare  # slow to load

    _, content = bare(journal.episodes.attachment_content(picture), _WIDE * _SHARP)
    return QImage.fromData(content).scaled(
        QSize(_WIDE, _HIGH) * _SHARP,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
