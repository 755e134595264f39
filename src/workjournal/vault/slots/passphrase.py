"""A passphrase, stretched by Argon2id."""

import os
import time
import unicodedata
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from workjournal.vault.keys import KEY_BYTES
from workjournal.vault.slots.slot import SlotRefused

FLOOR_KIB = 64 * 1024
"""RFC 9106, second recommended option: 64 MiB, t = 3, p = 4."""
CEILING_KIB = 1024 * 1024
TIME_COST = 3
LANES = 4
TARGET_SECONDS = 0.75
SALT_BYTES = 16


class TooLittleMemory(SlotRefused):
    """There is too little free memory to open the journal with a passphrase: {needed} MB are needed for a moment. Close other programs and try again; a recovery code needs no memory."""


class PassphraseSlot:
    """Argon2id (RFC 9106) over the NFKC form of the passphrase, so that two keyboards type the same secret."""

    kind = "passphrase"

    def parameters(self) -> dict[str, Any]:
        """A fresh salt, and as much memory as this machine stretches in TARGET_SECONDS."""
        return {
            "salt": os.urandom(SALT_BYTES).hex(),
            "memory_kib": calibrated_memory(),
            "time_cost": TIME_COST,
            "lanes": LANES,
        }

    def wrapping_key(self, secret: str, parameters: dict[str, Any]) -> bytes:
        """The 32-byte key of a passphrase; see `Slot.wrapping_key`."""
        memory, rounds, lanes, salt = _checked(parameters)
        # A terminal hands on bytes that are no text as lone surrogates; they are as good a secret as any.
        typed = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
        try:
            return _stretch(typed, salt, memory, rounds, lanes)
        except HashingError as error:
            raise TooLittleMemory(needed=memory // 1024) from error


def calibrated_memory() -> int:
    """Memory in KiB at which one derivation takes about TARGET_SECONDS here, within floor and ceiling."""
    memory = FLOOR_KIB
    while memory * 2 <= _most_memory():
        began = time.perf_counter()
        try:
            _stretch(b"calibration", bytes(SALT_BYTES), memory, TIME_COST, LANES)
        except HashingError:  # what can be had only now and then is no memory to count on
            return max(FLOOR_KIB, memory // 2)
        if time.perf_counter() - began > TARGET_SECONDS * 0.6:  # the next step would pass the target
            break
        memory *= 2
    return memory


def _most_memory() -> int:
    """The ceiling, or a quarter of this machine's memory where that is less (KiB)."""
    try:
        available = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
    except (AttributeError, ValueError, OSError):
        available = 4 * FLOOR_KIB * 4
    return max(FLOOR_KIB, min(CEILING_KIB, available // 4))


def _stretch(secret: bytes, salt: bytes, memory: int, rounds: int, lanes: int) -> bytes:
    return hash_secret_raw(secret, salt, rounds, memory, lanes, KEY_BYTES, Type.ID)


def _checked(parameters: dict[str, Any]) -> tuple[int, int, int, bytes]:
    """The parameters, if a derivation with them is neither feeble nor a trap that eats the machine."""
    memory, rounds, lanes = (parameters.get(key) for key in ("memory_kib", "time_cost", "lanes"))
    if not (type(memory) is int and type(rounds) is int and type(lanes) is int):
        raise SlotRefused(reason="Argon2id without its numbers")
    if not (FLOOR_KIB <= memory <= CEILING_KIB and TIME_COST <= rounds <= 10 and 1 <= lanes <= 16):
        raise SlotRefused(reason=f"Argon2id with {memory} KiB, {rounds} rounds, {lanes} lanes")
    try:
        salt = bytes.fromhex(parameters.get("salt", ""))
    except (TypeError, ValueError):
        salt = b""
    if len(salt) != SALT_BYTES:
        raise SlotRefused(reason="Argon2id without a salt of 16 bytes")
    return memory, rounds, lanes, salt


PASSPHRASE = PassphraseSlot()
