"""Writing a pack so that either the whole file is there, looked through as it lies on the disk, or nothing of it."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from workjournal.journal.pack_errors import PackLeaks, PackUnwritable
from workjournal.vault.files import sync_folder

TOLD = 5
"""Leaks named in the error; more help nobody."""


def write(
    path: Path, content: bytes, check: Callable[[bytes], list[str]], between: Callable[[], None]
) -> None:
    """Write beside, read back, look through, and only then give the file its name; readable by the user alone.

    On any error and on giving up there is nothing new on the disk, and an older file of that name is as it was. Where
    the disk can hold a file without a name, not even a killed program leaves one that was not looked through.

    Args:
        check: what leaked, by the bytes that were read back from the disk.
        between: called just before the file gets its name; whoever waits no longer may raise there.

    Raises:
        PackLeaks, PackUnwritable, and whatever `check` and `between` raise.
    """
    beside = path.with_name(_beside(path))
    try:
        beside.unlink(missing_ok=True)  # of a run that was killed
        with _opened(beside) as file:
            _look_through(path, content, _written(file, content), check)
            between()
            if not os.fstat(file.fileno()).st_nlink:
                # A folder, of which an absolute path has no need, makes Python follow the link (linkat(2)).
                os.link(f"/proc/self/fd/{file.fileno()}", beside, src_dir_fd=file.fileno())
        beside.replace(path)
    except OSError as error:
        _forget(beside)
        raise PackUnwritable(path=path, reason=error.strerror or str(error)) from error
    except BaseException:
        _forget(beside)
        raise
    _settle(path.parent)


def write_entered(
    target: Path,
    content: bytes,
    check: Callable[[bytes], list[str]],
    enter: Callable[[], object],
    take_back: Callable[[], object],
    between: Callable[[], None],
) -> None:
    """Write the file, and just before it gets its name enter it somewhere: better an entry of a file that never came.

    Raises:
        as `write`; what `enter` had done is taken back then
    """
    begun = False

    def entering() -> None:
        nonlocal begun
        between()
        begun = True
        enter()

    try:
        write(target, content, check, entering)
    except BaseException:
        if begun:
            take_back()
        raise


def _beside(path: Path) -> str:
    """One name for each target, so that what a killed run left is found again; it tells nothing and is never too long."""
    return f".workjournal-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}"


def _opened(beside: Path) -> BinaryIO:
    """A new file: without a name, which is gone when it is closed, where the disk can; else of that name."""
    if unnamed := getattr(os, "O_TMPFILE", 0):  # Linux
        try:
            return os.fdopen(os.open(beside.parent, os.O_RDWR | unnamed, 0o600), "w+b")
        except OSError:  # not on every kind of disk; what else is wrong is told below
            pass
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(beside, flags, 0o600), "w+b")


def _written(file: BinaryIO, content: bytes) -> bytes:
    """What the disk gives back."""
    file.write(content)
    file.flush()
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):  # else the bytes come from memory again
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    file.seek(0)
    return file.read()


def _look_through(path: Path, content: bytes, read: bytes, check: Callable[[bytes], list[str]]) -> None:
    if read != content:
        raise PackUnwritable(path=path, reason="the disk gave back other bytes than were written")
    leaks = check(read)
    if leaks:
        raise PackLeaks(leaks="; ".join(leaks[:TOLD]))


def _forget(beside: Path) -> None:
    try:
        beside.unlink(missing_ok=True)
    except OSError:  # the disk is gone, or can be read only: what happened first is told
        return


def _settle(folder: Path) -> None:
    """Make the name durable; some network drives cannot, and the file is there all the same."""
    try:
        sync_folder(folder)
    except OSError:
        return
