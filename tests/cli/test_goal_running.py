"""Goals that run: check-ins, revisions, rhythm, put off and paused, evidence."""

import datetime as dt

from cli.terminal import Terminal, Typist

TODAY = dt.datetime.now().astimezone().date()


def day(days: int) -> str:
    return (TODAY + dt.timedelta(days=days)).isoformat()


def started(terminal: Terminal, *more: str) -> str:
    made = terminal("goal", "add", "Chair the meeting", "--probability", "60", "--reasons", "Prepared", *more)
    terminal("goal", "start", made)
    return made


def test_check_ins_are_kept_by_day(terminal: Terminal) -> None:
    made = started(terminal)
    terminal("goal", "checkin", made, "--progress", "20", "--confidence", "45", "--changed", "A first time")
    assert terminal.errors == ""
    terminal("goal", "checkin", made, "--progress", "60", "--date", "2026-01-02", "--feedback", "Shorter")
    early, late = terminal.json("goal", "show", made)["check_ins"]
    assert (early["date"], early["progress"], early["feedback"]) == ("2026-01-02", 60, "Shorter")
    assert (late["progress"], late["confidence"], late["changed"]) == (20, 45, "A first time")


def test_help_that_is_needed_becomes_an_ask(terminal: Terminal) -> None:
    made = started(terminal)
    terminal("goal", "checkin", made, "--help-needed", "A slot")
    assert "an ask for your manager" in terminal.errors
    (ask,) = terminal.json("actions")
    assert (ask["text"], ask["kind"], ask["owner"], ask["goal"]) == ("A slot", "ask", "manager", made)
    assert terminal.json("goal", "show", made)["actions"] == [ask["id"]]
    assert "ask: A slot" in terminal("goal", "show", made)
    terminal("goal", "checkin", made, "--progress", "20")
    assert "ask" not in terminal.errors


def test_a_value_belongs_to_the_measure(terminal: Terminal) -> None:
    measure = terminal("measure", "add", "On-time picks", "--unit", "%")
    with_one, without = started(terminal, "--measure", "On-time picks"), started(terminal)
    terminal("goal", "checkin", with_one, "--value", "91.5")
    assert "has no measure" not in terminal.errors
    terminal("goal", "checkin", without, "--value", "3")
    short = without.replace("-", "")[-8:]
    assert f"workjournal goal edit {short} --measure NAME" in terminal.errors
    (value,) = terminal.json("measure", "show", measure)["values"]
    assert (value["value"], value["from_check_in"]) == (91.5, True)
    assert terminal.json("measure", "show", measure)["goals"] == [with_one]


def test_a_check_in_is_asked_at_a_terminal(terminal: Terminal, typist: Typist) -> None:
    terminal("measure", "add", "On-time picks", "--unit", "%")
    made = started(terminal, "--measure", "On-time picks")
    terminal("goal", "checkin", made, "--progress", "20")
    typist.types("a lot", "45", "", "93", "They let me", "", "", "A slot", "and a room", "")
    assert terminal("goal", "checkin", made) == made
    assert "last time 20" in terminal.errors
    assert f"Next check-in: {day(7)}" in terminal.errors
    assert "'a lot' is not a rating" in terminal.errors
    look = terminal.json("goal", "show", made)["check_ins"][-1]
    assert (look["progress"], look["confidence"], look["measure_value"]) == (45, None, 93.0)
    assert (look["changed"], look["help_needed"]) == ("They let me", "A slot\nand a room")


def test_what_a_goal_does_not_allow_is_said(terminal: Terminal, typist: Typist) -> None:
    made = terminal("goal", "add", "Chair the meeting")
    terminal("goal", "checkin", made, "--progress", "20", code=1)
    assert "The goal is planned" in terminal.errors
    terminal("goal", "checkin", made, code=1)  # before anything is asked
    assert "The goal is planned" in terminal.errors
    for verb in (("revise", "--probability", "40"), ("snooze", "--until", day(3)), ("pause",)):
        terminal("goal", verb[0], made, *verb[1:], code=1)
        assert "The goal is planned" in terminal.errors
    terminal("goal", "start", made, "--yes")
    terminal("goal", "start", made, code=1)
    typist.types(*[""] * 5)
    terminal("goal", "checkin", made, code=1)
    assert "check-in is empty" in terminal.errors


