"""What a file ticks for one pack: told otherwise in it alone, and every fault with its place."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli.terminal import Terminal
from workjournal.exporters.pdf_pages import page_texts

PERIOD = ("--from", "2026-10-01", "--to", "2026-10-31", "--audience", "manager")


class Desk:
    """A terminal with two things of October, one of them with a picture, and a file for --items."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self.terminal, self.folder = terminal, folder
        self.file, self.pack = folder / "items.json", folder / "pack.pdf"
        picture = folder / "flag.png"
        Image.new("RGB", (40, 30), "red").save(picture)
        self.won = terminal(
            *("add", "Won the tender", "--title", "Tender", "--date", "2026-10-05"),
            *("--share", "manager", "--attach", str(picture)),
        )
        self.lost = terminal("add", "Lost my temper in the yard", "--date", "2026-10-06")

    def __call__(self, items: Any, *more: str, code: int = 0) -> str:
        """The pack that the items make; its text, or what was said."""
        text = items if isinstance(items, str) else json.dumps(items)
        self.file.write_text(text, encoding="utf-8")
        output = ("-o", str(self.pack))
        self.terminal("pack", *PERIOD, *output, "--items", str(self.file), *more, code=code)
        if code:
            return self.terminal.errors
        return " ".join(" ".join(page_texts(self.pack.read_bytes())).split())

    def listed(self) -> list[dict[str, Any]]:
        return list(self.terminal.json("pack", *PERIOD, "--list"))


@pytest.fixture
def desk(terminal: Terminal, tmp_path: Path) -> Desk:
    return Desk(terminal, tmp_path)


def test_only_what_the_file_names_is_in_it(desk: Desk) -> None:
    text = desk([desk.lost[-8:]])
    assert "Lost my temper in the yard" in text
    assert "Tender" not in text
    assert desk.terminal.errors == ""
    (line,) = desk.terminal.json("ledger")
    assert (line["items"], line["charts"]) == ([desk.lost], [])


def test_a_text_is_told_otherwise_in_this_pack_alone(desk: Desk) -> None:
    text = desk([{"id": desk.won, "title": "A contract", "story": ""}])
    assert "A contract" in text
    assert "tender" not in text.casefold()
    assert "Won the tender" in desk([desk.won])
    assert desk.terminal.json("show", desk.won)["title"] == "Tender"
    assert [item["reworded"] for item in desk.listed()] == [[], []]


def test_names_are_replaced_in_what_the_file_tells(desk: Desk) -> None:
    desk.terminal("edit", desk.lost, "--person", "Ada Holm")
    text = desk([{"id": desk.won, "title": "Won it with Ada Holm"}])
    assert "Won it with someone at work" in text


def test_the_list_is_what_a_file_is_made_of(desk: Desk) -> None:
    listed = desk.listed()
    assert [(item["section"], item["title"], item["ticked"], item["told"]) for item in listed] == [
        ("highlights", "Tender", True, None),
        ("highlights", "Lost my temper in the yard", False, None),
    ]
    assert listed[0]["fields"] == {
        "title": "Tender",
        "story": "Won the tender",
        "result": "",
        "source_link": "",
    }
    assert [picture["name"] for picture in listed[0]["pictures"]] == ["flag.png"]
    made = [
        {"id": item["id"], **item["fields"], "pictures": [picture["id"] for picture in item["pictures"]]}
        for item in listed
    ]
    text = desk(made)
    assert "Won the tender" in text
    assert "Lost my temper" in text
    told = [item["told"] for item in desk.listed()]
    assert all(told)
    assert b"/Image" in desk.pack.read_bytes()


def test_the_list_for_a_reader(desk: Desk) -> None:
    shown = desk.terminal("pack", *PERIOD, "--list")
    assert desk.won[-8:] in shown
    assert "Tender" in shown
    assert (
        desk.terminal.json("pack", "--from", "2020-01-01", "--to", "2020-01-02", *PERIOD[4:], "--list") == []
    )
    assert desk.terminal("pack", *PERIOD, "--sections", "goals", "--list") == ""
    assert "Nothing in this period" in desk.terminal.errors


def test_a_picture_is_shown_only_where_it_is_ticked(desk: Desk) -> None:
    (picture,) = desk.listed()[0]["pictures"]
    desk([{"id": desk.won}])
    bare = desk.pack.stat().st_size
    assert "flag" not in desk([{"id": desk.won, "pictures": []}])
    desk([{"id": desk.won, "pictures": [picture["id"][-6:]]}])
    assert desk.pack.stat().st_size > bare


def test_the_file_may_come_by_a_pipe(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([desk.lost])))
    desk.terminal("pack", *PERIOD, "-o", str(desk.pack), "--items", "-")
    (line,) = desk.terminal.json("ledger")
    assert line["items"] == [desk.lost]


def test_every_fault_is_told_with_its_place(desk: Desk) -> None:
    won, lost = desk.won, desk.lost
    key_twice = f'["{lost}", {{"id": "{won}", "title": "a", "title": "b"}}]'
    faults: list[tuple[Any, str]] = [
        ({"id": won}, "this is an object, not an array"),
        ("[1,", "line 1, column 4: this is not JSON"),
        ([won, 7], "item 2: this is a number, not an object"),
        ([won, {"title": "x"}], 'item 2: it has no "id"'),
        ([{"id": 7}], 'item 1, "id": this is a number, not a text'),
        ([won, "0badcafe"], "item 2: nothing with the id 0badcafe"),
        ([won, ""], "item 2: nothing with the id"),
        ([won, lost, won[-8:]], 'item 3: this is "Tender", which is item 1 already'),
        (
            [{"id": won, "tilte": "x"}],
            'item 1, "tilte": nothing of this is told under that name. There are: id,',
        ),
        ([{"id": won, "private_note": "x"}], 'item 1, "private_note"'),
        ([{"id": won, "title": None}], 'item 1, "title": this is null, not a text'),
        ([{"id": won, "title": "a\0b"}], 'item 1, "title": this text holds a character'),
        ([{"id": won, "pictures": "x"}], 'item 1, "pictures": this is a text, not an array'),
        ([{"id": won, "pictures": [1]}], 'item 1, "pictures": this is a number, not a text'),
        ([{"id": won, "pictures": ["0badcafe"]}], "item 1: it has no picture with the id 0badcafe"),
        ([{"id": lost, "pictures": [desk.listed()[0]["pictures"][0]["id"]]}], "item 1: it has no picture"),
        (key_twice, 'item 2, "title": it is there more than once'),
    ]
    for items, said in faults:
        assert said in desk(items, code=1)
    assert '"Tender" belongs to the section highlights' in desk([won], "--sections", "goals", code=1)
    assert not desk.pack.exists()
    assert desk.terminal.json("ledger") == []


def test_an_id_that_several_end_in_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workjournal.cli.pack_ticks.SHORTEST_ENDING", 0)
    assert "item 1: more than one id ends in" in desk([""], code=1)


def test_a_file_that_is_not_there_is_told(desk: Desk) -> None:
    desk.terminal("pack", *PERIOD, "-o", str(desk.pack), "--items", "/no/such.json", code=1)
    assert "/no/such.json cannot be read" in desk.terminal.errors
