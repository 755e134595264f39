"""A journal's folder: moved, renamed, or destroyed for good. The journal is closed first; only its own files are touched."""

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.journal.copies.folders import GONE, UNFINISHED, moment
from workjournal.store.integrity import Report, unheard
from workjournal.vault import ledger
from workjournal.vault.files import sync_folder
from workjournal.vault.locks import WindowLock
from workjournal.vault.slots.system_keyring import SYSTEM_KEYRING, KeyringNotReady, forget
from workjournal.vault.vault import Keys

FIRST = ("vault.json", "vault.json.old")
"""Destroyed before all else: without the keys in them the rest is noise."""
OURS = ("journal*.db*", ".journal*.new*", ".vault.json.*.new", "vault.json*", "objects", "backups", "*.lock")
State = dict[Path, tuple[int, int]]


class TargetTaken(JournalError):
    """There is something at {target} already. Choose a name that is free; the journal stays where it is."""


class MoveFailed(JournalError):
    """The journal could not be moved to {target}: {reason}. It stays where it is, whole."""


class NotDestroyed(JournalError):
    """Not everything of the journal could be removed ({reason}). Its keys are gone, so nobody can read what is left in {folder}; remove the folder yourself."""


class KeysRemain(JournalError):
    """The journal in {folder} could not be destroyed ({reason}): its keys are still there, so with a passphrase it can still be read. Make the folder writable and remove it yourself."""


class MovedInPart(JournalError):
    """The journal was moved to {target}, whole. What is left of it in {source} could not be removed ({reason}); remove that folder yourself."""


class InsideItself(JournalError):
    """{target} lies in the journal's own folder. Choose a place outside it."""


def need_place(folder: Path, target: Path) -> None:
    """See that a journal could be moved from `folder` to `target`, before it is closed for that.

    Raises:
        TargetTaken, InsideItself
    """
    target = target.absolute()
    if target.exists() or target.is_symlink():
        raise TargetTaken(target=target)
    if target.resolve().is_relative_to(folder.resolve()):
        raise InsideItself(target=target)


def move(keys: Keys, session: int, target: Path, report: Report = unheard) -> Path:
    """Move the folder of a closed vault to `target`, which must not exist; to another disk it is copied, compared, removed.

    Returns:
        the new folder.

    Raises:
        TargetTaken, InsideItself, MoveFailed, AlreadyOpen, NoWindowLock. MovedInPart: it is at `target`, though.
    """
    source, target = keys.folder.resolve(), target.absolute()
    need_place(source, target)
    lock = WindowLock(source)
    lock.take()  # no window may have it open while it moves
    lock.release()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        is_copied = _rename_or_copy(source, target, report)
        if is_copied:
            _take_header(source, target)
    except OSError as error:
        raise MoveFailed(target=target, reason=error.strerror or "the system refused") from error
    ledger.forget(keys)
    ledger.note(replace(keys, folder=target), session)
    if is_copied:
        try:
            _remove_tree(source)
        except OSError as error:
            raise MovedInPart(target=target, source=source, reason=error.strerror) from error
    return target


def destroy(keys: Keys) -> list[str]:
    """Destroy a closed vault with its backups in the folder: first what holds its keys, then the rest.

    Returns:
        the names of files in the folder that are not the program's, which stay.

    Raises:
        KeysRemain, NotDestroyed
    """
    folder = keys.folder
    try:
        return _destroy(keys, folder)
    except OSError as error:
        what = KeysRemain if any(header.exists() for header in _headers(folder)) else NotDestroyed
        raise what(folder=folder, reason=error.strerror or "the system refused") from error


def _destroy(keys: Keys, folder: Path) -> list[str]:
    _destroy_keys(keys, folder)
    for pattern in OURS:
        for path in folder.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                _remove_tree(path)
            else:
                path.unlink(missing_ok=True)
    ledger.forget(keys)
    strangers = sorted(path.name for path in folder.iterdir())
    if not strangers:
        folder.rmdir()
        sync_folder(folder.parent)
    return strangers


def _destroy_keys(keys: Keys, folder: Path) -> None:
    refused = []
    for header in _headers(folder):
        try:
            header.unlink(missing_ok=True)
        except OSError as error:  # the others go all the same
            refused.append(error)
    if refused:
        raise refused[0]
    sync_folder(folder)
    for slot in keys.header.slots:
        if slot.kind == SYSTEM_KEYRING.kind:
            with suppress(KeyringNotReady):
                forget(str(slot.parameters.get("entry")))


def _headers(folder: Path) -> list[Path]:
    """Every file there that holds keys of this journal. Copies are known by their names: "backups" may be a link."""
    of_copies = [
        header
        for header in folder.glob("backups/*/vault.json")
        if moment(header.parent.name.removeprefix(UNFINISHED).removeprefix(GONE))
    ]
    return [*(folder / name for name in FIRST), *of_copies]


def _remove_tree(folder: Path) -> None:
    for database in folder.rglob("*.db"):
        with suppress(OSError):
            database.chmod(0o600)  # Windows removes no file that is not writable
    shutil.rmtree(folder)


def _rename_or_copy(source: Path, target: Path, report: Report) -> bool:
    """Whether it had to be copied, so that it is at both places now."""
    try:
        source.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
    else:
        with suppress(OSError):  # it has its new name
            sync_folder(target.parent)
            sync_folder(source.parent)
        return False
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        before = _state(source)
        _copy(source, beside, report)
        _need_same(source, before)
        beside.rename(target)
    except BaseException:
        with suppress(OSError):
            _remove_tree(beside)
        raise
    sync_folder(target.parent)
    return True


def _take_header(source: Path, target: Path) -> None:
    """Let nobody open the journal at its old place; only now that the copy was compared and is durable."""
    try:
        (source / FIRST[0]).unlink()
    except OSError:
        with suppress(OSError):
            _remove_tree(target)  # as if nothing had been done
        raise
    with suppress(OSError):
        sync_folder(source)


def _need_same(source: Path, before: State) -> None:
    if _state(source) != before:
        raise OSError(errno.EBUSY, "another program wrote to it meanwhile")


def _state(source: Path) -> State:
    """Its files, and of each what changes when it is written; a lock says nothing."""
    found = ((path, path.stat()) for path in source.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path: (state.st_size, state.st_mtime_ns) for path, state in found}


def _copy(source: Path, beside: Path, report: Report) -> None:
    linked = [path.name for path in source.rglob("*") if path.is_symlink()]
    if linked:
        raise OSError(errno.ELOOP, f"{linked[0]} is a link, and what it leads to would be left behind")
    files = sorted(path for path in source.rglob("*") if path.is_file())
    beside.mkdir(mode=0o700)
    for number, file in enumerate(files):
        report(number / len(files), file.name)
        there = beside / file.relative_to(source)
        there.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(file, there)
        with there.open("rb+") as copied:
            os.fsync(copied.fileno())
        if _digest(file) != _digest(there):
            raise OSError(errno.EIO, f"the copy of {file.name} is not the same")
        shutil.copystat(file, there)  # last: a copy's database may not be written
    for folder in (beside, *(path for path in beside.rglob("*") if path.is_dir())):
        sync_folder(folder)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
