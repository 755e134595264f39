"""ZIP and tar as trees: read where they lie, one file at a time, and never more than was announced."""

import io
import stat
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO

from workjournal.importers.item import Trouble
from workjournal.importers.limits import (
    EXPANSION_FROM,
    MEGABYTE,
    MOST_BYTES,
    MOST_EXPANSION,
    MOST_FILES,
    TooMuch,
)
from workjournal.importers.trees import PACKED_FAULTS, SourceUnreadable, checked, guarded, shown

_ENCRYPTED, _UTF_8 = 0x1, 0x800
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What is packed otherwise is unpacked by the library in one piece, however large it becomes."""
_LOCAL_HEADER = 30
"""Bytes before a file's name and its content (APPNOTE 4.3.7)."""
_LARGEST_DIRECTORY = 32 * MEGABYTE
"""Bytes of a ZIP's list of files, which is read into memory before they can be counted."""
_LARGEST_HEADER = 32 * 1024
"""Bytes of what tar tells of a file beside its content. Python before 3.11.10 needs the square of it (CVE-2024-6232)."""
_TELLING = (
    *(tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE),
    *(tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK),
)
"""Headers whose content is about the file that follows: its long name."""


class Zip:
    """A ZIP archive in `file`, which can be read anywhere."""

    is_file = False

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        try:
            _check_directory(file, name)
            self._zip = zipfile.ZipFile(file)
        except (*PACKED_FAULTS, OSError) as error:
            raise SourceUnreadable(name=name, reason="it is no whole ZIP archive") from error
        found = [each for each in self._zip.infolist() if not each.filename.endswith(("/", "\\"))]
        _check_total(name, sum(each.file_size for each in found), len(found))
        _check_apart(name, found)
        self._packed: dict[str, zipfile.ZipInfo] = {}
        for each in found:
            self._packed.setdefault(_zip_name(each), each)
        self._names, self.left_out = checked((_zip_name(each), _zip_fault(each)) for each in found)

    left_out: Sequence[Trouble]

    def names(self) -> Sequence[str]:
        return self._names

    def size(self, name: str) -> int:
        return self._packed[name].file_size

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        packed = self._packed[name]
        grown = packed.file_size > EXPANSION_FROM and packed.file_size > packed.compress_size * MOST_EXPANSION
        if grown:
            raise TooMuch(name=name, what=f"unpacked it is more than {MOST_EXPANSION} times as large")
        try:
            file = self._zip.open(packed)
        except (*PACKED_FAULTS, OSError) as error:
            raise SourceUnreadable(name=name, reason="it is damaged in the archive") from error
        with file:
            yield guarded(file, name, packed.file_size)


class Tar:
    """A tar archive in `file`, not compressed."""

    is_file = False

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        self._members: dict[str, tarfile.TarInfo] = {}
        try:
            self._tar = tarfile.open(fileobj=file, mode="r:", tarinfo=_Header)  # noqa: SIM115 - for as long as the tree
            self._names, self.left_out = checked(self._list())
            self.left_out += self._not_reached(file)
        except (*PACKED_FAULTS, OSError) as error:
            raise SourceUnreadable(name=name, reason="it is no whole tar archive") from error

    left_out: Sequence[Trouble]

    def names(self) -> Sequence[str]:
        return self._names

    def size(self, name: str) -> int:
        return self._members[name].size

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        try:
            file = self._tar.extractfile(self._members[name])
        except (*PACKED_FAULTS, OSError) as error:
            raise SourceUnreadable(name=name, reason="it is damaged in the archive") from error
        assert file is not None
        with file:
            yield guarded(file, name)

    def _list(self) -> Iterator[tuple[str, str]]:
        reached = -1
        for count, each in enumerate(self._tar):
            if count > MOST_FILES:
                raise TooMuch(name=self.name, what=f"there are more than {MOST_FILES} files in it")
            if each.offset_data <= reached or each.size < 0:
                raise tarfile.ReadError("it leads back to what was read")
            reached = each.offset_data
            if each.isdir():
                continue
            name = each.name.removeprefix("./")
            # A sparse file is a few bytes that claim to be any number of zeros.
            fault = "" if each.isreg() and not each.issparse() else "it is no ordinary file"
            self._members.setdefault(name, each)
            yield name, fault

    def _not_reached(self, file: BinaryIO) -> list[Trouble]:
        """That the archive goes on where the library stopped: it takes a damaged header for the end."""
        file.seek(self._tar.offset)
        if not file.read(tarfile.BLOCKSIZE).strip(b"\0"):
            return []
        return [Trouble(shown(self.name), "The archive is damaged: what comes after it there was not read.")]


class _Header(tarfile.TarInfo):
    """A header that leads on, and whose own texts are no longer than texts of a header are."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        header = super().frombuf(buf, encoding, errors)
        if header.size < 0 or (header.size > _LARGEST_HEADER and header.type in _TELLING):
            raise tarfile.HeaderError("a size that no header has")
        return header


def _check_directory(file: BinaryIO, name: str) -> None:
    """See that the list of a ZIP's files is not too large to be read; all of it is read before the first is known.

    Raises:
        TooMuch
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 66_000))
    end = file.read(66_000)
    at = end.rfind(b"PK\x05\x06")
    listed = int.from_bytes(end[at + 12 : at + 16], "little") if at >= 0 else 0
    if listed == 0xFFFFFFFF:  # ZIP64: the figure is in another record
        at = end.rfind(b"PK\x06\x06")
        listed = int.from_bytes(end[at + 40 : at + 48], "little") if at >= 0 else 0
    if listed > _LARGEST_DIRECTORY:
        raise TooMuch(name=name, what="the list of its files is longer than any journal's")
    file.seek(0)


def _check_total(name: str, size: int, count: int) -> None:
    if count > MOST_FILES:
        raise TooMuch(name=name, what=f"there are more than {MOST_FILES} files in it")
    if size > MOST_BYTES:
        raise TooMuch(name=name, what=f"unpacked it would be more than {MOST_BYTES // MEGABYTE // 1024} GB")


def _check_apart(name: str, found: Sequence[zipfile.ZipInfo]) -> None:
    """See that no two files lie on the same bytes, by which a few of them would be any number."""
    reached = 0
    for each in sorted(found, key=lambda packed: packed.header_offset):
        if each.header_offset < reached:
            raise SourceUnreadable(name=name, reason="files in it overlap each other")
        reached = each.header_offset + each.compress_size + _LOCAL_HEADER


def _zip_name(packed: zipfile.ZipInfo) -> str:
    """Its name: in UTF-8 where that fits, since macOS writes so and does not tell; "/" where Windows had its own sign."""
    name = packed.filename
    if not packed.flag_bits & _UTF_8 and not name.isascii():
        with suppress(ValueError):
            name = name.encode("cp437").decode()
    return name.replace("\\", "/").removeprefix("./")


def _zip_fault(packed: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(packed.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "it is a link to something elsewhere"
    if kind not in {0, stat.S_IFREG}:
        return "it is no ordinary file"
    if packed.flag_bits & _ENCRYPTED:
        return "it is locked with a password"
    return "" if packed.compress_type in _PACKINGS else "it is packed in a way that is not read here"
