"""jrnl's three ways to encrypt a journal, which is one file.

Facts: jrnl/encryption/Jrnlv1Encryption.py … Jrnlv3Encryption.py and their tests.
1: 16 bytes of IV, then AES-256-CBC under SHA-256 of the password; padded as PKCS 7, by the oldest versions with blanks.
   There is no checksum: text that is UTF-8 after the padding was taken off is the proof.
2: a Fernet token, its key by PBKDF2 with SHA-256, 100,000 times and one salt for everybody.
3: "JRNLv3", the header's length in two bytes, the header, a Fernet token. The header is JSON, as it is or (later) in
   Base64, with a salt of its own. The key is made as in 2.
"""

import base64
import binascii
import hashlib
import re
from pathlib import PurePosixPath

from workjournal.importers.importer import PassphraseNeeded, WrongImportPassphrase
from workjournal.importers.texts import NotReadable, from_json
from workjournal.importers.trees import SourceUnreadable

_MARK_3 = b"JRNLv3"
_MARK_2 = re.compile(rb"\s*gAAAAA[\w-]{50,}")
"""A token's version and the first bytes of its time stamp, in Base64; the shortest token has 100 characters."""
_SALT_2 = bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")
_ROUNDS = 100_000
_BLOCK = 16
_BLANK = 0x20
SUFFIXES = frozenset({"", ".txt", ".journal", ".jrnl"})
"""Of files that jrnl keeps a journal in."""
_PLAIN = frozenset((*range(0x20, 0x7F), 0x09, 0x0A, 0x0D))


def is_sealed(start: bytes, size: int, name: str) -> bool:
    """Whether this looks like an encrypted journal; `start` is its beginning, `size` all its bytes."""
    return start.startswith(_MARK_3) or bool(_MARK_2.match(start)) or _is_first(start, size, name)


def unsealed(content: bytes, name: str, passphrase: str) -> bytes:
    """The text of an encrypted journal.

    Raises:
        PassphraseNeeded, WrongImportPassphrase, SourceUnreadable
    """
    if not passphrase:
        raise PassphraseNeeded(name=name)
    secret = passphrase.encode("utf-8", "surrogatepass")
    if content.startswith(_MARK_3):
        salt, token = _third(content, name)
        found = _by_token(token, secret, salt)
    elif _MARK_2.match(content):
        found = _by_token(content, secret, _SALT_2)
    else:
        found = _by_block(content, secret)
    if found is None:
        raise WrongImportPassphrase(name=name)
    return found


def _is_first(start: bytes, size: int, name: str) -> bool:
    """Whole blocks in a file named like a journal, whose bytes are as mixed as only a cipher's are."""
    if size < 2 * _BLOCK or size % _BLOCK or PurePosixPath(name).suffix.lower() not in SUFFIXES:
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(start) - 4:  # a letter cut in two at the end of what was read
            return False
    else:
        return False
    plain = sum(byte in _PLAIN for byte in start)
    return plain < 0.6 * len(start)  # 38 % of random bytes; nearly all of a text in an older encoding


def _third(content: bytes, name: str) -> tuple[bytes, bytes]:
    """The salt and the token."""
    begin = len(_MARK_3) + 2
    end = begin + int.from_bytes(content[begin - 2 : begin], "big")
    header = content[begin:end]
    try:
        if not header.startswith(b"{"):
            header = base64.urlsafe_b64decode(header)
        fields = from_json(header.decode("utf-8"))
        if not isinstance(fields, dict) or not isinstance(fields.get("salt"), str):
            raise NotReadable("it has no salt")
        return base64.urlsafe_b64decode(fields["salt"]), content[end:]
    except ValueError as error:  # of Base64, UTF-8, ASCII; NotReadable
        raise SourceUnreadable(name=name, reason="the header of its encryption is damaged") from error


def _by_token(token: bytes, secret: bytes, salt: bytes) -> bytes | None:
    from cryptography.fernet import Fernet, InvalidToken

    key = hashlib.pbkdf2_hmac("sha256", secret, salt, _ROUNDS)
    try:
        return Fernet(base64.urlsafe_b64encode(key)).decrypt(token.strip())
    except (InvalidToken, binascii.Error):
        return None


def _by_block(content: bytes, secret: bytes) -> bytes | None:
    from cryptography.hazmat.primitives import padding
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    cipher = Cipher(algorithms.AES(hashlib.sha256(secret).digest()), modes.CBC(content[:_BLOCK]))
    decryptor = cipher.decryptor()
    try:
        padded = decryptor.update(content[_BLOCK:]) + decryptor.finalize()
        if padded[-1] == _BLANK:
            text = padded.rstrip(b" ")
        else:
            unpadder = padding.PKCS7(8 * _BLOCK).unpadder()
            text = unpadder.update(padded) + unpadder.finalize()
        text.decode("utf-8")
    except ValueError:
        return None
    return text
