"""Episodes in the terminal."""

import datetime as dt
from pathlib import Path
from uuid import UUID

import pytest

from cli.terminal import Terminal

FIELDS = [
    *("id", "date", "time", "title", "story", "result", "kind", "role", "setting", "source", "moment"),
    *("difficulty", "energy", "people", "skills", "tags", "goal", "lessons_applied", "source_link"),
    *("attachments", "private_note", "audiences", "pack", "created_at", "changed_at", "trashed_at"),
]
FULL = (
    *("--title", "A title", "--date", "2026-10-05", "--time", "09:30", "--kind", "win", "--role", "planning"),
    *("--setting", "complex", "--source", "exposure", "--moment", "new", "--result", "58 of 63"),
    *("--tag", "depot", "--tag", "loan sets", "--skill", "Planning", "--person", "Ann Lee"),
    *("--difficulty", "55", "--energy", "70", "--source-link", "https://example.org/1"),
    *("--private-note", "I was tired.", "--share", "manager", "--share", "next-job"),
)


def test_a_sentence_becomes_an_episode_of_now(terminal: Terminal) -> None:
    made = terminal("add", "Shipped 58 of 63 orders. The rest tomorrow.")
    assert UUID(made).version == 7
    (episode,) = terminal.json("list")
    assert episode["id"] == made
    assert episode["title"] == "Shipped 58 of 63 orders"
    assert episode["story"] == "Shipped 58 of 63 orders. The rest tomorrow."
    assert dt.date.fromisoformat(episode["date"]) >= dt.datetime.now().astimezone().date() - dt.timedelta(1)
    assert len(episode["time"]) == 5


def test_every_field_comes_back_by_its_name(terminal: Terminal) -> None:
    goal = terminal("goal", "add", "A goal")
    made = terminal("add", "The whole story", *FULL, "--goal", goal[-8:])
    episode = terminal.json("show", made)
    assert list(episode) == FIELDS
    assert episode | {"created_at": 0, "changed_at": 0} == {
        "id": made,
        "date": "2026-10-05",
        "time": "09:30",
        "title": "A title",
        "story": "The whole story",
        "result": "58 of 63",
        "kind": "win",
        "role": "planning",
        "setting": "complex",
        "source": "exposure",
        "moment": "new",
        "difficulty": 55,
        "energy": 70,
        "people": ["Ann Lee"],
        "skills": ["Planning"],
        "tags": ["depot", "loan sets"],
        "goal": goal,
        "lessons_applied": [],
        "source_link": "https://example.org/1",
        "attachments": [],
        "private_note": "I was tired.",
        "audiences": ["manager", "next-job"],
        "pack": None,
        "created_at": 0,
        "changed_at": 0,
        "trashed_at": None,
    }
    assert dt.datetime.fromisoformat(episode["created_at"]).tzinfo is not None


def test_what_is_not_set_is_null(terminal: Terminal) -> None:
    episode = terminal.json("show", terminal("add", "Short", "--date", "2026-10-05"))
    unset = "time story result role setting source moment difficulty energy goal source_link private_note pack trashed_at"
    assert {name for name, value in episode.items() if value is None} == set(unset.split())


def test_edit_changes_only_what_is_named(terminal: Terminal) -> None:
    made = terminal("add", "The whole story", *FULL)
    before = terminal.json("show", made)
    assert (
        terminal("edit", made[-8:], "--energy", "40", "--tag", "carrier", "--text", "Another story") == made
    )
    after = terminal.json("show", made)
    changed = {name for name in FIELDS if before[name] != after[name]}
    assert changed == {"energy", "tags", "story", "changed_at"}
    assert (after["energy"], after["tags"], after["story"]) == (40, ["carrier"], "Another story")


def test_edit_can_take_values_away(terminal: Terminal) -> None:
    made = terminal("add", "Story", *FULL, "--goal", terminal("goal", "add", "A goal"))
    emptied = ("--setting", "--source", "--moment", "--difficulty", "--energy", "--time", "--goal", "--share")
    none = [word for name in emptied for word in (name, "none")]
    texts = ("--result", "--role", "--private-note", "--source-link", "--tag", "--person", "--skill")
    terminal("edit", made, *none, *(word for name in texts for word in (name, "")))
    after = terminal.json("show", made)
    assert {name for name, value in after.items() if value not in (None, [])} == {
        *("id", "date", "title", "story", "kind", "created_at", "changed_at")
    }


