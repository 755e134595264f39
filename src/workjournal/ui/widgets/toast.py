"""What was just done, with a way back. Never for errors."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from workjournal.ui import theme

_SHOWN_MS = 6000


class Toast(QFrame):
    """A line over the lower edge of its parent, for six seconds that stop under the pointer or the keyboard."""

    def __init__(self, parent: QWidget | None = None, *, shown_ms: int = _SHOWN_MS) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        self.setProperty("role", "toast")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self.tr("Undo"), self)
        self._button.setProperty("role", "toast")
        self._button.setAutoDefault(True)  # Enter presses it too
        self._button.clicked.connect(self._take_back)
        self._button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 12, 7)
        row.setSpacing(16)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._clock = QTimer(self, singleShot=True, interval=shown_ms)
        self._clock.timeout.connect(self.hide)
        self.hide()
        if parent is not None:
            parent.installEventFilter(self)

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a text, and an Undo button if there is a way back; takes the place of what was shown before."""
        self._undo = undo
        self._words.setText(text)
        self._words.setMinimumHeight(theme.px(30))
        self._button.setVisible(undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._clock.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def remaining(self) -> int:
        """Milliseconds until it goes; -1 while it waits."""
        return self._clock.remainingTime()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._go_on()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self._button and event.type() == QEvent.Type.FocusIn:
            self._clock.stop()
        if watched is self._button and event.type() == QEvent.Type.FocusOut:
            self._go_on()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if self.isVisible():
            self._clock.start()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - theme.px(28))

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
