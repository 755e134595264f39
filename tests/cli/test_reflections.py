"""Reflections in the terminal, and the lessons and actions they leave."""

import json
from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.domain.methods import DEFAULT


def reflected(terminal: Terminal) -> tuple[str, str]:
    episode = terminal("add", "A hard day", "--date", "2026-10-05")
    reflection = terminal(
        *("reflect", episode[-8:], "--answer", "next=Walk first = always", "--answer", "why=Haste"),
        *("--lesson", "Walk the route first", "--action", "Book the walk", "--ask", "A day for it"),
        *("--decision-quality", "60", "--outcome-quality", "80", "--date", "2026-10-06"),
    )
    return episode, reflection


def test_a_reflection_leaves_lessons_and_actions(terminal: Terminal) -> None:
    episode, reflection = reflected(terminal)
    (lesson,) = terminal.json("lessons")
    actions = {action["text"]: action for action in terminal.json("actions")}
    (found,) = terminal.json("reflections")
    assert found | {"created_at": 0, "changed_at": 0} == {
        "id": reflection,
        "date": "2026-10-06",
        "method": "aar-short",
        "prompts": [{"key": prompt.key, "text": prompt.text} for prompt in DEFAULT.prompts],
        "answers": {"next": "Walk first = always", "why": "Haste"},
        "distanced": False,
        "evidence": None,
        "depth": None,
        "decision_quality": 60,
        "outcome_quality": 80,
        "episodes": [episode],
        "goal": None,
        "interval": None,
        "period_start": None,
        "period_end": None,
        "lessons": [lesson["id"]],
        "actions": [actions["Book the walk"]["id"], actions["A day for it"]["id"]],
        "created_at": 0,
        "changed_at": 0,
        "trashed_at": None,
    }
    assert (lesson["text"], lesson["state"], lesson["reflection"]) == (
        "Walk the route first",
        "new",
        reflection,
    )
    assert (actions["A day for it"]["kind"], actions["A day for it"]["owner"]) == ("ask", "manager")
    assert (actions["Book the walk"]["kind"], actions["Book the walk"]["state"]) == ("action", "open")
    assert "A hard day" in terminal("reflections")
    assert "Walk the route first" in terminal("lessons")
    assert "Book the walk" in terminal("actions")


def test_reflections_of_one_episode(terminal: Terminal) -> None:
    episode, reflection = reflected(terminal)
    other = terminal("add", "An easy day")
    assert [each["id"] for each in terminal.json("reflections", "--episode", episode)] == [reflection]
    assert terminal.json("reflections", "--episode", other) == []


