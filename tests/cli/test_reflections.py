"""Reflections in the terminal, and the lessons and actions they leave."""

from cli.terminal import Terminal


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
        "answers": {"next": "Walk first = always", "why": "Haste"},
        "decision_quality": 60,
        "outcome_quality": 80,
        "episodes": [episode],
        "goal": None,
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


def test_a_lesson_is_applied_in_an_episode(terminal: Terminal) -> None:
    episode, _ = reflected(terminal)
    (lesson,) = terminal.json("lessons")
    later = terminal("add", "Walked it")
    assert terminal("apply", lesson["id"][-8:], later[-8:]) == lesson["id"]
    assert terminal.json("lessons")[0]["applications"] == [{"episode": later, "worked": None}]
    terminal("apply", lesson["id"], later, "--did-not")
    assert terminal.json("lessons")[0]["applications"] == [{"episode": later, "worked": False}]
    terminal("apply", lesson["id"], later, "--worked")
    (after,) = terminal.json("lessons")
    assert (after["state"], after["applications"]) == ("applied", [{"episode": later, "worked": True}])
    applied = [{"lesson": lesson["id"], "text": "Walk the route first", "worked": True}]
    assert terminal.json("show", later)["lessons_applied"] == applied
    assert terminal.json("show", episode)["lessons_applied"] == []
    assert "Walk the route first" in terminal("show", later)


def test_an_action_is_done_or_dropped(terminal: Terminal) -> None:
    reflected(terminal)
    first, second = (action["id"] for action in terminal.json("actions"))
    assert terminal("done", first[-8:]) == first
    terminal("done", second, "--as", "never-arose")
    assert terminal.json("actions") == []
    states = {action["id"]: action["state"] for action in terminal.json("actions", "--all")}
    assert states == {first: "done", second: "never-arose"}
    terminal("done", first, "--as", "open")
    assert [(action["id"], action["ended"]) for action in terminal.json("actions")] == [(first, None)]


def test_methods_need_no_vault(terminal: Terminal) -> None:
    assert "next: What will I do next time?" in terminal.bare("methods")


def test_empty_lists_are_empty_and_say_so_beside(terminal: Terminal) -> None:
    for command in ("reflections", "lessons", "actions"):
        assert terminal(command) == ""
        assert terminal.errors
        assert terminal.json(command) == []
