"""The list in the palette: small headings, rows with an icon, a hint and keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.marked_text import Marks, paint_marked, width_of
from workjournal.ui.widgets.painting import elided, rounded
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_ROW, _TALL, _HEADING, _LINE = 46, 56, 28, 20


@dataclass(frozen=True)
class Heading:
    """A small heading between the rows."""

    text: str
    id: object = None

    def spoken(self) -> str:
        return self.text


@dataclass(frozen=True)
class PaletteItem:
    """Something to choose: a screen, a command, something found, a way for the line to go on.

    Attributes:
        group: small heading it stands under.
        icon: a Lucide name.
        text: what it is.
        hint: what tells it from its like, "12 Aug 2026".
        shortcut: keys that do the same.
        run: called when it is chosen, after the palette has closed.
        line: instead of closing and running, what is then in the field.
        second: what it says, on a line below; `marks` and `second_marks` are the places of what was looked for.
        is_screen: whether the beginning of its name is enough to stand first.
    """

    group: str
    icon: str
    text: str
    hint: str = ""
    shortcut: str = ""
    run: Callable[[], object] = field(default=lambda: None, compare=False)
    line: str = ""
    second: str = ""
    marks: Marks = field(default=())
    second_marks: Marks = field(default=())
    is_screen: bool = False

    @property
    def id(self) -> object:
        return self

    def spoken(self) -> str:
        parts = (self.text, self.hint, self.second, self.group, self.shortcut)
        return ", ".join(part for part in parts if part)


class _Rows(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - three heights only
        row = index.data(ROW)
        if isinstance(row, Heading):
            return QSize(200, theme.px(_HEADING))
        return QSize(200, theme.px(_TALL if row is not None and row.second else _ROW))

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
        left, right = mark.right() + theme.px(12), self._paint_keys(painter, rect, row.shortcut)
        self._paint_words(
            painter, QRect(left, rect.top(), right - left, rect.height()), rect, row, chosen=chosen
        )
        painter.restore()

    def _paint_words(
        self, painter: QPainter, words: QRect, rect: QRect, row: PaletteItem, *, chosen: bool
    ) -> None:
        """Title and hint, and below them what was found."""
        tokens, line = theme.current(), theme.px(_LINE)
        heavy = chosen and not row.marks  # what was looked for must stand out of it
        font = theme.font(theme.BODY, theme.SEMIBOLD if heavy else theme.REGULAR)
        if row.second:
            below = QRect(words.left(), words.center().y() + 1, words.width(), line)
            small = theme.font(theme.CAPTION)
            paint_marked(
                painter, self._mirror(rect, below), row.second, row.second_marks, small, tokens.text2
            )
            words = QRect(words.left(), words.center().y() - line, words.width(), line)
        hint_font = theme.font(theme.CAPTION)
        hint_wide = QFontMetrics(hint_font).horizontalAdvance(row.hint) + 4 if row.hint else 0
        room = words.width() - (hint_wide + theme.px(12) if hint_wide < words.width() // 2 else 0)
        wide = min(ceil(width_of(row.text, row.marks, font)) + 4, room)
        title = QRect(words.left(), words.top(), wide, words.height())
        paint_marked(painter, self._mirror(rect, title), row.text, row.marks, font, tokens.text)
        left = title.right() + theme.px(12)
        hint = QRect(left, words.top(), words.right() - left, words.height())
        if row.hint and hint.width() > theme.px(30):
            elided(painter, self._mirror(rect, hint), row.hint, hint_font, tokens.text3)

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

    def set_groups(self, groups: Mapping[str, Sequence[AnyRow]], *, stay: bool = False) -> None:
        """Show the groups in order and make the first row current, or let the row that was so `stay`."""
        before = self.current_id() if stay else None
        rows: list[AnyRow] = []
        for group, members in groups.items():
            rows += [Heading(group), *members]
        self.set_rows(rows)
        if before is not None and self.current_id() == before:
            return
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
