"""The pages of a PDF as they will be seen, on a desk one can scroll."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from workjournal.exporters.pdf_pages import PagePicture
from workjournal.ui import theme

_MARGIN, _GAP, _WIDEST = 24, 16, 860
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SETTLES_MS = 150


class _Desk(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("sunken"))
        painter.end()


class PdfView(QScrollArea):
    """Shows pictures of pages. They fit the width at 100 %; `pixels_wide` says how wide they should be drawn."""

    wanted = Signal(int)
    """Pages of another width in pixels are needed: zoomed, resized, or moved to another screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._drawn = 0
        self.pages: list[QLabel] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk = _Desk()
        self._column = QVBoxLayout(desk)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(_GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(desk)
        # A window is dragged through many sizes; pages are drawn for the one it stays at.
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settling.timeout.connect(self._ask)

    def pixels_wide(self) -> int:
        """How wide a page should be drawn, in pixels of the screen."""
        room = min(self.viewport().width() - 2 * _MARGIN, theme.px(_WIDEST))
        return max(100, round(max(room, 100) * self._zoom * self.devicePixelRatioF()))

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show these pages; the place one has scrolled to stays."""
        self._drawn = pages[0].width if pages else 0
        while len(self.pages) > len(pages):
            gone = self.pages.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self.pages) < len(pages):
            label = QLabel(self.widget())
            self.pages.append(label)
            self._column.addWidget(label)
        for number, (label, page) in enumerate(zip(self.pages, pages, strict=True), 1):
            label.setPixmap(_picture(page, self.devicePixelRatioF()))
            words = self.tr("Page {number} of {count}")
            label.setAccessibleName(words.format(number=number, count=len(pages)))

    def zoom(self) -> float:
        """1.0 fits the width."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by so many steps; 0 fits the width again."""
        place = _ZOOMS.index(1.0) if steps == 0 else _ZOOMS.index(self._zoom) + steps
        self._zoom = _ZOOMS[min(max(place, 0), len(_ZOOMS) - 1)]
        self._ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(480))

    def _ask(self) -> None:
        if self._drawn and self._drawn != self.pixels_wide():
            self.wanted.emit(self.pixels_wide())


def _picture(page: PagePicture, ratio: float) -> QPixmap:
    """Paper is white in the dark too; a hairline tells it from the desk."""
    image = QImage(page.rgba, page.width, page.height, page.stride, QImage.Format.Format_RGBA8888)
    made = QPixmap.fromImage(image)
    painter = QPainter(made)
    painter.setPen(QPen(QColor(theme.current().border), 1))
    painter.drawRect(0, 0, page.width - 1, page.height - 1)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
