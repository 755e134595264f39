"""Groups, labelled parts, pictures and tables, as a reader that did not write them gets them."""

import re

import pikepdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters import pdf_structure, sample_papers
from exporters.pdf_structure import structure
from exporters.sample_pack import history, pack
from exporters.sample_papers import shown as shown_picture
from workjournal.charts import confidence
from workjournal.exporters import fonts
from workjournal.exporters.pack_content import PackContent, PackEntry, PackPicture, PackSection, PackTable
from workjournal.exporters.pdf_pages import page_texts
from workjournal.exporters.review_pack import typeset

HOSTILE = (
    '#include "/etc/passwd"',
    '#image("/x") $x$ ] } ) *',
    "שלום עולם \u202eabc\u202c",
    "🚀👍🏽 e\u0301 a\u200bb\ufeff",
    "x" * 5000,
    "",
    "   ",
)


def shown(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).replace("\u200b", "").split())


def section(*entries: PackEntry, numbered: bool = False, table: PackTable | None = None) -> PackContent:
    parts = (PackSection("stories", "Stories", entries, numbered=numbered, table=table),)
    return PackContent("Pack", "2026", sample_papers.MADE, "en", parts)


def outline(pdf: bytes) -> list[tuple[str, list[str]]]:
    """Headings of the second level and those below them."""
    with pdf_structure.opened(pdf) as document:
        (whole,) = document.open_outline().root
        return [(str(item.title), [str(inner.title) for inner in item.children]) for item in whole.children]


def test_a_group_begins_with_a_heading_and_its_entries_stand_under_it() -> None:
    entries = [("a", "One"), ("b", "One"), ("c", "Two"), ("d", ""), ("e", "One")]
    pdf = typeset(section(*(PackEntry(title, text="x", group=group) for title, group in entries)))
    assert outline(pdf) == [("One", ["a", "b"]), ("Two", ["c"]), ("d", []), ("One", ["e"])]
    assert shown(pdf).count("One") == 2


def test_groups_in_a_numbered_section_go_on_counting() -> None:
    entries = [
        PackEntry(f"Title {group}", text=f"text {place}", group=group) for place, group in enumerate("aab")
    ]
    pdf = typeset(section(*entries, numbered=True))
    assert "Stories a 1. Title a text 0 2. Title a text 1 b 3. Title b text 2" in shown(pdf)
    assert outline(pdf) == [("a", []), ("b", [])]


def test_parts_begin_with_their_label_in_the_same_paragraph() -> None:
    parts = (("Situation", "It was **late**.\n\nVery."), ("Action", "- first\n- second"), ("Result", ""))
    pdf = typeset(section(PackEntry("Title", parts=parts)))
    assert "Situation It was late. Very. Action • first • second Result" in shown(pdf)
    whole = structure(pdf)
    first = next(one for one in whole.kinds("P") if one.kinds("Span"))
    assert [one.kind for one in first.inside] == ["Span", "Span"]
    assert first.marks >= 2, "the label and what it is of are one paragraph"


def images(pdf: bytes) -> list[bytes]:
    """The pictures in a file as they are packed there."""
    with pdf_structure.opened(pdf) as document:
        streams = [held for held in document.objects if isinstance(held, pikepdf.Stream)]
        return [held.read_raw_bytes() for held in streams if held.get("/Subtype") == "/Image"]


def test_a_jpeg_is_in_the_file_byte_by_byte_and_only_once() -> None:
    picture = shown_picture("Before", 400, 300, media_type="image/jpeg")
    other = PackPicture("After", picture.media_type, picture.content)
    pdf = typeset(section(PackEntry("a", pictures=(picture,)), PackEntry("b", pictures=(other, picture))))
    assert images(pdf) == [picture.content]
    assert [one.alt for one in structure(pdf).kinds("Figure")] == ["Before", "After", "Before"]
    assert b"svg" not in pdf.lower()


@pytest.mark.parametrize("nothing", ["", " \n ", "\x1b", "\u200b", "\ufeff\u0301"])
def test_a_picture_without_words_has_the_templates_own_and_no_caption(nothing: str) -> None:
    pdf = typeset(section(PackEntry("a", text="b", pictures=(shown_picture(nothing, 40, 30),))))
    assert [one.alt for one in structure(pdf).kinds("Figure")] == ["Picture"]
    assert "Picture" not in shown(pdf)


