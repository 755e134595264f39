"""What the charts say of a week, in words: what changed since the week before, what did not, what cannot be told yet."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from workjournal.journal.weekly_look import Look, Saying
from workjournal.ui import words

_TITLES, _SENTENCES = 1, 4
"""Parts of the width."""
_BETWEEN = 8


class MovedWords(QFrame):
    """The sentences of a Look; each with its chart's title, and with what it said before where that was another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("moved_words")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        self._page = QWidget(self)
        column.addWidget(self._page)

    def show_look(self, look: Look) -> None:
        """Say these sentences."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        days = {"start": _day(look.history.start), "end": _day(look.history.end)}
        column.addWidget(_label("caption", self.tr("From {start} to {end}").format(**days)))
        if not look.moved and not look.same:
            column.addWidget(_label("heading", self.tr("Nothing can be said of this week yet")))
        else:
            self._add(column, self.tr("What moved") if look.moved else self.tr("Nothing moved"), look.moved)
        if look.same:
            self._add(column, self.tr("As the week before, but for figures alone"), look.same, "text2")
        if look.silent:
            column.addSpacing(8)
            silent = self.tr("Can't tell yet: {charts}").format(charts=", ".join(look.silent))
            column.addWidget(_label("caption", silent))
        column.addStretch(1)
        outer = self.layout()
        assert outer is not None
        outer.replaceWidget(self._page, page)
        self._page.hide()
        self._page.deleteLater()
        self._page = page

    def words(self) -> list[str]:
        """Everything that is said, in reading order."""
        return [label.text() for label in self._page.findChildren(QLabel)]

    def _add(
        self, column: QVBoxLayout, heading: str, sayings: Sequence[Saying], role: str = "strong"
    ) -> None:
        """The charts' titles at the leading edge, their sentences beside them."""
        column.addSpacing(_BETWEEN)
        column.addWidget(_label("heading", heading))
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(_BETWEEN)
        grid.setColumnStretch(0, _TITLES)
        grid.setColumnStretch(1, _SENTENCES)
        for row, saying in enumerate(sayings):
            said = QVBoxLayout()
            said.setSpacing(2)
            said.addWidget(_label(role, saying.reading))
            if saying.before:
                before = self.tr("A week before: {reading}").format(reading=saying.before)
                said.addWidget(_label("muted", before))
            said.addStretch(1)
            grid.addWidget(_label("muted", saying.title), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(said, row, 1)
        column.addLayout(grid)


def _day(day: dt.date) -> str:
    return words.dated(day, "d MMMM yyyy")


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
