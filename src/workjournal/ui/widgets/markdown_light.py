"""Light colouring of Markdown source: the marks step back, headings and bold step forward. Nothing is hidden.

Words that are known to be wrong get a wavy line, but not the one at which somebody is typing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from workjournal.ui import theme
from workjournal.ui.prose.list_keys import IN_CODE
from workjournal.ui.prose.units import utf16
from workjournal.ui.prose.verdicts import Verdicts
from workjournal.ui.prose.word_finding import words_of

_BLOCK = re.compile(
    r"^(?P<heading>#{1,6}\s)|^\s{0,8}(?P<list>(?:[-*+]|\d{1,9}[.)])\s)(?P<task>\[[ xX]\](?=\s|$))?|^(?P<quote>>+\s?)"
)
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_INLINE = re.compile(
    r"(?P<code>(?<!`)(?P<tick>`{1,6})(?!`)[^`]{1,1000}(?P=tick))"
    r"|(?P<strong>(?P<bold>\*\*|__)(?=\S).{1,400}?(?<=\S)(?P=bold))"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])[^*]{1,400}(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_]{1,400}(?<=\S)_(?![\w_]))"
    r"|(?P<link>\[[^\]\n]{1,400}\]\([^)\s]{0,2000}\)|\bhttps?://[^\s)>\]]+)"
)
_LONGEST = 20_000
"""Letters of a line of which marks within are coloured; a longer one is no prose."""
_SLICE_MS = 5


@dataclass(frozen=True)
class _Formats:
    mark: QTextCharFormat
    strong: QTextCharFormat
    emphasis: QTextCharFormat
    quote: QTextCharFormat
    bullet: QTextCharFormat
    code: QTextCharFormat
    link: QTextCharFormat


def _formats() -> _Formats:
    made = _Formats(*(QTextCharFormat() for _ in range(7)))
    made.mark.setForeground(theme.color("text3"))
    made.strong.setFontWeight(QFont.Weight.DemiBold)
    made.emphasis.setFontItalic(True)
    made.quote.setForeground(theme.color("text2"))
    made.bullet.setForeground(theme.color("accent"))
    made.bullet.setFontWeight(QFont.Weight.DemiBold)
    made.code.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    made.code.setBackground(theme.color("sunken"))
    made.link.setForeground(theme.color("accent"))
    return made


class MarkdownLight(QSyntaxHighlighter):
    """Colours headings, emphasis, lists, tasks, quotes, links and code of a document, and words that are wrong.

    Attributes:
        caret: where somebody is typing, in the document; -1 where nobody is.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats = _formats()
        self._verdicts: Verdicts | None = None
        self.caret: Callable[[], int] = lambda: -1
        self._held: tuple[QTextBlock, int, int] | None = None
        self._sweep: Iterator[QTextBlock | None] = iter(())
        self._sweeping = QTimer(self, interval=0)
        self._sweeping.timeout.connect(self._go_on)

    def renew(self) -> None:
        """Take the colours of the theme in force."""
        self._formats = _formats()
        self.rehighlight()

    def set_verdicts(self, verdicts: Verdicts) -> None:
        """Mark from now on what this one finds wrong."""
        self._verdicts = verdicts
        verdicts.learned.connect(self._learn)
        self._learn(None)

    def caret_moved(self) -> None:
        """Mark the word that was being typed, once one is elsewhere."""
        if self._held is None:
            return
        block, start, end = self._held
        if not block.isValid():
            self._held = None
        elif not start <= self.caret() - block.position() <= end:
            self._held = None
            self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:
        coding, fence = self.previousBlockState() == IN_CODE, _FENCE.match(text) is not None
        self.setCurrentBlockState(IN_CODE if coding != fence else 0)
        line = utf16(text)
        if coding or fence:
            self.setFormat(0, len(line), self._formats.mark if fence else self._formats.code)
            return
        self._colour_beginning(line)
        if len(line) <= _LONGEST:
            self._colour_inside(line)
            self._mark_wrong(line)

    def _colour_beginning(self, line: str) -> None:
        formats, begins = self._formats, _BLOCK.match(line)
        if begins is None:
            return
        if begins["heading"]:
            self.setFormat(0, len(line), formats.strong)
            self.setFormat(0, begins.end(), formats.mark)
        elif begins["list"]:
            self.setFormat(begins.start("list"), len(begins["list"]), formats.bullet)
            if begins["task"]:
                self.setFormat(begins.start("task"), 3, formats.bullet)
                if begins["task"] != "[ ]":
                    self.setFormat(begins.end(), len(line) - begins.end(), formats.mark)
        else:
            self.setFormat(0, len(line), formats.quote)
            self.setFormat(0, begins.end(), formats.mark)

    def _colour_inside(self, line: str) -> None:
        formats = self._formats
        for found in _INLINE.finditer(line):
            if found["link"]:
                words = found["link"].find("](")
                self.setFormat(found.start(), len(found[0]), formats.link if words < 0 else formats.mark)
                if words > 0:
                    self.setFormat(found.start() + 1, words - 1, formats.link)
                continue
            width = len(found["tick"] or found["bold"] or "*")
            inner = formats.code if found["code"] else formats.strong if found["strong"] else formats.emphasis
            self.setFormat(found.start(), len(found[0]), formats.mark)
            self.setFormat(found.start() + width, len(found[0]) - 2 * width, inner)

    def _mark_wrong(self, line: str) -> None:
        if self._verdicts is None:
            return
        at = self.caret() - self.currentBlock().position()
        for start, end, word in words_of(line):
            if start <= at <= end:
                self._held = (self.currentBlock(), start, end)
                continue
            if not self._verdicts.is_wrong(word):
                continue
            marked = QTextCharFormat(self.format(start))
            marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            marked.setUnderlineColor(theme.color("danger"))
            self.setFormat(start, end - start, marked)

    def _learn(self, wrong: frozenset[str] | None) -> None:
        """Look again at the paragraphs that have these words, or at all, a few at a time."""
        document = self.document()
        if document is not None:
            # Two at once become one: what was not yet looked at again may have other words.
            self._sweep = _blocks(document, None if self._sweeping.isActive() else wrong)
            self._sweeping.start()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for block in self._sweep:
            if block is not None:
                self.rehighlightBlock(block)
            if clock.elapsed() >= _SLICE_MS:
                return
        self._sweeping.stop()


def _blocks(document: QTextDocument, words: frozenset[str] | None) -> Iterator[QTextBlock | None]:
    """The paragraphs that have one of these words, or all, and None for each other one; the text may change meanwhile."""
    place = 0
    while place < document.blockCount():
        block = document.findBlockByNumber(place)
        place += 1
        has = words is None or any(word in words for _, _, word in words_of(utf16(block.text())))
        yield block if has else None
