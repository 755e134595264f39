import pytest

from workjournal.ui.prose.list_lines import Item, deeper, number_at, outer, quote_lead, shifted


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("- a", "- "),
        ("  * a", "  * "),
        ("9. a", "10. "),
        ("1) a", "2) "),
        ("- [x] done", "- [ ] "),
        ("3. [ ] a", "4. [ ] "),
        ("+   a", "+   "),
    ],
)
def test_the_next_item_begins_as_this_one(line: str, following: str) -> None:
    item = Item.read(line)
    assert item is not None
    assert item.following() == following


@pytest.mark.parametrize("line", ["", "-", "a - b", "-a", "1.a", "1234567890. a", "**bold**", "---"])
def test_what_is_no_item(line: str) -> None:
    assert Item.read(line) is None


def test_quotations() -> None:
    assert quote_lead("> > a") == "> > "
    assert quote_lead("a > b") == ""


def item(line: str) -> Item:
    made = Item.read(line)
    assert made is not None
    return made


def test_an_item_goes_into_the_one_before_it_and_no_further() -> None:
    assert deeper(["- a"], item("- b")) == 2
    assert deeper(["1. a"], item("- b")) == 3
    assert deeper(["- [ ] a"], item("- b")) == 2
    assert deeper(["    - deep", "- a"], item("- b")) == 4
    assert deeper(["- a"], item("  - b")) is None
    assert deeper([], item("- b")) is None
    assert deeper(["words of its own", "- a"], item("- b")) == 2


def test_an_item_goes_out_beside_the_one_it_is_in() -> None:
    assert outer(["  - b", "- a"], item("  - c")) == 0
    assert outer(["    - c", "  - b", "- a"], item("    - d")) == 2
    assert outer([], item("    - d")) == 0
    assert outer(["- a"], item("- b")) is None


def test_a_moved_number_counts_on() -> None:
    assert number_at(["   1. in", "2. a", "1. b"], 0) == 3
    assert number_at(["2. a"], 3) == 1
    assert item("7. x").moved(0, 3).lead == "3. "
    assert item("- x").moved(4, 3).lead == "    - "


def test_numbers_after_a_new_one_move_up_as_far_as_they_count_on() -> None:
    below = ["2. b", "   - in b", "3. c", "7. far", "", "4. other list"]
    assert shifted(below, item("2. new")) == ["3. b", "   - in b", "4. c"]
    assert shifted(["1. lazy", "1. lazy"], item("2. new")) == []
