"""An export that only its passphrase opens: a file of the format age (age-encryption.org/v1), which other programs know too."""

import io

from workjournal.errors import JournalError
from workjournal.exporters.sink import TooLargeToSeal

ENDING = ".age"
MEGABYTE = 1024 * 1024
MOST = 1024 * MEGABYTE
"""Bytes of what is sealed: all of it is in memory, twice, since nothing of it may be on the disk before it is encrypted."""


class NoExportPassphrase(JournalError):
    """An encrypted export needs a passphrase with at least one sign that is no space."""


class Unsealed(io.BytesIO):
    """What is to be sealed, as long as it is only in memory."""

    def write(self, content: object, /) -> int:
        """Raises: TooLargeToSeal."""
        if self.tell() + len(memoryview(content).cast("B")) > MOST:  # type: ignore[arg-type] # bytes of any sort
            raise TooLargeToSeal(limit=MOST // MEGABYTE)
        return super().write(content)  # type: ignore[arg-type]


def check(passphrase: str) -> None:
    """See beforehand that a passphrase can be used.

    Raises:
        NoExportPassphrase
    """
    if not passphrase.strip():
        raise NoExportPassphrase


def sealed(content: bytes, passphrase: str) -> bytes:
    """The same under a passphrase: its key by scrypt, for about a second of work, and ChaCha20-Poly1305.

    Raises:
        NoExportPassphrase
    """
    import pyrage  # 4 MB, which no other command needs

    check(passphrase)
    made: bytes = pyrage.passphrase.encrypt(content, passphrase)
    return made
