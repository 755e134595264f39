"""The settings of one group, with a line between them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workjournal.journal.setting import Group
from workjournal.ui.setting.fields import words
from workjournal.ui.setting.row import SettingRow


class SettingCard(QFrame):
    """Hides the rows that a search does not find, and itself with the last of them."""

    def __init__(self, group: Group, rows: Iterable[SettingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = list(rows)
        self.setProperty("role", "card")
        heading = QLabel(words(group), self)
        heading.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        self._lines: list[QFrame] = []
        for row in self.rows:
            line = QFrame(self)
            line.setProperty("role", "line")
            self._lines.append(line)
            column.addWidget(line)
            column.addWidget(row)

    def narrow(self, asked: list[str]) -> int:
        """Show the rows in which all these words stand; how many there are."""
        found = 0
        for row, line in zip(self.rows, self._lines, strict=True):
            fits = row.fits(asked)
            row.setVisible(fits)
            line.setVisible(fits and found > 0)
            found += fits
        self.setVisible(bool(found))
        return found
