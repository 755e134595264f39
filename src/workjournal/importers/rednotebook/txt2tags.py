"""txt2tags, the markup of RedNotebook, as Markdown: titles, lists, quotations, tables, code, lines.

What has no markup stays letter for letter. Rules: https://txt2tags.org/rules.html. Two things are read as people mean
them, not as txt2tags does: a text behind an empty line and without indentation is no longer part of a list, and a
comment (a line with % in front) stays where it is, to be seen.
"""

import re
from dataclasses import dataclass

from workjournal.importers.html.pieces import escaped, fenced, table
from workjournal.importers.rednotebook.marks import to_markdown as marked

_BLOCKS = ("```", '"""', "'''", "%%%")
_TITLE = re.compile(r" *+(={1,5}+|\+{1,5}+)(?P<text>[^=+].*?)(?<![=+])\1(?:\[[\w-]*+\])?\s*+")
_BAR = re.compile(r"\s*+[_=-]{20,}+\s*+")
_ITEM = re.compile(r"( *+)([-+:]) ++(\S.*)")
_END = re.compile(r"( *+)[-+:]\s*+")
_ROW = re.compile(r" *+\|[|_/]?\s")
_COLUMN = re.compile(r"[ \t](\|++)(?=[ \t])")
_BREAK = re.compile(r"\\\\\s*\Z")
_SEEN_AS_BLOCK = re.compile(
    r"(?:#{1,6}(?:\s|\Z)|[=+-]++\s*\Z|[*_-](?:[ \t]*+[*_-]){2,}\s*\Z|~{3,}|`{3,}|\[[^\[\]]*+\]:|\d{3,9}[.)]\s)"
)
"""What only Markdown would take for a title, a line, code or the end of a link. Lists as in Markdown are ones."""
_DEEPEST = 8
"""Lists and quotations in one another; Markdown's readers give up on more."""


def to_markdown(text: str) -> str:
    """The whole of a text."""
    return _Conversion(text).whole()


@dataclass
class _List:
    """An open list: how far it is indented there, and here; the number of its last item."""

    indent: int
    sign: str
    column: int
    marker: str = ""
    number: int = 0

    @property
    def inside(self) -> int:
        return self.column + len(self.marker)


