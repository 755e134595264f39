"""The part of a text in which something was found, and where in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workjournal.domain.folding import fold, folded, is_spaceless, words_of
from workjournal.domain.query import Term

LENGTH = 160
BEFORE = 40
"""Letters of an excerpt, and how many of them before the first that was found."""
CUT = "…"


@dataclass(frozen=True)
class Excerpt:
    """Plain text on one line; `marks` are the places (start, end) of what was looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Marker:
    """Finds the words of terms in texts, as the index does."""

    def __init__(self, terms: Iterable[Term]) -> None:
        wanted = [pattern for term in terms if not term.left_out for pattern in _patterns(term)]
        self._pattern = re.compile("|".join(wanted)) if wanted else None

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """The places (start, end) of the words in `text`."""
        if self._pattern is None:
            return ()
        plain, places = folded(text)
        found = (match.span() for match in self._pattern.finditer(plain))
        if places is None:
            return tuple(found)
        return tuple((places[start], places[end - 1] + 1) for start, end in found)

    def excerpt(self, text: str, length: int = LENGTH) -> Excerpt:
        """About `length` letters around the first word that was found; the beginning where none is there."""
        line = " ".join(text.split())
        marks = self.marks(line)
        start = max(0, marks[0][0] - BEFORE) if marks else 0
        if start:  # at the beginning of a word, but never far into the text of a script without any
            start = min(line.find(" ", start, marks[0][0]) + 1 or start, marks[0][0])
        end = min(len(line), start + length)
        if end < len(line):
            end = max(line.rfind(" ", start + length // 2, end), -1)
            end = end if end > 0 else start + length
        shift = len(CUT) * bool(start) - start
        shown = CUT * bool(start) + line[start:end] + CUT * (end < len(line))
        within = ((max(first, start), min(last, end)) for first, last in marks if first < end)
        return Excerpt(shown, tuple((first + shift, last + shift) for first, last in within))


def _patterns(term: Term) -> list[str]:
    """Regular expressions on a folded text."""
    words = words_of(term.words)
    inside = [fold(word) for word in words if is_spaceless(word)]
    if inside:
        words = [word for word in words if not is_spaceless(word)]
        return [*map(re.escape, inside), *(_whole([word], is_open=term.is_open) for word in words)]
    return [_whole(words, is_open=term.is_open)] if words else []


def _whole(words: list[str], *, is_open: bool) -> str:
    end = r"[^\W_]*" if is_open else r"(?![^\W_])"
    return r"(?<![^\W_])" + r"[\W_]+".join(re.escape(fold(word)) for word in words) + end
