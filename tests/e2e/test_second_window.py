"""Two programs at one journal, as people start them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

RESTART = (
    "import sys, pathlib; from workjournal.ui.program import restart; restart(pathlib.Path(sys.argv[1]))"
)
DUMPABLE = """
import ctypes, resource
from workjournal import app, cli
cli.run = lambda *_, **__: 0
app.main()
PR_GET_DUMPABLE = 3
print(ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks for the socket's file")


def workjournal(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """Run it to its end: exit code and what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "workjournal", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


@contextmanager
def first_window(
    environment: dict[str, str], runtime: Path, *command: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """A window that is up and hears."""
    with subprocess.Popen([sys.executable, *command], env=environment) as process:
        try:
            until = time.monotonic() + 30
            while not any(runtime.iterdir()):
                assert time.monotonic() < until, "it does not hear"
                assert process.poll() is None
                time.sleep(0.05)
            yield process
        finally:
            process.kill()


def test_the_second_start_brings_up_the_first_window_and_ends(
    environment: dict[str, str], runtime: Path, vault: Path
) -> None:
    with first_window(environment, runtime, "-m", "workjournal", "--vault", str(vault)) as first:
        code, told = workjournal(environment, "--vault", str(vault))
        assert (code, "brought to the front" in told) == (0, True)
        assert workjournal(environment, "--vault", str(vault), "lock")[0] == 0
        assert first.poll() is None


def test_a_killed_window_is_no_window(environment: dict[str, str], runtime: Path, vault: Path) -> None:
    with first_window(environment, runtime, "-m", "workjournal", "--vault", str(vault)):
        pass
    assert any(runtime.iterdir())  # what it left behind
    code, told = workjournal(environment, "--vault", str(vault), "lock")
    assert (code, "nothing to lock" in told) == (1, True)
    with first_window(environment, runtime, "-m", "workjournal", "--vault", str(vault)) as second:
        time.sleep(1)
        assert second.poll() is None


def test_the_restart_is_a_new_program_in_the_same_process(
    environment: dict[str, str], runtime: Path, vault: Path
) -> None:
    with first_window(environment, runtime, "-c", RESTART, str(vault)) as process:
        if sys.platform == "linux":
            now = Path(f"/proc/{process.pid}/cmdline").read_bytes().split(b"\0")
            assert now[1:5] == [b"-m", b"workjournal", b"--vault", os.fsencode(vault)]
        assert workjournal(environment, "--vault", str(vault), "lock")[0] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="prctl")
def test_nothing_dumps_core(environment: dict[str, str]) -> None:
    """Neither into a file nor through a program of the kernel's choice. Seen failing without each of the two calls."""
    done = subprocess.run(
        [sys.executable, "-c", DUMPABLE], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "0 (0, 0)\n"
