"""Tables fitted to the terminal."""

import datetime as dt

import pytest

from workjournal.cli import goal_records, printing
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import new_id
from workjournal.domain.goal import Goal


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("👍", 2), ("", 0)])
def test_columns_are_counted_as_a_terminal_does(text: str, width: int) -> None:
    assert printing.columns(text) == width


@pytest.mark.parametrize("width", [30, 40, 80])
def test_a_table_keeps_to_the_width(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    printing.print_table(("Id", "Title"), [("1", "日本" * 30), ("2", "short\nand two"), ("3", "x" * 100)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert max(printing.columns(line) for line in lines) <= width
    assert "short and two" in lines[2]


def test_fields_leave_out_the_empty_and_set_long_texts_below(capsys: pytest.CaptureFixture[str]) -> None:
    printing.print_fields([("Title", "A"), ("Role", " "), ("Story", "One\nTwo"), ("Kind", "win")])
    assert capsys.readouterr().out == "Title  A\nKind   win\n\nStory\nOne\nTwo\n"


def test_json_never_holds_what_is_no_finite_number() -> None:
    goal = Goal(title="From before this was refused")
    day = dt.date(2026, 11, 19)
    goal.check_ins.append(CheckIn(goal_id=new_id(), date=day, measure_value=float("inf")))
    assert goal_records.goal(goal, day)["check_ins"][0]["measure_value"] is None
    with pytest.raises(ValueError, match="JSON"):
        printing.print_json([float("nan")])
