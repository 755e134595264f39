"""A real small filesystem, for tests of full and read-only disks: a tmpfs, where the tests run as root."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(where: Path, megabytes: int) -> Iterator[Path]:
    """A filesystem of that size at `where`; skips the test where none can be mounted."""
    where.mkdir(exist_ok=True)
    options = f"size={megabytes}m,mode=700"
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", where], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("mounting a small filesystem needs root")
    try:
        yield where
    finally:
        subprocess.run(["umount", "--lazy", where], check=True)


def remount(where: Path, how: str) -> None:
    """Make it "ro" or "rw"."""
    subprocess.run(["mount", "-o", f"remount,{how}", where], check=True)
