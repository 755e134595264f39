"""No plaintext on disk: what was typed is found in no byte of the vault, the home or a temporary folder."""

import base64
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

DIARIST = Path(__file__).with_name("diarist.py")
MARKER = "Wombat-Quokka-Numbat-4711"


def base64_at(offset: int, secret: bytes) -> bytes:
    """How `secret` looks inside Base64 when it begins `offset` bytes after a group of three."""
    whole = base64.b64encode(bytes(offset) + secret)
    first = -(-offset * 8 // 6)  # characters that also hold bits of what stands before
    return whole[first : (offset + len(secret)) * 8 // 6]


def disguises(secret: str) -> dict[str, bytes]:
    """Every form in which the words might lie in a file."""
    plain = secret.encode()
    return {
        "UTF-8": plain,
        "UTF-16LE": secret.encode("utf-16-le"),
        "UTF-16BE": secret.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        **{f"base64+{offset}": base64_at(offset, plain) for offset in range(3)},
    }


def found(*folders: Path) -> set[str]:
    """Where the marker lies, in any disguise: in a file's content or in its name."""
    hits = set()
    for folder in folders:
        for file in folder.rglob("*"):
            content = os.fsencode(file) + (file.read_bytes() if file.is_file() else b"")
            hits |= {f"{file.name}: {name}" for name, form in disguises(MARKER).items() if form in content}
    return hits


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    """The folders a program can write to by itself."""
    folders = {name: tmp_path / name for name in ("HOME", "TMPDIR", "WORKJOURNAL_CONFIG", "XDG_RUNTIME_DIR")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    return folders


@contextmanager
def diarist(places: dict[str, Path], vault: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    """A process that has written everything and waits."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        kept[name] = str(places["HOME"] / name)
    told = places["HOME"] / "stderr.txt"  # scanned like every other file
    with (
        told.open("w") as errors,
        subprocess.Popen(
            [sys.executable, DIARIST, vault, how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=places["TMPDIR"],
            env={
                **kept,
                **{name: str(place) for name, place in places.items()},
                "SQLITE_TMPDIR": str(places["TMPDIR"]),
            },
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{MARKER}\n")
        process.stdin.flush()
        assert process.stdout.readline() == "written\n", told.read_text()
        yield process
        process.kill()


def test_nothing_of_it_is_found_open_closed_or_killed(places: dict[str, Path], tmp_path: Path) -> None:
    vault = places["HOME"] / "Work journal"
    with diarist(places, vault, "create") as process:
        assert (vault / "journal.db-wal").stat().st_size > 0
        assert found(tmp_path) == set()
        assert process.communicate("\n", timeout=60)[0] == "closed\n"
    assert found(tmp_path) == set()
    before = (vault / "journal.db").stat().st_size
    with diarist(places, vault, "open") as process:
        process.kill()
        process.wait()
        assert (vault / "journal.db-wal").stat().st_size > 0
        assert found(tmp_path) == set()
    assert before > 16384 * 30
    for told in ("crash.txt", "stderr.txt"):
        assert "IntegrityError" in (places["HOME"] / told).read_text()


def test_it_would_be_found(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "plain.db")
    database.execute("CREATE TABLE episode (title)")
    database.execute("INSERT INTO episode VALUES (?)", (f"{MARKER} moved",))
    database.commit()
    database.close()
    assert found(tmp_path) == {"plain.db: UTF-8"}


@pytest.mark.parametrize("disguise", disguises(MARKER))
def test_it_would_be_found_in_every_disguise(tmp_path: Path, disguise: str) -> None:
    (tmp_path / "leak").write_bytes(b"\0" * 1000 + disguises(MARKER)[disguise] + b"\xff" * 1000)
    assert f"leak: {disguise}" in found(tmp_path)


@pytest.mark.parametrize("offset", range(6))
def test_base64_is_recognised_wherever_it_begins(tmp_path: Path, offset: int) -> None:
    encoded = base64.b64encode(b"x" * offset + MARKER.encode() + b"y" * 7)
    (tmp_path / "leak").write_bytes(encoded)
    assert found(tmp_path) == {f"leak: base64+{offset % 3}"}


def test_it_would_be_found_in_a_files_name(tmp_path: Path) -> None:
    (tmp_path / f"{MARKER}.txt").touch()
    assert found(tmp_path) == {f"{MARKER}.txt: UTF-8"}
