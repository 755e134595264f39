"""Which files and folders under way somebody still writes, and which a run left that was killed."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

A_DAY = 86400
"""Seconds after which something is taken for left behind where the file system cannot say who writes it."""


def hold(descriptor: int) -> None:
    """Say that it is being written. The system forgets that if the process dies; Windows keeps open files anyhow."""
    if sys.platform != "win32":
        with suppress(OSError):  # not every file system of a network can
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file or folder under whatever name it gets meanwhile."""
    if sys.platform == "win32":  # it could not be renamed while it is open here
        yield
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        hold(descriptor)
        yield
    finally:
        os.close(descriptor)


def is_held(path: Path) -> bool:
    """Whether somebody still writes it; of what was written today, yes, where nobody can tell."""
    if sys.platform == "win32":
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # whatever has that name
    except FileNotFoundError:
        return False
    except OSError:
        return _is_new(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return _is_new(path)
    finally:
        os.close(descriptor)
    return False


def _is_new(path: Path) -> bool:
    return time.time() - path.lstat().st_mtime < A_DAY
