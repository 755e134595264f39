"""No canary of a journal is in any byte of its packs, and no text breaks one: for whomever, whatever was written."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import PASSPHRASE, Clock
from journal.hostile_journals import CANARY, END, START, Planted, fill
from journal.pdf_walk import found_in
from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Paper
from workjournal.exporters.pack_content import PackContent
from workjournal.exporters.picture_notes import notes
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice

TYPST = [
    '#include "x.typ"',
    "#{panic()}",
    "$ x^2 $",
    "= Heading",
    "#let x = 1; #x",
    "@label <label>",
    "*b* _e_ `r`",
    "\\u{41} \\",
    "// no /* comment",
]
SCRIPTS = [
    "שלום עולם (abc) 12",
    "مرحبا بالعالم",
    "漢字かな交じり文",
    "नमस्ते दुनिया",
    "สวัสดี",
    "Ünïcödé ﬁ ſ ẞ",
    "e\u0301\u0323\u0489\u20e3",
    "\u202eevil\u202c \u2067x\u2069",
    "👩🏽‍🚀 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️",
    "\u200b\u200d\u2060\ufeff\u00ad",
    "\ue000\U000f0000 \ufffe",
]
MARKS = [
    "# a\n\n> b\n> > c",
    "- " * 30 + "x",
    '[a](http://x.y "t")',
    "![i](a.png)",
    "<script>x</script>",
    "```\n#x\n```",
    "| a | b |\n|---|---|",
    "&lt;&#0;",
    "1. x\n   - y",
    "\x01\x07\x1b[31m",
    "a\tb\r\nc",
]
LONG = [
    "x" * 5000,
    "Donaudampfschiff" * 300,
    "漢" * 5000,
    "https://x.example/" + "a" * 3000,
    "**a**" * 900,
    "word " * 900,
    "é" * 5000,
    "-" * 5000,
]
TEXTS = st.lists(
    st.one_of(
        *(st.sampled_from(kind) for kind in (TYPST, SCRIPTS, MARKS)),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60),
    ),
    max_size=5,
).map("\n\n".join)
JOURNALS = st.lists(st.one_of(TEXTS, TEXTS, st.sampled_from(LONG)), min_size=1, max_size=13)


@pytest.fixture
def fresh(new_vault: Path, tmp_path: Path) -> "Fresh":
    return Fresh(new_vault, tmp_path)


class Fresh:
    """Makes an empty journal for each example."""

    def __init__(self, vault: Path, place: Path) -> None:
        self.vault, self.place, self.made = vault, place, 0

    def journal(self) -> tuple[Journal, Path]:
        self.made += 1
        folder = self.place / str(self.made)
        shutil.copytree(self.vault, folder / "vault")
        return opening.open_journal(folder / "vault", PASSPHRASE, Clock()), folder


def choice(planted: Planted, audience: Audience, **more: object) -> PackChoice:
    """All that may be ticked is."""
    chosen = PackChoice(start=START, end=END, audience=audience, items=frozenset(planted.items))
    chosen = replace(
        chosen, pictures=frozenset(planted.pictures), charts=("confidence", "difficulty", "skills")
    )
    return replace(chosen, **{"asks": ("Ask",), "commitments": ("Go on",), **more})  # type: ignore[arg-type]


def check(journal: Journal, planted: Planted, chosen: PackChoice) -> bytes:
    """The pack is one that can be read, and holds none of the canaries."""
    pdf = journal.packs.typeset(chosen)
    assert found_in(pdf, planted.canaries) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pictures = [
            held.read_raw_bytes()
            for held in opened.objects
            if isinstance(held, pikepdf.Stream) and held.get("/Filter") == "/DCTDecode"
        ]
    assert not [told for picture in pictures for told in notes(picture)]
    return pdf


def tell_all(fresh: Fresh, texts: list[str], pictures: int, paper: Paper, language: str) -> None:
    """Of one journal a pack for each audience; what each shows first is what was chosen."""
    journal, folder = fresh.journal()
    with journal:
        planted = fill(journal, folder, texts, pictures=pictures)
        for audience in Audience:
            chosen = choice(planted, audience, paper=paper, language=language)
            check(journal, planted, chosen)
            assert_told(journal.packs.compose(chosen), audience, planted)
            for markdown in (True, False):
                written = journal.packs.written(chosen, markdown=markdown).casefold()
                assert not [canary for canary in planted.canaries if canary.casefold() in written]


def assert_told(content: PackContent, audience: Audience, planted: Planted) -> None:
    """Nothing is missing that was ticked: else an empty pack would pass."""
    keys = {section.key for section in content.sections}
    first = {Audience.MANAGER: "highlights", Audience.NEXT_JOB: "stories", Audience.OWN: "months"}[audience]
    assert {first, "goals", "lessons", "growth", "evidence"} <= keys | (
        {"evidence"} - keys if not planted.pictures else set()
    )
    shown = next(section for section in content.sections if section.key == first)
    assert len(shown.entries) == 2
    assert sum(len(entry.pictures) for section in content.sections for entry in section.entries) == len(
        planted.pictures
    )


# Shrinking would take minutes: a failing journal is told as it was drawn.
FEW = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
DRAWN = given(JOURNALS, st.integers(0, 3), st.sampled_from(Paper), st.sampled_from(["en", "de"]))


@FEW
@DRAWN
def test_no_canary_is_in_any_byte(
    fresh: Fresh, texts: list[str], pictures: int, paper: Paper, language: str
) -> None:
    tell_all(fresh, texts, pictures, paper, language)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(FEW, max_examples=60)
@DRAWN
def test_no_canary_is_in_any_byte_of_many(
    fresh: Fresh, texts: list[str], pictures: int, paper: Paper, language: str
) -> None:
    tell_all(fresh, texts, pictures, paper, language)


def test_a_pack_of_all_that_is_hostile_at_once(fresh: Fresh) -> None:
    tell_all(
        fresh,
        [*("\n\n".join(kind) for kind in (TYPST, SCRIPTS, MARKS)), *LONG, "", " "],
        2,
        Paper.LETTER,
        "de",
    )


def test_a_hundred_pictures_are_shown_and_tell_nothing_more(fresh: Fresh) -> None:
    journal, folder = fresh.journal()
    with journal:
        planted = fill(journal, folder, ["Shown"], pictures=100)
        pdf = check(journal, planted, choice(planted, Audience.MANAGER, sections=("highlights", "evidence")))
    document = pypdfium2.PdfDocument(pdf)
    shown = [
        held
        for page in document
        for held in page.get_objects()
        if held.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    ]
    assert len(shown) == 100


def test_the_walk_finds_what_is_there(fresh: Fresh) -> None:
    """So that finding nothing means something: a canary that was ticked, and one in each way to write it."""
    journal, folder = fresh.journal()
    with journal:
        planted = fill(journal, folder, ["Shown"], pictures=1)
        word = f"{CANARY}shown"
        pdf = journal.packs.typeset(choice(planted, Audience.MANAGER, asks=(f"Ask {word}",)))
    assert any(place.startswith(f"{word} in page") for place in found_in(pdf, [word]))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.Root.A = opened.make_stream(f"{word}8".encode())
        opened.Root.B = opened.make_stream(f"{word}16".encode("utf-16-be"))
        opened.Root.C = opened.make_stream(f"{word}hex".encode("utf-16-be").hex().upper().encode())
        opened.Root.D = pikepdf.Dictionary(X=pikepdf.Array([pikepdf.String(f"Ж {word}utf")]))
        written = io.BytesIO()
        opened.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for kind in ("8", "16", "hex", "utf"):
        assert found_in(written.getvalue(), [f"{word}{kind}"]) != []


def test_every_section_can_stand_alone(fresh: Fresh) -> None:
    """With no figure, no entry or no text beside it, the page is laid out all the same."""
    journal, folder = fresh.journal()
    with journal:
        planted = fill(journal, folder, ["Shown"], pictures=1)
        for audience, sections in SECTIONS.items():
            for section in sections:
                check(journal, planted, choice(planted, audience, sections=(section.key,)))
