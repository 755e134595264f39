"""Two programs at one journal: the second window asks the first to come up or to capture, the terminal asks it to lock.

A socket of the system in a place that only this user can reach; it takes three words and answers with one.
"""

import hashlib
import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE, LOCK, CAPTURE = "raise", "lock", "capture"
MESSAGES = {f"{word}\n".encode(): word for word in (RAISE, LOCK, CAPTURE)}
OK, NO = b"ok\n", b"no\n"
PATIENCE_MS = 4000
_LONGEST_ADDRESS = 80
"""Of 107 that a socket's address can have; Qt makes it under a longer name first."""


def preload() -> None:
    """Load what listening needs, in a thread, while the passphrase is typed."""
    from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: F401


def ask(folder: Path, message: str, *, patience_ms: int = PATIENCE_MS) -> bool:
    """Whether a window on this vault is there and did what `message` says. May wait, so not on a window's own thread."""
    address = _address(folder)
    if not _is_ours(address):
        return False
    from PySide6.QtNetwork import QLocalSocket

    app = QCoreApplication.instance() or QCoreApplication([])  # in the terminal there is none yet
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(patience_ms):
        return False
    socket.write(f"{message}\n".encode())
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(patience_ms):
            return False
    answer = bytes(socket.readLine(len(OK) + 1).data())
    socket.disconnectFromServer()
    del app
    return answer == OK


class Neighbour(QObject):
    """The first window's ear. `answer` gets "raise", "lock" or "capture" and says whether that was done."""

    def __init__(self, parent: QObject, answer: Callable[[str], bool]) -> None:
        super().__init__(parent)
        self._answer = answer
        self._server: QLocalServer | None = None
        self._folder: Path | None = None

    def listen(self, folder: Path, *, holder: bool) -> None:
        """Hear what is asked of the window on this vault.

        Args:
            folder: the vault's.
            holder: it is open here, so whoever listened before is gone; otherwise someone who answers is left alone.
        """
        if folder == self._folder and not holder:
            return
        self.close()
        from PySide6.QtNetwork import QLocalServer

        address = _address(folder)
        if not holder and _is_ours(address) and _answers(address):
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._receive)
        QLocalServer.removeServer(address)
        if server.listen(address):  # where it cannot, a second window says "already open" and no more
            self._server, self._folder = server, folder

    def close(self) -> None:
        """Hear nothing more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        self._server = self._folder = None

    def _receive(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            QTimer.singleShot(PATIENCE_MS, socket, socket.abort)  # who says nothing is sent away
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine() and socket.bytesAvailable() <= max(map(len, MESSAGES)):
            return
        word = MESSAGES.get(bytes(socket.readLine(16).data()))
        socket.write(OK if word is not None and self._answer(word) else NO)
        socket.flush()
        socket.disconnectFromServer()


def _answers(address: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    there = socket.waitForConnected(200)
    socket.abort()
    return there


def _address(folder: Path) -> str:
    """The same for every way to name the folder, another for every user; nobody can read the folder out of it."""
    import getpass
    import tempfile

    user = str(os.getuid()) if os.name != "nt" else getpass.getuser()
    named = f"{user}\0{os.path.normcase(folder.resolve())}"
    name = f"workjournal-{hashlib.sha256(os.fsencode(named)).hexdigest()[:24]}"
    if os.name == "nt":
        return name
    places = (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir())
    return next(
        (
            os.path.join(place, name)  # noqa: PTH118 - an address of Qt's
            for place in places
            if place and os.path.isdir(place) and len(place) + len(name) < _LONGEST_ADDRESS  # noqa: PTH112
        ),
        name,
    )


def _is_ours(address: str) -> bool:
    """Whether there is a socket of this user; in a shared folder somebody else could have put one there."""
    if os.name == "nt":
        return True
    try:
        found = os.lstat(address)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()
