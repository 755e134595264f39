"""Skills that a role needs: a bar of the rated level against the needed one, and the same in words."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import elided, rounded
from workjournal.ui.widgets.spot_list import ROW, Index, SpotDelegate, SpotList

_HEIGHT, _PAD, _LINE, _BAR, _NOTE, _MARK = 78, 14, 20, 8, 18, 3
_MOST = 6
"""So many rows are seen at once; the list scrolls from there on, and what is below it stays within reach."""


@dataclass(frozen=True)
class GapRow:
    """A skill with its rated level (None: never) and the needed one, 0–100; `words` says both."""

    id: object
    name: str
    rated: int | None
    needed: int
    words: str
    note: str = ""

    @property
    def reached(self) -> bool:
        return self.rated is not None and self.rated >= self.needed

    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.words, self.note) if part)


class _Delegate(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: GapRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, index)
        inner = option.rect.adjusted(theme.px(_PAD), theme.px(11), -theme.px(_PAD), -theme.px(11))
        line = QRect(inner.left(), inner.top(), inner.width(), theme.px(_LINE))
        if not row.note:
            line.translate(0, theme.px(_NOTE) // 2)
        self._paint_words(painter, line, row)
        bar = QRect(inner.left(), line.bottom() + theme.px(7), inner.width(), theme.px(_BAR))
        self._paint_bar(painter, bar, row)
        foot = QRect(inner.left(), bar.bottom() + theme.px(5), inner.width(), theme.px(_NOTE))
        elided(painter, foot, row.note, theme.font(theme.CAPTION), theme.current().text2)
        painter.restore()

    def _paint_words(self, painter: QPainter, line: QRect, row: GapRow) -> None:
        """The skill at the leading edge; at the trailing one the words, with a check where the level is reached."""
        tokens, small = theme.current(), theme.font(theme.SMALL, tabular=True)
        wide = min(QFontMetrics(small).horizontalAdvance(row.words) + 4, line.width() * 2 // 3)
        words = QRect(line.right() - wide + 1, line.top(), wide, line.height())
        ink = tokens.ok if row.reached else tokens.text2
        elided(painter, self._mirror(line, words), row.words, small, ink, trailing=True)
        end = words.left() - theme.px(6)
        if row.reached:
            side = theme.px(16)
            spot = QRect(end - side, line.center().y() - side // 2 + 1, side, side)
            icons.paint(painter, self._mirror(line, spot), "check", ink)
            end = spot.left() - theme.px(6)
        name = QRect(line.left(), line.top(), max(0, end - line.left()), line.height())
        font = theme.font(theme.BODY, theme.SEMIBOLD)
        elided(painter, self._mirror(line, name), row.name, font, tokens.text)

    def _paint_bar(self, painter: QPainter, bar: QRect, row: GapRow) -> None:
        """All of the scale; what is rated; what is missing in the warning's soft tone; a mark where the need is."""
        tokens, radius = theme.current(), bar.height() / 2
        rounded(painter, bar, radius, tokens.hover)
        need = self._part(bar, row.needed)
        if not row.reached:
            rounded(painter, self._mirror(bar, need), radius, tokens.warn_soft, tokens.warn)
        if row.rated:
            rated = self._mirror(bar, self._part(bar, row.rated))
            rounded(painter, rated, radius, tokens.ok if row.reached else tokens.accent)
        wide = theme.px(_MARK)
        mark = QRect(need.right() - wide + 1, bar.top() - theme.px(3), wide, bar.height() + theme.px(6))
        painter.fillRect(self._mirror(bar, mark), QColor(tokens.text))

    def _part(self, bar: QRect, level: int) -> QRect:
        return QRect(bar.left(), bar.top(), max(bar.height(), round(bar.width() * level / 100)), bar.height())

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)


class GapList(SpotList):
    """A list of GapRow, as tall as its rows up to six of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_gaps(self, rows: list[GapRow]) -> None:
        """Show these; the current one stays so, and so does the place."""
        at = self.verticalScrollBar().value()
        self.set_rows(rows)
        self.setFixedHeight(theme.px(_HEIGHT) * max(1, min(len(rows), _MOST)))
        self.verticalScrollBar().setValue(at)
