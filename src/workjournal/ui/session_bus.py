"""What logind and the desktop's screen saver say over D-Bus; without a bus nothing is heard, and nothing is said of it.

Imported late, by lock_triggers.py.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

LOGIND, ROOT = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIND}.Manager", f"{LOGIND}.Session"
SAVERS = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate"))


class SessionBus(QObject):
    """Listens on the system's bus and the session's; tests give their own."""

    locking = Signal()
    """The computer goes to sleep, or the session is locked."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._delay: QDBusUnixFileDescriptor | None = None
        self._system = system or QDBusConnection.systemBus()
        self._session = session or _session_bus()
        if self._system.isConnected():
            self._hear(self._system, LOGIND, ROOT, MANAGER, "PrepareForSleep", "prepare_for_sleep(bool)")
            self._delay_sleep()
            self._ask_session()
        if self._session is not None and self._session.isConnected():
            for saver in SAVERS:
                self._hear(self._session, "", "", saver, "ActiveChanged", "change_saver(bool)")

    @Slot(bool)
    def change_saver(self, active: bool) -> None:
        """The screen saver came, or went."""
        if active:
            self.locking.emit()

    @Slot(bool)
    def prepare_for_sleep(self, going: bool) -> None:
        """The computer goes to sleep, or is awake again."""
        if going:
            self.locking.emit()
            self._delay = None  # now it may
        else:
            self._delay_sleep()

    @Slot()
    def lock_session(self) -> None:
        """By `loginctl lock-session` or by the desktop."""
        self.locking.emit()

    def _hear(
        self, bus: QDBusConnection, service: str, path: str, interface: str, signal: str, slot: str
    ) -> None:
        # Of the two kinds of string the stubs of PySide6 6.11 name the one that is refused.
        bus.connect(service, path, interface, signal, self, SLOT(slot))  # type: ignore[call-overload]

    def _delay_sleep(self) -> None:
        """Let logind wait with sleeping until the journal is locked, for its own few seconds at most."""

        def take(answer: object) -> None:
            if isinstance(answer, QDBusUnixFileDescriptor):
                self._delay = answer

        self._call(ROOT, MANAGER, "Inhibit", ["sleep", "Workjournal", "Locks the journal", "delay"], take)

    def _ask_session(self) -> None:
        """Hear our own session; where logind cannot tell which it is, all of them: locked too often harms nobody."""

        def find(answer: object) -> None:
            name = answer.variant() if isinstance(answer, QDBusVariant) else answer
            if isinstance(name, str):
                self._call(ROOT, MANAGER, "GetSession", [name], hear)
            else:
                hear(None)

        def hear(answer: object) -> None:
            path = answer.path() if isinstance(answer, QDBusObjectPath) else ""
            self._hear(self._system, LOGIND, path, SESSION, "Lock", "lock_session()")

        properties = "org.freedesktop.DBus.Properties"
        self._call(f"{ROOT}/session/auto", properties, "Get", [SESSION, "Id"], find)

    def _call(
        self, path: str, interface: str, method: str, words: list[str], then: Callable[[object], None]
    ) -> None:
        """Ask logind without waiting; `then` gets the answer, or None."""

        def answered() -> None:
            found = watcher.reply().arguments() if not watcher.isError() else []
            watcher.deleteLater()
            then(found[0] if found else None)

        message = QDBusMessage.createMethodCall(LOGIND, path, interface, method)
        message.setArguments(words)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)
        watcher.finished.connect(answered)


def _session_bus() -> QDBusConnection | None:
    """The session's bus if one is running: asking for it must not start one."""
    socket = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ or socket.exists():
        return QDBusConnection.sessionBus()
    return None
