"""Pages as pictures and texts, from any thread, with nothing left open."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from pypdfium2 import PdfiumError

from exporters.sample_pack import pack, realistic
from workjournal.exporters.pack_content import PackEntry
from workjournal.exporters.pdf_pages import (
    PagePicture,
    page_count,
    page_pictures,
    page_texts,
    texts_and_bodies,
)
from workjournal.exporters.review_pack import typeset

PDF = typeset(realistic())
A4 = 297 / 210
TEAL = (0x0F, 0x6B, 0x63)


def pixel(picture: PagePicture, x: int, y: int) -> tuple[int, ...]:
    start = y * picture.stride + 4 * x
    return tuple(picture.rgba[start : start + 4])


def test_one_picture_a_page_of_the_width_asked_for() -> None:
    pictures = page_pictures(PDF, 400)
    assert len(pictures) == page_count(PDF) == 2
    for picture in pictures:
        assert picture.width == 400
        assert picture.height == pytest.approx(400 * A4, abs=1)
        assert picture.stride >= 4 * picture.width
        assert len(picture.rgba) == picture.stride * picture.height


def test_paper_is_white_and_opaque_and_channels_are_in_order() -> None:
    first = page_pictures(PDF, 800)[0]
    assert pixel(first, 2, 2) == (255, 255, 255, 255)
    colours = {pixel(first, x, y) for y in range(first.height) for x in range(80, 110)}
    assert (*TEAL, 255) in colours, "the bar beside a result"
    assert all(alpha == 255 for *_, alpha in colours)


def test_texts_are_by_page() -> None:
    first, second = page_texts(PDF)
    assert "Hand over the rota" in first
    assert "Difficulty over time" in second
    assert "\r" not in first + second


def test_a_body_is_the_page_without_its_footer() -> None:
    for text, body in texts_and_bodies(PDF, 50):
        assert "review pack\npage" in text or "review pack page" in text
        assert "page" not in body
        assert len(body) > 100


def test_pages_are_read_from_many_threads_at_once() -> None:
    long = typeset(pack(*(PackEntry(f"Episode {number}", text="word " * 200) for number in range(20))))
    with ThreadPoolExecutor(8) as threads:
        texts = list(threads.map(page_texts, [PDF, long] * 8))
        pictures = list(threads.map(page_pictures, [PDF] * 8, [200] * 8))
    assert all(found == texts[place % 2] for place, found in enumerate(texts))
    assert all(found == pictures[0] for found in pictures)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PdfiumError):
        page_count(b"not a PDF")
    assert page_count(PDF) == 2, "and the lock is free again"
