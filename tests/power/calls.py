"""Every call the recorder knows, as Python makes it; run as `python -m power.calls PLACE`."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

SHORT = -1


def fail(call: int, error: int, *, for_good: bool = False) -> None:
    """Let the so-manieth call from now on fail; 0 for none. Only under the recorder."""
    ctypes.CDLL(None).power_fail(call, error, int(for_good))


def calls() -> int:
    """How many calls there were that could have failed so."""
    return int(ctypes.CDLL(None).power_calls())


def make_every_call(place: Path) -> None:
    os.chdir(place)
    a = os.open("a", os.O_RDWR | os.O_CREAT, 0o600)
    os.write(a, b"0123456789")
    os.pwrite(a, b"abc", 20)
    os.writev(a, [b"one", b"two"])
    os.ftruncate(a, 21)
    os.fsync(a)
    os.fdatasync(a)
    os.close(a)
    os.truncate("a", 19)
    Path("f").mkdir()
    folder = os.open("f", os.O_RDONLY)
    os.mkdir("g", dir_fd=folder)
    os.rename("a", "b", dst_dir_fd=folder)
    os.link("f/b", "c")
    Path("f/b").replace("d")
    shutil.copyfile("d", "e")
    shutil.copy2("e", "h")
    Path("d").unlink()
    Path("f/g").rmdir()
    os.close(folder)
    with Path("h").open("ab") as file:
        file.write(b"appended")
    with Path("c").open("wb") as file:
        file.write(b"anew")
    shutil.rmtree("f")


def break_calls() -> None:
    """What fails is said, and what is written short is written short."""
    fail(2, errno.ENOSPC)
    a = os.open("i", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.write(a, b"0123456789")
    except OSError as error:
        sys.stdout.write(f"{error}\n")
    fail(1, SHORT)
    sys.stdout.write(f"{os.write(a, b'0123456789')} of 10 bytes\n")
    os.close(a)


if __name__ == "__main__":
    make_every_call(Path(sys.argv[1]))
    break_calls()
