"""Names offered while one is typed behind its sign: tags, people, skills, kinds, goals."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from workjournal.domain.capture import Half, Known, half_at, offers, written
from workjournal.ui import theme
from workjournal.ui.widgets.prose_edit import ProseEdit

_TAKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_WIDTH, _EDGE = 280, 6
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


class NameCompletion(QObject):
    """A list below the cursor of a text. Up and Down choose, Enter or Tab takes, Esc closes; typing goes on in the text.

    It never takes the keyboard, so that shortcuts work meanwhile.
    """

    def __init__(self, edit: ProseEdit, known: Callable[[], Known]) -> None:
        super().__init__(edit)
        self._edit, self._known = edit, known
        self._half: Half | None = None
        self.names = QListWidget(edit)
        self.names.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.names.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.names.setProperty("role", "boxed")
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.names.setAccessibleName(self.tr("Names that fit"))
        self.names.itemClicked.connect(self._take)
        edit.installEventFilter(self)
        edit.changed.connect(self._offer)
        edit.cursorPositionChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.names.hide()
        elif self.names.isVisible() and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # it closes the list, and not the window
                return True
            if kind == QEvent.Type.KeyPress and not event.modifiers() & _HELD:
                return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        """Whether it was for the list."""
        chosen = self.names.currentItem()
        if key == Qt.Key.Key_Escape:
            self.names.hide()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose((self.names.currentRow() + step) % self.names.count())
        elif key in _TAKING and chosen is not None:
            self._take(chosen)
        else:
            return False
        return True

    def _offer(self) -> None:
        """Show what fits what is being typed, or nothing."""
        text, cursor = self._edit.text, self._edit.textCursor()
        half = half_at(text, _letters(text, cursor.position())) if self._edit.hasFocus() else None
        found = offers(half, self._known()) if half is not None else []
        self._half = half
        if half is None or not found or (len(found) == 1 and found[0] == half.typed):
            self.names.hide()
            return
        self.names.clear()
        self.names.addItems(found)
        self._place()
        self.names.show()
        # Behind the sign alone Enter stays a new line: nothing is chosen before something is typed or the arrow pressed.
        self.names.setCurrentRow(-1)
        if half.typed:
            self._choose(0)

    def _follow(self) -> None:
        """The cursor went elsewhere without typing."""
        if self.names.isVisible():
            text = self._edit.text
            half = half_at(text, _letters(text, self._edit.textCursor().position()))
            if half is None or self._half is None or half.start != self._half.start:
                self.names.hide()

    def _choose(self, row: int) -> None:
        self.names.setCurrentRow(row)
        told = self.tr("{name}, {place} of {all}")
        told = told.format(name=self.names.item(row).text(), place=row + 1, all=self.names.count())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, told))

    def _take(self, item: QListWidgetItem) -> None:
        """Put the name into the text in place of what is typed of it."""
        half, self._half = self._half, None
        self.names.hide()
        if half is None:
            return
        cursor, text = self._edit.textCursor(), self._edit.text
        end = cursor.position()
        cursor.setPosition(_units(text[: half.start]))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        following = text[_letters(text, end) : _letters(text, end) + 1]
        cursor.insertText(written(half.part, item.text()) + ("" if following.isspace() else " "))
        self._edit.setTextCursor(cursor)
        self._edit.setFocus()

    def _place(self) -> None:
        rows = self.names.count()
        height = rows * max(self.names.sizeHintForRow(0), theme.px(32)) + theme.px(_EDGE)
        self.names.resize(QSize(theme.px(_WIDTH), height))
        at = self._edit.cursorRect()
        below = self._edit.viewport().mapToGlobal(QPoint(at.left(), at.bottom() + theme.px(4)))
        room = self._edit.screen().availableGeometry()
        if below.y() + height > room.bottom():
            below.setY(self._edit.viewport().mapToGlobal(at.topLeft()).y() - height - theme.px(4))
        below.setX(max(room.left(), min(below.x(), room.right() - self.names.width())))
        self.names.move(below)


def _letters(text: str, units: int) -> int:
    """A place in a document of Qt, which counts in UTF-16, as a place in the text."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
