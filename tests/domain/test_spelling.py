"""Words that are nearly like another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.spelling import closest, distance

LETTERS = st.text("abc", max_size=6)


def plain_distance(one: str, other: str) -> int:
    """The definition itself."""
    if not one or not other:
        return len(one) + len(other)
    found = min(
        plain_distance(one[1:], other) + 1,
        plain_distance(one, other[1:]) + 1,
        plain_distance(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        found = min(found, plain_distance(one[2:], other[2:]) + 1)
    return found


@given(st.text("ab", max_size=5), st.text("ab", max_size=5), st.integers(0, 3))
def test_the_distance_is_that_of_its_definition(one: str, other: str, limit: int) -> None:
    true = plain_distance(one, other)
    found = distance(one, other, limit)
    assert found == true if true <= limit else found > limit


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("depto", ["depot"]),
        ("palets", ["pallets"]),
        ("depot", []),
        ("xyzxyz", []),
        ("rotta", ["rota"]),
    ],
)
def test_the_closest_and_commonest_first(word: str, instead: list[str]) -> None:
    known = [("depot", 9), ("pallets", 3), ("rota", 5), ("rotas", 2), ("pellet", 1)]
    assert closest(word, known) == instead


def test_in_a_short_word_one_letter_may_be_wrong() -> None:
    assert closest("abc", [("axy", 1)]) == []
    assert closest("abc", [("abx", 1), ("abcd", 2)]) == ["abcd", "abx"]


def test_no_more_than_asked() -> None:
    assert closest("plan", [(f"plan{letter}", 1) for letter in "abcdef"], 2) == ["plana", "planb"]
