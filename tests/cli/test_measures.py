"""Measures in the terminal: kept by hand and from a file."""

import datetime as dt
import io
from pathlib import Path

import pytest

from cli.terminal import Terminal

PICKS = "On-time picks"


def begun(terminal: Terminal) -> str:
    return terminal("measure", "add", PICKS, "--unit", "%", "--baseline", "80", "--target", "95")


def test_a_measure_is_begun_changed_and_listed(terminal: Terminal) -> None:
    assert terminal("measure", "list") == ""
    assert "workjournal measure add" in terminal.errors
    made = begun(terminal)
    low = terminal("measure", "add", "Late calls", "--better", "lower", "--description", "By the log")
    terminal("measure", "log", PICKS, "86")
    found = {each["id"]: each for each in terminal.json("measure", "list")}
    assert (found[made]["unit"], found[made]["baseline"], found[made]["target"]) == ("%", 80.0, 95.0)
    assert (found[made]["direction"], found[made]["values"]) == ("higher", 1)
    assert found[made]["latest"]["progress"] == pytest.approx(0.4)
    assert (found[low]["direction"], found[low]["latest"]) == ("lower", None)
    assert "86 %" in terminal("measure", "list")
    assert "40%" in terminal("measure", "list")
    assert terminal("measure", "edit", "on-TIME picks", "--target", "none", "--name", "Picks") == made
    assert terminal.json("measure", "show", "Picks")["target"] is None
    terminal("measure", "add", "late CALLS", code=1)
    assert "There is a measure called late CALLS already" in terminal.errors


def test_values_are_logged_and_taken_back(terminal: Terminal) -> None:
    made = begun(terminal)
    first = terminal("measure", "log", PICKS, "91.5", "--date", "2026-03-02", "--note", "Two short days")
    assert "target" not in terminal.errors
    terminal("measure", "log", made[-8:], "95", "--date", "2026-03-01")
    assert "at the target" in terminal.errors
    terminal("measure", "log", "--date", "2026-03-03", "--", PICKS, "-4")
    values = terminal.json("measure", "show", PICKS)["values"]
    assert [each["value"] for each in values] == [95.0, 91.5, -4.0]
    assert (values[1]["id"], values[1]["note"], values[1]["date"]) == (first, "Two short days", "2026-03-02")
    assert "Two short days" in terminal("measure", "show", PICKS)
    assert terminal("measure", "take-back", first[-8:]) == first
    assert f"workjournal untrash {first.replace('-', '')[-8:]}" in terminal.errors
    assert len(terminal.json("measure", "show", PICKS)["values"]) == 2
    terminal("untrash", first)
    assert len(terminal.json("measure", "show", PICKS)["values"]) == 3


def test_a_change_is_marked_for_one_or_for_all(terminal: Terminal) -> None:
    begun(terminal)
    terminal("measure", "add", "Late calls")
    one = terminal("measure", "mark", "New scanner", "--measure", PICKS, "--date", "2026-03-01")
    every = terminal("measure", "mark", "New role")
    assert [each["id"] for each in terminal.json("measure", "show", PICKS)["changes"]] == [one, every]
    assert [each["id"] for each in terminal.json("measure", "show", "Late calls")["changes"]] == [every]
    shown = terminal("measure", "show", PICKS)
    assert "New scanner" in shown
    assert "all measures" in shown
    assert terminal("measure", "take-back", one) == one
    assert len(terminal.json("measure", "show", PICKS)["changes"]) == 1
    terminal("measure", "mark", " ", code=1)


def test_a_value_of_a_check_in_is_not_taken_back_alone(terminal: Terminal) -> None:
    begun(terminal)
    goal = terminal("goal", "add", "Faster", "--measure", PICKS)
    terminal("goal", "start", goal)
    terminal("goal", "checkin", goal, "--value", "88")
    (value,) = terminal.json("measure", "show", PICKS)["values"]
    terminal("measure", "take-back", value["id"], code=1)
    assert "stands in a check-in" in terminal.errors
    terminal("measure", "take-back", goal, code=1)
    assert "There is no value or marked change" in terminal.errors
    assert len(terminal.json("measure", "show", PICKS)["values"]) == 1


def test_what_is_not_there_is_told(terminal: Terminal) -> None:
    for command in (("log", "Speed", "3"), ("show", "Speed"), ("edit", "Speed", "--unit", "s")):
        terminal("measure", *command, code=1)
        assert "There is no measure called Speed" in terminal.errors
    terminal("measure", "log", "Speed", "fast", code=2)


