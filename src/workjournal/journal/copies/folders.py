"""Backups as they lie on disk: a folder each, with header, database, sealed manifest and objects.

A copy is a vault folder of its own, named by the moment it was made (UTC); opened by the keys of that time.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from workjournal.store.integrity import TableDigest
from workjournal.vault import objects, vault
from workjournal.vault.header import Header, HeaderDamaged, NewerVault
from workjournal.vault.keys import derive, unwrap, wrap
from workjournal.vault.vault import DatabaseMissing, Keys, NotAVault

FOLDER = "backups"
MANIFEST = vault.MANIFEST
UNFINISHED, GONE = ".new-", ".gone-"
"""What a folder's name begins with while it is made and while it is taken away."""
_STAMP = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
_STAMP_FORMAT = "%Y%m%dT%H%M%SZ"
_LABEL = "manifest"


class Reason(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    BY_HAND = "by hand"
    MIGRATION = "before an update"
    IMPORT = "before an import"
    RESTORE = "before a restore"
    ROTATION = "before new keys"


class State(StrEnum):
    """What can be told of a copy at a glance; `rehearse` looks into it."""

    VERIFIED = "verified"
    UNREADABLE = "unreadable manifest"
    EARLIER_KEY = "of an earlier key"
    INCOMPLETE = "incomplete"


class Place(StrEnum):
    """Where a copy lies."""

    HERE = "here"
    SECOND = "second place"


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a copy holds, as it was when it was verified; sealed, since it tells what the journal is about.

    `objects` are the files of large attachments that belong to it, `missing` those that were gone already.
    """

    made: dt.datetime
    reason: Reason
    program: str
    schema: str
    generation: int
    session: int
    counts: Mapping[str, int]
    tables: Mapping[str, TableDigest]
    database_bytes: int
    objects: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def sealed(self, keys: Keys) -> bytes:
        """The file's bytes."""
        stored = {**asdict(self), "made": self.made.isoformat()}
        return wrap(derive(keys.master, _LABEL), json.dumps(stored).encode(), _context(keys))


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A copy as it is listed. Of one that cannot be read `reason` is None and `counts` is empty."""

    path: Path
    made: dt.datetime
    size: int
    state: State
    place: Place = Place.HERE
    reason: Reason | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    missing: int = 0
    """How many large attachments were missing from the vault when it was made."""


@dataclass(frozen=True)
class Found:
    """A copy as it is seen without a key."""

    path: Path
    made: dt.datetime
    size: int


def stamp(moment: dt.datetime) -> str:
    """The name of a copy made then."""
    return moment.astimezone(dt.UTC).strftime(_STAMP_FORMAT)


def moment(name: str) -> dt.datetime | None:
    """When a folder of that name was made; None for one that is no copy."""
    if not _STAMP.fullmatch(name):
        return None
    try:
        return dt.datetime.strptime(name, _STAMP_FORMAT).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def folders(place: Path) -> list[Found]:
    """The copies in a folder, newest first, whatever state they are in; none where it cannot be read."""
    try:
        names = [path for path in place.iterdir() if path.is_dir()]
    except OSError:
        return []
    made = ((path, moment(path.name)) for path in names)
    found = [Found(path, when, _size(path)) for path, when in made if when is not None]
    return sorted(found, key=lambda copy: copy.made, reverse=True)


def copies_in(place: Path) -> list[Found]:
    """The copies in a folder that somebody chose, newest first: itself, those in it, or those a folder or two below.

    That may be a second place, a vault, or a copy by whatever name; no key is needed.
    """
    if (place / MANIFEST).is_file():
        made = moment(place.name) or dt.datetime.fromtimestamp((place / MANIFEST).stat().st_mtime, dt.UTC)
        return [Found(place, made, _size(place))]
    try:
        below = [place, *sorted(path for path in place.iterdir() if path.is_dir())]
    except OSError:
        return []
    found = [copy for folder in below for copy in folders(folder)]
    return sorted(found, key=lambda copy: copy.made, reverse=True)


def listed(place: Path, keys: Keys, kind: Place = Place.HERE) -> list[Copy]:
    """The copies in a folder with what their manifests tell, newest first."""
    return [replace(_seen(found, keys), place=kind) for found in folders(place)]


def keys_of(copy: Path, keys: Keys) -> Keys | None:
    """The keys of a copy, if it is of the present master key."""
    header = _header(copy)
    if header is None or header.vault_id != keys.header.vault_id or not header.is_signed_by(keys.master):
        return None
    return Keys(copy, header, keys.master, keys.slot_id)


def read_manifest(keys: Keys) -> Manifest | None:
    """The manifest of the copy that `keys` open; None if it is not what was sealed with them."""
    try:
        content = unwrap(derive(keys.master, _LABEL), (keys.folder / MANIFEST).read_bytes(), _context(keys))
        return _parsed(json.loads(content)) if content is not None else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _context(keys: Keys) -> bytes:
    return b"workjournal manifest\0" + keys.header.vault_id.encode()


def _parsed(stored: dict[str, Any]) -> Manifest:
    return Manifest(
        **{
            **stored,
            "made": dt.datetime.fromisoformat(stored["made"]),
            "reason": Reason(stored["reason"]),
            "tables": {name: TableDigest(**digest) for name, digest in stored["tables"].items()},
            "objects": tuple(stored["objects"]),
            "missing": tuple(stored["missing"]),
        }
    )


def _seen(found: Found, keys: Keys) -> Copy:
    copy = Copy(path=found.path, made=found.made, size=found.size, state=State.INCOMPLETE)
    header = _header(found.path)
    if header is None:
        return copy
    own = keys_of(found.path, keys)
    if own is None:
        earlier = header.vault_id == keys.header.vault_id and header.generation < keys.header.generation
        return replace(copy, state=State.EARLIER_KEY if earlier else State.UNREADABLE)
    manifest = read_manifest(own)
    if manifest is None:
        return replace(copy, state=State.UNREADABLE)
    return replace(
        copy,
        made=manifest.made,
        reason=manifest.reason,
        counts=manifest.counts,
        missing=len(manifest.missing),
        state=State.VERIFIED if _is_complete(own, manifest) else State.INCOMPLETE,
    )


def _header(copy: Path) -> Header | None:
    try:
        return vault.read_header(copy)
    except (NotAVault, HeaderDamaged, NewerVault, DatabaseMissing):
        return None


def _is_complete(keys: Keys, manifest: Manifest) -> bool:
    there = set(objects.object_ids(keys.folder / objects.FOLDER))
    return keys.database.stat().st_size == manifest.database_bytes and there >= set(manifest.objects)


def _size(copy: Path) -> int:
    size = 0
    with suppress(OSError):
        for path in copy.rglob("*"):
            size += path.lstat().st_size if path.is_file() else 0
    return size
