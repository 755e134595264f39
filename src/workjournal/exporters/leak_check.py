"""Looks through a finished PDF, with readers that did not write it, for what must not be in it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from workjournal.exporters import fonts, letters
from workjournal.exporters.markdown_tree import plain
from workjournal.exporters.pack_content import Secrets
from workjournal.exporters.pdf_contents import Blob, Said, contents
from workjournal.exporters.pdf_pages import texts_and_bodies

FEWEST_LETTERS = 6
"""Letters and digits of a text worth looking for: a shorter one ("done", "3 days") stands in any pack by chance."""
SURE_LETTERS = 24
"""From here on a text is looked for anywhere, below only as whole words, so that "report" is not in "reported"."""
BLOB_LETTERS = 12
BLOB_WORD = 6
"""Letters of a text, and of a word, worth looking for in fonts and drawings, where three bytes mean nothing."""
FOOTER = 50.0
"""Points above the page's lower edge that the footer takes, which cuts a text that runs over two pages."""
SHOWN = 40


def find_leaks(pdf: bytes, secrets: Secrets) -> list[str]:
    """What leaked and where, a clause each, showing no more than 40 letters of it; empty when nothing was found.

    Texts are compared by their letters and digits alone: case, spaces, line and page breaks, hyphens and Markdown's
    marks do not hide one. Words are whole words in any case.

    Raises:
        pikepdf.PdfError, pypdfium2.PdfiumError: it cannot be read, so nothing can be said of it.
    """
    held = list(contents(pdf))
    said = [*_pages(pdf), *(one for one in held if isinstance(one, Said))]
    blobs = [one for one in held if isinstance(one, Blob)]
    return [*_texts(said, blobs, secrets.texts), *_words(said, blobs, secrets)]


def _pages(pdf: bytes) -> Iterator[Said]:
    both = texts_and_bodies(pdf, FOOTER)
    for place, (text, _) in enumerate(both, 1):
        yield Said(f"page {place}", text)
    yield Said("two pages together", "\n".join(body for _, body in both))


def _texts(said: list[Said], blobs: list[Blob], texts: Iterable[str]) -> Iterator[str]:
    """Everything is searched at once, and place by place only after a hit."""
    squeezed = [_squeezed(one.text) for one in said]
    bare = [_bare(one.content) for one in blobs]
    all_said, all_bare = "\n".join(squeezed), b"\n".join(bare)
    for text in dict.fromkeys(texts):
        for form in _forms(text):
            sought = _squeezed(form)
            ascii_ = _bare(sought.encode())
            where: list[str] = []
            if len(sought) >= FEWEST_LETTERS and sought in all_said:
                places = [one for one, letters_ in zip(said, squeezed, strict=True) if sought in letters_]
                where += [
                    one.where for one in places if len(sought) >= SURE_LETTERS or _as_words(form, one.text)
                ]
            if len(ascii_) >= BLOB_LETTERS and ascii_ in all_bare:
                where += [one.where for one, content in zip(blobs, bare, strict=True) if ascii_ in content]
            if where:
                yield f'{_first(where)} holds a text that was not chosen: "{_short(text)}"'
                break


def _forms(text: str) -> Iterator[str]:
    """A text as it was typed, as its Markdown reads, and with what stands in for letters that no font has."""
    yield text
    read = plain(text)
    yield read
    strange = frozenset(
        letter for letter in read if letter not in letters.SAFE and unicodedata.category(letter) != "Cs"
    )
    if strange:
        yield letters.shown(read, fonts.missing(strange))


def _as_words(form: str, text: str) -> bool:
    return f" {_spaced(form)} " in f" {_spaced(text)} "


def _words(said: list[Said], blobs: list[Blob], secrets: Secrets) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    words, own = _folded_all(secrets.words), _folded_all(secrets.metadata_words)
    anywhere, metadata = _pattern(words), _pattern(words | own)
    for one in said:
        pattern = metadata if one.metadata else anywhere
        for word in set(pattern.findall(_folded(one.text))):
            found.setdefault(" ".join(word.split()), []).append(one.where)
    for word in sorted(_in_blobs(words, blobs)):
        pattern = _pattern({word})
        where = [one.where for one in blobs if pattern.search(_folded(one.content.decode(errors="ignore")))]
        found.setdefault(word, []).extend(where)
    for word, where in found.items():
        if where:
            yield f'{_first(where)} holds a word that must not be shown: "{_short(word)}"'


def _in_blobs(words: set[str], blobs: list[Blob]) -> set[str]:
    """The words that may be in a blob: those whose every run of plain letters is one there."""
    everything = b"\n".join(one.content for one in blobs).lower()
    runs = set(_RUN.findall(everything))
    long = {word: word.encode() for word in words if len(word) >= BLOB_WORD}
    return {
        word
        for word, code in long.items()
        if (runs.issuperset(_RUN.findall(code)) if _RUN.search(code) else code in everything)
    }


_RUN = re.compile(rb"[a-z0-9]+")


def _folded_all(words: Iterable[str]) -> set[str]:
    return {" ".join(_folded(word).split()) for word in words} - {""}


def _pattern(words: set[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; one that never matches where there are none."""
    parts = (r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    # Not \b: Markdown's underscores stand beside a word and are no part of it.
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])" if words else r"(?!)")


# PDFium writes U+FFFE or U+0002 for a hyphen at a line's end; zero-width spaces are our own places to break.
_BROKEN = re.compile("[\ufffe\x02\u00ad]\\s*|[-\u2010]\\s*\n\\s*|\u200b\\s*|[\u200c\u200d\u2060\ufeff]")


_ALIF = re.compile("[\u0622\u0623\u0625\u0627]")


def _folded(text: str) -> str:
    """One case and one way to write each letter; words that a line's end broke are whole again."""
    whole = _BROKEN.sub("", unicodedata.normalize("NFKC", text))
    # Arabic draws lām and alif as one sign, which PDFium gives back in either order: neither order counts.
    whole = _ALIF.sub("", whole)
    return unicodedata.normalize("NFKC", whole.casefold())


def _squeezed(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", _folded(text))


def _spaced(text: str) -> str:
    """Words of letters and digits, one space between them."""
    return re.sub(r"[\W_]+", " ", _folded(text)).strip()


_NOT_PLAIN = bytes(byte for byte in range(256) if not (byte < 128 and chr(byte).isalnum()))


def _bare(content: bytes) -> bytes:
    """ASCII letters and digits alone, which is the same for UTF-8, UTF-16 and one-byte codes. 1 ms a megabyte."""
    return content.lower().translate(None, _NOT_PLAIN)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def _first(where: list[str]) -> str:
    """The first place, and how many more there are."""
    place = where[0][:1].upper() + where[0][1:]
    others = len(set(where)) - 1
    return f"{place} (and {others} more)" if others else place
