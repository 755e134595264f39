"""Every page measured: nothing over a margin, no heading alone at a foot, nothing clipped, pressed or torn apart."""

import io
import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
import pytest
from PIL import Image

from exporters import sample_papers
from exporters.sample_pack import STORY, pack, realistic
from exporters.sample_papers import in_paper, shown
from workjournal.charts.figure import Figure
from workjournal.domain.pack import Paper
from workjournal.exporters import meeting_form, review_pack
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection, PackTable
from workjournal.exporters.pdf_pages import found, texts_and_bodies

MILLIMETRE = 72 / 25.4
SIDES, TOP, FOOT = 23 * MILLIMETRE, 20 * MILLIMETRE, 22 * MILLIMETRE
STROKE = 1.5
"""Points that a line on an edge, or the side of a letter, may stand over it."""
SIZES = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
PACKS: dict[str, Callable[[], PackContent]] = {
    "review pack": realistic,
    "portfolio": sample_papers.portfolio,
    "German portfolio": lambda: sample_papers.portfolio("de"),
    "year in review": sample_papers.year,
}


@dataclass(frozen=True)
class Page:
    """A page's size, and the bounds of its letters and of all that is drawn on it: left, bottom, right, top, in points."""

    width: float
    height: float
    letters: list[tuple[float, float, float, float]]
    drawn: list[tuple[float, float, float, float]]
    pictures: list[tuple[float, float, float, float]]


def pages(pdf: bytes) -> Iterator[Page]:
    raw = pypdfium2.raw
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            with closing(page), closing(page.get_textpage()) as text:
                boxes = [text.get_charbox(place) for place in range(text.count_chars())]
                objects = list(page.get_objects(max_depth=1))
                width, height = page.get_size()
                yield Page(
                    width,
                    height,
                    [box for box in boxes if box[3] > box[1] + 0.1],
                    [held.get_bounds() for held in objects],
                    [
                        held.get_bounds()
                        for held in objects
                        if held.type in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}
                    ],
                )


def within_margins(pdf: bytes, paper: str) -> None:
    width, height = SIZES[paper]
    for page in pages(pdf):
        assert (page.width, page.height) == pytest.approx((width, height), abs=0.1)
        for left, bottom, right, top in [*page.letters, *page.drawn]:
            assert left >= SIDES - STROKE
            assert right <= width - SIDES + STROKE
            assert top <= height - TOP + STROKE
            # The footer stands in the margin below, and nothing else.
            assert bottom >= FOOT - 4 or top <= FOOT - 10


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", PACKS)
def test_everything_is_within_the_margins(name: str, paper: str) -> None:
    content = in_paper(PACKS[name](), paper)
    pdf = review_pack.typeset(content)
    within_margins(pdf, paper)
    no_heading_at_a_foot(pdf, content)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_form_is_within_its_margins(paper: Paper, language: str) -> None:
    pdf = meeting_form.typeset(language, paper)
    assert len(list(pages(pdf))) == 2
    within_margins(pdf, paper.value)


def no_heading_at_a_foot(pdf: bytes, content: PackContent) -> None:
    known = set(headings(content))
    for _, body in texts_and_bodies(pdf, FOOT)[:-1]:
        last = " ".join(body.replace("\u200b", "").strip().splitlines()[-1].split())
        assert not [heading for heading in known if heading.endswith(last)], body[-200:]


def headings(content: PackContent) -> Iterator[str]:
    """What has something below it; a bare title is a line as good as any."""
    for section in content.sections:
        yield section.heading
        for entry in section.entries:
            below = entry.text or entry.parts or entry.facts or entry.result or entry.pictures
            note = entry.note if entry.title and below else ""
            yield from filter(None, [entry.group, entry.title if entry.note or below else "", note])


PICTURE = shown("Minutes lost by step", 400, 250)
LIST = "Two things:\n\n- one\n- two\n- three"
TOGETHER: dict[str, tuple[PackSection, tuple[str, ...]]] = {
    "entries": (
        PackSection("months", "Months", (PackEntry("Title", "Note", STORY, "A result.", group="Group"),)),
        ("Months Group Title Note I handed", r"nobody had asked Result A result\."),
    ),
    "lists": (
        PackSection("stories", "Stories", (PackEntry("Title", "Note", LIST, parts=(("Task", LIST),)),)),
        ("Stories Title Note Two things: • one • two • three", "Task Two things: • one • two • three"),
    ),
    "a picture": (
        PackSection(
            "evidence", "Evidence", (PackEntry("", "Note", "Seen", link="https://a.b", pictures=(PICTURE,)),)
        ),
        ("Evidence Seen Note https://a.b Minutes lost by step",),
    ),
    "pictures": (
        PackSection("evidence", "Evidence", (PackEntry("", "Note", "Seen", pictures=(PICTURE,) * 4),)),
        ("Evidence Seen Note( Minutes lost by step){4}",),
    ),
    "a table": (
        PackSection("skills", "Skills", table=sample_papers.ratings(4)),
        ("Skills Skill First rating .* 45 of 100, 3 March 2026",),
    ),
}
"""What belongs on one page, wherever that ends."""


EVERY = tuple(itertools.product(range(18, 47), (0, 1, 3)))
"""Lines and items above it. An item is three points lower than a line, so that the page ends at every height."""


