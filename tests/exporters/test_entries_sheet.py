"""Printed episodes as a reader of PDF sees them: what is on the pages, how it is tagged, in any script."""

import datetime as dt
from dataclasses import replace

import pytest

from exporters.pdf_structure import headings, opened, structure, unmarked
from workjournal.domain.episode import Kind
from workjournal.exporters import fonts
from workjournal.exporters.entries_sheet import (
    EntriesSheet,
    PrintedEntry,
    PrintedLesson,
    PrintedReflection,
    typeset,
)
from workjournal.exporters.pdf_pages import page_count, page_sizes, page_texts

DAY = dt.date(2026, 11, 19)
REFLECTION = PrintedReflection(
    method="What, so what, now what",
    day=DAY,
    answers=(("What happened?", "The **plan** slipped."), ("So what?", "- I asked nobody\n- It was late")),
    evidence="A mail of Monday",
    decision=60,
    lessons=(PrintedLesson("Name the outcome first.", "It was easier then.", "someone asks for a plan"),),
)
ENTRY = PrintedEntry(
    day=DAY,
    time=dt.time(17, 5),
    title="Handed the plan to Priya",
    kind=Kind.CHALLENGE,
    story="We *agreed*:\n\n1. the outcome\n2. the day",
    result="It held",
    people=("Priya Nair",),
    tags=("planning", "depot"),
    goal="Lead the count",
    difficulty=60,
    link="https://example.org/plan",
    lessons=(PrintedLesson("Ask twice."),),
    reflections=(REFLECTION,),
)
ONE = EntriesSheet(entries=(ENTRY,), made=DAY)
SEVERAL = replace(
    ONE,
    entries=(replace(ENTRY, day=DAY - dt.timedelta(days=1), title="The day before"), ENTRY),
    reviews=(
        replace(REFLECTION, method="Weekly review", period=(dt.date(2026, 11, 16), dt.date(2026, 11, 22))),
    ),
)


def words(sheet: EntriesSheet) -> str:
    return " ".join(
        "\n".join(page_texts(typeset(sheet).pdf)).replace("\u200b", "").replace("\xa0", " ").split()
    )


def test_all_that_was_written_is_there_in_its_order() -> None:
    text, at = words(ONE), 0
    for part in (
        *("Handed the plan to Priya", "Thursday 19 November 2026 · 17:05 · Challenge", "We agreed:"),
        *("1. the outcome", "Result It held", "People Priya Nair", "Tags planning, depot"),
        *("Goal Lead the count", "Difficulty 60 of 100", "https://example.org/plan"),
        *("Lessons applied", "Ask twice.", "What, so what, now what", "What happened?", "The plan slipped."),
        *("So what?", "I asked nobody", "Evidence", "A mail of Monday", "Quality of the decision 60 of 100"),
        *("Lessons", "Name the outcome first.", "When someone asks for a plan", "It was easier then."),
        "page 1 of 1",
    ):
        at = text.find(part, at)
        assert at >= 0, part


def test_the_private_note_is_told_apart_and_announced() -> None:
    assert "rivate" not in words(ONE)
    private = replace(ONE, entries=(replace(ENTRY, private_note="I was **nervous**"),), private=True)
    text = words(private)
    assert "Private note I was nervous" in text
    assert "Challenge · with private notes" in text


def test_several_days_have_their_headings_and_reviews_stand_behind() -> None:
    text = words(SEVERAL)
    assert text.startswith(
        "18 November 2026 to 19 November 2026 2 episodes Wednesday 18 November 2026 The day before"
    )
    assert text.index("Thursday 19 November 2026 Handed") < text.index("Reviews Weekly review")
    assert "16 November 2026 to 22 November 2026" in text
    month = replace(SEVERAL, period=(dt.date(2026, 11, 1), dt.date(2026, 11, 30)))
    assert words(month).startswith("November 2026 2 episodes")


def test_a_reflection_on_several_stands_at_one_of_them() -> None:
    told = PrintedReflection(method="Gibbs", day=DAY, told_at="Another one")
    assert "Gibbs: see “Another one”" in words(replace(ONE, entries=(replace(ENTRY, reflections=(told,)),)))


@pytest.mark.parametrize(
    ("sheet", "first", "levels"),
    [
        (ONE, ["What, so what, now what"], ["H1"]),
        (
            SEVERAL,
            ["Wednesday 18 November 2026", "Thursday 19 November 2026", "Reviews"],
            ["H1", "H2", "H3", "H1", "H2", "H3", "H1", "H2"],
        ),
        (
            replace(ONE, entries=(ENTRY, replace(ENTRY, title="Later"))),
            ["Handed the plan to Priya", "Later"],
            ["H1", "H2"] * 2,
        ),
    ],
)
def test_tagged_with_language_and_an_outline_without_gaps(
    sheet: EntriesSheet, first: list[str], levels: list[str]
) -> None:
    pdf = typeset(replace(sheet, language="en-GB")).pdf
    assert headings(pdf) == first
    with opened(pdf) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en-GB"
        assert "<pdfuaid:part>1</pdfuaid:part>" in document.Root.Metadata.read_bytes().decode()
    found = [one.kind for one in structure(pdf).all() if one.kind in {"H1", "H2", "H3", "H4"}]
    assert found == levels
    assert unmarked(pdf) == []


def test_a_long_text_runs_over_pages_and_nothing_is_lost() -> None:
    numbered = [f"Paragraph {number} ends here." for number in range(300)]
    long = replace(ENTRY, story="\n\n".join(numbered), title="Long " * 60, tags=("x" * 300,))
    pdf = typeset(replace(ONE, entries=(long,))).pdf
    assert page_count(pdf) > 5
    text = "".join("".join(page_texts(pdf)).split())
    assert all("".join(each.split()) in text for each in numbered)


def test_other_scripts_and_typst_signs_stay_what_they_are() -> None:
    text = 'Привет, Ελλάδα, שלום #include "/etc/passwd" $x$ <tag>'
    made = typeset(replace(ONE, entries=(replace(ENTRY, title=text, story=text),)))
    shown = " ".join(page_texts(made.pdf))
    for part in ("Привет", "Ελλάδα", "#include", "/etc/passwd", "$x$", "<tag>"):
        assert part in shown, part
    assert made.boxes == ""
    with opened(made.pdf) as document:
        assert "<pdfaid:part>2</pdfaid:part>" in document.Root.Metadata.read_bytes().decode()


def test_what_our_fonts_lack_the_computers_have_or_it_is_told() -> None:
    """The signs that no font has depend on the computer; none of them goes without a word."""
    made = typeset(replace(ONE, entries=(replace(ENTRY, title="漢字 \U0001f680 \ue123"),)))
    shown = " ".join(page_texts(made.pdf))
    lacking = fonts.missing(frozenset("漢字\U0001f680"), computers=True)
    assert set(made.boxes) == {*lacking, "\ue123"}
    assert ("[rocket]" in shown) is ("\U0001f680" in lacking)
    for letter in "漢字":
        assert (letter in shown) is (letter not in lacking)


def test_in_german_on_letter_paper_and_the_same_bytes_each_time() -> None:
    sheet = replace(SEVERAL, language="de", paper="letter")
    made = typeset(sheet)
    assert made == typeset(sheet)
    assert {tuple(map(round, size)) for size in page_sizes(made.pdf)} == {(612, 792)}
    text = words(sheet)
    for part in ("Mittwoch, 18. November 2026", "Herausforderung", "Ergebnis", "Schlagwörter", "Rückblicke"):
        assert part in text, part
