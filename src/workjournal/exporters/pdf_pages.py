"""A PDF's pages as pictures, texts and places of words, read by PDFium: not by the program that wrote it."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

# PDFium keeps global state and may not be entered by two threads at once.
_LOCK = threading.Lock()
_BREAKS = "\0\u00ad\u2060\ufffe"
"""What stands within a word where a line ends: the soft hyphen, and what PDFium makes of it."""
_FINE = 1 << 16
"""Steps across a page in which PDFium, which counts whole ones, tells where something stands."""

Size = tuple[int, int]
"""Width and height of a whole page in pixels."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom as parts of the page's width and height, 0–1 from its upper left corner."""


@dataclass(frozen=True)
class PagePicture:
    """One page, opaque, 8 bits a channel in the order R, G, B, A (Qt's Format_RGBA8888); rows are `stride` bytes apart."""

    width: int
    height: int
    rgba: bytes
    stride: int


@dataclass(frozen=True)
class Found:
    """A place where words stand: the page's number from 0, and a box for each line they run over."""

    page: int
    boxes: tuple[Box, ...]


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    with _opened(pdf) as document:
        return len(document)


def page_pictures(pdf: bytes, pixels_wide: int) -> list[PagePicture]:
    """Every page on white, `pixels_wide` pixels across whatever its size in points. About 10 ms a page."""
    with _opened(pdf) as document:
        return [_picture(document, place, pixels_wide) for place in range(len(document))]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in points, 1/72 inch. About 10 µs a page."""
    with _opened(pdf) as document:
        return [document.get_page_size(place) for place in range(len(document))]


def page_part(pdf: bytes, place: int, size: Size, rows: range) -> PagePicture:
    """Some rows of pixels, over its whole width, of page `place` (from 0) drawn `size` pixels large. About 5 ms."""
    with _opened(pdf) as document, closing(document[place]) as page:
        return _drawn(page, size, rows)


def found(pdf: bytes, words: str) -> list[Found]:
    """Every place where the words stand, in reading order, none overlapping.

    Capitals do not matter, nor where a line is broken, also within a word; ligatures are the letters they are made of.
    """
    return [hit for place in range(page_count(pdf)) for hit in found_on(pdf, place, words)]


def found_on(pdf: bytes, place: int, words: str) -> list[Found]:
    """What `found` finds on page `place`, from 0. About 3 ms, and 30 µs for every place."""
    sought = "".join(letter for letter, _ in _letters(words)).strip()
    if not sought:
        return []
    with _opened(pdf) as document, closing(document[place]) as page, closing(page.get_textpage()) as text:
        return [Found(place, tuple(_boxes(page, text, *span))) for span in _spans(text, sought)]


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, visible or not, lines ended by a newline."""
    return [text for text, _ in texts_and_bodies(pdf, 0)]


def texts_and_bodies(pdf: bytes, above: float, password: str = "") -> list[tuple[str, str]]:
    """The text of every page, and the part of it that stands higher than `above` points from the lower edge."""
    with _opened(pdf, password) as document:
        return [_texts(document, place, above) for place in range(len(document))]


@contextmanager
def _opened(pdf: bytes, password: str = "") -> Iterator["PdfDocument"]:
    from pypdfium2 import PdfDocument  # slow to load

    with _LOCK, closing(PdfDocument(pdf, password or None)) as document:
        yield document


def _picture(document: "PdfDocument", place: int, pixels_wide: int) -> PagePicture:
    with closing(document[place]) as page:
        scale = pixels_wide / page.get_width()
        height = max(1, round(page.get_height() * scale))
        return _drawn(page, (pixels_wide, height), range(height))


def _drawn(page: "PdfPage", size: Size, rows: range) -> PagePicture:
    import pypdfium2

    wide, high = size
    with closing(pypdfium2.PdfBitmap.new_native(wide, len(rows), pypdfium2.raw.FPDFBitmap_BGRA)) as bitmap:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, len(rows))
        flags = pypdfium2.raw.FPDF_ANNOT | pypdfium2.raw.FPDF_REVERSE_BYTE_ORDER
        pypdfium2.raw.FPDF_RenderPageBitmap(bitmap, page, 0, -rows.start, wide, high, 0, flags)
        return PagePicture(wide, len(rows), bytes(bitmap.buffer), bitmap.stride)


def _spans(text: "PdfTextPage", sought: str) -> Iterator[tuple[int, int]]:
    """PDFium's number of the first character of each place, and how many there are."""
    # PDFium's own search stumbles over words that are broken at the end of a line.
    whole = text.get_text_range()
    letters = list(_letters(whole))
    flat = "".join(letter for letter, _ in letters)
    start = flat.find(sought)
    while start >= 0:
        end = start + len(sought)
        first, last = (_number(text, whole, letters[at][1]) for at in (start, end - 1))
        yield first, last - first + 1
        start = flat.find(sought, end)


def _letters(whole: str) -> Iterator[tuple[str, int]]:
    """What two texts are compared by, letter by letter, each with the place of the character it comes from."""
    before = ""
    for place, character in enumerate(whole):
        for letter in _plain(character):
            if not letter == before == " ":
                yield letter, place
                before = letter


@cache
def _plain(character: str) -> str:
    """The small letters it is made of, a space for every kind of space, nothing for what only breaks a word."""
    small = normalize("NFKC", character).casefold()
    return "".join(" " if letter.isspace() else letter for letter in small if letter not in _BREAKS)


def _number(text: "PdfTextPage", whole: str, place: int) -> int:
    """PDFium's number of a character: its text is in units of 16 bits, and what is not drawn has a number too."""
    from pypdfium2 import raw

    units = len(whole[:place].encode("utf-16-le")) // 2
    return int(raw.FPDFText_GetCharIndexFromTextIndex(text, units))


def _boxes(page: "PdfPage", text: "PdfTextPage", first: int, count: int) -> Iterator[Box]:
    # Counting also makes the rectangles that are asked for by number.
    for number in range(text.count_rects(first, count)):
        left, bottom, right, top = text.get_rect(number)
        yield (*_place(page, left, top), *_place(page, right, bottom))


def _place(page: "PdfPage", x: float, y: float) -> tuple[float, float]:
    """A point of the PDF, which may be turned or cropped, as it is seen."""
    from ctypes import c_int

    from pypdfium2 import raw

    across, down = c_int(), c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE


def _texts(document: "PdfDocument", place: int, above: float) -> tuple[str, str]:
    with closing(document[place]) as page, closing(page.get_textpage()) as text:
        whole = str(text.get_text_range()).replace("\r\n", "\n")
        return whole, str(text.get_text_bounded(bottom=above)).replace("\r\n", "\n") if above else whole
