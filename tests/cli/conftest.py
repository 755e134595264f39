"""A terminal before an empty vault."""

import shutil
from pathlib import Path

import pytest

from cli.terminal import Terminal, Typist
from conftest import PASSPHRASE, make_keys_cheap
from workjournal.journal import opening


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


@pytest.fixture(scope="session")
def beginning(todays_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is copied: a vault with the day's backup, which the first command that saves would make at length."""
    place = tmp_path_factory.mktemp("tended")
    shutil.copytree(todays_vault, place / "vault")
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        patch.setenv("WORKJOURNAL_CONFIG", str(place / "settings"))
        with opening.open_journal(place / "vault", PASSPHRASE) as journal:
            assert journal.backups.tend().made
    return place / "vault"


@pytest.fixture
def terminal(
    beginning: Path,
    folder: Path,
    passphrase_file: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Terminal:
    """A terminal before an empty vault of today; whole lines come out of it, whoever runs the tests."""
    monkeypatch.delenv("COLUMNS", raising=False)
    shutil.copytree(beginning, folder)
    return Terminal(folder, passphrase_file, capsys)
