"""jrnl's JSON, whole and an entry a file."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from workjournal.importers.importer import Asked, NotThisFormat
from workjournal.importers.item import Item, Note, Trouble, Weight
from workjournal.importers.jrnl.journal import JRNL
from workjournal.importers.trees import Folder, Lone

ENTRY: dict[str, Any] = {
    "title": "Met @Mara.",
    "body": "About the rota.\n\n  And more.",
    "date": "2026-03-02",
    "time": "09:05",
    "tags": ["@mara", "#c++"],
    "starred": True,
}


def read(value: Any) -> tuple[list[Item], list[Trouble], list[str]]:
    tree = Lone(None, "all.json", json.dumps(value, indent=2).encode())
    given = list(JRNL.read(tree, Asked()))
    return (
        [each for each in given if isinstance(each, Item)],
        [each for each in given if isinstance(each, Trouble)],
        [each.what for each in given if isinstance(each, Note)],
    )


def test_an_entry_tells_all_it_has() -> None:
    whole = {
        "tags": {"@mara": 1},
        "entries": [ENTRY, {**ENTRY, "uuid": "4BB1", "creator": {"host_name": "desk"}}],
    }
    (plain, other), troubles, notes = read(whole)
    assert (plain.title, plain.text, plain.starred) == (ENTRY["title"], ENTRY["body"], True)
    assert (plain.date, plain.time, plain.tags) == (dt.date(2026, 3, 2), dt.time(9, 5), ("mara", "c++"))
    assert (plain.place, plain.unknown) == ("all.json, entry 1", {})
    assert (other.key, other.unknown) == ("4BB1", {"creator": {"host_name": "desk"}})
    assert (troubles, notes) == ([], [])


def test_a_text_and_its_export_give_the_same_keys() -> None:
    text = "[2026-03-02 09:05:30] Met @Mara. *\n\nAbout the rota.\n\n  And more.\n"
    given = JRNL.read(Lone(None, "journal.txt", text.encode()), Asked())
    assert [each.key for each in given if isinstance(each, Item)] == [read({"entries": [ENTRY]})[0][0].key]


@pytest.mark.parametrize(
    ("changed", "field", "value"),
    [
        ({"date": "2026-02-30"}, "date", "2026-02-30"),
        ({"date": 20260302}, "date", 20260302),
        ({"time": "25:00"}, "time", "25:00"),
        ({"time": "9 o'clock"}, "time", "9 o'clock"),
        ({"tags": "mara"}, "tags", "mara"),
        ({"tags": ["@mara", 7]}, "tags", ["@mara", 7]),
        ({"starred": "yes"}, "starred", "yes"),
        ({"body": ["a", "b"]}, "body", ["a", "b"]),
        ({"title": {"a": None}}, "title", {"a": None}),
    ],
)
def test_a_field_of_a_wrong_kind_is_kept_and_told(changed: dict[str, Any], field: str, value: Any) -> None:
    (item,), (trouble,), _ = read({"entries": [{**ENTRY, **changed}]})
    assert item.unknown == {field: value}
    assert (trouble.place, trouble.weight) == ("all.json, entry 1", Weight.PARTLY)
    assert field in trouble.what


def test_a_broken_entry_does_not_stop_the_others() -> None:
    items, troubles, notes = read(
        {"entries": [7, None, [], ENTRY, {}, {"title": " ", "date": None}], "version": 3}
    )
    assert [item.title for item in items] == ["Met @Mara."]
    assert [each.place[-1] for each in troubles] == ["1", "2", "3", "5", "6"]
    assert "version" in notes[0]


def test_odd_values_are_read_as_they_are_meant() -> None:
    odd = {
        "title": "One\nTwo",
        "body": 7,
        "time": "9:05:10",
        "tags": ["", "@", "plain", "_x", "@Plain", "§a b", "##head"],
    }
    (item,), troubles, _ = read({**odd, "date": " 2026-03-02 "})
    assert (item.title, item.text, item.time) == ("One", "Two\n7", dt.time(9, 5, 10))
    assert (item.tags, item.place, troubles) == (("plain", "_x", "a b", "head"), "all.json", [])


@pytest.mark.parametrize("value", [[], {}, {"entries": {}}, {"entries": None, "title": "x"}, {"tags": {}}])
def test_other_json_is_refused(value: Any) -> None:
    with pytest.raises(NotThisFormat):
        read(value)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (json.dumps({"tags": {}, "entries": []}), True),
        (json.dumps({"tags": {f"@{number}": 1 for number in range(9000)}, "entries": [ENTRY]}), True),
        (json.dumps({"entries": [ENTRY], "tags": {}}), True),
        (json.dumps(ENTRY), True),
        (json.dumps({"metadata": {"version": "1.0"}, "entries": [{"text": "x", "starred": False}]}), False),
        (json.dumps({"tags": ["a"], "entries": []}), False),
        ("[1] {}", False),
    ],
)
def test_it_is_known_by_its_beginning(text: str, accepted: bool) -> None:
    assert JRNL.accepts(Lone(None, "x.json", text.encode())) == accepted


def test_an_entry_a_file(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"2026-03-0{number}_met-mara.json").write_text(
            json.dumps({**ENTRY, "date": f"2026-03-0{number}"})
        )
    (tmp_path / "2026-03-03_text.txt").write_text("[03/03/2026 10:00] In words.\n")
    (tmp_path / "2026-03-04_broken.json").write_text("{")
    tree = Folder(tmp_path)
    given = list(JRNL.read(tree, Asked()))
    assert JRNL.accepts(tree)
    assert [each.date.day for each in given if isinstance(each, Item) and each.date] == [1, 2, 3]
    assert [each.place for each in given if isinstance(each, Trouble)] == ["2026-03-04_broken.json"]
