"""The plainer list: a leading icon or date, a title, a second line, something at the end; groups with headings.

Every row, a heading too, is equally tall, so that a list of 100,000 opens as fast as one of ten.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Property, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.chip import chip_size, paint_chip
from workjournal.ui.widgets.painting import elided, rounded
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_HEIGHT, _PAD, _LEAD, _TIME = 60, 14, 38, 44


class RowChip(NamedTuple):
    """A chip at the end of a row."""

    text: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        id: what the signals carry; None makes the row a heading that shows only its title.
        title: first line, in semibold.
        second: second line.
        icon: leading Lucide name; tone colours it.
        picture: instead of it, a small picture, as wide as high.
        block: instead of an icon, a date block: small word above, figure below ("NOV", "19").
        chips: at the end.
        lead: instead of an icon, a short word or time ("16:40").
        number: at the very end, "65" or "3 days".
        action: a word to press at the end ("Reflect").
        group: `grouped` puts a heading above the first row of each group.
    """

    id: object
    title: str
    second: str = ""
    icon: str = ""
    tone: str = ""
    block: tuple[str, str] | None = None
    chips: tuple[RowChip, ...] = ()
    number: str = ""
    action: str = ""
    group: str = ""
    lead: str = ""
    picture: QPixmap | None = None

    def spoken(self) -> str:
        parts = (
            " ".join(self.block or ()),
            self.lead,
            self.title,
            self.second,
            *(chip.text for chip in self.chips),
            self.number,
        )
        return ", ".join(part for part in parts if part)


def grouped(rows: Iterable[Row]) -> list[Row]:
    """The rows with a heading before each change of group."""
    made: list[Row] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            made.append(Row(id=None, title=group))
        made.append(row)
    return made


class RowDelegate(SpotDelegate):
    """Paints a Row; also for models of one's own that give a Row under the role ROW."""

    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def spots(self, rect: QRect, row: AnyRow) -> Mapping[str, QRect]:
        if not isinstance(row, Row) or not row.action:
            return {}
        wide = QFontMetrics(theme.font(theme.BODY, theme.SEMIBOLD)).horizontalAdvance(row.action) + theme.px(
            20
        )
        high = theme.px(32)
        spot = QRect(rect.right() - theme.px(8) - wide, rect.center().y() - high // 2 + 1, wide, high)
        return {"action": self._mirror(rect, spot)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(ROW)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, tokens = option.rect, theme.current()
        if row.id is None:
            line = rect.adjusted(theme.px(_PAD), rect.height() - theme.px(30), -theme.px(_PAD), 0)
            elided(painter, line, row.title, theme.font(theme.SMALL, theme.SEMIBOLD), tokens.text2)
        else:
            self.paint_ground(painter, option, index)
            left = self._paint_lead(painter, rect, row)
            right = self._paint_end(painter, rect, row, left + theme.px(150))
            self._paint_words(painter, QRect(left, rect.top(), right - left, rect.height()), rect, row)
        painter.restore()

    def _paint_lead(self, painter: QPainter, rect: QRect, row: Row) -> int:
        """The icon, date block or lead; returns where the words begin, reading from the left."""
        tokens, left = theme.current(), rect.left() + theme.px(_PAD)
        if row.lead:
            column = QRect(left, rect.top(), theme.px(_TIME), rect.height())
            font = theme.font(theme.SMALL, tabular=True)
            elided(painter, self._mirror(rect, column), row.lead, font, tokens.text2)
            return left + column.width() + theme.px(8)
        if not row.icon and row.block is None:
            return left
        side = theme.px(_LEAD)
        spot = self._mirror(rect, QRect(left, rect.center().y() - side // 2 + 1, side, side))
        if row.picture is not None:
            _paint_picture(painter, spot, row.picture)
            return left + side + theme.px(12)
        ink, ground = tokens.tone(row.tone)
        rounded(painter, spot, theme.RADIUS_M, ground)
        if row.block is not None:
            painter.setPen(QColor(tokens.text3 if not row.tone else ink))
            painter.setFont(theme.font(10, theme.MEDIUM))
            centre = Qt.AlignmentFlag.AlignCenter
            painter.drawText(spot.adjusted(0, theme.px(4), 0, -theme.px(21)), int(centre), row.block[0])
            painter.setPen(QColor(tokens.text if not row.tone else ink))
            painter.setFont(theme.font(theme.HEADING, theme.SEMIBOLD, tabular=True))
            painter.drawText(spot.adjusted(0, theme.px(14), 0, -theme.px(2)), int(centre), row.block[1])
        else:
            icons.paint(painter, icons.centred(spot, theme.px(20)), row.icon, ink)
        return left + side + theme.px(12)

    def _paint_end(self, painter: QPainter, rect: QRect, row: Row, least: int) -> int:
        """Action, number and chips from the end inwards, not before `least`; returns where the words must stop."""
        tokens, right = theme.current(), rect.right() - theme.px(_PAD)
        for spot in self.spots(rect, row).values():
            if spot.contains(self._view.pointer):
                rounded(painter, spot, theme.RADIUS_S, tokens.accent_soft)
            painter.setPen(QColor(tokens.accent))
            painter.setFont(theme.font(theme.BODY, theme.SEMIBOLD))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), row.action)
            right = self._mirror(rect, spot).left() - theme.px(6)
        if row.number:
            font = theme.font(theme.SMALL, tabular=True)
            wide = QFontMetrics(font).horizontalAdvance(row.number) + 4
            spot = QRect(right - wide, rect.top(), wide, rect.height())
            elided(painter, self._mirror(rect, spot), row.number, font, tokens.text2, trailing=True)
            right = spot.left() - theme.px(12)
        for chip in reversed(row.chips):
            size = chip_size(chip.text, chip.icon)
            if right - size.width() < least:
                break
            spot = QRect(
                right - size.width(), rect.center().y() - size.height() // 2 + 1, size.width(), size.height()
            )
            direction = self._view.layoutDirection()
            paint_chip(
                painter,
                self._mirror(rect, spot),
                chip.text,
                icon=chip.icon,
                tone=chip.tone,
                direction=direction,
            )
            right = spot.left() - theme.px(6)
        return right - theme.px(6)

    def _paint_words(self, painter: QPainter, words: QRect, rect: QRect, row: Row) -> None:
        tokens, font = theme.current(), theme.font(theme.BODY, theme.SEMIBOLD)
        if not row.second:
            elided(painter, self._mirror(rect, words), row.title, font, tokens.text)
            return
        line = theme.px(20)
        top = words.center().y() - line + 1
        first = QRect(words.left(), top, words.width(), line)
        elided(painter, self._mirror(rect, first), row.title, font, tokens.text)
        below = first.translated(0, line)
        elided(painter, self._mirror(rect, below), row.second, theme.font(theme.SMALL), tokens.text2)

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)


def _paint_picture(painter: QPainter, spot: QRect, picture: QPixmap) -> None:
    rounding = QPainterPath()
    rounding.addRoundedRect(QRectF(spot), theme.RADIUS_M, theme.RADIUS_M)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(rounding)
    painter.drawPixmap(spot, picture)
    painter.restore()


class RowList(SpotList):
    """A list of Row. In a form, `fit` makes it as tall as its rows (off by default)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)

    fit: bool = Property(bool, lambda self: self._fit, SpotList.set_fit)  # type: ignore[assignment] # a property of Qt reads as its value
