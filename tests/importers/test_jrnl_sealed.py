"""jrnl's three encryptions, made here by its rules."""

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from workjournal.importers.importer import Asked, PassphraseNeeded, WrongImportPassphrase
from workjournal.importers.item import Item, Trouble
from workjournal.importers.jrnl import sealed
from workjournal.importers.jrnl.journal import JRNL
from workjournal.importers.trees import Folder, Lone, SourceUnreadable

WORDS = "rösti für alle"
TEXT = "[2026-03-02 10:00] Größe *\nbody\n\n[2026-03-03 10:00] Next\n".encode()


@pytest.fixture(autouse=True)
def _few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is not how slow a guess is; the rounds are, on journals of others, in test_jrnl.py."""
    monkeypatch.setattr(sealed, "_ROUNDS", 2)


def first(text: bytes, *, blanks: bool = False) -> bytes:
    missing = 16 - len(text) % 16
    padded = text + (b" " * missing if blanks else bytes([missing]) * missing)
    start = bytes(range(200, 216))
    encryptor = Cipher(algorithms.AES(hashlib.sha256(WORDS.encode()).digest()), modes.CBC(start)).encryptor()
    return start + encryptor.update(padded) + encryptor.finalize()


def token(text: bytes, salt: bytes) -> bytes:
    key = hashlib.pbkdf2_hmac("sha256", WORDS.encode(), salt, 2)
    return Fernet(base64.urlsafe_b64encode(key)).encrypt(text)


def second(text: bytes) -> bytes:
    return token(text, bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")) + b"\n"


def third(text: bytes, *, bare: bool = False, more: str = "") -> bytes:
    salt = b"0123456789abcdef"
    header = json.dumps({"salt": base64.urlsafe_b64encode(salt).decode(), "later": more}).encode()
    header = header if bare else base64.urlsafe_b64encode(header)
    return b"JRNLv3" + len(header).to_bytes(2, "big") + header + token(text, salt)


SEALED = {
    "1": first(TEXT),
    "1, padded with blanks": first(TEXT, blanks=True),
    "2": second(TEXT),
    "3": third(TEXT),
    "3, bare header": third(TEXT, bare=True),
    "3, long header": third(TEXT, more="x" * 300),
}


def read(content: bytes, passphrase: str, name: str = "journal.txt") -> list[Item]:
    tree = Lone(None, name, content)
    assert JRNL.accepts(tree)
    return [each for each in JRNL.read(tree, Asked(passphrase)) if isinstance(each, Item)]


@pytest.mark.parametrize("content", SEALED.values(), ids=SEALED)
def test_the_passphrase_opens_it(content: bytes) -> None:
    assert [(item.title, item.starred) for item in read(content, WORDS)] == [("Größe", True), ("Next", False)]


@pytest.mark.parametrize("content", SEALED.values(), ids=SEALED)
def test_no_and_another_passphrase(content: bytes) -> None:
    with pytest.raises(PassphraseNeeded):
        read(content, "")
    with pytest.raises(WrongImportPassphrase):
        read(content, "sauerkraut")


def test_without_a_checksum_it_is_still_known_when_the_passphrase_is_wrong() -> None:
    """One in 256 leaves what looks like padding."""
    for number in range(1500):
        with pytest.raises(WrongImportPassphrase):
            sealed.unsealed(SEALED["1"], "journal.txt", f"guess {number}")


@pytest.mark.parametrize("place", [-20, 120])
@pytest.mark.parametrize("version", ["2", "3"])
def test_what_was_changed_is_refused(version: str, place: int) -> None:
    changed = bytearray(SEALED[version])
    changed[place] ^= 1
    with pytest.raises(WrongImportPassphrase):
        read(bytes(changed), WORDS)


@pytest.mark.parametrize(
    "header", [b"", b"{}", b"{", b'{"salt":7}', b"e30=", b"\xff\xff", b'{"salt":"\xc3\xa9"}', b"x"]
)
def test_a_damaged_header_is_named(header: bytes) -> None:
    with pytest.raises(SourceUnreadable, match="header"):
        read(b"JRNLv3" + len(header).to_bytes(2, "big") + header, WORDS)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.png", first(TEXT)),
        ("journal.txt", first(TEXT)[:-1]),
        ("journal.txt", "Grüße aus Köln, schön hier ".encode("cp1252") * 16),
        (
            "journal.txt",
            ("a" + "ж" * 40_000 + "a" * 15).encode(),
        ),  # a letter is cut in two by what is looked at
        ("journal.txt", b"gAAAAA is how it begins"),
    ],
)
def test_what_is_not_encrypted(name: str, content: bytes) -> None:
    assert not JRNL.accepts(Lone(None, name, content))


def test_any_encrypted_journal_of_version_1_is_known_by_its_bytes() -> None:
    assert all(sealed.is_sealed(os.urandom(4096), 4096, "journal") for _ in range(50))


def test_in_a_folder_the_encrypted_one_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.journal").write_bytes(SEALED["3"])
    (tmp_path / "b.journal").write_bytes(TEXT)
    for words, count in (("", 2), ("sauerkraut", 2), (WORDS, 4)):
        given = list(JRNL.read(Folder(tmp_path), Asked(words)))
        assert sum(isinstance(each, Item) for each in given) == count
        assert [each.place for each in given if isinstance(each, Trouble)] == ["a.journal"] * (count == 2)
    (tmp_path / "b.journal").unlink()
    assert JRNL.accepts(Folder(tmp_path))
    with pytest.raises(PassphraseNeeded):
        list(JRNL.read(Folder(tmp_path), Asked()))


def test_nor_does_one_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.journal").write_bytes(TEXT)
    (tmp_path / "b.txt").write_bytes(TEXT)

    class Broken(Folder):
        """A disk with a fault."""

        @contextmanager
        def opened(self, name: str) -> Iterator[BinaryIO]:
            if name == "b.txt":
                raise SourceUnreadable(name=name, reason="it is damaged")
            with super().opened(name) as file:
                yield file

    given = list(JRNL.read(Broken(tmp_path), Asked()))
    assert sum(isinstance(each, Item) for each in given) == 2
    assert [each.what for each in given if isinstance(each, Trouble)] == ["It cannot be read: it is damaged."]
