"""A terminal before an empty vault."""

import shutil
from pathlib import Path

import pytest

from cli.terminal import Terminal, Typist
from conftest import PASSPHRASE


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    file.chmod(0o600)
    return file


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Somebody who sits at the terminal."""
    made = Typist()
    monkeypatch.setattr("sys.stdin", made)
    return made


@pytest.fixture
def terminal(
    todays_vault: Path,
    folder: Path,
    passphrase_file: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Terminal:
    """A terminal before a new, empty vault; whole lines come out of it, whoever runs the tests."""
    monkeypatch.delenv("COLUMNS", raising=False)
    shutil.copytree(todays_vault, folder)
    return Terminal(folder, passphrase_file, capsys)
