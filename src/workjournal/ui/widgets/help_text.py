"""A page of the help as it reads. Nothing is fetched and no address is opened; a link is told, and copied as text."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from workjournal.ui import theme
from workjournal.ui.prose import rendering
from workjournal.ui.prose.plain_document import space_lines

_WIDEST, _EDGE, _TOP = 680, 28, 24
_MOST_MARKS = 200


class HelpText(QTextBrowser):
    """Read only. Lines are as long as can be read with ease, in the middle of a wide window."""

    link_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self._words: tuple[str, ...] = ()
        self.setProperty("role", "help")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setIndentWidth(theme.px(24))
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda address: self.link_asked.emit(address.toString()))

    def show_markdown(self, markdown: str) -> None:
        """Render a text, from its beginning."""
        if markdown != self._markdown:
            self._markdown = markdown
            self._render()
        self.verticalScrollBar().setValue(0)

    def go_to_heading(self, number: int) -> None:
        """Have a heading at the top; 0 is the first of the text."""
        headings = [block for block in self._blocks() if block.blockFormat().headingLevel()]
        if not number or number >= len(headings):
            self.verticalScrollBar().setValue(0)
            return
        layout = self.document().documentLayout()
        top = layout.blockBoundingRect(headings[number]).top()
        self.verticalScrollBar().setValue(max(0, round(top) - theme.px(12)))

    def mark(self, words: Iterable[str]) -> None:
        """Show where these words begin; none takes the marks away."""
        self._words = tuple(words)
        self.setExtraSelections(self._marks())

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing: what a text names is not read, from a disk no more than from elsewhere."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Going back is for whoever shows it: this knows no page but one."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_edges()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._markdown:
            at = self.verticalScrollBar().value()
            self._render()
            self.verticalScrollBar().setValue(at)

    def _render(self) -> None:
        self.document().setDefaultStyleSheet(rendering.style() + _style())
        self.setHtml(_html(self._markdown))
        space_lines(self.document())
        self._lay_edges()
        self.setExtraSelections(self._marks())

    def _lay_edges(self) -> None:
        """The margins that leave a line of good length."""
        edge = max(theme.px(_EDGE), (self.viewport().width() - theme.px(_WIDEST)) // 2)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        if shape.leftMargin() != edge or shape.topMargin() != theme.px(_TOP):
            shape.setLeftMargin(edge)
            shape.setRightMargin(edge)
            shape.setTopMargin(theme.px(_TOP))
            shape.setBottomMargin(theme.px(_TOP * 2))
            frame.setFrameFormat(shape)

    def _blocks(self) -> Iterable[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _marks(self) -> list[QTextEdit.ExtraSelection]:
        made: list[QTextEdit.ExtraSelection] = []
        for word in self._words:
            found = self.document().find(word)
            while not found.isNull() and len(made) < _MOST_MARKS:
                if _begins_word(self.document(), found):
                    made.append(self._marked(found))
                found = self.document().find(word, found)
        return made

    @staticmethod
    def _marked(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor
        made.format.setBackground(QColor(theme.current().selection))
        return made


def _html(markdown: str) -> str:
    """Headings of columns stand over their columns, and lines of code on one ground."""
    ground = (
        f'<table width="100%" cellpadding="{theme.px(12)}" bgcolor="{theme.current().sunken}"><tr><td><pre>'
    )
    html = rendering.to_html(markdown).replace("<th>", '<th align="left">')
    return html.replace("<pre><code>", ground).replace("\n</code></pre>", "</pre></td></tr></table>")


def _begins_word(document: QTextDocument, found: QTextCursor) -> bool:
    start = found.selectionStart()
    return start == 0 or not document.characterAt(start - 1).isalnum()


def _style() -> str:
    """What a page of its own has beside a text: larger headings, more room."""
    tokens, px = theme.current(), theme.px
    return f"""
        p, li, td, th {{ font-size: {px(15)}px; }}
        p {{ margin-bottom: {px(12)}px; }} li {{ margin-bottom: {px(4)}px; }}
        h1 {{ font-size: {px(26)}px; margin-top: 0; margin-bottom: {px(12)}px; }}
        h2 {{ font-size: {px(20)}px; margin-top: {px(28)}px; margin-bottom: {px(8)}px; }}
        table {{ margin-top: {px(4)}px; margin-bottom: {px(16)}px; }}
        th {{ color: {tokens.text2}; font-weight: 600; }}
        code, pre {{ font-size: {px(14)}px; }} pre {{ background-color: transparent; margin: 0; white-space: pre-wrap; }}
        a {{ text-decoration: none; }} strong {{ font-weight: 600; }}
    """
