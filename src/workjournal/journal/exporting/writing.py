"""Writing an export so that either all of it is there, or nothing: beside its place, durable, and only then by its name."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from workjournal.errors import JournalError
from workjournal.exporters.sink import PLAIN_MODE, FolderSink
from workjournal.vault import holding
from workjournal.vault.files import sync_folder

LISTED = ".workjournal-export"
"""In an exported folder: the names of what was written, so that nothing else is taken away when it is replaced."""
_NEW = f".workjournal-{'?' * 16}-new"
"""What is under way, or was left by a run that was killed."""


class ExportUnwritable(JournalError):
    """The export could not be written to {path}: {reason}. Nothing was left of it."""


class ExportThere(JournalError):
    """{path} is there already, and was left as it is. Choose another name, or have it replaced."""


class NotAnExport(JournalError):
    """{path} was not replaced: {reason}. Choose another name."""


@contextmanager
def new_file(target: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """A file under way, readable by the user alone; at the end it has the name of `target`.

    Raises:
        ExportThere, NotAnExport, ExportUnwritable, and what is raised inside: then all is as it was.
    """
    with _told(target):
        _check_file(target, replace=replace)
        beside = _beside(target)
        _clear(beside, target)
        with _taken_back(lambda: beside.unlink(missing_ok=True)):
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            descriptor = os.open(beside, flags, PLAIN_MODE)
            with holding.held(beside):
                with os.fdopen(descriptor, "w+b") as file:
                    yield file
                    file.flush()
                    os.fsync(file.fileno())
                _check_file(target, replace=replace)  # that may have taken hours
                beside.replace(target)
            _settle(target.parent)


@contextmanager
def new_folder(target: Path, *, replace: bool) -> Iterator[FolderSink]:
    """A folder under way, which the user alone can enter; at the end it has the name of `target`.

    Raises:
        ExportThere, NotAnExport, ExportUnwritable, and what is raised inside: then all is as it was.
    """
    with _told(target):
        beside, former = _beside(target), _beside(target, "former")
        _clear(beside, target)
        _recover(target, former)
        _check_folder(target, replace=replace)
        with _taken_back(lambda: _remove(beside)):
            beside.mkdir(mode=0o700)
            with holding.held(beside):
                sink = FolderSink(beside)
                yield sink
                listed = "\n".join(sink.names)
                with sink.file(LISTED) as file:
                    file.write(listed.encode())
                sink.settle()
                for folder in reversed(sink.folders):
                    _settle(folder)
                _check_folder(target, replace=replace)  # that may have taken hours
                _put(beside, target, former)


def _put(beside: Path, target: Path, former: Path) -> None:
    """Give the finished folder its name; an older one is taken away only then, and comes back if that fails."""
    if not target.exists():
        beside.rename(target)
        _settle(target.parent)
        return
    target.rename(former)
    try:
        beside.rename(target)
    except OSError:
        former.rename(target)
        raise
    _settle(target.parent)
    with suppress(OSError):  # the new one is there; what is left of the former goes with the next export
        _remove(former)


def _recover(target: Path, former: Path) -> None:
    """What a run left that was killed while it put the new folder in the place of the former one."""
    if former.exists() and not target.exists():
        former.rename(target)
    _remove(former)


def _clear(beside: Path, target: Path) -> None:
    """Take away what killed runs left in this folder: it is readable, and nobody sees it.

    Raises:
        ExportUnwritable: where `beside` itself is being written just now.
    """
    ours = _NEW if sys.platform != "win32" else beside.name  # who writes the others cannot be seen there
    for found in beside.parent.glob(ours):
        if not holding.is_held(found):
            with nullcontext() if found == beside else suppress(OSError):
                _remove(found)
        elif found == beside:
            raise ExportUnwritable(path=target, reason="another export to the same place is under way")


def _check_file(target: Path, *, replace: bool) -> None:
    _check_free(target, replace=replace)
    if target.is_dir():
        raise NotAnExport(path=target, reason="it is a folder")


def _check_folder(target: Path, *, replace: bool) -> None:
    if target.is_dir() and not target.is_symlink() and not any(target.iterdir()):
        return
    _check_free(target, replace=replace)
    if target.exists():
        _check_replaceable(target)


def _check_free(target: Path, *, replace: bool) -> None:
    if os.path.lexists(target) and not replace:
        raise ExportThere(path=target)


def _check_replaceable(folder: Path) -> None:
    """A folder is replaced only if an export made it and nothing was added since.

    Raises:
        NotAnExport
    """
    if not folder.is_dir() or folder.is_symlink():
        raise NotAnExport(path=folder, reason="it is no folder")
    try:
        listed = {*(folder / LISTED).read_text(encoding="utf-8").splitlines(), LISTED}
    except (OSError, UnicodeDecodeError):
        raise NotAnExport(path=folder, reason="it is no export of a journal") from None
    for found in sorted(folder.rglob("*")):
        name = found.relative_to(folder).as_posix()
        if (found.is_symlink() or not found.is_dir()) and name not in listed:
            raise NotAnExport(path=folder, reason=f"{name} in it is not of the export")


def _beside(target: Path, what: str = "new") -> Path:
    """One name for each target, so that what a killed run left is found again; it is never too long."""
    return target.with_name(
        f".workjournal-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}-{what}"
    )


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportUnwritable(path=target, reason=error.strerror or type(error).__name__) from error


@contextmanager
def _taken_back(undo: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            undo()
        raise


def _remove(under_way: Path) -> None:
    if under_way.is_dir() and not under_way.is_symlink():
        shutil.rmtree(under_way)
    else:
        under_way.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Make the names in it durable; some network drives cannot, and the files are there all the same."""
    with suppress(OSError):
        sync_folder(folder)
