"""Locked means gone from memory: neither a text nor the passphrase nor a key is left in the process.

Seen failing with a restart that goes on in the same process instead of `os.execv`: texts and keys were still there,
after everything had been closed and let go.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import CHEAP_KIB, PASSPHRASE
from workjournal.journal import opening
from workjournal.ui import neighbour
from workjournal.vault import vault

WALKER = Path(__file__).with_name("window_walker.py")
MARKER = "Wombat-Quokka-Numbat"


def forms(name: str, text: str) -> dict[str, bytes]:
    return {
        f"{name} in UTF-8": text.encode(),
        f"{name} in UTF-16": text.encode("utf-16-le"),
        f"{name} in UTF-32": text.encode("utf-32-le"),
    }


def secrets(folder: Path) -> dict[str, bytes]:
    """What must not be found."""
    keys = vault.unlock(folder, PASSPHRASE)
    keyed = {"master key": keys.master, "database key": keys.database_key}
    spelt = {f"{name} in hex": key.hex().encode() for name, key in keyed.items()}
    return {**forms("text", MARKER), **forms("passphrase", PASSPHRASE), **keyed, **spelt}


def found(process: int, wanted: dict[str, bytes]) -> set[str]:
    """Which of these lie anywhere in the memory of a process."""
    hits: set[str] = set()
    longest = max(map(len, wanted.values()))
    try:
        memory = open(f"/proc/{process}/mem", "rb", buffering=0)  # noqa: PTH123, SIM115 - not a path of ours
    except PermissionError:
        pytest.skip("this system does not let one look into a process's memory")
    with memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            span, rights, *_ = line.split()
            if not rights.startswith("r") or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            start, end = (int(half, 16) for half in span.split("-"))
            before = b""
            for at in range(start, end, 1 << 24):
                try:
                    memory.seek(at)
                    block = before + memory.read(min(1 << 24, end - at))
                except OSError:
                    break
                hits |= {name for name, form in wanted.items() if form in block}
                before = block[-longest:]
    return hits


@pytest.fixture
def window(todays_vault: Path, folder: Path, own_settings: Path) -> Iterator["subprocess.Popen[str]"]:
    shutil.copytree(todays_vault, folder)
    with subprocess.Popen(
        [sys.executable, str(WALKER), str(folder), str(CHEAP_KIB), "type"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKJOURNAL_CONFIG": str(own_settings)},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        yield process
        process.kill()
    Path(neighbour._address(folder)).unlink(missing_ok=True)  # the socket of a killed window


def say(process: "subprocess.Popen[str]", words: str) -> str:
    """What it answers to a line."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()
    return process.stdout.readline()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_locked_means_gone_from_memory(window: "subprocess.Popen[str]", folder: Path) -> None:
    assert say(window, f"{PASSPHRASE}\n{MARKER}") == "written\n"
    wanted = secrets(folder)
    assert {"text in UTF-16", "text in UTF-8", "master key"} <= found(window.pid, wanted)  # the control
    assert say(window, "lock") == "locked\n"
    time.sleep(0.5)
    assert found(window.pid, wanted) == set()
    window.kill()
    with opening.open_journal(folder, PASSPHRASE) as journal:
        assert any(MARKER in episode.title for episode in journal.episodes.newest())
