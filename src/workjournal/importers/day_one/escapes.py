"""Which backslashes of a text Markdown needs: those without which a mark would be no letter any more.

By CommonMark 0.31 with tables and strikethrough. In doubt a backslash stays, for it never shows.
"""

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

_MARKERS = r"(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t]|\[[ xX]\][ \t])*"
_BEGINNING = re.compile(_MARKERS)
_NUMBER = re.compile(_MARKERS + r"\d{1,9}")
_LONGEST_BEGINNING = 40
_BLANK = ("", " ", "\t", "\n")
_UNDERLINE = re.compile(r"(?:\\?=|[ \t])*+(?:\n|\Z)")
_TABLE_LINE = re.compile(r"(?:\\?[-:|]|[ \t])*+(?:\n|\Z)")
"""Also what makes a line of dashes: a rule, or what is under a heading."""
_HEADING = re.compile(r"(?:\\?#){0,5}(?:[ \t\n]|\Z)")
_HEADING_END = re.compile(r"(?:\\?#)*+[ \t]*+(?:\n|\Z)")
_TASK = re.compile(r"[ xX]\\?\](?:[ \t\n]|\Z)")
_ENTITY = re.compile(r"\\?#?\w{1,32}\\?;")
_ENTITY_START = re.compile(r"&\\?#?\w{1,32}\Z")
_LONGEST_ENTITY = 36
_LINE_END = re.compile(r"[ \t]*+\n")
_LINK = re.compile(r"\]\\?[(\[:]")
_TAG_NAME = re.compile(r"[A-Za-z]|\\?[/!?]")
_TAG = re.compile(r"(?<!\\)<[A-Za-z/!?]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n")


class Paragraph:
    """Lines that belong together, and what is true of all their marks."""

    def __init__(self, text: str, has_definitions: bool) -> None:
        self.text = text
        self._has_definitions = has_definitions
        """Whether "[words]" may be a link, explained anywhere in the text."""

    @cached_property
    def has_links(self) -> bool:
        return self._has_definitions or _LINK.search(self.text) is not None

    @cached_property
    def has_table(self) -> bool:
        return any("-" in line and set(line) <= set("|:- \t>\\") for line in self.text.split("\n"))

    @cached_property
    def has_tags(self) -> bool:
        return _TAG.search(self.text) is not None

    @cached_property
    def tildes(self) -> int:
        return self.text.count("~")


class Escape(NamedTuple):
    """A backslash at `at`, on the line that begins at `line`, and the mark after it."""

    paragraph: Paragraph
    at: int
    line: int

    @property
    def mark(self) -> str:
        return self.paragraph.text[self.at + 1]

    @property
    def before(self) -> str:
        """The letter before it on its line, or ""."""
        return self.paragraph.text[self.at - 1] if self.at > self.line else ""

    @property
    def after(self) -> str:
        """The letter after the mark, or ""."""
        return self.paragraph.text[self.at + 2 : self.at + 3]

    def begins(self, beginning: re.Pattern[str] = _BEGINNING) -> bool:
        """Whether only marks of lists and quotes stand before it on its line."""
        near = self.at - self.line <= _LONGEST_BEGINNING
        return near and beginning.fullmatch(self.paragraph.text, self.line, self.at) is not None

    def precedes(self, rest: re.Pattern[str]) -> bool:
        """Whether this follows the mark."""
        return rest.match(self.paragraph.text, self.at + 2) is not None


def _starts_item(escape: Escape) -> bool:
    if not escape.begins():
        return False
    return escape.after in _BLANK or (escape.mark == "-" and escape.precedes(_TABLE_LINE))


def _ends_number(escape: Escape) -> bool:
    return escape.after in _BLANK and escape.begins(_NUMBER)


def _underlines(escape: Escape) -> bool:
    return escape.begins() and escape.precedes(_UNDERLINE)


def _heads(escape: Escape) -> bool:
    if escape.begins():
        return escape.precedes(_HEADING)
    after_mark = escape.before in ("#", "&") and escape.paragraph.text[escape.at - 2 : escape.at - 1] != "\\"
    return after_mark or (escape.before in _BLANK and escape.precedes(_HEADING_END))


def _emphasizes(escape: Escape) -> bool:
    before, after = escape.before, escape.after
    if escape.mark == "_" and before.isalnum() and after.isalnum():
        return False
    return not (before in _BLANK and after in _BLANK) or escape.begins()


def _brackets(escape: Escape) -> bool:
    return escape.paragraph.has_links or (escape.begins() and escape.precedes(_TASK))


def _ends_entity(escape: Escape) -> bool:
    start = max(0, escape.at - _LONGEST_ENTITY)
    return _ENTITY_START.search(escape.paragraph.text[start : escape.at]) is not None


def _stands_alone(escape: Escape) -> bool:
    return escape.after in _PUNCTUATION or escape.precedes(_LINE_END)


def _opens_tag(escape: Escape) -> bool:
    return escape.precedes(_TAG_NAME)


_RULES: dict[str, Callable[[Escape], bool]] = {
    "-": _starts_item,
    "+": _starts_item,
    ".": _ends_number,
    ")": _ends_number,
    "=": _underlines,
    "#": _heads,
    "*": _emphasizes,
    "_": _emphasizes,
    "[": _brackets,
    "]": _brackets,
    "<": _opens_tag,
    ">": lambda escape: escape.begins() or escape.paragraph.has_tags,
    "(": lambda escape: escape.before == "]",
    "!": lambda escape: escape.after == "[",
    "&": lambda escape: escape.precedes(_ENTITY),
    "~": lambda escape: escape.paragraph.tildes > 1,
    "|": lambda escape: escape.paragraph.has_table,
    ";": _ends_entity,
    ":": lambda escape: escape.begins() and escape.precedes(_TABLE_LINE),
    "\\": _stands_alone,
    "`": lambda _escape: True,
}


def is_needed(paragraph: Paragraph, at: int, line: int) -> bool:
    """Whether the backslash at `at` has to stay, on the line that begins at `line`."""
    rule = _RULES.get(paragraph.text[at + 1])
    return rule is not None and rule(Escape(paragraph, at, line))
