"""The opened journal: rail, screens, toast, palette. Loads with the database, never before it is unlocked."""

import datetime as dt
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import PLACE
from workjournal.ui import going, helping, places, print_out, tab_order, upkeep
from workjournal.ui.autosave import Autosave
from workjournal.ui.commands import Command, Commands
from workjournal.ui.dialogs.shortcuts import ShortcutsDialog
from workjournal.ui.errands import BackupsChanged, Hush, ShowFound
from workjournal.ui.jumping import Jumping
from workjournal.ui.parts.journal_bands import JournalBands
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.screen_drafts import ScreenDrafts
from workjournal.ui.screens import SCREENS
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rail import Rail
from workjournal.ui.widgets.saved_mark import SavedMark
from workjournal.ui.widgets.toast import Toast
from workjournal.ui.writing.desk import WritingDesk

LOOK_ELSEWHERE_MS = 2000


class Workspace(QWidget):
    """Shows one screen at a time and tells screens what changed; knows none of them by name but the first."""

    lock_asked = Signal()
    theme_asked = Signal()
    errand = Signal(object)
    _changed = Signal(object)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        journal.drafts = ScreenDrafts(journal.drafts, read_only=journal.read_only)
        self._what: object = None
        self._screens: dict[str, Screen] = {}
        self._kinds = {kind.name: kind for kind in SCREENS}
        self.rail = Rail(self)
        self.stack = QStackedWidget(self)
        self.commands = Commands()
        self._counted, self._hushed = dt.date.min, False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.bands = JournalBands(journal, self)
        self.upkeep = upkeep.attend(journal, self, self.bands, self.rail.set_guard, self.go)
        column.addWidget(self.bands)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.toast = Toast(self.stack)
        self.desk = WritingDesk(journal, self, self.stack, (self.rail, self.bands), self.toast.say)
        self._fill_rail()
        self._fill_commands()
        # Saves may come from a Task's thread; queued, so that a screen never changes in the middle of its own save.
        self._changed.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = journal.subscribe(self._changed.emit)
        self._elsewhere = QTimer(self, interval=LOOK_ELSEWHERE_MS)
        self._elsewhere.timeout.connect(self._look_elsewhere)

    def start(self) -> None:
        """Show where one was when the journal was locked, or the first screen, with the keyboard in it."""
        with suppress(JournalError):
            self._journal.changed_elsewhere()  # from now on, before anything is read
        self._elsewhere.start()
        self.upkeep.start()
        if not self._return():
            self.capture()

    def capture(self) -> None:
        """Show the first screen, with the keyboard in it."""
        self.go(SCREENS[0].name, None)

    def resize_all(self) -> None:
        """All is shown in another size: the rail takes it, the screens are made anew in it."""
        shown, before = self._shown(), self._screens
        self.rail.fit_window(anew=True)
        if shown:
            shown[0].leave()
            self._screens = {}
            self.go(shown[0].name, shown[1])
            for screen in before.values():
                screen.deleteLater()

    def lock(self) -> None:
        """As `leave`, but a draft is enough where a thing cannot be saved; and where one is, is kept for the way back."""
        for screen, _ in self._leave_all():
            for autosave in screen.findChildren(Autosave, options=Qt.FindChildOption.FindDirectChildrenOnly):
                autosave.touch()  # what was read anew meanwhile belongs to the draft
                autosave.flush()
        for autosave in self.findChildren(Autosave):
            autosave.flush()
        if not self._journal.read_only:
            with suppress(JournalError):
                self._journal.preferences.set(PLACE, self._place())
        self._stop()

    def show_all_again(self) -> None:
        """Read everything again: a lock that failed gave up what was being read."""
        self._hushed = False
        self.upkeep.start()
        self.refresh(frozenset[type]().union(*(kind.shows for kind in SCREENS)))

    def leave(self) -> None:
        """Save what is being typed anywhere; the first trouble is raised once all screens have tried."""
        troubles = self._leave_all()
        if troubles:
            raise troubles[0][1]
        self._stop()

    def _leave_all(self) -> list[tuple[Screen, Exception]]:
        """Those that could not save, and why."""
        troubles: list[tuple[Screen, Exception]] = []
        for screen in self._screens.values():
            try:
                screen.leave()
            except Exception as error:  # noqa: BLE001 - told by the caller
                troubles.append((screen, error))
        return troubles

    def screen_of(self, name: str) -> Screen:
        """The screen of that name, made on first use."""
        if name not in self._screens:
            made = self._kinds[name](self._journal)
            made.go.connect(self.go)
            made.toast.connect(self.toast.say)
            made.errand.connect(self._pass_on)
            self._screens[name] = made
            self.stack.addWidget(made)
            for autosave in made.findChildren(Autosave):
                for mark in made.findChildren(SavedMark):
                    autosave.unkept.connect(mark.warn)
        return self._screens[name]

    def go(self, name: str, what: object = None) -> None:
        """Leave the present screen and show another; what cannot be saved, or cannot be shown, stays where one is."""
        present = self.stack.currentWidget()
        try:
            if isinstance(present, Screen):
                present.leave()
                if isinstance(self._what, New):
                    self.jumping.visited(present.name, present.here())  # what has been made
            screen = self.screen_of(name)
            self._bring_up(screen)
            if screen.stale:
                screen.renew()
            screen.arrive(what)
            self._what = what
            self.jumping.visited(name, what)
            self._freeze(screen)
            tab_order.chain(screen)
        except Exception:
            if isinstance(present, Screen):
                self._bring_up(present)
            raise
        if self._counted != self._journal.today():
            self._count()

    def _return(self) -> bool:
        """Go where one was at the last lock; that counts once, and a place that is gone is no place."""
        found = places.read(self._journal.preferences.get(PLACE))
        if found is None or self._journal.read_only:
            return False
        self._journal.preferences.set(PLACE, "")
        try:
            self.go(*found)
        except (JournalError, KeyError):
            return False
        if isinstance(typing := self.focusWidget(), ProseEdit):
            typing.go_to_end()
        return True

    def _shown(self) -> tuple[Screen, object] | None:
        """The screen, and what brings one back to what it shows."""
        screen = self.stack.currentWidget()
        if not isinstance(screen, Screen):
            return None
        return screen, self._what if screen.here() is None else screen.here()

    def _place(self) -> str:
        shown = self._shown()
        return places.written(shown[0].name, shown[1]) if shown else ""

    def _look_elsewhere(self) -> None:
        """What another program saved appears; whether there is a disk at all is told when something is saved."""
        if self.isVisible() and not self.window().isMinimized() and not self._hushed:
            with suppress(JournalError):
                if self._journal.changed_elsewhere():
                    self.show_all_again()

    def _freeze(self, screen: Screen) -> None:
        """What is only read cannot be typed into; a screen may have opened its fields just now."""
        if self._journal.read_only:
            for autosave in screen.findChildren(Autosave):
                autosave.freeze()

    def _stop(self) -> None:
        self._hushed = True  # what was announced just before is not read any more: the folder may move
        self._elsewhere.stop()
        self.upkeep.stop()
        self._unsubscribe()
        self._unsubscribe = lambda: None
        self.jumping.keep()

    def _bring_up(self, screen: Screen) -> None:
        self.stack.setCurrentWidget(screen)
        self.toast.raise_()  # over the screen that came up, too
        self.rail.select(screen.under or screen.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fit_window()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._count()

    def _pass_on(self, errand: object) -> None:
        """Something of ui/errands.py: a hush and the backups are the workspace's own, the rest the window's."""
        match errand:
            case Hush(quiet=True):
                self._hushed = True
                self.upkeep.stop()
            case Hush():
                self.show_all_again()
            case BackupsChanged():
                self.upkeep.look_again()
            case ShowFound():
                self.jumping.show(errand)
            case _:
                self.errand.emit(errand)

    def refresh(self, changed: frozenset[type]) -> None:
        """Things of these classes were saved: what shows them is read again, now or when it comes up."""
        if self._hushed:
            return
        for screen in self._screens.values():
            if screen.shows & changed:
                if screen is self.stack.currentWidget():
                    screen.renew()
                    self._freeze(screen)
                else:
                    screen.stale = True
        self._count()

    def _count(self) -> None:
        self._counted = self._journal.today()
        for kind in SCREENS:
            if not kind.under:
                with suppress(JournalError):  # a damaged table is told where it is shown
                    self.rail.set_badge(kind.name, kind.waiting(self._journal))

    def _fill_rail(self) -> None:
        self.rail.set_screens(going.on_rail())
        self.rail.set_guard(self.tr("Works offline. Sends nothing."))
        self.rail.chosen.connect(self.go)
        self.rail.asked.connect(lambda what: self.commands[what].run())

    def _fill_commands(self) -> None:
        group, doing, program = self.tr("Go to"), self.tr("Do"), self.tr("Program")
        self.jumping = Jumping(self._journal, self, self.stack, self.commands, self.go, group)
        self.commands.add(*going.to_screens(self.go, group))
        self.commands.add(
            Command("capture", self.tr("Capture what happened"), "pencil", "Ctrl+N", self.capture, doing),
            *going.begun(self.go, doing),
            *print_out.commands(self._journal, self.stack, self.toast.say, doing),
            self.desk.focus_mode.command(program),
            Command("search", self.tr("Search or jump"), "search", "Ctrl+K", self.jumping.open, program),
            Command("menu", self.tr("All commands"), "ellipsis", "F10", self._open_menu, program),
            Command(
                "theme", self.tr("Switch between light and dark"), "moon", "", self.theme_asked.emit, program
            ),
            Command(
                "shortcuts",
                self.tr("Keyboard shortcuts"),
                "keyboard",
                "Shift+F1",
                lambda: ShortcutsDialog(self.window(), self.commands).open(),
                program,
            ),
            Command("lock", self.tr("Lock the journal"), "lock", "Ctrl+L", self.lock_asked.emit, program),
            *helping.commands(self.go, self._shown, program),
        )
        self.commands.install(self)

    def _open_menu(self) -> None:
        self.jumping.open_menu(self.rail.mapToGlobal(self.rail.rect().bottomLeft()))
