"""The palette: type a few letters, find anything, go anywhere, do anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from workjournal.domain.folding import fold
from workjournal.ui import form, theme
from workjournal.ui.commands import Commands
from workjournal.ui.widgets.palette_list import PaletteItem, PaletteList

__all__ = ["Found", "Offers", "Palette", "PaletteItem", "items_of"]

_SIZE = QSize(640, 470)
"""Of the card, where there is room."""
_MOST_PER_GROUP = 8
_BEGINNING = 3
"""Letters of a screen's name after which it stands before what was found."""
_TOLD_AFTER_MS = 600
COMMANDS = ">"
"""Typed first, it leaves screens and commands alone."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True)
class Found:
    """What came of a search.

    Attributes:
        items: in their order.
        told: how many there are, in words.
        problem: what is wrong with the line.
    """

    items: Sequence[PaletteItem] = ()
    told: str = ""
    problem: str = ""


Offers = tuple[Sequence[PaletteItem], Sequence[PaletteItem]]
"""Ways for the line to go on: those that stand first, and those that stand last."""


def items_of(commands: Commands, group: str = "", screens: str = "") -> list[PaletteItem]:
    """The commands as items; those without a group stand under `group`, and those of `screens` are screens."""
    return [
        PaletteItem(
            command.group or group,
            command.icon,
            command.text,
            "",
            command.keys(),
            command.run,
            is_screen=bool(screens) and command.group == screens,
        )
        for command in commands
    ]


class Palette(QFrame):
    """An overlay over its parent. Arrows move, Enter runs, Esc or a click beside it closes, Tab completes.

    Results of a search are added with `set_found` whenever `queried` asks for them; until then those of the line
    before stay, and Enter waits.
    """

    queried = Signal(str)
    """What is typed; answer with `expect`, and later set_found(query, found), or with set_found alone."""
    all_asked = Signal(str)
    """Everything that this line finds is wanted: Ctrl+Enter."""
    closed = Signal()

    card: QFrame
    query: QLineEdit
    problem: QLabel
    results: PaletteList
    nothing: QLabel
    count: QLabel

    def __init__(self, parent: QWidget, items: Sequence[PaletteItem]) -> None:
        super().__init__(parent)
        self._over = parent
        self._items, self._recent = list(items), list[PaletteItem]()
        self._found = Found()
        self._expecting = self._entered = self._moved = False
        self._before: QWidget | None = None
        self.offers: Callable[[str], Offers] = lambda _line: ((), ())
        """How a line can go on."""
        form.fill(self, "palette")
        self._tell = QTimer(self, interval=_TOLD_AFTER_MS, singleShot=True)
        self._tell.timeout.connect(lambda: self._say(self.problem.text() or self.count.text()))
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
        self._fit()
        self.query.clear()
        self._search("")
        self.show()
        self.raise_()
        self.query.setFocus()

    def close_up(self) -> None:
        """Go away and give the keyboard back; nothing of the journal stays in it."""
        self._tell.stop()
        self.hide()
        self._found, self._recent = Found(), []
        self.query.clear()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_items(self, items: Sequence[PaletteItem], recent: Sequence[PaletteItem] = ()) -> None:
        """Replace the screens and commands offered, and what is offered above them before anything is typed."""
        self._items, self._recent = list(items), list(recent)

    def expect(self) -> None:
        """The answer to the present line comes later."""
        self._expecting = True

    def set_found(self, query: str, found: Found) -> None:
        """Show what a search found; dropped if something else has been typed meanwhile."""
        if query != self.query.text() or not self.isVisible():
            return
        self._found, self._expecting = found, False
        self._list()
        self._tell.start()
        if self._entered:
            self._enter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        if watched is self.query and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in {*_ENTER, Qt.Key.Key_Escape}:
                event.accept()  # the page below may have a shortcut of these
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab must not wander into the page below: it takes what completes the line, or moves."""
        item = next((item for item in self._shown() if item.line), None) if onward else None
        if item is not None:
            self._run(item)
        else:
            self._step(1 if onward else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_up()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(0.45)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        painter.end()

    def _fit(self) -> None:
        """The card as large as it is wanted, and as there is room for."""
        layout = self.layout()
        assert layout is not None
        room = self.contentsRect().marginsRemoved(layout.contentsMargins()).size()
        self.card.setFixedSize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(room))

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ask_all()
        elif event.key() in _ENTER:
            self._enter()
        else:
            return False
        return True

    def ask_all(self) -> None:
        """Close, and have everything shown that the line finds."""
        line = self.query.text().strip()
        if line and not line.startswith(COMMANDS):
            self.close_up()
            self.all_asked.emit(line)

    def _enter(self) -> None:
        """Run what is chosen, or what will be found for what is typed by now."""
        item = self.results.current_id()
        surely = isinstance(item, PaletteItem) and (self._moved or item.line or self._is_begun(item))
        self._entered = self._expecting and not surely
        if not self._entered:
            self._run(item)

    def _is_begun(self, item: PaletteItem) -> bool:
        """Whether the line is the beginning of a screen's name, and not too short to be meant so."""
        line = fold(self.query.text().strip())
        return item.is_screen and len(line) >= _BEGINNING and fold(item.text).startswith(line)

    def _run(self, item: object) -> None:
        if not isinstance(item, PaletteItem):
            return
        if item.line:
            self.query.setText(item.line)
            return
        self.close_up()
        item.run()

    def _search(self, text: str) -> None:
        self._expecting = self._entered = self._moved = False
        if not text.strip() or text.startswith(COMMANDS):
            self._found = Found()
        if self.isVisible() or not text:
            self.queried.emit(text)
            self._list()

    def _list(self) -> None:
        line = self.query.text()
        only_commands = line.startswith(COMMANDS)
        words = fold(line.removeprefix(COMMANDS)).split()
        fitting = [
            item for item in self._items if all(word in fold(f"{item.text} {item.group}") for word in words)
        ]
        if words:
            fitting.sort(key=lambda item: not fold(item.text).startswith(words[0]))
        first = [item for item in fitting if self._is_begun(item)]
        rest = [item for item in fitting if item not in first]
        hits = [item for item in self._found.items if not item.line]
        mended = [item for item in self._found.items if item.line]
        top, bottom = ((), ()) if only_commands or not words else self.offers(line)
        recent = () if words or only_commands else self._recent
        self._show([*recent, *top, *first, *hits, *rest, *mended, *bottom], whole=not words or only_commands)

    def _show(self, items: Sequence[PaletteItem], *, whole: bool) -> None:
        groups: dict[str, list[PaletteItem]] = {}
        for item in items:
            groups.setdefault(item.group, []).append(item)
        shown = {group: members if whole else members[:_MOST_PER_GROUP] for group, members in groups.items()}
        self.results.set_groups(shown, stay=self._moved)
        number = sum(map(len, shown.values()))
        self.results.setVisible(number > 0)
        self.problem.setText(self._found.problem)
        self.problem.setVisible(bool(self._found.problem))
        self.nothing.setVisible(not number and not self._expecting and not self._found.problem)
        self.count.setText(self._found.told or self.tr("%n result(s)", "", number))

    def _shown(self) -> list[PaletteItem]:
        return [row for row in self.results.rows() if isinstance(row, PaletteItem)]

    def _step(self, by: int) -> None:
        self._moved, self._entered = True, False
        self.results.step(by)
        item = self.results.current_id()
        if isinstance(item, PaletteItem):
            self._tell.stop()
            self._say(item.spoken())

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.query, words))
