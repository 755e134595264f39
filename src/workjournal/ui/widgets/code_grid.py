"""A recovery code in numbered groups, as it is read, written down and typed."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import painting, rounded

GROUPS = 9
_COLUMNS, _GAP, _CELL, _NUMBER, _BETWEEN = 3, 10, 44, 18, 4
_INK = 20


class CodeGrid(QLabel):
    """Nine groups with their numbers below them. It cannot be selected or copied: paper is where a code belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._wrong: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_groups(self, groups: Sequence[str], wrong: Collection[int] = ()) -> None:
        """Show these groups; `wrong` are places (from 0) of those that cannot be right. The rest stays empty."""
        self._groups, self._wrong = tuple(groups[:GROUPS]), frozenset(wrong)
        self.setAccessibleName(self._spoken())
        self.update()

    def groups(self) -> tuple[str, ...]:
        """The groups that are seen."""
        return self._groups

    def sizeHint(self) -> QSize:
        row = theme.px(_CELL) + theme.px(_NUMBER)
        rows = GROUPS // _COLUMNS
        return QSize(theme.px(360), rows * row + (rows - 1) * theme.px(_BETWEEN))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        # A zero with a stroke and digits of one width; a code is copied letter by letter.
        ink = theme.font(_INK, theme.SEMIBOLD, tabular=True)
        ink.setFeature(QFont.Tag("zero"), 1)
        ink.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme.px(2))
        with painting(self) as painter:
            for place in range(GROUPS):
                self._paint_group(painter, ink, place)

    def _paint_group(self, painter: QPainter, ink: QFont, place: int) -> None:
        tokens, cell = theme.current(), self._cell(place)
        letters = self._groups[place] if place < len(self._groups) else ""
        wrong = place in self._wrong
        ground = tokens.danger_soft if wrong else tokens.sunken
        rounded(painter, cell, theme.RADIUS_M, ground, tokens.danger if wrong else None, 2)
        painter.setFont(ink)
        painter.setPen(theme.color("danger" if wrong else "text"))
        # The space after the last letter would push the group off its middle.
        painter.drawText(cell.adjusted(theme.px(2), 0, 0, 0), Qt.AlignmentFlag.AlignCenter, letters)
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(theme.color("danger" if wrong else "text3"))
        below = QRect(cell.left(), cell.bottom() + 1, cell.width(), theme.px(_NUMBER))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _cell(self, place: int) -> QRect:
        row, column = divmod(place, _COLUMNS)
        gap, high = theme.px(_GAP), theme.px(_CELL)
        wide = (self.width() - (_COLUMNS - 1) * gap) / _COLUMNS
        top = row * (high + theme.px(_NUMBER) + theme.px(_BETWEEN))
        cell = QRect(round(column * (wide + gap)), top, round(wide), high)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), cell)

    def _spoken(self) -> str:
        """Letter by letter, group by group."""
        told = []
        for number, letters in enumerate(self._groups, 1):
            word = self.tr("Group {number}, cannot be right: {letters}") if number - 1 in self._wrong else ""
            word = word or self.tr("Group {number}: {letters}")
            told.append(word.format(number=number, letters=" ".join(letters)))
        return "; ".join(told)
