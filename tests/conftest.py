"""What every test starts from: a cheap key derivation, a clock that stands still, an empty journal."""

import datetime as dt
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.vault.slots import passphrase

# With neither a display nor a platform named, Qt aborts the process.
if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PASSPHRASE = "seven brown kettles argue"
CHEAP_KIB = 32


class Clock:
    """A clock that is set by hand; `now` is aware."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 19, 18, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **span: float) -> None:
        """Move on by a timedelta's arguments."""
        self.now += dt.timedelta(**span)


def make_keys_cheap(patch: pytest.MonkeyPatch) -> None:
    """Argon2id with next to no memory: what is tested is never how slow a guess is."""
    patch.setattr(passphrase, "FLOOR_KIB", CHEAP_KIB)
    patch.setattr(passphrase, "calibrated_memory", lambda: CHEAP_KIB)


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    make_keys_cheap(monkeypatch)


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings in a folder of the test's own, never the developer's."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("WORKJOURNAL_CONFIG", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches the developer's own keyring; those of the keyring bring a session bus of theirs."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the test's vault is."""
    return tmp_path / "vault"


@pytest.fixture(scope="session")
def new_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault made once, to be copied: making its tables takes longer than most tests."""
    made = tmp_path_factory.mktemp("new") / "vault"
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        opening.create(made, PASSPHRASE, Clock()).close()
    return made


@pytest.fixture
def journal(new_vault: Path, folder: Path, clock: Clock) -> Iterator[Journal]:
    shutil.copytree(new_vault, folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as opened:
        yield opened


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the figures that tests of promises tell by `record_property`, summed over the shares of a test."""
    sums: dict[str, Counter[str]] = {}
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, found in report.user_properties:
            if isinstance(found, dict):
                numbers = {key: number for key, number in found.items() if key != "of"}
                sums.setdefault(f"{name} ({found['of']})", Counter()).update(numbers)
    for name, numbers in sorted(sums.items()):
        told = ", ".join(f"{number} {key}" for key, number in numbers.items())
        terminalreporter.write_line(f"{name}: {told}")
