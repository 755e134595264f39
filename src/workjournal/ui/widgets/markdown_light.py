"""Light colouring of Markdown source: the marks step back, headings and bold step forward. Nothing is hidden."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from workjournal.ui import theme

_BLOCK = re.compile(r"^(?P<heading>#{1,6}\s)|^\s{0,8}(?P<list>(?:[-*+]|\d{1,3}[.)])\s)|^(?P<quote>>+\s?)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_CODE = re.compile(r"(`+)([^`]+)\1")


@dataclass(frozen=True)
class _Formats:
    mark: QTextCharFormat
    strong: QTextCharFormat
    quote: QTextCharFormat
    bullet: QTextCharFormat
    code: QTextCharFormat


def _formats() -> _Formats:
    made = _Formats(*(QTextCharFormat() for _ in range(5)))
    made.mark.setForeground(theme.color("text3"))
    made.strong.setFontWeight(QFont.Weight.DemiBold)
    made.quote.setForeground(theme.color("text2"))
    made.bullet.setForeground(theme.color("accent"))
    made.bullet.setFontWeight(QFont.Weight.DemiBold)
    made.code.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    made.code.setBackground(theme.color("sunken"))
    return made


class MarkdownLight(QSyntaxHighlighter):
    """Colours headings, bold, lists, quotes and code of a document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats = _formats()

    def renew(self) -> None:
        """Take the colours of the theme in force."""
        self._formats = _formats()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        formats = self._formats
        begins = _BLOCK.match(text)
        if begins is not None and begins["heading"]:
            self.setFormat(0, len(text), formats.strong)
            self.setFormat(0, begins.end(), formats.mark)
        elif begins is not None and begins["list"]:
            self.setFormat(begins.start("list"), len(begins["list"]), formats.bullet)
        elif begins is not None:
            self.setFormat(0, len(text), formats.quote)
            self.setFormat(0, begins.end(), formats.mark)
        for pattern, inner in ((_BOLD, formats.strong), (_CODE, formats.code)):
            for found in pattern.finditer(text):
                mark = len(found[1])
                self.setFormat(found.start(), mark, formats.mark)
                self.setFormat(found.start() + mark, len(found[2]), inner)
                self.setFormat(found.end() - mark, mark, formats.mark)
