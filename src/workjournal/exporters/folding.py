"""One way to write each text, so that case, spaces, line ends, hyphens and marks hide nothing from a search."""

import re
import unicodedata
from collections.abc import Iterable

# PDFium writes U+FFFE or U+0002 for a hyphen at a line's end; zero-width spaces are our own places to break.
_BROKEN = re.compile("[\ufffe\x02\u00ad]\\s*|[-\u2010]\\s*\n\\s*|\u200b\\s*|[\u200c\u200d\u2060\ufeff]")
_ALIF = re.compile("[\u0622\u0623\u0625\u0627]")
# Not \w: Markdown's underscores stand beside a word and are no part of it.
_WORD = re.compile(r"[^\W_]+")
_NOT_PLAIN = bytes(byte for byte in range(256) if not (byte < 128 and chr(byte).isalnum()))
_NO_LETTER = bytes(byte for byte in range(256) if not (byte < 128 and chr(byte).isalpha()))


def folded(text: str) -> str:
    """One case and one way to write each letter; words that a line's end broke are whole again."""
    whole = _BROKEN.sub("", unicodedata.normalize("NFKC", text))
    if text.isascii():
        return whole.lower()
    # Arabic draws lām and alif as one sign, which PDFium gives back in either order: neither order counts.
    whole = _ALIF.sub("", whole)
    return unicodedata.normalize("NFKC", whole.casefold())


def words_of(text: str) -> list[str]:
    """The runs of letters and digits of a folded text."""
    return _WORD.findall(text)


def bare(content: bytes) -> bytes:
    """ASCII letters and digits alone, which is the same for UTF-8, UTF-16 and one-byte codes. 1 ms a megabyte."""
    return content.lower().translate(None, _NOT_PLAIN)


def plain_letters(content: bytes) -> bytes:
    """The letters of `bare` alone: most of a drawing is numbers."""
    return content.lower().translate(None, _NO_LETTER)


def squeezed(text: str) -> str:
    """A text's letters and digits alone, folded."""
    return bare(text.encode()).decode() if text.isascii() else "".join(words_of(folded(text)))


def spaced(text: str) -> str:
    """A text's words of letters and digits, folded, one space between them."""
    return " ".join(words_of(folded(text)))


def folded_all(words: Iterable[str]) -> set[str]:
    """Words as they are sought: folded, with single spaces."""
    return {" ".join(folded(word).split()) for word in words} - {""}


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of these folded words as whole words, the longest first; one that never matches where there are none."""
    parts = [r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True)]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])" if parts else r"(?!)")
