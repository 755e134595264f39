"""Files sealed with age that open in a moment: pyrage makes each take a second, which tests have not.

As https://age-encryption.org/v1 has it: a scrypt recipient with few rounds, and one segment of content.
"""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_ROUNDS = 6
"""As a power of two."""


def sealed(content: bytes, passphrase: str) -> bytes:
    """An age file of up to 64 KiB of content."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    wrap = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=2**_ROUNDS, r=8, p=1, dklen=32
    )
    wrapped = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    header = f"age-encryption.org/v1\n-> scrypt {_written(salt)} {_ROUNDS}\n{_written(wrapped)}\n---".encode()
    mac = hmac.new(_derived(file_key, b"", b"header"), header, hashlib.sha256).digest()
    last = bytes(11) + b"\x01"
    payload = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(last, content, None)
    return header + f" {_written(mac)}\n".encode() + nonce + payload


def _derived(key: bytes, salt: bytes, label: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, label).derive(key)


def _written(value: bytes) -> str:
    return base64.b64encode(value).decode().rstrip("=")
