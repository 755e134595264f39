"""A recovery code: 160 random bits on a sheet of paper, in groups of four, with a group that shows typing mistakes."""

import hashlib
import os
import re
import string
import unicodedata
from typing import Any

from workjournal.errors import JournalError
from workjournal.vault.keys import derive
from workjournal.vault.slots.slot import fresh_bytes, stored_bytes

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O and U."""
CODE_BYTES = 20
IN_A_GROUP = 4
GROUPS = 9
"""Eight of the code, and the check group."""
_BITS = 5
_CHECK_BITS = IN_A_GROUP * _BITS
_LONGEST = 1000
# Spaces and every kind of dash, also the invisible ones that come along when a PDF's text is copied.
_BETWEEN = re.compile("[\\s\u00ad\u200b\u2060\ufeff\u2010-\u2015\u2212-]+")
_AS_MEANT = str.maketrans(
    {
        **{letter: letter.upper() for letter in string.ascii_lowercase},
        **dict.fromkeys("Oo", "0"),
        **dict.fromkeys("IiLl", "1"),
    }
)


class NotACode(JournalError):
    """This is not a recovery code: {reason}. A code is nine groups of four characters, as printed on the recovery sheet; compare it with the sheet group by group."""


class RecoveryCodeSlot:
    """HKDF over the code's bits: they are random, so a guess costs enough without stretching."""

    kind = "recovery code"

    def parameters(self) -> dict[str, Any]:
        """A fresh salt."""
        return {"salt": fresh_bytes()}

    def wrapping_key(self, secret: str, parameters: dict[str, Any]) -> bytes:
        """The 32-byte key of a code as typed; see `Slot.wrapping_key`.

        Raises:
            NotACode: the secret does not read as a code.
        """
        (salt,) = stored_bytes(self.kind, parameters, "salt")
        return derive(read_code(secret), self.kind, salt)


def new_code() -> str:
    """A random code, as it is printed: "XXXX-XXXX-…", nine groups."""
    return spelled(os.urandom(CODE_BYTES))


def spelled(content: bytes) -> str:
    """The code of 20 bytes."""
    letters = _letters(int.from_bytes(content), CODE_BYTES * 8) + _check_group(content)
    return "-".join(_fours(letters))


def read_code(typed: str) -> bytes:
    """The 20 bytes of a code, whatever case, spaces and dashes it is typed with; O is read as 0, I and L as 1.

    Raises:
        NotACode: names the first group that cannot be right; or one character somewhere is another one (of a million
            such mistakes, one is not noticed and is a wrong code instead).
    """
    groups = groups_of(typed)
    for number, group in enumerate(groups[:GROUPS], start=1):
        if not set(group) <= set(ALPHABET):
            raise NotACode(reason=f"group {number} has a character that no code uses")
        if len(group) != IN_A_GROUP:
            raise NotACode(reason=f"group {number} has {len(group)} characters instead of four")
    if len(groups) != GROUPS:
        missing = f"group {len(groups) + 1} is missing"
        raise NotACode(reason=missing if len(groups) < GROUPS else "it has more than nine groups")
    content = _number("".join(groups[:-1])).to_bytes(CODE_BYTES)
    if _check_group(content) != groups[-1]:
        raise NotACode(
            reason="group 9, which is made from the others, does not fit them, so a character is wrong"
        )
    return content


def groups_of(typed: str) -> list[str]:
    """The groups of what was typed so far, in the letters that are meant.

    They are as typed if their number of characters is wrong, so that the right one can be named.

    Raises:
        NotACode: it is far too long.
    """
    if len(typed) > _LONGEST:
        raise NotACode(reason="it is far too long")
    meant = unicodedata.normalize("NFKC", typed).translate(_AS_MEANT)
    parts = [part for part in _BETWEEN.split(meant) if part]
    letters = "".join(parts)
    if len(letters) == GROUPS * IN_A_GROUP or len(parts) == 1:
        return _fours(letters)
    return [group for part in parts for group in (_fours(part) if len(part) % IN_A_GROUP == 0 else [part])]


def _fours(letters: str) -> list[str]:
    return [letters[start : start + IN_A_GROUP] for start in range(0, len(letters), IN_A_GROUP)]


def _check_group(content: bytes) -> str:
    """The first 20 bits of a digest of the code."""
    digest = hashlib.sha256(b"workjournal recovery code" + content).digest()
    return _letters(int.from_bytes(digest) >> (len(digest) * 8 - _CHECK_BITS), _CHECK_BITS)


def _letters(number: int, bits: int) -> str:
    return "".join(ALPHABET[number >> shift & 31] for shift in reversed(range(0, bits, _BITS)))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << _BITS | ALPHABET.index(letter)
    return number


RECOVERY_CODE = RecoveryCodeSlot()
