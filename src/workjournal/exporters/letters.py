"""Letters that the pack's fonts cannot draw, and words too long for a line: nothing may vanish, nothing may overflow."""

import re
import unicodedata
from collections.abc import Callable

LONGEST_WORD = 28
"""Letters in a row before a word may be broken anywhere; longer than any word of ordinary prose."""
BOX = "□"
BREAK = "\u200b"
"""Zero-width space: a place where a line may end."""

# Drawn by Inter, as tests/exporters/test_review_pack.py proves; only other letters are worth asking Typst about.
SAFE = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) | frozenset("\n\t–—‘’‚“”„…•→←≥≤≠−€™□")
# Invisible marks that have a meaning in some scripts; every other format character is dropped.
_KEPT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")


def short(text: str, most: int) -> str:
    """One line of at most `most` letters; an ellipsis says where it was cut."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    words = cut.rsplit(" ", 1)[0]
    return (words if len(words) > most / 2 else cut).rstrip(" ,;:–-") + "…"


def shown(text: str, missing: frozenset[str]) -> str:
    """`text` as it can be drawn: a picture sign no font has becomes its name in brackets, another letter a box.

    Control and format characters, which have no shape, are left out; `missing` comes from `fonts.missing`.
    """
    if SAFE.issuperset(text):
        return text
    return "".join(letter if letter in SAFE else _shown(letter, missing) for letter in text)


def _shown(letter: str, missing: frozenset[str]) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cc" or (kind == "Cf" and letter not in _KEPT and letter not in missing):
        return ""
    if letter not in missing and kind not in {"Cs", "Co", "Cn"}:
        return letter
    if "\U0001f1e6" <= letter <= "\U0001f1ff":
        return f"[{chr(ord(letter) - 0x1F1E6 + ord('A'))}]"  # half of a flag
    if kind == "Sk" or letter == "\ufe0f":
        return ""  # the shade or style of the sign before it
    name = unicodedata.name(letter, "")
    return f"[{name.lower()}]" if kind == "So" and name else BOX


def apart(text: str, drawn: Callable[[str], bool]) -> str:
    """`text` with a box for each mark that no font has on the letter before it.

    `drawn` says whether a letter can be set together with its marks, such as `fonts.drawn`.
    """
    if SAFE.issuperset(text):
        return text
    signs: list[str] = []
    for letter in text:
        if signs and _is_mark(letter):
            signs[-1] += letter
        else:
            signs.append(letter)
    return "".join(sign if not _is_mark(sign[-1]) or drawn(sign) else _boxed(sign) for sign in signs)


def _boxed(sign: str) -> str:
    return "".join(BOX if _is_mark(letter) else letter for letter in sign)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"


def breakable(text: str) -> str:
    """`text` with places to break in every word that may be longer than a line.

    In a web address only in its longest parts: Typst breaks it at the joints, and a copied one must still work.
    """
    return _LONG.sub(_word, text)


# Not \s: no-break spaces hold words together, so they count as part of one.
_LONG = re.compile(rf"[^ \n\t{BREAK}]{{{LONGEST_WORD + 1},}}")


_LONG_PART = re.compile(r"[^/?&=._-]{41,}")


def _word(found: re.Match[str]) -> str:
    word = found.group()
    return _LONG_PART.sub(lambda part: _broken(part.group()), word) if "://" in word else _broken(word)


def _broken(word: str) -> str:
    """A break before each letter, but not between a letter and its marks."""
    return "".join(
        letter if not place or unicodedata.category(letter)[0] in "MC" else BREAK + letter
        for place, letter in enumerate(word)
    )
