"""A proposal is spread evenly; the sections are told apart."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, evenly


@given(st.lists(st.integers(), max_size=60), st.integers(1, 12))
def test_evenly_keeps_order_and_both_ends(items: list[int], most: int) -> None:
    places = evenly(list(enumerate(items)), most)
    assert len(places) == min(len(items), most)
    assert places == sorted(set(places))
    if len(items) >= 2 and most >= 2:
        assert {places[0][0], places[-1][0]} == {0, len(items) - 1}


def test_evenly_leaves_no_gap_much_wider_than_another() -> None:
    places = evenly(range(100), 8)
    gaps = [after - before for before, after in itertools.pairwise(places)]
    assert max(gaps) - min(gaps) <= 1


def test_sections_have_their_own_keys_in_the_promised_order() -> None:
    keys = [section.key for section in SECTIONS[Audience.MANAGER]]
    assert len(set(keys)) == len(keys)
    assert keys[0] == "since-last-time"
    assert keys[-1] == "evidence"
