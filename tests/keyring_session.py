"""A real gnome-keyring under a D-Bus session of its own, for tests; it needs no screen and touches nobody's keyring.

    with keyring_session() as session:
        subprocess.run(..., env=session.environment)
        session.kill()

The bus and the keyring are children of this process: what is killed or stopped is known by its id.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "the keyring's own"
NEEDED = {"gnome-keyring-daemon": "gnome-keyring", "dbus-daemon": "dbus", "dbus-send": "dbus"}
"""Programs, and the Debian packages they are in."""
_MISSING = sorted({package for program, package in NEEDED.items() if not shutil.which(program)})
MISSING = f"no real keyring here: apt-get install {' '.join(_MISSING)}" if _MISSING else ""
"""For `pytest.mark.skipif(bool(MISSING), reason=MISSING)`."""
_OF_THE_DESKTOP = (
    "DISPLAY",
    "WAYLAND",
    "DBUS_",
    "GNOME_",
    "KDE_",
    "XDG_",
    "PYTHON_KEYRING",
    "KEYRING_",
    "SSH_",
)
_SECONDS = 20
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  {activation}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class KeyringSession:
    """A private home, a bus in it, and a keyring on the bus once it is started.

    `environment` is for subprocesses: the present one without anything of the desktop it runs in.
    """

    def __init__(self, home: Path, *, activating: bool = False) -> None:
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        self.home = home
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(_OF_THE_DESKTOP)}
        self.environment |= {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime / 'bus'}",
        }
        self.keyring: subprocess.Popen[bytes] | None = None
        config = home / "bus.conf"
        activation = "<standard_session_servicedirs/>" if activating else ""
        config.write_text(_BUS.format(socket=runtime / "bus", activation=activation), encoding="utf-8")
        self._bus = self._run("dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile")
        try:
            self._wait(lambda: self._call("GetId") is not None)
        except TimeoutError:
            self.close()
            raise

    def start(self, password: str = PASSWORD) -> None:
        """A keyring, unlocked by its password. The first password sets it up; with another one it stays locked."""
        self.keyring = self._run("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
        assert self.keyring.stdin is not None
        self.keyring.stdin.write(password.encode())
        self.keyring.stdin.close()
        self._wait(lambda: "true" in (self._call("NameHasOwner", "string:org.freedesktop.secrets") or ""))

    def kill(self) -> None:
        """End the keyring at once; returns when the bus knows."""
        _end(self.keyring)
        self._wait(lambda: "false" in (self._call("NameHasOwner", "string:org.freedesktop.secrets") or ""))

    def stop(self) -> None:
        """Let the keyring hang."""
        assert self.keyring is not None
        self.keyring.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it work again."""
        assert self.keyring is not None
        self.keyring.send_signal(signal.SIGCONT)

    def close(self) -> None:
        """End both."""
        _end(self.keyring)
        _end(self._bus)

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            command, env=self.environment, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, cwd=self.home
        )

    def _call(self, method: str, *arguments: str) -> str | None:
        """What the bus itself answers, or None if it does not."""
        bus = ("--dest=org.freedesktop.DBus", "/org/freedesktop/DBus", f"org.freedesktop.DBus.{method}")
        said = subprocess.run(
            ["dbus-send", "--session", "--print-reply=literal", *bus, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return said.stdout if said.returncode == 0 else None

    @staticmethod
    def _wait(happened: Callable[[], bool]) -> None:
        end = time.monotonic() + _SECONDS
        while not happened():
            if time.monotonic() > end:
                raise TimeoutError("the private D-Bus session or its keyring did not start or end")
            time.sleep(0.01)


def _end(process: subprocess.Popen[bytes] | None) -> None:
    """Ends a stopped one too."""
    if process is not None:
        process.kill()
        process.wait()
        if process.stdin is not None:
            process.stdin.close()


@contextmanager
def keyring_session(password: str | None = PASSWORD, *, activating: bool = False) -> Iterator[KeyringSession]:
    """A session, with an unlocked keyring unless `password` is None.

    With `activating` the bus starts services by itself when they are asked for, as a desktop's does.
    """
    # Not pytest's folder: the path of a socket has 107 bytes at most.
    with tempfile.TemporaryDirectory(prefix="keyring-", ignore_cleanup_errors=True) as home:
        session = KeyringSession(Path(home), activating=activating)
        try:
            if password is not None:
                session.start(password)
            yield session
        finally:
            session.close()
