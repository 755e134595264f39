import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.text_difference import Change, Piece, difference

KEPT, OUT, IN = Change.KEPT, Change.OUT, Change.IN


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", ()),
        ("a", "a", (Piece(KEPT, "a"),)),
        ("", "new", (Piece(IN, "new"),)),
        ("old", "", (Piece(OUT, "old"),)),
        (
            "The plan was late.",
            "The plan was early.",
            (Piece(KEPT, "The plan was "), Piece(OUT, "late"), Piece(IN, "early"), Piece(KEPT, ".")),
        ),
        (
            "one two three four",
            "one five six four",
            (Piece(KEPT, "one "), Piece(OUT, "two three"), Piece(IN, "five six"), Piece(KEPT, " four")),
        ),
        ("a\nb\n", "a\nc\n", (Piece(KEPT, "a\n"), Piece(OUT, "b"), Piece(IN, "c"), Piece(KEPT, "\n"))),
        ("wasn’t", "was", (Piece(OUT, "wasn’t"), Piece(IN, "was"))),
    ],
)
def test_words_are_compared(before: str, after: str, pieces: tuple[Piece, ...]) -> None:
    assert difference(before, after).pieces == pieces


WORDS = st.lists(
    st.sampled_from(["a", "b", "é", "😀", " ", "\n", ".", "\u00a0", "wasn’t", "\x0b"]), max_size=30
)


@given(WORDS, WORDS)
def test_nothing_is_lost(one: list[str], other: list[str]) -> None:
    before, after = "".join(one), "".join(other)
    made = difference(before, after)
    assert "".join(piece.text for piece in made.pieces if piece.change is not IN) == before
    assert "".join(piece.text for piece in made.pieces if piece.change is not OUT) == after


def test_words_are_counted() -> None:
    made = difference("It wasn’t late, re-read it.", "It was late.")
    assert (made.words(KEPT), made.words(OUT), made.words(IN)) == (2, 3, 1)


def test_a_long_text_takes_no_time() -> None:
    before = "\n".join(f"line {place} of many words that stay" for place in range(3000))
    after = before.replace("line 7 ", "row 7 ") + "\n" + "word " * 5000
    began = time.perf_counter()
    made = difference(before, after)
    assert time.perf_counter() - began < 2
    assert made.words(IN) == 5001
    began = time.perf_counter()
    assert len(difference("x " * 20_000, "y " * 20_000).pieces) == 2
    assert time.perf_counter() - began < 2
