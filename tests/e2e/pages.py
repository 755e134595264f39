"""The pages of an SQLCipher 4 database, decrypted without SQLCipher: free pages and the gaps between rows too."""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

SALT, IV, CODE = 16, 16, 64
RESERVE = IV + CODE
PAGE_SIZE = 16384


class PageForged(Exception):
    """A page's authentication code does not fit."""


def decrypted(database: Path, key: bytes) -> Iterator[bytes]:
    """Each page of a closed database as SQLite sees it; the first without the 16 bytes in place of which the salt is."""
    content = database.read_bytes()
    salt = bytes(byte ^ 0x3A for byte in content[:SALT])
    code_key = hashlib.pbkdf2_hmac("sha512", key, salt, 2, 32)
    assert len(content) % PAGE_SIZE == 0
    for number in range(len(content) // PAGE_SIZE):
        page = content[number * PAGE_SIZE : (number + 1) * PAGE_SIZE][0 if number else SALT :]
        body, iv, code = page[:-RESERVE], page[-RESERVE:-CODE], page[-CODE:]
        counted = (number + 1).to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(code_key, body + iv + counted, "sha512"), code):
            raise PageForged
        opening = Cipher(AES(key), CBC(iv)).decryptor()
        yield opening.update(body) + opening.finalize()
