"""The rail at the leading edge: where one can go, and that all of it is encrypted."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from workjournal.ui import icons, theme
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.painting import elided, rounded

_HEIGHTS = ((40, 4), (36, 2), (32, 0))
"""Of an item and of the gap below it; the first with which all of them fit. 32 is the smallest target (look.md)."""


class RailEntry(NamedTuple):
    """A screen on the rail: its key, what it is called, its icon and its shortcut."""

    key: str
    label: str
    icon: str
    shortcut: str = ""


class _Item(QPushButton):
    """An icon, a word and perhaps a number; in the compact rail the icon and a dot."""

    def __init__(self, icon: str, label: str, parent: QWidget, *, hint: str = "") -> None:
        super().__init__(label, parent)
        self._icon, self._hint = icon, hint
        self.badge = 0
        self.compact = False
        self.setProperty("role", "rail-item")
        self.setAutoDefault(True)  # Enter presses it too

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        tokens, side = theme.current(), theme.px(18 if self._hint and not self.compact else 20)
        pad = (self.width() - side) // 2 if self.compact else theme.px(12 if not self._hint else 10)
        self._at(painter, QRect(pad, (self.height() - side) // 2, side, side))
        if self.compact:
            if self.badge:
                rounded(painter, self._mirror(QRect(pad + side - 3, 8, 7, 7)), 4, tokens.accent)
            return
        words = self.rect().adjusted(pad + side + theme.px(10), 0, -theme.px(48), 0)
        ink = tokens.text if self.isChecked() else tokens.text2
        elided(painter, self._mirror(words), self.text(), self.font(), ink)
        if self._hint:
            self._paint_hint(painter)
        elif self.badge:
            self._paint_badge(painter)

    def _at(self, painter: QPainter, spot: QRect) -> None:
        tokens = theme.current()
        icons.paint(
            painter, self._mirror(spot), self._icon, tokens.accent if self.isChecked() else tokens.text2
        )

    def _paint_badge(self, painter: QPainter) -> None:
        tokens, wide = theme.current(), theme.px(20 if self.badge < 10 else 28)
        spot = QRect(
            self.width() - theme.px(10) - wide, (self.height() - theme.px(18)) // 2, wide, theme.px(18)
        )
        spot = self._mirror(spot)
        rounded(painter, spot, spot.height() / 2, tokens.accent_soft)
        painter.setFont(theme.font(11, theme.SEMIBOLD, tabular=True))
        painter.setPen(theme.color("accent"))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(min(self.badge, 99)))

    def _paint_hint(self, painter: QPainter) -> None:
        tokens, font = theme.current(), theme.font(11, theme.MEDIUM)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(self._hint) + theme.px(10)
        spot = QRect(
            self.width() - theme.px(8) - wide, (self.height() - theme.px(20)) // 2, wide, theme.px(20)
        )
        spot = self._mirror(spot)
        rounded(painter, spot, 5, tokens.sunken, tokens.border)
        painter.setPen(theme.color("text3"))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), self._hint)

    def _mirror(self, spot: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), spot)


class Rail(QFrame):
    """Logo, search, one button per screen, and at its foot what guards the journal."""

    chosen = Signal(str)
    """Key of the screen asked for."""
    asked = Signal(str)
    """ "search", "theme", "settings", "help", "menu" or "lock"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self._items: dict[str, _Item] = {}
        self._group = QButtonGroup(self)
        self.setProperty("role", "rail")
        self._logo = IconLabel(self, "footprints", 22, "accent")
        self._name = QLabel("Workjournal", self)
        self._name.setProperty("role", "heading")
        self._search = _Item("search", self.tr("Search or jump"), self, hint=self.tr("Ctrl K"))
        self._search.setProperty("role", "rail-search")
        self._search.clicked.connect(lambda: self.asked.emit("search"))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._guard = self._make_guard()
        self._guard_mark = IconLabel(self, "shield-check", 20, "ok")
        self._buttons = self._make_buttons()
        self._lay()
        self.set_compact(False)

    def set_screens(self, entries: Iterable[RailEntry]) -> None:
        """Make the buttons, in this order."""
        for entry in entries:
            item = _Item(entry.icon, entry.label, self)
            item.setCheckable(True)
            item.setToolTip(f"{entry.label}  {entry.shortcut}".strip())
            item.setAccessibleName(entry.label)
            item.clicked.connect(lambda _=False, key=entry.key: self.chosen.emit(key))
            self._group.addButton(item)
            self._items[entry.key] = item
            self._column.addWidget(item)
        self._order()
        self.set_compact(self._compact)

    def select(self, key: str) -> None:
        """Mark the screen that is shown; a key without a button marks none."""
        self._group.setExclusive(False)
        for name, item in self._items.items():
            item.setChecked(name == key)
        self._group.setExclusive(True)

    def set_badge(self, key: str, number: int) -> None:
        """How many things wait on a screen; 0 shows nothing."""
        item = self._items[key]
        item.badge = number
        item.setAccessibleDescription(self.tr("%n waiting", "", number) if number else "")
        item.update()

    def set_guard(self, text: str) -> None:
        """The second line of the card at the foot, "Backed up 2 days ago"."""
        self._second.setText(text)
        self._guard_mark.setToolTip(f"{self.tr('Encrypted on this device')}. {text}")

    def set_compact(self, compact: bool) -> None:
        """Icons only, 68 px wide."""
        self._compact = compact
        self.setFixedWidth(theme.px(theme.RAIL_COMPACT if compact else theme.RAIL_WIDTH))
        for item in (self._search, *self._items.values()):
            item.compact = compact
        self._search.setFixedHeight(theme.px(40 if compact else 36))
        self._search.setProperty("role", "rail-item" if compact else "rail-search")
        theme.restyle(self._search)
        self._name.setVisible(not compact)
        leading = (self.width() - self._logo.sizeHint().width()) // 2 - 12 if compact else 8
        self._head.setContentsMargins(leading, 4, 0, 6)
        for what in ("theme", "settings", "help"):
            self._buttons[what].setVisible(not compact)
        for button in self._buttons.values():
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._foot.setDirection(
            QHBoxLayout.Direction.TopToBottom if compact else QHBoxLayout.Direction.LeftToRight
        )
        self._fit()
        self.update()

    def fit_window(self, *, anew: bool = False) -> None:
        """Be compact in a narrow window, and only there; `anew` where all sizes are others now."""
        narrow = self.window().width() < theme.px(theme.TWO_COLUMNS)
        if anew or narrow != self._compact:
            self.set_compact(narrow)

    def is_compact(self) -> bool:
        return self._compact

    def minimumSizeHint(self) -> QSize:
        """With the items as low as they may become: what they are now must not keep a window high."""
        now = self._column.minimumSize().height()
        return super().minimumSizeHint() - QSize(0, now - len(self._items) * theme.px(_HEIGHTS[-1][0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            self._fit()

    def _fit(self) -> None:
        """In a low window the items stand closer, and the card at the foot gives way to its mark."""
        whole, number = self.layout(), len(self._items)
        assert whole is not None
        for guarded in (True, False):
            self._guard.setVisible(guarded and not self._compact)
            self._guard_mark.setVisible(self._compact or not guarded)
            whole.invalidate()
            room = self.height() - whole.minimumSize().height() + self._column.minimumSize().height()
            for high, gap in _HEIGHTS:
                self._column.setSpacing(theme.px(gap))
                for item in self._items.values():
                    item.setFixedHeight(theme.px(high))
                if number * theme.px(high) + (number - 1) * theme.px(gap) <= room:
                    return
            if self._compact:
                return

    def _make_guard(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        mark = IconLabel(card, "shield-check", 16, "ok")
        first = QLabel(self.tr("Encrypted on this device"), card)
        first.setProperty("role", "label")
        self._second = QLabel(card)
        self._second.setProperty("role", "caption")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(mark)
        line.addWidget(first)
        line.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 8, 9)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._second)
        return card

    def _make_buttons(self) -> dict[str, QPushButton]:
        made: dict[str, QPushButton] = {}
        for what, icon, words in (
            ("theme", "moon", self.tr("Switch between light and dark")),
            ("settings", "settings", self.tr("Change settings")),
            ("help", "circle-help", self.tr("Help for this page")),
            ("menu", "ellipsis", self.tr("All commands")),
            ("lock", "lock", self.tr("Lock the journal")),
        ):
            button = QPushButton(self)
            button.setProperty("role", "icon")
            button.setAutoDefault(True)
            button.setIcon(icons.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, what=what: self.asked.emit(what))
            made[what] = button
        return made

    def _lay(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._logo)
        head.addWidget(self._name)
        head.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(0, 4, 0, 0)
        self._foot.setSpacing(4)
        for what in ("theme", "settings", "help", "menu"):
            self._foot.addWidget(self._buttons[what], 0, Qt.AlignmentFlag.AlignHCenter)
        self._foot.addStretch(1)
        self._foot.addWidget(self._buttons["lock"], 0, Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._search)
        whole.addSpacing(4)
        whole.addLayout(self._column)
        whole.addStretch(1)
        whole.addWidget(self._guard)
        whole.addWidget(self._guard_mark, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addLayout(self._foot)

    def _order(self) -> None:
        before: QWidget = self._search
        for after in (*self._items.values(), *self._buttons.values()):
            QWidget.setTabOrder(before, after)
            before = after