@pytest.mark.parametrize(
    "above", [EVERY[::4], pytest.param(EVERY, marks=pytest.mark.slow)], ids=["some", "all"]
)
@pytest.mark.parametrize("name", TOGETHER)
def test_wherever_the_page_ends_what_belongs_together_stays_together(
    name: str, above: tuple[tuple[int, int], ...]
) -> None:
    section, together = TOGETHER[name]
    moved = 0
    for lines, items in above:
        filler = "\n\n".join(["Line."] * lines) + "\n\n" + "- item\n" * items
        sections = (PackSection("asks", "Filler", (PackEntry(text=filler),)), section)
        content = PackContent("Pack", "", sample_papers.MADE, "en", sections)
        pdf = review_pack.typeset(content)
        no_heading_at_a_foot(pdf, content)
        bodies = [" ".join(body.split()) for _, body in texts_and_bodies(pdf, FOOT)]
        for words in together:
            assert sum(bool(re.search(words, body)) for body in bodies) == 1, (words, bodies)
        moved += section.heading not in bodies[0]
    assert moved


def test_pictures_keep_their_shape_and_their_bounds() -> None:
    sizes = ((1600, 900), (900, 1600), (300, 200), (40, 30), (3000, 10), (10, 3000), (1, 1))
    for many in (sizes[:1], sizes[1:2], sizes):
        entry = PackEntry(text="Seen", pictures=tuple(shown(f"P{at}", *size) for at, size in enumerate(many)))
        pdf = review_pack.typeset(pack(entry))
        within_margins(pdf, "a4")
        drawn = [box for page in pages(pdf) for box in page.pictures]
        assert len(drawn) == len(many)
        for (left, bottom, right, top), (width, height) in zip(drawn, many, strict=True):
            assert top - bottom <= 70 * MILLIMETRE + 0.1
            assert right - left <= width * 0.75 + 0.1, "no larger than on a screen"
            assert (right - left) * height == pytest.approx((top - bottom) * width, rel=0.02, abs=40)


def test_a_picture_is_drawn_whole_and_in_its_colours() -> None:
    pdf = review_pack.typeset(pack(PackEntry(text="Seen", pictures=(shown("P", 1200, 800),))))
    (page,) = pages(pdf)
    (box,) = page.pictures
    with pypdfium2.PdfDocument(pdf) as document:
        crop = (box[0], box[1], page.width - box[2], page.height - box[3])
        drawn = document[0].render(scale=1200 / (box[2] - box[0]), crop=crop).to_pil().convert("RGB")
    meant = Image.open(io.BytesIO(sample_papers.picture(1200, 800)))
    for place in ((60, 60), (600, 700), (150, 700), (1100, 400)):
        assert drawn.getpixel(place) == pytest.approx(meant.getpixel(place), abs=3)


def test_a_hundred_pictures_and_two_hundred_titles() -> None:
    many = tuple(shown(f"Picture {at}", 200 + at, 300 - at, seed=at) for at in range(100))
    entries = (
        PackEntry("Pictures", text="Seen", pictures=many),
        *(PackEntry(f"Title {at}") for at in range(200)),
    )
    pdf = review_pack.typeset(pack(*entries))
    within_margins(pdf, "a4")
    assert sum(len(page.pictures) for page in pages(pdf)) == 100
    last = list(pages(pdf))[1:-1]
    assert all(min(box[1] for box in page.drawn if box[1] > FOOT - 4) < page.height / 2 for page in last), (
        "half a page empty"
    )


def test_a_table_is_as_wide_as_the_page_and_no_wider() -> None:
    long = PackTable(("Skill", "W" * 40, "Text"), (("x" * 5000, "1", STORY), ("", "", ""), ("a", "b", "c")))
    for table in (sample_papers.ratings(), sample_papers.ratings(80), long):
        section = PackSection("skills", "Skills", table=table)
        content = PackContent("Pack", "", sample_papers.MADE, "en", (section,))
        pdf = review_pack.typeset(content)
        within_margins(pdf, "a4")
        no_heading_at_a_foot(pdf, content)
        rights = [max(box[2] for box in page.drawn) for page in pages(pdf)]
        assert rights == pytest.approx([SIZES["a4"][0] - SIDES] * len(rights), abs=3)
        heads = [text.count("Skill") for text, _ in texts_and_bodies(pdf, FOOT)]
        assert all(heads), "its header is repeated on every page"


def test_a_table_of_many_long_texts_gives_each_column_room() -> None:
    texts = tuple(f"cell{column} and what there is to say of it, which is long" for column in range(5))
    table = PackTable(("Skill", "b", "c", "d", "e"), (texts,) * 3)
    section = PackSection("skills", "Skills", table=table)
    pdf = review_pack.typeset(PackContent("Pack", "", sample_papers.MADE, "en", (section,)))
    within_margins(pdf, "a4")
    begins = [
        found(pdf, cell)[0].boxes[0][0] * SIZES["a4"][0]
        for cell in ("cell0", "cell1", "cell2", "cell3", "cell4")
    ]
    assert all(after - before > 60 for before, after in itertools.pairwise(begins))


def every_figure() -> tuple[Figure, ...]:
    """The charts of the samples, whose pages are measured with them."""
    return tuple(
        figure for make in PACKS.values() for section in make().sections for figure in section.figures
    )


def test_the_samples_have_charts_that_can_be_clipped() -> None:
    assert len(every_figure()) >= 5
    assert all(not figure.is_empty for figure in every_figure())
