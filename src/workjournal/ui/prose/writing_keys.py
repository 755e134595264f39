"""The keys of a text field beyond Qt's own: lists, marks, steps of undo."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit

from workjournal.ui.prose import list_keys, marks
from workjournal.ui.prose.undo_steps import UndoSteps

# Written out: asking Qt for its standard keys before there is an application crashes.
BOLD = QKeySequence("Ctrl+B")
ITALIC = QKeySequence("Ctrl+I")
LINK = QKeySequence("Ctrl+Shift+K")
FIND = QKeySequence("Ctrl+F")
PREVIEW = QKeySequence("Ctrl+Shift+P")
NATIVE = QKeySequence.SequenceFormat.NativeText
PASTE_PLAIN = QKeySequence("Ctrl+Shift+V")
OWN = (BOLD, ITALIC, LINK, FIND, PREVIEW, PASTE_PLAIN)
"""What a field takes before a shortcut of the window."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_AROUND = {"*", "_", "`"}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_key(event: QKeyEvent, *keys: QKeySequence) -> bool:
    """Whether this is one of the key sequences."""
    pressed = QKeySequence(
        QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key()))
    )
    return any(pressed == key for key in keys)


def keeps(event: QEvent, *keys: QKeySequence) -> bool:
    """Keep such a key for what has the keyboard, though it is a shortcut of the window; whether this event asked for it."""
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_key(event, *keys):
        event.accept()
        return True
    return False


class WritingKeys:
    """Acts on one field that can be typed into."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self.steps = UndoSteps()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False where Qt is to do what it means anywhere."""
        typed = event.text()
        if is_key(event, BOLD, ITALIC):
            self.mark(marks.BOLD if is_key(event, BOLD) else marks.ITALIC)
        elif is_key(event, LINK):
            self.link()
        elif event.key() in _ENTER and event.modifiers() in _PLAIN:
            self._go_on()
        elif event.key() == Qt.Key.Key_Backspace:
            self.steps.before_deleting(self._edit.textCursor())
            return False
        elif typed and typed.isprintable() and event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return self._type(typed)
        else:
            return False
        return True

    def tab(self, *, back: bool) -> bool:
        """Move an item of a list further in or out; False where the key is to go to the next field."""
        cursor = self._edit.textCursor()
        moved = list_keys.move(cursor, further_in=not back)
        if moved:
            self._edit.ensureCursorVisible()
        return moved

    def mark(self, mark: str) -> None:
        """Put a mark around the selection or the word at the cursor, or take it off."""
        self._edit.document().setModified(False)
        self._edit.setTextCursor(marks.toggle(self._edit.textCursor(), mark))

    def link(self) -> None:
        """Make a link of the selection or the word at the cursor."""
        self._edit.document().setModified(False)
        self._edit.setTextCursor(marks.link(self._edit.textCursor()))

    def _go_on(self) -> None:
        cursor = self._edit.textCursor()
        if not list_keys.go_on(cursor):
            # Qt's own Return begins no line after an empty one, but takes the height of that one away.
            cursor.insertBlock()
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def _type(self, typed: str) -> bool:
        cursor = self._edit.textCursor()
        self.steps.before_typing(cursor, typed)
        if typed in _AROUND and cursor.hasSelection():
            self._edit.setTextCursor(marks.wrap(cursor, typed))
            return True
        return False
