"""How many things of each kind there were in a backup, and how many there are now."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from workjournal.ui import theme
from workjournal.ui.guards import copy_words


class ThenAndNow(QWidget):
    """Three columns of words; a kind that is in neither is left out, and numbers that differ stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def show_counts(self, then: Mapping[str, int], now: Mapping[str, int]) -> None:
        """Show these; none hides it."""
        self.clear()
        kinds = [kind for kind in copy_words.NOUNS if then.get(kind) or now.get(kind)]
        if kinds:
            self._add(0, ("", self.tr("then"), self.tr("now")), "caption")
        for line, kind in enumerate(kinds, 1):
            numbers = (then.get(kind, 0), now.get(kind, 0))
            told = [QLocale().toString(number) for number in numbers]
            words = (copy_words.noun(kind).plural, *told)
            self._add(line, words, "muted" if numbers[0] == numbers[1] else "label")
        self.setVisible(bool(kinds))

    def clear(self) -> None:
        """Nothing is known."""
        while (item := self._grid.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.hide()
                label.deleteLater()
        self.hide()

    def rows(self) -> list[tuple[str, str, str]]:
        """What is shown, below the head."""
        found = []
        for line in range(1, self._grid.rowCount()):
            items = [self._grid.itemAtPosition(line, column) for column in range(3)]
            labels = [item.widget() for item in items if item is not None]
            texts = [label.text() for label in labels if isinstance(label, QLabel)]
            if len(texts) == 3:
                found.append((texts[0], texts[1], texts[2]))
        return found

    def _add(self, line: int, words: tuple[str, ...], role: str) -> None:
        for column, text in enumerate(words):
            label = QLabel(text, self)
            label.setProperty("role", role)
            if column:
                label.setFont(theme.font(theme.SMALL, tabular=True))
                label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, line, column)
            label.show()
