"""The program as people start it at a terminal, with settings and a home of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from conftest import PASSPHRASE
from e2e.loaded import Loaded
from workjournal.journal import opening
from workjournal.settings import Settings
from workjournal.vault import vault, ways_in
from workjournal.vault.slots import passphrase

LANES = passphrase.LANES  # read before a test makes keys cheap
QUICK_KIB = 64 * 1024
"""The least memory a derivation may take (RFC 9106), and what the program takes where there is no more."""


class Program:
    """`python -m workjournal` with its own settings and its own home; the passphrase comes on standard input."""

    _loaded: Loaded | None = None

    def __init__(self, folder: Path) -> None:
        self.vault = folder / "vault"
        self.environment = {
            **os.environ,
            "HOME": str(folder / "home"),
            "WORKJOURNAL_CONFIG": str(folder / "settings"),
            "PYTHONIOENCODING": "ascii",
        }

    def run(self, *arguments: str, code: int = 0, python: tuple[str, ...] = ()) -> tuple[str, str]:
        """What it printed, and what it said beside it; with options of Python's, from the very start of Python."""
        given = ("--passphrase-file", "-", *arguments)
        if python or not hasattr(os, "fork"):
            done = self._started(python, given)
        else:
            if self._loaded is None:
                type(self)._loaded = Loaded(self.environment)
            assert self._loaded
            done = self._loaded.run(given, self.environment, f"{PASSPHRASE}\n")
        assert done.returncode == code, done.stderr
        return done.stdout.strip(), done.stderr

    @classmethod
    def stop(cls) -> None:
        """Let go of what starts the programs quickly."""
        if cls._loaded is not None:
            cls._loaded.stop()
            cls._loaded = None

    def _started(
        self, python: tuple[str, ...], arguments: tuple[str, ...]
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *python, "-m", "workjournal", *arguments],
            input=f"{PASSPHRASE}\n",
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            check=False,
            timeout=60,
        )

    def __call__(self, *arguments: str) -> str:
        output, beside = self.run(*arguments)
        assert not beside
        return output

    def json(self, *arguments: str) -> Any:
        return json.loads(self(*arguments, "--json"))

    def begin(self) -> None:
        """Make its vault as anyone does, and then let it open as quickly as the program still takes.

        What is tested is what comes after each of dozens of unlocks, not how slow a guess is on this machine.
        """
        self.run("--vault", str(self.vault), "init", python=("-X", "utf8=0"))
        with self._settings() as patch:
            patch.setattr(passphrase, "LANES", LANES)
            patch.setattr(passphrase, "calibrated_memory", lambda: QUICK_KIB)
            keys = vault.unlock(self.vault, PASSPHRASE)
            ways_in.change_passphrase(keys, keys.slot_id, PASSPHRASE)

    def back_up(self) -> None:
        """Make the day's backup, which the first command that saves would make at length."""
        with self._settings(), opening.open_journal(self.vault, PASSPHRASE) as journal:
            assert journal.backups.tend().made

    def begin_like(self, other: "Program") -> None:
        """Have a copy of another's vault as the one it opened last."""
        shutil.copytree(other.vault, self.vault)
        with self._settings():
            Settings.load().remember(self.vault)

    @contextmanager
    def _settings(self) -> Iterator[pytest.MonkeyPatch]:
        """Where this process too takes the program's settings for its own."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("WORKJOURNAL_CONFIG", self.environment["WORKJOURNAL_CONFIG"])
            yield patch
