"""What every way into a vault offers."""

from typing import Any, Protocol

from workjournal.errors import JournalError


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
