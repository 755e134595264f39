"""The program's entry: the terminal where there is a command, the window where there is none."""

import os
import sys
from pathlib import Path

_PR_SET_DUMPABLE = 4


def main() -> int:
    """Run Workjournal; returns the exit code (0 good, 1 a JournalError, 2 wrong usage, 70 a bug)."""
    os.umask(0o077)  # first thing: nothing this program writes is for other users
    _no_core_dumps()
    from workjournal.cli import run

    return run(sys.argv[1:], window=_window, ask_window=_ask_window, capture=_capture)


def _window(vault: Path | None) -> int:
    """Open the window; Qt loads only now, so that the terminal never waits for it."""
    from workjournal.ui.program import run

    return run(vault)


def _capture(vault: Path | None) -> int:
    """Bring up the small window for one capture: that of a program that runs, or one of our own."""
    from workjournal.ui.program import run

    return run(vault, capture=True)


def _ask_window(folder: Path, message: str) -> bool:
    """Ask the window on this vault to "raise" itself or to "lock"; False where there is none."""
    from workjournal.ui import neighbour

    return neighbour.ask(folder, message)


def _no_core_dumps() -> None:
    """A crash must not leave the journal's texts in a core file, nor another program of this user read our memory."""
    if os.name == "nt":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # a limit does not hold where the kernel hands the core to a program
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
