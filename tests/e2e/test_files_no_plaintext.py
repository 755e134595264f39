"""Attached files on the disk: looked at, they are nowhere; for another program, in one private folder and for no longer."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from e2e.test_no_plaintext import MARKER, found, places
from workjournal.journal.private_folder import COPIES, HELD

__all__ = ["places"]
LOOKER = Path(__file__).with_name("window_looker.py")
SWEEP = "from workjournal.journal.private_folder import sweep; sweep()"


def environment(places: dict[str, Path]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, **{name: str(place) for name, place in places.items()}}


@contextmanager
def looker(places: dict[str, Path]) -> Iterator[subprocess.Popen[str]]:
    """The window, once it has been looked into."""
    with subprocess.Popen(
        [sys.executable, LOOKER, places["HOME"] / "Work journal"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=places["TMPDIR"],
        env=environment(places),
    ) as process:
        assert process.stdin
        process.stdin.write(f"{MARKER}\n")
        process.stdin.flush()
        _hear(process, "looked")
        yield process
        process.kill()


def _hear(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout
    assert process.stdout.readline() == f"{word}\n"


def _go_on(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
    _hear(process, word)


def copies(places: dict[str, Path]) -> list[Path]:
    files = (file for place in places.values() for file in place.rglob("*"))
    return sorted(
        (file for file in files if file.is_file() and MARKER in file.name), key=lambda file: file.suffix
    )


@pytest.mark.parametrize("how", ["closed", "killed"])
def test_they_are_nowhere_but_in_the_private_folder(
    places: dict[str, Path], tmp_path: Path, how: str
) -> None:
    """Seen failing with the copies kept at the end, and with what a killed window left not swept."""
    with looker(places) as process:
        assert found(tmp_path) == set()
        _go_on(process, "copied")
        picture, text = copies(places)
        assert (picture.suffix, text.suffix) == (".png", ".txt")
        for copy in (picture, text):
            assert copy.is_relative_to(places["XDG_RUNTIME_DIR"])
            assert MARKER.encode() in copy.read_bytes()
            if os.name != "nt":
                assert stat.S_IMODE(copy.stat().st_mode) == 0o600
                assert {stat.S_IMODE(each.stat().st_mode) for each in list(copy.parents)[:3]} == {0o700}
        assert {hit.split(": ")[0] for hit in found(tmp_path)} == {picture.name, text.name}
        if how == "closed":
            _go_on(process, "closed")
        else:
            process.kill()
        process.wait(60)
    if how == "killed":
        assert copies(places) == [picture, text]
        subprocess.run([sys.executable, "-c", SWEEP], env=environment(places), check=True)
    assert found(tmp_path) == set()
    assert not [file for place in places.values() for file in place.rglob(f"{COPIES}*")]
    assert not [file for place in places.values() for file in place.rglob(HELD)]
