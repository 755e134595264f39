"""A text as it reads: its Markdown rendered, over the field it is written in. Nothing is fetched, no link opened."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from workjournal.ui import theme
from workjournal.ui.prose import rendering, writing_keys
from workjournal.ui.prose.plain_document import space_lines

_INDENT = 24


class ProsePreview(QTextBrowser):
    """Read only; Escape goes back to writing."""

    closed = Signal()
    link_asked = Signal(str)
    """A link was pressed: whoever shows this asks first."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._markdown = ""
        self.setProperty("role", "preview")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)
        self.document().setIndentWidth(theme.px(_INDENT))
        self.anchorClicked.connect(lambda address: self.link_asked.emit(address.toString()))
        self.hide()

    def show_markdown(self, markdown: str) -> None:
        """Render this text."""
        self._markdown = markdown
        self.document().setDefaultStyleSheet(rendering.style())
        self.setHtml(rendering.to_html(markdown))
        space_lines(self.document())

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing: what a text names is not read, from a disk no more than from elsewhere."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if writing_keys.is_key(event, writing_keys.PREVIEW) or event.text() == "\x1b":
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and writing_keys.is_key(event, writing_keys.PREVIEW)
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.show_markdown(self._markdown)
