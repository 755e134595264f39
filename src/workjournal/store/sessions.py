"""Counting the sessions in which something was written: in the database, the header, and a ledger outside the vault.

An older database put back, or one that a sync client mixed with another's log, then shows: it counts fewer sessions than
the header or the ledger. The count rises with the first save of a process, in its transaction, and once more when it
closes; the database's is written first, so a crash leaves it ahead, never behind.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, text

from workjournal.vault import ledger
from workjournal.vault.vault import Keys, change_header

_RISE = text("UPDATE vault_state SET session = session + 1")
_READ = text("SELECT generation, session FROM vault_state")


@dataclass(frozen=True)
class VaultState:
    """What the database says of itself."""

    generation: int
    session: int


def state(connection: Connection) -> VaultState:
    """The present counts."""
    generation, session = connection.execute(_READ).one()
    return VaultState(int(generation), int(session))


def begin(connection: Connection) -> int:
    """In the transaction of a process's first save; returns the new count."""
    connection.execute(_RISE)
    return state(connection).session


def end(connection: Connection) -> int:
    """In a transaction of its own, when a process that saved something closes; returns the new count."""
    connection.execute(_RISE)
    return state(connection).session


def settle(keys: Keys, session: int) -> Keys:
    """Bring header and ledger up to the database's count, once that is durable.

    Raises:
        KeysChanged, HeaderBusy, VaultUnwritable
    """
    changed = change_header(keys, lambda header: replace(header, session=max(header.session, session)))
    ledger.note(changed, changed.header.session)
    return changed


def accept(keys: Keys, session: int) -> Keys:
    """As `settle`, where the count went down and the user knows why."""
    changed = change_header(keys, lambda header: replace(header, session=session))
    ledger.note(changed, session, also_older=True)
    return changed
