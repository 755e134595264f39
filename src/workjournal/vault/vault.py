"""A vault on disk: making one, finding one, opening one with a secret, changing its header."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from workjournal.errors import JournalError
from workjournal.vault.files import sync_folder, write_durably
from workjournal.vault.header import FORMAT, LARGEST, Header, HeaderDamaged, SlotRecord, decode
from workjournal.vault.keys import derive, new_key, unwrap, wrap
from workjournal.vault.locks import header_lock
from workjournal.vault.sealing import now, sealed
from workjournal.vault.slots import SLOTS
from workjournal.vault.slots.passphrase import PASSPHRASE
from workjournal.vault.slots.recovery_code import NotACode
from workjournal.vault.slots.slot import Slot, SlotRefused
from workjournal.vault.slots.system_keyring import SYSTEM_KEYRING

HEADER = "vault.json"
PREVIOUS_HEADER = "vault.json.old"
MANIFEST = "manifest"
"""Only in a backup, which is a vault folder of its own."""
DATABASE = "journal.db"
PAGE_SIZE = 16384
"""Bytes. With 4 KiB pages SQLCipher returned damaged rows without an error in 60 of 300 trials, with 16 KiB in none."""


class NotAVault(JournalError):
    """There is no journal in {folder}: it has no vault.json."""


class VaultExists(JournalError):
    """{folder} already holds something. Choose a new or an empty folder for a new journal."""


class VaultUnwritable(JournalError):
    """The folder {folder} cannot be written: {reason}."""


class DatabaseMissing(JournalError):
    """The journal's database ({name}) is missing from {folder}. Restore it from a backup; the header and its keys are intact."""


class WrongPassphrase(JournalError):
    """That passphrase does not open this vault."""


class KeysChanged(JournalError):
    """The keys of this journal were changed by another program meanwhile. Lock it and unlock it again."""


class NotByKeyring(JournalError):
    """This computer's keyring does not open this journal. Its passphrase does."""


class EmptyPassphrase(JournalError):
    """A journal needs a passphrase. Four or five words that do not belong together are a good one."""


@dataclass(frozen=True)
class Keys:
    """An opened vault: its folder, its header, the sub-keys the store needs, and the slot that opened it."""

    folder: Path
    header: Header
    master: bytes
    slot_id: str = ""

    @property
    def database(self) -> Path:
        """The database's file."""
        return self.folder / self.header.database

    @property
    def database_key(self) -> bytes:
        """32 bytes; bound to the generation, so that a rotated database never meets an old key."""
        return derive(self.master, f"database/{self.header.generation}")

    @property
    def database_salt(self) -> bytes:
        """16 bytes."""
        return bytes.fromhex(self.header.salt)

    def __repr__(self) -> str:
        return f"<Keys of vault {self.header.vault_id}>"


def create(folder: Path, passphrase: str) -> Keys:
    """Make a new vault in an empty or new folder; its database is made by the store.

    Raises:
        EmptyPassphrase, VaultExists, VaultUnwritable
    """
    if not passphrase.strip():
        raise EmptyPassphrase
    _make_folder(folder)
    master = new_key()
    header = Header(
        vault_id=str(uuid4()),
        generation=1,
        made=now(),
        database=DATABASE,
        salt=os.urandom(16).hex(),
        page_size=PAGE_SIZE,
    )
    slot = sealed(PASSPHRASE, "Passphrase", passphrase, header.vault_id, master)
    keys = Keys(folder, replace(header, slots=(slot,)).signed(master), master, slot.id)
    write_header(keys)
    return keys


def read_header(folder: Path) -> Header:
    """The header of the vault in `folder`.

    Raises:
        NotAVault, HeaderDamaged, NewerVault, DatabaseMissing
    """
    header = read_header_file(folder / HEADER)
    if not (folder / header.database).is_file():
        raise DatabaseMissing(name=header.database, folder=folder)
    return header