def test_what_a_method_does_not_ask_is_refused(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--method", "tarot", "--answer", "next=x", code=1)
    assert "aar-short" in terminal.errors
    terminal("reflect", episode, "--answer", "mood=low", code=1)
    assert "intended" in terminal.errors
    terminal("reflect", episode, "--answer", "no sign", code=2)
    terminal("reflect", episode, code=1)
    assert terminal.json("reflections") == []


def test_what_it_leaves_is_ticked_for_the_audiences_named(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    left = ("--answer=next=x", "--lesson=Walk first", "--action=Book the walk", "--ask=A day for it")
    terminal("reflect", episode, *left)
    terminal("reflect", episode, *left, "--share", "next-job", "--share", "manager")
    for command in ("lessons", "actions"):
        ticked = sorted(found["audiences"] for found in terminal.json(command))
        half = len(ticked) // 2
        assert ticked == [[]] * half + [["manager", "next-job"]] * half
    terminal("reflect", episode, *left, "--share", "everyone", code=2)


def test_a_prompt_is_answered_once(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--answer", "why=a", "--answer", "next=b", "--answer", "why=c", code=2)
    assert "--answer why" in terminal.errors
    assert terminal.json("reflections") == []


def test_empty_lists_are_empty_and_say_so_beside(terminal: Terminal) -> None:
    for command in ("reflections", "lessons", "actions"):
        assert terminal(command) == ""
        assert terminal.errors
        assert terminal.json(command) == []


def test_the_method_that_fits_is_offered_with_its_reason(terminal: Terminal) -> None:
    goal = terminal("goal", "add", "Chair the meeting")
    complex_one = terminal("add", "Nobody knows why", "--setting", "complex")
    terminal("reflect", complex_one[-8:], "--answer", "hypothesis=The list is read twice")
    assert "(probe-card): A complex setting is probed" in terminal.errors
    terminal("reflect", goal[-8:], "--answer", "wish=A calm hour")
    assert "(woop): It has no if-then plan yet." in terminal.errors
    terminal("reflect", "--answer", "what=A long day")
    assert "(what-so-what): Three minutes" in terminal.errors
    found = {each["method"]: each for each in terminal.json("reflections")}
    assert found["probe-card"]["episodes"] == [complex_one]
    assert (found["woop"]["goal"], found["woop"]["episodes"]) == (goal, [])
    assert (found["what-so-what"]["goal"], found["what-so-what"]["episodes"]) == (None, [])
    assert [each["method"] for each in terminal.json("reflections", "--goal", goal)] == ["woop"]


def test_answers_to_the_usual_method_are_kept_where_another_one_is_offered(terminal: Terminal) -> None:
    episode = terminal("add", "Nobody knows why", "--setting", "complex")
    terminal("reflect", episode, "--answer", "why=Haste", "--answer", "next=Walk first")
    assert [each["method"] for each in terminal.json("reflections")] == ["aar-short"]
    terminal("reflect", episode, "--answer", "why=Haste", "--answer", "hypothesis=x", code=1)
    assert "probe-card" in terminal.errors


def test_a_named_method_is_taken_without_a_word(terminal: Terminal) -> None:
    episode = terminal("add", "Nobody knows why", "--setting", "complex")
    terminal("reflect", episode, "--method", "gibbs", "--answer", "description=x", "--evidence", "58 of 63")
    assert "fits" not in terminal.errors
    assert "probed" not in terminal.errors
    (found,) = terminal.json("reflections")
    assert (found["method"], found["evidence"]) == ("gibbs", "58 of 63")


def test_what_is_missing_is_said_gently_and_stands_in_no_way(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--answer", "happened=It rained")
    assert "There is no evidence yet" in terminal.errors
    assert "It is described, but not explained yet." in terminal.errors
    assert "There is no next action yet" in terminal.errors
    terminal(
        *("reflect", episode, "--answer", "happened=It rained", "--answer", "why=Autumn"),
        *("--evidence", "4 mm", "--action", "Buy a coat"),
    )
    assert "yet" not in terminal.errors
    with_result = terminal("add", "A day", "--result", "58 of 63")
    terminal("reflect", with_result, "--answer", "why=x")
    assert "evidence" not in terminal.errors


def test_depth_and_distance_are_kept(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    kept = terminal("reflect", episode, "--answer=happened=x", "--depth=explained", "--distanced")
    found = terminal.json("show", kept)
    assert (found["depth"], found["distanced"]) == ("explained", True)
    shown = terminal("show", kept)
    assert "What would a colleague have seen?\nx" in shown
    assert "explained" in shown


def test_a_kept_reflection_is_changed(terminal: Terminal) -> None:
    _, kept = reflected(terminal)
    changed = ("--answer", "why=No plan", "--answer", "next=", "--depth", "questioned", "--evidence", "A map")
    assert terminal("reflection", "edit", kept[-8:], *changed, "--outcome-quality", "none") == kept
    found = terminal.json("show", kept)
    assert found["answers"] == {"why": "No plan"}
    assert (found["depth"], found["evidence"], found["outcome_quality"]) == ("questioned", "A map", None)
    assert (found["decision_quality"], len(found["lessons"])) == (60, 1)
    terminal("reflection", "edit", kept, "--answer", "why=", code=1)
    terminal("reflection", "edit", kept, "--answer", "mood=x", code=1)
    terminal("reflection", "edit", "0badcafe", "--answer", "why=x", code=1)
    assert terminal.json("show", kept)["answers"] == {"why": "No plan"}


def test_what_is_neither_episode_nor_goal_is_refused(terminal: Terminal) -> None:
    lesson = terminal("lesson", "add", "Walk first")
    for wrong in (lesson, "0badcafe", "x" * 100_000):
        terminal("reflect", wrong, "--answer", "why=x", code=1)
        assert "There is no episode or goal" in terminal.errors
        assert len(terminal.errors) < 200


class TestAnswersFromAFile:
    def test_they_join_those_of_the_line(self, terminal: Terminal, tmp_path: Path) -> None:
        file = tmp_path / "answers.json"
        file.write_text('\ufeff{"why": "Haste\\nand rain", "next": "Walk"}', encoding="utf-8")
        episode = terminal("add", "A hard day")
        terminal("reflect", episode, "--answers", str(file), "--answer", "happened=It rained")
        (found,) = terminal.json("reflections")
        assert found["answers"] == {"why": "Haste\nand rain", "next": "Walk", "happened": "It rained"}

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "line 1, column 1"),
            (b'{"why": "x",\n}', "line "),
            (b"[1]", "an array, not an object"),
            (b'"why"', "a text, not an object"),
            (b'{"why": 3}', '"why": this is a number, not a text'),
            (b'{"why": true}', "true or false, not a text"),
            (b'{"why": null}', '"why": this is null, not a text'),
            (b'{"why": ["x"]}', "an array, not a text"),
            (b'{"why": "x", "why": "y"}', '"why": it is there more than once'),
            (b'{"why": "\\ud800"}', '"why": this text holds a character that no text has'),
            (b'{"why": "a\\u0000b"}', '"why": this text holds a character that no text has'),
            (b'{"mood": "low"}', '"mood": the method aar-short has no such prompt. It has: intended, '),
            (b'{"why": "\xff"}', "UTF-8"),
            (b"[" * 100_000, "too deep"),
            (b'{"why": ' + b"9" * 5000 + b"}", "number too long"),
        ],
    )
    def test_a_wrong_file_is_told_with_its_place(
        self, content: bytes, said: str, terminal: Terminal, tmp_path: Path
    ) -> None:
        file = tmp_path / "answers.json"
        file.write_bytes(content)
        episode = terminal("add", "A hard day")
        terminal("reflect", episode, "--answers", str(file), code=1)
        assert str(file) in terminal.errors
        assert said in terminal.errors
        assert terminal.json("reflections") == []

    def test_no_file_no_answers(self, terminal: Terminal, tmp_path: Path) -> None:
        episode = terminal("add", "A hard day")
        for file in (tmp_path / "none.json", tmp_path):
            terminal("reflect", episode, "--answers", str(file), code=1)
            assert f"The file {file} cannot be read" in terminal.errors

    def test_one_prompt_is_answered_in_one_place(self, terminal: Terminal, tmp_path: Path) -> None:
        file = tmp_path / "answers.json"
        file.write_text('{"why": "x"}', encoding="utf-8")
        episode = terminal("add", "A hard day")
        terminal("reflect", episode, "--answers", str(file), "--answer", "why=y", code=2)
        assert "why" in terminal.errors

    def test_standard_input_gives_one_thing(
        self, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import io

        episode = terminal("add", "A hard day")
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"why": "Grüße"})))
        terminal("reflect", episode, "--answers", "-")
        assert terminal.json("reflections")[0]["answers"] == {"why": "Grüße"}
        vault = ("--vault", str(terminal.folder), "--passphrase-file", "-")
        terminal.bare(*vault, "reflect", episode, "--answers", "-", code=2)
        assert "both the passphrase and" in terminal.errors
