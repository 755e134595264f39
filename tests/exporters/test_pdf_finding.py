"""Words are found where a reader sees them, however they are set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.sample_pages import POINTS, pages
from workjournal.exporters.pdf_pages import PagePicture, found, found_on, page_part, page_pictures, page_sizes

LONG = (
    "The difficult offices of internationalisation require considerable responsibility, "
    "affirmative communication and straightforward fluffiness."
)
PDF = pages(
    LONG, "Straße, ÜBER die Größe. 😀 Smile, then offices.", size=(200, 200), before="#set par(justify: true)"
)


def test_nothing_is_found_of_nothing() -> None:
    assert found(PDF, "nowhere") == []
    for words in ("", " \n", "\0", "\u00ad", "\ufffe"):
        assert found(PDF, words) == []


def test_capitals_and_spaces_do_not_matter() -> None:
    (hit,) = found(PDF, "  DIFFICULT \n offices ")
    assert (hit.page, len(hit.boxes)) == (0, 1)
    assert [hit.page for hit in found(PDF, "Offices")] == [0, 1]
    assert found_on(PDF, 1, "offices") == found(PDF, "offices")[1:]
    for words in ("straße", "STRASSE", "über", "grösse", "größe"):
        assert [hit.page for hit in found(PDF, words)] == [1]


@pytest.mark.parametrize("words", ["internationalisation", "considerable", "straightforward"])
def test_a_word_broken_at_the_end_of_a_line_is_found_on_both(words: str) -> None:
    (hit,) = found(PDF, words)
    heights = {round(top, 1) for _, top, _, _ in hit.boxes}
    assert len(heights) > 1, "it was to be broken"


def test_words_over_two_lines_have_a_box_on_each() -> None:
    (hit,) = found(PDF, "internationalisation require considerable")
    rights = [right for _, _, right, _ in hit.boxes]
    lefts = [left for left, _, _, _ in hit.boxes]
    assert max(rights) > 0.85
    assert min(lefts) < 0.15


def test_letters_of_a_ligature_are_found() -> None:
    ligatures = pages("#set text(ligatures: true, discretionary-ligatures: true)\nffi, fluffy ﬁne")
    assert len(found(ligatures, "fi")) == 2
    assert len(found(ligatures, "FFI")) == 1
    assert len(found(pages("Wait… and wait"), "wait...")) == 1


@pytest.mark.parametrize("before", ["#v(100pt)", "😀 and 😀 and 😀 and 😀 "], ids=["low", "beyond 16 bits"])
def test_boxes_are_where_the_ink_is(before: str) -> None:
    pdf = pages(before + '#text(fill: rgb("#ff0000"))[here] Not red at all')
    (hit,) = found(pdf, "here")
    (box,) = hit.boxes
    red = [(x, y) for x, y in _coloured(page_pictures(pdf, 600)[0])]
    left, top, right, bottom = box
    wide, high = 600, round(600 * POINTS[1] / POINTS[0])
    assert min(x for x, _ in red) == pytest.approx(left * wide, abs=3)
    assert max(x for x, _ in red) == pytest.approx(right * wide, abs=3)
    assert min(y for _, y in red) == pytest.approx(top * high, abs=3)
    assert max(y for _, y in red) == pytest.approx(bottom * high, abs=3)


def test_boxes_follow_a_page_that_is_turned() -> None:
    import io

    import pikepdf

    turned = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages("#place(dx: 0pt, dy: 0pt)[corner]"))) as pdf:
        pdf.pages[0].rotate(90, relative=True)
        pdf.save(turned)
    (hit,) = found(turned.getvalue(), "corner")
    left, top, right, bottom = hit.boxes[0]
    assert left > 0.8, "the upper left is the upper right now"
    assert top < 0.1
    assert bottom - top > right - left


@given(st.text(max_size=12))
def test_anything_may_be_sought(words: str) -> None:
    for hit in found(PDF, words):
        for left, top, right, bottom in hit.boxes:
            assert 0 <= left <= right <= 1
            assert 0 <= top <= bottom <= 1


def test_sizes_are_in_points() -> None:
    assert page_sizes(PDF) == [(200, 200), (200, 200)]
    mixed = pages("One", "#set page(width: 500pt)\nTwo")
    assert [round(wide) for wide, _ in page_sizes(mixed)] == [300, 500]


def test_parts_make_up_the_page() -> None:
    whole = page_pictures(PDF, 400)[1]
    parts = [page_part(PDF, 1, (400, 400), rows) for rows in (range(150), range(150, 399), range(399, 400))]
    assert [part.height for part in parts] == [150, 249, 1]
    assert all(part.width == 400 for part in parts)
    assert b"".join(part.rgba for part in parts) == whole.rgba


def _coloured(picture: PagePicture) -> list[tuple[int, int]]:
    """Where there is much more red than blue."""
    return [
        (x, y)
        for y in range(picture.height)
        for x in range(picture.width)
        if picture.rgba[y * picture.stride + 4 * x] > 150
        and picture.rgba[y * picture.stride + 4 * x + 2] < 120
    ]
