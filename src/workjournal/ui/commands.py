"""What can be done from anywhere: one registry feeds the shortcuts, the menu, the palette and the shortcut sheet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workjournal.ui import icons


@dataclass(frozen=True)
class Command:
    """Something to do.

    Attributes:
        key: its name in the program, "capture".
        text: what the user reads, a verb first.
        icon: a Lucide name.
        shortcut: a key sequence in Qt's portable form, "Ctrl+N", or "".
        run: called without arguments.
        group: heading in palette and shortcut sheet.
    """

    key: str
    text: str
    icon: str
    shortcut: str
    run: Callable[[], object]
    group: str = ""

    def keys(self) -> str:
        """The shortcut as the user's system writes it, in words with spaces: "Ctrl K"."""
        return keys_of(self.shortcut)


def keys_of(shortcut: str) -> str:
    """A key sequence in Qt's portable form as the user's system writes it, with spaces: "Ctrl K"."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("+", " ") if native != "+" else native


class Commands:
    """The commands of a window, in the order they were added."""

    def __init__(self) -> None:
        self._all: dict[str, Command] = {}
        self._window: QWidget | None = None

    def add(self, *commands: Command) -> None:
        """Add commands.

        Raises:
            ValueError: the key or the shortcut is taken.
        """
        for command in commands:
            taken = {known.shortcut for known in self if known.shortcut}
            if command.key in self._all or command.shortcut in taken:
                raise ValueError(f"{command.key} or {command.shortcut} is taken")
            self._all[command.key] = command
            self._install(command)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._all.values())

    def __getitem__(self, key: str) -> Command:
        return self._all[key]

    def groups(self) -> dict[str, list[Command]]:
        """The commands by heading."""
        made: dict[str, list[Command]] = {}
        for command in self:
            made.setdefault(command.group, []).append(command)
        return made

    def install(self, window: QWidget) -> None:
        """Make the shortcuts work in a window, also of commands that come later."""
        self._window = window
        for command in self:
            self._install(command)

    def menu(self, parent: QWidget) -> QMenu:
        """A menu of all commands, a menu of its own for each group."""
        menu = QMenu(parent)
        for group, commands in self.groups().items():
            part = menu.addMenu(group) if group else menu
            for command in commands:
                action = self._action(command, part)
                # The window has the shortcut already; here it is only shown.
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                part.addAction(action)
        return menu

    def _install(self, command: Command) -> None:
        if self._window is not None and command.shortcut:
            self._window.addAction(self._action(command, self._window))

    def _action(self, command: Command, owner: QWidget) -> QAction:
        action = QAction(icons.icon(command.icon), command.text, owner)
        action.setObjectName(command.key)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(lambda *_: command.run())
        return action
