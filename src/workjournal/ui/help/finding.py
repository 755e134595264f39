"""Finding in the help: sections ranked by the words of a line, each word the beginning of one."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile

from workjournal.domain.folding import fold, folded, words_of
from workjournal.ui.help.book import Section

_TITLE, _PAGE, _TEXT = 8.0, 3.0, 1.0
"""What a word counts for in a section's heading, in its page's title, and in its text."""
_WHOLE = 1.5
"""How much more a whole word is than the beginning of one."""
_BEFORE, _LENGTH = 12, 120
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"(?m)^\s*(?:[-*>]|\d+\.)\s+|^\|[-|\s]*\|$|[*`]|\s*\|\s*")


@dataclass(frozen=True)
class Found:
    """A section in which it stands, and a piece of its text about there."""

    section: Section
    excerpt: str


@dataclass(frozen=True)
class _Leaf:
    """A section made ready to be looked through."""

    section: Section
    plain: str
    title: frozenset[str]
    page: frozenset[str]
    text: Counter[str]


@dataclass(frozen=True)
class _Wanted:
    """A word of the line: the words of the book that begin so, and how much it says that a section has one of them."""

    word: str
    alike: tuple[str, ...]
    rarity: float


class Finder:
    """Looks through sections; made once for a book."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._leaves = [_leaf(section) for section in sections]
        self._having = Counter(
            word for leaf in self._leaves for word in leaf.title | leaf.page | leaf.text.keys()
        )
        self._words = sorted(self._having)

    def find(self, line: str) -> list[Found]:
        """The sections with most of the line's words, the best first; those with fewer only where none has more."""
        words = list(dict.fromkeys(words_of(fold(line))))
        wanted = [self._wanted(word) for word in words]
        scored = [(*_score(leaf, wanted), leaf) for leaf in self._leaves]
        most = max((met for met, _, _ in scored), default=0)
        best = [(score, leaf) for met, score, leaf in scored if met == most > 0]
        best.sort(key=lambda each: -each[0])  # stable: equal ones in the order of the book
        return [Found(leaf.section, _excerpt(leaf.plain, words)) for _, leaf in best]

    def _wanted(self, word: str) -> _Wanted:
        begin = bisect_left(self._words, word)
        alike = tuple(takewhile(lambda each: each.startswith(word), islice(self._words, begin, None)))
        having = sum(self._having[each] for each in alike)
        return _Wanted(word, alike, math.log(1 + len(self._leaves) / (1 + having)))


def _score(leaf: _Leaf, wanted: list[_Wanted]) -> tuple[int, float]:
    """How many of the words it has, and how well it has them; a rare word says more."""
    met, score = 0, 0.0
    for each in wanted:
        here = _weight(leaf, each)
        met += here > 0
        score += here * each.rarity
    return met, score


def _weight(leaf: _Leaf, wanted: _Wanted) -> float:
    """What it counts for that a word stands here."""
    weight, often = 0.0, 0.0
    for word in wanted.alike:
        whole = _WHOLE if word == wanted.word else 1.0
        weight = max(weight, whole * (_TITLE * (word in leaf.title) + _PAGE * (word in leaf.page)))
        often += whole * leaf.text.get(word, 0)
    return weight + _TEXT * math.log2(1 + often)


def _leaf(section: Section) -> _Leaf:
    plain = _plain(section.markdown)
    title, page = _words(section.title), _words(section.page.label())
    return _Leaf(section, plain, frozenset(title), frozenset(page), Counter(_words(plain)))


def _words(text: str) -> list[str]:
    return words_of(fold(text))


def _plain(markdown: str) -> str:
    """Its words on one line, without the signs of Markdown."""
    return " ".join(_MARKS.sub(" ", _LINK.sub(r"\1", markdown)).split())


def _excerpt(plain: str, wanted: list[str]) -> str:
    """From a little before the first word that was looked for; from the beginning where it is only in the heading."""
    if not wanted:
        return plain[:_LENGTH]
    letters, places = folded(plain)
    found = re.search("|".join(rf"(?<!\w){re.escape(word)}" for word in wanted), letters)
    at = 0 if found is None else found.start() if places is None else places[found.start()]
    if at <= _BEFORE:
        return plain[:_LENGTH]
    begin = plain.rfind(" ", 0, at - _BEFORE) + 1
    return f"… {plain[begin : begin + _LENGTH]}"
