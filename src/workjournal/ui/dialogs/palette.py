"""The palette: type a few letters, go anywhere, do anything."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from workjournal.ui import form
from workjournal.ui.commands import Commands
from workjournal.ui.widgets.palette_list import PaletteList

_MOST_PER_GROUP = 8


@dataclass(frozen=True)
class PaletteItem:
    """Something to choose: a screen, a command, something found.

    Attributes:
        group: small heading it stands under.
        icon: a Lucide name.
        text: what it is.
        hint: what tells it from its like, "12 Aug 2026".
        shortcut: keys that do the same.
        run: called when it is chosen, after the palette has closed.
    """

    group: str
    icon: str
    text: str
    hint: str = ""
    shortcut: str = ""
    run: Callable[[], object] = lambda: None

    @property
    def id(self) -> object:
        return self

    def spoken(self) -> str:
        return ", ".join(part for part in (self.text, self.hint, self.group, self.shortcut) if part)


def items_of(commands: Commands, group: str = "") -> list[PaletteItem]:
    """The commands as items; those without a group stand under `group`."""
    return [
        PaletteItem(command.group or group, command.icon, command.text, "", command.keys(), command.run)
        for command in commands
    ]


class Palette(QFrame):
    """An overlay over its parent. Arrows move, Enter runs, Esc or a click beside it closes.

    Results of a search are added with `set_found` whenever `queried` asks for them.
    """

    queried = Signal(str)
    """What is typed; answer with set_found(query, items), at once or later."""
    closed = Signal()

    card: QFrame
    query: QLineEdit
    results: PaletteList
    nothing: QLabel
    count: QLabel

    def __init__(self, parent: QWidget, items: Sequence[PaletteItem]) -> None:
        super().__init__(parent)
        self._over = parent
        self._items = list(items)
        self._found: list[PaletteItem] = []
        self._before: QWidget | None = None
        form.fill(self, "palette")
        self.query.textChanged.connect(self._search)
        self.query.installEventFilter(self)
        self.results.opened.connect(self._run)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Cover the parent and take the keyboard."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.query.clear()
        self._search("")
        self.show()
        self.raise_()
        self.query.setFocus()

    def close_up(self) -> None:
        """Go away and give the keyboard back."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def set_items(self, items: Sequence[PaletteItem]) -> None:
        """Replace the screens and commands offered."""
        self._items = list(items)

    def set_found(self, query: str, items: Sequence[PaletteItem]) -> None:
        """Show what a search found; dropped if something else has been typed meanwhile."""
        if query == self.query.text():
            self._found = list(items)
            self._list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        if watched is self.query and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        # Tab must not wander into the page below.
        self.results.step(1 if onward else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_up()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(0.45)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        painter.end()

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.results.step(step)
            self._announce()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self.results.current_id())
        else:
            return False
        return True

    def _announce(self) -> None:
        item = self.results.current_id()
        if isinstance(item, PaletteItem):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.query, item.spoken()))

    def _run(self, item: object) -> None:
        if isinstance(item, PaletteItem):
            self.close_up()
            item.run()

    def _search(self, text: str) -> None:
        self._found = []
        self._list()
        self.queried.emit(text)

    def _list(self) -> None:
        words = _plain(self.query.text()).split()
        fitting = [
            item for item in self._items if all(word in _plain(f"{item.text} {item.group}") for word in words)
        ]
        if words:
            fitting.sort(key=lambda item: not _plain(item.text).startswith(words[0]))
        groups: dict[str, list[PaletteItem]] = {}
        for item in [*self._found, *fitting]:
            groups.setdefault(item.group, []).append(item)
        shown = {group: items if not words else items[:_MOST_PER_GROUP] for group, items in groups.items()}
        self.results.set_groups(shown)
        number = sum(map(len, shown.values()))
        self.results.setVisible(number > 0)
        self.nothing.setVisible(not number)
        self.count.setText(self.tr("%n result(s)", "", number))


def _plain(text: str) -> str:
    """Without case and accents, so that "cafe" finds "Café"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
