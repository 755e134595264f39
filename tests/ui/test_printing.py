"""Pages on paper, without a printer: Qt prints into a file that is read again."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exporters.test_recovery_sheet import SHEET
from workjournal.domain.pack import Paper
from workjournal.exporters.entries_sheet import EntriesSheet, PrintedEntry, typeset
from workjournal.exporters.pdf_pages import page_count, page_part, page_pictures, page_sizes
from workjournal.exporters.recovery_sheet import typeset as typeset_sheet
from workjournal.ui import printing, tasks

DAY = dt.date(2026, 11, 19)
PAGES = 3
SMALL = (210, 297)
"""Dots of a page at which letters are grey and lines of text can be told apart."""
ALIKE = 25.0
"""The mean difference (of 255) where letters are of other dots; between pages of other words it is more."""


@pytest.fixture(scope="module")
def three_pages() -> bytes:
    lines = [f"{number} " + "and on " * (number % 23) for number in range(80)]
    entries = (PrintedEntry(day=DAY, title="Long", story="\n\n".join(lines)),)
    return typeset(EntriesSheet(entries=entries, made=DAY)).pdf


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    """Prints into a file; coarse, so that it is quick."""
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setResolution(100)
    return made


def printed(printer: QPrinter) -> bytes:
    return Path(printer.outputFileName()).read_bytes()


def unheard(_fraction: float, _text: str) -> None:
    """Nobody waits."""


def differ(one: bytes, other: bytes, place: int, there: int | None = None) -> float:
    """How much a page of one differs from one of the other, over its dots that are not white in both."""
    here = page_part(one, place, SMALL, range(SMALL[1])).rgba
    beside = page_part(other, place if there is None else there, SMALL, range(SMALL[1])).rgba
    inked = [(a, b) for a, b in zip(here[::4], beside[::4], strict=True) if min(a, b) < 250]
    return sum(abs(a - b) for a, b in inked) / len(inked)


def test_every_page_fills_its_sheet(printer: QPrinter, three_pages: bytes) -> None:
    assert printing.send(printer, three_pages, unheard) == PAGES
    on_paper = printed(printer)
    assert all(differ(three_pages, on_paper, place) < ALIKE for place in range(PAGES))
    assert differ(three_pages, on_paper, 0, 1) > 2 * ALIKE, "else this test could not tell pages apart"


def test_a_page_drawn_in_bands_is_the_page(three_pages: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_BAND", 40_000)
    size = (600, 848)
    picture = printing._picture(three_pages, 1, size)  # which holds the memory of its bits
    drawn = bytes(picture.constBits())
    page = page_part(three_pages, 1, size, range(size[1])).rgba
    assert min(page) < 60, "there is something on it"
    # The green of each dot stands at the same place in both orders.
    assert max(abs(one - other) for one, other in zip(drawn[1::4], page[1::4], strict=True)) < 40


def test_on_another_paper_a_page_is_fitted_whole(printer: QPrinter, three_pages: bytes) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printing.send(printer, three_pages, unheard)
    assert [tuple(map(round, size)) for size in page_sizes(printed(printer))] == [(612, 792)] * PAGES
    (first, *_) = page_pictures(printed(printer), 612)
    rows = [first.rgba[row * first.stride : row * first.stride + 4 * first.width] for row in range(792)]
    inked = [row for row, dots in enumerate(rows) if min(dots) < 100]
    assert inked[0] > 30
    assert inked[-1] < 770  # the footer, which a page as wide as the sheet would lose


def test_only_the_pages_that_were_asked_for(printer: QPrinter, three_pages: bytes) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert printing.send(printer, three_pages, unheard) == 1
    assert page_count(printed(printer)) == 1
    assert differ(three_pages, printed(printer), 1, 0) < ALIKE


def test_the_order_and_the_copies_that_were_asked_for(printer: QPrinter) -> None:
    assert printing._places(printer, 3) == [0, 1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing._places(printer, 3) == [2, 1, 0]
    if not printer.supportsMultipleCopies():
        printer.setCopyCount(2)
        printer.setCollateCopies(True)
        assert printing._places(printer, 2) == [1, 0, 1, 0]
        printer.setCollateCopies(False)
        assert printing._places(printer, 2) == [1, 1, 0, 0]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(9, 12)
    assert set(printing._places(printer, 3)) == {2}


def test_given_up_it_ends_before_the_next_page(printer: QPrinter, three_pages: bytes) -> None:
    told: list[float] = []

    def report(fraction: float, _text: str) -> None:
        told.append(fraction)
        if len(told) == 2:
            raise tasks.Cancelled

    with pytest.raises(tasks.Cancelled):
        printing.send(printer, three_pages, report)
    assert told[0] == 0.0
    assert len(told) == 2
    assert page_count(printed(printer)) == 1


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_is_told(printer: QPrinter, three_pages: bytes, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(printing.PrinterRefused, match="switched on"):
        printing.send(printer, three_pages, unheard)


@pytest.mark.parametrize("before", [None, "/somewhere"])
def test_the_printing_library_has_its_temporary_files_in_memory(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    if before:
        monkeypatch.setenv("TMPDIR", before)
    with printing._temporary_files_in_memory():
        inside = os.environ.get("TMPDIR")
    assert inside == ("/dev/shm" if Path("/dev/shm").is_dir() else before)
    assert os.environ.get("TMPDIR") == before


def test_possible_where_there_is_a_printer(qtbot: QtBot) -> None:
    assert printing.is_possible() == bool(QPrinterInfo.availablePrinterNames())


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    tasks.wait_all()


def test_the_printer_is_asked_for_and_nothing_is_made_before(parent: QWidget) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(typeset_sheet(SHEET))
        return made[0]

    dialog = printing.ask_and_print(parent, make, lambda: None, lambda _error: None)
    assert dialog.isVisible()
    dialog.reject()
    tasks.wait_all()
    assert made == []


def test_the_queue_is_not_told_what_is_printed(parent: QWidget) -> None:
    chosen: list[QPrinter] = []
    dialog = printing.ask(parent, Paper.LETTER, 3, chosen.append)
    assert not dialog.testOption(dialog.PrintDialogOption.PrintToFile)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    dialog.accepted.emit(dialog.printer())
    (printer,) = chosen
    assert printer.docName() == "Workjournal"
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    dialog.reject()
