"""A second place for the copies: another disk, a stick, a network share; not always there."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.journal.copies.folders import MANIFEST, Copy, State
from workjournal.journal.copies.making import alone, copy_durably, link_or_copy, new_folder, written
from workjournal.store.copying import CopyDiffers, part
from workjournal.store.integrity import Report
from workjournal.vault import objects, vault
from workjournal.vault.files import write_durably
from workjournal.vault.vault import Keys


class Reach(StrEnum):
    """How it is about the second place."""

    NONE = "none"
    REACHABLE = "reachable"
    UNREACHABLE = "unreachable"


class NoSecondPlace(JournalError):
    """{folder} cannot be the second place for backups: {reason}. Choose a folder on another disk."""


def prepare(place: Path, keys: Keys) -> None:
    """Make the folder of this vault's copies in a new second place, by which the place is known again.

    Raises:
        NoSecondPlace
    """
    if not place.is_dir():
        raise NoSecondPlace(folder=place, reason="there is no such folder")
    own = keys.folder.resolve()
    if own == place.resolve() or own in place.resolve().parents:
        raise NoSecondPlace(folder=place, reason="it is inside the journal's own folder")
    try:
        folder(place, keys).mkdir(mode=0o700, exist_ok=True)
        probe = folder(place, keys) / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise NoSecondPlace(folder=place, reason=error.strerror or "it cannot be written") from error


def folder(place: Path, keys: Keys) -> Path:
    """Where the copies of this vault are in a second place."""
    return place / f"{keys.folder.resolve().name}-{keys.header.vault_id[:8]}"


def reach(place: Path | None, keys: Keys) -> Reach:
    """Whether it is there now. An empty mount point is not: no folder of this vault is in it.

    A vault that was renamed begins a folder of its own beside the one it had.
    """
    if place is None:
        return Reach.NONE
    try:
        known = any(path.is_dir() for path in place.glob(f"*-{keys.header.vault_id[:8]}"))
    except OSError:
        known = False
    return Reach.REACHABLE if known else Reach.UNREACHABLE


def bring(copies: Iterable[Copy], place: Path, keys: Keys, report: Report) -> int:
    """Copy those that are not there yet into the second place, oldest first; how many were.

    Raises:
        NoRoom, CopyUnwritable, CopyDiffers, BackupsBusy
    """
    target = folder(place, keys)
    whole = [copy.path for copy in copies if copy.state in {State.VERIFIED, State.EARLIER_KEY}]
    with alone(target):
        for path in whole:
            _follow(path / vault.HEADER, target / path.name / vault.HEADER)
        missing = sorted(path for path in whole if not (target / path.name).exists())
        for number, path in enumerate(missing):
            with new_folder(target, path.name) as building:
                _copy(path, building, part(report, number / len(missing), (number + 1) / len(missing)))
    return len(missing)


def _follow(header: Path, there: Path) -> None:
    """A copy that was sealed again here while the second place was away is sealed again there."""
    if there.is_file() and there.read_bytes() != header.read_bytes():
        with written(there.parent):
            write_durably(there, header.read_bytes())


def _copy(source: Path, building: Path, report: Report) -> None:
    """Copy and compare, byte by byte as far as a hash can tell."""
    header = vault.read_header(source)
    large = objects.object_ids(source / objects.FOLDER)
    names = [header.database, MANIFEST, vault.HEADER, *(f"{objects.FOLDER}/{name}" for name in large)]
    (building / objects.FOLDER).mkdir(mode=0o700)
    for number, name in enumerate(names):
        report(number / len(names), "Copying to the second place")
        known = _known_object(source, building, name)
        if known is None:
            copy_durably(source / name, building / name)
        else:
            link_or_copy(known, building / name)
        if _digest(source / name) != _digest(building / name):
            raise CopyDiffers(folder=building.parent, found=name)
    (building / header.database).chmod(0o400)


def _known_object(source: Path, building: Path, name: str) -> Path | None:
    """The same attachment in another copy at the second place: it is written once, so one file is enough there too."""
    if not name.startswith(objects.FOLDER):
        return None
    others = (path / name for path in building.parent.iterdir() if path != building)
    known = next(filter(Path.is_file, others), None)
    return known if known is not None and _digest(known) == _digest(source / name) else None


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
