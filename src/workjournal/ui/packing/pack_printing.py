"""A pack on paper: the very pages of the preview, looked through once more for what must not leave."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workjournal.journal.journal import Journal
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.parts.pack_preview import Preview
from workjournal.ui.tasks import Report
from workjournal.ui.widgets.plain_dialog import PlainDialog

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter  # the printing system loads when somebody prints


class PackPrinting(QObject):
    """Asks over its parent; `line` shows the work, and tells what went wrong."""

    printed = Signal(str)
    """What to tell of it."""

    def __init__(self, journal: Journal, over: QWidget, line: WorkLine, export: QPushButton) -> None:
        super().__init__(over)
        self._journal, self._over, self._line, self._export = journal, over, line, export

    def ask(self, preview: Preview) -> None:
        """Ask for the printer; where there is none, offer the file."""
        from workjournal.ui import printing

        if printing.is_possible():
            paper = preview.choice.paper
            printing.ask(self._over, paper, preview.pages, partial(self.send, preview))
        else:
            self._offer_file()

    def send(self, preview: Preview, printer: "QPrinter") -> None:
        """Print on this one."""
        work = partial(self._print, preview, printer)
        self._line.run(self.tr("Printing…"), work, self._tell)

    def _print(self, preview: Preview, printer: "QPrinter", report: Report) -> int:
        """In a thread.

        Raises:
            PackLeaks, PrinterRefused
        """
        from workjournal.ui import printing

        self._journal.packs.look_through(preview.choice, preview.pdf)
        return printing.send(printer, preview.pdf, report)

    def _tell(self, sides: int) -> None:
        one = self.tr("1 page sent to the printer. The ledger holds only packs exported as PDF.")
        many = self.tr("{count} pages sent to the printer. The ledger holds only packs exported as PDF.")
        self.printed.emit(one if sides == 1 else many.format(count=sides))

    def _offer_file(self) -> None:
        dialog = PlainDialog(
            self._over,
            self.tr("No printer"),
            self.tr(
                "This computer knows no printer. Export the pack as a PDF, and print that where there is one."
            ),
            "printer",
        )
        dialog.add_button(self.tr("Close")).clicked.connect(dialog.reject)
        export = dialog.add_button(self.tr("Export PDF…"), "primary", default=True)
        export.clicked.connect(dialog.accept)
        dialog.accepted.connect(self._export.click)
        dialog.open()
