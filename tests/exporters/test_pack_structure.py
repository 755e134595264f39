"""Packs and the form as assistive technology gets them: PDF/UA-1 as far as Python can check it.

Of veraPDF's rules for UA-1 these are not checked here, since no library for Python does: widths and encodings of glyphs
in each font against the embedded program (7.21.3 to 7.21.6), glyphs without a Unicode value (7.21.7, but that every font
has such a map), a language for each piece of text (7.2, but that of the document and of figures), real content that is
marked as an artifact (7.1), the grammar of XMP against its schemas (5, 7.1), and whether texts for pictures say what is
seen (7.3). Typst checks fonts, glyphs and languages itself and refuses to write what breaks UA-1.
"""

import itertools
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from exporters import pdf_structure, sample_papers
from exporters.pdf_structure import Element, structure
from exporters.sample_pack import pack, realistic
from workjournal.domain.pack import Paper
from workjournal.exporters import meeting_form, review_pack
from workjournal.exporters.pack_content import PackEntry

SHEETS: dict[str, Callable[[], bytes]] = {
    "review pack": lambda: review_pack.typeset(realistic()),
    "portfolio": lambda: review_pack.typeset(sample_papers.portfolio()),
    "German portfolio": lambda: review_pack.typeset(sample_papers.portfolio("de-AT")),
    "year in review": lambda: review_pack.typeset(sample_papers.year()),
    "form": lambda: meeting_form.typeset("de", Paper.A4),
}


