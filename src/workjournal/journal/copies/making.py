"""Making a copy of a vault: under a temporary name, opened and compared, and only then by its own."""

import datetime as dt
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from workjournal.journal.copies.folders import (
    FOLDER,
    GONE,
    MANIFEST,
    UNFINISHED,
    Manifest,
    Reason,
    moment,
    stamp,
)
from workjournal.store import contents
from workjournal.store.copying import CopyUnwritable, copy_verified, need_room, part, sync_file
from workjournal.store.engine import open_vault_database
from workjournal.store.faults import ReadOnly, faults_named
from workjournal.store.integrity import Report
from workjournal.store.store import Store
from workjournal.vault import objects, vault
from workjournal.vault.files import sync_folder, write_durably
from workjournal.vault.header import Header
from workjournal.vault.locks import backups_lock
from workjournal.vault.vault import Keys, KeysChanged


@contextmanager
def alone(place: Path) -> Iterator[None]:
    """While something is made or taken away in the folder of copies `place`; it is made where it is not there yet.

    What somebody left there who was killed at it is taken away.

    Raises:
        BackupsBusy, CopyUnwritable
    """
    with written(place):
        if not place.is_dir():
            place.mkdir(mode=0o700)
            sync_folder(place.parent)
    with written(place), backups_lock(place):
        _sweep(place)
        yield


@contextmanager
def written(place: Path) -> Iterator[None]:
    """What the system refuses, as an error that can be read.

    Raises:
        CopyUnwritable
    """
    try:
        yield
    except OSError as error:
        raise CopyUnwritable(folder=place, reason=error.strerror or type(error).__name__) from error


@contextmanager
def new_folder(place: Path, name: str) -> Iterator[Path]:
    """A folder in which a copy is built; by its own name once all of it is durable, gone after any error."""
    building = place / f"{UNFINISHED}{name}"
    with written(place):
        building.mkdir(mode=0o700)
        try:
            yield building
            for folder in (*filter(Path.is_dir, building.iterdir()), building):
                sync_folder(folder)
            building.rename(place / name)
        except BaseException:
            remove_tree(building)
            raise
        sync_folder(place)


def make_copy(store: Store, reason: Reason, report: Report) -> Path:
    """Make a verified copy; its folder.

    Raises:
        SourceDamaged, NoRoom, CopyUnwritable, CopyDiffers, KeysChanged, BackupsBusy, Busy, ReadOnly
    """
    if store.read_only:
        raise ReadOnly
    place = store.keys.folder / FOLDER
    with alone(place):
        made, name = _free(place, store.clock())
        # The header first: a database may count more sessions than its header, never fewer.
        header = _present_header(store)
        with new_folder(place, name) as building:
            keys = replace(store.keys, folder=building, header=header)
            manifest = _with_objects(store.keys, _database(store, keys, made, reason, report), keys, report)
            report(0.95, "Sealing the copy")
            write_durably(building / MANIFEST, manifest.sealed(keys))
            # What was taken away meanwhile opens no copy either.
            header = replace(header, slots=_present_header(store).slots).signed(store.keys.master)
            write_durably(building / vault.HEADER, header.encode())
            report(1.0, "")
    return place / name


def _present_header(store: Store) -> Header:
    header = vault.read_header(store.keys.folder)
    if not header.is_signed_by(store.keys.master):
        raise KeysChanged
    return header


def take_away(copy: Path) -> None:
    """Remove a copy at one stroke, so that never a half of one is listed.

    Raises:
        CopyUnwritable
    """
    gone = copy.with_name(f"{GONE}{copy.name}")
    with written(copy.parent):
        copy.rename(gone)
        sync_folder(copy.parent)
    remove_tree(gone)


def remove_tree(folder: Path) -> None:
    """What cannot be removed now is at the next making."""
    for file in folder.glob("*.db"):
        with suppress(OSError):
            file.chmod(0o600)  # Windows removes no file that is not writable
    shutil.rmtree(folder, ignore_errors=True)


def link_or_copy(source: Path, target: Path) -> None:
    """Have the file in `target` too: another name of it where the disk allows, else a durable copy.

    Raises:
        FileNotFoundError: there is no such source. NoRoom; OSError
    """
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        copy_durably(source, target)


def copy_durably(source: Path, target: Path) -> None:
    """A copy of a file that only we may read.

    Raises:
        NoRoom, OSError
    """
    need_room(target.parent, source.stat().st_size)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file, source.open("rb") as content:
        shutil.copyfileobj(content, file, 1 << 20)
    sync_file(target)


def _sweep(place: Path) -> None:
    """Take away what somebody left who was killed while making or taking away."""
    with suppress(OSError):
        for path in place.iterdir():
            if path.name.startswith((UNFINISHED, GONE)):
                remove_tree(path)


def _free(place: Path, now: dt.datetime) -> tuple[dt.datetime, str]:
    made = now.astimezone(dt.UTC).replace(microsecond=0)
    while (place / stamp(made)).exists():
        made += dt.timedelta(seconds=1)
    assert moment(stamp(made)) == made
    return made, stamp(made)


def _database(store: Store, keys: Keys, made: dt.datetime, reason: Reason, report: Report) -> Manifest:
    """Copy and verify the database; what the copy holds."""
    digests = copy_verified(store, keys.database, part(report, 0.0, 0.8))
    with faults_named(keys.folder), closing(open_vault_database(keys, read_only=True)) as copy:
        manifest = Manifest(
            made=made,
            reason=reason,
            program=version("workjournal"),
            schema=contents.schema(copy),
            generation=keys.header.generation,
            session=contents.session(copy),
            counts=contents.counts(copy),
            tables=digests,
            objects=tuple(sorted(contents.object_keys(copy))),
            database_bytes=keys.database.stat().st_size,
        )
    keys.database.chmod(0o400)  # so that a copy which is opened as a journal is opened for reading
    return manifest


def _with_objects(source: Keys, manifest: Manifest, keys: Keys, report: Report) -> Manifest:
    """Have the large attachments in the copy too; those missing from the vault are told in the manifest."""
    folder = keys.folder / objects.FOLDER
    folder.mkdir(mode=0o700)
    missing = set()
    for number, name in enumerate(manifest.objects):
        report(0.8 + 0.15 * number / len(manifest.objects), "Linking attachments")
        try:
            link_or_copy(source.folder / objects.FOLDER / name, folder / name)
        except FileNotFoundError:
            missing.add(name)
    return replace(manifest, objects=_without(manifest.objects, missing), missing=tuple(sorted(missing)))


def _without(names: Iterable[str], missing: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in missing)
