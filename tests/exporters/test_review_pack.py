"""The pack as readers that did not write it see it: texts in order, tags, fonts, metadata, and the same bytes twice."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.sample_pack import pack, realistic
from workjournal.exporters.fonts import missing
from workjournal.exporters.letters import BOX, SAFE
from workjournal.exporters.pack_content import PackEntry
from workjournal.exporters.pdf_pages import page_count, page_texts
from workjournal.exporters.review_pack import typeset

A4_WIDTH, MARGIN = 595.3, 65.0
"""Points."""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset(realistic())


@pytest.fixture
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield document


def shown(pdf: bytes) -> str:
    """All pages' text with single spaces, without the places to break that long words were given."""
    return " ".join("\n".join(page_texts(pdf)).replace("\u200b", "").split())


def text_of(entry: PackEntry) -> str:
    return shown(typeset(pack(entry)))


def elements(document: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """The structure elements of one kind, such as /H1."""
    known = [held for held in document.objects if isinstance(held, pikepdf.Dictionary)]
    return [held for held in known if held.get("/S") == kind and "/P" in held]


def test_two_pages_with_everything_in_order(pdf: bytes) -> None:
    assert page_count(pdf) == 2
    text = shown(pdf)
    parts = [
        "One-on-one review pack",
        "Sam Okafor · 1 September 2026 to 24 November 2026",
        "Since last time Hand over the rota done · 20 October",
        "Highlights and lowlights Capacity plan owned by the team 14 October · win I handed",
        "two days early",
        "in the kick-off on Monday",
        "Result Plan signed a week early.",
        "Stretch goals",
        "Status on the way · Due 15 December",
        "What I ask for 1. The lead role in spring. 2. Two afternoons a week Kept free.",
        "Growth Confidence before and after",
        "Confidence was higher after than before in 2 of 2 closed goals. n = 2",
        "Difficulty over time",
        "Difficulty is rising over these 12 weeks.",
        "Next period 1. Give the January draft away.",
        "Evidence https://git.example.org/ops/playbook/214",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)
    assert "n = 28" not in text, "how much was written down is no figure for a manager"
    assert "page 1 of 2" in text
    assert "page 2 of 2" in text


def test_the_same_content_is_the_same_bytes(pdf: bytes) -> None:
    assert typeset(realistic()) == pdf


def test_metadata_names_the_owner_by_choice_and_no_program(pdf: bytes, opened: pikepdf.Pdf) -> None:
    info = {key: str(value) for key, value in opened.docinfo.items()}
    assert info == {
        "/Title": "One-on-one review pack",
        "/Author": "Sam Okafor",
        "/CreationDate": "D:20261124000000Z",
        "/ModDate": "D:20261124000000Z",
    }
    xmp = opened.Root.Metadata.read_bytes().decode()
    assert "/Filter" not in opened.Root.Metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert not re.search(rb"typst|pikepdf|qpdf|krilla|xmp-writer", pdf + xmp.encode(), re.IGNORECASE)


def test_without_an_owner_there_is_no_author() -> None:
    with pikepdf.open(io.BytesIO(typeset(realistic(owner="")))) as document:
        assert "/Author" not in document.docinfo
        assert b"creator" not in document.Root.Metadata.read_bytes()


def test_tagged_with_language_title_and_headings(opened: pikepdf.Pdf) -> None:
    assert opened.Root.MarkInfo.Marked
    assert str(opened.Root.Lang) == "en"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert len(elements(opened, "/H1")) == 8
    assert len(elements(opened, "/H2")) == 4
    assert len(elements(opened, "/LI")) == 5
    assert len(elements(opened, "/Link")) == 1


def test_charts_have_alternative_texts_and_captions(opened: pikepdf.Pdf) -> None:
    alternatives = [str(figure.Alt) for figure in elements(opened, "/Figure")]
    assert alternatives == [
        "Confidence before and after. Confidence was higher after than before in 2 of 2 closed goals. n = 2.",
        "Difficulty over time. Difficulty is rising over these 12 weeks.",
    ]
    assert len(elements(opened, "/Caption")) == 2


def test_fonts_are_embedded(opened: pikepdf.Pdf) -> None:
    known = [held for held in opened.objects if isinstance(held, pikepdf.Dictionary)]
    descriptors = [held for held in known if held.get("/Type") == "/FontDescriptor"]
    assert {str(font.FontName).split("+")[1] for font in descriptors} == {
        "Inter-Regular",
        "Inter-Medium",
        "Inter-SemiBold",
        "DejaVuSansMono",
    }
    assert all("/FontFile2" in font or "/FontFile3" in font for font in descriptors)


def test_german_words() -> None:
    entry = PackEntry("Titel", result="Zwei Tage gespart.")
    text = shown(typeset(pack(entry, language="de-AT")))
    assert "Ergebnis Zwei Tage gespart." in text
    assert "Seite 1 von 1" in text


@pytest.mark.parametrize(
    "hostile",
    [
        '#include "/etc/passwd"',
        "#set page(fill: red) $x^2$ @ref <label> = no heading",
        "<b>not bold</b> <script>alert(1)</script> <!-- comment -->",
        "[a]: https://example.org/lost",
        "\\u{1F600} \\ // /* */ ~ -- ---",
        "> " * 30 + "deep",
        "1. " * 20 + "deep",
        "שלום עולם",
        "привет Ωμέγα",
        "x" * 500,
        "a\u00a0" * 300 + "a",
    ],
)
def test_hostile_text_stays_text(hostile: str) -> None:
    text = text_of(PackEntry(hostile, hostile, hostile, hostile, ((hostile, hostile),), hostile))
    squeezed = text.replace(" ", "").replace("\u00a0", "")
    assert squeezed.count(hostile.replace(" ", "").replace("\u00a0", "")) == 7


def test_letters_without_a_font_are_named_or_boxed_and_never_dropped() -> None:
    text = text_of(PackEntry("Ship 🚀", text="漢字 kana\x00 a\u200bb\ufeff \U0001f1e9 👍🏽 \ue000"))
    assert "Ship [rocket]" in text
    assert f"{BOX}{BOX} kana" in text
    assert f"ab [D] [thumbs up sign] {BOX}" in text


def test_a_mark_that_no_font_has_on_its_letter_is_a_box() -> None:
    text = text_of(PackEntry("א\u0591", text="हिन्दी"))
    assert f"א{BOX}" in text or f"{BOX}א" in text
    assert "हिन्दी" in text


def test_safe_letters_need_no_stand_in() -> None:
    assert BOX in SAFE
    spelled = "x".join(sorted(SAFE - set(" \n\t\u00a0\u00ad")))
    assert missing(SAFE - set("\n\t")) == frozenset()
    assert spelled in text_of(PackEntry(facts=(("all", spelled),))).replace(" ", "")


@pytest.mark.parametrize("nested", ["- " * 5, "> " * 10, "1. " * 5, "> - " * 3, "*" * 20])
def test_the_deepest_nesting_that_is_read_can_be_set(nested: str) -> None:
    entry = PackEntry("Title", text=nested + "deep" + "*" * nested.count("*"), result=nested + "deep")
    for numbered in (True, False):
        assert shown(typeset(pack(entry, numbered=numbered))).count("deep") == 2


def test_a_word_of_five_thousand_letters_loses_none() -> None:
    pages = page_texts(typeset(pack(PackEntry(text="x" * 5000))))
    assert sum(page.count("x") for page in pages) == 5000


def test_no_word_runs_past_the_margin() -> None:
    words = (
        "W" * 5000,
        "漢" * 400,
        "https://example.org/" + "a" * 900,
        "**a**b" * 400,
        "`" + "m" * 400 + "`",
    )
    entries = [PackEntry(word, word, word, word, ((word, word),), word) for word in words]
    assert max(right_edges(typeset(pack(*entries)))) <= A4_WIDTH - MARGIN


def right_edges(pdf: bytes) -> Iterator[float]:
    """The right end of the rightmost letter of each page, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            boxes = (text.get_charbox(place) for place in range(text.count_chars()))
            yield max(box[2] for box in boxes)
            text.close()
            page.close()


ANY_TEXT = st.text(max_size=60) | st.text("ab *_`#>-1.[]()!\n\\<&;~$@{}", max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.booleans())
def test_any_text_can_be_typeset(title: str, text: str, link: str, numbered: bool) -> None:
    entry = PackEntry(title, text, text, text, ((title, text),), link or "https://" + link)
    assert typeset(pack(entry, owner=title, numbered=numbered)).startswith(b"%PDF-1.7")
