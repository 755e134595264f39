"""A second program at the same journal asks the window to come up or to lock."""

import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from workjournal.ui import neighbour
from workjournal.ui.neighbour import CAPTURE, LOCK, RAISE, Neighbour

ASK = """
import sys, pathlib
from workjournal.app import _ask_window
sys.exit(0 if _ask_window(pathlib.Path(sys.argv[1]), sys.argv[2]) else 1)
"""


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's own folder for sockets; a short path, as systems have it."""
    with tempfile.TemporaryDirectory(prefix="wj") as place:
        monkeypatch.setenv("XDG_RUNTIME_DIR", place)
        yield Path(place)


class Window(QObject):
    """Hears, and does what it is asked as long as it is willing."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.willing = True
        self.ear = Neighbour(self, self._answer)

    def _answer(self, message: str) -> bool:
        self.heard.append(message)
        return self.willing


@pytest.fixture
def window(qapp: object, runtime: Path, tmp_path: Path) -> Iterator[Window]:
    made = Window()
    made.ear.listen(tmp_path, holder=True)
    yield made
    made.ear.close()


def asked(qtbot: QtBot, folder: Path, message: str) -> bool:
    """Ask from another process: there is no window in it, as in the terminal."""
    with subprocess.Popen([sys.executable, "-c", ASK, str(folder), message], env=os.environ) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.returncode == 0


def raw(qtbot: QtBot, folder: Path, words: bytes) -> bytes:
    """Say anything, and wait for the end."""
    client = QLocalSocket()
    client.connectToServer(neighbour._address(folder))
    client.write(words)
    qtbot.waitUntil(lambda: client.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=5000)
    return bytes(client.readAll().data())


def test_all_messages_are_heard_and_answered(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    assert asked(qtbot, tmp_path, RAISE)
    assert asked(qtbot, tmp_path, LOCK)
    assert asked(qtbot, tmp_path, CAPTURE)
    assert window.heard == [RAISE, LOCK, CAPTURE]


def test_nothing_but_the_words_goes_over_the_socket(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    assert raw(qtbot, tmp_path, b"capture\n") == neighbour.OK
    assert raw(qtbot, tmp_path, b"capture a secret of the journal\n") == neighbour.NO
    assert window.heard == [CAPTURE]


def test_a_window_that_will_not_says_so(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.willing = False
    assert not asked(qtbot, tmp_path, LOCK)


def test_the_folder_may_be_named_in_any_way(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").mkdir()
    assert asked(qtbot, tmp_path / "x" / "..", RAISE)
    monkeypatch.chdir(tmp_path)
    assert asked(qtbot, Path(), RAISE)


def test_a_link_to_the_folder_leads_to_the_same_window(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    link = tmp_path.with_name(f"{tmp_path.name}-link")
    link.symlink_to(tmp_path)
    assert asked(qtbot, link, RAISE)


def test_another_folder_has_no_window(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    assert not asked(qtbot, tmp_path / "other", RAISE)
    assert not window.heard


@pytest.mark.parametrize("words", [b"open\n", b"raise" * 1000, b"lock\0\n", b"\n"])
def test_other_words_are_sent_away(qtbot: QtBot, window: Window, tmp_path: Path, words: bytes) -> None:
    assert raw(qtbot, tmp_path, words) == neighbour.NO
    assert not window.heard


def test_who_says_nothing_is_sent_away(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing without the timer in `_receive`."""
    monkeypatch.setattr(neighbour, "PATIENCE_MS", 100)
    assert raw(qtbot, tmp_path, b"rai") == b""


def test_a_window_that_hangs_is_not_waited_for(window: Window, tmp_path: Path) -> None:
    assert not neighbour.ask(tmp_path, RAISE, patience_ms=200)  # on its own thread, so nobody answers


@pytest.mark.skipif(os.name == "nt", reason="a pipe is no file")
def test_the_socket_is_this_users_alone_and_goes(window: Window, tmp_path: Path, runtime: Path) -> None:
    (made,) = runtime.iterdir()
    assert stat.S_IMODE(made.stat().st_mode) & 0o077 == 0
    assert str(tmp_path) not in made.name
    assert tmp_path.name not in made.name
    window.ear.close()
    assert not list(runtime.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="a pipe goes with its process")
def test_what_a_killed_window_left_is_no_window_and_no_hindrance(
    qtbot: QtBot, qapp: object, runtime: Path, tmp_path: Path
) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(neighbour._address(tmp_path))
    left.close()
    assert not asked(qtbot, tmp_path, RAISE)
    window = Window()
    window.ear.listen(tmp_path, holder=False)
    assert asked(qtbot, tmp_path, RAISE)
    window.ear.close()


def test_only_who_holds_the_journal_takes_the_place_of_another(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    second = Window()
    second.ear.listen(tmp_path, holder=False)
    assert asked(qtbot, tmp_path, RAISE)
    assert (window.heard, second.heard) == ([RAISE], [])
    second.ear.listen(tmp_path, holder=True)
    assert asked(qtbot, tmp_path, LOCK)
    assert (window.heard, second.heard) == ([RAISE], [LOCK])
    second.ear.close()


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can give a socket away")
def test_a_socket_of_somebody_else_is_not_spoken_to(qapp: object, runtime: Path, tmp_path: Path) -> None:
    """Seen failing with `_is_ours` that only asks whether it is a socket."""
    theirs = socket.socket(socket.AF_UNIX)
    theirs.bind(neighbour._address(tmp_path))
    theirs.listen()
    os.chown(neighbour._address(tmp_path), 12345, 12345)
    theirs.settimeout(0.5)
    assert not neighbour.ask(tmp_path, LOCK)
    with pytest.raises(TimeoutError):
        theirs.accept()
    theirs.close()
