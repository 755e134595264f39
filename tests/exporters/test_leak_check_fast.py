"""What is skipped for speed is nothing that a slow search would have found."""

import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exporters.leak_reference import forms, leaks
from workjournal.exporters import leak_sieve
from workjournal.exporters.leak_check import SHOWN, search
from workjournal.exporters.markdown_tree import plain
from workjournal.exporters.pack_content import Secrets
from workjournal.exporters.pdf_streams import Blob, Said

LATIN = [
    "the plan",
    "of the harbour",
    "team",
    "I doubt that",
    "they keep their word",
    "about",
    "Sam",
    "x",
    "a",
]
OTHER = [
    "Größe",
    "naïve",
    "Zwölf",
    "ﬁne",
    "план команды",
    "я сомневаюсь",
    "שלום עולם",
    "سلام الأعمال",
    "漢字計画",
    "ＡＢＣ",
]
SIGNS = [
    "🚀",
    "👍🏽",
    "é",
    "e\u0301",
    "\u0301",
    "\u0323",
    "\u200b",
    "\u00ad",
    "\u2060",
    "ﷺ",
    "한",
    "\u1112\u1161\u11ab",
    "\0",
    "\x02",
    "\ue000",
    "ſ",
    "İ",
]
MARKS = [
    *(
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "-\n",
        "  \n",
        "\n- ",
        "\n1. ",
        "\n7) ",
        "1.",
        "12",
        "\n> ",
        "\n# ",
        "\n    ",
        ". ",
    ),
    *(
        "**",
        "*",
        "_",
        "`",
        "```",
        "\n```py there\n",
        "\n~~~\n",
        "[",
        "]",
        '](http://secret.example/way "told")',
        "![",
        "](",
        ")",
    ),
    *(
        "<",
        ">",
        "<http://a.example/b%41c>",
        "&amp;",
        "&#65;",
        "&",
        "&ouml;",
        "\\",
        "\\*",
        "\n---\n",
        "\n===\n",
        "!",
    ),
]
PIECES = st.one_of(*(st.sampled_from(kind) for kind in (LATIN, LATIN, OTHER, SIGNS, MARKS, MARKS)))
TEXTS = st.lists(PIECES, min_size=1, max_size=24).map("".join)
WORDS = st.sampled_from(
    [
        "Sam",
        "team",
        "sam  team",
        "Zwölf",
        "план",
        "O'Brien",
        "Marie-Lou",
        "/home/jo/x",
        "harbour",
        "漢字計画",
        "漢字",
    ]
)


@st.composite
def files(draw: st.DrawFn, texts: list[str]) -> tuple[list[Said], list[Blob]]:
    """Places that hold one of the texts as it may come to stand there, a piece of it, or something else."""
    told: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        form = draw(st.sampled_from([form for text in texts for form in forms(text)]))
        start, end = draw(st.tuples(st.integers(0, 6), st.integers(0, 6)))
        cut = form[start : len(form) - end] if draw(st.booleans()) else form
        cut = cut.upper() if draw(st.booleans()) else cut
        told.append(
            draw(st.sampled_from(["", "x", " ", "- "])) + cut + draw(st.sampled_from(["", "x", "\n", " y"]))
        )
    said = [Said(f"place {number}", text, metadata=draw(st.booleans())) for number, text in enumerate(told)]
    code = draw(st.sampled_from(["utf-8", "utf-16-be", "latin-1"]))
    bytes_ = [
        Blob(f"bytes {number}", text.encode(code, "ignore"), draw(st.booleans()))
        for number, text in enumerate(told)
    ]
    return draw(st.sampled_from([(said, []), ([], bytes_), (said[:1], bytes_[1:])]))


def found(said: list[Said], blobs: list[Blob], secrets: Secrets) -> tuple[set[str], set[str]]:
    """What the real check tells, by how it begins."""
    told = search(said, blobs, secrets)
    texts = {
        text
        for text in secrets.texts
        if any("a text that" in leak and leak.endswith(f'"{short(text)}"') for leak in told)
    }
    words = {leak.split('"')[1] for leak in told if "a word that" in leak}
    return texts, words


def compare(said: list[Said], blobs: list[Blob], secrets: Secrets) -> None:
    """Of words that stand within each other the longest is told."""
    texts, words = found(said, blobs, secrets)
    all_texts, all_words = leaks(said, blobs, secrets)
    assert texts == all_texts
    assert words <= all_words
    assert all(any(word in longer for longer in words) for word in all_words)


