"""A printer that is a file, for tests of printing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from workjournal.domain.pack import Paper
from workjournal.ui import printing


def connect(monkeypatch: pytest.MonkeyPatch, file: Path) -> list[tuple[Paper, int]]:
    """There is a printer, and whoever is asked for one takes it; what was asked for is gathered."""
    asked: list[tuple[Paper, int]] = []

    def ask(_parent: QWidget, paper: Paper, pages: int, chosen: Callable[[QPrinter], object]) -> None:
        asked.append((paper, pages))
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setResolution(72)
        chosen(printer)

    monkeypatch.setattr(printing, "is_possible", lambda: True)
    monkeypatch.setattr(printing, "ask", ask)
    return asked


def take_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none."""
    monkeypatch.setattr(printing, "is_possible", lambda: False)
