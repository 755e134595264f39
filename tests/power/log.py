"""What recorder.c wrote down."""

import os
import struct
from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

HEAD = struct.Struct("=IIqqIIII")


class Operation(IntEnum):
    """As in recorder.c."""

    OPEN = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    RENAME = 5
    LINK = 6
    UNLINK = 7
    MKDIR = 8
    RMDIR = 9
    MARK = 10


class Record(NamedTuple):
    operation: Operation
    flags: int
    file: int
    offset: int
    path: str
    target: str
    data: bytes


def read_log(log: Path) -> Iterator[Record]:
    """What the recorder saw, in order."""
    content, place = log.read_bytes(), 0
    while place < len(content):
        operation, flags, file, offset, *lengths, _none = HEAD.unpack_from(content, place)
        place += HEAD.size
        parts = []
        for length in lengths:
            parts.append(content[place : place + length])
            place += length
        path, target, data = parts
        yield Record(Operation(operation), flags, file, offset, os.fsdecode(path), os.fsdecode(target), data)
