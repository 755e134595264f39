"""Pages of a PDF on paper: from bytes in memory to the printer as pictures, with no file of ours in between."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from workjournal.exporters.pdf_pages import PagePicture, page_pictures
from workjournal.ui import tasks

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - not a temporary folder but one without a disk
_DOTS_PER_INCH = 300


def is_possible() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_and_print(
    parent: QWidget,
    make: Callable[[], bytes],
    then: Callable[[], object],
    failed: Callable[[Exception], object],
) -> QPrintDialog:
    """Ask for the printer and go on; `make` gives the PDF, in a Task, once it is chosen."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(_DOTS_PER_INCH)
    dialog = QPrintDialog(printer, parent)

    def printed(pages: list[PagePicture]) -> None:
        paint(printer, pages)
        then()

    def begin() -> None:
        wide = printer.pageLayout().fullRectPixels(_DOTS_PER_INCH).width()
        tasks.run(lambda _report: page_pictures(make(), wide), printed, parent, failed=failed)

    dialog.accepted.connect(begin)
    QDialog.open(dialog)
    return dialog


def paint(printer: QPrinter, pages: list[PagePicture]) -> None:
    """Draw each picture over a whole page."""
    printer.setFullPage(True)
    with _temporary_files_in_memory():
        painter = QPainter(printer)
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            image = QImage(page.rgba, page.width, page.height, page.stride, QImage.Format.Format_RGBA8888)
            sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            high = sheet.width() * page.height / page.width
            painter.drawImage(QRectF(0, 0, sheet.width(), high), image)
        painter.end()


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
