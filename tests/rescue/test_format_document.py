"""docs/vault-format.md holds real values, and the decryptor shares nothing with the program."""

import ast
import hashlib
import json
import os
from pathlib import Path
from types import ModuleType

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rescue.by_the_document import (
    CODE,
    DECRYPTOR,
    KEYRING_SECRET,
    PASSPHRASE,
    ROOT,
    SALT,
    canonical,
    hkdf,
    wrapping_context,
)


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200_000])
def test_objects_are_read_as_the_document_says(size: int, decryptor: ModuleType, tmp_path: Path) -> None:
    content, key, vault_id = os.urandom(size), os.urandom(32), "00000000-0000-4000-8000-000000000001"
    file = tmp_path / ("0" * 31 + "3")
    pieces = [content[start : start + 65536] for start in range(0, size, 65536)] or [b""]
    prefix = os.urandom(7)
    context = b"workjournal object\0" + vault_id.encode() + b"\0" + file.name.encode()
    sealed = b"".join(
        AESGCM(key).encrypt(prefix + i.to_bytes(4, "big") + bytes([piece is pieces[-1]]), piece, context)
        for i, piece in enumerate(pieces)
    )
    file.write_bytes(b"WJO1" + prefix + sealed)
    assert decryptor.read_object(file, vault_id, key) == content


def test_the_values_in_the_document_are_the_real_ones(decryptor: ModuleType, tmp_path: Path) -> None:
    document = (ROOT / "docs" / "vault-format.md").read_text(encoding="utf-8")
    master = bytes(range(128, 160))
    quick = {"salt": SALT.hex(), "memory_kib": 65536, "time_cost": 3, "lanes": 4}
    seal_salt = bytes(byte ^ 0x3A for byte in SALT)
    values = [
        CODE,
        decryptor.wrapping_key("passphrase", PASSPHRASE, quick).hex(),
        hashlib.pbkdf2_hmac("sha512", hkdf(master, "database/1"), seal_salt, 2, 32).hex(),
        decryptor.wrapping_key("recovery code", CODE, {"salt": SALT.hex()}).hex(),
        decryptor.wrapping_key("system keyring", KEYRING_SECRET, {"salt": SALT.hex()}).hex(),
        *(hkdf(master, label).hex() for label in ("database/1", "header", "ledger", "manifest")),
    ]
    assert [value for value in values if value not in document] == []
    example = json.loads(document.partition("```json\n")[2].partition("```")[0])
    checksum = example.pop("checksum")
    assert checksum == hashlib.sha256(canonical(example)).hexdigest()
    assert decryptor.master_key(example, "recovery code", CODE) == master
    assert not decryptor.NOTES
    assert wrapping_context(example, example["slots"][0]).decode() in document
    file = tmp_path / ("0" * 31 + "3")
    file.write_bytes(bytes.fromhex("574a4f31" + document.partition("`574a4f31")[2].partition("`")[0]))
    assert decryptor.read_object(file, example["vault_id"], master) == b"Hello"


def test_nothing_here_or_in_the_decryptor_is_the_programs() -> None:
    for file in (*Path(__file__).parent.glob("*.py"), DECRYPTOR):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = [
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        ]
        names += [str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert not [name for name in names if name.partition(".")[0] in {"workjournal", "sqlcipher3"}]
        assert file != DECRYPTOR or "workjournal." not in file.read_text(encoding="utf-8").replace(
            "workjournal.py", ""
        )
