"""The leak check finds each kind of planted leak, and cries wolf at none of the pack's own words."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String

from exporters.sample_pack import STORY, pack, realistic
from workjournal.exporters.leak_check import SHOWN, find_leaks, find_leaks_in_text
from workjournal.exporters.pack_content import PackEntry, Secrets
from workjournal.exporters.review_pack import typeset

PDF = typeset(realistic())
SECRET = "I doubt that Zebulon will ever keep his word about the budget"
SECRETS = Secrets(texts=(SECRET,), words=("Zebulon",))
METADATA = Secrets(metadata_words=("jdoe", "/home/jdoe"))


def planted(plant: Callable[[Pdf], None]) -> bytes:
    """The sample pack with something added behind its writer's back."""
    with pikepdf.open(io.BytesIO(PDF)) as document:
        plant(document)
        written = io.BytesIO()
        document.save(written)
    return written.getvalue()


def texts(*found: str) -> Secrets:
    return Secrets(texts=found)


def test_the_packs_own_words_are_no_leak() -> None:
    assert find_leaks(PDF, SECRETS) == []
    assert find_leaks(PDF, METADATA) == []
    assert find_leaks(PDF, Secrets()) == []


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.upper(),
        "I handed the capacity plan to the team",
        "The first draft came back **two days early**, with one scenario",
        "one\n\nscenario\tI had not   thought of",
        "Two people told me that I still explain what before why: in the kick-off on Monday",
        "Scope conflict settled in the open",
        "Difficulty is rising over these 12 weeks",
        "git.example.org/ops/playbook/214",
    ],
)
def test_text_is_found_whatever_its_spaces_case_and_marks(text: str) -> None:
    leaks = find_leaks(PDF, texts(text))
    assert len(leaks) == 1
    assert "Page 1" in leaks[0] or "Page 2" in leaks[0]
    assert len(leaks[0].split('"', 1)[1]) <= SHOWN + 4


def test_no_more_of_a_secret_is_told_than_its_beginning() -> None:
    (leak,) = find_leaks(PDF, texts(STORY))
    assert leak.endswith('"I handed the capacity plan to the team a…"')


def test_short_texts_are_skipped_or_found_as_whole_words_only() -> None:
    assert find_leaks(PDF, texts("open", "win", "plan", "")) == []
    assert find_leaks(PDF, texts("ceptember", "he capacity pl")) == []
    assert len(find_leaks(PDF, texts("capacity plan"))) == 1


@pytest.mark.parametrize("word", ["okafor", "OKAFOR", "Sam  Okafor", "Zwölf", "naïve", "Ünal", "scenario"])
def test_words_are_found_in_any_case_and_only_whole(word: str) -> None:
    entry = PackEntry(text="zwölf NAÏVE ünal Priyanka, Sam\nOkafor's scenario _Marco_")
    pdf = typeset(pack(entry))
    assert len(find_leaks(pdf, Secrets(words=(word,)))) == 1
    assert find_leaks(pdf, Secrets(words=("Priya", "Mar", "enario", "Ok"))) == []
    assert len(find_leaks(pdf, Secrets(words=("marco",)))) == 1


def test_text_over_two_pages_is_found() -> None:
    long = "\n\n".join(
        f"Paragraph {number} of a text that is longer than one page of the pack." for number in range(70)
    )
    (leak,) = find_leaks(typeset(pack(PackEntry(text=long))), texts(long))
    assert leak.startswith("Two pages together")


@pytest.mark.parametrize(
    "text",
    [
        "1. first private point\n1. second point\n   - deeper\n\n> quoted [link](http://x.y) and `code`",
        "Ship the 🚀 plan 漢字 tomorrow 👍🏽 and tell nobody",
        "שלום עולם, זה טקסט ארוך בעברית שנמשך על פני כמה שורות כדי לבדוק את סדר המילים בקובץ עם עוד מילים",
        "هذا نص طويل جدا لاختبار ترتيب الكلمات في الملف النهائي عندما يمتد على عدة أسطر من الصفحة هكذا",
        "pneumono" * 40,
        "Größe, Straße, ﬁne ﬂow — “quoted” 50 %",
    ],
)
def test_text_is_found_as_its_markdown_reads(text: str) -> None:
    assert len(find_leaks(typeset(pack(PackEntry(text=text))), texts(text))) == 1


def hyphenated(document: Pdf) -> None:
    """The word and the text in Helvetica, broken by a hyphen, invisible and beyond the page's edge."""
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page = document.pages[0]
    page.Resources.Font[Name("/Plain")] = document.make_indirect(font)
    first, second = SECRET.split("Zebulon")
    lines = f"({first}Zebu-) Tj T* (lon{second}) Tj"
    drawing = f"q BT /Plain 10 Tf 12 TL 3 Tr 1 0 0 1 300 400 Tm {lines} ET Q".encode()
    page.contents_add(document.make_stream(drawing))


def in_information(document: Pdf) -> None:
    document.docinfo["/Keywords"] = SECRET


