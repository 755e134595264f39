"""The words of a line of Markdown that can be right or wrong: no code, no addresses, no names of files, no tokens."""

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from workjournal.ui.prose.units import utf16

_SKIPPED = re.compile(
    r"(?<!`)(`{1,6})(?!`)[^`]{1,2000}\1"  # code
    r"|\]\([^)\s]*\)"  # where a link leads
    r"|<[^>\s]{1,200}>"
    r"|\b(?:[a-zA-Z][\w+.-]{0,20}://|www\.|mailto:)\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w+"
    r"|(?<!\w)[#@+~][\w-]+"  # a tag, a person, a skill, a goal
    r"|(?<![^\W_])[^\W_]++(?:[.\\/_:][^\W_]+)+"  # a file, a place on the web, and/or
)
_LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*")
_JOINED = re.compile(r"\d|_[^\W_]")
_SCRIPTS = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ps", "ur"), "ARABIC"),
    **dict.fromkeys(("he", "yi"), "HEBREW"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "DEVANAGARI"),
    "el": "GREEK",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "ko": "HANGUL",
}


def words_of(line: str) -> Iterator[tuple[int, int, str]]:
    """Beginning, end and letters of each word to look at. Words with figures, in capitals or LikeThis are left out.

    Args:
        line: as `units.utf16` makes it.
    """
    line = _SKIPPED.sub(lambda found: " " * len(found[0]), line)
    for found in _WORD.finditer(line):
        word, start, end = found[0], found.start(), found.end()
        before, after = line[max(0, start - 2) : start], line[end : end + 2]
        if len(word) > 1 and _is_plain(word) and not (_JOINED.match(before[::-1]) or _JOINED.match(after)):
            yield start, end, word


def word_at(line: str, column: int) -> tuple[int, int, str] | None:
    """The word at a place of a line, the end of it included.

    Args:
        line: as Qt has it.
        column: as Qt counts.
    """
    return next((found for found in words_of(utf16(line)) if found[0] <= column <= found[1]), None)


def scripts_of(languages: Iterable[str]) -> frozenset[str]:
    """The scripts that languages ("en_GB") are written in, by their names in Unicode."""
    return frozenset(_SCRIPTS.get(language.split("_")[0], "LATIN") for language in languages)


@functools.lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter: "LATIN", "CYRILLIC", "CJK", …"""
    return unicodedata.name(letter, "").split(" ")[0]


def normal(word: str) -> str:
    """A word as dictionaries have it: composed, with a straight apostrophe."""
    return unicodedata.normalize("NFC", word).replace("’", "'")


def _is_plain(word: str) -> bool:
    return not word.isupper() and (
        word[1:].islower() or not any(a.islower() and b.isupper() for a, b in itertools.pairwise(word))
    )
