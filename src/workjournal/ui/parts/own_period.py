"""A period of one's own: first and last day."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.ui import form
from workjournal.ui.widgets.date_field import DateField

Days = tuple[dt.date, dt.date]


class OwnPeriod(QFrame):
    """Two days; says so while they make no sense, and tells only of those that do."""

    changed = Signal()
    """There are two days, the first not after the last."""

    start: DateField
    end: DateField
    problem: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "own_period")
        self.problem.hide()
        for field in (self.start, self.end):
            field.changed.connect(self._tell)

    def begin_with(self, days: Days) -> None:
        """Offer these days, unless there are some already."""
        if self.start.day is None and self.end.day is None:
            self.start.blockSignals(True)
            self.start.day = days[0]
            self.start.blockSignals(False)
            self.end.day = days[1]

    def days(self) -> Days | None:
        """First and last day, or None while they make no sense."""
        start, end = self.start.day, self.end.day
        return (start, end) if start is not None and end is not None and start <= end else None

    def _tell(self) -> None:
        days = self.days()
        self.problem.setVisible(days is None)
        if days is not None:
            self.changed.emit()
