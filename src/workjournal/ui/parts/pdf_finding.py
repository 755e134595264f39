"""Finding words in the pages of a PDF: in a Task, place after place."""

from bisect import bisect_left
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workjournal.exporters.pdf_pages import Found, found_on
from workjournal.ui import tasks
from workjournal.ui.parts.pdf_view import PdfView
from workjournal.ui.tasks import Task

_SETTLES_MS = 150


class PdfFinding(QObject):
    """Keeps where the words stand and at which of these places one is; marks them in the view.

    Attributes:
        words: what is sought; nothing is when they are blank.
        hits: every place where they stand, in reading order.
        at: the number of the place one is at, from 0; -1 while there is none.
        seeking: the hits of these words are not known yet.
    """

    changed = Signal()

    def __init__(self, view: PdfView) -> None:
        super().__init__(view)
        self._view = view
        self._task: Task | None = None
        self._ask = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._ask.timeout.connect(partial(self._search, go=True))
        self.words, self.at = "", -1
        self.hits: list[Found] = []
        self.seeking = False
        view.shown.connect(self._again)

    def seek(self, words: str) -> None:
        """Find these words, once no more are typed, and go to the first place from the page one is at."""
        self.words = words
        self._give_up()
        if words.strip():
            self.seeking = True
            self._ask.start()
            self.changed.emit()
        else:
            self._keep([], -1)

    def step(self, steps: int) -> None:
        """Go to the next place (1) or the one before (-1); after the last comes the first."""
        if self.hits:
            self._keep(self.hits, (self.at + steps) % len(self.hits))
            self._view.reveal(self.hits[self.at])

    def _again(self) -> None:
        """Find the same in other bytes; the page stays where it is."""
        if self.words.strip() and not self._ask.isActive():
            self._search(go=False)

    def _give_up(self) -> None:
        self._ask.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _search(self, *, go: bool) -> None:
        self._give_up()
        work = partial(_find, self._view.pdf, len(self._view.pages), self.words)
        self._task = tasks.run(work, partial(self._found, go=go), self)

    def _found(self, hits: list[Found], *, go: bool) -> None:
        self._task, self.seeking = None, False
        if go or self.at < 0:
            at = bisect_left(hits, self._view.page(), key=_page)
        else:
            at = bisect_left(hits, _position(self.hits[self.at]), key=_position)
        self._keep(hits, at % len(hits) if hits else -1)
        if go and hits:
            self._view.reveal(hits[self.at])

    def _keep(self, hits: list[Found], at: int) -> None:
        self.hits, self.at = hits, at
        self._view.mark(hits, hits[at] if at >= 0 else None)
        self.changed.emit()


def _find(pdf: bytes, pages: int, words: str, report: tasks.Report) -> list[Found]:
    hits: list[Found] = []
    # Page by page, so that pages can be drawn in between.
    for page in range(pages):
        report(page / pages, "")
        hits += found_on(pdf, page, words)
    return hits


def _page(hit: Found) -> int:
    return hit.page


def _position(hit: Found) -> tuple[int, float]:
    """In the order of reading: from page to page, from the top down."""
    return hit.page, hit.boxes[0][1] if hit.boxes else 0.0
