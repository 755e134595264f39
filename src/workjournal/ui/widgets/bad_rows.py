"""The rows of a file that were left out: line, reason and text, to be read and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from workjournal.domain.sheet import BadRow
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.wrapped_table import WrappedTable

_HEADERS = (
    QT_TRANSLATE_NOOP("BadRows", "Line"),
    QT_TRANSLATE_NOOP("BadRows", "Why it is left out"),
    QT_TRANSLATE_NOOP("BadRows", "How it stands in the file"),
)
_TEXT = 220


class BadRows(WrappedTable):
    """A table of BadRow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[BadRow] = ()

    def rows(self) -> Sequence[BadRow]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[BadRow]) -> None:
        """Show these, in their order."""
        self._rows = rows
        headers = [QCoreApplication.translate("BadRows", each) for each in _HEADERS]
        cells = [(str(row.line), row.reason, row.text) for row in rows]
        self.show_table(headers, cells, widths={0: 0, 2: _TEXT}, numbers=True)

    def sizeHintForColumn(self, column: int) -> int:
        """Lines are as wide as the last of them; Qt would measure a thousand, several times over."""
        if column or not self._rows:
            return super().sizeHintForColumn(column)
        widest = max(range(len(self._rows)), key=lambda place: self._rows[place].line)
        return self.sizeHintForIndex(self.model().index(widest, 0)).width()
