"""Skills in the terminal: rated, in one's own words, and what a role still needs."""

from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.domain.stretch_ideas import all_ideas


def test_a_skill_is_named_changed_and_listed(terminal: Terminal) -> None:
    assert terminal("skill", "list") == ""
    assert "workjournal skill add" in terminal.errors
    made = terminal("skill", "add", "Planing", "--description", "Depot to door")
    assert terminal("skill", "edit", "planing", "--name", "Planning") == made
    (found,) = terminal.json("skill", "list")
    assert (found["id"], found["name"], found["description"]) == (made, "Planning", "Depot to door")
    assert (found["rating"], found["credentials"], found["levels"]) == (None, 0, [])
    terminal("skill", "add", "PLANNING", code=1)
    assert "already" in terminal.errors
    terminal("skill", "show", "Speed", code=1)
    assert "There is no skill called Speed" in terminal.errors


def test_ratings_are_dated_and_stand_on_evidence(terminal: Terminal) -> None:
    made = terminal("skill", "add", "Planning")
    episode = terminal("add", "Planned it alone")
    first = terminal("skill", "rate", "Planning", "40", "--date", "2026-03-01")
    assert "no evidence for it yet" in terminal.errors
    last = terminal("skill", "rate", made[-8:], "55", "--evidence", "Two routes", "--episode", episode[-8:])
    assert "evidence" not in terminal.errors
    found = terminal.json("skill", "show", "Planning")
    assert [(each["id"], each["level"]) for each in found["ratings"]] == [(first, 40), (last, 55)]
    assert (found["ratings"][1]["evidence"], found["ratings"][1]["episode"]) == ("Two routes", episode)
    assert found["rating"]["level"] == 55
    shown = terminal("skill", "show", "Planning")
    assert f"Two routes; Planned it alone ({episode.replace('-', '')[-8:]})" in shown
    assert "55" in terminal("skill", "list")
    terminal("skill", "rate", "Planning", "57", code=2)
    terminal("skill", "rate", "Planning", "55", "--episode", "0badcafe", code=1)
    terminal("trash", last)
    assert terminal.json("skill", "list")[0]["rating"]["level"] == 40


def test_levels_are_in_ones_own_words(terminal: Terminal) -> None:
    made = terminal("skill", "add", "Planning")
    terminal("skill", "level", "Planning")
    assert "not described yet" in terminal.errors
    assert terminal("skill", "level", "Planning", "60", "Plans for others") == made
    terminal("skill", "level", "Planning", "30", "Plans a route")
    terminal("skill", "level", "Planning", "30", "Plans a route alone")
    assert terminal.json("skill", "level", "Planning") == [
        {"at": 30, "text": "Plans a route alone"},
        {"at": 60, "text": "Plans for others"},
    ]
    assert "Plans for others" in terminal("skill", "level", "Planning")
    assert "\n30   Plans a route alone\n60   Plans for others" in terminal("skill", "show", "Planning")
    terminal("skill", "rate", "Planning", "55", "--evidence", "x")
    assert "In your words: Plans a route alone" in terminal.errors
    assert terminal.json("skill", "list")[0]["rating"]["meaning"] == "Plans a route alone"
    assert "Planning: Plans a route alone" in terminal("skill", "list")
    terminal("skill", "level", "Planning", "30", "")
    assert [each["at"] for each in terminal.json("skill", "show", "Planning")["levels"]] == [60]
    terminal("skill", "level", "Planning", "30", code=2)
    terminal("skill", "level", "Planning", "30", "x", "--json", code=2)


@pytest.fixture
def role(terminal: Terminal, tmp_path: Path) -> str:
    """A role that needs three skills, of which one is reached."""
    file = tmp_path / "lead.csv"
    file.write_text(
        "skill,target,description\nPlanning,70,Alone\nChairing,60,\nListening,50,\n", encoding="utf-8"
    )
    terminal("profile", "import", str(file), "--name", "Team lead")
    terminal("skill", "rate", "Planning", "50")
    terminal("skill", "rate", "Listening", "55")
    return str(terminal.json("profile", "list")[0]["id"])


def test_the_gap_to_a_role_is_shown_the_widest_first(terminal: Terminal, role: str) -> None:
    (found,) = terminal.json("skill", "gap", "team LEAD")
    assert (found["id"], found["reached"], found["needed"]) == (role, 1, 3)
    assert [(each["name"], each["needed"], each["rated"], each["missing"]) for each in found["skills"]] == [
        ("Chairing", 60, None, 60),
        ("Planning", 70, 50, 20),
        ("Listening", 50, 55, 0),
    ]
    shown = terminal("skill", "gap")
    assert "Team lead: 1 of 3 reached" in shown
    assert "Planning: Alone" in shown
    assert "workjournal skill gap --menu" in terminal.errors
    terminal("profile", "add", "Dispatcher")
    assert [each["name"] for each in terminal.json("skill", "gap")] == ["Dispatcher", "Team lead"]


def test_a_gap_has_a_menu(terminal: Terminal, role: str) -> None:
    goal = terminal("goal", "add", "Chair it", "--skill", "Chairing")
    done = terminal("add", "Chaired it once", "--skill", "Chairing")
    menu = terminal.json("skill", "gap", "--menu", "Chairing")
    assert [each["id"] for each in menu["goals"]] == [goal]
    assert [each["id"] for each in menu["episodes"]] == [done]
    assert [each["key"] for each in menu["ideas"]] == [idea.key for idea in all_ideas()]
    shown = terminal("skill", "gap", "Team lead", "--menu", "Chairing")
    for told in ("Chair it", "Chaired it once", all_ideas()[0].text, all_ideas()[-1].challenge):
        assert told in shown
    some = terminal.json("skill", "gap", "--menu", "Chairing", "--challenge", "other cultures")["ideas"]
    assert {each["challenge"] for each in some} == {"other cultures"}
    terminal("skill", "gap", "--menu", "Chairing", "--challenge", "deep sea", code=1)
    assert "There is no kind of challenge called deep sea" in terminal.errors
    terminal("skill", "gap", "--challenge", "other cultures", code=2)


def test_without_a_role_it_says_how_to_get_one(terminal: Terminal) -> None:
    assert terminal("skill", "gap") == ""
    assert "workjournal profile add" in terminal.errors
    assert terminal.json("skill", "gap") == []
    terminal("skill", "gap", "Team lead", code=1)
    assert "There is no role profile called Team lead" in terminal.errors
