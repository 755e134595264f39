"""A rating of oneself, 0 to 100 in steps of five, or none."""

from PySide6.QtCore import Property, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, painting, rounded

_STEP, _KNOB, _FIRST = 5, 28, 50
_CLEARING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_MOVING = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class Rating(QSlider):
    """A slider that may be unset; its USER property `rating` is an int or None.

    Arrow keys move by 5 and page keys by 20, Delete clears, a click sets. In a form, `low` and `high` are the words
    at the ends.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._unset = True
        self._low, self._high = self.tr("Low"), self.tr("High")
        self._before: int | None = None
        self.setRange(0, 100)
        self.setSingleStep(_STEP)
        self.setPageStep(4 * _STEP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._snap)
        self._tell()

    def set_words(self, low: str, high: str) -> None:
        """The words at the two ends."""
        self._low, self._high = low, high
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(_KNOB + 4 + 18))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEARING:
            self._set_rating(None)
        elif self._unset and event.key() in _MOVING:
            self._set_rating(_FIRST)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._set_rating(0 if event.key() == Qt.Key.Key_Home else 100)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif not self._unset and self._clear_spot().contains(event.position().toPoint()):
            self._set_rating(None)
        elif event.position().y() <= theme.px(_KNOB + 4):
            self.setSliderDown(True)
            self._set_rating(self._value_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._set_rating(self._value_at(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - any release ends it
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls; a rating must not change because the pointer happened to pass it.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        with painting(self) as painter:
            self._paint_track(painter)
            if not self._unset:
                self._paint_knob(painter)
            self._paint_words(painter)

    def _paint_track(self, painter: QPainter) -> None:
        tokens, track = theme.current(), self._track()
        rounded(painter, track, track.height() / 2, tokens.hover)
        middle = track.center().y() + 0.5
        if not self._unset:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            end = round(self._x(self.value()))
            done = (
                track.adjusted(end - track.left(), 0, 0, 0)
                if rtl
                else track.adjusted(0, 0, end - track.right(), 0)
            )
            rounded(painter, done, track.height() / 2, tokens.accent if self.isEnabled() else tokens.control)
        painter.setPen(Qt.PenStyle.NoPen)
        for value in range(0, 101, 25):
            passed = not self._unset and value <= self.value()
            painter.setBrush(QColor(tokens.on_accent if passed else tokens.control))
            painter.drawEllipse(QPointF(self._x(value), middle), 2, 2)
        if self._unset and self.hasFocus():
            rounded(painter, track.adjusted(-3, -5, 3, 5), 8, None, tokens.accent, 2)

    def _paint_knob(self, painter: QPainter) -> None:
        tokens = theme.current()
        radius = theme.px(_KNOB) / 2
        middle = QPointF(self._x(self.value()), self._track().center().y() + 0.5)
        painter.setPen(QPen(QColor(tokens.surface), 2))
        painter.setBrush(QColor(tokens.accent if self.isEnabled() else tokens.control))
        painter.drawEllipse(middle, radius - 2, radius - 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawEllipse(middle, radius, radius)
        painter.setFont(
            theme.font(11 if self.value() == 100 else theme.CAPTION, theme.SEMIBOLD, tabular=True)
        )
        painter.setPen(QColor(tokens.on_accent))
        spot = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(self.value()))

    def _paint_words(self, painter: QPainter) -> None:
        tokens, font = theme.current(), theme.font(theme.CAPTION)
        row = self._words()
        elided(painter, row, self._low, font, tokens.text2)
        elided(painter, row, self._high, font, tokens.text2, trailing=True)
        painter.setPen(QColor(tokens.text3))
        if self._unset:
            painter.drawText(row, int(Qt.AlignmentFlag.AlignCenter), self.tr("Not rated"))
        elif (self.underMouse() or self.hasFocus()) and self.isEnabled():
            painter.setPen(QColor(tokens.accent))
            painter.drawText(row, int(Qt.AlignmentFlag.AlignCenter), self.tr("Clear"))

    def _track(self) -> QRect:
        knob = theme.px(_KNOB)
        return QRect(knob // 2 - 4, knob // 2 - 1, self.width() - knob + 8, theme.px(6))

    def _words(self) -> QRect:
        return QRect(2, theme.px(_KNOB + 4), self.width() - 4, theme.px(18))

    def _clear_spot(self) -> QRect:
        row = self._words()
        return QRect(row.center().x() - theme.px(30), row.top(), theme.px(60), row.height())

    def _x(self, value: int) -> float:
        track = self._track().adjusted(4, 0, -4, 0)
        upside = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QStyle.sliderPositionFromValue(0, 100, value, track.width(), upside) + track.left()

    def _value_at(self, point: QPointF) -> int:
        track = self._track().adjusted(4, 0, -4, 0)
        upside = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QStyle.sliderValueFromPosition(0, 100, round(point.x()) - track.left(), track.width(), upside)

    def _snap(self, value: int) -> None:
        even = round(value / _STEP) * _STEP
        if even != value:
            self.setValue(even)
            return
        # A new value from outside, from assistive technology for one, is a rating.
        self._unset = False
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(
            self.tr("not rated")
            if self._unset
            else self.tr("{value} of 100, from {low} to {high}").format(
                value=self.value(), low=self._low, high=self._high
            )
        )
        self.update()
        if self._get_rating() != self._before:
            self._before = self._get_rating()
            self.changed.emit()

    def _get_rating(self) -> int | None:
        return None if self._unset else self.value()

    def _set_rating(self, rating: int | None) -> None:
        if rating is None:
            self.blockSignals(True)
            self.setValue(_FIRST)
            self.blockSignals(False)
        else:
            self.setValue(round(rating / _STEP) * _STEP)
        self._unset = rating is None
        self._tell()

    rating: int | None = Property(object, _get_rating, _set_rating, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
    low: str = Property(str, lambda self: self._low, lambda self, word: self.set_words(word, self._high))  # type: ignore[assignment]
    high: str = Property(str, lambda self: self._high, lambda self, word: self.set_words(self._low, word))  # type: ignore[assignment]
