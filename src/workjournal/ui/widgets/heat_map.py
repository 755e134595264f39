"""A year of days as squares, warmer where more happened: a way to any day of it."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Property, QDate, QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QToolTip, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, painting, rounded

WEEKS = 53
_MONTHS, _LETTERS, _LARGEST = 18, 34, 17
_STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
}


class HeatMap(QLabel):
    """Fifty-three weeks that end with the week of `last`, a column each; its USER property `day` is where one is.

    Arrow keys go a day and a week, Page Up and Down four weeks, Home and End to the first and last day shown; a day
    before the first is a matter for whoever shows the year. Enter asks for what is there. The squares are painted
    once and kept.
    """

    changed = Signal()
    """Somebody went to another day."""
    entered = Signal()
    """Enter or Space: on to what happened on the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit = dt.date.max
        """No key leads past this day."""
        self._last = dt.date(2000, 1, 1)
        self._counts: dict[dt.date, int] = {}
        self._day: dt.date | None = None
        self._kept: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, last: dt.date, counts: Mapping[dt.date, int]) -> None:
        """Show the weeks up to `last`; `counts` says how much happened on a day (0–4 and more)."""
        self._last, self._counts = last, dict(counts)
        self._renew()

    def show_day(self, day: dt.date | None) -> None:
        """Be at a day, without saying that somebody went there."""
        if day != self._day:
            self._day = day
            self._tell()
            self.update()

    def first(self) -> dt.date:
        """The first day shown: a first day of the week by the locale."""
        weekday = (self._last.isoweekday() - self.locale().firstDayOfWeek().value) % 7
        return self._last - dt.timedelta(days=weekday + 7 * (WEEKS - 1))

    def spot(self, day: dt.date) -> QRect:
        """Where a day is painted."""
        place = (day - self.first()).days
        step, gap = self._step(), self._gap()
        left = theme.px(_LETTERS) + round(place // 7 * step)
        right = theme.px(_LETTERS) + round((place // 7 + 1) * step) - gap
        square = QRect(left, theme.px(_MONTHS) + place % 7 * round(step), right - left, round(step) - gap)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), square)

    def day_at(self, point: QPoint) -> dt.date | None:
        """The day at a point, if there is one."""
        mirrored = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(point, QSize(1, 1)))
        column = (mirrored.left() - theme.px(_LETTERS)) / self._step()
        row = (mirrored.top() - theme.px(_MONTHS)) // round(self._step())
        if not (0 <= column < WEEKS and 0 <= row < 7):
            return None
        day = self.first() + dt.timedelta(days=int(column) * 7 + row)
        return day if day <= self._last else None

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_LETTERS + WEEKS * 16), theme.px(_MONTHS) + 7 * round(self._step()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_LETTERS + WEEKS * 9), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._kept = None
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.LocaleChange}:
            self._kept = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, step = Qt.Key(event.key()), _STEPS.get(Qt.Key(event.key()))
        at = self._day or self._last
        if step is not None:
            sideways = abs(step) == 7 and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._set_day(min(at + dt.timedelta(days=-step if sideways else step), self.limit))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._set_day(self.first() if key == Qt.Key.Key_Home else self._last)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._set_day(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor if day is None else Qt.CursorShape.PointingHandCursor)
        QToolTip.showText(event.globalPosition().toPoint(), "" if day is None else self._said(day), self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the squares are kept
        ratio = self.devicePixelRatioF()
        if self._kept is None or self._kept.devicePixelRatio() != ratio:
            self._kept = QPixmap(self.size() * ratio)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            with painting(self._kept) as painter:
                self._paint_year(painter)
        tokens = theme.current()
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._kept)
            day = self._day or (self._last if self.hasFocus() else None)
            if day is not None and self.first() <= day <= self._last:
                ink = tokens.accent if self.hasFocus() else tokens.text
                rounded(painter, self.spot(day).adjusted(-2, -2, 2, 2), 4, None, ink, 2)

    def _paint_year(self, painter: QPainter) -> None:
        tokens, first = theme.current(), self.first()
        for place in range((self._last - first).days + 1):
            day = first + dt.timedelta(days=place)
            rounded(painter, self.spot(day), 3, tokens.heat[min(4, self._counts.get(day, 0))])
        painter.setFont(theme.font(11))
        painter.setPen(QColor(tokens.text3))
        for row in (0, 2, 4):
            day, square = first + dt.timedelta(days=row), self.spot(first + dt.timedelta(days=row))
            name = self.locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            words = QRect(0, square.top() - 2, theme.px(_LETTERS - 6), square.height() + 4)
            seen = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
            painter.drawText(seen, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), name)
        for column in range(WEEKS - 2):
            day = first + dt.timedelta(days=7 * column + 6)
            if day.day > 7:
                continue
            square = self.spot(first + dt.timedelta(days=7 * column))
            words = QRect(square.left(), 0, theme.px(40), theme.px(_MONTHS - 4))
            name = self.locale().monthName(day.month, QLocale.FormatType.ShortFormat)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), name)

    def _said(self, day: dt.date) -> str:
        written = self.locale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
        count = self._counts.get(day, 0)
        if not count:
            return self.tr("{day}: no episodes").format(day=written)
        return self.tr("{day}: %n episode(s)", "", count).format(day=written)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._said(self._day or self._last))

    def _renew(self) -> None:
        self._kept = None
        self._tell()
        self.update()

    def _step(self) -> float:
        wide = (self.width() - theme.px(_LETTERS)) / WEEKS
        return min(max(wide, theme.px(9)), theme.px(_LARGEST))

    def _gap(self) -> int:
        return theme.px(3 if self._step() > 12 else 2)

    def _get_day(self) -> dt.date | None:
        return self._day

    def _set_day(self, day: dt.date | None) -> None:
        if day != self._day:
            self.show_day(day)
            self.changed.emit()

    day: dt.date | None = Property(object, _get_day, _set_day, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value


class HeatLegend(QWidget):
    """The five steps between "None" and "4+"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.CAPTION))
        wide = metrics.horizontalAdvance(self.tr("None")) + metrics.horizontalAdvance("4+")
        return QSize(wide + 5 * theme.px(17) + theme.px(14), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        tokens, font, side = theme.current(), theme.font(theme.CAPTION), theme.px(13)
        start = QFontMetrics(font).horizontalAdvance(self.tr("None")) + theme.px(7)
        with painting(self) as painter:
            elided(painter, self.rect(), self.tr("None"), font, tokens.text2)
            elided(painter, self.rect(), "4+", font, tokens.text2, trailing=True)
            for place, heat in enumerate(tokens.heat):
                spot = QRect(start + place * theme.px(17), (self.height() - side) // 2, side, side)
                rounded(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), spot), 3, heat)