def in_xmp(document: Pdf) -> None:
    packet = document.Root.Metadata.read_bytes()
    document.Root.Metadata.write(packet.replace(b"</rdf:RDF>", f"</rdf:RDF><!-- {SECRET} -->".encode()))


def in_attachment(document: Pdf) -> None:
    document.attachments["notes.txt"] = SECRET.encode()


def in_utf16_attachment(document: Pdf) -> None:
    document.attachments["notes.txt"] = SECRET.encode("utf-16")


def in_attachments_name(document: Pdf) -> None:
    document.attachments[f"{SECRET}.txt"] = b"nothing"


def in_annotation(document: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(SECRET))
    document.pages[1].Annots = Array([document.make_indirect(note)])


def in_alternative_text(document: Pdf) -> None:
    figures = [
        held for held in document.objects if isinstance(held, Dictionary) and held.get("/S") == "/Figure"
    ]
    figures[0].Alt = String(SECRET)


def in_bookmark(document: Pdf) -> None:
    document.Root.Outlines.First.Title = String(SECRET)


def in_stream_of_nothing(document: Pdf) -> None:
    document.Root.Extra = document.make_stream(b"\x00\xff some " + SECRET.encode("utf-16-be") + b" bytes")


def in_actual_text(document: Pdf) -> None:
    drawing = f"/Span <</ActualText ({SECRET})>> BDC EMC".encode()
    document.pages[0].contents_add(document.make_stream(drawing))


def in_name(document: Pdf) -> None:
    document.Root[Name("/" + SECRET.replace(" ", "_"))] = True


@pytest.mark.parametrize(
    "plant",
    [
        hyphenated,
        in_information,
        in_xmp,
        in_attachment,
        in_utf16_attachment,
        in_attachments_name,
        in_annotation,
        in_alternative_text,
        in_bookmark,
        in_stream_of_nothing,
        in_actual_text,
        in_name,
    ],
    ids=lambda plant: plant.__name__,
)
def test_each_planted_text_is_found(plant: Callable[[Pdf], None]) -> None:
    assert any("text that was not chosen" in leak for leak in find_leaks(planted(plant), SECRETS))


WORD_PLACES = [
    (hyphenated, "Page 1"),
    (in_information, "The metadata"),
    (in_xmp, "The metadata (XMP)"),
    (in_attachment, "An attachment"),
    (in_utf16_attachment, "An attachment"),
    (in_attachments_name, "A file name"),
    (in_annotation, "An annotation"),
    (in_alternative_text, "An alternative text"),
    (in_bookmark, "A title"),
    (in_actual_text, "Stream"),
]


@pytest.mark.parametrize(("plant", "place"), WORD_PLACES, ids=[plant.__name__ for plant, _ in WORD_PLACES])
def test_each_planted_word_is_found_and_its_place_is_told(plant: Callable[[Pdf], None], place: str) -> None:
    leaks = find_leaks(planted(plant), Secrets(words=("zebulon",)))
    assert len(leaks) == 1
    assert leaks[0].startswith(place)
    assert leaks[0].endswith('holds a word that must not be shown: "zebulon"')


def test_account_names_are_sought_in_metadata_alone() -> None:
    def plant(document: Pdf) -> None:
        document.docinfo["/Producer"] = "/home/jdoe/tools/writer"

    (leak, *_) = find_leaks(planted(plant), METADATA)
    assert leak.startswith("The metadata")
    assert find_leaks(typeset(pack(PackEntry(text="ask jdoe about /home/jdoe"))), METADATA) == []
    assert find_leaks(PDF, Secrets(metadata_words=("root", "internal", "adobe", "document"))) == []


def test_what_cannot_be_read_cannot_pass() -> None:
    with pytest.raises(pikepdf.PdfError):
        find_leaks(b"%PDF-1.7 rubbish", SECRETS)


CANARIES = st.text("bcdfghjkmnpqrstvwz", min_size=9, max_size=14).map(lambda word: f"canary {word} private")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    CANARIES, st.text(max_size=80).filter(lambda text: not set("bcdfghjkmnpqrstvwz") & set(text.casefold()))
)
def test_a_canary_is_found_if_and_only_if_it_was_put_in(canary: str, around: str) -> None:
    without = typeset(pack(PackEntry("Title", text=around)))
    assert find_leaks(without, Secrets((canary,), (canary.split()[1],))) == []
    # Two line ends, for a mark at the end of what is around must not swallow it.
    within = typeset(pack(PackEntry("Title", text=f"{canary}\n\n{around}")))
    assert len(find_leaks(within, Secrets((canary,), (canary.split()[1],)))) == 2


@pytest.mark.parametrize("written", ["https://x.example/a%20Zebulon", "https://x.example/%5aebulo%6E?x=1"])
def test_an_address_hides_no_letter(written: str) -> None:
    def link(document: Pdf) -> None:
        action = Dictionary(S=Name.URI, URI=String(written))
        document.pages[0].Annots = Array(
            [document.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, A=action))]
        )

    assert find_leaks(planted(link), SECRETS) == ['A link holds a word that must not be shown: "zebulon"']
    assert len(find_leaks_in_text(f"See {written} there", SECRETS)) == 1
