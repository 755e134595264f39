"""Lessons in a column: the sentence, when it is meant, how far it has come, and whether it worked."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.chip import chip_size, paint_chip
from workjournal.ui.widgets.painting import elided, lines
from workjournal.ui.widgets.row_list import RowChip
from workjournal.ui.widgets.spot_list import ROW, Index, SpotDelegate, SpotList

_HEIGHT, _PAD, _LINE, _CHIP = 118, 14, 20, 26


@dataclass(frozen=True)
class LessonRow:
    """A lesson: its sentence (two lines at most), its trigger, its state as a chip, its applications in words."""

    id: object
    text: str
    trigger: str
    state: RowChip
    tally: str = ""

    def spoken(self) -> str:
        parts = (self.text, self.trigger, self.state.text, self.tally)
        return ", ".join(part for part in parts if part)


class _Delegate(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LessonRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        self.paint_ground(painter, option, index)
        self._paint_words(painter, rect, row)
        self._paint_foot(painter, rect, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: LessonRow) -> None:
        tokens, font = theme.current(), theme.font(theme.BODY, theme.SEMIBOLD)
        inner = self._inner(rect)
        line = QRect(inner.left(), inner.top(), inner.width(), theme.px(_LINE))
        for text in lines(row.text, font, inner.width()):
            elided(painter, line, text, font, tokens.text)
            line.translate(0, theme.px(_LINE))
        elided(painter, line, row.trigger, theme.font(theme.SMALL), tokens.text2)

    def _paint_foot(self, painter: QPainter, rect: QRect, row: LessonRow) -> None:
        inner, direction = self._inner(rect), self._view.layoutDirection()
        size = chip_size(row.state.text, row.state.icon)
        chip = QRect(inner.left(), inner.bottom() - size.height() + 1, size.width(), size.height())
        paint_chip(
            painter,
            QStyle.visualRect(direction, inner, chip),
            row.state.text,
            icon=row.state.icon,
            tone=row.state.tone,
            direction=direction,
        )
        font = theme.font(theme.CAPTION)
        left = chip.right() + theme.px(10)
        room = QRect(left, chip.top(), inner.right() - left + 1, chip.height())
        # A word cut off in the middle says less than none.
        if QFontMetrics(font).horizontalAdvance(row.tally) <= room.width():
            seen = QStyle.visualRect(direction, inner, room)
            elided(painter, seen, row.tally, font, theme.current().text2)

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(theme.px(_PAD), theme.px(12), -theme.px(_PAD), -theme.px(12))


class LessonList(SpotList):
    """A list of LessonRow; the current one is open beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
