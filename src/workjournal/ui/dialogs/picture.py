"""The pictures of an episode, to be looked at here: read from the vault into memory, and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.attachment import Attachment
from workjournal.errors import JournalError
from workjournal.exporters.picture_details import PictureDetails
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tab_order, tasks
from workjournal.ui.parts.file_words import told_by
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.picture_view import PictureView
from workjournal.ui.window_words import in_the_window

MOST_DOTS, _SCREEN = 8000, 2560
"""Of the longer side: of what is shown dot for dot, and of what is fitted, which is drawn first."""
_SHARE = 0.94


@dataclass(frozen=True)
class Opened:
    """A picture as large as a screen, and what it tells."""

    image: QImage
    details: PictureDetails


class PictureDialog(QDialog):
    """One of several; Page Up and Page Down turn them, Ctrl+0 fits, Ctrl+1 shows each dot, Escape closes."""

    bare_asked = Signal(UUID)
    """What it tells is to be removed."""

    name: ElidedLabel
    count: QLabel
    before: QPushButton
    after: QPushButton
    fits: QPushButton
    real: QPushButton
    done_: QPushButton
    view_column: QVBoxLayout
    problem: QLabel
    told_part: QWidget
    told: QLabel
    remove: QPushButton

    def __init__(self, parent: QWidget, journal: Journal, pictures: Sequence[Attachment], at: UUID) -> None:
        super().__init__(parent)
        form.fill(self, "picture")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journal = journal
        self._pictures = list(pictures)
        self._at = next((place for place, each in enumerate(pictures) if each.id == at), 0)
        self._task: tasks.Task | None = None
        self.view = PictureView(self)
        self.view.setObjectName("view")
        self.view_column.addWidget(self.view)
        self._connect()
        room = parent.window().size()
        self.resize(QSize(round(room.width() * _SHARE), round(room.height() * _SHARE)))
        tab_order.chain(self)
        self.view.setFocus()
        self._open()

    @property
    def shown(self) -> Attachment:
        """The one that is shown."""
        return self._pictures[self._at]

    def exchange(self, gone: UUID, made: Attachment) -> None:
        """Show another in the place of one that is gone."""
        self._pictures = [made if each.id == gone else each for each in self._pictures]
        self._open()

    def turn(self, step: int) -> None:
        """The next one, or the one before."""
        wanted = self._at + step
        if 0 <= wanted < len(self._pictures):
            self._at = wanted
            self._open()

    def say(self, problem: str) -> None:
        """Tell what is wrong, or nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _connect(self) -> None:
        self.view.turned.connect(self.turn)
        self.view.sized.connect(self._say_size)
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.fits.clicked.connect(lambda: self.view.fit(fits=True))
        self.real.clicked.connect(lambda: self.view.fit(fits=False))
        self.done_.clicked.connect(self.reject)
        self.remove.clicked.connect(lambda: self.bare_asked.emit(self.shown.id))
        for keys, fits in (("Ctrl+0", True), ("Ctrl+1", False)):
            QShortcut(QKeySequence(keys), self, lambda fits=fits: self.view.fit(fits=fits))
        for keys, step in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.turn(step))

    def _open(self) -> None:
        if self._task is not None:
            self._task.cancel()
        file = self.shown
        self.name.setText(file.name)
        self.setWindowTitle(file.name)
        self.view.setAccessibleName(file.name)
        several = len(self._pictures) > 1
        here, there = self.locale().toString(self._at + 1), self.locale().toString(len(self._pictures))
        self.count.setText(self.tr("{number} of {count}").format(number=here, count=there) if several else "")
        for button, end in ((self.before, 0), (self.after, len(self._pictures) - 1)):
            button.setVisible(several)
            button.setEnabled(self._at != end)
        self.say("")
        self.told_part.hide()
        self.view.show_picture(QImage())
        self._task = tasks.run(
            lambda _report: _opened(self._journal, file), self._show, self, failed=self._failed
        )

    def _show(self, opened: Opened) -> None:
        self.view.show_picture(opened.image)
        told = told_by(opened.details, self.locale())
        self.told.setText(self.tr("It also tells: {details}").format(details=told))
        self.told_part.setVisible(bool(opened.details))
        self.remove.setEnabled(not self._journal.read_only)
        if max(opened.image.width(), opened.image.height()) >= _SCREEN:
            file = self.shown
            self._task = tasks.run(
                lambda _report: _drawn(self._journal.attachments.picture(file.id), file, MOST_DOTS),
                self.view.sharpen,
                self,
                failed=self._failed,
            )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self.say(in_the_window(str(error)))
        else:
            errors.report(error, self)

    def _say_size(self) -> None:
        self.fits.setChecked(self.view.fits)
        self.real.setChecked(not self.view.fits)
        zoom = self.locale().toString(round(100 * self.view.zoom()))
        self.view.setAccessibleDescription(self.tr("{value} %").format(value=zoom))


def _opened(journal: Journal, file: Attachment) -> Opened:
    """Read and draw it, in a thread.

    Raises:
        PictureUnreadable, PictureTooLarge, AttachmentDamaged, PictureTooHeavy
    """
    from workjournal.exporters.picture_details import details

    content = journal.attachments.picture(file.id)
    return Opened(_drawn(content, file, _SCREEN), details(content))


def _drawn(content: bytes, file: Attachment, most: int) -> QImage:
    """The picture, with its longer side of up to `most` dots.

    Raises:
        PictureUnreadable, PictureTooLarge
    """
    from workjournal.exporters.pictures import bare  # slow to load

    return _as_on_screens(QImage.fromData(bare(content, most, name=f"The file {file.name}")[1]))


def _as_on_screens(image: QImage) -> QImage:
    """In the form in which it is painted without being changed first."""
    alpha = QImage.Format.Format_ARGB32_Premultiplied
    return image.convertToFormat(alpha if image.hasAlphaChannel() else QImage.Format.Format_RGB32)
