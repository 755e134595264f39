"""How charts write numbers and words."""

import pytest

from workjournal.charts.wording import counted, exact, joined, quoted, rounded, share_of, some_of, times


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (97.3333333, "97.33"),
        (123456.7, "123457"),
        (-0.00012346, "-0.0001235"),
        (0.0, "0"),
        (12.0, "12"),
        (1e-15, "0"),
        (9999.96, "10000"),
        (4e7, "40000000"),
    ],
)
def test_what_was_worked_out_has_four_figures_and_all_its_whole_ones(value: float, told: str) -> None:
    assert rounded(value) == told


def test_what_was_typed_keeps_its_figures() -> None:
    assert exact(12.345678, "days") == "12.345678 days"
    assert exact(0.1 + 0.2) == "0.3"


def test_words() -> None:
    assert quoted("  New\n role. ") == "“New role”"
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert (counted(1, "day"), counted(0, "day")) == ("1 day", "0 days")
    assert [joined(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_how_many_without_a_count() -> None:
    assert [some_of(each) for each in ([], [False, False], [True, False], [True])] == [
        (),
        ("none",),
        ("some",),
        ("all",),
    ]


@pytest.mark.parametrize(
    ("some", "every", "told"),
    [
        (2, 9, "2 of 9 episodes"),
        (0, 10, "0 % of the episodes"),
        (1, 200, "under 1 % of the episodes"),
        (199, 200, "over 99 % of the episodes"),
        (87, 126, "69 % of the episodes"),
        (10, 10, "100 % of the episodes"),
    ],
)
def test_a_share_of_a_few_is_counted_and_one_of_many_is_neither_all_nor_none_by_rounding(
    some: int, every: int, told: str
) -> None:
    assert share_of(some, every, "episodes") == told