def short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Said], list[Blob], Secrets]:
    texts = draw(st.lists(TEXTS, min_size=1, max_size=4, unique_by=short))
    said, blobs = draw(files(texts))
    words = draw(st.lists(WORDS, max_size=4))
    return said, blobs, Secrets(tuple(texts), tuple(words), ("/home/jo", "jo"))


def case(secret: str, place: str) -> tuple[list[Said], list[Blob], Secrets]:
    return [Said("place", place)], [], Secrets((secret,))


def drawn_case(secret: str, place: str) -> tuple[list[Said], list[Blob], Secrets]:
    return [], [Blob("bytes", place.encode())], Secrets((secret,))


CHECKED = settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@CHECKED
@given(cases())
@example(
    case(
        "1. one of the many things\n1. that nobody must ever know",
        "1. one of the many things 2. that nobody must ever know",
    )
)
@example(
    case(
        "see [what they keep to themselves](http://x.example/a) and say",
        "see what they keep to themselves and say",
    )
)
@example(case("&#73; doubt that they keep their word", "I doubt that they keep their word"))
@example(
    case(
        "a......................................................b they keep their word of old",
        "ab they keep their word of oldest",
    )
)
@example(case("<http://a.example/b%41c/of/the/many/ways>", "http://a.example/bAc/of/the/many/ways"))
@example(drawn_case("план team плана Sam команды harbour доклад of план", "team Sam harbour of"))
@example(
    drawn_case(
        "1. one of the many things\n1. that nobody must", "1. one of the many things 2. that nobody must"
    )
)
@example(case("the plan-\nthe plan", "the plan- the plan"))
@example(case("I doubt that they keep their worde\u0301 at all", "I doubt that they keep their wordé at all"))
def test_the_same_is_found_as_by_a_plain_search(drawn: tuple[list[Said], list[Blob], Secrets]) -> None:
    """Seen failing with a gram of the text left out, and with addresses of links taken for sure."""
    compare(*drawn)


@pytest.mark.slow
@settings(CHECKED, max_examples=6000)
@given(cases())
def test_the_same_is_found_as_by_a_plain_search_many_times(
    drawn: tuple[list[Said], list[Blob], Secrets],
) -> None:
    compare(*drawn)


@given(st.text("abc xyz*_[]()`", min_size=1, max_size=70), st.text("abc ", max_size=20), st.integers(0, 30))
@settings(max_examples=400, deadline=None)
def test_a_text_is_found_wherever_it_begins(text: str, before: str, shift: int) -> None:
    """Every step of the pieces that are compared."""
    place = "q" * shift + before + text
    compare([Said("place", place)], [Blob("bytes", place.encode())], Secrets((text,)))


@pytest.mark.parametrize("shift", range(9))
def test_a_mark_behind_what_is_looked_at_first_hides_nothing(shift: int) -> None:
    """Together with the letter before it, it is another letter."""
    cut = "I doubt that they keep their word of old and that they will ev."
    assert len(cut) == leak_sieve._TAKEN - 1
    compare(*case(f"{cut}e\u0301r of it", f"{'q' * shift}{cut}ér of it"))
    assert found(*case(f"{cut}e\u0301r of it", f"{'q' * shift}{cut}ér of it"))[0]


_CHANCE = random.Random(7)
MANY = [(day, *("".join(_CHANCE.choices("abcdefghijklm", k=8)) for _ in "ab")) for day in range(1, 3001)]


def test_few_of_many_private_texts_are_looked_at_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown of thousands would be read otherwise, which takes seconds."""
    read: list[str] = []

    def counted(text: str) -> str:
        read.append(text)
        return plain(text)

    monkeypatch.setattr(leak_sieve, "plain", counted)
    told = [f"I doubted **on {day}** whether {a} or {b} were [mine](http://x.example)." for day, a, b in MANY]
    said = [
        Said("page 1", " ".join(f"I doubted on {day} whether {b} or {a} were mine." for day, a, b in MANY))
    ]
    assert search(said, [], Secrets(tuple(told))) == []
    assert len(read) < 30
    (leak,) = search([*said, Said("page 2", plain(told[6]))], [], Secrets(tuple(told)))
    assert leak.startswith('Page 2 holds a text that was not chosen: "I doubted **on 7')
    assert len(read) < 60
