"""Where people write: Markdown source, nothing else, in a field that grows with its text.

Lists go on by Return, Ctrl+B and Ctrl+I mark words, Ctrl+F finds, Ctrl+Shift+P shows how it reads; see ui/prose.
What needs the journal or a dialog, such as spelling, comes from ui/writing, which follows the keyboard.
"""

from math import ceil

from PySide6.QtCore import Property, QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextEdit, QWidget

from workjournal.ui import clipboard, theme
from workjournal.ui.prose import pasting, writing_keys
from workjournal.ui.prose.plain_document import LINE_HEIGHT, plain, space_lines
from workjournal.ui.prose.verdicts import Verdicts
from workjournal.ui.prose.writing_keys import WritingKeys
from workjournal.ui.widgets import find_bar
from workjournal.ui.widgets.find_bar import FindBar
from workjournal.ui.widgets.markdown_light import MarkdownLight
from workjournal.ui.widgets.prose_preview import ProsePreview

_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class ProseEdit(QTextEdit):
    """A plain text field; its USER property `text` is the text exactly as typed.

    In a form, `minLines` and `maxLines` (0 = no end) bound its height; role="bare" takes border and padding away.
    """

    changed = Signal()
    menu_asked = Signal(QMenu, QTextCursor)
    """Its menu opens, at a place of the text: whoever has more to offer adds it."""
    link_asked = Signal(str)
    """A link in the preview was pressed."""
    previewed = Signal(bool)
    pictured = Signal(QMimeData)
    """A picture was pasted or dropped, which no text can hold: whoever keeps files may take it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._min_lines, self._max_lines = 2, 16
        self._before = ""
        self._writing = False
        self._bar: FindBar | None = None
        self._preview: ProsePreview | None = None
        self.keys = WritingKeys(self)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._light = MarkdownLight(self.document())
        self._light.caret = self._caret
        space_lines(self.document())
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())
        self.textChanged.connect(self._compare)
        self.cursorPositionChanged.connect(self._light.caret_moved)

    def set_text(self, text: str | None) -> None:
        """Replace the text, after which nothing can be undone; the same text again leaves everything as it is."""
        if (text or "") != self._get_text():
            self.setPlainText(text or "")
            space_lines(self.document())

    def replace_text(self, text: str) -> None:
        """Replace the text in one step that Ctrl+Z takes back."""
        cursor = self.textCursor()
        self.document().setModified(False)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def insert(self, text: str) -> None:
        """Write a text at the cursor, in one step."""
        self.document().setModified(False)
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def forget_steps(self) -> None:
        """What was typed until now cannot be undone any more: the field is about something else from now on."""
        self.document().clearUndoRedoStacks()

    def go_to_end(self) -> None:
        """What is typed next goes on where the text ends."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_verdicts(self, verdicts: Verdicts) -> None:
        """Mark the words that are known to be wrong."""
        self._light.set_verdicts(verdicts)

    def paste_plain(self) -> None:
        """Paste letters alone, whatever they looked like."""
        if text := QGuiApplication.clipboard().text():
            self.insert(text)

    def open_menu(self, place: QPoint) -> None:
        """Open what there is to do with a text at a place of the screen, for a button."""
        self.setFocus()
        self._open_menu(QMenu(self), place, self.textCursor())

    # Finding, and how it reads

    def find_words(self) -> None:
        """Open the line for finding in this text."""
        self.set_preview(False)
        if self._bar is None:
            self._bar = FindBar(self)
            self._bar.closed.connect(self._end_finding)
        self._bar.show()
        self._lay()
        self._bar.begin()

    def is_previewing(self) -> bool:
        """Whether it shows how the text reads."""
        return self._preview is not None and self._preview.isVisibleTo(self)

    def set_preview(self, on: bool) -> None:
        """Show how the text reads, or the text itself to write on."""
        if on == self.is_previewing():
            return
        if self._preview is None:
            self._preview = ProsePreview(self)
            self._preview.closed.connect(lambda: self.set_preview(False))
            self._preview.link_asked.connect(self.link_asked)
            self._preview.document().documentLayout().documentSizeChanged.connect(
                lambda _: self.updateGeometry()
            )
        if on and self._bar is not None:
            self._end_finding()
        focused = self.hasFocus() or self._preview.hasFocus()
        self._preview.setAccessibleName(self.tr("{field}, as it reads").format(field=self.accessibleName()))
        self._preview.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy())
        self._preview.setVisible(on)
        self._preview.show_markdown(self._get_text() if on else "")
        self.setFocusProxy(self._preview if on else None)  # type: ignore[arg-type] # None takes it away
        self._lay()
        if focused:
            (self._preview if on else self).setFocus()
        self.previewed.emit(on)

    # What Qt calls

    def sizeHint(self) -> QSize:
        line = ceil(QFontMetricsF(self.font()).height()) * LINE_HEIGHT / 100
        # Border and padding of the style sheet, which Qt gives nowhere as one number.
        around = 0 if self.property("role") == "bare" else 2 * (theme.px(1) + theme.px(3))
        space = 2 * self.document().documentMargin()
        shown = self._preview if self.is_previewing() and self._preview is not None else self
        height = max(shown.document().size().height(), self._min_lines * line + space)
        if self._max_lines:
            height = min(height, self._max_lines * line + space)
        return QSize(240, ceil(height) + around + self._bar_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # During construction Qt already tells of changes, before there is anything to colour.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_light"):
            self._light.renew()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.document().setDocumentMargin(0 if self.property("role") == "bare" else 4)
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and writing_keys.is_key(event, *writing_keys.OWN):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _TABS and self._tab(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._writing = bool(event.text()) and event.text() != "\x1b"
        if self.is_previewing():
            event.ignore()  # it comes from the preview, which had no use for it
        elif writing_keys.is_key(event, writing_keys.FIND):
            self.find_words()
        elif writing_keys.is_key(event, writing_keys.PREVIEW):
            self.set_preview(True)
        elif event.key() == Qt.Key.Key_Escape and self._bar_height():
            self._end_finding()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif writing_keys.is_key(event, writing_keys.PASTE_PLAIN):
            self.paste_plain()
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._writing = True
        if event.commitString():
            self.keys.steps.before_typing(self.textCursor(), event.commitString())
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._writing = False
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        self._open_menu(self.createStandardContextMenu(), event.globalPos(), place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the source, and no second form of it that would come back changed."""
        made = QMimeData()
        made.setText(plain(self.textCursor().selection().toRawText()))
        return made

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: what other programs have formatted comes as Markdown."""
        self.document().setModified(False)
        if source.hasImage() and not source.hasText():
            self.pictured.emit(source)
        elif source.hasHtml() and not source.hasFormat(clipboard.OURS):
            self.insert(pasting.to_markdown(source.html(), source.text()))
        elif source.hasText():
            self.insert(source.text())  # Qt would take the line height away from the last line of it
        else:
            super().insertFromMimeData(source)
        self.document().setModified(False)

    # What only this class calls

    def _tab(self, event: QKeyEvent) -> bool:
        back = event.key() == Qt.Key.Key_Backtab or bool(
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return not event.modifiers() & others and not self.isReadOnly() and self.keys.tab(back=back)

    def _caret(self) -> int:
        return self.textCursor().position() if self._writing and self.hasFocus() else -1

    def _open_menu(self, menu: QMenu, place: QPoint, cursor: QTextCursor) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_asked.emit(menu, cursor)
        menu.popup(place)

    def _end_finding(self) -> None:
        if self._bar is not None and not self._bar.isHidden():
            self._bar.hide()
            self._bar.end()
            self._lay()
            self.setFocus()

    def _bar_height(self) -> int:
        return theme.px(find_bar.HEIGHT) if self._bar is not None and not self._bar.isHidden() else 0

    def _lay(self) -> None:
        """Place what lies over the text."""
        if self.viewportMargins().top() != self._bar_height():
            self.setViewportMargins(0, self._bar_height(), 0, 0)
        if self._bar is not None:
            self._bar.setGeometry(2, 2, self.viewport().geometry().right() - 2, self._bar_height())
        if self._preview is not None:
            self._preview.setGeometry(self.rect())
        self.updateGeometry()

    def set_min_lines(self, lines: int) -> None:
        self._min_lines = lines
        self.updateGeometry()

    def set_max_lines(self, lines: int) -> None:
        self._max_lines = lines
        # Without an end it is as tall as its text: a bar would come and go with each line, and the whole text would be
        # laid out anew for the width without it, and again with it.
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if lines else bars.ScrollBarAlwaysOff)
        self.updateGeometry()

    def _compare(self) -> None:
        text = self._get_text()
        if text != self._before:
            self._before = text
            if self.is_previewing() and self._preview is not None:
                self._preview.show_markdown(text)
            self.changed.emit()

    def _get_text(self) -> str:
        return plain(self.document().toRawText())

    text: str = Property(str, _get_text, set_text, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
    minLines: int = Property(int, lambda self: self._min_lines, set_min_lines)  # type: ignore[assignment] # noqa: N815 - named as Qt names properties
    maxLines: int = Property(int, lambda self: self._max_lines, set_max_lines)  # type: ignore[assignment] # noqa: N815
