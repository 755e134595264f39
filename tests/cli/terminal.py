"""The terminal program, run inside a test: the same arguments, streams and exit codes."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from workjournal.cli import run


class Terminal:
    """Runs a command on the test's vault; `errors` is what the last one said beside its output."""

    def __init__(self, folder: Path, passphrase_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.passphrase_file = passphrase_file
        self.errors = ""
        self.windows: list[Path | None] = []
        self.window_is_there = False
        self.asked: list[tuple[Path, str]] = []
        self._capsys = capsys

    def __call__(self, *arguments: str, code: int = 0) -> str:
        before = ["--vault", str(self.folder), "--passphrase-file", str(self.passphrase_file)]
        return self.bare(*before, *arguments, code=code)

    def bare(self, *arguments: str, code: int = 0) -> str:
        """Without the options before the command."""
        self._capsys.readouterr()
        found = run(list(arguments), window=self._window, ask_window=self._ask_window)
        output, self.errors = self._capsys.readouterr()
        assert found == code, self.errors
        return output.strip()

    def json(self, *arguments: str) -> Any:
        """A reading command's JSON."""
        return json.loads(self(*arguments, "--json"))

    def drafts(self) -> dict[str, dict[str, Any]]:
        """The fields of the reflections that are unfinished, by place."""
        return {each["place"]: each["fields"] for each in self.json("reflections", "--unfinished")}

    def _window(self, vault: Path | None) -> int:
        self.windows.append(vault)
        return 7

    def _ask_window(self, folder: Path, message: str) -> bool:
        self.asked.append((folder, message))
        return self.window_is_there


CONTROL_C, CONTROL_D = "\x03", "\x04"


class Typist(io.StringIO):
    """Standard input that is a terminal: types the lines it is given, then Control-D."""

    def types(self, *lines: str) -> None:
        """Type these lines next, and nothing of what was left over from before."""
        self.seek(0)
        self.truncate()
        self.write("".join(f"{line}\n" for line in lines))
        self.seek(0)

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # as typeshed has it
        line = super().readline(-1 if size is None else size)
        if line.startswith(CONTROL_C):
            raise KeyboardInterrupt
        return "" if line.startswith(CONTROL_D) else line
