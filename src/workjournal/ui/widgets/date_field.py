"""A date that can be empty: typed in the ways people write dates, stepped with the arrow keys, or picked."""

from datetime import date, timedelta

from PySide6.QtCore import Property, QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from workjournal.ui import icons

_PATTERNS = ("yyyy-MM-dd", "d.M.yyyy", "d.M.yy", "d/M/yyyy", "d MMM yyyy", "d MMMM yyyy", "ddd d MMM yyyy")
_WITHOUT_YEAR = ("d.M.", "d.M", "d MMM", "d MMMM")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class DateField(QLineEdit):
    """A line edit whose USER property `day` is a date or None. Up and Down step by a day, Page by a week."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self.setPlaceholderText(self.tr("No date"))
        pick = self.addAction(icons.icon("calendar", "text3"), QLineEdit.ActionPosition.TrailingPosition)
        pick.setToolTip(self.tr("Pick a date"))
        pick.triggered.connect(self.pick)
        self.editingFinished.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._take()
        self._set_day((self._day + timedelta(days=step)) if self._day else date.today())  # noqa: DTZ011 - the user's own day

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take()
        super().focusOutEvent(event)

    def pick(self) -> None:
        """Open a calendar below the field."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        if self._day is not None:
            calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.clicked.connect(lambda day: self._set_day(day.toPython()))
        calendar.clicked.connect(menu.close)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.setFocus()

    def parse(self, text: str) -> date | None:
        """The date somebody meant, or None."""
        text = " ".join(text.replace(",", " ").split())
        locale = self.locale()
        for pattern in (*_PATTERNS, locale.dateFormat(QLocale.FormatType.ShortFormat)):
            found = locale.toDate(text, pattern, 2000)
            if found.isValid():
                return date(found.year(), found.month(), found.day())
        this_year = date.today().year  # noqa: DTZ011 - the user's own day
        for pattern in _WITHOUT_YEAR:
            found = locale.toDate(f"{text} {this_year}", f"{pattern} yyyy")
            if found.isValid():
                return date(found.year(), found.month(), found.day())
        return None

    def _take(self) -> None:
        """Understand what was typed; what cannot be understood gives way to the date before."""
        if self.text() == self._shown():
            return
        typed = self.text().strip()
        self._set_day(None if not typed else self.parse(typed) or self._day)
        self.setText(self._shown())

    def _shown(self) -> str:
        if self._day is None:
            return ""
        return self.locale().toString(QDate(self._day.year, self._day.month, self._day.day), "ddd d MMM yyyy")

    def _get_day(self) -> date | None:
        typed = self.text().strip()
        return self._day if typed == self._shown() else (self.parse(typed) or self._day if typed else None)

    def _set_day(self, day: date | None) -> None:
        before, self._day = self._day, day
        self.setText(self._shown())
        if before != day:
            self.changed.emit()

    day: date | None = Property(object, _get_day, _set_day, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
