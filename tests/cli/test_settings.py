"""Settings in the terminal."""

from cli.terminal import Terminal
from workjournal.settings import Settings


def test_those_of_the_computer_need_no_passphrase(terminal: Terminal) -> None:
    listed = terminal.bare("settings")
    assert "lock-after" in listed
    assert "5 min" in listed
    assert "retention" not in listed
    assert terminal.bare("settings", "lock-after", "15") == "Lock after a pause of: 15 min"
    assert Settings.load().idle_minutes == 15
    assert terminal.bare("settings", "lock-after", "--reset") == "Lock after a pause of: 5 min"
    assert Settings.load().idle_minutes == 5


def test_those_of_the_journal_are_kept_in_it(terminal: Terminal) -> None:
    assert terminal("settings", "lessons-a-day", "3") == "Lessons a day: 3"
    listed = {each["name"]: each["value"] for each in terminal.json("settings", "--journal")}
    assert listed["lessons-a-day"] == 3
    assert listed["paper"] == "a4"
    assert "size" not in listed
    assert terminal("settings", "spelling", "") == "Spelling: –"
    assert terminal("settings", "spelling", "--reset") == "Spelling: as the system"


def test_one_tells_what_it_takes(terminal: Terminal) -> None:
    told = terminal.bare("settings", "size")
    assert "“125 %”" in told
    assert "on this computer" in told
    one = '{\n  "name": "size",\n  "value": 1.0,\n  "default": 1.0,\n  "where": "computer",\n  "label": "Size"\n}'
    assert terminal.bare("settings", "size", "--json") == one


def test_what_does_not_fit_is_said(terminal: Terminal) -> None:
    terminal.bare("settings", "lock-after", "999", code=1)
    assert "“Lock after a pause of” cannot be “999”. It takes 0 to 240." in terminal.errors
    terminal.bare("settings", "nope", code=1)
    assert "There is no setting called “nope”" in terminal.errors
    terminal.bare("settings", "--reset", code=2)
    terminal.bare("settings", "size", "1", "--reset", code=2)


def test_other_hours_forget_what_was_said(terminal: Terminal) -> None:
    Settings(reminded="2026-11-20").save()
    terminal.bare("settings", "end-of-day", "17:45")
    assert (Settings.load().remind_at, Settings.load().reminded) == ("17:45", "")
