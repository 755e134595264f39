"""Labels that keep out of each other's way."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.ui.widgets.chart_marks import spread

places = st.lists(st.floats(0, 300), min_size=1, max_size=8)


@given(places)
def test_spread_keeps_apart_within_the_room_and_in_order(wanted: list[float]) -> None:
    placed = spread(wanted, 16, 8, 300)
    ordered = sorted(placed)
    assert all(after - before >= 16 - 1e-6 for before, after in itertools.pairwise(ordered))
    assert ordered[0] >= 8 - 1e-6
    assert ordered[-1] <= 300 + 1e-6
    for one, other in zip(range(len(wanted)), range(1, len(wanted)), strict=False):
        if wanted[one] < wanted[other]:
            assert placed[one] < placed[other]


def test_what_is_apart_stays_where_it_is() -> None:
    assert spread([10, 100, 50], 16, 0, 300) == pytest.approx([10, 100, 50])


def test_without_room_none_covers_another() -> None:
    assert spread([5, 5, 5], 20, 0, 30) == pytest.approx([0, 20, 40])
