"""A PDF's pages as pictures and texts, read by PDFium: not by the program that wrote it."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# PDFium keeps global state and may not be entered by two threads at once.
_LOCK = threading.Lock()


@dataclass(frozen=True)
class PagePicture:
    """One page, opaque, 8 bits a channel in the order R, G, B, A (Qt's Format_RGBA8888); rows are `stride` bytes apart."""

    width: int
    height: int
    rgba: bytes
    stride: int


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    with _opened(pdf) as document:
        return len(document)


def page_pictures(pdf: bytes, pixels_wide: int) -> list[PagePicture]:
    """Every page on white, `pixels_wide` pixels across whatever its size in points. About 10 ms a page."""
    with _opened(pdf) as document:
        return [_picture(document, place, pixels_wide) for place in range(len(document))]


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, visible or not, lines ended by a newline."""
    return [text for text, _ in texts_and_bodies(pdf, 0)]


def texts_and_bodies(pdf: bytes, above: float) -> list[tuple[str, str]]:
    """The text of every page, and the part of it that stands higher than `above` points from the lower edge."""
    with _opened(pdf) as document:
        return [_texts(document, place, above) for place in range(len(document))]


@contextmanager
def _opened(pdf: bytes) -> Iterator["PdfDocument"]:
    from pypdfium2 import PdfDocument  # slow to load

    with _LOCK, closing(PdfDocument(pdf)) as document:
        yield document


def _picture(document: "PdfDocument", place: int, pixels_wide: int) -> PagePicture:
    import pypdfium2

    with closing(document[place]) as page:
        scale = pixels_wide / page.get_width()
        height = max(1, round(page.get_height() * scale))
        with closing(
            pypdfium2.PdfBitmap.new_native(pixels_wide, height, pypdfium2.raw.FPDFBitmap_BGRA)
        ) as bitmap:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, pixels_wide, height)
            flags = pypdfium2.raw.FPDF_ANNOT | pypdfium2.raw.FPDF_REVERSE_BYTE_ORDER
            pypdfium2.raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, pixels_wide, height, 0, flags)
            return PagePicture(pixels_wide, height, bytes(bitmap.buffer), bitmap.stride)


def _texts(document: "PdfDocument", place: int, above: float) -> tuple[str, str]:
    with closing(document[place]) as page, closing(page.get_textpage()) as text:
        whole = str(text.get_text_range()).replace("\r\n", "\n")
        return whole, str(text.get_text_bounded(bottom=above)).replace("\r\n", "\n") if above else whole
