"""How many of how many, as a ring with the figures in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import painting

_SIDE, _STROKE = 48, 5


class Ring(QLabel):
    """n of m; readers hear its text, "7/10"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._whole = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_parts(self, done: int, whole: int) -> None:
        """Show `done` of `whole`."""
        self._done, self._whole = done, whole
        self.setText(f"{done}/{whole}")
        self.setAccessibleName(self.tr("{done} of {whole}").format(done=done, whole=whole))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        tokens, stroke = theme.current(), theme.px(_STROKE)
        circle = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        with painting(self) as painter:
            painter.setPen(QPen(QColor(tokens.border), stroke))
            painter.drawEllipse(circle)
            if self._whole and self._done:
                share = min(1.0, self._done / self._whole)
                turn = -1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else 1
                painter.setPen(
                    QPen(QColor(tokens.accent), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap),
                )
                painter.drawArc(circle, 90 * 16, round(turn * share * 360 * 16))
            painter.setPen(QColor(tokens.text))
            painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD, tabular=True))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
