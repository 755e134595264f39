"""Tags, skills and people in the terminal: listed, renamed, put away without losing a text."""

from typing import Any

import pytest

from cli.terminal import CONTROL_C, Terminal, Typist


@pytest.fixture
def episode(terminal: Terminal) -> str:
    labels = ("--tag", "depot", "--skill", "Planing", "--person", "Ada Holm")
    return terminal("add", "Planing with Ada Holm at the depot", *labels)


def labels(terminal: Terminal, episode: str) -> tuple[list[str], list[str], list[str]]:
    found = terminal.json("show", episode)
    return found["tags"], found["skills"], found["people"]


def listed(terminal: Terminal) -> dict[str, Any]:
    return {each["name"]: each for each in terminal.json("label", "list")}


def test_they_are_listed_with_their_use(terminal: Terminal, episode: str) -> None:
    found = listed(terminal)
    assert {name: each["kind"] for name, each in found.items()} == {
        "depot": "tag",
        "Planing": "skill",
        "Ada Holm": "person",
    }
    assert found["Planing"]["usage"] == {"episode": 1}
    assert [each["name"] for each in terminal.json("label", "list", "--kind", "person")] == ["Ada Holm"]
    assert "1 episode" in terminal("label", "list")
    terminal("label", "list", "--kind", "animal", code=2)


def test_none_are_told(terminal: Terminal) -> None:
    assert terminal("label", "list") == ""
    assert "No tags, skills or people here yet" in terminal.errors


def test_a_name_is_changed_wherever_it_stands_but_in_no_text(terminal: Terminal, episode: str) -> None:
    made = terminal("label", "rename", "planing", "Planning")
    assert listed(terminal)["Planning"]["id"] == made
    assert labels(terminal, episode)[1] == ["Planning"]
    assert terminal.json("show", episode)["title"] == "Planing with Ada Holm at the depot"
    terminal("add", "x", "--tag", "route")
    terminal("label", "rename", "route", "DEPOT", code=1)
    assert "There is another tag called DEPOT already" in terminal.errors
    terminal("label", "rename", "route", " ", code=1)
    terminal("label", "rename", "nobody", "x", code=1)
    assert "There is no tag, skill or person called nobody" in terminal.errors


def test_a_name_of_two_kinds_needs_the_kind(terminal: Terminal, episode: str) -> None:
    terminal("add", "x", "--tag", "Planing")
    terminal("label", "rename", "Planing", "Planning", code=1)
    assert "more than one: tag, skill. --kind" in terminal.errors
    terminal("label", "rename", "Planing", "Planning", "--kind", "skill")
    assert labels(terminal, episode)[1] == ["Planning"]


def test_one_in_use_is_refused_with_both_ways_out(terminal: Terminal, episode: str) -> None:
    terminal("label", "delete", "Planing", code=1)
    assert "Planing is in use: 1 episode." in terminal.errors
    assert "--into NAME" in terminal.errors
    assert "--take-off" in terminal.errors
    terminal("label", "delete", "Planing", "--take-off", "--into", "depot", code=2)
    assert labels(terminal, episode) == (["depot"], ["Planing"], ["Ada Holm"])


def test_taken_off_it_comes_back_to_all_it_was_on(terminal: Terminal, episode: str) -> None:
    made = terminal("label", "delete", "Ada Holm", "--take-off")
    assert f"Undo: workjournal untrash {made.replace('-', '')[-8:]}" in terminal.errors
    assert labels(terminal, episode)[2] == []
    assert "Ada Holm" in terminal.json("show", episode)["title"]
    terminal("untrash", made[-8:])
    assert labels(terminal, episode)[2] == ["Ada Holm"]


def test_another_one_stands_in_its_place(terminal: Terminal, episode: str) -> None:
    terminal("skill", "add", "Planning")
    terminal("skill", "rate", "Planing", "40")
    made = terminal("label", "delete", "Planing", "--kind", "skill", "--into", "planning")
    assert "Planning stands in its place" in terminal.errors
    assert labels(terminal, episode)[1] == ["Planning"]
    assert terminal.json("skill", "show", "Planning")["rating"]["level"] == 40
    terminal("untrash", made)
    assert labels(terminal, episode)[1] == ["Planing", "Planning"]
    terminal("label", "delete", "Planing", "--into", "Planing", code=1)
    assert "cannot stand in its own place" in terminal.errors
    terminal("label", "delete", "Planing", "--into", "depot", code=1)
    assert "There is no skill called depot" in terminal.errors
    assert labels(terminal, episode)[1] == ["Planing", "Planning"]


def test_one_that_nothing_has_just_goes(terminal: Terminal) -> None:
    made = terminal("skill", "add", "Knitting")
    assert terminal("label", "delete", "knitting") == made
    assert listed(terminal) == {}
    terminal("untrash", made)
    assert list(listed(terminal)) == ["Knitting"]


class TestAtATerminal:
    def test_it_asks_and_shows_where_it_is_used(
        self, terminal: Terminal, typist: Typist, episode: str
    ) -> None:
        typist.types("what?", "", "t")
        terminal("label", "delete", "depot")
        assert "depot is in use: 1 episode." in terminal.errors
        assert "Type i or t." in terminal.errors
        assert labels(terminal, episode)[0] == []

    def test_another_is_named(self, terminal: Terminal, typist: Typist, episode: str) -> None:
        terminal("skill", "add", "Planning")
        typist.types("i", "", "planning")
        terminal("label", "delete", "Planing")
        assert labels(terminal, episode)[1] == ["Planning"]

    def test_left_alone_nothing_changes(self, terminal: Terminal, typist: Typist, episode: str) -> None:
        typist.types(CONTROL_C)
        assert terminal("label", "delete", "depot", code=130) == ""
        typist.types("i", CONTROL_C)
        terminal("label", "delete", "depot", code=130)
        assert labels(terminal, episode)[0] == ["depot"]

    def test_one_that_nothing_has_is_not_asked_about(self, terminal: Terminal, typist: Typist) -> None:
        terminal("skill", "add", "Knitting")
        typist.types("never read")
        terminal("label", "delete", "Knitting")
        assert typist.read() == "never read\n"
