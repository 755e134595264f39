"""The list in the palette: small headings, rows with an icon, a hint and keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import elided, rounded
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_ROW, _HEADING = 46, 28


@dataclass(frozen=True)
class Heading:
    """A small heading between the rows."""

    text: str
    id: object = None

    def spoken(self) -> str:
        return self.text


class _Rows(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - two heights only
        return QSize(200, theme.px(_HEADING if isinstance(index.data(ROW), Heading) else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, tokens = index.data(ROW), option.rect, theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            line = rect.adjusted(theme.px(14), theme.px(4), 0, 0)
            elided(
                painter,
                self._mirror(rect, line),
                row.text,
                theme.font(theme.CAPTION, theme.SEMIBOLD),
                tokens.text3,
            )
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or rect.contains(self._view.pointer):
            rounded(painter, rect, theme.RADIUS_M, tokens.accent_soft if chosen else tokens.hover)
        side = theme.px(18)
        mark = QRect(rect.left() + theme.px(14), rect.center().y() - side // 2 + 1, side, side)
        icons.paint(painter, self._mirror(rect, mark), row.icon, tokens.accent if chosen else tokens.text2)
        right = self._paint_keys(painter, rect, row.shortcut)
        font = theme.font(theme.BODY, theme.SEMIBOLD if chosen else theme.REGULAR)
        left = mark.right() + theme.px(12)
        wide = min(QFontMetrics(font).horizontalAdvance(row.text) + 4, right - left)
        words = QRect(left, rect.top(), wide, rect.height())
        elided(painter, self._mirror(rect, words), row.text, font, tokens.text)
        hint = QRect(
            words.right() + theme.px(12), rect.top(), right - words.right() - theme.px(12), rect.height()
        )
        if row.hint and hint.width() > theme.px(30):
            elided(painter, self._mirror(rect, hint), row.hint, theme.font(theme.CAPTION), tokens.text3)
        painter.restore()

    def _paint_keys(self, painter: QPainter, rect: QRect, keys: str) -> int:
        right = rect.right() - theme.px(14)
        if not keys:
            return right
        tokens, font = theme.current(), theme.font(11, theme.MEDIUM)
        wide = QFontMetrics(font).horizontalAdvance(keys) + theme.px(12)
        spot = QRect(right - wide, rect.center().y() - theme.px(10) + 1, wide, theme.px(20))
        seen = self._mirror(rect, spot)
        rounded(painter, seen, 5, tokens.sunken, tokens.border)
        painter.setFont(font)
        painter.setPen(theme.color("text3"))
        painter.drawText(seen, int(Qt.AlignmentFlag.AlignCenter), keys)
        return spot.left() - theme.px(12)

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)


class PaletteList(SpotList):
    """Rows under headings; the keyboard stays in the line above, which calls `step`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Results"))

    def set_groups(self, groups: Mapping[str, Sequence[AnyRow]]) -> None:
        """Show the groups in order and make the first row current."""
        rows: list[AnyRow] = []
        for group, members in groups.items():
            rows += [Heading(group), *members]
        self.set_rows(rows)
        self.clearSelection()
        self._put(1 if rows else -1)

    def step(self, by: int) -> None:
        """Move on by so many rows, over the headings, around the ends."""
        places = [place for place, row in enumerate(self.rows()) if row.id is not None]
        if not places:
            return
        now = self.currentIndex().row()
        at = places.index(now) if now in places else 0
        self._put(places[(at + by) % len(places)])

    def _put(self, place: int) -> None:
        index = self.model().index(place, 0)
        self.setCurrentIndex(index)
        if place == 1:
            self.scrollToTop()
        else:
            self.scrollTo(index)
