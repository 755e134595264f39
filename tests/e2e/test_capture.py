"""`workjournal --capture` as people's systems start it: beside a window that runs, and where none does."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import CHEAP_KIB, PASSPHRASE
from e2e.test_network import families, trace
from workjournal.journal import opening

CAPTURER = Path(__file__).with_name("window_capturer.py")
TEXT = "Told Quokka of the harbour yesterday 16:00 #planning"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks for the socket's file")


def kept(vault: Path) -> list[tuple[str, list[str]]]:
    with opening.open_journal(vault, PASSPHRASE) as journal:
        return [(each.title, [tag.name for tag in each.tags]) for each in journal.episodes.newest()]


@pytest.mark.parametrize("what", ["window", "locked"])
def test_a_running_program_is_reached_by_another_process(
    environment: dict[str, str], runtime: Path, vault: Path, what: str
) -> None:
    command = [sys.executable, str(CAPTURER), str(vault), str(CHEAP_KIB), what]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdin is not None
        first.stdin.write(f"{PASSPHRASE}\n{TEXT}\n")
        first.stdin.flush()
        until = time.monotonic() + 30
        while not any(runtime.iterdir()):
            assert time.monotonic() < until, "it does not hear"
            time.sleep(0.05)
        asked = subprocess.run(
            [sys.executable, "-m", "workjournal", "--vault", str(vault), "--capture"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert asked.returncode == 0, asked.stderr
        assert "you can write in its small window now" in asked.stdout
        told, _ = first.communicate(timeout=60)
        assert ("asks for the passphrase" in told) is (what == "locked")
        assert "saved" in told
        assert first.returncode == 0
    assert kept(vault) == [(TEXT, ["planning"])]


@pytest.mark.skipif(sys.platform != "linux", reason="strace")
def test_alone_it_unlocks_saves_and_ends_and_reaches_no_network(
    environment: dict[str, str], vault: Path, tmp_path: Path
) -> None:
    """The ear for others is a local socket, and the only kind there is."""
    command = [sys.executable, str(CAPTURER), str(vault), str(CHEAP_KIB), "alone"]
    told, traced = trace(command, tmp_path / "calls", environment, f"{PASSPHRASE}\n{TEXT}\n")
    assert told.splitlines() == ["asks for the passphrase", "saved"]
    assert families(traced) == {"AF_UNIX"}
    assert kept(vault) == [(TEXT, ["planning"])]
    for file in [*vault.rglob("*"), *Path(environment["WORKJOURNAL_CONFIG"]).rglob("*")]:
        assert b"Quokka" not in (file.read_bytes() if file.is_file() else b""), file
