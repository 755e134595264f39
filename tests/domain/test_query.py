"""A typed line as a query: every piece, every fault with its place, and nothing that breaks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.query import (
    FILTERS,
    KINDS,
    MOST_PIECES,
    Days,
    Filter,
    NotADay,
    NothingAfter,
    Query,
    Term,
    TooMany,
    UnknownValue,
    parse,
)
from workjournal.errors import JournalError

TODAY = dt.date(2026, 11, 19)


def terms(line: str, *, typing: bool = False) -> tuple[Term, ...]:
    return parse(line, TODAY, typing=typing).terms


def days(line: str) -> tuple[Days, ...]:
    return parse(line, TODAY).days


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("harbour  route", (Term("harbour"), Term("route"))),
        ('"capacity plan"', (Term("capacity plan"),)),
        ("„Plan B“ x", (Term("Plan B"), Term("x"))),
        ('so "unfinished quot', (Term("so"), Term("unfinished quot"))),
        ("deleg*", (Term("deleg", is_open=True),)),
        ('"the ro"*', (Term("the ro", is_open=True),)),
        ("-rota", (Term("rota", left_out=True),)),
        ('-"a phrase"', (Term("a phrase", left_out=True),)),
        ("up-to-date", (Term("up-to-date"),)),
        ("16:00", (Term("16:00"),)),
        ("https://example.org/a?b=c", (Term("https://example.org/a?b=c"),)),
        ("priority:high", (Term("priority:high"),)),
        ('"tag:x"', (Term("tag:x"),)),
        ("* ** \"\" ''", (Term("''"),)),
        ("", ()),
    ],
)
def test_words(line: str, found: tuple[Term, ...]) -> None:
    assert parse(line, TODAY) == Query(found)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("kind:challenge", Filter("kind", "challenge")),
        ("KIND:Check-In", Filter("kind", "check-in")),
        ('tag:"big plan"', Filter("tag", "big plan")),
        ("-person:Ada", Filter("person", "Ada", left_out=True)),
        ("skill:Übung", Filter("skill", "Übung")),
        ('goal:"lead  the count', Filter("goal", "lead the count")),
        ("has:attachment", Filter("has", "attachment")),
        ("-is:unreflected", Filter("is", "unreflected", left_out=True)),
    ],
)
def test_filters(line: str, found: Filter) -> None:
    assert parse(line, TODAY) == Query(filters=(found,))


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("on:2026", (2026, 1, 1), (2026, 12, 31)),
        ("on:2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("on:2026-3-14", (2026, 3, 14), (2026, 3, 14)),
        ("on:today", (2026, 11, 19), (2026, 11, 19)),
        ("on:Yesterday", (2026, 11, 18), (2026, 11, 18)),
        ("from:2026-03", (2026, 3, 1), None),
        ("to:2026", None, (2026, 12, 31)),
    ],
)
def test_days(line: str, start: tuple[int, int, int] | None, end: tuple[int, int, int] | None) -> None:
    first, last = (each and dt.date(*each) for each in (start, end))
    assert days(line) == (Days(first, last),)
    assert days(f"-{line}") == (Days(first, last, left_out=True),)


@pytest.mark.parametrize(
    ("line", "error", "told"),
    [
        (
            "so kind:chalenge",
            UnknownValue,
            "At letter 4: “kind:” does not know “chalenge”. It knows work, win",
        ),
        ("has:x", UnknownValue, "attachment, reflection, link, note, goal and lesson"),
        ("is:", NothingAfter, "something is missing after “is:”. It takes unreflected, shared"),
        ('tag:"" x', NothingAfter, "It takes a name"),
        ("a b from:", NothingAfter, "At letter 5"),
        ("from:2026-13", NotADay, "“2026-13” after “from:” is no day. Write a year, a month or a day"),
        ("on:2026-02-30", NotADay, "2026-02-30"),
        ("to:0000", NotADay, "today or yesterday"),
        ("to:2026-03-0", NotADay, "2026-03-0"),
        ("x " * (MOST_PIECES + 1), TooMany, f"which is {MOST_PIECES} words"),
    ],
)
def test_a_fault_is_told_with_its_place(line: str, error: type[JournalError], told: str) -> None:
    with pytest.raises(error, match=None) as caught:
        parse(line, TODAY)
    assert told in str(caught.value)


def test_the_last_word_may_go_on_while_somebody_types() -> None:
    assert terms("depot ro", typing=True) == (Term("depot"), Term("ro", is_open=True))
    assert terms("depot ro ", typing=True) == (Term("depot"), Term("ro"))
    assert terms('"the ro', typing=True) == (Term("the ro", is_open=True),)
    assert terms('"the ro"', typing=True) == (Term("the ro"),)
    assert terms("depot -ro", typing=True) == (Term("depot"), Term("ro", left_out=True))


@pytest.mark.parametrize(
    "unfinished",
    [
        "tag:",
        "kind:",
        "kind:chal",
        "has:att",
        "from:",
        "on:20",
        "on:2026-",
        "on:2026-0",
        "to:2026-11-",
        "on:yest",
    ],
)
def test_an_unfinished_filter_is_no_fault_while_somebody_types(unfinished: str) -> None:
    assert parse(f"depot {unfinished}", TODAY, typing=True) == Query((Term("depot"),))
    with pytest.raises(JournalError):
        parse(f"depot {unfinished} x", TODAY, typing=True)
    with pytest.raises(JournalError):
        parse(f"depot {unfinished}", TODAY)


def test_a_wrong_filter_is_a_fault_even_while_somebody_types() -> None:
    for line in ("kind:x", "on:abc", "on:2026-13"):
        with pytest.raises(JournalError):
            parse(line, TODAY, typing=True)


def test_what_looks_like_a_filter_and_is_none_is_known() -> None:
    line = "status:open tag:x https://a.b 16:30 status:done Zeit:heute x:y note: -foo:bar"
    assert parse(line, TODAY).strange == ("status", "Zeit")


def test_places_of_pieces_are_known() -> None:
    query = parse('  depot -"a b" tag:x', TODAY)
    assert [*(term.at for term in query.terms), *(each.at for each in query.filters)] == [2, 8, 15]


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [*FILTERS, *KINDS, ":", '"', "-", "*", " ", "“", "2026", "2026-03", "today", "has:", "-is:open"]
    ),
)


def outcome(line: str, *, typing: bool) -> Query | JournalError:
    """The query, or what is wrong with it."""
    try:
        return parse(line, TODAY, typing=typing)
    except JournalError as error:
        return error


@given(st.lists(PIECES, max_size=20).map("".join), st.booleans())
def test_nothing_typed_breaks_it(line: str, typing: bool) -> None:
    """Whatever is typed is a query, or a fault that explains itself. Seen failing with dt.date(0, 1, 1)."""
    found = outcome(line, typing=typing)
    if isinstance(found, JournalError):
        assert str(found).startswith("At letter ")
    else:
        assert found.line == line
        assert all(term.words for term in found.terms)


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), min_size=1, max_size=6)
)
def test_every_word_that_is_typed_is_looked_for(words: list[str]) -> None:
    assert [term.words for term in terms(" ".join(words))] == words
    assert [term.words for term in terms(f'"{" ".join(words)}"')] == [" ".join(words)]
    assert [term.words for term in terms(" ".join(f"-{word}" for word in words)) if term.left_out] == words
