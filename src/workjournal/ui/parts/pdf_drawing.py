"""Which strips of a PDF's pages are drawn: those one sees, then those near them, in Tasks; the rest is let go."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QImage

from workjournal.exporters.pdf_pages import Size, page_part
from workjournal.ui import tasks
from workjournal.ui.tasks import Report, Task
from workjournal.ui.widgets.pdf_page import PdfPage

MOST_BYTES = 48 << 20
"""What is drawn ahead fits in this; only what is seen, at once and sharp, may take more."""
_BYTES_A_PIXEL = 4
_AHEAD = 4
"""Strips of one Task that nobody sees yet: what comes into sight meanwhile waits for them."""


class PdfDrawing(QObject):
    """Draws strips of pages that lie below each other on a desk, as many as fit in memory."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pdf = b""
        self._pages: Sequence[PdfPage] = ()
        self._seen = QRect()
        self._task: Task | None = None

    def begin(self, pdf: bytes, pages: Sequence[PdfPage]) -> None:
        """Other bytes, or pages of other sizes: what is drawn ages, and is drawn anew by the next `follow`."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._pdf, self._pages = pdf, pages
        for page in pages:
            page.age()

    def follow(self, seen: QRect) -> None:
        """This part of the desk is seen now."""
        self._seen = seen
        near = self._near()
        for page in self._pages:
            if page.strips or page.before:
                self._let_go(page, near)
        if self._task is None:
            self._go_on()

    def _let_go(self, page: PdfPage, near: QRect) -> None:
        page.keep_only(_strips(page, near))
        seen = _strips(page, self._seen)
        if page.before and all(number in page.strips for number in seen):
            page.before = []

    def _near(self) -> QRect:
        """What is seen and, as far as memory reaches, a screenful above and below."""
        reach = self._reach()
        return self._seen.adjusted(0, -reach, 0, reach)

    def _reach(self) -> int:
        """How far above and below what is seen pages are drawn, in logical pixels."""
        widest = max(self._pages, key=PdfPage.width, default=None)
        if widest is None:
            return 0
        affordable = MOST_BYTES / _BYTES_A_PIXEL / widest.pixels[0] / widest.ratio
        high = self._seen.height()
        return int(max(0, min(high, (affordable - high) / 2)))

    def _go_on(self) -> None:
        below = self._seen.adjusted(0, 0, 0, self._reach())
        found = next(self._missing(self._seen), None)
        if found is None:
            # One reads on more often than back.
            place, numbers = next(self._missing(below), None) or next(self._missing(self._near()), (0, []))
            found = (place, numbers[:_AHEAD])
        place, numbers = found
        if numbers:
            page = self._pages[place]
            work = partial(_draw, self._pdf, place, page.pixels, [page.rows_of(number) for number in numbers])
            self._task = tasks.run(work, partial(self._take, page, numbers), self)

    def _missing(self, rect: QRect) -> Iterator[tuple[int, list[int]]]:
        """The places of pages and the numbers of their strips that lie there and are not drawn."""
        for place, page in enumerate(self._pages):
            missing = [number for number in _strips(page, rect) if number not in page.strips]
            if missing:
                yield place, missing

    def _take(self, page: PdfPage, numbers: Sequence[int], images: list[QImage]) -> None:
        self._task = None
        page.take(dict(zip(numbers, images, strict=True)))
        self._let_go(page, self._near())
        self._go_on()


def _strips(page: PdfPage, rect: QRect) -> range:
    top = rect.top() - page.y()
    return page.between(top, top + rect.height())


def _draw(pdf: bytes, place: int, size: Size, strips: Sequence[range], report: Report) -> list[QImage]:
    drawn = []
    for rows in strips:
        report(0.0, "")
        part = page_part(pdf, place, size, rows)
        image = QImage(part.rgba, part.width, part.height, part.stride, QImage.Format.Format_RGBA8888)
        # The form in which it is painted fastest; and a copy, since the bytes go with the part.
        drawn.append(image.convertToFormat(QImage.Format.Format_RGB32))
    return drawn
