"""Ways in which a database file is damaged in tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

PAGE = 16384


def page_count(file: Path) -> int:
    return file.stat().st_size // PAGE


def flip(file: Path, page: int, place: int = 5000) -> None:
    """Turn one bit of a page (the first is 1)."""
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE + place] ^= 1
    file.write_bytes(content)


def cut(file: Path, size: int) -> None:
    """Lose so many bytes at the end."""
    file.write_bytes(file.read_bytes()[:-size])


def put_back(file: Path, older: bytes, page: int) -> None:
    """Put one page as it was in `older` in place of the present one."""
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = older[(page - 1) * PAGE : page * PAGE]
    file.write_bytes(content)


def differing_pages(one: bytes, other: bytes) -> Iterator[int]:
    """The pages that both have and that are not the same; without the first."""
    for page in range(2, min(len(one), len(other)) // PAGE + 1):
        place = slice((page - 1) * PAGE, page * PAGE)
        if one[place] != other[place]:
            yield page


def fill(disk: Path, left: int) -> Path:
    """Leave so many bytes on it."""
    filling = disk / "filling"
    filling.write_bytes(bytes(shutil.disk_usage(disk).free - left))
    return filling
