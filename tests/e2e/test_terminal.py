"""The real program, as a subprocess: from an empty folder to a review pack."""

import os
from pathlib import Path

from e2e.terminal_program import Program


def test_from_an_empty_folder_to_a_review_pack(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.begin()
    first = program(
        "add", "Der Aufzug blieb stehen – 41 Körbe fehlten.", "--kind", "challenge", "--tag", "depot"
    )
    second = program(
        "add", "Shipped 58 of 63 orders", "--kind", "win", "--share", "manager", "--difficulty", "60"
    )
    third = program("add", "Asked for one list", "--kind", "decision", "--private-note", "I was afraid.")
    assert {episode["id"] for episode in program.json("list")} == {first, second, third}

    learned = ("--answer", "next=Walk the route first", "--lesson", "Walk first, draw second")
    _, beside = program.run("reflect", first[-8:], *learned)
    assert "Walk" not in beside
    (lesson,) = program.json("lessons")
    program("apply", lesson["id"], second, "--worked")

    goal = program(
        "goal", "add", "Chair the meeting", "--probability", "60", "--confidence", "40", "--share", "manager"
    )
    program("goal", "start", goal)
    program("goal", "checkin", goal, "--progress", "20", "--confidence", "45")
    program("goal", "checkin", goal, "--progress", "80", "--confidence", "60", "--changed", "They let me")
    ended = ("--as", "achieved", "--confidence-after", "75", "--really-before", "25")
    _, beside = program.run("goal", "close", goal, *ended)
    assert "--method aar-full" in beside
    closed = program.json("goal", "show", goal)
    assert (closed["state"], closed["forecast"]["intact"], len(closed["check_ins"])) == ("achieved", True, 2)

    assert {figure["key"] for figure in program.json("growth")} >= {"confidence", "difficulty"}
    assert "Confidence rose" in program("growth", "--chart", "confidence")

    day = program.json("show", first)["date"]
    file = tmp_path / "pack.pdf"
    program("pack", "--from", day, "--to", day, "--audience", "manager", "-o", str(file))
    assert file.read_bytes().startswith(b"%PDF-")
    for command in (("reflections",), ("actions",), ("methods",), ("goal", "list"), ("growth", "--list")):
        assert isinstance(program.json(*command), list)


def test_the_trash_gives_back_until_it_is_emptied(program: Program) -> None:
    made = program("add", "Vierzigtausend Zwiebeln")
    assert program("trash", made) == made
    program.run("trash", "--empty", code=2)  # nobody can be asked
    assert [thing["id"] for thing in program.json("trash")] == [made]
    said, beside = program.run("trash", "--empty", "--yes")
    assert said == "1 thing was destroyed for good."
    assert beside.startswith("Backups made before may still hold it")  # the day's, made when it was added
    program.run("untrash", made, code=1)


def test_exit_codes(program: Program) -> None:
    program.run("show", "0badcafe", code=1)
    program.run("add", "x", "--date", "soon", code=2)
    program.run("--vault", str(program.vault.parent), "list", code=1)
    _, beside = program.run("--vault", str(program.vault), "--passphrase-file", os.devnull, "list", code=1)
    assert beside.startswith("workjournal: ")
    assert "Traceback" not in beside


def test_nothing_readable_lies_in_the_vault(program: Program) -> None:
    program("add", "Vierzigtausend Zwiebeln", "--private-note", "Niemand darf das lesen")
    files = [file for file in program.vault.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        assert b"Zwiebeln" not in content
        assert b"Niemand" not in content
        if os.name != "nt":
            assert file.stat().st_mode & 0o077 == 0


def loaded(program: Program, *arguments: str) -> set[str]:
    """The top-level packages that a command loads."""
    _, beside = program.run(*arguments, python=("-X", "importtime"))
    names = (
        line.rpartition("|")[2].strip() for line in beside.splitlines() if line.startswith("import time:")
    )
    return {name.partition(".")[0] for name in names}


def test_the_terminal_never_loads_qt_and_help_loads_next_to_nothing(program: Program) -> None:
    assert {"PySide6", "shiboken6", "pyqtgraph"}.isdisjoint(
        loaded(program, "list") | loaded(program, "growth")
    )
    heavy = {"PySide6", "sqlalchemy", "numpy", "alembic", "typst", "pikepdf", "sqlcipher3", "cryptography"}
    assert heavy.isdisjoint(loaded(program, "--help"))
    assert heavy.isdisjoint(loaded(program, "--version"))
