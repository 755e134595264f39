"""Where a vault lies: in a folder that a cloud client copies, beside its second versions, on a stick, open to others.

Pure looking: nothing is written, no key is needed, and what cannot be told is told as nothing.
"""

import os
import re
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from workjournal.vault.header import HeaderDamaged, NewerVault, decode

_MARKERS: tuple[tuple[str, str], ...] = (
    (r"\.dropbox(\.cache)?", "Dropbox"),
    (r"\.849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
    (r"\.nextcloudsync\.log", "Nextcloud"),
    (r"\.owncloudsync\.log(\.1)?", "ownCloud"),
    (r"\._?sync_[0-9a-f]+\.db", "Nextcloud or ownCloud"),
    (r"\.stfolder|\.stversions", "Syncthing"),
    (r"\.megaignore|\.megasync.*", "MEGA"),
    (r"\.tmp\.drive(down|up)load", "Google Drive"),
    (r"\.boxsync.*", "Box"),
    (r"\.pcloud.*", "pCloud"),
    (r"\.proton-?drive.*", "Proton Drive"),
)
"""Files a client leaves in a folder it copies. Stronger than a name: they are looked for all the way up."""

_NAMES: tuple[tuple[str, str], ...] = (
    (r"dropbox( \(.+\))?", "Dropbox"),
    (r"onedrive( - .+)?", "OneDrive"),
    (r"iclouddrive|com~apple~clouddocs", "iCloud Drive"),
    (r"google ?drive|my drive|googledrive-.+", "Google Drive"),
    (r"nextcloud\d*", "Nextcloud"),
    (r"owncloud\d*", "ownCloud"),
    (r"pcloud ?drive|pcloud ?sync", "pCloud"),
    (r"megasync( downloads)?", "MEGA"),
    (r"box sync", "Box"),
    (r"proton ?drive(-.+)?", "Proton Drive"),
)
"""Names such clients give their folder."""

_NAMES_AT_HOME: tuple[tuple[str, str], ...] = ((r"mega", "MEGA"), (r"box", "Box"))
"""Names that mean a client only directly below someone's home folder."""

_CLOUD_STORAGE = {
    "box": "Box",
    "dropbox": "Dropbox",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud Drive",
    "mega": "MEGA",
    "nextcloud": "Nextcloud",
    "onedrive": "OneDrive",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "protondrive": "Proton Drive",
}
"""macOS keeps every client's folder in Library/CloudStorage, as "Client-account"."""

_SETTINGS_AT_HOME = {"Dropbox", "MEGA", "Box", "pCloud", "Proton Drive"}
"""Clients that keep their own settings in a home folder under the name that marks a synced folder elsewhere."""

_SECOND_VERSION = re.compile(
    r"""
    \s?\(.+\) | \s?\[.+\]        # (conflicted copy 2026-11-18), (1), (SFConflict …), [Conflict]
    | \.sync-conflict-.+         # Syncthing
    | [._]conf(lict)?\b.* | _conf(lict)?[-_(].*   # ownCloud, pCloud, Resilio
    | -[\w .-]*[^\W\d][\w .-]*   # OneDrive: the computer's name
    | [ _]\d+                    # iCloud: "journal 2.db"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OBJECT = re.compile(r"[0-9a-f]{32}")
_LITTER = {".ds_store", "thumbs.db", "desktop.ini", ".directory"}
"""What file browsers leave."""
_HEADERS = ("vault.json", "vault.json.old")
_DATABASE = re.compile(r"journal(-\d+){0,2}\.db", re.IGNORECASE)
_BESIDE = ("", "-wal", "-shm", "-journal")


def synced_by(folder: Path) -> str:
    """The name of the cloud client that copies this folder, or ""; by its markers, else by names it is known for."""
    for place in dict.fromkeys((_absolute(folder), _resolved(folder))):
        found = _by_marker(place) or _by_name(place)
        if found:
            return found
    return ""


def conflict_copies(folder: Path) -> list[str]:
    """Names in the vault's folder (and in its objects/) that are a sync client's second version of one of our files."""
    names = set(_listed(folder))
    ours = _our_files(folder, names)
    found = [name for name in names - ours if _is_second_version(name, ours)]
    objects = _listed(folder / "objects")
    found += [f"objects/{name}" for name in objects if _is_second_object(name)]
    return sorted(found)


def strangers(folder: Path, known: Collection[str]) -> list[str]:
    """Names in the vault's folder that are neither `known` nor a conflict copy; a file browser's litter is no one."""
    expected = {*known, *conflict_copies(folder)}
    return sorted(name for name in _listed(folder) if name not in expected and name.casefold() not in _LITTER)


def is_removable(folder: Path, system: Path = Path("/sys")) -> bool:
    """Whether it lies on a medium that can be taken out. Only Linux tells; elsewhere, and in doubt, False."""
    try:
        number = folder.stat().st_dev
        device = (system / "dev" / "block" / f"{os.major(number)}:{os.minor(number)}").resolve(strict=True)
    except (OSError, AttributeError):
        return False
    for place in (device, device.parent):  # a partition has no such file; its disk does
        try:
            return (place / "removable").read_text(encoding="ascii").strip() == "1"
        except (OSError, UnicodeDecodeError):
            continue
    return False


def modes(folder: Path) -> list[str]:
    """Our files and folders that other users of this computer can read or change; "." is the vault's folder itself.

    What lies in a folder that lets nobody in is safe whatever its own mode says. Windows has no such modes.
    """
    return [] if os.name == "nt" else list(_open_to_others(folder, ".", 0o077))


def _open_to_others(place: Path, name: str, reach: int) -> Iterator[str]:
    """`reach` has the bits of those (group, others) who get as far as the folder that holds `place`."""
    try:
        mode = place.lstat().st_mode
    except OSError:
        return
    if stat.S_ISLNK(mode):
        return  # a link's mode means nothing
    if mode & reach & 0o066:
        yield name
    if stat.S_ISDIR(mode):
        inside = (0o070 if mode & reach & 0o010 else 0) | (0o007 if mode & reach & 0o001 else 0)
        for child in sorted(_listed(place)) if inside else ():
            yield from _open_to_others(place / child, child if name == "." else f"{name}/{child}", inside)


def _by_marker(place: Path) -> str:
    home = _home()
    for above in (place, *place.parents):
        if home and above == home.parent:
            break  # what lies there is nobody's synced folder, and may be slow to list
        for name in _listed(above):
            found = _match(name, _MARKERS) if name.startswith(".") else ""
            if found and not (above == home and found in _SETTINGS_AT_HOME):
                return found
    return ""


def _by_name(place: Path) -> str:
    parts, home = place.parts, _home()
    for position, part in enumerate(parts):
        before = [earlier.casefold() for earlier in parts[max(0, position - 2) : position]]
        if before[-1:] == ["library"] and part.casefold() == "mobile documents":
            return "iCloud Drive"
        if before == ["library", "cloudstorage"]:
            client = re.split(r"[- ]", part, maxsplit=1)[0]
            return _CLOUD_STORAGE.get(client.casefold(), client)
        at_home = home is not None and Path(*parts[:position]) == home
        found = _match(part, _NAMES) or (_match(part, _NAMES_AT_HOME) if at_home else "")
        if found:
            return found
    return ""


def _home() -> Path | None:
    try:
        return _absolute(Path.home())
    except RuntimeError:
        return None


def _match(name: str, table: tuple[tuple[str, str], ...]) -> str:
    return next((client for pattern, client in table if re.fullmatch(pattern, name, re.IGNORECASE)), "")


def _our_files(folder: Path, names: Collection[str]) -> set[str]:
    """The names that are ours: the headers, every database of ours that is there, and what SQLite keeps beside it."""
    databases = {"journal.db", *(name for name in names if _DATABASE.fullmatch(name))}
    for header in _HEADERS:
        try:
            databases.add(decode((folder / header).read_bytes()).database)
        except (OSError, HeaderDamaged, NewerVault):
            continue
    return {*_HEADERS, *(name + end for name in databases for end in _BESIDE)}


def _is_second_version(name: str, ours: Collection[str]) -> bool:
    for own in ours:
        cuts = [*(place for place, letter in enumerate(own) if letter == "."), len(own)]
        for cut in cuts:
            head, tail = own[:cut], own[cut:]
            middle = name[len(head) : len(name) - len(tail)]
            if middle and name.startswith(head) and name.endswith(tail) and _SECOND_VERSION.fullmatch(middle):
                return True
    return False


def _is_second_object(name: str) -> bool:
    own = _OBJECT.match(name)
    return own is not None and _SECOND_VERSION.fullmatch(name, own.end()) is not None


def _listed(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in os.scandir(folder)]
    except OSError:
        return []


def _absolute(folder: Path) -> Path:
    return Path(os.path.abspath(folder))  # noqa: PTH100 - resolves "..", and no link


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return _absolute(folder)
