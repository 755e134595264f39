"""Pages on paper, without a printer: Qt prints into a file that is read again."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exporters.test_recovery_sheet import SHEET
from workjournal.exporters.pdf_pages import page_pictures
from workjournal.exporters.recovery_sheet import typeset
from workjournal.ui import printing, tasks


@pytest.mark.usefixtures("qtbot")
def test_the_page_fills_the_sheet(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    pages = page_pictures(typeset(SHEET), 800)
    printing.paint(printer, pages)
    (printed,) = page_pictures((tmp_path / "printed.pdf").read_bytes(), 800)
    (drawn,) = pages
    assert abs(printed.height - drawn.height) <= 2
    differing = sum(
        abs(one - other) > 90
        for one, other in zip(printed.rgba[::997], drawn.rgba[::997], strict=False)  # a pixel here and there
    )
    assert differing < len(drawn.rgba) // 997 * 0.05


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


def test_the_printer_is_asked_for_and_nothing_is_made_before(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made: list[bytes] = []

    def make() -> bytes:
        made.append(typeset(SHEET))
        return made[0]

    dialog = printing.ask_and_print(parent, make, lambda: None, lambda _error: None)
    assert dialog.isVisible()
    dialog.reject()
    tasks.wait_all()
    assert made == []
