"""One page of a PDF on the desk: paper of its size, with what has been drawn of it so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workjournal.exporters.pdf_pages import Box
from workjournal.ui import theme

_MOST = 1 << 20
"""Pixels of one strip: 4 MiB. A page is drawn strip by strip, so that a large one never has to be there as a whole."""
_LEAST_ROWS = 64
_AROUND = 0.1
"""What a mark is larger than the letters on every side, as a part of their height."""


@dataclass(frozen=True)
class Strip:
    """Some rows of a page, over its whole width; `top` and `bottom` are parts of its height, 0–1."""

    top: float
    bottom: float
    image: QImage


class PdfPage(QWidget):
    """Paper is white in the dark too. What was drawn before stays until what replaces it is there.

    Attributes:
        points: width and height in 1/72 inch.
        ratio: pixels a logical pixel.
        pixels: width and height, in pixels of the screen, that it is to be drawn in.
        strips: what is drawn of that, by number from the top.
        before: what was drawn of other bytes, or in another size.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.points = (1.0, 1.0)
        self.ratio = 1.0
        self.pixels = (1, 1)
        self.strips: dict[int, Strip] = {}
        self.before: list[Strip] = []
        self._hits: Sequence[Box] = ()
        self._hit: Sequence[Box] = ()
        self._current = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def lay(self, scale: float, ratio: float) -> QSize:
        """Take the size of `scale` logical pixels a point on a screen of that device pixel ratio; gives the size."""
        size = QSize(*(max(1, round(side * scale)) for side in self.points))
        self.ratio = ratio
        self.pixels = (round(size.width() * ratio), round(size.height() * ratio))
        self.resize(size)
        return size

    def age(self) -> None:
        """What is drawn is out of date."""
        if self.strips:
            self.before = list(self.strips.values())
            self.strips = {}

    def forget(self) -> None:
        """Be blank paper again: nobody sees it."""
        self.strips, self.before = {}, []

    def rows_of(self, number: int) -> range:
        """The rows of pixels in a strip, from the top of the page."""
        rows, high = self._rows(), self.pixels[1]
        return range(number * rows, min(high, (number + 1) * rows))

    def between(self, top: float, bottom: float) -> range:
        """The numbers of the strips that lie between two heights, in logical pixels from the top of the page."""
        rows, high = self._rows(), self.pixels[1]
        first, last = max(0, int(top * self.ratio)), min(high, int(bottom * self.ratio) + 1)
        return range(first // rows, -(-last // rows)) if first < last else range(0)

    def take(self, images: Mapping[int, QImage]) -> None:
        """Show strips that were drawn in `pixels`."""
        high = self.pixels[1]
        for number, image in images.items():
            rows = self.rows_of(number)
            image.setDevicePixelRatio(self.ratio)
            self.strips[number] = Strip(rows.start / high, rows.stop / high, image)
        self.update()

    def keep_only(self, numbers: range) -> None:
        """Drop the other strips, to be drawn again when they are needed."""
        for number in [number for number in self.strips if number not in numbers]:
            del self.strips[number]

    def size_in_memory(self) -> int:
        """Bytes of what is drawn."""
        return sum(strip.image.sizeInBytes() for strip in (*self.strips.values(), *self.before))

    def mark(self, hits: Sequence[Box], hit: Sequence[Box]) -> None:
        """Mark where words were found, and the place one is at."""
        if (self._hits, self._hit) != (hits, hit):
            self._hits, self._hit = hits, hit
            self.update()

    def marked(self) -> tuple[Sequence[Box], Sequence[Box]]:
        """All boxes that are marked, and those of the place one is at."""
        return self._hits, self._hit

    def set_current(self, current: bool) -> None:
        """Whether it is the page one is at while the pages have the keyboard: it gets the ring."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for strip in self.before:
            high = self.height()
            painter.drawImage(
                QRectF(0, strip.top * high, self.width(), (strip.bottom - strip.top) * high), strip.image
            )
        for number, strip in self.strips.items():
            painter.drawImage(QPointF(0, self.rows_of(number).start / self.ratio), strip.image)
        self._paint_marks(painter)
        self._paint_edge(painter)
        painter.end()

    def _rows(self) -> int:
        return max(_LEAST_ROWS, _MOST // self.pixels[0])

    def _paint_marks(self, painter: QPainter) -> None:
        # As a marker does on paper: what is black stays black.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in self._hits:
            painter.fillRect(self.rect_of(box), QColor(theme.LIGHT.accent_line))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(QColor(theme.LIGHT.accent), 2))
        for box in self._hit:
            painter.drawRect(self.rect_of(box))

    def _paint_edge(self, painter: QPainter) -> None:
        """A hairline tells paper from the desk."""
        width = 2 if self._current else 1
        painter.setPen(QPen(theme.color("accent" if self._current else "border"), width))
        inset = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def rect_of(self, box: Box) -> QRectF:
        """Where a mark is, in logical pixels of this page."""
        left, top, right, bottom = box
        wide, high = self.width(), self.height()
        around = _AROUND * (bottom - top) * high
        rect = QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)
        return rect.adjusted(-around, -around, around, around)
