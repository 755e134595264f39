"""A pill with a word and perhaps an icon, in one of the tones; painted alike by itself and inside lists."""

from PySide6.QtCore import Property, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import elided, painting, rounded

_PAD, _GAP, _ICON = 10, 5, 14


def chip_size(text: str, icon: str = "") -> QSize:
    """How large a chip with that text is."""
    width = QFontMetrics(theme.font(theme.CAPTION, theme.MEDIUM)).horizontalAdvance(text) + 2 * theme.px(_PAD)
    return QSize(width + (theme.px(_ICON) + theme.px(_GAP) if icon else 0), theme.px(26))


def paint_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    icon: str = "",
    tone: str = "",
    direction: Qt.LayoutDirection,
) -> None:
    """Paint a chip into a rectangle of chip_size(); the neutral tone has a border, the others do not."""
    tokens = theme.current()
    ink, ground = tokens.tone(tone)
    rounded(painter, rect, rect.height() / 2, ground, None if ink != tokens.text2 else tokens.border)
    inner = rect.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
    if icon:
        side = theme.px(_ICON)
        spot = QRect(inner.left(), rect.center().y() - side // 2 + 1, side, side)
        icons.paint(painter, QStyle.visualRect(direction, inner, spot), icon, ink)
        text_rect = inner.adjusted(side + theme.px(_GAP), 0, 2, 0)
        inner = QStyle.visualRect(direction, inner, text_rect)
    else:
        inner = inner.adjusted(0, 0, 2, 0)
    elided(painter, inner, text, theme.font(theme.CAPTION, theme.MEDIUM), ink)


class Chip(QLabel):
    """A chip by itself; in a form set text, icon ("trophy") and tone ("ok", "warn", "info", "accent", "danger")."""

    def __init__(self, parent: QWidget | None = None, text: str = "", icon: str = "", tone: str = "") -> None:
        super().__init__(text, parent)
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        with painting(self) as painter:
            paint_chip(
                painter,
                self.rect(),
                self.text(),
                icon=self._icon,
                tone=self._tone,
                direction=self.layoutDirection(),
            )

    icon: str = Property(str, lambda self: self._icon, set_icon)  # type: ignore[assignment] # a property of Qt reads as its value
    tone: str = Property(str, lambda self: self._tone, set_tone)  # type: ignore[assignment]
