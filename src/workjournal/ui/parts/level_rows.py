"""What the levels of a skill mean, in the user's own words: from which rating on, and a sentence."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from workjournal.ui import icons, theme

Kept = list[dict[str, Any]]
STEP, BETWEEN = 5, 20
"""A rating goes in steps of 5; a new level begins so far above the highest."""


class _Beginning(QSpinBox):
    """Where a level begins."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls; a level must not move because the pointer happened to pass it.
        event.ignore()


class LevelRow(QWidget):
    """From where on, and the words."""

    changed = Signal()
    settled = Signal()
    """The beginning was typed to its end: it may belong elsewhere among the others."""
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at, self.text, self.remove = _Beginning(self), QLineEdit(self), QPushButton(self)
        before = QLabel(self.tr("From"), self)
        before.setProperty("role", "muted")
        self.at.setRange(0, 100)
        self.at.setSingleStep(STEP)
        self.at.setFixedWidth(theme.px(84))
        self.at.lineEdit().setTextMargins(
            theme.px(10), 0, 0, 0
        )  # the style sheet's padding does not reach it
        self.at.setAccessibleName(self.tr("From which rating on"))
        self.text.setPlaceholderText(self.tr("What you can do there"))
        self.remove.setProperty("role", "icon")
        icons.put(self.remove, "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(before)
        row.addWidget(self.at)
        row.addWidget(self.text, 1)
        row.addWidget(self.remove)
        self.at.valueChanged.connect(self._rename)
        self.at.valueChanged.connect(self.changed)
        self.at.editingFinished.connect(self.settled)
        self.text.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self._rename()

    def level(self) -> dict[str, Any]:
        """The level as JSON has it."""
        return {"at": self.at.value(), "text": self.text.text()}

    def show_level(self, level: Mapping[str, Any]) -> None:
        """Show one."""
        self.at.setValue(int(level.get("at", 0)))
        text = str(level.get("text", ""))
        if text != self.text.text():
            self.text.setText(text)
            self.text.setCursorPosition(0)

    def _rename(self) -> None:
        at = self.at.value()
        self.text.setAccessibleName(self.tr("What {at} and above means").format(at=at))
        self.remove.setAccessibleName(self.tr("Take the level from {at} away").format(at=at))
        self.remove.setToolTip(self.remove.accessibleName())


class LevelRows(QWidget):
    """A LevelRow each, the lowest first; its USER property `levels` is the list of them as JSON has it."""

    changed = Signal()
    reordered = Signal()
    """There are other rows, or they stand in another order."""
    emptied = Signal()
    """The last row was taken away, and the keyboard with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LevelRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def add(self) -> None:
        """A new level above the others, with the keyboard in its words."""
        row = self._make({"at": self._next(), "text": ""})
        self._after_change()
        row.text.setFocus()

    def focus_trouble(self) -> None:
        """Give the keyboard to the first level without words, or else to the second of two that begin together."""
        for place, row in enumerate(self.rows):
            if not row.text.text().strip():
                row.text.setFocus()
                return
            if row.at.value() % STEP or row.at.value() in {other.at.value() for other in self.rows[:place]}:
                row.at.setFocus()
                return

    def _next(self) -> int:
        """Where a new one begins: above the highest, or else in the widest gap there is; 0 where there is none."""
        taken = sorted(row.at.value() for row in self.rows)
        if not taken:
            return 0
        if taken[-1] < 100:
            return min(100, taken[-1] + BETWEEN)
        return next((at for at in range(0, 101, STEP) if at not in taken), 0)

    def _make(self, level: Mapping[str, Any]) -> LevelRow:
        row = LevelRow(self)
        row.show_level(level)
        row.changed.connect(self.changed)
        row.settled.connect(self._sort)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _sort(self) -> None:
        """Let the rows stand in the order of their beginnings; the keyboard stays where it is."""
        wanted = sorted(self.rows, key=lambda row: row.at.value())
        if wanted == self.rows:
            return
        self.rows = wanted
        for place, row in enumerate(wanted):
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
        self._after_change()

    def _remove(self, row: LevelRow) -> None:
        place = self.rows.index(row)
        self._drop(row)
        self._after_change()
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].text.setFocus()
        else:
            self.emptied.emit()

    def _drop(self, row: LevelRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _after_change(self) -> None:
        self.setVisible(bool(self.rows))
        self.reordered.emit()
        self.changed.emit()

    def _get_levels(self) -> Kept:
        return [row.level() for row in self.rows]

    def _set_levels(self, levels: Iterable[Mapping[str, Any]] | None) -> None:
        wanted = list(levels or ())
        if wanted == self._get_levels():
            self.setVisible(bool(wanted))
            return
        for row in self.rows[len(wanted) :]:
            self._drop(row)
        for row, level in zip(self.rows, wanted, strict=False):
            row.show_level(level)
        for level in wanted[len(self.rows) :]:
            self._make(level)
        self._after_change()

    levels: Kept = Property(object, _get_levels, _set_levels, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
