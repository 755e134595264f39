"""One thing with everything in it, in the terminal."""

from cli.terminal import Terminal


def test_whatever_has_the_id_is_shown(terminal: Terminal) -> None:
    made = {
        "episode": terminal("add", "A hard day"),
        "lesson": terminal("lesson", "add", "Walk first"),
        "goal": terminal("goal", "add", "Chair the meeting"),
        "action": terminal("action", "add", "Book the walk"),
        "method": terminal("method", "copy", "gibbs", "--name", "Mine"),
    }
    made["reflection"] = terminal("reflect", made["episode"], "--answer", "why=Haste")
    told = {
        "episode": "A hard day",
        "lesson": "Walk first",
        "goal": "Chair the meeting",
        "action": "Book the walk",
        "method": "Mine",
        "reflection": "Why did it happen?\nHaste",
    }
    for noun, thing in made.items():
        assert told[noun] in terminal("show", thing[-8:]), noun
        found = terminal.json("show", thing)
        assert found.get("id", found.get("key")) == thing


def test_what_growth_rests_on_is_shown_put_away_and_taken_out(terminal: Terminal) -> None:
    skill = terminal("skill", "add", "Planning")
    terminal("measure", "add", "On-time picks", "--unit", "%")
    made = {
        "Planning": skill,
        "55": terminal("skill", "rate", "Planning", "55", "--evidence", "Two routes"),
        "On-time picks": terminal.json("measure", "list")[0]["id"],
        "91.5 %": terminal("measure", "log", "On-time picks", "91.5"),
        "New scanner": terminal("measure", "mark", "New scanner"),
        "Certificate": terminal("skill", "credential", "add", "Planning", "--name", "Certificate"),
        "Team lead": terminal("profile", "add", "Team lead"),
        "Calm": terminal("pulse", "give", "--safety", "60", "--note", "Calm"),
    }
    for told, thing in made.items():
        assert told in terminal("show", thing[-8:])
        assert terminal.json("show", thing)["id"] == thing
    for told, thing in made.items():
        if thing != skill:  # in use, which tests/cli/test_labels.py is about
            assert terminal("trash", thing[-8:]) == thing
            assert "In the trash since" in terminal("show", thing), told
    assert {each["id"] for each in terminal.json("trash")} == {*made.values()} - {skill}
    for thing in {*made.values()} - {skill}:
        assert terminal("untrash", thing[-8:]) == thing
        assert "In the trash since" not in terminal("show", thing)


def test_what_has_no_page_or_does_not_exist_is_told(terminal: Terminal) -> None:
    for wrong in ("0badcafe", "x", ""):
        terminal("show", wrong, code=1)
        assert "There is no thing with the id" in terminal.errors


def test_what_lies_in_the_trash_says_so(terminal: Terminal) -> None:
    for thing in (terminal("lesson", "add", "Walk first"), terminal("action", "add", "Book the walk")):
        assert "In the trash" not in terminal("show", thing)
        terminal("trash", thing)
        assert "In the trash since" in terminal("show", thing)


def test_a_reflection_shows_what_it_left_and_what_it_is_about(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    kept = terminal(
        *("reflect", episode, "--answer=why=Haste", "--lesson=Walk first", "--action=Book the walk"),
        *("--evidence", "58 of 63", "--decision-quality", "60"),
    )
    shown = terminal("show", kept)
    for told in ("A hard day", "Evidence\n58 of 63", "Walk first", "Book the walk", "Decision quality", "60"):
        assert told in shown
    (action,) = terminal.json("actions")
    assert "A hard day" in terminal("show", action["id"])


def test_a_text_cannot_steer_the_terminal(terminal: Terminal) -> None:
    episode = terminal("add", "A day")
    kept = terminal("reflect", episode, "--answer", "why=a\x1b[2Jb", "--lesson", "c\x1b[2Jd")
    assert "\x1b" not in terminal("show", kept)
    (lesson,) = terminal.json("lessons")
    assert "\x1b" not in terminal("show", lesson["id"])
