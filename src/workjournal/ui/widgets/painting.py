"""What the widgets that paint themselves share: rounded grounds, focus rings, elided and two-line texts."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintDevice, QPainter, QPen, QTextLayout, QTextOption

from workjournal.ui import theme


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter with smooth edges that is ended in every case."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def rounded(
    painter: QPainter,
    rect: QRect,
    radius: float,
    fill: str | None,
    border: str | None = None,
    width: float = 1,
) -> None:
    """A rounded rectangle whose border lies inside the rectangle, on whole pixels."""
    inset = width / 2 if border else 0
    painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def elided(
    painter: QPainter, rect: QRect, text: str, font: QFont, ink: str, *, trailing: bool = False
) -> None:
    """One line of text, leading or trailing edge of the reading direction, shortened where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    direction = painter.layoutDirection()
    right = trailing != (direction == Qt.LayoutDirection.RightToLeft)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    # The side is the page's, the order of the words is the text's own.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.setLayoutDirection(direction)


def lines(text: str, font: QFont, width: int, most: int = 2) -> list[str]:
    """The text broken into at most `most` lines of a width, the last one shortened where more follows."""
    flat = " ".join(text[:600].split())
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    broken = [flat[start:end].strip() for start, end in zip(starts, [*starts[1:], len(flat)], strict=True)]
    if len(broken) > most:
        rest = flat[starts[most - 1] :]
        broken = [
            *broken[: most - 1],
            QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width),
        ]
    return broken


def focus_ring(painter: QPainter, rect: QRect, radius: float) -> None:
    """The 2 px ring around what has the keyboard."""
    rounded(painter, rect, radius, None, theme.current().accent, 2)
