"""The trash: listed, given back, emptied for good."""

import io
import sys

import pytest

from cli.terminal import Terminal
from conftest import PASSPHRASE
from workjournal.journal import opening


class Keyboard(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def trashed(terminal: Terminal) -> list[str]:
    """The ids of three things in the trash, the last put there first."""
    episode = terminal("add", "Counted\tthe stock", "--tag", "depot")
    terminal("reflect", episode, "--answer", "why=Nobody had a list", "--lesson", "Ask first")
    (lesson,), (reflection,) = terminal.json("lessons"), terminal.json("reflections")
    found = [lesson["id"], reflection["id"], episode]
    for thing_id in found:
        assert terminal("trash", thing_id[-8:]) == thing_id
    return found[::-1]


def test_the_list(terminal: Terminal, trashed: list[str]) -> None:
    header, *lines = terminal("trash").splitlines()
    assert header.split() == ["Id", "Since", "What", "Title"]
    assert [line.split()[0] for line in lines] == [thing_id[-8:] for thing_id in trashed]
    assert lines[0].endswith("episode     Counted the stock")
    found = terminal.json("trash")
    assert [(each["id"], each["noun"], each["title"]) for each in found] == [
        (trashed[0], "episode", "Counted the stock"),
        (trashed[1], "reflection", "Nobody had a list"),
        (trashed[2], "lesson", "Ask first"),
    ]
    assert sorted(each["since"] for each in found) == [each["since"] for each in found[::-1]]


def test_nothing_there(terminal: Terminal) -> None:
    assert terminal("trash") == ""
    assert terminal.errors == "The trash is empty.\n"
    assert terminal.json("trash") == []
    assert terminal("trash", "--empty") == "0 things were destroyed for good."


def test_what_comes_out_again(terminal: Terminal, trashed: list[str]) -> None:
    for thing_id in trashed:
        assert terminal("untrash", thing_id[-8:]) == thing_id
    assert terminal.json("trash") == []
    assert (
        len(terminal.json("list")) == len(terminal.json("reflections")) == len(terminal.json("lessons")) == 1
    )


def test_emptied_without_a_question(terminal: Terminal, trashed: list[str]) -> None:
    assert terminal("trash", "--empty", "--yes") == "3 things were destroyed for good."
    assert terminal.json("trash") == terminal.json("list", "--trashed") == []
    for thing_id in trashed:
        terminal("untrash", thing_id, code=1)
    made = terminal("add", "One more")
    terminal("trash", made)
    assert terminal("trash", "--empty", "--yes") == "1 thing was destroyed for good."


def test_the_backups_that_may_still_hold_it_are_named(terminal: Terminal, trashed: list[str]) -> None:
    terminal("backup")
    names = [copy.name for copy in (terminal.folder / "backups").iterdir() if copy.is_dir()]
    assert names
    terminal("trash", "--empty", "--yes")
    assert "Backups made before may still hold it" in terminal.errors
    assert all(name in terminal.errors for name in names)
    terminal("trash", "--empty", "--yes")
    assert terminal.errors == ""


def test_it_asks_first(terminal: Terminal, trashed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("n\n"))
    assert terminal("trash", "--empty") == ""
    assert "Destroy the 3 things in the trash for good? Only a backup" in terminal.errors
    assert "Nothing was destroyed." in terminal.errors
    assert len(terminal.json("trash")) == 3
    monkeypatch.setattr(sys, "stdin", Keyboard("\n"))  # Enter alone is no
    assert terminal("trash", "--empty") == ""
    monkeypatch.setattr(sys, "stdin", Keyboard("y\n"))
    assert terminal("trash", "--empty") == "3 things were destroyed for good."


def test_it_says_what_forgetting_a_person_means(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal("add", "Met Ada", "--person", "Ada Holm")
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        (ada,) = journal.people.all()
    terminal("trash", str(ada.id), code=1)
    assert "Ada Holm is in use: 1 episode." in terminal.errors
    assert f"workjournal label delete {str(ada.id).replace('-', '')[-8:]}" in terminal.errors
    terminal("label", "delete", str(ada.id), "--take-off")
    monkeypatch.setattr(sys, "stdin", Keyboard("y\n"))
    assert terminal("trash", "--empty") == "1 thing was destroyed for good."
    assert "will no longer be replaced in packs" in terminal.errors
    (episode,) = terminal.json("list")
    assert (episode["title"], episode["people"]) == ("Met Ada", [])


def test_where_nobody_can_be_asked_nothing_is_destroyed(
    terminal: Terminal, trashed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for stdin in (io.StringIO("y\n"), None):
        monkeypatch.setattr(sys, "stdin", stdin)
        terminal("trash", "--empty", code=2)
        assert "--yes" in terminal.errors
    assert len(terminal.json("trash")) == 3


@pytest.mark.parametrize(
    "arguments", [("4f2a91c7", "--empty"), ("4f2a91c7", "--json"), ("--empty", "--json", "--yes")]
)
def test_one_thing_at_a_time(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    terminal("trash", *arguments, code=2)


def test_an_empty_id_is_no_wish_for_the_list(terminal: Terminal, trashed: list[str]) -> None:
    assert terminal("trash", "", code=1) == ""
    assert "There is no thing with the id" in terminal.errors
    assert len(terminal.json("trash")) == len(trashed)
