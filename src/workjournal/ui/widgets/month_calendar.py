"""A month of days: which have entries, and a way to each."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Property, QDate, QEvent, QLocale, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import painting, rounded

DAYS, WEEKS = 7, 6
_NAMES, _CELL, _DOT, _MOST_DOTS = 26, 34, 2.2, 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthCalendar(QLabel):
    """Six weeks around a month, from the locale's first weekday; its USER property `day` is where one is.

    A day with entries has up to three dots. Arrow keys go a day and a week, Page Up and Down a month, Home and End to
    the month's first and last day; Enter asks for what is there.
    """

    changed = Signal()
    """Somebody went to another day."""
    entered = Signal()
    """Enter or Space: on to what happened on the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = dt.date(2000, 1, 1)
        self._today = dt.date(2000, 1, 1)
        self._counts: dict[dt.date, int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: dt.date, today: dt.date) -> None:
        """Be at a day, without saying that somebody went there; nothing leads past today."""
        self._day, self._today = min(day, today), today
        self._tell()
        self.update()

    def set_counts(self, counts: Mapping[dt.date, int]) -> None:
        """How many entries each of the days shown has; days without any may be absent."""
        self._counts = dict(counts)
        self._tell()
        self.update()

    def first(self) -> dt.date:
        """The first day shown."""
        first = self._day.replace(day=1)
        return first - dt.timedelta(days=(first.isoweekday() - self.locale().firstDayOfWeek().value) % DAYS)

    def last(self) -> dt.date:
        """The last day shown."""
        return self.first() + dt.timedelta(days=DAYS * WEEKS - 1)

    def turned(self, months: int) -> dt.date:
        """The same day of another month; its last where it has no such day."""
        count = self._day.year * 12 + self._day.month - 1 + months
        first = dt.date(count // 12, count % 12 + 1, 1)
        return min(first + dt.timedelta(days=self._day.day - 1), _end_of_month(first))

    def spot(self, day: dt.date) -> QRect:
        """Where a day is painted."""
        row, column = divmod((day - self.first()).days, DAYS)
        wide = self.width() / DAYS
        left, right = round(column * wide), round((column + 1) * wide)
        cell = QRect(left, theme.px(_NAMES) + row * theme.px(_CELL), right - left, theme.px(_CELL))
        return QStyle.visualRect(self.layoutDirection(), self.rect(), cell)

    def day_at(self, point: QPoint) -> dt.date | None:
        """The day at a point, if it can be gone to."""
        for step in range(DAYS * WEEKS):
            day = self.first() + dt.timedelta(days=step)
            if day <= self._today and self.spot(day).contains(point):
                return day
        return None

    def sizeHint(self) -> QSize:
        return QSize(theme.px(DAYS * 38), theme.px(_NAMES + WEEKS * _CELL))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(DAYS * 32), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, step = Qt.Key(event.key()), _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            sideways = abs(step) == 1 and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._set_day(self._day + dt.timedelta(days=-step if sideways else step))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._set_day(self.turned(-1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self._set_day(self._day.replace(day=1))
        elif key == Qt.Key.Key_End:
            self._set_day(_end_of_month(self._day))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._set_day(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self._tell()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        tokens = theme.current()
        with painting(self) as painter:
            painter.setPen(QColor(tokens.text3))
            painter.setFont(theme.font(11))
            for column in range(DAYS):
                day = self.first() + dt.timedelta(days=column)
                name = self.locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
                spot = self.spot(day)
                line = QRect(spot.left(), 0, spot.width(), theme.px(_NAMES - 4))
                painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), name)
            for step in range(DAYS * WEEKS):
                self._paint_day(painter, self.first() + dt.timedelta(days=step))

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        tokens, spot = theme.current(), self.spot(day).adjusted(2, 1, -2, -1)
        count, is_day = self._counts.get(day, 0), day == self._day
        if is_day:
            ring = tokens.accent if self.hasFocus() else tokens.accent_line
            rounded(painter, spot, theme.RADIUS_S, tokens.accent_soft, ring, 2 if self.hasFocus() else 1)
        other = day.month != self._day.month or day > self._today
        painter.setPen(QColor(tokens.text3 if other else tokens.text))
        painter.setFont(
            theme.font(theme.SMALL, theme.SEMIBOLD if day == self._today else theme.REGULAR, tabular=True)
        )
        number = spot.adjusted(0, 0, 0, -theme.px(8))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), self.locale().toString(day.day))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        dots, step = min(count, _MOST_DOTS), theme.px(7)
        middle, line = spot.center().x() + 0.5, spot.bottom() - theme.px(6)
        for dot in range(dots):
            painter.drawEllipse(
                QPointF(middle + (dot - (dots - 1) / 2) * step, line), theme.px(_DOT), theme.px(_DOT)
            )

    def _tell(self) -> None:
        written = self.locale().toString(
            QDate(self._day.year, self._day.month, self._day.day), "dddd d MMMM yyyy"
        )
        count = self._counts.get(self._day, 0)
        said = self.tr("{day}: %n episode(s)", "", count) if count else self.tr("{day}: no episodes")
        self.setAccessibleDescription(said.format(day=written))

    def _get_day(self) -> dt.date:
        return self._day

    def _set_day(self, day: dt.date | None) -> None:
        if day is None or min(day, self._today) == self._day:
            return
        self.show_day(day, self._today)
        self.changed.emit()

    day: dt.date = Property(object, _get_day, _set_day, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value


def _end_of_month(day: dt.date) -> dt.date:
    following = day.replace(day=28) + dt.timedelta(days=4)
    return following - dt.timedelta(days=following.day)
