"""Words as they are compared in a search: without capitals, accents and ligatures, in any script."""

import itertools
import unicodedata
from collections.abc import Iterator
from functools import cache

MOST_FORMS = 64
"""Of one word: the number doubles with each pair of letters that may be written as one."""
LONGEST = 60
"""Letters of a word that is looked for in other ways of writing too."""
_PAIRS = {
    "ss": "ß",
    "ae": "æ",
    "oe": "œ",
    "ffi": "ﬃ",
    "ffl": "ﬄ",
    "ff": "ﬀ",
    "fi": "ﬁ",
    "fl": "ﬂ",
}
"""Letters that are written as one, and are looked for as both."""
_POINTS = (
    (0x300, 0x36F),
    (0x591, 0x5C7),
    (0x610, 0x61A),
    (0x64B, 0x65F),
    (0x670, 0x670),
    (0x6D6, 0x6ED),
)
"""Accents and points over and under letters; vowel signs of Indian and Thai writing are letters of their own."""
_SPACELESS = (
    (0x0E00, 0x0FFF),  # Thai, Lao, Tibetan
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),  # Chinese characters
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x3FFFF),
)
_POINTED = (
    (0x0370, 0x03FF),
    (0x1F00, 0x1FFF),  # Greek
    (0x0400, 0x052F),
    (0xA640, 0xA69F),  # Cyrillic
    (0x0590, 0x06FF),
    (0x0750, 0x077F),  # Hebrew, Arabic
)
FIRST_SPACELESS = chr(_SPACELESS[0][0])
"""No letter of a script without spaces is before it."""
SPACELESS_GLOB = f"*[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _SPACELESS)}]*"
"""SQLite's pattern of a word with such a letter in it."""


def is_letter(letter: str) -> bool:
    """Whether words are made of it, as the tokenizer of the index has it: letters, digits, and marks on them."""
    kind = unicodedata.category(letter)
    return kind[0] in "LN" or kind in {"Mn", "Mc", "Co"}


def words_of(text: str) -> list[str]:
    """The runs of letters in a text."""
    return ["".join(run) for letters, run in itertools.groupby(text, is_letter) if letters]


def is_spaceless(word: str) -> bool:
    """Whether it is of a script that puts no spaces between words, at least in part."""
    return any(_within(letter, _SPACELESS) for letter in word)


def is_pointed(word: str) -> bool:
    """Whether it is of a script whose accents or points the index keeps."""
    return any(_within(letter, _POINTED) for letter in word)


def fold(text: str) -> str:
    """A text as it is compared."""
    return "".join(map(_folded, text))


def folded(text: str) -> tuple[str, list[int] | None]:
    """The same, and of each letter of it the place in `text`; None where all places are the same."""
    if text.isascii():
        return text.lower(), None
    pieces = [_folded(letter) for letter in text]
    if all(len(piece) == 1 for piece in pieces):
        return "".join(pieces), None
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


def forms(word: str, *, is_open: bool = False) -> list[str]:
    """How a word may be written, of which the index knows each apart: "strasse" and "straße", composed or not.

    With `is_open` it is the beginning of a word, which may go on in the middle of such a pair of letters.
    """
    if len(word) > LONGEST:
        return [word]
    spelled = _spelled(word)
    found = [form for form, _ in zip(_written(spelled, is_open=is_open), range(MOST_FORMS), strict=False)]
    both = (unicodedata.normalize(form, each) for each in (word, *found) for form in ("NFC", "NFD"))
    return list(dict.fromkeys((word, *found) if word.isascii() else (word, *both)))


def beginnings(word: str) -> list[tuple[str, str]]:
    """The ranges (from, before) of words in which those alike to a word of a pointed script lie in an index."""
    first = fold(word)[:1]
    ends = sorted({ord(first), *(code for code in _pointed_letters() if _folded(chr(code))[:1] == first)})
    ranges: list[tuple[str, str]] = []
    for _, run in itertools.groupby(enumerate(ends), lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in run]
        ranges.append((chr(codes[0]), chr(codes[-1] + 1)))
    return ranges


def _spelled(word: str) -> str:
    """In lower case, with every pair written as two; accents stay, as the index takes them away itself."""
    whole = unicodedata.normalize("NFC", word).lower()
    for pair, one in _PAIRS.items():
        whole = whole.replace(one, pair)
    return whole


def _written(word: str, *, is_open: bool) -> Iterator[str]:
    if not word:
        yield ""
        return
    for rest in _written(word[1:], is_open=is_open):
        yield word[0] + rest
    for pair, one in _PAIRS.items():
        if word.startswith(pair):
            yield from (one + rest for rest in _written(word[len(pair) :], is_open=is_open))
        elif is_open and pair.startswith(word):
            yield one


@cache
def _folded(letter: str) -> str:
    plain = "".join(
        each for each in unicodedata.normalize("NFD", letter.casefold()) if not _within(each, _POINTS)
    )
    return "".join({"æ": "ae", "œ": "oe"}.get(each, each) for each in plain)


@cache
def _pointed_letters() -> tuple[int, ...]:
    return tuple(code for first, last in _POINTED for code in range(first, last + 1) if is_letter(chr(code)))


def _within(letter: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    code = ord(letter)
    return code >= ranges[0][0] and any(first <= code <= last for first, last in ranges)
