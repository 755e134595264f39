"""Somebody at a real terminal: the program runs on a pseudo-terminal of its own, where Control-C is a signal."""

import codecs
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from types import TracebackType

PATIENCE = 120.0
UNANSWERED = 15.0  # long enough for an answer on a loaded machine: a second Control-C would break into that
CONTROL_C, CONTROL_D = "\x03", "\x04"
# Who runs the tests in the background has them ignore what a terminal sends; a shell at a terminal does not.
IN_FRONT = """
import fcntl, os, signal, sys, termios
for end in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
    signal.signal(end, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class PseudoTerminal:
    """Runs a command and types into it; what stands on the screen is `seen`."""

    def __init__(self, command: list[str], environment: Mapping[str, str]) -> None:
        self._keyboard, screen = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", IN_FRONT, *command],
            stdin=screen,
            stdout=screen,
            stderr=screen,
            start_new_session=True,
            env={**environment, "TERM": "xterm"},
        )
        os.close(screen)
        self.seen = ""
        # A letter of several bytes may come in two pieces.
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._unread = ""

    def waits_for(self, words: str) -> None:
        """Wait until these words have come since what was waited for last."""
        end = time.monotonic() + PATIENCE
        while words not in self._unread:
            assert time.monotonic() < end, f"{words!r} did not come: {self.seen}"
            assert self._read() or words in self._unread, f"it ended without {words!r}: {self.seen}"
        self._unread = self._unread.partition(words)[2]

    def types(self, keys: str) -> None:
        """Press these keys, and wait until the last of them stand on the screen."""
        os.write(self._keyboard, keys.encode())
        shown = keys.strip().rpartition("\n")[2][-8:]
        if shown and shown.isprintable():
            self.waits_for(shown)

    def presses(self, key: str) -> None:
        """Press a key that is not shown."""
        os.write(self._keyboard, key.encode())

    def interrupts(self, words: str) -> None:
        """Press Control-C until these words come.

        Pressed just as readline has drawn a key and does not wait for the next one yet, it is noticed only with the
        next key (CPython: `readline_until_enter_or_signal` looks for signals after an interrupted wait alone).
        """
        for _ in range(int(PATIENCE // UNANSWERED)):
            self.presses(CONTROL_C)
            asked = time.monotonic()
            while time.monotonic() < asked + UNANSWERED:
                if words in self._unread or not self._read():
                    self.waits_for(words)
                    return
        raise AssertionError(f"{words!r} did not come: {self.seen}")

    def ends(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, self.seen
        return self.process.wait(PATIENCE)

    def __enter__(self) -> "PseudoTerminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._keyboard)

    def _read(self) -> bool:
        """Take what has come within a second; False at the end."""
        if not select.select([self._keyboard], [], [], 1.0)[0]:
            return True
        try:
            read = os.read(self._keyboard, 65536)
        except OSError:  # the other side is closed
            return False
        come = self._decoder.decode(read)
        self.seen += come
        self._unread += come
        return bool(read)
