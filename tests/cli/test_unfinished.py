"""Reflections left half-way in the terminal: by every method, from here and from the window."""

import json
from pathlib import Path

import pytest

from cli.terminal import CONTROL_C, Terminal, Typist
from conftest import PASSPHRASE
from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Method
from workjournal.journal import opening
from workjournal.journal.reflections import draft_place


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.key)
def test_every_method_is_filled_in_left_resumed_and_read_again(
    method: Method, terminal: Terminal, tmp_path: Path
) -> None:
    episode = terminal("add", "A hard day")
    texts = {prompt.key: f"On {prompt.key}:\nlong" for prompt in method.prompts}
    first, *rest = texts
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({key: texts[key] for key in rest}), encoding="utf-8")

    begun = ("--method", method.key, "--answer", f"{first}={texts[first]}", "--lesson", "Walk first")
    place = terminal("reflect", episode, *begun, "--draft", "--decision-quality", "60")
    assert place == f"reflection:{episode}"
    assert terminal.json("reflections") == []
    assert terminal.drafts()[place]["answers"] == {first: texts[first]}

    kept = terminal("reflect", episode[-8:], "--answers", str(file), "--outcome-quality", "30")
    assert terminal.drafts() == {}
    found = terminal.json("show", kept)
    assert (found["method"], found["answers"], len(found["lessons"])) == (method.key, texts, 1)
    assert (found["decision_quality"], found["outcome_quality"]) == (60, 30)
    assert found["prompts"] == [{"key": prompt.key, "text": prompt.text} for prompt in method.prompts]
    shown = terminal("show", kept)
    for prompt in method.prompts:
        assert f"\n{prompt.text}\n{texts[prompt.key]}" in shown
    assert terminal("show", kept) == shown


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.key)
def test_every_method_is_asked_left_and_gone_on_with(
    method: Method, terminal: Terminal, typist: Typist
) -> None:
    episode = terminal("add", "A hard day")
    keys = [prompt.key for prompt in method.prompts]
    typist.types("One", "and more", "", CONTROL_C)
    assert not terminal("reflect", episode, "--method", method.key, code=130)
    assert f"1 of {len(keys)}  {method.prompts[0].text}" in terminal.errors
    assert f"Go on with: workjournal reflect {episode[-8:].replace('-', '')}" in terminal.errors
    assert terminal.drafts()[f"reflection:{episode}"]["answers"] == {keys[0]: "One\nand more"}
    assert terminal.json("reflections") == []

    others = [line for key in keys[1:] for line in (f"On {key}", "")]
    typist.types("", *others, "58 of 63", "Walk first", "", "Book the walk")
    kept = terminal("reflect", episode)
    found = terminal.json("show", kept)
    assert found["answers"] == {keys[0]: "One\nand more", **{key: f"On {key}" for key in keys[1:]}}
    assert found["evidence"] == "58 of 63"
    assert [lesson["text"] for lesson in terminal.json("lessons")] == ["Walk first"]
    expected = [f"On {prompt.key}" for prompt in method.prompts if prompt.commits] or ["Book the walk"]
    assert [action["text"] for action in terminal.json("actions")] == expected
    assert terminal.drafts() == {}


