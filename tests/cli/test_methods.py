"""Reflection methods in the terminal: those there are, and those of one's own."""

import json
from pathlib import Path
from typing import Any

import pytest

from cli.terminal import Terminal
from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Part


def test_methods_need_no_vault(terminal: Terminal) -> None:
    assert "next: What will I do next time?" in terminal.bare("methods")
    assert "What will I do next time?" in terminal.bare("method", "show", "aar-short")


def test_every_method_is_told_with_its_prompts(terminal: Terminal) -> None:
    found = json.loads(terminal.bare("methods", "--json"))
    assert [each["key"] for each in found] == [method.key for method in METHODS]
    for each, method in zip(found, METHODS, strict=True):
        assert (each["name"], each["offered"], each["source"]) == (
            method.name,
            method.offered or None,
            method.source or None,
        )
        told = [(one["key"], one["text"], one["hint"], one["part"]) for one in each["prompts"]]
        assert told == [(one.key, one.text, one.hint, one.part.value) for one in method.prompts]


def test_ones_own_are_listed_when_asked_for(terminal: Terminal) -> None:
    own = terminal("method", "copy", "gibbs", "--name", "Depot run")
    assert "Depot run" not in terminal("methods")
    assert f"{own}  Depot run" in terminal("methods", "--own")
    found = terminal.json("methods", "--own")
    assert len(found) == len(METHODS) + 1
    assert (found[-1]["key"], found[-1]["name"], found[-1]["basis"], found[-1]["edition"]) == (
        own,
        "Depot run",
        "gibbs",
        1,
    )
    for words in (own, own[-8:], "depot RUN"):
        assert terminal.json("method", "show", words)["key"] == own
    assert "Copied from  gibbs" in terminal("method", "show", own)
    assert "Depot run" in terminal("show", own[-8:])
    terminal("trash", own)
    assert "Depot run" not in terminal("methods", "--own")


def test_a_method_of_ones_own_is_changed_and_its_reflections_are_not(
    terminal: Terminal, tmp_path: Path
) -> None:
    own = terminal("method", "copy", "aar-short", "--name", "Depot run")
    episode = terminal("add", "A hard day")
    kept = terminal("reflect", episode, "--method", own, "--answer", "why=Haste")
    file = tmp_path / "method.json"
    new = {
        "name": "After a run",
        "prompts": [
            {"key": "next", "text": "And now?", "part": "next"},
            {"text": "What surprised me?", "hint": "The first thing"},
            {"key": "why"},
        ],
    }
    file.write_text(json.dumps(new), encoding="utf-8")
    assert terminal("method", "edit", own[-8:], "--file", str(file)) == own
    found = terminal.json("method", "show", own)
    assert (found["name"], found["edition"]) == ("After a run", 2)
    told = [(one["key"], one["text"], one["hint"], one["part"]) for one in found["prompts"]]
    assert told == [
        ("next", "And now?", "One thing, in your own hands", "next"),
        ("what_surprised_me", "What surprised me?", "The first thing", "other"),
        ("why", "Why did it happen?", "Causes, not blame", "interpretation"),
    ]
    assert "Why did it happen?\nHaste" in terminal("show", kept)
    assert len(terminal.json("show", kept)["prompts"]) == 4


def test_what_show_prints_can_be_given_back(terminal: Terminal, tmp_path: Path) -> None:
    own = terminal("method", "copy", "period-review", "--name", "Friday")
    before = terminal.json("method", "show", own)
    file = tmp_path / "method.json"
    file.write_text(json.dumps(before), encoding="utf-8")
    terminal("method", "edit", own, "--file", str(file))
    assert terminal.json("method", "show", own) == before
    terminal("method", "edit", own, "--name", "Saturday")
    after = terminal.json("method", "show", own)
    assert after == {**before, "name": "Saturday"}


def test_a_method_that_is_shipped_or_unknown_cannot_be_changed(terminal: Terminal) -> None:
    terminal("method", "edit", "gibbs", "--name", "Mine", code=1)
    assert "workjournal method copy gibbs" in terminal.errors
    terminal("method", "edit", "tarot", "--name", "Mine", code=1)
    terminal("method", "show", "tarot", code=1)
    assert "aar-short" in terminal.errors
    terminal("method", "copy", "tarot", "--name", "Mine", code=1)
    terminal("method", "copy", "gibbs", "--name", " ", code=1)
    terminal("method", "edit", "gibbs", "--name", "Mine", "--file", "x.json", code=2)
    assert len(terminal.json("methods", "--own")) == len(METHODS)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"prompts": []}, "at least one question"),
        ({"prompts": {}}, '"prompts": this is an object, not an array'),
        ({"prompts": [3]}, "prompt 1: this is a number, not an object"),
        ({"prompts": [{"text": "Why?"}, {"text": 3}]}, 'prompt 2, "text": this is a number, not a text'),
        ({"prompts": [{"hint": "x"}]}, "question"),
        ({"prompts": [{"text": "Why?", "key": "a b"}]}, "prompt 1: a key is one word"),
        ({"prompts": [{"text": "Why?", "key": "x"}, {"text": "And?", "key": "x"}]}, "prompt 2: a key"),
        ({"prompts": [{"text": "Why?", "part": "soul"}]}, f"There are: {', '.join(Part)}"),
        ({"prompts": [{"text": "Why?", "commits": "yes"}]}, 'prompt 1, "commits": this is a text'),
        ({"prompts": [{"text": "Why?", "hnit": "x"}]}, 'prompt 1, "hnit": there is no such field'),
        ({"nmae": "x"}, '"nmae": there is no such field'),
        ({"name": 3}, '"name": this is a number'),
        ({"name": ""}, "name"),
    ],
)
def test_a_wrong_method_changes_nothing(content: Any, said: str, terminal: Terminal, tmp_path: Path) -> None:
    own = terminal("method", "copy", "plus-delta", "--name", "Mine")
    before = terminal.json("method", "show", own)
    file = tmp_path / "method.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    terminal("method", "edit", own, "--file", str(file), code=1)
    assert said in terminal.errors
    assert terminal.json("method", "show", own) == before
