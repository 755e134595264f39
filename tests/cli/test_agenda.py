"""What is worth a minute today, in the terminal."""

import datetime as dt

from cli.terminal import Terminal
from conftest import PASSPHRASE
from workjournal.domain.entity import Audience
from workjournal.domain.pack import Pack
from workjournal.journal import opening


def test_a_quiet_day_is_quiet(terminal: Terminal) -> None:
    assert terminal("today") == ""
    assert terminal.errors
    assert terminal.json("today") == []


def test_what_is_due_stands_with_its_command(terminal: Terminal) -> None:
    today = dt.datetime.now().astimezone().date().isoformat()
    hard = terminal("add", "A hard day", "--kind", "challenge", "--date", today)
    act = terminal("action", "add", "Book the walk", "--due", "2026-01-05")
    terminal("lesson", "add", "Secret", "--date", "2026-01-05")
    goal = terminal("goal", "add", "Chair the meeting")
    terminal("goal", "start", goal)
    found = {each["kind"]: each for each in terminal.json("today")}
    assert found["reflect"] | {"since": 0} == {
        "kind": "reflect",
        "thing": hard,
        "period": None,
        "title": "A hard day",
        "since": 0,
        "number": 1,
    }
    assert (found["act"]["thing"], found["act"]["since"]) == (act, "2026-01-05")
    assert (found["recall"]["thing"], found["recall"]["title"], found["recall"]["number"]) == (None, None, 1)
    shown = terminal("today")
    assert f"workjournal reflect {hard.replace('-', '')[-8:]}" in shown
    assert f"workjournal done {act.replace('-', '')[-8:]}" in shown
    assert "1 lesson to recall" in shown
    assert "Secret" not in shown + terminal.errors


def test_goals_to_close_and_to_look_at_stand_with_their_commands(terminal: Terminal) -> None:
    late = terminal("goal", "add", "Chair the meeting", "--due", "2026-01-31")
    terminal("goal", "start", late)
    (close,) = terminal.json("today")
    assert (close["kind"], close["thing"], close["since"]) == ("close", late, "2026-01-31")
    shown = terminal("today")
    assert f"workjournal goal close {late.replace('-', '')[-8:]}" in shown
    assert "To be closed: Chair the meeting" in shown
    terminal("goal", "pause", late)
    assert terminal.json("today") == []


def test_a_review_is_named_by_its_period_and_its_command_finds_it(terminal: Terminal) -> None:
    today = dt.datetime.now().astimezone().date()
    for back in (0, 7, 30, 90):
        terminal("add", "A day", "--date", (today - dt.timedelta(days=back)).isoformat())
    for each in terminal.json("today"):
        if each["kind"] == "review":
            interval, start = each["period"]["interval"], each["period"]["start"]
            assert f"workjournal review {interval} --date {start}" in terminal("today")
            assert terminal.json("review", interval, "--date", start)["due"] is True
            assert terminal.json("review", interval)["period"] == each["period"]


def test_it_is_asked_how_the_meeting_went(terminal: Terminal) -> None:
    yesterday = dt.datetime.now().astimezone().date() - dt.timedelta(days=1)
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        pack = Pack(date=yesterday, audience=Audience.MANAGER, period_start=yesterday, period_end=yesterday)
        journal.meetings.save(pack)
    (asked,) = terminal.json("today")
    assert (asked["kind"], asked["thing"]) == ("meeting", str(pack.id))
    shown = terminal("today")
    assert "How did the one-on-one go?" in shown
    assert f"workjournal ledger {pack.id.hex[-8:]}" in shown
