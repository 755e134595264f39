"""Pages of a PDF on paper: from bytes in memory to the printer as pictures, with no file of ours in between.

    printing.ask(self, Paper.A4, pages, lambda printer: tasks.run(partial(printing.send, printer, pdf), told, self))

The printer hears "Workjournal" for a name: its queue, which others may read, must not tell what is printed.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from workjournal.domain.pack import Paper
from workjournal.errors import JournalError
from workjournal.exporters.pdf_pages import Size, page_part, page_sizes
from workjournal.ui import tasks
from workjournal.ui.tasks import Report

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - not a temporary folder but one without a disk
_MOST_DOTS = 600
"""An inch; more is not seen on paper. A page takes some 250 MB for a second."""
_BAND = 6 << 20
"""Dots of a page that are drawn at once, beside the whole: 24 MB of them."""
_NAME = "Workjournal"
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


class PrinterRefused(JournalError):
    """The printer took nothing. See whether it is switched on and connected, and print again."""


def is_possible() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask(parent: QWidget, paper: Paper, pages: int, chosen: Callable[[QPrinter], object]) -> QPrintDialog:
    """Ask for the printer and go on; `chosen` gets it, ready for `send` in a Task. `pages` may be 0, for not known."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_NAME)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    dialog = QPrintDialog(printer, parent)
    # A file of pictures is worth less than the PDF that the caller has and saves.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    if pages:
        dialog.setMinMax(1, pages)
    dialog.accepted.connect(lambda *_: chosen(printer))
    QDialog.open(dialog)
    return dialog


def ask_and_print(
    parent: QWidget,
    make: Callable[[], bytes],
    then: Callable[[], object],
    failed: Callable[[Exception], object],
) -> QPrintDialog:
    """Ask for the printer and go on; `make` gives the PDF, in a Task, once it is chosen."""

    def begin(printer: QPrinter) -> None:
        tasks.run(lambda report: send(printer, make(), report), lambda _: then(), parent, failed=failed)

    return ask(parent, Paper.A4, 0, begin)


def send(printer: QPrinter, pdf: bytes, report: Report) -> int:
    """Print the pages that were asked for, in a thread; how many sheets' sides that were.

    Args:
        report: told how far it is before each page; what it raises ends the printing.

    Raises:
        PrinterRefused
    """
    sizes = page_sizes(pdf)
    places = _places(printer, len(sizes))
    printer.setFullPage(True)
    if printer.resolution() > _MOST_DOTS:
        printer.setResolution(_MOST_DOTS)
    with _temporary_files_in_memory():
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterRefused
        try:
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            for number, place in enumerate(places):
                report(number / len(places), "")
                if number:
                    _turn(printer)
                _paint(painter, printer, pdf, place, sizes[place])
            report(1.0, "")
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
    return len(places)


def _places(printer: QPrinter, pages: int) -> list[int]:
    """The numbers, from 0, of the pages to print: what the dialog leaves to the program."""
    first, last = 1, pages
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first = min(max(1, printer.fromPage()), pages)
        last = min(max(first, printer.toPage()), pages)
    places = list(range(first - 1, last))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        places.reverse()
    if printer.supportsMultipleCopies() or printer.copyCount() == 1:
        return places
    if printer.collateCopies():
        return places * printer.copyCount()
    return [place for place in places for _ in range(printer.copyCount())]


def _turn(printer: QPrinter) -> None:
    """Go on to another sheet.

    Raises:
        PrinterRefused
    """
    if not printer.newPage():
        raise PrinterRefused


def _paint(painter: QPainter, printer: QPrinter, pdf: bytes, place: int, points: tuple[float, float]) -> None:
    """Draw a page as large as the sheet has room for, each dot of it one of the printer's."""
    sheet = QRect(printer.pageLayout().fullRectPixels(printer.resolution()))
    scale = min(sheet.width() / points[0], sheet.height() / points[1])
    wide, high = (max(1, round(scale * side)) for side in points)
    picture = _picture(pdf, place, (wide, high))
    painter.drawImage(QPoint((sheet.width() - wide) // 2, (sheet.height() - high) // 2), picture)


def _picture(pdf: bytes, place: int, size: Size) -> QImage:
    """The whole page in the form in which Qt prints it, put together here: printed in parts it could show their seams."""
    wide, high = size
    whole = QImage(wide, high, QImage.Format.Format_RGB32)
    if whole.isNull():
        raise MemoryError
    rows = max(1, _BAND // wide)
    joining = QPainter(whole)
    for first in range(0, high, rows):
        band = page_part(pdf, place, size, range(first, min(first + rows, high)))
        image = QImage(band.rgba, band.width, band.height, band.stride, QImage.Format.Format_RGBX8888)
        joining.drawImage(QPoint(0, first), image)
    joining.end()
    return whole


@contextmanager
def _temporary_files_in_memory() -> Iterator[None]:
    """The printing system's library hands a page on in a temporary file: in memory where the system has such a place."""
    before = os.environ.get("TMPDIR")
    if _IN_MEMORY.is_dir():
        os.environ["TMPDIR"] = str(_IN_MEMORY)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = before