def read_header_file(file: Path) -> Header:
    """The header in `file`, whatever else is in its folder.

    Raises:
        NotAVault, HeaderDamaged, NewerVault
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)  # however large the file is
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAVault(folder=file.parent) from error
    except OSError as error:
        raise HeaderDamaged(reason=error.strerror or "it cannot be read") from error
    return decode(content)


def is_writable(folder: Path) -> bool:
    """Whether this vault can be changed: its folder, its header and its database. A backup stays what was verified."""
    if (folder / MANIFEST).exists():
        return False
    names = (HEADER, read_header_file(folder / HEADER).database)
    return all(os.access(path, os.W_OK) for path in (folder, *(folder / name for name in names)))


def unlock(folder: Path, secret: str) -> Keys:
    """Open the vault in `folder` with what a person types: a passphrase, or a recovery code.

    Whether the secret is right is decided by the header alone.

    Raises:
        WrongPassphrase: no slot opens with the secret. Otherwise as `read_header`, and SlotRefused.
    """
    return open_header(folder, read_header(folder), secret, may_write=True)


def open_header(folder: Path, header: Header, secret: str, *, may_write: bool = False) -> Keys:
    """The keys that `header` gives out for `secret`; raises what `unlock` raises.

    No file is read or written, unless with `may_write` a header of format 1 is brought into the present one.
    """
    refused: SlotRefused | None = None
    for record in header.slots:
        slot = _slot_of(record)
        if slot is None or slot is SYSTEM_KEYRING:  # one that a newer program added; one that nobody types
            continue
        try:
            wrapping_key = slot.wrapping_key(secret, record.parameters)
        except NotACode:
            continue
        except SlotRefused as error:
            refused = error
            continue
        keys = _opened(folder, header, record, wrapping_key, may_write=may_write)
        if keys is not None:
            return keys
    if refused is not None:
        raise refused
    if all(_slot_of(record) is None for record in header.slots):
        raise SlotRefused(reason="no way in that it knows")
    raise WrongPassphrase


def unlock_by_keyring(folder: Path) -> Keys:
    """Open the vault with what this computer's keyring keeps for it.

    Raises:
        NotByKeyring, KeyringNotReady. Otherwise as `read_header`.
    """
    from workjournal.vault.slots.system_keyring import NoSecretKept, fetch

    header = read_header(folder)
    for record in header.slots:
        if record.kind == SYSTEM_KEYRING.kind:
            try:
                wrapping_key = SYSTEM_KEYRING.wrapping_key(
                    fetch(str(record.parameters.get("entry"))), record.parameters
                )
            except NoSecretKept:
                continue
            keys = _opened(folder, header, record, wrapping_key, may_write=True)
            if keys is not None:
                return keys
    raise NotByKeyring


def _slot_of(record: SlotRecord) -> Slot | None:
    return next((slot for slot in SLOTS if slot.kind == record.kind), None)


def _opened(
    folder: Path, header: Header, record: SlotRecord, wrapping_key: bytes, *, may_write: bool
) -> Keys | None:
    sealed_key = bytes.fromhex(record.wrapped)
    master = unwrap(wrapping_key, sealed_key, record.context(header.vault_id, header.format))
    if master is None:
        return None
    if not header.is_signed_by(master):
        raise HeaderDamaged(reason="it was changed by something else than this program")
    keys = Keys(folder, header, master, record.id)
    if header.format < FORMAT and may_write and is_writable(folder):
        return _in_present_format(keys, record, wrapping_key)
    return keys


def _in_present_format(keys: Keys, record: SlotRecord, wrapping_key: bytes) -> Keys:
    """Format 1 had one slot, the one that has just opened it: its seal is made anew, the old header is kept."""
    bare = replace(record, wrapped="")
    context = bare.context(keys.header.vault_id)
    slot = replace(bare, wrapped=wrap(wrapping_key, keys.master, context).hex())
    return change_header(keys, lambda header: replace(header, format=FORMAT, slots=(slot,)))


def change_header(keys: Keys, change: Callable[[Header], Header], *, forget_previous: bool = False) -> Keys:
    """Read the header again, change it and put it in place; nobody else does so meanwhile.

    Args:
        keys: of the opened vault.
        change: makes the new header of the present one; need not sign it.
        forget_previous: overwrite vault.json.old too, and remove what a kill or a mending left of other headers, since
            they hold a way in that is taken away.

    Raises:
        KeysChanged, HeaderBusy, VaultUnwritable. Otherwise as `read_header`.
    """
    try:
        with header_lock(keys.folder):
            present = read_header_file(keys.folder / HEADER)
            if not present.is_signed_by(keys.master):
                raise KeysChanged
            changed = replace(keys, header=change(present).signed(keys.master))
            write_header(changed, forget_previous=forget_previous)
    except OSError as error:
        raise VaultUnwritable(folder=keys.folder, reason=error.strerror) from error
    return changed


def write_header(keys: Keys, *, forget_previous: bool = False) -> None:
    """Put the header in place, keeping the previous one.

    Raises:
        VaultUnwritable
    """
    target, previous = keys.folder / HEADER, keys.folder / PREVIOUS_HEADER
    try:
        if forget_previous:
            for file in (*keys.folder.glob(f".{HEADER}*.new"), *keys.folder.glob(f"{HEADER}.damaged-*")):
                file.unlink(missing_ok=True)
        elif target.exists() and not _is_of_a_later_key(previous, keys.header):
            write_durably(previous, target.read_bytes())
        write_durably(target, keys.header.encode())
        if forget_previous and previous.exists():
            write_durably(previous, keys.header.encode())
    except OSError as error:
        raise VaultUnwritable(folder=keys.folder, reason=error.strerror) from error


def _is_of_a_later_key(previous: Path, header: Header) -> bool:
    """Where an older header was put back, the one before may be the only key to the newer database: it stays."""
    try:
        return read_header_file(previous).generation > header.generation
    except JournalError:
        return False


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(folder.iterdir()):
            raise VaultExists(folder=folder)
        folder.chmod(0o700)
        sync_folder(folder.parent)
    except (FileExistsError, NotADirectoryError) as error:
        raise VaultExists(folder=folder) from error
    except OSError as error:
        raise VaultUnwritable(folder=folder, reason=error.strerror) from error
