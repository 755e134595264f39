"""A model of a disk that loses power: replays what the recorder saw, and makes the folders a restart might find.

The strict model: what is written or cut off is volatile until an fsync of that file; a name that is made, moved or
removed is volatile until an fsync of its folder, and an fsync of the file does not help it. Each volatile change may be
kept, dropped or torn, independently of every other one, as disks and file systems are free to do.
"""

import hashlib
import os
import shutil
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from random import Random
from typing import NamedTuple

from power.log import Operation, Record

SECTOR = 512


class Fate(Enum):
    """What a power cut does to a volatile change."""

    KEPT = auto()
    DROPPED = auto()
    TORN = auto()


class Luck:
    """Decides fates: the same for all, or by dice, which are loaded differently for each image."""

    def __init__(self, dice: Random | None = None, always: Fate = Fate.KEPT) -> None:
        self.dice = dice
        self._always = always
        self._weights = dice.choice([(1, 1, 1), (6, 1, 1), (1, 6, 1), (1, 1, 6)]) if dice else ()

    def fate(self) -> Fate:
        return self.dice.choices(list(Fate), self._weights)[0] if self.dice else self._always


class Write(NamedTuple):
    offset: int
    data: bytes

    def change(self, content: bytearray, luck: Luck) -> None:
        fate = luck.fate()
        if fate is Fate.KEPT:
            _put(content, self.offset, self.data)
        elif fate is Fate.TORN and luck.dice:
            self._tear(content, luck.dice)

    def _tear(self, content: bytearray, dice: Random) -> None:
        """Sectors of it, from the first on or scattered; the file may have grown to the whole nevertheless."""
        end = self.offset + len(self.data)
        sectors = list(range(self.offset // SECTOR, -(-end // SECTOR)))
        some = dice.randrange(len(sectors) + 1)
        if dice.random() < 0.5 and len(content) < end:
            content.extend(bytes(end - len(content)))
        for sector in sectors[:some] if dice.random() < 0.5 else sorted(dice.sample(sectors, some)):
            first, last = max(self.offset, sector * SECTOR), min(end, (sector + 1) * SECTOR)
            _put(content, first, self.data[first - self.offset : last - self.offset])


class Cut(NamedTuple):
    """A file's new length; longer means zeros."""

    length: int

    def change(self, content: bytearray, luck: Luck) -> None:
        if luck.fate() is Fate.KEPT:
            del content[self.length :]
            content.extend(bytes(self.length - len(content)))


def _put(content: bytearray, offset: int, data: bytes) -> None:
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


SURE = Luck()


@dataclass(eq=False)
class File:
    """What is on the disk, and the changes that may not be."""

    content: bytearray = field(default_factory=bytearray)
    volatile: list[Write | Cut] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.volatile:
            change.change(self.content, SURE)
        self.volatile.clear()

    def after(self, luck: Luck) -> bytearray:
        content = bytearray(self.content)
        for change in self.volatile:
            change.change(content, luck)
        return content


@dataclass(eq=False)
class Folder:
    """Names on the disk, the changes of names that may not be, and the names a running program sees.

    A change is of one or two names at once: a rename within the folder happens or does not.
    """

    names: "dict[str, File | Folder]" = field(default_factory=dict)
    volatile: "list[Names]" = field(default_factory=list)
    seen: "dict[str, File | Folder]" = field(default_factory=dict)

    def change(self, names: "Names") -> None:
        self.volatile.append(names)
        _rename(self.seen, names)

    def sync(self) -> None:
        for names in self.volatile:
            _rename(self.names, names)
        self.volatile.clear()

    def after(self, luck: Luck) -> "dict[str, File | Folder]":
        left = dict(self.names)
        for names in self.volatile:
            if luck.fate() is Fate.KEPT:
                _rename(left, names)
        return left


Names = dict[str, File | Folder | None]
"""New names and what they are of; None for a name that is gone."""


def _rename(names: dict[str, File | Folder], change: Names) -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


Image = dict[str, bytes | None]
"""A crash image: each path below the folder with its content; None for a folder."""


class Disk:
    """The watched folder, as it is on the disk and as it is seen.

    Files of shared memory (-shm) are nothing durable and are left out.
    """

    def __init__(self, place: Path, image: Image) -> None:
        self._place = place
        self.root = Folder()
        self._opened: dict[int, File | Folder | None] = {}
        for path, content in image.items():
            folder, name = self._find(place / path)
            folder.names[name] = folder.seen[name] = Folder() if content is None else File(bytearray(content))

    def apply(self, record: Record) -> None:
        """Do what the program did."""
        if record.operation is Operation.OPEN:
            self._open(record)
        elif record.operation in {Operation.WRITE, Operation.TRUNCATE, Operation.SYNC}:
            self._change(record)
        elif record.operation is not Operation.MARK:
            self._name(record)

    def image(self, luck: Luck) -> Image:
        """What a restart finds if the power fails now."""
        contents: dict[File, bytes] = {}
        image: Image = {}

        def walk(folder: Folder, below: str) -> None:
            for name, node in folder.after(luck).items():
                if isinstance(node, Folder):
                    image[f"{below}{name}"] = None
                    walk(node, f"{below}{name}/")
                else:
                    if node not in contents:
                        contents[node] = bytes(node.after(luck))
                    image[f"{below}{name}"] = contents[node]

        walk(self.root, "")
        return image

    def _open(self, record: Record) -> None:
        folder, name = self._find(Path(record.path))
        if name.endswith("-shm"):
            return
        if name and name not in folder.seen:
            folder.change({name: File()})
        node = self._opened[record.file] = folder.seen[name] if name else folder
        if isinstance(node, File) and record.flags & os.O_TRUNC:
            node.volatile.append(Cut(0))

    def _change(self, record: Record) -> None:
        node = self._opened.get(record.file)
        if node is None:
            return
        if record.operation is Operation.SYNC:
            node.sync()
        elif isinstance(node, File):
            is_write = record.operation is Operation.WRITE
            node.volatile.append(Write(record.offset, record.data) if is_write else Cut(record.offset))

    def _name(self, record: Record) -> None:
        folder, name = self._find(Path(record.path))
        if name.endswith("-shm"):
            return
        if record.operation is Operation.MKDIR:
            folder.change({name: Folder()})
        elif record.operation in {Operation.UNLINK, Operation.RMDIR}:
            folder.change({name: None})
        else:
            node, (target, new) = folder.seen[name], self._find(Path(record.target))
            gone: Names = {name: None} if record.operation is Operation.RENAME else {}
            if folder is not target:
                folder.change(gone)
                gone = {}
            target.change({**gone, new: node})

    def _find(self, path: Path) -> tuple[Folder, str]:
        """The folder a path is in as the program sees it, and its name there; "" for the watched folder itself."""
        folder = self.root
        *above, name = path.relative_to(self._place).parts or ("",)
        for part in above:
            below = folder.seen[part]
            assert isinstance(below, Folder)
            folder = below
        return folder, name


@dataclass(frozen=True)
class State:
    """What a restart finds when the power failed after that many operations and marks of the program."""

    image: Image
    operations: int
    marks: int


def states(
    place: Path, before: Image, records: Sequence[Record], cuts: Container[int], chances: int
) -> Iterator[State]:
    """The crash images after each of the `cuts`: all kept, all dropped, and `chances` by dice; none twice."""
    disk, marks = Disk(place, before), 0
    known: set[bytes] = set()
    for number, record in enumerate(records):
        marks += record.operation is Operation.MARK
        disk.apply(record)
        if number not in cuts:
            continue
        lucks = [SURE, Luck(always=Fate.DROPPED)]
        lucks += [Luck(Random(f"{number} {chance}")) for chance in range(chances)]
        for luck in lucks:
            image = disk.image(luck)
            if (digest := _digest(image, marks)) not in known:
                known.add(digest)
                yield State(image, number, marks)


def _digest(image: Image, marks: int) -> bytes:
    whole = hashlib.blake2b(str(marks).encode())
    for path, content in sorted(image.items()):
        whole.update(f"{path} {'folder' if content is None else len(content)}\n".encode())
        whole.update(content or b"")
    return whole.digest()


def read_image(folder: Path) -> Image:
    """A folder as it is."""
    return {
        str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def write_image(image: Image, folder: Path) -> None:
    """Make the folder that, whatever was there before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, content in image.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
