"""No network: a walk through every screen opens no socket but those of the system itself."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CHEAP_KIB, PASSPHRASE

WALKER = Path(__file__).with_name("window_walker.py")
LOUD = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"


def strace() -> str:
    found = shutil.which("strace")
    if found is None:
        pytest.skip("there is no strace here")
    tried = subprocess.run([found, "-f", "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("strace may not look into processes here")
    return found


def families(traced: str) -> set[str]:
    """The kinds of network that calls named."""
    return set(re.findall(r"\b(?:AF|PF)_\w+", traced))


def trace(command: list[str], log: Path, environment: dict[str, str], typed: str = "") -> tuple[str, str]:
    """What a program says, and the calls it made to do with networks."""
    done = subprocess.run(
        [strace(), "-f", "-qq", "-e", "trace=network", "-o", str(log), *command],
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, log.read_text(encoding="utf-8", errors="replace")


@pytest.mark.skipif(sys.platform != "linux", reason="strace")
def test_the_walk_opens_only_local_sockets(
    todays_vault: Path, folder: Path, tmp_path: Path, own_settings: Path
) -> None:
    """The ear for a second window is a local socket, so the trace is not empty."""
    shutil.copytree(todays_vault, folder)
    command = [sys.executable, str(WALKER), str(folder), str(CHEAP_KIB), "walk"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKJOURNAL_CONFIG": str(own_settings)}
    told, traced = trace(command, tmp_path / "calls", environment, f"{PASSPHRASE}\n\n")
    assert told == "walked\n"
    assert families(traced) == {"AF_UNIX"}


@pytest.mark.skipif(sys.platform != "linux", reason="strace")
def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    _, traced = trace([sys.executable, "-c", LOUD], tmp_path / "calls", dict(os.environ))
    assert "AF_INET" in families(traced)
