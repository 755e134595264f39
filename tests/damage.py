"""Ways in which a database file is damaged in tests."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw

from workjournal.vault.vault import Keys

PAGE = 16384
_READ = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI


def page_count(file: Path) -> int:
    return file.stat().st_size // PAGE


def schema_pages(keys: Keys, copy: Path | None = None) -> set[int]:
    """The pages with the list of tables, without which nothing can be opened."""
    return pages_of(keys, "sqlite_schema", copy=copy)


def pages_of(keys: Keys, *tables: str, copy: Path | None = None) -> set[int]:
    """The pages of these tables; told by another engine, which has dbstat.

    Of the vault's database or of a copy of it under the same key.
    """
    database = copy or keys.database
    with closing(apsw.Connection(f"file:{database}?immutable=1", flags=_READ)) as other:
        for setting in ("cipher='sqlcipher'", "legacy=4", f"legacy_page_size={keys.header.page_size}"):
            other.execute(f"PRAGMA {setting}")
        other.execute(f"PRAGMA key=\"x'{keys.database_key.hex()}{keys.database_salt.hex()}'\"")
        return {page for name, page in other.execute("SELECT name, pageno FROM dbstat") if name in tables}


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
