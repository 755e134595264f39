"""Where one is in something that is filled in steps, and the way to each of them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStyle, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import elided, focus_ring, painting, rounded

_CIRCLE, _GAP, _PAD, _HEIGHT = 24, 8, 8, 44


class StepButton(QPushButton):
    """One step: its number, or a tick where something is filled in, and its name; a line under the one that is open."""

    def __init__(self, number: int, name: str, parent: QWidget) -> None:
        super().__init__(name.replace("&", "&&"), parent)
        self._number, self._name, self._filled = number, name, False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_state(self, steps: int, *, current: bool, filled: bool) -> None:
        """Take the look of a state, and say it: "Step 2 of 5: The stretch, filled"."""
        self._filled = filled
        self.setChecked(current)
        words = (
            self.tr("Step {number} of {all}: {name}, filled")
            if filled
            else self.tr("Step {number} of {all}: {name}, still open")
        )
        self.setAccessibleName(words.format(number=self._number, all=steps, name=self._name))
        self.update()

    def is_filled(self) -> bool:
        """Whether it shows a tick."""
        return self._filled

    def nextCheckState(self) -> None:
        """A press alone opens no step: whoever shows the steps says which is open."""

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(theme.SMALL, theme.SEMIBOLD)).horizontalAdvance(self._name)
        return QSize(words + theme.px(_CIRCLE + _GAP + 2 * _PAD) + 4, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_CIRCLE + _GAP + 2 * _PAD + 24), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        tokens, pad = theme.current(), theme.px(_PAD)
        inner = self.rect().adjusted(pad, 0, -pad, 0)
        with painting(self) as painter:
            if self.underMouse():
                rounded(painter, self.rect().adjusted(0, 2, 0, -4), theme.px(6), tokens.hover)
            line = QRect(0, self.height() - theme.px(3), self.width(), theme.px(3))
            rounded(painter, line, 1.5, tokens.accent if self.isChecked() else tokens.border)
            side = theme.px(_CIRCLE)
            circle = QRect(inner.left(), (self.height() - theme.px(3) - side) // 2, side, side)
            self._paint_circle(painter, QStyle.visualRect(self.layoutDirection(), inner, circle))
            words = inner.adjusted(side + theme.px(_GAP), 0, 2, -theme.px(3))
            weight = theme.SEMIBOLD if self.isChecked() else theme.MEDIUM
            ink = tokens.text if self.isChecked() or self._filled else tokens.text2
            spot = QStyle.visualRect(self.layoutDirection(), inner, words)
            elided(painter, spot, self._name, theme.font(theme.SMALL, weight), ink)
            if self.hasFocus():
                focus_ring(painter, self.rect().adjusted(0, 1, 0, -theme.px(4)), theme.px(6))

    def _paint_circle(self, painter: QPainter, spot: QRect) -> None:
        tokens, current = theme.current(), self.isChecked()
        ground, ink = (tokens.surface, tokens.text2)
        if current:
            ground, ink = tokens.accent, tokens.on_accent
        elif self._filled:
            ground, ink = tokens.accent_soft, tokens.accent
        plain = not current and not self._filled
        painter.setPen(QPen(QColor(tokens.control), 1) if plain else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        radius = spot.width() / 2 - 0.5
        painter.drawEllipse(QPointF(spot.center()) + QPointF(0.5, 0.5), radius, radius)
        if self._filled:
            icons.paint(painter, icons.centred(spot, theme.px(14)), "check", ink)
            return
        painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD, tabular=True))
        painter.setPen(QColor(ink))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), self.locale().toString(self._number))


class StepBar(QWidget):
    """A row of buttons, one a step. It only asks: `chosen` gives the place of a pressed one, counted from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[StepButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._row = row
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, names: Iterable[str]) -> None:
        """The names of the steps in their order; to be called once."""
        for place, name in enumerate(names):
            button = StepButton(place + 1, name, self)
            button.clicked.connect(lambda *, place=place: self.chosen.emit(place))
            self._row.addWidget(button, 1)
            self.buttons.append(button)
        self.show_state(0, [False] * len(self.buttons))

    def show_state(self, current: int, filled: Sequence[bool]) -> None:
        """Which step is open, -1 for none or all, and in which something is filled in."""
        for place, button in enumerate(self.buttons):
            button.show_state(len(self.buttons), current=place == current, filled=filled[place])
