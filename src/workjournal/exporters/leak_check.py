"""Looks through a finished PDF, with readers that did not write it, for what must not be in it; and through a text."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property

from workjournal.domain import percent
from workjournal.exporters.folding import (
    bare,
    folded,
    folded_all,
    pattern,
    plain_letters,
    spaced,
    squeezed,
    words_of,
)
from workjournal.exporters.leak_sieve import (
    BLOB_LETTERS,
    FEWEST_LETTERS,
    SURE_LETTERS,
    Sieve,
    forms,
    strange_letters,
)
from workjournal.exporters.markdown_tree import plain
from workjournal.exporters.pack_content import Secrets
from workjournal.exporters.pdf_contents import contents
from workjournal.exporters.pdf_pages import texts_and_bodies
from workjournal.exporters.pdf_streams import Blob, Noted, Said

BLOB_WORD = 6
"""Letters of a word worth looking for in fonts and drawings, where three bytes mean nothing."""
FOOTER = 50.0
"""Points above the page's lower edge that the footer takes, which cuts a text that runs over two pages."""
SHOWN = 40
_CODED = re.compile("%[0-9A-Fa-f]{2}")


def find_leaks(pdf: bytes, secrets: Secrets, password: str = "") -> list[str]:
    """What leaked and where, a clause each, showing no more than 40 letters of it; empty when nothing was found.

    Texts are compared by their letters and digits alone: case, spaces, line and page breaks, hyphens and Markdown's
    marks do not hide one. Words are whole words in any case. A picture must tell nothing but what it shows.

    Args:
        password: what opens the file, where it has one.

    Raises:
        pikepdf.PdfError, pypdfium2.PdfiumError: it cannot be read, so nothing can be said of it.
    """
    # PDFium draws in C and lets qpdf read meanwhile, which saves a quarter of the time.
    with ThreadPoolExecutor(max_workers=1) as beside:
        pages = beside.submit(_pages, pdf, password)
        held = list(contents(pdf, password))
    said = [*pages.result(), *(one for one in held if isinstance(one, Said))]
    blobs = [one for one in held if isinstance(one, Blob)]
    noted = [
        f"{_first([one.where])} is a picture that tells more than it shows: {one.what}"
        for one in held
        if isinstance(one, Noted)
    ]
    return [*noted, *search(said, blobs, secrets)]


def find_leaks_in_text(text: str, secrets: Secrets) -> list[str]:
    """The same for a pack as Markdown or as plain text, as it was written and as its Markdown reads."""
    return search([Said("the text", text), Said("the text as it reads", plain(text))], [], secrets)


def search(said: list[Said], blobs: list[Blob], secrets: Secrets) -> list[str]:
    """The clauses of `find_leaks` for texts and bytes from wherever."""
    # An address writes a space as %20, and a letter with a mark so too.
    decoded = [replace(one, text=percent.decoded(one.text)) for one in said if _CODED.search(one.text)]
    places = [_Place(one.where, one.text, one.metadata) for one in (*said, *decoded)]
    return [*_texts(places, blobs, secrets.texts), *_words(places, blobs, secrets)]


def _pages(pdf: bytes, password: str) -> list[Said]:
    both = texts_and_bodies(pdf, FOOTER, password)
    pages = [Said(f"page {place}", text) for place, (text, _) in enumerate(both, 1)]
    return [*pages, Said("two pages together", "\n".join(body for _, body in both))]


@dataclass(frozen=True)
class _Place:
    """A text of the file, in the forms in which it is searched."""

    where: str
    text: str
    metadata: bool

    @cached_property
    def folded(self) -> str:
        return folded(self.text)

    @cached_property
    def words(self) -> list[str]:
        return words_of(self.folded)

    @cached_property
    def squeezed(self) -> str:
        return "".join(self.words)

    @cached_property
    def spaced(self) -> str:
        return f" {' '.join(self.words)} "


def _texts(places: list[_Place], blobs: list[Blob], texts: tuple[str, ...]) -> Iterator[str]:
    """Those that may be there at all are searched in everything at once, and place by place only after a hit."""
    strange = strange_letters(texts)
    drawn = [plain_letters(one.content) for one in blobs]
    all_said = "\n".join(place.squeezed for place in places)
    words = {word for place in places for word in place.words}
    passed = Sieve(texts, strange).passed(all_said, words, drawn)
    codes = [bare(one.content) for one in blobs] if passed else []
    for text in passed:
        for form in forms(text, strange):
            sought = squeezed(form)
            where: list[str] = []
            if len(sought) >= FEWEST_LETTERS and sought in all_said:
                where += _saying(places, sought, "" if len(sought) >= SURE_LETTERS else f" {spaced(form)} ")
            code = bare(sought.encode())
            if len(code) >= BLOB_LETTERS:
                where += [one.where for one, content in zip(blobs, codes, strict=True) if code in content]
            if where:
                yield f'{_first(where)} holds a text that was not chosen: "{_short(text)}"'
                break


def _saying(places: list[_Place], sought: str, as_words: str) -> list[str]:
    return [place.where for place in places if sought in place.squeezed and as_words in place.spaced]


def _words(places: list[_Place], blobs: list[Blob], secrets: Secrets) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    words, own = folded_all(secrets.words), folded_all(secrets.metadata_words)
    anywhere = pattern(_with_words_of(words, places))
    metadata = pattern(_with_words_of(words | own, [place for place in places if place.metadata]))
    for place in places:
        for word in set((metadata if place.metadata else anywhere).findall(place.folded)):
            found.setdefault(" ".join(word.split()), []).append(place.where)
    drawn = [one for one in blobs if not one.dots]
    for word in sorted(_in_blobs(words, drawn)):
        whole = pattern({word})
        where = [one.where for one in drawn if whole.search(folded(one.content.decode(errors="ignore")))]
        found.setdefault(word, []).extend(where)
    for word, where in found.items():
        if where:
            yield f'{_first(where)} holds a word that must not be shown: "{_short(word)}"'


def _with_words_of(words: set[str], places: list[_Place]) -> set[str]:
    """Those whose every run of letters and digits is a run there; a pattern of hundreds would take long."""
    held = {run for place in places for run in place.words}
    return {word for word in words if held.issuperset(words_of(word))}


def _in_blobs(words: set[str], blobs: list[Blob]) -> set[str]:
    """The words that may be in a blob: those whose every run of plain letters is one there."""
    long = {word: word.encode() for word in words if len(word) >= BLOB_WORD}
    if not long:
        return set()
    runs = set(b" ".join(one.content for one in blobs).translate(_RUNS).split())
    return {
        word
        for word, code in long.items()
        if (runs.issuperset(parts) if (parts := code.translate(_RUNS).split()) else _holds(blobs, code))
    }


def _holds(blobs: list[Blob], code: bytes) -> bool:
    return any(code in one.content.lower() for one in blobs)


_RUNS = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalpha() else 32 for byte in range(256))
"""Letters, small; a space for all else."""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def _first(where: list[str]) -> str:
    """The first place, and how many more there are."""
    place = where[0][:1].upper() + where[0][1:]
    others = len(set(where)) - 1
    return f"{place} (and {others} more)" if others else place