def test_files_are_kept_with_it(terminal: Terminal, tmp_path: Path) -> None:
    for name in ("one.txt", "two.png"):
        (tmp_path / name).write_bytes(b"12345")
    made = terminal("add", "With a file", "--attach", str(tmp_path / "one.txt"))
    terminal("edit", made, "--attach", str(tmp_path / "two.png"))
    (episode,) = terminal.json("list")
    assert [(file["name"], file["media_type"], file["size"]) for file in episode["attachments"]] == [
        ("one.txt", "text/plain", 5),
        ("two.png", "image/png", 5),
    ]
    assert "one.txt, two.png" in terminal("show", made)


def test_lists_are_filtered_newest_first(terminal: Terminal) -> None:
    terminal("add", "Old", "--date", "2026-01-05", "--tag", "depot", "--person", "Ann")
    terminal("add", "Middle", "--date", "2026-02-05", "--skill", "Planning", "--kind", "decision")
    terminal("add", "New", "--date", "2026-03-05", "--tag", "depot")

    def titles(*arguments: str) -> list[str]:
        return [episode["title"] for episode in terminal.json("list", *arguments)]

    assert titles() == ["New", "Middle", "Old"]
    assert titles("--limit", "1") == ["New"]
    assert titles("--tag", "depot") == ["New", "Old"]
    assert titles("--person", "Ann") == ["Old"]
    assert titles("--skill", "Planning") == titles("--kind", "decision") == ["Middle"]
    assert titles("--from", "2026-02-05", "--to", "2026-02-05") == ["Middle"]
    terminal("list", "--limit", "2")
    assert "2 of 3" in terminal.errors


def test_an_empty_list_tells_no_episode_from_none_that_fits(terminal: Terminal) -> None:
    terminal("list")
    assert terminal.errors == "No episodes here yet.\n"
    terminal("add", "Something")
    for arguments in (("--tag", "none-such"), ("--tag", ""), ("--from", "2999-01-01"), ("--trashed",)):
        terminal("list", *arguments)
        assert terminal.errors == "No episode fits.\n"


def test_the_trash_gives_back(terminal: Terminal) -> None:
    made = terminal("add", "Trashed")
    assert terminal("trash", made[-8:]) == made
    assert terminal.json("list") == []
    assert terminal("list") == ""
    (episode,) = terminal.json("list", "--trashed")
    assert episode["trashed_at"]
    assert "In the trash since" in terminal("show", made)
    assert terminal("untrash", made) == made
    assert [episode["id"] for episode in terminal.json("list")] == [made]


def test_plain_lists_fit_the_terminal_and_keep_the_private_note(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = terminal("add", "word " * 14, "--private-note", "I was tired.", "--date", "2026-10-05")
    monkeypatch.setenv("COLUMNS", "60")
    header, line = terminal("list").splitlines()
    assert header.split() == ["Id", "Date", "Kind", "Title"]
    assert line.startswith(f"{made[-8:]}  2026-10-05  work  word word")
    assert line.endswith("…")
    assert len(line) <= 60
    monkeypatch.delenv("COLUMNS")
    assert ("word " * 14).strip() in terminal("list")  # a pipe gets whole lines
    assert "I was tired." not in terminal("list")
    shown = terminal("show", made)
    assert "Private note" in shown
    assert "I was tired." in shown


def test_a_text_cannot_steer_the_terminal(terminal: Terminal) -> None:
    made = terminal("add", "red \x1b[31malert\x07")
    for printed in (terminal("list"), terminal("show", made)):
        assert "\x1b" not in printed
        assert "\x07" not in printed
    assert terminal.json("show", made)["title"] == "red \x1b[31malert\x07"


@pytest.mark.parametrize("given", ["", "abc", "not-hex-at-all", "00000000-0000-7000-8000-000000000000"])
def test_an_unknown_id_is_named(given: str, terminal: Terminal) -> None:
    terminal("add", "Something")
    terminal("show", given, code=1)
    assert f"with the id {given} in" in terminal.errors


def test_a_far_too_long_id_is_shortened(terminal: Terminal) -> None:
    terminal("show", "a" * 100_000, code=1)
    assert terminal.errors == f"workjournal: There is no thing with the id {'a' * 39}… in this journal.\n"
