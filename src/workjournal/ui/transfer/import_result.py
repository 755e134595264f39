"""What came of an import, and what can be done now."""

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal.imports import Imported
from workjournal.ui import form
from workjournal.ui.transfer import troubles
from workjournal.ui.transfer.telling import TELLING
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.wrapped_table import WrappedTable


class ImportResult(QFrame):
    """A card with the sentence, the problems by entry, and the ways on."""

    sign: IconLabel
    told: QLabel
    troubles: WrappedTable
    show_them: QPushButton
    take_back: QPushButton
    another: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "import_result")

    def show_result(self, done: Imported) -> None:
        """Tell it."""
        self.told.setText(TELLING.imported(done))
        well = not done.troubles
        self.sign.set_icon("circle-check" if well else "circle-alert")
        self.sign.set_tone("ok" if well else "warn")
        troubles.show(self.troubles, done.troubles)
        for button in (self.show_them, self.take_back):
            button.setVisible(done.id is not None)

    def first(self) -> QPushButton:
        """Where the keyboard begins."""
        return self.another if self.show_them.isHidden() else self.show_them
