"""Key derivation and wrapping: HKDF-SHA256 for sub-keys, AES-256-GCM around the master key."""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
SEALED_BYTES = NONCE_BYTES + KEY_BYTES + 16
"""A wrapped master key: nonce, ciphertext, tag."""


def new_key() -> bytes:
    """256 random bits from the system."""
    return os.urandom(KEY_BYTES)


def derive(master: bytes, label: str, salt: bytes | None = None) -> bytes:
    """The 32-byte sub-key of `master` for one purpose (RFC 5869; the label is the info field)."""
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"workjournal/" + label.encode()).derive(master)


def wrap(wrapping_key: bytes, secret: bytes, context: bytes) -> bytes:
    """`secret` sealed under a fresh nonce: nonce ‖ ciphertext ‖ tag. `context` is authenticated, not stored."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(wrapping_key).encrypt(nonce, secret, context)


def unwrap(wrapping_key: bytes, sealed: bytes, context: bytes) -> bytes | None:
    """What `wrap` sealed, or None when the key or the context is another one, or it is no sealed secret."""
    try:
        return AESGCM(wrapping_key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except (InvalidTag, ValueError):  # a ValueError for a nonce that is too short
        return None


def authentication_code(master: bytes, content: bytes) -> bytes:
    """HMAC-SHA256 of the header under its own sub-key."""
    return hmac.digest(derive(master, "header"), content, hashlib.sha256)
