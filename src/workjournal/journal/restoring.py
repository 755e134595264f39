"""Making a journal out of a copy again: always a new one in a folder of its own, never over the present one."""

from contextlib import suppress
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.journal.copies.examining import examine
from workjournal.journal.copies.folders import FOLDER, MANIFEST, Found, Manifest, folders
from workjournal.journal.copies.making import copy_durably, written
from workjournal.journal.relocating import InsideItself
from workjournal.store.copying import CopyDiffers, need_room, part
from workjournal.store.integrity import Report, unheard
from workjournal.vault import ledger, objects, vault
from workjournal.vault.files import sync_folder, write_durably
from workjournal.vault.slots.system_keyring import SYSTEM_KEYRING
from workjournal.vault.vault import Keys, VaultExists, WrongPassphrase
from workjournal.vault.ways_in import without

UNFINISHED = ".restoring"
"""Stands in the new folder until all is there, so that what a kill leaves is known as ours."""


class CopyDamaged(JournalError):
    """The backup {name} is damaged ({found}), so it was not restored and nothing was made. Choose another one."""


def copies_beside(folder: Path) -> list[Found]:
    """The copies of the vault in `folder`, newest first; needs no key, for a vault that does not open any more."""
    return folders(folder / FOLDER)


def free_name(folder: Path) -> Path:
    """A place beside `folder` where nothing is yet."""
    ends = chain(("-restored",), (f"-restored-{number}" for number in count(2)))
    return next(free for end in ends if not (free := folder.with_name(folder.name + end)).exists())


def restore(copy: Path, target: Path, secret: str | Keys, report: Report = unheard) -> Path:
    """Make a new vault in the empty or new folder `target` out of a copy; it opens as it did when the copy was made.

    Args:
        copy: its folder.
        target: where the journal is to be.
        secret: the passphrase or recovery code of that time, or the keys of the opened journal.
        report: told how far it is; may raise to cancel, then nothing is left.

    Returns:
        the folder.

    Raises:
        CopyDamaged, WrongPassphrase, VaultExists, InsideItself, NoRoom, CopyUnwritable, NotAVault, HeaderDamaged, DatabaseMissing
    """
    keys = _keys(copy, secret)
    with written(target):
        _need_outside(target)
    report(0.0, "Checking the backup")
    examined = examine(keys, part(report, 0.0, 0.4))
    if examined.manifest is None or examined.found:
        raise CopyDamaged(name=copy.name, found="; ".join(examined.found[:3]))
    with written(target):
        is_new = _begin(target)
    try:
        with written(target):
            _fill(keys, examined.manifest, target, part(report, 0.4, 0.6))
            _compare(replace(keys, folder=target), part(report, 0.6, 1.0))
            _finish(keys, target)
            # Known here with a newer state, if something else was in that folder before: this one is on purpose.
            ledger.note(replace(keys, folder=target), examined.manifest.session, also_older=True)
    except BaseException:
        _remove_ours(target)
        if is_new:
            with suppress(OSError):
                target.rmdir()
        raise
    return target


def _keys(copy: Path, secret: str | Keys) -> Keys:
    if isinstance(secret, str):
        return vault.unlock(copy, secret)
    header = vault.read_header(copy)
    if not header.is_signed_by(secret.master):
        raise WrongPassphrase
    return replace(secret, folder=copy, header=header)


def _need_outside(target: Path) -> None:
    """Not in a journal's folder; there is a better word for a place that is taken."""
    taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    if not taken and any((above / vault.HEADER).is_file() for above in target.resolve().parents):
        raise InsideItself(target=target)


def _begin(target: Path) -> bool:
    """Claim the folder; whether it is new. What a restore left that was killed is taken away first."""
    is_new = not target.exists()
    try:
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        if (target / UNFINISHED).exists() and not (target / vault.HEADER).exists():
            _remove_ours(target)
        if any(target.iterdir()):
            raise VaultExists(folder=target)
    except (FileExistsError, NotADirectoryError) as error:
        raise VaultExists(folder=target) from error
    target.chmod(0o700)
    write_durably(target / UNFINISHED, b"")
    sync_folder(target.parent)
    return is_new


def _fill(keys: Keys, manifest: Manifest, target: Path, report: Report) -> None:
    """Everything but the header, which alone makes it a vault."""
    source = keys.folder / objects.FOLDER
    sizes = [(source / name).stat().st_size for name in manifest.objects]
    need_room(target, manifest.database_bytes + sum(sizes))
    report(0.0, "Copying the database")
    copy_durably(keys.database, target / keys.header.database)
    copy_durably(keys.folder / MANIFEST, target / MANIFEST)
    (target / objects.FOLDER).mkdir(mode=0o700)
    for number, name in enumerate(manifest.objects):
        report(number / len(sizes), "Copying attachments")
        copy_durably(source / name, target / objects.FOLDER / name)
    sync_folder(target / objects.FOLDER)


def _compare(keys: Keys, report: Report) -> None:
    found = examine(keys, report).found
    if found:
        raise CopyDiffers(folder=keys.folder, found="; ".join(found[:3]))


def _finish(keys: Keys, target: Path) -> None:
    (target / MANIFEST).unlink()
    # A keyring's entry is the present journal's: if that is destroyed, the entry goes, and this one would not open by it.
    header = replace(keys.header, slots=without(keys.header, SYSTEM_KEYRING)).signed(keys.master)
    write_durably(target / vault.HEADER, header.encode())
    (target / UNFINISHED).unlink()
    sync_folder(target)


def _remove_ours(target: Path) -> None:
    """What a restore makes, and nothing else that may lie there."""
    for name in objects.object_ids(target / objects.FOLDER):
        (target / objects.FOLDER / name).unlink(missing_ok=True)
    with suppress(OSError):
        (target / objects.FOLDER).rmdir()
    with suppress(OSError):
        for path in target.iterdir():
            if path.name in {vault.HEADER, MANIFEST, UNFINISHED} or path.match("journal*.db"):
                path.unlink(missing_ok=True)
