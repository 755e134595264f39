"""Finding in one text: a slim line at the upper edge of its field."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextEdit

from workjournal.ui import icons, theme
from workjournal.ui.prose import text_finding

HEIGHT = 40
_WAIT_MS = 120
_MOST_SHOWN = 500
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindBar(QFrame):
    """Counts the places that have some words, shows them, and goes from one to the next; the text stays as it is."""

    closed = Signal()

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self.setProperty("role", "findbar")
        self.query = QLineEdit(self)
        self.query.setProperty("role", "bare")
        self.query.setPlaceholderText(self.tr("Find in this text"))
        self.query.setAccessibleName(self.tr("Find in this text"))
        self.count = QLabel(self)
        self.count.setProperty("role", "caption")
        self.previous = self._button("chevron-up", self.tr("Previous place"))
        self.next = self._button("chevron-down", self.tr("Next place"))
        self.close_ = self._button("x", self.tr("Close finding"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(self.query, 1)
        for each in (self.count, self.previous, self.next, self.close_):
            row.addWidget(each)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(lambda: self._look(stay=True))
        self.query.textChanged.connect(lambda: self._look(stay=False))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_.clicked.connect(self.closed)
        edit.textChanged.connect(self._look_later)
        self.hide()

    def begin(self) -> None:
        """Find what is selected in the text, or what is typed next."""
        selected = self._edit.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.query.setText(selected)
        self._look(stay=False)
        self.query.setFocus()
        self.query.selectAll()

    def end(self) -> None:
        """Take the marks off the text; the place one was at stays selected."""
        self._edit.setExtraSelections([])

    def step(self, by: int) -> None:
        """Go that many places on, and round at the end."""
        if self._found:
            self._go((self._at + by) % len(self._found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.query.hasFocus():
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_wait") and self.isVisible():
            self._show()

    def _button(self, icon: str, words: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "icon")
        button.setIcon(icons.icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setAutoDefault(True)
        return button

    def _look_later(self) -> None:
        if self.isVisible():
            self._wait.start()

    def _look(self, *, stay: bool) -> None:
        """Find the places again; go to the first at or after the cursor, unless one is typing in the text."""
        self._found = text_finding.find(self._edit.document(), self.query.text())
        caret = self._edit.textCursor().selectionStart()
        following = [place for place, (start, _) in enumerate(self._found) if start >= caret]
        self._at = (following[0] if following else 0) if self._found else -1
        if self._found and not stay:
            self._go(self._at)
        else:
            self._show()

    def _go(self, place: int) -> None:
        self._at = place
        start, end = self._found[place]
        cursor = self._edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        self._show()

    def _show(self) -> None:
        if not self.query.text():
            self.count.setText("")
        elif not self._found:
            self.count.setText(self.tr("Not in this text"))
        else:
            many = "+" if len(self._found) == text_finding.MOST else ""
            self.count.setText(
                self.tr("{place} of {count}").format(place=self._at + 1, count=f"{len(self._found)}{many}")
            )
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._found))
        first = max(0, self._at - _MOST_SHOWN // 2)
        self._edit.setExtraSelections(
            [
                self._marked(place, *self._found[place])
                for place in range(first, min(first + _MOST_SHOWN, len(self._found)))
            ]
        )

    def _marked(self, place: int, start: int, end: int) -> QTextEdit.ExtraSelection:
        """A ground behind a place; the one that one is at is underlined too."""
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self._edit.document())
        made.cursor.setPosition(start)
        made.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(theme.color("warn_soft"))
        if place == self._at:
            look.setForeground(theme.color("warn"))
            look.setFontUnderline(True)
        made.format = look
        return made
