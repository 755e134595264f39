"""Completion as the shells ask for it, and how little it loads."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.cli import run
from workjournal.cli.completion import SHELLS, VARIABLE
from workjournal.cli.program import COMMANDS

LOADING = """
import sys
from workjournal.cli import run
try:
    run([], window=lambda vault: 99)
finally:
    print("loaded", *sorted(sys.modules))
"""
Offered = Callable[..., set[str]]


def question(*words: str) -> dict[str, str]:
    """How bash asks what completes the last of these words."""
    line = " ".join(("workjournal", *words))
    return {VARIABLE: "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Offered:
    def ask(*words: str) -> set[str]:
        for name, value in question(*words).items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            run([], window=lambda _vault: 99)
        assert ended.value.code == 0
        return {line.removeprefix("plain,") for line in capsys.readouterr().out.split()}

    return ask


def test_commands_are_completed_without_loading_one() -> None:
    environment = {**os.environ, **question("re")}
    done = subprocess.run(
        [sys.executable, "-c", LOADING], env=environment, capture_output=True, text=True, check=True
    )
    *found, loaded = done.stdout.splitlines()
    assert found == [f"plain,{name}" for name in COMMANDS if name.startswith("re")]
    assert " workjournal.cli.program " in loaded
    for heavy in ("sqlalchemy", "workjournal.journal", "PySide6", "numpy"):
        assert f" {heavy}" not in loaded


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("add", "--kind", "w"), {"work", "win"}),
        (("goal", "check"), {"checkin"}),
        (("--ver",), {"--version"}),
        (("completion", "z"), {"zsh"}),
        (("--vault", "some"), {"dir,some"}),
        (("add", "--attach", "note"), {"file,note"}),
        (("add", "--title", "six"), set()),
    ],
)
def test_options_and_their_values_are_completed(
    offered: Offered, words: tuple[str, ...], found: set[str]
) -> None:
    assert offered(*words) == found


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_for_each_shell_needs_no_journal(shell: str, terminal: Terminal) -> None:
    script = terminal.bare("completion", shell)
    assert f"{VARIABLE}={shell}_complete" in script
    assert "workjournal" in script


def test_bash_takes_its_script(terminal: Terminal, tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash here")
    file = tmp_path / "script"
    file.write_text(terminal.bare("completion", "bash"), encoding="utf-8")
    done = subprocess.run(
        [bash, "--norc", "-c", f"source '{file}'; complete -p workjournal"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_workjournal_completion workjournal" in done.stdout, done.stderr


def test_an_unknown_shell_is_wrong_usage(terminal: Terminal) -> None:
    terminal.bare("completion", "tcsh", code=2)
    assert "bash" in terminal.errors