def test_a_revision_stands_beside_the_first(terminal: Terminal) -> None:
    made = started(terminal, "--due", day(30))
    assert terminal("goal", "revise", made, "--probability", "35", "--reasons", "They left") == made
    assert f"The first forecast counts: 60 % by {day(30)}, sealed on" in terminal.errors
    goal = terminal.json("goal", "show", made)
    assert (goal["forecast"]["probability"], goal["forecast"]["by"]) == (60, day(30))
    (revised,) = goal["revisions"]
    assert (revised["probability"], revised["reasons"], revised["intact"]) == (35, "They left", True)
    shown = terminal("goal", "show", made)
    assert shown.index("60 % by") < shown.index("35 % by")
    assert shown.count("intact") == 2
    terminal("goal", "revise", made, code=2)
    bare = terminal("goal", "add", "Just try")
    terminal("goal", "start", bare)
    terminal("goal", "revise", bare, "--probability", "50", code=1)
    assert "started without a forecast" in terminal.errors


def test_the_rhythm_says_when_it_asks(terminal: Terminal) -> None:
    made = started(terminal)
    assert f" {day(7)} " in terminal("goal", "list")
    assert terminal("goal", "rhythm", made, "14") == made
    assert f"Next check-in: {day(14)}" in terminal.errors
    assert terminal.json("goal", "list")[0]["next_check_in"] == day(14)
    terminal("goal", "rhythm", made, "0")
    assert "not asked for" in terminal("goal", "list")
    assert terminal.json("goal", "list")[0]["next_check_in"] is None
    terminal("goal", "rhythm", made, "93", code=2)


def test_put_off_paused_and_resumed(terminal: Terminal) -> None:
    made = started(terminal)
    assert terminal("goal", "snooze", made, "--until", day(20)) == made
    assert terminal.json("goal", "list")[0]["next_check_in"] == day(20)
    terminal("goal", "snooze", made, "--until", "today", code=2)
    assert terminal("goal", "pause", made) == made
    assert f"paused since {day(0)}" in terminal("goal", "list")
    terminal("goal", "snooze", made, "--until", day(20), code=1)
    assert "paused" in terminal.errors
    assert terminal("goal", "resume", made) == made
    assert f"Next check-in: {day(7)}" in terminal.errors
    goal = terminal.json("goal", "show", made)
    assert (goal["paused_on"], goal["snoozed_until"]) == (None, None)


def test_what_is_overdue_says_so(terminal: Terminal) -> None:
    made = started(terminal, "--due", "2026-01-31")
    assert "2026-01-31, overdue" in terminal("goal", "list")
    goal = terminal.json("goal", "show", made)
    assert (goal["overdue"], goal["came_true"]) == (True, False)
    assert "no: its day has passed" in terminal("goal", "show", made)


class TestEvidence:
    def test_an_episode_becomes_evidence_and_is_loosened(self, terminal: Terminal) -> None:
        made, other = started(terminal, "--skill", "Chairing"), started(terminal)
        plain = terminal("add", "A day")
        fitting = terminal("add", "Chaired it once", "--skill", "Chairing")
        assert [each["id"] for each in terminal.json("goal", "evidence", made)] == [fitting, plain]
        assert terminal("goal", "evidence", made).splitlines()[1].endswith("Chaired it once")
        assert terminal("goal", "evidence", made, fitting[-8:]) == fitting
        assert terminal.json("goal", "show", made)["evidence"] == [fitting]
        assert "Chaired it once" in terminal("goal", "show", made)
        terminal("goal", "evidence", other, fitting)
        assert "evidence of another goal before: Chair the meeting" in terminal.errors
        terminal("goal", "evidence", made, fitting, "--loosen", code=1)
        assert "no evidence of this goal" in terminal.errors
        assert terminal("goal", "evidence", other, fitting, "--loosen") == fitting
        assert terminal.json("goal", "show", other)["evidence"] == []

    def test_where_nothing_is_offered_it_says_so(self, terminal: Terminal) -> None:
        made = started(terminal)
        assert terminal("goal", "evidence", made) == ""
        assert "--goal" in terminal.errors
        assert terminal.json("goal", "evidence", made) == []
        terminal("goal", "evidence", made, "--loosen", code=2)
        terminal("goal", "evidence", made, "0badcafe", "--json", code=2)
        terminal("goal", "evidence", made, "0badcafe", code=1)


def test_nothing_is_seen_on_a_day_to_come(terminal: Terminal) -> None:
    made = started(terminal)
    terminal("goal", "checkin", made, "--progress", "20", "--date", day(1), code=1)
    assert f"{day(1)} is still to come" in terminal.errors
    terminal("goal", "checkin", made, "--progress", "20", "--date", day(0))
    assert len(terminal.json("goal", "show", made)["check_ins"]) == 1
