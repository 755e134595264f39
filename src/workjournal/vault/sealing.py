"""Sealing the master key into a new slot."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from workjournal.vault.header import SlotRecord
from workjournal.vault.keys import wrap
from workjournal.vault.slots.slot import Slot


def sealed(slot: Slot, name: str, secret: str, vault_id: str, master: bytes) -> SlotRecord:
    """A new way in: `master` wrapped under what `slot` makes of `secret`."""
    return sealed_with(slot, name, slot.parameters(), secret, vault_id, master)


def sealed_with(
    slot: Slot, name: str, parameters: dict[str, object], secret: str, vault_id: str, master: bytes
) -> SlotRecord:
    """As `sealed`, with parameters that were made before."""
    bare = SlotRecord(
        id=uuid4().hex, kind=slot.kind, name=name, made=now(), parameters=parameters, wrapped=""
    )
    wrapped = wrap(slot.wrapping_key(secret, parameters), master, bare.context(vault_id))
    return replace(bare, wrapped=wrapped.hex())


def now() -> str:
    """The time as headers hold it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
