"""Finding in the terminal: queries, their faults, saved searches."""

import pytest

from cli.terminal import Terminal


@pytest.fixture
def written(terminal: Terminal) -> list[str]:
    """The ids of two episodes, the newer one first."""
    old = terminal("add", "Counted the stock", "--date", "2026-10-01", "--tag", "depot", "--kind", "win")
    new = terminal("add", "Moved the stock. Nineteen pallets, at noon", "--date", "2026-11-02")
    return [new, old]


def test_hits_are_listed_the_newest_first(terminal: Terminal, written: list[str]) -> None:
    header, *lines = terminal("find", "stock").splitlines()
    assert header.split() == ["Id", "Date", "What", "Title", "Text"]
    assert [line.split()[:3] for line in lines] == [
        [written[0][-8:], "2026-11-02", "episode"],
        [written[1][-8:], "2026-10-01", "episode"],
    ]
    assert lines[0].endswith("Moved the stock    Moved the stock. Nineteen pallets, at noon")
    assert terminal.errors == ""


def test_json_says_what_each_is(terminal: Terminal, written: list[str]) -> None:
    (found,) = terminal.json("find", "pallets")
    assert found == {
        "id": written[0],
        "kind_of_thing": "episode",
        "title": "Moved the stock",
        "date": "2026-11-02",
        "snippet": "Moved the stock. Nineteen pallets, at noon",
        "marks": [[26, 33]],
        "opens": written[0],
        "opens_kind": "episode",
        "of": "",
    }
    assert terminal.json("find", "zanzibar") == []


def test_words_filters_and_a_minus(terminal: Terminal, written: list[str]) -> None:
    def ids(*words: str) -> list[str]:
        return [each["id"] for each in terminal.json("find", *words)]

    assert ids("stock", "-noon") == ids("kind:win") == ids("-has:link -tag:x stock tag:depot") == [written[1]]
    assert (
        ids('"moved the"')
        == ids("pall*")
        == ids("from:2026-11")
        == ids("stock", "-tag:depot")
        == [written[0]]
    )
    assert ids("stock", "--limit", "1") == [written[0]]
    assert ids("--ranked", "counted stock") == [written[1]]


def test_how_many_there_are_is_told(terminal: Terminal, written: list[str]) -> None:
    terminal("find", "stock", "--limit", "1")
    assert terminal.errors == "1 of 2; --limit 2 shows all.\n"


def test_what_is_opened_with_another_thing_is_named_with_it(terminal: Terminal) -> None:
    goal = terminal("goal", "add", "Lead the count")
    terminal("goal", "start", goal)
    terminal("goal", "checkin", goal, "--progress", "40", "--changed", "The yard was closed")
    assert "Lead the count: The yard was closed" in terminal("find", "yard")


def test_nothing_found_says_what_may_have_been_meant(terminal: Terminal, written: list[str]) -> None:
    assert terminal("find", "palets") == ""
    assert terminal.errors == "Nothing was found.\nThere is no “palets”. Did you mean pallets?\n"
    assert terminal("find", "zanzibar") == ""
    assert terminal.errors == "Nothing was found.\n"
    assert terminal("find", "status:open") == ""
    assert "“status:” is no filter" in terminal.errors


def test_a_fault_in_the_query_is_explained(terminal: Terminal) -> None:
    terminal("find", "stock kind:chalenge", code=1)
    assert "At letter 7: “kind:” does not know “chalenge”. It knows work, win," in terminal.errors
    terminal("find", "from:2026-13", code=1)
    assert "“2026-13” after “from:” is no day" in terminal.errors


def test_searches_are_saved_listed_used_renamed_and_dropped(terminal: Terminal, written: list[str]) -> None:
    assert terminal("find", "--saved") == ""
    assert "No search is saved" in terminal.errors
    assert written[1][-8:] in terminal("find", "kind:win", "--save", "Wins")
    terminal("find", "stock", "--save", "Stock")
    assert terminal.json("find", "--saved") == [
        {"name": "Wins", "query": "kind:win"},
        {"name": "Stock", "query": "stock"},
    ]
    assert [each["id"] for each in terminal.json("find", "--named", "wins")] == [written[1]]
    assert terminal("find", "--rename", "wins", "Won").splitlines()[1].split() == ["Won", "kind:win"]
    assert terminal("find", "--drop", "stock").splitlines()[1:] == ["Won   kind:win"]
    terminal("find", "--drop", "stock", code=1)
    assert "There is no saved search “stock”. Saved are: Won." in terminal.errors
    terminal("find", "kind:x", "--save", "x", code=1)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (" ",),
        ("x", "--saved"),
        ("x", "--named", "y"),
        ("--named", "x", "--save", "y"),
        ("--saved", "--drop", "x"),
        ("--save", "x"),
        ("x", "--limit", "0"),
        ("x", "--rename", "y", "z"),
    ],
)
def test_wrong_usage(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    terminal("find", *arguments, code=2)


def test_the_help_tells_the_syntax(terminal: Terminal) -> None:
    shown = terminal.bare("find", "--help")
    for word in (
        "deleg*",
        '-"a phrase"',
        "kind:challenge",
        'person:"Ada Holm"',
        "has:attachment",
        "is:unreflected",
    ):
        assert word in shown