def test_new_answers_win_and_the_draft_goes_once_it_is_kept(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--draft", "--answer", "why=Haste", "--answer", "next=Walk", "--evidence=A")
    terminal("reflect", episode, "--draft", "--answer", "why=No plan", "--action", "Book it", "--evidence=B")
    terminal("reflect", episode)
    (found,) = terminal.json("reflections")
    assert found["answers"] == {"why": "No plan", "next": "Walk"}
    assert found["evidence"] == "B"
    assert [action["text"] for action in terminal.json("actions")] == ["Book it"]
    terminal("reflect", episode, code=1)  # nothing is left of it
    assert "One answer is enough" in terminal.errors


def test_afresh_leaves_aside_what_was_unfinished(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    place = terminal("reflect", episode, "--draft", "--answer", "why=Haste")
    terminal("reflect", episode, "--afresh", "--answer", "next=Walk")
    assert "still there" in terminal.errors
    assert terminal.json("reflections")[0]["answers"] == {"next": "Walk"}
    assert terminal.drafts()[place]["answers"] == {"why": "Haste"}
    terminal("reflect", episode, "--afresh", "--draft", "--answer", "happened=Rain")
    assert terminal.drafts()[place]["answers"] == {"happened": "Rain"}


def test_another_method_half_way_loses_no_answer(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--draft", "--answer", "why=Haste", "--answer", "next=Walk")
    terminal("reflect", episode, "--draft", "--method", "gibbs", "--answer", "feelings=Low")
    kept = terminal("reflect", episode, "--answer", "description=Rain", "--answer", "next=Run")
    found = terminal.json("show", kept)
    assert found["method"] == "gibbs"
    assert found["answers"] == {"why": "Haste", "next": "Run", "feelings": "Low", "description": "Rain"}
    shown = terminal("show", kept)
    assert "Why did it happen?\nHaste" in shown
    assert "Gibbs" in shown


def test_a_method_of_ones_own_is_resumed_as_it_was_asked(terminal: Terminal, tmp_path: Path) -> None:
    own = terminal("method", "copy", "aar-short", "--name", "Depot run")
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--method", "Depot run", "--draft", "--answer", "why=Haste")
    file = tmp_path / "method.json"
    file.write_text('{"prompts": [{"text": "What surprised me?"}]}', encoding="utf-8")
    terminal("method", "edit", own, "--file", str(file))
    kept = terminal("reflect", episode, "--answer", "next=Walk")
    found = terminal.json("show", kept)
    assert (found["method"], found["answers"]) == (own, {"why": "Haste", "next": "Walk"})
    assert [prompt["key"] for prompt in found["prompts"]] == ["intended", "happened", "why", "next"]
    terminal("reflect", episode, "--method", own[-8:], "--answer", "what_surprised_me=Rain")
    assert {each["method"] for each in terminal.json("reflections")} == {own}


def test_an_unfinished_one_holds_what_the_window_holds(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    lessons = [word for number in range(4) for word in ("--lesson", f"Lesson {number}")]
    terminal("reflect", episode, "--draft", *lessons, code=2)
    terminal("reflect", episode, "--draft", code=2)
    assert "nothing to leave unfinished" in terminal.errors
    terminal("reflect", episode, "--draft", "--answer", "mood=low", code=1)
    assert terminal.drafts() == {}
    terminal("reflect", episode, "--draft", *lessons[:6], "--action", "Book it")
    terminal("reflect", episode, "--draft", *lessons[:6], "--action", "Book it")
    terminal("reflect", episode, "--draft", *lessons[6:], code=2)
    terminal("reflect", episode, "--draft", "--action", "Another", code=2)
    terminal("reflect", episode, "--answer", "why=x", *lessons[6:], "--action", "Another")
    assert len(terminal.json("lessons")) == 4
    assert {action["text"] for action in terminal.json("actions")} == {"Book it", "Another"}


def test_what_the_window_left_is_gone_on_with(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    fields = {
        "method": "carl",
        "answers": {"context": "Depot", "why": "Haste"},
        "decision_quality": 40,
        "outcome_quality": None,
        "distanced": True,
        "evidence": "58 of 63",
        "lesson_1": "Walk first",
        "lesson_2": "",
        "lesson_3": "",
        "action": "Book the walk",
        "due": "2027-01-05",
        "if_then": "If it rains, then I take a coat",
        "reflection": "",
    }
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        journal.drafts.keep(f"reflection:{episode}", fields)
    kept = terminal("reflect", episode, "--answer", "action=Walked it")
    found = terminal.json("show", kept)
    assert found["answers"] == {"context": "Depot", "why": "Haste", "action": "Walked it"}
    assert (found["method"], found["distanced"], found["decision_quality"]) == ("carl", True, 40)
    (action,) = terminal.json("actions")
    assert (action["text"], action["due"], action["if_then"]) == (
        "Book the walk",
        "2027-01-05",
        "If it rains, then I take a coat",
    )


def test_changes_of_a_kept_reflection_are_no_draft_of_a_new_one(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    kept = terminal("reflect", episode, "--answer", "why=Haste")
    place = f"reflection:{episode}"
    changes = {"method": "aar-short", "answers": {"why": "Hurry"}, "reflection": kept}
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        journal.drafts.keep(place, changes)
    terminal("reflect", episode, "--answer", "next=Walk")
    assert terminal.drafts() == {place: changes}
    terminal("reflect", episode, "--draft", "--answer", "next=Run")
    found = terminal.drafts()
    assert found[f"reflection:{kept}"] == changes
    assert found[place]["answers"] == {"next": "Run"}


def test_the_window_finds_what_the_terminal_left(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    own = terminal("method", "copy", "aar-short", "--name", "Depot run")
    terminal(
        "reflect", episode, "--method", own, "--draft", "--answer", "why=Haste", "--lesson", "Walk first"
    )
    (fields,) = terminal.drafts().values()
    assert fields["method"] == own
    assert [prompt["key"] for prompt in fields["asked"]["prompts"]][2] == "why"
    assert {name: fields[name] for name in ("lesson_1", "lesson_2", "lesson_3", "action", "reflection")} == {
        "lesson_1": "Walk first",
        "lesson_2": "",
        "lesson_3": "",
        "action": "",
        "reflection": "",
    }


def test_drafts_of_every_subject_are_listed(terminal: Terminal) -> None:
    episode, goal = terminal("add", "A hard day"), terminal("goal", "add", "Chair the meeting")
    terminal("reflect", episode, "--draft", "--answer", "why=a")
    terminal("reflect", goal, "--draft", "--answer", "wish=b")
    terminal("reflect", "--draft", "--answer", "what=c")
    terminal("review", "week", "--date", "2026-11-26", "--draft", "--answer", "moved=d")
    assert set(terminal.drafts()) == {
        f"reflection:{episode}",
        f"reflection:{goal}",
        draft_place(None),
        "reflection:week-2026-11-23",
    }
    shown = terminal("reflections", "--unfinished")
    for title in ("A hard day", "Chair the meeting", "The week 2026-11-23 – 2026-11-29"):
        assert title in shown
