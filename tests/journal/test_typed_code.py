"""A code while it is typed: the wrong group is named as soon as it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.journal.typed_code import TypedCode, look_at, same_group
from workjournal.vault.slots.recovery_code import NotACode, new_code, read_code, spelled

CODE = spelled(bytes(range(20)))
GROUPS = tuple(CODE.split("-"))


def test_nothing_typed_is_nothing_wrong() -> None:
    assert look_at("") == look_at("  ") == TypedCode()


def test_no_mistake_while_a_right_code_grows() -> None:
    for length in range(len(CODE) + 1):
        found = look_at(CODE[:length])
        assert found.mistake == "", CODE[:length]
        assert found.whole == (length == len(CODE))
        assert found.groups == tuple(group for group in CODE[:length].split("-") if group)


def test_hyphens_may_stop_at_any_group() -> None:
    for hyphens in range(len(GROUPS)):
        typed = "-".join(GROUPS[:hyphens]) + "-" + "".join(GROUPS[hyphens:])
        assert [look_at(typed[:length]).mistake for length in range(len(typed))] == [""] * len(typed)
        assert look_at(typed).whole


@pytest.mark.parametrize(
    ("typed", "wrong", "mistake"),
    [
        ("K7QF 0M2X 9RU", {2}, "Group 3 has a character that no code uses."),
        ("K7QF-0M2-9RTB", {1}, "Group 2 has 3 characters instead of four."),
        ("K7U", {0}, "Group 1 has a character that no code uses."),
        ("K7QF-0M2X?", {2}, "Group 3 has a character that no code uses."),
    ],
)
def test_the_first_group_that_cannot_be_right_is_named(typed: str, wrong: set[int], mistake: str) -> None:
    found = look_at(typed)
    assert found.mistake == mistake
    assert min(found.wrong) == min(wrong)
    assert not found.whole


def test_letters_that_look_alike_are_read_as_meant() -> None:
    assert look_at("oOiI lL00").groups == ("0011", "1100")


def test_one_other_letter_is_noticed_at_the_end() -> None:
    other = "0" if CODE[5] != "0" else "1"
    found = look_at(CODE[:5] + other + CODE[6:])
    assert not found.whole
    assert found.mistake.startswith("Group 9, which is made from the others")


def test_too_much_is_no_code() -> None:
    assert look_at(f"{CODE}-0000").mistake == "It has more than nine groups."
    assert look_at("A" * 5000) == TypedCode(mistake="It is far too long.")


@given(st.text(max_size=60))
def test_any_text_is_looked_at(typed: str) -> None:
    found = look_at(typed)
    try:
        read_code(typed)
    except NotACode:
        assert not found.whole
    else:
        assert found.whole
    assert all(0 <= place < len(found.groups) for place in found.wrong)
    assert bool(found.mistake) or not found.wrong


def test_a_group_is_compared_as_a_person_types_it() -> None:
    assert same_group(f" {GROUPS[3].lower()} ", GROUPS[3])
    assert not same_group(GROUPS[2], GROUPS[3])
    assert not same_group("", GROUPS[3])
    assert not same_group(CODE, GROUPS[0])
    assert not same_group("A" * 5000, GROUPS[0])
    assert look_at(new_code()).whole
