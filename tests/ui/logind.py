"""A bus of our own, and on it what logind and a screen saver do as far as the program hears it."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

SESSION = "/org/freedesktop/login1/session/_33"
OTHER_SESSION = "/org/freedesktop/login1/session/_34"


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a fresh bus; the test is skipped where there is no daemon for one."""
    daemon = shutil.which("dbus-daemon")
    pytest.importorskip("jeepney", reason="comes with the keyring on Linux alone")
    if daemon is None:
        pytest.skip("there is no dbus-daemon here")
    arguments = [daemon, "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        try:
            yield address
        finally:
            process.terminate()


class Logind:
    """Answers what the program asks of logind, and says what it is told to."""

    def __init__(self, address: str) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.asked: list[tuple[Any, ...]] = []
        self.knows_sessions = True
        self.delays: list[int] = []
        """The reading ends of the pipes whose writing ends hold off the sleep."""
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def say(self, path: str, interface: str, name: str, *flag: bool) -> None:
        """Send a signal."""
        from jeepney import DBusAddress, new_signal

        where = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(where, name, "b" if flag else None, flag))

    def prepare_for_sleep(self, going: bool) -> None:
        self.say("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", going)

    def lock(self, session: str = SESSION) -> None:
        self.say(session, "org.freedesktop.login1.Session", "Lock")

    def holds_off_sleep(self) -> bool:
        """Whether somebody still asks for a delay."""
        return any(not _is_closed(end) for end in self.delays)

    def close(self) -> None:
        with suppress(OSError):
            self._connection.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType

        with suppress(Exception):  # the connection is closed under it at the end
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message, message.header.fields[HeaderFields.member])

    def _answer(self, message: Any, name: str) -> None:
        from jeepney import new_error, new_method_return

        self.asked.append((name, *message.body))
        if name == "Inhibit":
            reading, writing = os.pipe()
            self.delays.append(reading)
            self._connection.send(new_method_return(message, "h", (writing,)))
            os.close(writing)
        elif not self.knows_sessions:
            self._connection.send(new_error(message, "org.freedesktop.login1.NoSuchSession"))
        elif name == "Get":
            self._connection.send(new_method_return(message, "v", (("s", "3"),)))
        else:
            self._connection.send(new_method_return(message, "o", (SESSION,)))


def _is_closed(reading: int) -> bool:
    """Whether nobody holds the other end any more."""
    os.set_blocking(reading, False)
    try:
        return os.read(reading, 1) == b""
    except BlockingIOError:
        return False
