"""Another header in the place of a damaged one, once it is certain that it opens this database."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.journal.copies.folders import FOLDER, folders, stamp
from workjournal.store.engine import open_vault_database
from workjournal.store.faults import faults_named
from workjournal.vault import vault
from workjournal.vault.files import write_durably
from workjournal.vault.header import Header, HeaderDamaged
from workjournal.vault.locks import header_lock
from workjournal.vault.slots.slot import SlotRefused
from workjournal.vault.vault import HEADER, PREVIOUS_HEADER, Keys, NotAVault, VaultUnwritable, WrongPassphrase


class HeaderIsWhole(JournalError):
    """The header of the journal in {folder} is whole, so it was left as it is."""


class NoHeaderFits(JournalError):
    """Neither vault.json.old nor a backup holds a header that opens the database in {folder} with that passphrase. Nothing was changed. A backup can be restored as a whole: `workjournal restore`."""


def is_lost(folder: Path) -> bool:
    """Whether there is no header at all where one could be put in place."""
    return not (folder / HEADER).exists() and any(_candidates(folder))


def mend_header(folder: Path, secret: str) -> str:
    """Put a whole header in place of the damaged one, which is kept as vault.json.damaged-<time>.

    A header from before a rotation of the master key opens another database than this, and is refused.

    Returns:
        where it came from, from the vault's folder: "vault.json.old", "backups/…/vault.json".

    Raises:
        HeaderIsWhole, WrongPassphrase, NoHeaderFits, NotAVault, NewerVault, VaultUnwritable, HeaderBusy
    """
    try:
        with header_lock(folder):
            _need_damage(folder, secret)
            return _mended_from(folder, secret).relative_to(folder).as_posix()
    except OSError as error:
        raise VaultUnwritable(folder=folder, reason=error.strerror) from error


def _mended_from(folder: Path, secret: str) -> Path:
    refused = fitting = False
    for place in _candidates(folder):
        try:
            header = vault.read_header_file(place)
            keys = vault.open_header(folder, header, secret)
        except WrongPassphrase:
            refused = True
            continue
        except (HeaderDamaged, SlotRefused, NotAVault):
            continue
        fitting = True
        if _opens_its_database(keys):
            _put_in_place(folder, header)
            return place
    raise WrongPassphrase if refused and not fitting else NoHeaderFits(folder=folder)


def _need_damage(folder: Path, secret: str) -> None:
    try:
        vault.open_header(folder, vault.read_header_file(folder / HEADER), secret)
    except HeaderDamaged:
        return
    except NotAVault:
        if any(_candidates(folder)):
            return
        raise
    raise HeaderIsWhole(folder=folder)


def _candidates(folder: Path) -> Iterator[Path]:
    """The headers there are besides the present one, the newest first."""
    places = (folder / PREVIOUS_HEADER, *(copy.path / HEADER for copy in folders(folder / FOLDER)))
    return (place for place in places if place.is_file())


def _opens_its_database(keys: Keys) -> bool:
    if not keys.database.is_file():
        return False
    try:
        with faults_named(keys.folder), closing(open_vault_database(keys)) as connection:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except JournalError:
        return False


def _put_in_place(folder: Path, header: Header) -> None:
    damaged = folder / HEADER
    if damaged.exists():
        now = stamp(dt.datetime.now(dt.UTC))
        write_durably(folder / f"{HEADER}.damaged-{now}", damaged.read_bytes())
    write_durably(damaged, header.encode())
