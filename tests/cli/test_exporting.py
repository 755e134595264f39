"""The journal written out, in the terminal."""

import json
import zipfile
from pathlib import Path

import pytest

from cli.terminal import Terminal, Typist


@pytest.fixture
def episode(terminal: Terminal) -> str:
    first = (
        "--kind",
        "win",
        "--tag",
        "count",
        "--date",
        "2026-11-19",
        "--share",
        "manager",
        "--person",
        "Ada Holm",
    )
    made = terminal("add", "Counted the depot with Ada Holm.", *first)
    terminal("add", "Rang the guild.", "--tag", "call", "--date", "2026-11-20")
    return made


def test_a_folder_with_a_warning_beside_the_output(terminal: Terminal, episode: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert terminal("export", "--format", "markdown", "-o", str(target)) == str(target)
    assert "It is not encrypted" in terminal.errors
    assert "It holds 2 episodes" in terminal.errors
    names = [each.name for each in (target / "episodes" / "2026").iterdir()]
    assert sorted(names) == ["2026-11-19 Counted the depot with Ada Holm.md", "2026-11-20 Rang the guild.md"]
    terminal("export", "--format", "markdown", "-o", str(target), code=1)
    assert "is there already" in terminal.errors
    terminal("export", "--format", "markdown", "-o", str(target), "--replace")


def test_a_part_of_it_as_one_says(terminal: Terminal, episode: str, tmp_path: Path) -> None:
    def titles(*options: str) -> list[str]:
        terminal("export", "--format", "csv", "-o", str(tmp_path / "out"), "--replace", *options)
        file = tmp_path / "out" / "episodes.csv"
        return (
            [line.split('","')[1] for line in file.read_text("utf-8-sig").splitlines()[1:]]
            if file.exists()
            else []
        )

    assert titles("--from", "2026-11-20") == ["Rang the guild."]
    assert titles("--to", "2026-11-19") == ["Counted the depot with Ada Holm."]
    assert titles("--tag", "call", "--tag", "count") == [
        "Counted the depot with Ada Holm.",
        "Rang the guild.",
    ]
    assert titles("--id", episode[-8:]) == ["Counted the depot with Ada Holm."]
    assert titles("--audience", "manager") == ["Counted the depot with someone at work."]
    assert titles("--from", "2026-12-01") == []
    assert "nothing: no thing fits" in terminal.errors
    terminal("export", "--format", "csv", "-o", str(tmp_path / "x"), "--tag", "nowhere", code=1)
    terminal(
        "export",
        "--format",
        "csv",
        "-o",
        str(tmp_path / "x"),
        "--from",
        "2026-12-01",
        "--to",
        "2026-11-01",
        code=2,
    )
    terminal("export", "--format", "pdf", "-o", str(tmp_path / "x"), code=2)
    assert "json, markdown, csv, text" in terminal.errors


def test_as_json_it_says_what_was_written(terminal: Terminal, episode: str, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    told = terminal.json("export", "--format", "json", "-o", str(target))
    assert {name: told[name] for name in ("path", "format", "encrypted", "left_out")} == {
        "path": str(target),
        "format": "json",
        "encrypted": False,
        "left_out": [],
    }
    assert told["things"]["episode"] == 2
    assert told["bytes"] == target.stat().st_size
    with zipfile.ZipFile(target) as archive:
        assert len(json.loads(archive.read("journal.json"))["episode"]) == 2


def test_an_attachment_comes_along_or_stays(terminal: Terminal, episode: str, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("A plan", encoding="utf-8")
    terminal("attach", episode, str(tmp_path / "plan.txt"))
    terminal("export", "--format", "markdown", "-o", str(tmp_path / "with"))
    terminal("export", "--format", "markdown", "-o", str(tmp_path / "without"), "--no-attachments")
    assert (tmp_path / "with" / "attachments" / "plan.txt").read_text("utf-8") == "A plan"
    assert not (tmp_path / "without" / "attachments").exists()


def test_encrypted_it_says_so_and_what_is_weak(terminal: Terminal, episode: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("password\n", encoding="utf-8")
    secret.chmod(0o600)
    target = tmp_path / "journal.txt"
    written = terminal(
        "export", "--format", "text", "-o", str(target), "--export-passphrase-file", str(secret)
    )
    assert written == f"{target}.age"
    assert Path(written).read_bytes().startswith(b"age-encryption.org/v1")
    assert "This passphrase is weak" in terminal.errors
    assert "kept nowhere" in terminal.errors
    assert "It is not encrypted" not in terminal.errors


def test_a_passphrase_that_cannot_be_had_stops_it(
    terminal: Terminal, episode: str, tmp_path: Path, typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = ("export", "--format", "text", "-o", str(tmp_path / "x.txt"))
    typed = iter(["one plain word", "another plain word", "   ", "   "])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    terminal(*export, "--encrypt", code=1)
    assert "not the same" in terminal.errors
    terminal(*export, "--encrypt", code=1)
    assert "at least one sign" in terminal.errors
    terminal(*export, "--export-passphrase-file", str(tmp_path / "gone"), code=1)
    assert "The export's passphrase file" in terminal.errors
    monkeypatch.setattr(typist, "isatty", lambda: False)
    terminal(*export, "--encrypt", code=1)
    assert "--export-passphrase-file" in terminal.errors
    assert not [each for each in tmp_path.iterdir() if each.name.startswith("x.txt")]


def test_a_damaged_attachment_is_told_and_the_rest_is_written(
    terminal: Terminal, episode: str, tmp_path: Path
) -> None:
    (tmp_path / "plan.bin").write_bytes(b"plan " * 100_000)
    terminal("attach", episode, str(tmp_path / "plan.bin"))
    (kept,) = (terminal.folder / "objects").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    terminal("export", "--format", "markdown", "-o", str(tmp_path / "out"), code=1)
    assert "plan.bin cannot be opened" in terminal.errors
    assert (tmp_path / "out" / "episodes").is_dir()