class _Conversion:
    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._made: list[str] = []
        self._lists: list[_List] = []
        self._blanks = 0
        self._last = ""  # what the last line was
        self._titles = [0] * 5
        self._ended = ""  # the sign of the list that ended last, while nothing else came

    def whole(self) -> str:
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if line.rstrip() in _BLOCKS:
                at = self._block(at)
            elif _ROW.match(line):
                at = self._table(at)
            else:
                self._line(line)
                at += 1
        return "\n".join(self._made)

    def _line(self, line: str) -> None:
        title, item = _TITLE.fullmatch(line), _ITEM.fullmatch(line)
        if not line.strip():
            self._blank()
        elif title:
            self._end_lists()
            self._put("title", self._title(title[1], title["text"].strip()))
        elif _BAR.fullmatch(line):
            self._end_lists()
            self._put("bar", "---", apart=True)
        elif item:
            self._item(len(item[1]), item[2], item[3])
        elif self._lists and (end := _END.fullmatch(line)):
            self._end_lists(len(end[1]))
            self._put("blank", "")
        elif line.startswith("\t"):
            self._quotation(line)
        elif line[:4].rstrip() in _BLOCKS:
            self._code(line[:3], [line[4:]])
        else:
            self._words(line)

    def _blank(self) -> None:
        self._blanks += 1
        if self._blanks == 2:
            self._end_lists()
        self._made.append("")
        self._last = "blank"

    def _put(self, kind: str, *lines: str, apart: bool = False) -> None:
        """Add lines; behind an empty one where they must stand apart from what is before, as Markdown reads it."""
        if self._made and self._last != "blank" and (apart or self._last in {"table", "quotation"} - {kind}):
            self._made.append("")
        self._made += lines
        self._last = kind
        self._blanks = 0
        if kind not in {"item", "blank"}:
            self._ended = ""

    def _title(self, sign: str, text: str) -> str:
        number = ""
        if sign[0] == "+":
            level = len(sign)
            self._titles[level - 1] += 1
            self._titles[level:] = [0] * (5 - level)
            number = ".".join(str(each) for each in self._titles[:level] if each) + ". "
        words = escaped(text)
        return (
            f"{'#' * len(sign)} {number}{words[:-1]}\\#"
            if words.endswith("#")
            else f"{'#' * len(sign)} {number}{words}"
        )

    def _item(self, indent: int, sign: str, text: str) -> None:
        if len(self._lists) == 1 and sign == self._lists[0].sign:
            self._lists[0].indent = min(indent, self._lists[0].indent)
        while self._lists and (
            indent < self._lists[-1].indent
            or (indent == self._lists[-1].indent and sign != self._lists[-1].sign)
        ):
            self._end_lists(self._lists[-1].indent)
        if not self._lists or (indent > self._lists[-1].indent and len(self._lists) < _DEEPEST):
            column = self._lists[-1].inside if self._lists else 0
            # Two lists side by side are one in Markdown, unless they have other signs.
            marker = ("*", ")") if not self._lists and self._ended == sign else ("-", ".")
            self._lists.append(_List(indent, sign, column, marker[sign == "+"]))
        current = self._lists[-1]
        current.number += 1
        style = current.marker.strip(" 0123456789")
        current.marker = f"{current.number}{style} " if sign == "+" else f"{style} "
        first = f"{' ' * current.column}{current.marker}"
        self._put("item", first + self._said(text))

    def _end_lists(self, indent: int = 0) -> None:
        """End the lists that are indented as far, or further."""
        while self._lists and self._lists[-1].indent >= indent:
            ended = self._lists.pop()
            style = ended.marker.strip(" 0123456789")
            self._ended = ended.sign if style in {"-", "."} else ""

    def _inside(self) -> str:
        return " " * self._lists[-1].inside if self._lists else ""

    def _quotation(self, line: str) -> None:
        text = line.lstrip("\t")
        depth = min(len(line) - len(text), _DEEPEST)
        before = self._inside()
        last = self._made[-1] if self._last == "quotation" else ""
        if last.count("> ", 0, len(before) + 2 * _DEEPEST) > depth:
            self._made.append(f"{before}>")  # or else Markdown takes it for more of the inner one
        self._put("quotation", f"{before}{'> ' * depth}{self._said(text.strip())}")

    def _words(self, line: str) -> None:
        text = line.lstrip()
        indent = len(line) - len(text)
        if self._blanks and not indent:
            self._end_lists()
        within = self._inside() if indent or self._blanks else ""
        if not self._lists:
            within = line[:indent] if indent < 4 and "\t" not in line[:indent] else ""
        said = escaped(text) if text.startswith("%") else self._said(text)
        self._put("words", f"{within}{said}")

    def _said(self, text: str) -> str:
        """The words of a line, with their marks; two backslashes at its end are where the next one begins."""
        whole = _BREAK.sub("", text)
        said = marked(whole)
        if _SEEN_AS_BLOCK.match(whole) and said[:1] == whole[:1]:
            said = f"\\{said}" if not whole[0].isdigit() else re.sub(r"([.)])", r"\\\1", said, count=1)
        return f"{said}  " if whole != text and said else said

    def _block(self, at: int) -> int:
        """Lines between two signs that stand alone; without the second, all that is left."""
        sign = self._lines[at].rstrip()
        end = at + 1
        while end < len(self._lines) and self._lines[end].rstrip() != sign:
            end += 1
        self._code(sign, self._lines[at + 1 : end])
        return end + 1

    def _code(self, sign: str, lines: list[str]) -> None:
        before = self._inside()
        if sign in {"```", "'''"}:
            lines = fenced("\n".join(lines)).split("\n")
        else:
            lines = [f"\\{each}" if _SEEN_AS_BLOCK.match(each) else each for each in map(escaped, lines)]
        self._put("code", *(before + line if line else "" for line in lines))

    def _table(self, at: int) -> int:
        self._end_lists()
        rows: list[list[str]] = []
        while at < len(self._lines) and _ROW.match(self._lines[at]):
            line = self._lines[at].strip()
            head = line.startswith(("||", "|_"))
            cells = _cells(line)
            rows.append([f"**{each}**" if each else each for each in cells] if head and rows else cells)
            if len(rows) == 1 and not head:
                rows.insert(0, [])
            at += 1
        self._put("table", *table(rows).split("\n"), apart=True)
        return at


def _cells(line: str) -> list[str]:
    """The cells of a row; one that spans columns has empty ones behind it."""
    inner = re.sub(r"\s\|+\Z", "", line.lstrip("|_/"))
    cells: list[str] = []
    parts = _COLUMN.split(inner)
    for number in range(0, len(parts), 2):
        cells.append(marked(parts[number].strip()))
        if number + 1 < len(parts):
            cells += [""] * (len(parts[number + 1]) - 1)
    return cells