class TestImport:
    BAD = "date;value;note\n2026-03-01;91,5;\n2026-03-xx;90;\n\n2026-03-02;much;\n2026-03-03;88;Short day\n"

    def test_every_good_row_comes_once_and_every_bad_row_is_named(
        self, terminal: Terminal, tmp_path: Path
    ) -> None:
        begun(terminal)
        file = tmp_path / "picks.csv"
        file.write_text(self.BAD, encoding="utf-8")
        said = terminal("measure", "import", str(file), "--measure", PICKS, code=1)
        assert said == "2 new values; 0 were there already; 2 bad."
        lines = terminal.errors.splitlines()
        assert lines[0].startswith(f"{file}:3: ")
        assert "2026-03-xx" in lines[0]
        assert lines[1].startswith(f"{file}:5: ")
        assert "The good rows are kept" in lines[2]
        before = terminal.json("measure", "show", PICKS)["values"]
        assert [each["value"] for each in before] == [91.5, 88.0]
        said = terminal("measure", "import", str(file), "--measure", PICKS, code=1)
        assert said == "0 new values; 2 were there already; 2 bad."
        assert terminal.json("measure", "show", PICKS)["values"] == before

    def test_rows_name_their_measure(self, terminal: Terminal, tmp_path: Path) -> None:
        begun(terminal)
        terminal("measure", "add", "Late calls")
        file = tmp_path / "all.csv"
        file.write_text(
            "measure,date,value,weather\nLate calls,2026-03-01,3,wet\non-time picks,2026-03-01,90,\n",
            encoding="utf-8",
        )
        assert terminal("measure", "import", str(file)) == "2 new values; 0 were there already; 0 bad."
        assert terminal.errors == f"{file}: not used: the columns weather\n"
        assert len(terminal.json("measure", "show", "Late calls")["values"]) == 1
        found = terminal.json("measure", "import", str(file))
        assert found == {"new": 0, "known": 2, "bad": [], "ignored": ["weather"]}

    def test_a_row_of_no_measure_is_bad(self, terminal: Terminal, tmp_path: Path) -> None:
        file = tmp_path / "all.csv"
        file.write_text("measure,date,value\nSpeed,2026-03-01,3\n,2026-03-01,90\n", encoding="utf-8")
        terminal("measure", "import", str(file), code=1)
        first, second, _ = terminal.errors.splitlines()
        assert f"{file}:2: There is no measure called Speed" in first
        assert f"{file}:3: It is not said which measure" in second

    def test_standard_input_is_a_file_too(self, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
        begun(terminal)
        monkeypatch.setattr("sys.stdin", io.StringIO("date,value\n2026-03-01,90\nsoon,1\n"))
        terminal("measure", "import", "-", "--measure", PICKS, code=1)
        assert "standard input:3: " in terminal.errors

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "nothing in the file"),
            (b"day,what\n1,2\n", "no column for value"),
            (b"date,value\n2026-03-01,\xff\n", "UTF-8"),
            (b"date,value\n" + b"2026-03-01,1\n" * 400_000, "larger than 5 MB"),
        ],
    )
    def test_a_file_that_is_none_changes_nothing(
        self, content: bytes, said: str, terminal: Terminal, tmp_path: Path
    ) -> None:
        begun(terminal)
        file = tmp_path / "picks.csv"
        file.write_bytes(content)
        terminal("measure", "import", str(file), "--measure", PICKS, code=1)
        assert said in terminal.errors
        assert terminal.json("measure", "show", PICKS)["values"] == []

    def test_no_file_no_values(self, terminal: Terminal, tmp_path: Path) -> None:
        for file in (tmp_path / "none.csv", tmp_path):
            terminal("measure", "import", str(file), code=1)
            assert f"The file {file} cannot be read" in terminal.errors


def test_a_cell_cannot_steer_the_terminal(terminal: Terminal, tmp_path: Path) -> None:
    begun(terminal)
    file = tmp_path / "picks.csv"
    file.write_text(
        "date,value,note,a\x1b[2Jb\n2026-03-01,1,c\x1b[2Jd,\n2026-03-02,\x1b[2J,,\n", encoding="utf-8"
    )
    terminal("measure", "import", str(file), "--measure", PICKS, code=1)
    assert "\x1b" not in terminal.errors
    assert "\x1b" not in terminal("measure", "show", PICKS)
    assert terminal.json("measure", "show", PICKS)["values"][0]["date"] == dt.date(2026, 3, 1).isoformat()
