"""A vault on disk: making one, finding one, opening one with a secret."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from workjournal.errors import JournalError
from workjournal.vault.files import sync_folder, write_durably
from workjournal.vault.header import LARGEST, Header, HeaderDamaged, SlotRecord, decode
from workjournal.vault.keys import derive, new_key, unwrap, wrap
from workjournal.vault.slots import SLOTS
from workjournal.vault.slots.slot import Slot, SlotRefused

HEADER = "vault.json"
PREVIOUS_HEADER = "vault.json.old"
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


class AlreadyOpen(JournalError):
    """This journal is already open in another Workjournal window."""


class EmptyPassphrase(JournalError):
    """A journal needs a passphrase. Four or five words that do not belong together are a good one."""


@dataclass(frozen=True)
class Keys:
    """An opened vault: its folder, its header, and the sub-keys the store needs."""

    folder: Path
    header: Header
    master: bytes

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
        made=_now(),
        database=DATABASE,
        salt=os.urandom(16).hex(),
        page_size=PAGE_SIZE,
    )
    slot = _new_slot(SLOTS[0], header.vault_id, passphrase, master)
    keys = Keys(folder, Header(**{**vars(header), "slots": (slot,)}).signed(master), master)
    write_header(keys)
    return keys


def read_header(folder: Path) -> Header:
    """The header of the vault in `folder`.

    Raises:
        NotAVault, HeaderDamaged, NewerVault, DatabaseMissing
    """
    try:
        with (folder / HEADER).open("rb") as file:
            content = file.read(LARGEST + 1)  # however large the file is
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAVault(folder=folder) from error
    except OSError as error:
        raise HeaderDamaged(reason=error.strerror or "it cannot be read") from error
    header = decode(content)
    if not (folder / header.database).is_file():
        raise DatabaseMissing(name=header.database, folder=folder)
    return header


def unlock(folder: Path, secret: str) -> Keys:
    """Open the vault in `folder`; whether the secret is right is decided by the header alone.

    Raises:
        WrongPassphrase: no slot opens with the secret. Otherwise as `read_header`, and SlotRefused.
    """
    header = read_header(folder)
    for record in header.slots:
        slot = next((slot for slot in SLOTS if slot.kind == record.kind), None)
        if slot is None:
            continue  # a way in that a newer program added; the others still work
        wrapping_key = slot.wrapping_key(secret, record.parameters)
        master = unwrap(wrapping_key, bytes.fromhex(record.wrapped), record.context(header.vault_id))
        if master is not None:
            if not header.is_signed_by(master):
                raise HeaderDamaged(reason="it was changed by something else than this program")
            return Keys(folder, header, master)
    if not any(record.kind == slot.kind for record in header.slots for slot in SLOTS):
        raise SlotRefused(reason="no way in that it knows")
    raise WrongPassphrase


def write_header(keys: Keys) -> None:
    """Put the header in place, keeping the previous one.

    Raises:
        VaultUnwritable
    """
    target = keys.folder / HEADER
    try:
        if target.exists():
            write_durably(keys.folder / PREVIOUS_HEADER, target.read_bytes())
        write_durably(target, keys.header.encode())
    except OSError as error:
        raise VaultUnwritable(folder=keys.folder, reason=error.strerror) from error


def remove_unfinished(keys: Keys) -> None:
    """Take away the files of a vault whose making failed half-way, so that it can be tried again in that folder."""
    for name in (keys.header.database, f"{keys.header.database}-wal", f"{keys.header.database}-shm", HEADER):
        (keys.folder / name).unlink(missing_ok=True)


class WindowLock:
    """Held by the one window on a vault; the terminal does not need it. The system frees it if the process dies."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "window.lock", timeout=0, mode=0o600, thread_local=False)

    def take(self) -> None:
        """Take the lock, to be kept until `release`.

        Raises:
            AlreadyOpen
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            raise AlreadyOpen from error

    def release(self) -> None:
        """Let another window in."""
        self._lock.release()


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


def _new_slot(slot: Slot, vault_id: str, secret: str, master: bytes) -> SlotRecord:
    parameters = slot.parameters()
    bare = SlotRecord(
        id=uuid4().hex, kind=slot.kind, name="Passphrase", made=_now(), parameters=parameters, wrapped=""
    )
    sealed = wrap(slot.wrapping_key(secret, parameters), master, bare.context(vault_id))
    return SlotRecord(**{**vars(bare), "wrapped": sealed.hex()})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
