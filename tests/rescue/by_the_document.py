"""A vault by the document's own rules, and the program's terminal as a subprocess: nothing of the program is imported."""

import hashlib
import hmac
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ROOT = Path(__file__).parents[2]
DECRYPTOR = ROOT / "packaging" / "rescue" / "workjournal_rescue.py"
SAMPLE = ROOT / "tests" / "samples" / "1-0001"
PASSPHRASE = "seven brown kettles argue"
CODE = "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-71V7"
"""Of the bytes 0 to 19, as in the document."""
KEYRING_SECRET = bytes(range(64, 96)).hex()
SALT = bytes(range(32, 48))
LARGE, SMALL = bytes(range(256)) * 1100, "Ø small note\n".encode()
ANSWER, LESSON, GOAL = "Walk the route first", "Walk first, draw second", "Chair the meeting"
PAGE = 16384
ROWS = PAGE - 80 + 4
"""Where in the IV of a page a bit lies under the number of rows in it."""


def canonical(content: Any) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def hkdf(secret: bytes, label: str, salt: bytes | None = None) -> bytes:
    return HKDF(SHA256(), 32, salt=salt, info=f"workjournal/{label}".encode()).derive(secret)


def wrapping_context(header: dict[str, Any], slot: dict[str, Any]) -> bytes:
    kept = {field: slot[field] for field in ("id", "kind", "made", "parameters")}
    return canonical({"magic": header["magic"], "format": 2, "vault": header["vault_id"], "slot": kept})


def argon2(passphrase: str, parameters: dict[str, Any]) -> bytes:
    memory, rounds, lanes = (parameters[key] for key in ("memory_kib", "time_cost", "lanes"))
    salt = bytes.fromhex(parameters["salt"])
    return hash_secret_raw(passphrase.encode(), salt, rounds, memory, lanes, 32, Type.ID)


def master_of(header: dict[str, Any]) -> bytes:
    slot = header["slots"][0]
    sealed = bytes.fromhex(slot["wrapped"])
    key = argon2(PASSPHRASE, slot["parameters"])
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], wrapping_context(header, slot))


def slot_of(header: dict[str, Any], kind: str, key: bytes, parameters: dict[str, Any], master: bytes) -> Any:
    slot = {"id": os.urandom(16).hex(), "kind": kind, "name": "Own", "used": "", "parameters": parameters}
    slot["made"] = header["made"]
    nonce = os.urandom(12)
    slot["wrapped"] = (nonce + AESGCM(key).encrypt(nonce, master, wrapping_context(header, slot))).hex()
    return slot


def add_ways_in(vault: Path) -> None:
    """A recovery code, a keyring's secret and a quicker passphrase (64 MiB), authenticated as the document says."""
    header = json.loads((vault / "vault.json").read_bytes())
    master = master_of(header)
    quick = {"salt": SALT.hex(), "memory_kib": 65536, "time_cost": 3, "lanes": 4}
    salt, entry = {"salt": SALT.hex()}, {"salt": SALT.hex(), "entry": bytes(16).hex()}
    header["slots"] = [
        slot_of(header, "passphrase", argon2(PASSPHRASE, quick), quick, master),
        slot_of(header, "recovery code", hkdf(bytes(range(20)), "recovery code", SALT), salt, master),
        slot_of(
            header,
            "system keyring",
            hkdf(bytes.fromhex(KEYRING_SECRET), "system keyring", SALT),
            entry,
            master,
        ),
    ]
    del header["checksum"]
    signed = canonical({**header, "mac": ""})
    header["mac"] = hmac.digest(hkdf(master, "header"), signed, "sha256").hex()
    header["checksum"] = hashlib.sha256(canonical(header)).hexdigest()
    (vault / "vault.json").write_text(json.dumps(header), encoding="ascii")


@dataclass(frozen=True)
class Written:
    """A vault that the program wrote, and what the program says is in it."""

    vault: Path
    episodes: list[dict[str, Any]]
    attached: dict[str, bytes]


class Program:
    """The program's terminal as a subprocess, with settings and a home of its own; its vault is in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.vault = folder / "vault"
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "WORKJOURNAL_CONFIG": str(folder / "settings"),
            "PYTHONIOENCODING": "utf-8",
        }

    def __call__(self, *arguments: str) -> str:
        before = ("--vault", str(self.vault), "--passphrase-file", "-")
        done = subprocess.run(
            [sys.executable, "-m", "workjournal", *before, *arguments],
            input=f"{PASSPHRASE}\n",
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@dataclass(frozen=True)
class Rescued:
    code: int
    errors: str
    out: Path

    def table(self, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((self.out / "tables" / f"{name}.json").read_bytes())
        return found


Rescue = Callable[..., Rescued]


def fingerprint(vault: Path) -> dict[str, bytes | None]:
    files = sorted(vault.rglob("*"))
    return {str(file): file.read_bytes() if file.is_file() else None for file in files}


def assert_all_came_out(rescued: Rescued, written: Written) -> None:
    assert rescued.code == 0, rescued.errors
    tags = {row["id"]: row["name"] for row in rescued.table("tag")}
    links = [(row["episode_id"], tags[row["tag_id"]]) for row in rescued.table("episode_tag")]
    rows = {row["id"]: row for row in rescued.table("episode")}
    assert len(rows) == len(written.episodes) == 2
    for episode in written.episodes:
        row = rows[plain(episode["id"])]
        for field in ("title", "story", "result", "kind", "difficulty", "private_note", "date"):
            assert (row[field] or None) == episode[field], field
        assert [name for key, name in links if key == row["id"]] == episode["tags"]
    (reflection,) = rescued.table("reflection")
    assert reflection["answers"] == {"next": ANSWER}
    assert [row["text"] for row in rescued.table("lesson")] == [LESSON]
    assert [(row["title"], row["why"]) for row in rescued.table("goal")] == [(GOAL, "It is time")]
    assert [row["probability"] for row in rescued.table("forecast")] == [60]
    for row in rescued.table("attachment"):
        assert (rescued.out / row["file"]).read_bytes() == written.attached[row["name"]]
    assert len(list((rescued.out / "attachments").iterdir())) == 2


def plain(identity: str) -> str:
    return identity.replace("-", "")


def with_a_flipped_bit(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def taken_out(decryptor: ModuleType, vault: Path, opened: list[Any], folder: Path) -> dict[str, Any]:
    folder.mkdir(exist_ok=True)
    db, _ = decryptor.open_database(vault, folder, opened)
    try:
        tables: dict[str, Any] = decryptor.read_tables(db)
    finally:
        db.close()
    return tables
