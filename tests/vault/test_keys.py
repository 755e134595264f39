"""Keys: HKDF as in RFC 5869, AES-256-GCM that opens for nothing but the same key and context."""

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from workjournal.vault import keys

KEYS = st.binary(min_size=32, max_size=32)


def hkdf(secret: bytes, info: bytes, length: int, salt: bytes = b"") -> bytes:
    """RFC 5869 once more, from its text, over the standard library."""
    prk = hmac.digest(salt or bytes(32), secret, hashlib.sha256)
    block, made = b"", b""
    for number in range(1, -(-length // 32) + 1):
        block = hmac.digest(prk, block + info + bytes([number]), hashlib.sha256)
        made += block
    return made[:length]


def test_our_other_hkdf_gives_the_vectors_of_the_rfc() -> None:
    first = hkdf(b"\x0b" * 22, bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"), 42, bytes(range(13)))
    assert first.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )
    third = hkdf(b"\x0b" * 22, b"", 42)
    assert third.hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


@given(KEYS, st.text(max_size=20))
def test_sub_keys_are_hkdf_with_the_label_as_info(master: bytes, label: str) -> None:
    assert keys.derive(master, label) == hkdf(master, b"workjournal/" + label.encode(), 32)


def test_every_label_gives_another_key() -> None:
    labels = ["header", "database/1", "database/2", "objects", "ledger"]
    assert len({keys.derive(bytes(32), label) for label in labels}) == len(labels)


def test_new_keys_are_new() -> None:
    assert len({keys.new_key() for _ in range(100)}) == 100
    assert len(keys.new_key()) == 32


@given(KEYS, KEYS, st.binary(max_size=40))
def test_what_is_wrapped_unwraps(key: bytes, secret: bytes, context: bytes) -> None:
    sealed = keys.wrap(key, secret, context)
    assert len(sealed) == keys.SEALED_BYTES
    assert keys.unwrap(key, sealed, context) == secret
    assert secret not in sealed


@given(KEYS, KEYS, st.binary(max_size=40), st.data())
def test_anything_changed_unwraps_to_none(
    key: bytes, secret: bytes, context: bytes, data: st.DataObject
) -> None:
    sealed = keys.wrap(key, secret, context)
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    flipped = bytearray(sealed)
    flipped[bit // 8] ^= 1 << bit % 8
    assert keys.unwrap(key, bytes(flipped), context) is None
    assert keys.unwrap(key, sealed, context + b"x") is None
    other = data.draw(KEYS)
    assert other == key or keys.unwrap(other, sealed, context) is None


@given(KEYS, st.binary(max_size=80))
def test_noise_unwraps_to_none(key: bytes, noise: bytes) -> None:
    assert keys.unwrap(key, noise, b"") is None


def test_no_nonce_is_used_twice() -> None:
    nonces = {keys.wrap(bytes(32), bytes(32), b"")[: keys.NONCE_BYTES] for _ in range(1000)}
    assert len(nonces) == 1000


@given(KEYS, st.binary(max_size=40))
def test_the_authentication_code_is_hmac_under_its_own_key(master: bytes, content: bytes) -> None:
    expected = hmac.digest(hkdf(master, b"workjournal/header", 32), content, hashlib.sha256)
    assert keys.authentication_code(master, content) == expected
