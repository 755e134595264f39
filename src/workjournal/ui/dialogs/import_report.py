"""What a file brought: how many rows are new, which are left out and why, which columns were not used."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workjournal.domain.sheet import BadRow
from workjournal.journal.measures import Imported
from workjournal.ui import form, tab_order, theme
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.widgets.bad_rows import BadRows

_LOWEST, _HIGHEST = 120, 300
"""Of the table, in pixels: it grows with its rows, and scrolls from there on."""


class ImportReportDialog(Fitted):
    """It tells of what has happened, so Close, Enter and Esc are the same. Nothing is shown of what there is none of."""

    heading: QLabel
    new_told: QLabel
    new_line: QWidget
    known_told: QLabel
    known_line: QWidget
    bad_told: QLabel
    bad_line: QWidget
    bad: BadRows
    mend: QLabel
    ignored_told: QLabel
    ignored_line: QWidget
    copy: QPushButton
    agree: QPushButton

    def __init__(self, owner: QWidget, title: str, imported: Imported) -> None:
        super().__init__(owner)
        form.fill(self, "import_report")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._show_counts(imported)
        names = ", ".join(f"“{name}”" for name in imported.ignored)
        self.ignored_told.setText(self.tr("Columns that mean nothing here: {names}.").format(names=names))
        self.ignored_line.setVisible(bool(imported.ignored))
        self._show_bad(imported.bad)
        self.copy.clicked.connect(lambda: self.bad.copy(every=True))
        self.agree.clicked.connect(self.accept)
        tab_order.chain(self)
        self.agree.setDefault(True)

    @classmethod
    def show_report(cls, owner: QWidget, title: str, imported: Imported) -> Self:
        """Show it over the owner's window and go on; it is deleted when it is closed."""
        made = cls(owner, title, imported)
        made.open()
        return made

    def words(self) -> str:
        """All its sentences, as they stand there."""
        lines = (
            (self.new_line, self.new_told),
            (self.known_line, self.known_told),
            (self.ignored_line, self.ignored_told),
            (self.bad_line, self.bad_told),
        )
        return " ".join(label.text() for line, label in lines if not line.isHidden())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.agree.setFocus()

    def _show_counts(self, imported: Imported) -> None:
        new, known = imported.new, imported.known
        nothing = self.tr("The file has no rows below its heading.")
        told = self.tr("%n row(s) taken in.", "", new) if new else self.tr("Nothing new in the file.")
        self.new_told.setText(told if new or known or imported.bad else nothing)
        self.known_told.setText(self.tr("%n row(s) here already, and left as they are.", "", known))
        self.known_line.setVisible(bool(known))

    def _show_bad(self, rows: tuple[BadRow, ...]) -> None:
        self.bad_told.setText(self.tr("%n row(s) left out:", "", len(rows)))
        for part in (self.bad_line, self.bad, self.mend, self.copy):
            part.setVisible(bool(rows))
        if rows:
            self.bad.show_rows(rows)
            high = theme.px(40) + theme.px(52) * len(rows)
            self.bad.setFixedHeight(max(theme.px(_LOWEST), min(high, theme.px(_HIGHEST))))
        self.setAccessibleDescription(self.words())
