"""When the journal locks by itself."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.logind import OTHER_SESSION, Logind, private_bus
from ui.showing import show_active
from workjournal.ui.lock_triggers import LockTriggers


class Seconds:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    field = QLineEdit(made)
    field.setObjectName("field")
    QVBoxLayout(made).addWidget(field)
    qtbot.addWidget(made)
    return show_active(qtbot, made)


def started(window: QWidget, minutes: float, seconds: Seconds) -> tuple[LockTriggers, list[bool]]:
    """Triggers that watch, and what they have said."""
    made, said = LockTriggers(window, minutes, seconds=seconds), list[bool]()
    made.fired.connect(lambda: said.append(True))
    made.start()
    return made, said


def press(window: QWidget) -> None:
    """A key as the window system hands it over."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)


def wheel(window: QWidget) -> None:
    QTest.wheelEvent(window.windowHandle(), QPointF(window.rect().center()), QPoint(0, 120))


def test_a_pause_locks(qtbot: QtBot, window: QWidget, seconds: Seconds) -> None:
    triggers, said = started(window, 5, seconds)
    seconds.now += 299
    triggers._look()
    assert not said
    seconds.now += 1
    triggers._look()
    assert said == [True]


def test_the_clock_is_looked_at_by_itself(qtbot: QtBot, window: QWidget) -> None:
    """Seen failing without `_wait()` in `start`."""
    made = LockTriggers(window, 0.2 / 60)
    with qtbot.waitSignal(made.fired, timeout=3000):
        made.start()


def test_whoever_types_or_moves_the_pointer_is_there(window: QWidget, seconds: Seconds) -> None:
    triggers, said = started(window, 5, seconds)
    uses: tuple[Callable[[], object], ...] = (
        lambda: press(window),
        lambda: QTest.mouseMove(window.windowHandle()),
        lambda: QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton),
        lambda: wheel(window),
    )
    for use in uses:
        seconds.now += 140
        use()
        seconds.now += 140
        triggers._look()
    assert not said
    field = window.findChild(QLineEdit, "field")
    assert field is not None
    assert field.text() == "a"


def test_whoever_types_in_a_dialog_is_there(qtbot: QtBot, window: QWidget, seconds: Seconds) -> None:
    """Seen failing without `focusWindowChanged` in `start`."""
    triggers, said = started(window, 5, seconds)
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QLineEdit(dialog))
    dialog.open()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    seconds.now += 200
    press(dialog)
    seconds.now += 200
    triggers._look()
    assert not said
    dialog.close()


def test_the_first_key_after_a_long_sleep_locks_and_types_nothing(window: QWidget, seconds: Seconds) -> None:
    """Timers stand still while a computer sleeps. Seen failing without the look at the pause in `eventFilter`."""
    _, said = started(window, 5, seconds)
    seconds.now += 36_000
    press(window)
    assert said
    field = window.findChild(QLineEdit, "field")
    assert field is not None
    assert not field.text()


def test_never(window: QWidget, seconds: Seconds) -> None:
    triggers, said = started(window, 0, seconds)
    seconds.now += 36_000
    press(window)
    assert not triggers._clock.isActive()
    assert not said


# The system's own signals


@pytest.fixture
def bus(qapp: object) -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def logind(bus: str) -> Iterator[Logind]:
    made = Logind(bus)
    yield made
    made.close()


def listening(bus: str, name: str) -> tuple[object, list[bool]]:
    """The program's ear on this bus in place of both, and what it has heard."""
    from PySide6.QtDBus import QDBusConnection

    from workjournal.ui.session_bus import SessionBus

    connection = QDBusConnection.connectToBus(bus, name)
    assert connection.isConnected()
    made, heard = SessionBus(system=connection, session=connection), list[bool]()
    made.locking.connect(lambda: heard.append(True))
    return made, heard


def test_sleep_locks_and_waits_until_that_is_done(qtbot: QtBot, bus: str, logind: Logind) -> None:
    """Seen failing without `self._delay = None`: the computer would have waited for its whole five seconds."""
    _ear, heard = listening(bus, "sleep")
    qtbot.waitUntil(logind.holds_off_sleep)
    logind.prepare_for_sleep(going=True)
    qtbot.waitUntil(lambda: heard == [True])
    qtbot.waitUntil(lambda: not logind.holds_off_sleep())
    logind.prepare_for_sleep(going=False)
    qtbot.waitUntil(logind.holds_off_sleep)
    assert heard == [True]


def test_the_sessions_own_lock_locks_and_that_of_others_does_not(
    qtbot: QtBot, bus: str, logind: Logind
) -> None:
    _ear, heard = listening(bus, "session")
    qtbot.waitUntil(lambda: ("GetSession", "3") in logind.asked)
    qtbot.wait(200)
    logind.lock(OTHER_SESSION)
    qtbot.wait(200)
    assert not heard
    logind.lock()
    qtbot.waitUntil(lambda: heard == [True])


def test_a_session_that_logind_does_not_know_is_locked_with_any(
    qtbot: QtBot, bus: str, logind: Logind
) -> None:
    logind.knows_sessions = False
    _ear, heard = listening(bus, "unknown")
    qtbot.waitUntil(lambda: any(name == "Get" for name, *_ in logind.asked))
    qtbot.wait(200)
    logind.lock(OTHER_SESSION)
    qtbot.waitUntil(lambda: heard == [True])


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome"])
def test_the_screen_saver_locks(qtbot: QtBot, bus: str, logind: Logind, desktop: str) -> None:
    _ear, heard = listening(bus, desktop)
    qtbot.wait(200)
    path, interface = f"/org/{desktop}/ScreenSaver", f"org.{desktop}.ScreenSaver"
    logind.say(path, interface, "ActiveChanged", False)
    logind.say(path, interface, "ActiveChanged", True)
    qtbot.waitUntil(lambda: heard == [True])


@pytest.mark.parametrize(
    ("message", "told", "locks"),
    [(0x0218, 4, True), (0x02B1, 7, True), (0x0218, 7, False), (0x02B1, 8, False), (0x0100, 4, False)],
)
def test_windows_messages(window: QWidget, message: int, told: int, locks: bool) -> None:
    """Sleep and lock, but not waking, unlocking, or a key."""
    from ctypes import addressof, wintypes

    from workjournal.ui.windows_messages import WindowsMessages

    ear, heard = WindowsMessages(window, window), list[bool]()
    ear.locking.connect(lambda: heard.append(True))
    found = wintypes.MSG(message=message, wParam=told)
    assert ear._filter.nativeEventFilter(b"windows_generic_MSG", addressof(found)) == (False, 0)
    ear._filter.nativeEventFilter(b"xcb_generic_event_t", 0)
    assert heard == [True] * locks


QUIET = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from workjournal.ui.lock_triggers import LockTriggers
app = QApplication([])
window = QWidget()
window.show()
LockTriggers(window, 5).start()
QTimer.singleShot(600, app.quit)
app.exec()
assert sys.platform in ("win32", "darwin") or "PySide6.QtDBus" in sys.modules
"""


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus"])
def test_without_a_bus_nothing_is_heard_and_nothing_said(address: str | None) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/nowhere"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere/system"
    if address:
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
    done = subprocess.run(
        [sys.executable, "-c", QUIET],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
