"""One line of text with the words that were looked for in it: heavier and in the accent."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from workjournal.ui import theme
from workjournal.ui.prose.units import utf16

Marks = Sequence[tuple[int, int]]
"""Places (start, end) in a text."""
_CUT = "…"
_LEAD = 12
"""Letters left before the first mark where a line has to begin later to show it."""


def paint_marked(painter: QPainter, rect: QRect, text: str, marks: Marks, font: QFont, ink: str) -> None:
    """Paint a text into a line, at the leading edge of the reading direction, shortened where it does not fit."""
    text, marks = fitted(text, marks, font, rect.width())
    layout = _laid_out(text, marks, font)
    line = layout.lineAt(0)
    right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = rect.right() + 1 - line.naturalTextWidth() if right else rect.left()
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(left, rect.top() + (rect.height() - line.height()) / 2))


def width_of(text: str, marks: Marks, font: QFont) -> float:
    """How wide the line is, its marks included."""
    layout = _laid_out(text, marks, font)  # which owns its lines
    return layout.lineAt(0).naturalTextWidth()


def fitted(text: str, marks: Marks, font: QFont, width: int) -> tuple[str, Marks]:
    """As much of a text as a line takes, with the first mark in it, and the marks that are left."""
    if width_of(text, marks, font) <= width:
        return text, marks
    end = _end(text, marks, font, width)
    if marks and marks[0][1] > end:
        begin = max(0, marks[0][0] - _LEAD)
        begin = text.find(" ", begin, marks[0][0]) + 1 or begin
        text = _CUT + text[begin:]
        marks = [(first - begin + len(_CUT), last - begin + len(_CUT)) for first, last in marks]
        if width_of(text, marks, font) <= width:
            return text, marks
        end = _end(text, marks, font, width)
    return _shortened(text, marks, end)


def _end(text: str, marks: Marks, font: QFont, width: int) -> int:
    """How many letters fit before the sign that more follows."""
    layout = _laid_out(text, marks, font)
    units = int(layout.lineAt(0).xToCursor(max(0, width)))
    end = len(utf16(text)[:units].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore"))
    while end and width_of(*_shortened(text, marks, end), font) > width:
        end -= 1
    return end


def _shortened(text: str, marks: Marks, end: int) -> tuple[str, Marks]:
    kept = text[:end].rstrip()
    return kept + _CUT, [(first, min(last, len(kept))) for first, last in marks if first < len(kept)]


def _laid_out(text: str, marks: Marks, font: QFont) -> QTextLayout:
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_format(text, first, last) for first, last in marks])
    layout.beginLayout()
    layout.createLine().setLineWidth(1 << 20)
    layout.endLayout()
    return layout


def _format(text: str, first: int, last: int) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFontWeight(theme.SEMIBOLD)
    look.setForeground(theme.color("accent"))
    made.start = len(utf16(text[:first]))
    made.length = len(utf16(text[first:last]))
    made.format = look
    return made
