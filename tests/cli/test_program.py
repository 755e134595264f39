"""The group of commands, and where every error ends."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from cli.terminal import Terminal
from workjournal.cli import program
from workjournal.journal.journal import Journal

SECRET = "what nobody may read"


def test_without_a_command_the_window_opens_on_the_vault(terminal: Terminal) -> None:
    terminal(code=7)
    terminal.bare(code=7)
    assert terminal.windows == [terminal.folder, None]


@pytest.mark.parametrize("name", program.COMMANDS)
def test_every_command_has_help_with_an_example_and_its_line_in_the_list(
    name: str, terminal: Terminal
) -> None:
    group = program.made(lambda _vault: 0, lambda *_: False)
    with click.Context(group) as context:
        command = group.get_command(context, name)
    assert command is not None
    assert command.get_short_help_str(100) == program.COMMANDS[name][1]
    shown = terminal.bare(name, "--help")
    assert program.COMMANDS[name][1] in " ".join(shown.split())
    if not isinstance(command, click.Group):
        assert f"Example: workjournal {name}" in shown or f"{name} --" in shown or name == "init"


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("method", ("show", "copy", "edit")),
        ("reflection", ("edit",)),
        ("lesson", ("add", "edit", "retire", "take-up", "alike", "merge")),
        ("action", ("add", "edit")),
    ],
)
def test_each_command_of_a_group_has_an_example(
    group: str, names: tuple[str, ...], terminal: Terminal
) -> None:
    for name in names:
        assert f"Example: workjournal {group} {name}" in terminal.bare(group, name, "--help")


@pytest.mark.parametrize("group", ["goal", "measure", "skill", "profile", "pulse", "label", "ledger"])
def test_no_command_of_a_group_is_left_out_above(group: str, terminal: Terminal) -> None:
    """A command that is added gets an example too: this looks at what there is, not at a list."""
    program_group = program.made(lambda _vault: 0, lambda *_: False)
    with click.Context(program_group) as context:
        found = program_group.get_command(context, group)
    assert isinstance(found, click.Group)
    for name, command in found.commands.items():
        if isinstance(command, click.Group):
            for below in command.commands:
                assert f"Example: workjournal {group} {name} {below}" in terminal.bare(
                    group, name, below, "--help"
                )
        else:
            assert f"Example: workjournal {group} {name}" in terminal.bare(group, name, "--help")


def test_help_lists_every_command_and_the_version_is_told(terminal: Terminal) -> None:
    shown = terminal.bare("--help")
    assert all(f"  {name} " in shown for name in program.COMMANDS)
    assert terminal.bare("--version").startswith("Workjournal ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing-like-it",),
        ("add",),
        ("add", "x", "--date", "2026-13-01"),
        ("add", "x", "--time", "25:00"),
        ("add", "x", "--kind", "party"),
        ("add", "x", "--difficulty", "57"),
        ("add", "x", "--energy", "-5"),
        ("add", "x", "--difficulty", "none"),
        ("add", "x", "--attach", "/no/such/file"),
        ("add", "x", "--share", "everyone"),
        ("list", "--limit", "0"),
        ("list", "--limit", "9" * 23),
        ("reflections", "--limit", "9" * 23),
        ("goal", "checkin", "12345678", "--value", "inf"),
        ("goal", "checkin", "12345678", "--value", "nan"),
        ("goal", "checkin", "12345678", "--value", "1e400"),
        ("goal", "checkin", "12345678", "--value", "much"),
        ("--vault", "", "list"),
        ("list", "--from", "2026-02-02", "--to", "2026-02-01"),
        ("goal", "add", "x", "--reasons", "because"),
        ("goal", "close", "12345678", "--as", "active"),
        ("pack", "--from", "2026-01-01", "--to", "2026-01-02", "--audience", "press", "-o", "x.pdf"),
        ("add", "caf\udce9"),
        ("reflect", "12345678", "--depth", "abyss"),
        ("reflect", "12345678", "--answer", "why=x", "--date", "9999-12-31"),
        ("reflect", "12345678", "--draft", "--answer", "why=x", "--share", "manager"),
        ("reflect", "12345678", "--draft", *("--action=x", "--action=y")),
        ("review",),
        ("review", "year"),
        ("review", "week", "--json", "--answer", "moved=x"),
        ("review", "week", "--lesson", "x"),
        ("review", "week", "--date", "0001-01-01"),
        ("review", "quarter", "--date", "9999-12-31"),
        ("reflections", "--unfinished", "--episode", "12345678"),
        ("reflection", "edit", "12345678", "--depth", "abyss"),
        ("lessons", "--due", "--retired"),
        ("lessons", "--retention", "much"),
        ("lessons", "--retention", "90", "--json"),
        ("recall",),
        ("recall", "12345678"),
        ("recall", "--grade", "good"),
        ("recall", "12345678", "--grade", "brilliant"),
        ("match", "x", "--limit", "0"),
        ("actions", "--owner", "nobody"),
        ("action", "add", "x", "--due", "none"),
        ("done", "12345678", "--as", "somehow"),
        ("goal", "add"),
        ("goal", "edit", "12345678"),
        ("goal", "close", "12345678"),
        ("goal", "revise", "12345678"),
        ("goal", "snooze", "12345678"),
        ("goal", "rhythm", "12345678", "93"),
        ("goal", "evidence", "12345678", "--loosen"),
        ("measure", "log", "x", "much"),
        ("measure", "add", "x", "--better", "sideways"),
        ("skill", "rate", "x", "57"),
        ("skill", "credential", "add", "x"),
        ("profile", "import", "x.csv"),
        ("pulse", "give", "--safety", "high"),
        ("label", "list", "--kind", "animal"),
        ("label", "delete", "x", "--into", "y", "--take-off"),
        ("method", "copy", "gibbs"),
        ("method", "edit", "12345678"),
    ],
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...], terminal: Terminal) -> None:
    terminal(*arguments, code=2)
    assert terminal.json("list") == []


def test_trouble_that_can_be_mended_is_exit_1_and_one_sentence(terminal: Terminal) -> None:
    terminal("show", "0badcafe", code=1)
    assert terminal.errors == "workjournal: There is no thing with the id 0badcafe in this journal.\n"


def test_a_bug_is_exit_70_with_a_code_and_no_text(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_journal: Journal) -> Any:
        try:
            return {"known": 1}[SECRET]
        except KeyError as error:
            raise ValueError(SECRET) from error

    monkeypatch.setattr(Journal, "now", broken)
    codes = set()
    for _ in range(2):
        terminal("add", SECRET, code=70)
        assert SECRET not in terminal.errors
        assert "KeyError" in terminal.errors
        assert terminal.errors.rstrip().endswith("ValueError")
        assert "workjournal/cli/episodes.py" in terminal.errors
        codes.add(terminal.errors.splitlines()[0])
    assert len(codes) == 1
    assert "this is a bug (code " in codes.pop()


def test_control_c_is_exit_130(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_journal: Journal) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(Journal, "now", interrupted)
    terminal("add", "x", code=130)


def test_output_is_utf_8_whatever_the_system_says(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("add", "Grüße – 日本 👍")
    into = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(into, encoding="ascii"))
    terminal("list")
    assert "Grüße – 日本 👍" in into.getvalue().decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    said = subprocess.run(
        [sys.executable, "-m", "workjournal", "methods"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "WORKJOURNAL_CONFIG": str(tmp_path)},
        check=False,
    )
    os.close(writing)
    assert (said.returncode, said.stderr) == (0, b"")


def test_nothing_is_done_where_standard_output_is_closed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        terminal("add", "x", code=1)
        assert "Standard output is closed" in terminal.errors
        terminal(code=7)  # the window needs none
    assert terminal.json("list") == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("length", [1, 100_000])
def test_a_full_output_is_no_bug(length: int, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal("add", "x" * length)
    for arguments in (("list", "--json"), ("list",), ("add", "y"), ("--help",)):
        with Path("/dev/full").open("w", encoding="utf-8") as full, monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", full)
            terminal(*arguments, code=1)
        assert terminal.errors == "workjournal: the output cannot be written: No space left on device\n"


def test_another_failing_file_is_a_bug(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_journal: Journal) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "now", broken)
    terminal("add", "x", code=70)


@pytest.mark.skipif(os.name == "nt", reason="streams are closed otherwise there")
@pytest.mark.parametrize(
    ("closed", "said"),
    [(">&-", b"output is closed"), (">/dev/full", b"cannot be written"), (">/dev/full 2>&1", b"")],
)
def test_the_program_ends_without_a_traceback(closed: str, said: bytes, tmp_path: Path) -> None:
    found = subprocess.run(
        ["sh", "-c", f'exec "$0" -m workjournal methods {closed}', sys.executable],
        capture_output=True,
        env={**os.environ, "WORKJOURNAL_CONFIG": str(tmp_path)},
        check=False,
    )
    assert found.returncode == 1
    assert said in found.stderr
    assert found.stderr.count(b"\n") <= 1
