"""The vault's header, `vault.json`: what is needed to find and check a key, and nothing of the journal."""

import hashlib
import hmac
import json
import re
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

from workjournal.errors import JournalError
from workjournal.vault.keys import SEALED_BYTES, authentication_code

MAGIC = "workjournal vault"
FORMAT = 2
"""Format 1 knew neither the session nor when a slot was last used, and sealed a slot's name with its key."""
LARGEST = 1 << 20
"""A header is a few kilobytes; anything over 1 MiB is refused before it is parsed."""
MOST_SLOTS = 64
"""Each may cost a gigabyte and seconds to try."""
_NAME = re.compile(r"\w[\w.-]{0,99}", re.ASCII)


class HeaderDamaged(JournalError):
    """The vault's header (vault.json) is damaged: {reason}. `workjournal check --mend-header` looks for a whole one in vault.json.old and in the backups."""


class NewerVault(JournalError):
    """This vault was made by a newer program (format {found}; this one reads up to {known}). It was left unchanged."""


@dataclass(frozen=True, kw_only=True)
class SlotRecord:
    """One way in, as stored: its kind, the public parameters of its key derivation, the wrapped master key.

    `name` and `used` (the day it last opened the vault, "" for never) are labels: the header's MAC guards them, the
    wrapping does not, so that they change without the slot's secret.
    """

    id: str
    kind: str
    name: str
    made: str
    used: str = ""
    parameters: dict[str, Any]
    wrapped: str

    def context(self, vault_id: str, format_number: int = FORMAT) -> bytes:
        """What the wrapping authenticates: what makes the slot what it is, and the vault's identity."""
        slot = {"id": self.id, "kind": self.kind, "made": self.made, "parameters": self.parameters}
        if format_number == 1:
            slot["name"] = self.name
        return _canonical({"magic": MAGIC, "format": format_number, "vault": vault_id, "slot": slot})


@dataclass(frozen=True, kw_only=True)
class Header:
    """The whole header. `mac` is made with the master key, `checksum` shows damage without one.

    `generation` counts master keys, `session` the sessions in which something was written; the database holds both too.
    """

    format: int = FORMAT
    vault_id: str
    generation: int
    session: int = 0
    made: str
    database: str
    salt: str
    page_size: int
    slots: tuple[SlotRecord, ...] = field(default=())
    mac: str = ""

    def signed(self, master: bytes) -> "Header":
        """The same header with its authentication code."""
        return replace(self, mac=authentication_code(master, self._authenticated()).hex())

    def is_signed_by(self, master: bytes) -> bool:
        """Whether the authentication code is the one this master key gives."""
        return hmac.compare_digest(self.mac, authentication_code(master, self._authenticated()).hex())

    def encode(self) -> bytes:
        """The file's bytes."""
        content = self.stored()
        content["checksum"] = hashlib.sha256(_canonical(content)).hexdigest()
        return json.dumps(content, indent=1, ensure_ascii=True).encode()

    def slot(self, slot_id: str) -> SlotRecord | None:
        """The slot of that id."""
        return next((slot for slot in self.slots if slot.id == slot_id), None)

    def _authenticated(self) -> bytes:
        return _canonical(replace(self, mac="").stored())

    def stored(self) -> dict[str, Any]:
        """The file's content but for its checksum."""
        content = {"magic": MAGIC, **asdict(self)}
        if self.format == 1:
            del content["session"]
            for slot in content["slots"]:
                del slot["used"]
        return content


def decode(content: bytes) -> Header:
    """The header in `content`.

    Raises:
        NewerVault: its format number is higher than ours.
        HeaderDamaged: anything else than an intact header; nothing of it was used.
    """
    stored = _parse(content)
    number = stored.get("format")
    if type(number) is int and number > FORMAT:
        raise NewerVault(found=number, known=FORMAT)
    checksum = stored.pop("checksum", None)
    if not isinstance(checksum, str) or checksum != hashlib.sha256(_canonical(stored)).hexdigest():
        raise HeaderDamaged(reason="its checksum does not fit its content")
    if type(number) is not int or number < 1:
        raise HeaderDamaged(reason="there never was such a format")
    del stored["magic"]
    try:
        slots = tuple(SlotRecord(**slot) for slot in stored.pop("slots"))
        header = Header(**stored, slots=slots)
        _check(header)
    except (TypeError, ValueError, KeyError) as error:
        raise HeaderDamaged(reason="a field is missing or of another kind") from error
    return header


def _parse(content: bytes) -> dict[str, Any]:
    if len(content) > LARGEST:
        raise HeaderDamaged(reason="it is far too long")
    try:
        stored = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise HeaderDamaged(reason="it is not readable") from error
    if not isinstance(stored, dict) or stored.get("magic") != MAGIC:
        raise HeaderDamaged(reason="it does not begin as a Workjournal vault does")
    return stored


def _check(header: Header) -> None:
    """Raises: ValueError or TypeError for a value no program of ours writes."""
    texts = [header.vault_id, header.made, header.database, header.salt, header.mac]
    numbers: list[object] = [header.generation, header.session, header.page_size]
    for slot in header.slots:
        texts += [slot.id, slot.kind, slot.name, slot.made, slot.used, slot.wrapped]
        # Flat, so that nothing below has to walk what a forger nested.
        for value in slot.parameters.values() if isinstance(slot.parameters, dict) else (None,):
            (texts if isinstance(value, str) else numbers).append(value)
    if not all(isinstance(text, str) for text in texts) or not all(type(number) is int for number in numbers):
        raise TypeError
    UUID(header.vault_id)
    if len(header.slots) > MOST_SLOTS:
        raise ValueError
    # A name only, so that a forged header cannot point outside the folder.
    if not _NAME.fullmatch(header.database):
        raise ValueError
    lengths = [(header.salt, 16), (header.mac, 32), *((slot.wrapped, SEALED_BYTES) for slot in header.slots)]
    if any(len(bytes.fromhex(text)) != length for text, length in lengths):
        raise ValueError


def _canonical(content: dict[str, Any]) -> bytes:
    try:
        return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
    except (ValueError, RecursionError) as error:
        raise HeaderDamaged(reason="it is not readable") from error
