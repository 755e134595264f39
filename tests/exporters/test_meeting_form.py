"""The blank form: every section with room to write, boxes to tick, and nothing that anyone wrote."""

import itertools
import re

import pytest

from exporters import pdf_structure
from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Paper
from workjournal.exporters.meeting_form import typeset
from workjournal.exporters.pdf_pages import page_count, page_texts
from workjournal.exporters.wording import wording


def shown(language: str) -> str:
    return " ".join("\n".join(page_texts(typeset(language, Paper.A4))).split())


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "de"])
def test_two_pages(language: str, paper: Paper) -> None:
    assert page_count(typeset(language, paper)) == 2


@pytest.mark.parametrize("language", ["en", "de-AT"])
def test_every_section_of_the_review_pack_in_its_order(language: str) -> None:
    words = wording(language)
    headings = [
        words.heading(Audience.MANAGER, each.key, each.heading) for each in SECTIONS[Audience.MANAGER]
    ]
    found = pdf_structure.headings(typeset(language, Paper.A4))
    assert found[:-1] == headings
    assert found[-1] in {"What we agreed", "Was wir vereinbart haben"}
    text = shown(language)
    assert all(re.search(rf"{re.escape(heading)} [^.?]*[.?]", text) for heading in headings), (
        "each has its prompt"
    )


def test_agreements_have_boxes_and_columns() -> None:
    assert "Done What Who By when Next meeting" in shown("en")
    assert "Erledigt Was Wer Bis wann Nächstes Gespräch" in shown("de")
    (table,) = pdf_structure.structure(typeset("en", Paper.A4)).kinds("Table")
    assert len(table.kinds("TR")) == 8


def test_there_is_room_to_write() -> None:
    """Of the lines, each as wide as the page: 24 in the sections, the rest in the table."""
    for paper, width in ((Paper.A4, 595.3), (Paper.LETTER, 612.0)):
        wide = pdf_structure.lines(typeset("en", paper), at_least=width - 2 * 65.3)
        assert len(wide) >= 24
        written = wide[:24]
        gaps = [above - below for above, below in itertools.pairwise(written) if above > below]
        assert min(gaps) >= 22, "8 mm, as a pen needs"


def test_made_twice_it_is_the_same_bytes_and_has_no_date_and_no_author() -> None:
    pdf = typeset("en", Paper.A4)
    assert typeset("en", Paper.A4) == pdf
    with pdf_structure.opened(pdf) as document:
        assert {str(key) for key in document.docinfo} == {"/Title"}
