"""Seven days as squares, warmer where more happened."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import painting, rounded

_SQUARE, _GAP, _LETTERS = 30, 8, 22


class WeekStrip(QLabel):
    """The week of a day, from the locale's first day, in the five heat steps; today has an outline and a bold letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 3)
        self._counts: dict[date, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_week(self, today: date, counts: dict[date, int]) -> None:
        """Show the week around `today`; `counts` says how much happened on a day (0–4 and more)."""
        self._today, self._counts = today, dict(counts)
        names = (
            self.tr("{day}: {count}").format(
                day=self.locale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat),
                count=counts.get(day, 0),
            )
            for day in self.days()
        )
        self.setAccessibleName(", ".join(names))
        self.update()

    def days(self) -> Sequence[date]:
        """The seven days shown, in order."""
        first = self.locale().firstDayOfWeek().value
        start = self._today - timedelta(days=(self._today.isoweekday() - first) % 7)
        return [start + timedelta(days=step) for step in range(7)]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(7 * _SQUARE + 6 * _GAP), theme.px(_SQUARE + _LETTERS))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(7 * 16), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        gap = theme.px(_GAP)
        wide = min(theme.px(56), (self.width() - 6 * gap) / 7)
        with painting(self) as painter:
            for place, day in enumerate(self.days()):
                spot = QRect(round(place * (wide + gap)), 0, round(wide), theme.px(_SQUARE))
                self._paint_day(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), spot), day)

    def _paint_day(self, painter: QPainter, spot: QRect, day: date) -> None:
        tokens, today = theme.current(), day == self._today
        heat = tokens.heat[min(4, self._counts.get(day, 0))]
        rounded(painter, spot, theme.px(theme.RADIUS_S), heat, tokens.accent if today else None, 2)
        letter = self.locale().dayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)
        if letter.isdigit():  # some locales know no letters
            letter = self.locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)[:1]
        painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD if today else theme.REGULAR))
        painter.setPen(QColor(tokens.text if today else tokens.text3))
        below = QRect(spot.left(), spot.bottom() + 1, spot.width(), theme.px(_LETTERS))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), letter)
