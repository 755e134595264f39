"""The icon in the tray, where the desktop has one: capture, open, lock, quit, and a reminder that can be put off."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from workjournal.domain.reminding import Snooze
from workjournal.ui import icons
from workjournal.ui.reminders import Notice

SHOWN_MS = 15_000


def is_there() -> bool:
    """Whether this desktop shows icons in a tray. Asked each time: the panel may come later than the program."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Its menu asks; whoever owns it does. No text of the journal is ever in it."""

    capture = Signal()
    open = Signal()
    lock = Signal()
    quit = Signal()
    put_off = Signal(object)
    """A Snooze."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.menu = QMenu(window)
        self.put_offs: list[QAction] = []
        self._fill()
        self.icon = QSystemTrayIcon(QIcon(icons.icon("footprints", "accent")), self)
        self.icon.setToolTip("Workjournal")
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._pressed)
        self.icon.messageClicked.connect(self.capture)
        self.set_pending(pending=False)
        self.set_unlocked(unlocked=False)

    def show(self) -> bool:
        """Whether the icon is in a tray now."""
        if is_there() and not self.icon.isVisible():
            self.icon.show()
        return is_there()

    def hide(self) -> None:
        """The program ends."""
        self.icon.hide()

    def tell(self, notice: Notice) -> None:
        """A notification of the desktop; pressing it captures."""
        self.icon.showMessage(notice.heading, notice.words, self.icon.icon(), SHOWN_MS)
        self.set_pending(pending=True)

    def set_unlocked(self, *, unlocked: bool) -> None:
        """There is only something to lock while a journal is open."""
        self.lock_action.setEnabled(unlocked)

    def set_pending(self, *, pending: bool) -> None:
        """A reminder that was said can be put off, until it was answered."""
        for action in self.put_offs:
            action.setVisible(pending)

    def _fill(self) -> None:
        self._add("square-pen", self.tr("Capture"), self.capture.emit)
        self._add("footprints", self.tr("Open Workjournal"), self.open.emit)
        self.put_offs.append(self.menu.addSeparator())
        for snooze, words in (
            (Snooze.HALF_HOUR, self.tr("Remind me in 30 minutes")),
            (Snooze.HOUR, self.tr("Remind me in an hour")),
            (Snooze.TOMORROW, self.tr("Remind me tomorrow")),
        ):
            action = self._add("clock", words)
            action.triggered.connect(lambda _=False, snooze=snooze: self._put_off(snooze))
            self.put_offs.append(action)
        self.menu.addSeparator()
        self.lock_action = self._add("lock", self.tr("Lock the journal"), self.lock.emit)
        self._add("log-out", self.tr("Quit"), self.quit.emit)

    def _add(self, icon: str, words: str, then: object = None) -> QAction:
        action = self.menu.addAction(icons.icon(icon), words)
        if callable(then):
            # Once the menu is gone: what follows may replace the process.
            action.triggered.connect(lambda *_: QTimer.singleShot(0, self, then))
        return action

    def _put_off(self, snooze: Snooze) -> None:
        self.set_pending(pending=False)
        self.put_off.emit(snooze)

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open.emit()
