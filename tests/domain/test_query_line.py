"""A search line changed in place, and read back by the parser of searches itself."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workjournal.domain.query import FILTERS, LABELS, parse
from workjournal.domain.query_line import (
    Piece,
    completed,
    pieces,
    unfinished,
    values,
    with_filter,
    without,
    written,
)

TODAY = dt.date(2026, 11, 19)
LINE = 'harbour "capacity plan" -rota kind:challenge -tag:old tag:"Q1 plan"'
lines = st.text(alphabet='ab "“-:*tagisopenkind ', max_size=40)


def test_pieces() -> None:
    assert [(piece.name, piece.value, piece.left_out) for piece in pieces(LINE)] == [
        ("", "harbour", False),
        ("", "capacity plan", False),
        ("", "rota", True),
        ("kind", "challenge", False),
        ("tag", "old", True),
        ("tag", "Q1 plan", False),
    ]
    assert values(LINE, "tag") == ("Q1 plan",)


@given(lines)
@example(' "*')
@example(" -")
def test_pieces_are_those_the_parser_sees(line: str) -> None:
    """Checked on lines of labels, whose values the parser takes as they are."""
    line = "".join(f"tag:x{line}".splitlines()).replace("kind:", "").replace("is:", "")
    query = parse(line, TODAY, typing=True)
    found = [piece for piece in pieces(line) if piece.name in LABELS]
    assert [(each.name, each.at) for each in query.filters] == [
        (piece.name, piece.start) for piece in found if piece.value.strip()
    ]
    quoted = {piece.start for piece in pieces(line) if line[piece.start :].startswith(('"', "“", '-"', "-“"))}
    # A star by itself asks for nothing; in quotation marks it is a word like any other.
    said = {
        piece.start: piece.value if piece.start in quoted else piece.value.strip("*")
        for piece in pieces(line)
    }
    words = [piece.start for piece in pieces(line) if not piece.name and said[piece.start]]
    assert [term.at for term in query.terms] == words


@pytest.mark.parametrize(
    ("line", "name", "value", "becomes"),
    [
        ("", "kind", "win", "kind:win"),
        ("harbour", "kind", "win", "harbour kind:win"),
        ("harbour kind:win rota", "kind", "challenge", "harbour rota kind:challenge"),
        ("kind:win harbour", "kind", "", "harbour"),
        ("harbour kind:win", "kind", "", "harbour"),
        ("-kind:win", "kind", "challenge", "-kind:win kind:challenge"),
        ("harbour", "tag", "Q1 plan", 'harbour tag:"Q1 plan"'),
        ('"capacity pl', "is", "open", '"capacity pl" is:open'),
        ('-"capacity pl', "is", "open", '-"capacity pl" is:open'),
    ],
)
def test_a_filter_is_put_in(line: str, name: str, value: str, becomes: str) -> None:
    assert with_filter(line, {name}, name, value) == becomes


def test_days_take_each_others_place() -> None:
    names = {"from", "to", "on"}
    assert with_filter("plan from:2026-01 to:2026-02", names, "on", "2026") == "plan on:2026"
    assert without("plan from:2026-01 to:2026-02 rota", names) == "plan rota"


@given(lines, st.sampled_from(FILTERS), st.text(alphabet='a "b', min_size=1).filter(str.strip))
def test_what_is_put_in_is_found_again(line: str, name: str, value: str) -> None:
    new = with_filter(line, {name}, name, value)
    assert [each.strip() for each in values(new, name)] == [value.replace('"', " ").strip()] or not (
        value.replace('"', " ").strip()
    )


def test_the_unfinished_end() -> None:
    assert unfinished("plan tag:pl") == Piece(5, 11, left_out=False, name="tag", value="pl", ended=False)
    assert unfinished("plan ") is None
    assert unfinished('"capacity plan"') is None
    assert unfinished("") is None
    assert completed("plan tag:pl", written("tag", "planning")) == "plan tag:planning "
    assert completed("plan -ki", "kind:") == "plan -kind:"
    assert completed("plan ", "kind:") == "plan kind:"
