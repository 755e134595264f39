"""Where people write: Markdown source, nothing else, in a field that grows with its text."""

from math import ceil

from PySide6.QtCore import Property, QEvent, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.markdown_light import MarkdownLight

_LINE_HEIGHT = 138


class ProseEdit(QTextEdit):
    """A plain text field; its USER property `text` is the text exactly as typed.

    In a form, `minLines` and `maxLines` (0 = no end) bound its height; role="bare" takes border and padding away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._min_lines, self._max_lines = 2, 16
        self._before = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._light = MarkdownLight(self.document())
        self._space_lines()
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())
        self.textChanged.connect(self._compare)

    def set_text(self, text: str | None) -> None:
        """Replace the text; what was typed before cannot be undone any more."""
        self.setPlainText(text or "")
        self._space_lines()

    def go_to_end(self) -> None:
        """What is typed next goes on where the text ends."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        line = ceil(QFontMetricsF(self.font()).height()) * _LINE_HEIGHT / 100
        # Border and padding of the style sheet, which Qt gives nowhere as one number.
        around = 0 if self.property("role") == "bare" else 2 * (theme.px(1) + theme.px(3))
        space = 2 * self.document().documentMargin()
        height = max(self.document().size().height(), self._min_lines * line + space)
        if self._max_lines:
            height = min(height, self._max_lines * line + space)
        return QSize(240, ceil(height) + around)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # During construction Qt already tells of changes, before there is anything to colour.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_light"):
            self._light.renew()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self._fit_role()
        return super().event(event)

    def set_min_lines(self, lines: int) -> None:
        self._min_lines = lines
        self.updateGeometry()

    def set_max_lines(self, lines: int) -> None:
        self._max_lines = lines
        self.updateGeometry()

    def _fit_role(self) -> None:
        self.document().setDocumentMargin(0 if self.property("role") == "bare" else 4)

    def _space_lines(self) -> None:
        """Set the line height of all blocks; new ones take it over. Not a step that Ctrl+Z could undo."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        document.setUndoRedoEnabled(True)

    def _compare(self) -> None:
        text = self._get_text()
        if text != self._before:
            self._before = text
            self.changed.emit()

    def _get_text(self) -> str:
        # toPlainText() would turn no-break spaces into spaces.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    text: str = Property(str, _get_text, set_text, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
    minLines: int = Property(int, lambda self: self._min_lines, set_min_lines)  # type: ignore[assignment] # noqa: N815 - named as Qt names properties
    maxLines: int = Property(int, lambda self: self._max_lines, set_max_lines)  # type: ignore[assignment] # noqa: N815
