"""When the journal locks by itself: nobody has used the window for a while, the computer goes to sleep, the session is locked.

Linux: logind and the desktop's screen saver over D-Bus. Windows: its messages on power and session. macOS: Qt has no
signal for either, so there the pause alone locks; its clock goes on while the computer sleeps.
"""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

USE = frozenset({
    *(QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress),
    *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove),
})  # fmt: skip
LOOK_SECONDS = 30.0
"""At least so often the clock is looked at, since timers stand still while the computer sleeps."""


class LockTriggers(QObject):
    """Says when to lock; works from `start` on."""

    fired = Signal()

    def __init__(
        self, window: QWidget, idle_minutes: float, *, seconds: Callable[[], float] | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._limit = window, idle_minutes * 60
        self._seconds = seconds or awake_or_asleep
        self._used = 0.0
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to watch; the system's own signals a moment later, since they load a library."""
        if self._limit > 0:
            self._used = self._seconds()
            self._watch(self._window.windowHandle())
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            self._watch(app.focusWindow())
            app.focusWindowChanged.connect(self._watch)
            self._wait()
        QTimer.singleShot(100, self, self._listen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; what comes first after too long a pause locks and does nothing else.

        On windows and not on the application: a filter there is called for every event of every object.
        """
        if event.type() not in USE:
            return super().eventFilter(watched, event)
        if self._pause() >= self._limit:
            self._look()
            return True
        self._used = self._seconds()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _pause(self) -> float:
        return self._seconds() - self._used

    def _wait(self) -> None:
        self._clock.start(int(1000 * min(LOOK_SECONDS, max(0.01, self._limit - self._pause()))))

    def _look(self) -> None:
        if self._pause() < self._limit:
            self._wait()
            return
        self._used = self._seconds()
        self._wait()
        self.fired.emit()

    def _listen(self) -> None:
        if sys.platform == "win32":
            from workjournal.ui.windows_messages import WindowsMessages

            WindowsMessages(self, self._window).locking.connect(self.fired)
        elif sys.platform != "darwin":
            from workjournal.ui.session_bus import SessionBus

            SessionBus(self).locking.connect(self.fired)


def awake_or_asleep() -> float:
    """Seconds that go on while the computer sleeps."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)  # Linux; elsewhere the monotonic clock does so
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)
