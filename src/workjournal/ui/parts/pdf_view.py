"""The pages of a PDF as they will be seen, on a desk one can scroll."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from workjournal.exporters.pdf_pages import Box, Found, page_sizes
from workjournal.ui import tasks, theme
from workjournal.ui.parts.pdf_drawing import PdfDrawing
from workjournal.ui.tasks import Task
from workjournal.ui.widgets.pdf_page import PdfPage
from workjournal.ui.widgets.pdf_zoom import Fit, Zoom, scale, stepped

_MARGIN, _GAP, _LINE, _OVERLAP = 24, 16, 40, 48
_SETTLES_MS, _NOTCH = 150, 120


@dataclass(frozen=True)
class _Place:
    """A point of a page, as parts of its width and height from the upper left."""

    page: int = 0
    x: float = 0.0
    y: float = 0.0


class _Desk(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("sunken"))
        painter.end()


class PdfView(QScrollArea):
    """Shows a PDF page below page. Only what is near is drawn, in Tasks; one stays at one's place when the bytes change."""

    shown = Signal()
    """Other bytes than before are shown."""
    turned = Signal(int, int)
    """The number of the page one is at, from 0, and how many there are."""
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf = b""
        self.pages: list[PdfPage] = []
        self.fit: Zoom = Fit.WIDTH
        self._asked = b""
        self._reading: Task | None = None
        self._place, self._current = _Place(), 0
        self._laying, self._wheeled = False, 0
        self._drawing = PdfDrawing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = _Desk()
        self.setWidget(self._desk)
        # A window is dragged through many sizes; pages are drawn for the one it stays at.
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settling.timeout.connect(self._draw_anew)
        # Paper has its own direction.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes instead; what is seen stays until they are drawn. Without bytes there are no pages."""
        if pdf == self._asked:
            return
        self._asked = pdf
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if pdf:
            self._reading = tasks.run(lambda _report: page_sizes(pdf), partial(self._show, pdf), self)
        else:
            self._show(pdf, [])

    def zoom(self) -> float:
        """How large the pages are, measured by their size on paper as far as the system knows its screen."""
        return self._scale() * 72 / self.logicalDpiX()

    def zoom_to(self, zoom: Zoom, at: QPoint | None = None) -> None:
        """Fit, or be of a size, 1.0 being that on paper; what is seen at a point, or in the middle, stays there."""
        at = at or (QPoint() if isinstance(zoom, Fit) else self.viewport().rect().center())
        place, page = self._place_at(at), self._current
        self.fit = zoom
        self._lay(place, at)
        if zoom is Fit.PAGE:
            self.turn_to(page)
        self._drawing.follow(self._seen())

    def zoom_by(self, steps: int, at: QPoint | None = None) -> None:
        """The next larger (1) or smaller (-1) size."""
        self.zoom_to(stepped(self.zoom(), steps), at)

    def page(self) -> int:
        """The number of the page one is at, from 0: the one of which most is seen, unless one went to another."""
        return self._current

    def turn_to(self, page: int) -> None:
        """Go to the top of a page, numbered from 0; beyond the last is the last."""
        if self.pages:
            page = min(max(page, 0), len(self.pages) - 1)
            self.verticalScrollBar().setValue(self.pages[page].y() - _GAP if page else 0)
            self._say_page(page)

    def mark(self, hits: Sequence[Found], current: Found | None) -> None:
        """Mark these places, the current one with a frame."""
        boxes: defaultdict[int, list[Box]] = defaultdict(list)
        for hit in hits:
            boxes[hit.page].extend(hit.boxes)
        for number, page in enumerate(self.pages):
            page.mark(boxes[number], current.boxes if current is not None and current.page == number else ())

    def reveal(self, hit: Found) -> None:
        """Scroll as far as needed to see the place, a third from the top if it was out of sight."""
        if hit.page >= len(self.pages) or not hit.boxes:
            return
        page = self.pages[hit.page]
        rect = page.rect_of(hit.boxes[0]).toRect().translated(page.pos())
        if not self._seen().contains(rect):
            for bar, first, last, room in (
                (self.verticalScrollBar(), rect.top(), rect.bottom(), self.viewport().height()),
                (self.horizontalScrollBar(), rect.left(), rect.right(), self.viewport().width()),
            ):
                if not bar.value() <= first <= last <= bar.value() + room:
                    bar.setValue(first - room // 3)
        self._say_page(hit.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        jumps = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or self.fit is Fit.PAGE
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                self.turn_to(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
                self._say_page(len(self.pages) - 1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp as key:
                forth = 1 if key == Qt.Key.Key_PageDown else -1
                if jumps:
                    self.turn_to(self._current + forth)
                else:
                    bar.setValue(bar.value() + forth * max(_LINE, self.viewport().height() - _OVERLAP))
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # A wheel turns in notches, a pad glides.
            self._wheeled += event.angleDelta().y()
            if abs(self._wheeled) >= _NOTCH:
                self.zoom_by(1 if self._wheeled > 0 else -1, event.position().toPoint())
                self._wheeled = 0
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self._laying:
            self._place = self._place_at(QPoint())
            self._find_page()
            self._drawing.follow(self._seen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._current
        self._lay(self._place)
        if self.fit is Fit.PAGE:
            self.turn_to(page)
        self._settling.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay(self._place)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settling.start()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_page(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say_page(self._current)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(480))

    def _show(self, pdf: bytes, sizes: list[tuple[float, float]]) -> None:
        self._reading = None
        self.pdf = pdf
        while len(self.pages) > len(sizes):
            self.pages.pop().deleteLater()
        while len(self.pages) < len(sizes):
            page = PdfPage(self._desk)
            page.show()
            self.pages.append(page)
        for number, (page, points) in enumerate(zip(self.pages, sizes, strict=True), 1):
            page.points = points
            words = self.tr("Page {number} of {count}")
            page.setAccessibleName(words.format(number=number, count=len(sizes)))
        self._drawing.begin(pdf, self.pages)
        self._draw_anew()
        self.shown.emit()

    def _draw_anew(self) -> None:
        """Draw in the size that is wanted now."""
        self._lay(self._place)
        self._drawing.follow(self._seen())

    def _scale(self) -> float:
        # Room as if there were a scroll bar: one that came and went would change the size for ever.
        bar = self.verticalScrollBar().sizeHint().width()
        room = QSizeF(self.width() - bar - 2 * _MARGIN, self.height() - 2 * _GAP)
        return scale(self.fit, room, [page.points for page in self.pages], self.logicalDpiX())

    def _lay(self, place: _Place, at: QPoint | None = None) -> None:
        """Put the pages below each other, and a place at a point of the viewport, or at its upper left."""
        self._laying = True
        a_point, ratio = self._scale(), self.devicePixelRatioF()
        before = [page.pixels for page in self.pages]
        sizes = [page.lay(a_point, ratio) for page in self.pages]
        if before != [page.pixels for page in self.pages]:
            self._drawing.begin(self.pdf, self.pages)
        wide = max([self.viewport().width(), *(size.width() + 2 * _MARGIN for size in sizes)])
        y = _MARGIN
        for page, size in zip(self.pages, sizes, strict=True):
            page.move((wide - size.width()) // 2, y)
            y += size.height() + _GAP
        self._desk.resize(wide, y - _GAP + _MARGIN)
        self._put(place, at or QPoint())
        self._laying = False
        self._find_page()
        self.zoomed.emit()

    def _put(self, place: _Place, at: QPoint) -> None:
        if place.page >= len(self.pages):
            self._place = self._place_at(QPoint())
            return
        page = self.pages[place.page]
        point = page.pos() + QPoint(round(place.x * page.width()), round(place.y * page.height())) - at
        self.horizontalScrollBar().setValue(point.x())
        at_the_top = place.page == 0 and place.y <= 0 and at.isNull()
        self.verticalScrollBar().setValue(0 if at_the_top else point.y())
        self._place = place if at.isNull() else self._place_at(QPoint())

    def _seen(self) -> QRect:
        """The part of the desk that is in sight."""
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(corner, self.viewport().size())

    def _place_at(self, at: QPoint) -> _Place:
        """What is at a point of the viewport; between two pages, it belongs to the one above."""
        point = self._seen().topLeft() + at
        above = [number for number, page in enumerate(self.pages) if page.y() <= point.y()]
        number = above[-1] if above else 0
        if number >= len(self.pages):
            return _Place()
        page = self.pages[number]
        inner = point - page.pos()
        return _Place(number, inner.x() / page.width(), inner.y() / page.height())

    def _find_page(self) -> None:
        seen = self._seen()
        shares = [seen.intersected(page.geometry()).height() for page in self.pages]
        self._say_page(shares.index(max(shares)) if shares else 0)

    def _say_page(self, page: int) -> None:
        self._current = page
        for number, each in enumerate(self.pages):
            each.set_current(number == page and self.hasFocus())
        self.turned.emit(page, len(self.pages))
