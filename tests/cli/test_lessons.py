"""Lessons in the terminal."""

import io

import pytest

from cli.terminal import Terminal


def test_every_field_of_a_lesson(terminal: Terminal) -> None:
    made = terminal(
        *("lesson", "add", "Walk first, draw second", "--when", "a route is planned", "--detail", "Twice."),
        *("--skill", "Planning", "--skill", "Maps", "--share", "manager", "--date", "2026-10-05"),
    )
    (found,) = terminal.json("lessons")
    assert found == {
        "id": made,
        "date": "2026-10-05",
        "text": "Walk first, draw second",
        "detail": "Twice.",
        "trigger": "a route is planned",
        "state": "new",
        "skills": ["Maps", "Planning"],
        "audiences": ["manager"],
        "due": "2026-10-06",
        "recalled_on": None,
        "reflection": None,
        "sources": [],
        "goals": [],
        "applications": [],
        "created_at": found["created_at"],
        "changed_at": found["changed_at"],
        "trashed_at": None,
    }
    assert terminal.json("show", made) == {**found, "recalls": []}
    for told in ("Walk first, draw second", "a route is planned", "Twice.", "Maps, Planning", "manager"):
        assert told in terminal("show", made)


def test_a_lesson_is_changed_where_it_is_named(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    made = terminal(
        "lesson", "add", "Walk first", "--when", "a route", "--skill", "Maps", "--share", "manager"
    )
    assert terminal("lesson", "edit", made[-8:], "--detail", "Twice.", "--skill", "Planning") == made
    (found,) = terminal.json("lessons")
    assert (found["text"], found["trigger"], found["detail"]) == ("Walk first", "a route", "Twice.")
    assert (found["skills"], found["audiences"]) == (["Planning"], ["manager"])
    monkeypatch.setattr("sys.stdin", io.StringIO("Walk, then draw\n"))
    terminal("lesson", "edit", made, "--text", "-", "--when", "", "--share", "none")
    (found,) = terminal.json("lessons")
    assert (found["text"], found["trigger"], found["audiences"]) == ("Walk, then draw", None, [])
    terminal("lesson", "edit", made, "--text", " ", code=1)
    terminal("lesson", "edit", "0badcafe", "--text", "x", code=1)
    terminal("lesson", "add", "", code=1)
    assert len(terminal.json("lessons")) == 1


def test_a_lesson_is_retired_and_taken_up(terminal: Terminal) -> None:
    made = terminal("lesson", "add", "Walk first", "--date", "2026-10-05")
    assert terminal("lesson", "retire", made[-8:]) == made
    assert terminal.json("lessons") == []
    assert terminal.json("lessons", "--due") == []
    assert [each["state"] for each in terminal.json("lessons", "--retired")] == ["retired"]
    assert terminal("lesson", "take-up", made) == made
    assert [each["state"] for each in terminal.json("lessons")] == ["new"]
    terminal("lesson", "retire", "0badcafe", code=1)


def test_due_lessons_are_listed_without_their_sentence(terminal: Terminal) -> None:
    assert terminal("lessons", "--due") == ""
    assert "No lesson is to be recalled" in terminal.errors
    for number in range(7):
        terminal("lesson", "add", f"Secret {number}", "--when", f"a route {number}", "--date", "2026-10-05")
    terminal("lesson", "add", "Not yet")
    shown = terminal("lessons", "--due")
    assert "Secret" not in shown + terminal.errors
    assert shown.count("a route") == 5
    assert "2026-10-06" in shown
    assert "2 more can wait" in terminal.errors
    assert [each["text"] for each in terminal.json("lessons", "--due")] == [f"Secret {n}" for n in range(5)]


def test_how_surely_lessons_are_remembered_is_set(terminal: Terminal) -> None:
    made = terminal("lesson", "add", "Walk first", "--date", "2026-10-05")
    later = terminal("recall", made, "--grade", "good")
    terminal("lessons", "--retention", "97")
    other = terminal("lesson", "add", "Draw second", "--date", "2026-10-05")
    assert terminal("recall", other, "--grade", "good") < later
    terminal("lessons", "--retention", "50", code=1)
    assert "70 to 97" in terminal.errors


def test_duplicates_are_found_and_merged(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    kept = terminal("lesson", "add", "Walk the harbour route before drawing")
    source = terminal("reflect", episode, "--answer=why=x", "--lesson=Walk the harbour route before planning")
    duplicate = next(each["id"] for each in terminal.json("lessons") if each["id"] != kept)
    terminal("lesson", "add", "Ask twice")
    terminal("apply", duplicate, episode, "--worked")
    assert [each["id"] for each in terminal.json("lesson", "alike", kept)] == [duplicate]
    assert "before planning" in terminal("lesson", "alike", kept)
    assert terminal("lesson", "merge", kept[-8:], duplicate[-8:]) == kept
    found = terminal.json("show", kept)
    assert (found["sources"], found["state"]) == ([source], "applied")
    assert found["applications"] == [{"episode": episode, "worked": True}]
    assert "before planning" in found["detail"]
    assert next(each for each in terminal.json("lessons") if each["id"] == kept)["sources"] == [source]
    assert [thing["id"] for thing in terminal.json("trash")] == [duplicate]
    assert terminal("lesson", "alike", kept) == ""
    assert "says the same" in terminal.errors
    terminal("lesson", "merge", kept, kept, code=1)
    terminal("lesson", "merge", kept, "0badcafe", code=1)


def test_a_lesson_is_applied_in_an_episode(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--answer", "why=Haste", "--lesson", "Walk the route first")
    (lesson,) = terminal.json("lessons")
    later = terminal("add", "Walked it")
    assert terminal("apply", lesson["id"][-8:], later[-8:]) == lesson["id"]
    assert terminal.json("lessons")[0]["applications"] == [{"episode": later, "worked": None}]
    terminal("apply", lesson["id"], later, "--did-not")
    assert terminal.json("lessons")[0]["applications"] == [{"episode": later, "worked": False}]
    terminal("apply", lesson["id"], later)  # what was told stays
    assert terminal.json("lessons")[0]["applications"] == [{"episode": later, "worked": False}]
    terminal("apply", lesson["id"], later, "--worked")
    (after,) = terminal.json("lessons")
    assert (after["state"], after["applications"]) == ("applied", [{"episode": later, "worked": True}])
    applied = [{"lesson": lesson["id"], "text": "Walk the route first", "worked": True}]
    assert terminal.json("show", later)["lessons_applied"] == applied
    assert terminal.json("show", episode)["lessons_applied"] == []
    assert "Walk the route first" in terminal("show", later)
    shown = terminal("show", lesson["id"])
    assert "worked  Walked it" in shown
    assert "A hard day" in shown


def test_lessons_that_fit_are_found_by_words_and_labels(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    route = terminal("lesson", "add", "Walk the harbour route before drawing the map")
    asks = terminal("lesson", "add", "Ask for one list", "--skill", "Listening")
    terminal("lesson", "add", "Sleep well")
    (found,) = terminal.json("match", "Planning the harbour route")
    assert (found["id"], sorted(found["words"]), found["labels"]) == (route, ["harbour", "route"], [])
    (found,) = terminal.json("match", "", "--skill", "listening")
    assert (found["id"], found["labels"]) == (asks, ["listening"])
    assert "harbour, route" in terminal("match", "the harbour route")
    monkeypatch.setattr("sys.stdin", io.StringIO("A new route through the harbour"))
    assert [each["id"] for each in terminal.json("match", "-")] == [route]
    assert terminal("match", "Nothing of the sort") == ""
    assert "No lesson fits." in terminal.errors
    assert terminal.json("match", "", "--tag", "nowhere") == []
    both = terminal.json("match", "the harbour route", "--skill", "Listening", "--limit", "1")
    assert len(both) == 1
