"""What Windows tells a window before it sleeps and when the session is locked. Imported late, by lock_triggers.py."""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

POWER, SUSPEND = 0x0218, 0x0004
SESSION, LOCK = 0x02B1, 0x7
_LOCKING = {(POWER, SUSPEND), (SESSION, LOCK)}
_FOR_THIS_SESSION = 0


class WindowsMessages(QObject):
    """Watches the messages of the whole program; those of the session have to be asked for."""

    locking = Signal()

    def __init__(self, parent: QObject, window: QWidget) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)  # it takes itself out when it is deleted
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), _FOR_THIS_SESSION)

    def hear(self, address: int) -> None:
        """Look at a message, where it lies in memory."""
        message = wintypes.MSG.from_address(address)
        if (message.message, message.wParam) in _LOCKING:
            self.locking.emit()


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, ear: WindowsMessages) -> None:
        super().__init__()
        self._ear = ear

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if bytes(QByteArray(kind).data()) == b"windows_generic_MSG":
            self._ear.hear(int(message))
        return False, 0