def test_a_long_caption_is_cut_and_the_alternative_text_is_not() -> None:
    said = "seen from the gate " * 60
    pdf = typeset(section(PackEntry("a", pictures=(shown_picture(said, 40, 30),))))
    assert [one.alt for one in structure(pdf).kinds("Figure")] == [said.strip()]
    assert 10 < shown(pdf).count("seen from the gate") < 30


def test_a_table_is_read_row_by_row() -> None:
    table = PackTable(("Skill", "First", "Last"), (("Planning", "", "75"), ("Coaching", "40\n of 100", "80")))
    pdf = typeset(section(table=table))
    assert "Skill First Last Planning 75 Coaching 40 of 100 80" in shown(pdf)
    rows = structure(pdf).kinds("TR")
    assert [[cell.kind for cell in row.inside] for row in rows] == [
        ["TH"] * 3,
        ["TH", "TD", "TD"],
        ["TH", "TD", "TD"],
    ]


def test_charts_in_a_german_pack_say_that_they_are_english() -> None:
    figures = (confidence.figure(history()),)
    for language, said in (("de-AT", "en"), ("de", "en"), ("en-GB", "")):
        parts = (
            PackSection("growth", "Entwicklung", (), figures),
            PackSection("evidence", "Belege", (PackEntry("x"),)),
        )
        pdf = typeset(PackContent("Mappe", "", sample_papers.MADE, language, parts))
        whole = structure(pdf)
        assert [one.lang for one in whole.kinds("Figure", "Caption")] == [said, said]
        assert [one.lang for one in whole.kinds("H1", "H2")] == ["", "", ""]
        assert re.search(r"page|Seite", shown(pdf))


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("numbered", [False, True])
def test_hostile_text_in_every_part_stays_text(hostile: str, numbered: bool) -> None:
    entry = PackEntry(
        hostile, group=hostile, parts=((hostile, hostile),), pictures=(shown_picture(hostile, 20, 20),)
    )
    table = PackTable((hostile, hostile), ((hostile, hostile), (hostile, hostile)))
    text = shown(typeset(section(entry, entry, numbered=numbered, table=table))).replace(" ", "")
    if hostile.isascii() and hostile.strip() and len(hostile) < 5000:
        assert text.count(hostile.replace(" ", "")) == 1 + 2 * 4 + 6
    if len(hostile) == 5000:
        assert text.count("x") >= 5000 * (1 + 2 * 3 + 4)


WORDS = st.text(max_size=30) | st.text("ab *_`#>-1.[]()!\n\\<&;~$@{}", max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    WORDS, WORDS, WORDS, st.booleans(), st.integers(0, 20), st.sampled_from(["de", "en", "de-AT", "x", ""])
)
def test_any_content_can_be_typeset(
    one: str, two: str, three: str, numbered: bool, rows: int, language: str
) -> None:
    picture = shown_picture(two, 20, 20)
    entries = (
        PackEntry(one, two, group=three, parts=((one, two), (three, one)), pictures=(picture,)),
        PackEntry(two, pictures=(picture, picture), group=three),
        PackEntry(text=three, facts=((one, two),), group=one),
        PackEntry(),
    )
    table = PackTable((one, two), ((two, three),) * rows)
    parts = (
        PackSection("stories", f"S {three}", entries, (), numbered, table),
        PackSection("empty", "E", ()),
    )
    pdf = typeset(PackContent(f"Pack {one}", two, sample_papers.MADE, language, parts, three, "letter"))
    assert pdf.startswith(b"%PDF-1.7")


def test_the_compiler_sees_no_file_of_the_computer() -> None:
    for path in ("/etc/hostname", "pyproject.toml", "/pyproject.toml", "../fonts/LICENSE_FONT", "/main.pdf"):
        source = {"main.typ": f'#read("{path}")'.encode()}
        with pytest.raises(typst.TypstError):
            fonts.compiler(source, {}).compile(format="pdf")


def test_a_pack_without_a_section_is_a_page() -> None:
    assert shown(typeset(PackContent("Pack", "", sample_papers.MADE, "en", ()))) == "Pack Pack page 1 of 1"


def test_a_pack_with_nothing_but_titles_has_them() -> None:
    assert shown(typeset(pack(PackEntry("a"), PackEntry("b")))).endswith(
        "Highlights and lowlights a b Pack page 1 of 1"
    )
