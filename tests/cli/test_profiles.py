"""Role profiles in the terminal: by hand and from a file."""

from pathlib import Path

from cli.terminal import Terminal

LEAD = "Team lead"


def test_a_role_is_written_by_hand(terminal: Terminal) -> None:
    assert terminal("profile", "list") == ""
    assert "workjournal profile add" in terminal.errors
    made = terminal("profile", "add", LEAD, "--description", "From autumn on")
    assert terminal("profile", "need", "team lead", "Planning", "70", "--note", "Alone") == made
    terminal("profile", "need", made[-8:], "Chairing", "60")
    terminal("profile", "need", LEAD, "planning", "75")
    found = terminal.json("profile", "show", LEAD)
    told = {each["name"]: (each["needed"], each["note"]) for each in found["skills"]}
    assert told == {"Planning": (75, "Alone"), "Chairing": (60, None)}
    assert found["description"] == "From autumn on"
    shown = terminal("profile", "show", LEAD)
    assert "0 of 2 reached" in shown
    assert "Planning: Alone" in shown
    assert "0 of 2" in terminal("profile", "list")
    terminal("profile", "add", "TEAM lead", code=1)
    terminal("profile", "need", LEAD, "Planning", "57", code=2)
    terminal("profile", "need", LEAD, " ", "60", code=1)


def test_a_role_is_renamed_and_keeps_what_is_not_named(terminal: Terminal) -> None:
    made = terminal("profile", "add", LEAD, "--description", "From autumn on")
    terminal("profile", "need", LEAD, "Planning", "70")
    assert terminal("profile", "edit", LEAD, "--name", "Head of supply") == made
    found = terminal.json("profile", "show", "head of supply")
    assert (found["name"], found["description"]) == ("Head of supply", "From autumn on")
    assert [each["name"] for each in found["skills"]] == ["Planning"]
    terminal("profile", "edit", made[-8:], "--description", "")
    assert terminal.json("profile", "show", made)["description"] is None
    terminal("profile", "edit", made, "--name", " ", code=1)
    terminal("profile", "edit", LEAD, "--name", "Other", code=1)
    assert "no role profile called Team lead" in terminal.errors


def test_a_skill_is_dropped_and_comes_back(terminal: Terminal) -> None:
    made = terminal("profile", "add", LEAD)
    terminal("profile", "need", LEAD, "Planning", "70")
    assert terminal("profile", "drop", LEAD, "planning") == made
    undo = terminal.errors.split()[-1]
    assert terminal.json("profile", "show", LEAD)["skills"] == []
    assert [each["name"] for each in terminal.json("skill", "list")] == ["Planning"]
    terminal("profile", "drop", LEAD, "Planning", code=1)
    assert "needs no Planning" in terminal.errors
    terminal("untrash", undo)
    assert [each["needed"] for each in terminal.json("profile", "show", LEAD)["skills"]] == [70]


def test_a_file_brings_each_good_row_once(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "lead.csv"
    rows = "Kompetenz;Ziel;Beschreibung\nPlanning;70;Alone\nChairing;57;\nListening;50;\nplanning;60;\n;40;\n"
    file.write_text(rows, encoding="utf-8")
    said = terminal("profile", "import", str(file), "--name", LEAD, code=1)
    assert said == "2 new levels; 0 were there already; 3 bad."
    lines = terminal.errors.splitlines()
    assert [line.removeprefix(f"{file}:").partition(":")[0] for line in lines[:3]] == ["3", "5", "6"]
    assert "“57”" in lines[0]
    assert "line 2" in lines[1]
    assert "The good rows are kept" in lines[3]
    before = terminal.json("profile", "show", LEAD)
    assert {each["name"]: each["needed"] for each in before["skills"]} == {"Planning": 70, "Listening": 50}
    said = terminal("profile", "import", str(file), "--name", LEAD, code=1)
    assert said == "0 new levels; 2 were there already; 3 bad."
    assert terminal.json("profile", "show", LEAD) == before


def test_a_whole_file_is_exit_0(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "lead.csv"
    file.write_text("skill,level\nPlanning,70\n", encoding="utf-8")
    terminal("profile", "import", str(file), code=2)
    assert terminal("profile", "import", str(file), "--name", LEAD).startswith("1 new level; 0 were")
    found = terminal.json("profile", "import", str(file), "--name", LEAD)
    assert found == {"new": 0, "known": 1, "bad": [], "ignored": []}
    assert terminal.errors == ""


def test_a_role_goes_into_the_trash_and_out(terminal: Terminal) -> None:
    made = terminal("profile", "add", LEAD)
    terminal("trash", made)
    assert terminal.json("profile", "list") == []
    assert "In the trash since" in terminal("show", made)
    terminal("untrash", made)
    assert [each["id"] for each in terminal.json("profile", "list")] == [made]
