"""What every way into a vault offers."""

import os
import re
from typing import Any, Protocol

from workjournal.errors import JournalError

PARAMETER_BYTES = 16
"""Of a salt, and of the name of an entry."""


class SlotRefused(JournalError):
    """The vault's header asks for a key derivation this program does not do ({reason}). It may be damaged or forged."""


class Slot(Protocol):
    """A way in: it names itself, makes parameters for a new slot and derives the wrapping key from a secret."""

    kind: str

    def parameters(self) -> dict[str, Any]:
        """Fresh public parameters for a new slot (JSON values)."""

    def wrapping_key(self, secret: str, parameters: dict[str, Any]) -> bytes:
        """32 bytes from the secret.

        Raises:
            SlotRefused: the parameters are outside what the slot allows; checked before any work is done.
        """


def fresh_bytes() -> str:
    """16 random bytes for a new slot's parameters, in hexadecimal."""
    return os.urandom(PARAMETER_BYTES).hex()


def bytes_of(stored: object, length: int = PARAMETER_BYTES) -> bytes | None:
    """The bytes of a value in hexadecimal as we write it, or None when it is anything else."""
    if not isinstance(stored, str) or not re.fullmatch(f"[0-9a-f]{{{2 * length}}}", stored):
        return None
    return bytes.fromhex(stored)


def stored_bytes(kind: str, parameters: dict[str, Any], *names: str) -> list[bytes]:
    """The bytes of these parameters, which are all there may be.

    Raises:
        SlotRefused: one is missing, of another shape, or not known.
    """
    found = {name: bytes_of(stored) for name, stored in parameters.items()}
    if set(found) != set(names) or None in found.values():
        raise SlotRefused(reason=f"{kind} with other parameters than {' and '.join(names)} of 16 bytes")
    return [content for name in names if (content := found[name]) is not None]
