"""The opened journal: rail, screens, toast, palette. Loads with the database, never before it is unlocked."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from workjournal.journal.journal import Journal
from workjournal.ui import tab_order, theme
from workjournal.ui.commands import Command, Commands
from workjournal.ui.dialogs.palette import Palette, items_of
from workjournal.ui.dialogs.shortcuts import ShortcutsDialog
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.screens import SCREENS
from workjournal.ui.widgets.rail import Rail, RailEntry
from workjournal.ui.widgets.toast import Toast


class Workspace(QWidget):
    """Shows one screen at a time and tells screens what changed; knows none of them by name but the first."""

    lock_asked = Signal()
    theme_asked = Signal()
    _changed = Signal(object)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._screens: dict[str, Screen] = {}
        self._kinds = {kind.name: kind for kind in SCREENS}
        self.rail = Rail(self)
        self.stack = QStackedWidget(self)
        self.commands = Commands()
        self._palette: Palette | None = None
        self._counted: dt.date | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.toast = Toast(self.stack)
        self._fill_rail()
        self._fill_commands()
        # Saves may come from a Task's thread; queued, so that a screen never changes in the middle of its own save.
        self._changed.connect(self._refresh, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = journal.subscribe(self._changed.emit)

    def start(self) -> None:
        """Show the first screen, with the keyboard in it."""
        self.go(SCREENS[0].name, None)

    def leave(self) -> None:
        """Save what is being typed anywhere; nothing is shown afterwards.

        A screen that cannot save keeps no other from it; the first trouble is raised once all have tried.
        """
        troubles: list[Exception] = []
        for screen in self._screens.values():
            try:
                screen.leave()
            except Exception as error:  # noqa: BLE001 - raised below
                troubles.append(error)
        if troubles:
            raise troubles[0]
        self._unsubscribe()
        self._unsubscribe = lambda: None

    def screen_of(self, name: str) -> Screen:
        """The screen of that name, made on first use."""
        if name not in self._screens:
            made = self._kinds[name](self._journal)
            made.go.connect(self.go)
            made.toast.connect(self.toast.say)
            self._screens[name] = made
            self.stack.addWidget(made)
        return self._screens[name]

    def go(self, name: str, what: object = None) -> None:
        """Leave the present screen and show another; what cannot be saved, or cannot be shown, stays where one is."""
        present = self.stack.currentWidget()
        try:
            if isinstance(present, Screen):
                present.leave()
            screen = self.screen_of(name)
            self._bring_up(screen)
            if screen.stale:
                screen.renew()
            screen.arrive(what)
            tab_order.chain(screen)
        except Exception:
            if isinstance(present, Screen):
                self._bring_up(present)
            raise
        if self._counted != self._journal.today():
            self._count()

    def _bring_up(self, screen: Screen) -> None:
        self.stack.setCurrentWidget(screen)
        self.rail.select(screen.under or screen.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.window().width() < theme.px(theme.TWO_COLUMNS)
        if compact != self.rail.is_compact():
            self.rail.set_compact(compact)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._count()

    def _refresh(self, changed: frozenset[type]) -> None:
        for screen in self._screens.values():
            if screen.shows & changed:
                if screen is self.stack.currentWidget():
                    screen.renew()
                else:
                    screen.stale = True
        self._count()

    def _count(self) -> None:
        self._counted = self._journal.today()
        for kind in SCREENS:
            if not kind.under:
                self.rail.set_badge(kind.name, kind.waiting(self._journal))

    def _fill_rail(self) -> None:
        entries = [
            RailEntry(kind.name, QApplication.translate(kind.__name__, kind.title), kind.icon, kind.shortcut)
            for kind in SCREENS
            if not kind.under
        ]
        self.rail.set_screens(entries)
        self.rail.set_guard(self.tr("Works offline. Sends nothing."))
        self.rail.chosen.connect(self.go)
        self.rail.asked.connect(lambda what: self.commands[what].run())

    def _fill_commands(self) -> None:
        going = self.tr("Go to")
        for kind in SCREENS:
            if not kind.under:
                label = QApplication.translate(kind.__name__, kind.title)
                run = partial(self.go, kind.name)
                self.commands.add(Command(kind.name, label, kind.icon, kind.shortcut, run, going))
        doing, program = self.tr("Do"), self.tr("Program")
        new = New()
        self.commands.add(
            Command("capture", self.tr("Capture what happened"), "pencil", "Ctrl+N", self.start, doing),
            Command(
                "new-episode",
                self.tr("Write a full episode"),
                "list",
                "",
                partial(self.go, "episode", new),
                doing,
            ),
            Command(
                "new-goal",
                self.tr("Plan a stretch goal"),
                "mountain",
                "",
                partial(self.go, "goal", new),
                doing,
            ),
            Command("search", self.tr("Jump anywhere"), "search", "Ctrl+K", self._open_palette, program),
            Command(
                "theme", self.tr("Switch between light and dark"), "moon", "", self.theme_asked.emit, program
            ),
            Command(
                "shortcuts", self.tr("Keyboard shortcuts"), "keyboard", "F1", self._show_shortcuts, program
            ),
            Command("lock", self.tr("Lock the journal"), "lock", "Ctrl+L", self.lock_asked.emit, program),
        )
        self.commands.install(self)

    def _open_palette(self) -> None:
        if self._palette is None:
            self._palette = Palette(self, items_of(self.commands))
        self._palette.open()

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self.window(), self.commands).open()
