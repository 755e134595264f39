"""The pages of the help, read and put together once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from workjournal import resources
from workjournal.ui.help.contents import CONTENTS, SCHEME, Entry, split

if TYPE_CHECKING:
    from workjournal.ui.help.insertions import Insertions

_FALLBACK = "en"
_SECTION = re.compile(r"^## (?P<title>.+?)(?: \{#(?P<anchor>[\w-]+)\})?$", re.MULTILINE)
_KNOWN = re.compile(r"^\{(?P<sort>method|chart) (?P<key>[\w-]+)\}$")
_FACT = re.compile(r"\{([a-z-]+)\}")
_LISTED_FROM = 6
"""Sections from which on a page begins with a list of them."""


@dataclass(frozen=True)
class Section:
    """A part of a page: its place ("charts#brier"), what it is headed, and its Markdown below that."""

    page: Entry
    anchor: str
    title: str
    markdown: str

    @property
    def topic(self) -> str:
        """What leads here."""
        return f"{self.page.key}#{self.anchor}" if self.anchor else self.page.key


@dataclass(frozen=True)
class Page:
    """A page: what comes before its first heading, and its sections."""

    entry: Entry
    sections: tuple[Section, ...]

    def markdown(self) -> str:
        """All of it; the title is its first heading, and each section has one in their order."""
        lead, *rest = self.sections
        parts = [f"# {lead.title}", lead.markdown]
        if len(rest) >= _LISTED_FROM:
            links = (f"[{each.title}]({SCHEME}{each.topic})" for each in rest)
            parts.append(" · ".join(links))
        parts += [f"## {each.title}\n\n{each.markdown}" for each in rest]
        return "\n\n".join(part for part in parts if part)

    def place(self, anchor: str) -> int:
        """Which heading is that of a section, the title being 0; also for one that there is not."""
        return next((place for place, each in enumerate(self.sections) if each.anchor == anchor), 0)


@dataclass(frozen=True)
class Book:
    """All pages by key."""

    pages: dict[str, Page]

    def page(self, topic: str) -> Page:
        """The page of "charts" or "charts#brier"; the first for one that there is not."""
        return self.pages.get(split(topic)[0]) or self.pages[CONTENTS[0].key]

    def sections(self) -> tuple[Section, ...]:
        """Of all pages, in order."""
        return tuple(section for page in self.pages.values() for section in page.sections)


@cache
def book(language: str) -> Book:
    """The help in a language; in English where there is none of it."""
    from workjournal.ui.help.insertions import Insertions  # with charts and importers, for what they say

    insertions = Insertions()
    return Book({entry.key: _page(entry, language, insertions) for entry in CONTENTS})


def _page(entry: Entry, language: str, insertions: "Insertions") -> Page:
    text = _text(entry.key, language)
    headings = list(_SECTION.finditer(text))
    ends = [*(each.start() for each in headings[1:]), len(text)]
    lead = text[: headings[0].start()] if headings else text
    made = [Section(entry, "", entry.label(), _filled(lead, insertions))]
    for heading, end in zip(headings, ends, strict=bool(headings)):
        made.append(_section(entry, heading, text[heading.end() : end], insertions))
    return Page(entry, tuple(made))


def _section(entry: Entry, heading: re.Match[str], text: str, insertions: "Insertions") -> Section:
    written = _filled(text, insertions)
    known = _KNOWN.match(heading["title"])
    if known is None:
        return Section(entry, heading["anchor"] or "", heading["title"], written)
    title, told = insertions.known(known["sort"], known["key"])
    return Section(entry, known["key"], title, f"{written}\n\n{told}".strip())


def _filled(text: str, insertions: "Insertions") -> str:
    """The text with what stands in braces said by the program."""
    return _FACT.sub(lambda found: insertions.fact(found[1]), text).strip()


def _text(key: str, language: str) -> str:
    try:
        file = resources.path("help", language, f"{key}.md")
    except FileNotFoundError:
        file = resources.path("help", _FALLBACK, f"{key}.md")
    return file.read_text(encoding="utf-8")