@pytest.fixture(scope="module", params=SHEETS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pdf(name: str) -> bytes:
    return SHEETS[name]()


@pytest.fixture(scope="module")
def whole(pdf: bytes) -> Element:
    return structure(pdf)


def test_every_element_is_of_a_standard_kind(whole: Element) -> None:
    assert whole.kind == "Document"
    assert {one.kind for one in whole.all()} <= pdf_structure.STANDARD


def test_no_heading_skips_a_level(whole: Element) -> None:
    levels = [int(one.kind[1]) for one in whole.all() if re.fullmatch(r"H\d", one.kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_all_text_is_in_a_paragraph_or_its_like(whole: Element) -> None:
    blocks = whole.kinds("Document", "Div", "L", "LI", "Table", "TR", "THead", "TBody")
    assert not {one.kind for one in blocks if one.marks}
    assert not {inner.kind for one in blocks for inner in one.inside} & {"Span", "Link", "Code"}
    assert not [inner for one in whole.kinds("P") for part in one.inside for inner in part.kinds("P")]


def test_no_section_is_empty(whole: Element) -> None:
    kinds = [one.kind for one in whole.inside]
    assert kinds[-1] != "H1"
    assert all(pair != ("H1", "H1") for pair in itertools.pairwise(kinds))


def test_lists_hold_items_with_a_body(whole: Element) -> None:
    for held in whole.kinds("L"):
        assert {one.kind for one in held.inside} == {"LI"}
    for item in whole.kinds("LI"):
        assert [one.kind for one in item.inside] == ["Lbl", "LBody"]


def test_figures_have_words_and_their_caption_beside_them(whole: Element, name: str) -> None:
    figures = whole.kinds("Figure")
    assert all(figure.alt for figure in figures)
    assert len(figures) == {"review pack": 2, "year in review": 1, "form": 0}.get(name, 6)
    assert {figure.lang for figure in figures if "." in figure.alt} <= (
        {"en"} if name.startswith("German") else {""}
    )


def test_tables_have_headings_of_columns_and_rows(whole: Element, name: str) -> None:
    tables = whole.kinds("Table")
    assert len(tables) == (name in {"year in review", "form"})
    for table in tables:
        head, body = table.inside
        assert (head.kind, body.kind) == ("THead", "TBody")
        (names,) = head.inside
        assert all((cell.kind, cell.scope) == ("TH", "Column") for cell in names.inside)
        rows = [[(cell.kind, cell.scope) for cell in row.inside] for row in body.inside]
        first = ("TH", "Row") if name == "year in review" else ("TD", "")
        assert rows == [[first, *[("TD", "")] * (len(names.inside) - 1)]] * len(rows)
        assert rows


def test_nothing_is_drawn_untagged(pdf: bytes) -> None:
    assert pdf_structure.unmarked(pdf) == []


def test_what_the_file_says_of_itself(pdf: bytes, name: str) -> None:
    with pdf_structure.opened(pdf) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert not root.MarkInfo.get("/Suspects", False)
        assert str(root.Lang) == {"German portfolio": "de-AT", "form": "de"}.get(name, "en")
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Title"])
        assert not {"/Creator", "/Producer"} & set(document.docinfo.keys())
        xmp = root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<dc:title>" in xmp
    assert ("pdfaid" in xmp) == (name != "form")
    assert not re.search(rb"typst|pikepdf|qpdf|krilla|xmp-writer", pdf + xmp.encode(), re.IGNORECASE)


def test_pages_are_tabbed_in_the_order_of_the_structure(pdf: bytes) -> None:
    with pdf_structure.opened(pdf) as document:
        assert {str(page.get("/Tabs")) for page in document.pages} == {"/S"}
        notes = [note for page in document.pages for note in page.get("/Annots", [])]
        assert all(
            note.Subtype == "/Link" and str(note.Contents) and "/StructParent" in note for note in notes
        )


def test_nothing_runs_is_attached_or_asks_for_anything(pdf: bytes) -> None:
    keys, actions = set(), set()
    with pdf_structure.opened(pdf) as document:
        assert not document.attachments
        for held in document.objects:
            if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
                keys |= set(held.keys())
                actions |= (
                    {str(held.A.S)}
                    if isinstance(held.get("/A"), pikepdf.Dictionary) and "/S" in held.A
                    else set()
                )
    assert not keys & {
        "/JS",
        "/JavaScript",
        "/AA",
        "/OpenAction",
        "/EmbeddedFiles",
        "/EF",
        "/AcroForm",
        "/XFA",
        "/RichMedia",
    }
    assert actions <= {"/URI"}


def test_all_fonts_are_embedded_and_can_be_read_out(pdf: bytes) -> None:
    with pdf_structure.opened(pdf) as document:
        known = [held for held in document.objects if isinstance(held, pikepdf.Dictionary)]
        fonts = [
            held for held in known if held.get("/Type") == "/Font" and held.get("/Subtype") != "/CIDFontType2"
        ]
        descriptors = [held for held in known if held.get("/Type") == "/FontDescriptor"]
        assert descriptors
        assert all("/FontFile2" in font or "/FontFile3" in font for font in descriptors)
        composite = [font for font in fonts if font.Subtype == "/Type0"]
        assert composite
        assert all("/ToUnicode" in font for font in composite)


def test_the_file_is_sound(pdf: bytes) -> None:
    with pdf_structure.opened(pdf) as document:
        assert document.check_pdf_syntax() == []


@pytest.mark.skipif(
    not shutil.which("qpdf"), reason="qpdf is not installed; pikepdf's own check is made always"
)
def test_qpdf_finds_nothing(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="pdffonts (poppler-utils) is not installed")
def test_pdffonts_finds_every_font_embedded(pdf: bytes) -> None:
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    fonts = told.splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes +yes +yes +\d+ +\d+$", font) for font in fonts), told


def test_made_twice_it_is_the_same_bytes(pdf: bytes, name: str) -> None:
    assert SHEETS[name]() == pdf


def test_a_link_and_a_heading_that_look_like_a_programs_name_stay_as_they_are() -> None:
    link, title = (
        "https://example.org/wiki/Producer(music)",
        "/Creator(me) <xmp:CreatorTool>x</xmp:CreatorTool>",
    )
    pdf = review_pack.typeset(pack(PackEntry(title, text="x", link=link), owner=title))
    with pdf_structure.opened(pdf) as document:
        (note,) = document.pages[0].Annots
        assert str(note.A.URI) == link
        assert [
            str(item.title).replace("\u200b", "") for item in document.open_outline().root[0].children
        ] == [title]
        assert b"Typst" not in document.Root.Metadata.read_bytes()
        assert {"/Creator", "/Producer"}.isdisjoint(document.docinfo.keys())
