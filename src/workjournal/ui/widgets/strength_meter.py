"""How strong a passphrase is: four bars and words, so never by colour alone."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import elided, painting, rounded

_TONES = ("danger", "danger", "warn", "ok", "ok")


class StrengthMeter(QLabel):
    """Four bars of which `score` (0–4) are filled, above the words for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_strength(self, score: int, text: str) -> None:
        """Show a score from 0 to 4 and what it means; an empty text shows empty bars."""
        self._score = max(0, min(4, score))
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(6 + 8 + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        tokens, gap, high = theme.current(), 4, theme.px(6)
        wide = (self.width() - 3 * gap) / 4
        ink = getattr(tokens, _TONES[self._score])
        filled = max(1, self._score) if self.text() else 0
        with painting(self) as painter:
            for bar in range(4):
                spot = QRect(round(bar * (wide + gap)), 0, round(wide), high)
                spot = QStyle.visualRect(self.layoutDirection(), self.rect(), spot)
                rounded(painter, spot, high / 2, ink if bar < filled else tokens.hover)
            if not self.text():
                return
            side, row = theme.px(16), self.rect().adjusted(0, high + theme.px(8), 0, 0)
            spot = QStyle.visualRect(self.layoutDirection(), row, QRect(0, row.top() + 2, side, side))
            icons.paint(painter, spot, "check" if self._score >= 3 else "triangle-alert", ink)
            words = QStyle.visualRect(self.layoutDirection(), row, row.adjusted(side + 6, 0, 0, 0))
            elided(painter, words, self.text(), theme.font(theme.SMALL), tokens.text2)
