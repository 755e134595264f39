"""Texts kept inside a PNG picture: its tEXt and iTXt chunks, with every length and checksum looked at.

Source: W3C, Portable Network Graphics (PNG) Specification, 5.3 (chunks), 11.3.3.2 (tEXt), 11.3.3.4 (iTXt).
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workjournal.errors import JournalError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_INFLATED = 1024 * 1024
"""Bytes of a compressed text once it is unpacked: a few kilobytes can be made to fill the memory."""
LONGEST_KEYWORD = 79
AROUND = 12
"""Bytes of a chunk that are not its body: length, type, checksum."""


class PictureDamaged(JournalError):
    """The picture is damaged at byte {place}: {what}. Get the file once more from where it came."""


class PictureTextTooLarge(JournalError):
    """The text packed into the picture is larger than {limit} MB, which no badge needs. It was not read."""


@dataclass(frozen=True)
class Chunk:
    """A piece of a picture: where it begins in the file, its type of four letters, its body."""

    place: int
    kind: bytes
    body: bytes


def is_png(content: bytes) -> bool:
    """Whether the file begins as each PNG does."""
    return content.startswith(SIGNATURE)


def find_text(content: bytes, keywords: Sequence[str]) -> str | None:
    """The text under the first of `keywords` that the picture has; an iTXt chunk goes before any tEXt chunk.

    The whole picture is looked through, so that a damaged one is never half believed. Of equal chunks the
    first counts. Raises: PictureDamaged, PictureTextTooLarge.
    """
    wanted = [keyword.encode("ascii") for keyword in keywords]
    found: dict[tuple[bytes, bytes], Chunk] = {}
    for chunk in read_chunks(content):
        keyword = chunk.body[: LONGEST_KEYWORD + 1].partition(b"\0")[0]
        if chunk.kind in {b"iTXt", b"tEXt"} and keyword in wanted:
            found.setdefault((chunk.kind, keyword), chunk)
    for kind in (b"iTXt", b"tEXt"):
        for keyword in wanted:
            if here := found.get((kind, keyword)):
                return _international(here) if kind == b"iTXt" else _plain(here)
    return None


def read_chunks(content: bytes) -> Iterator[Chunk]:
    """The chunks up to IEND; what follows that is no part of the picture. Raises: PictureDamaged."""
    place, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        rest = len(content) - place
        if rest < AROUND:
            raise PictureDamaged(place=place, what="it ends too early")
        size, kind = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8]
        if not kind.isalpha():  # of bytes: ASCII letters
            raise PictureDamaged(place=place, what="there is no piece of a picture")
        if place == len(SIGNATURE) and kind != b"IHDR":
            raise PictureDamaged(place=place, what="its first piece is not the header")
        if size > rest - AROUND:
            raise PictureDamaged(place=place, what="a piece is longer than what is left of the file")
        body = content[place + 8 : place + 8 + size]
        if zlib.crc32(kind + body).to_bytes(4, "big") != content[place + 8 + size : place + AROUND + size]:
            raise PictureDamaged(place=place, what="the checksum of a piece is wrong")
        yield Chunk(place, kind, body)
        place += AROUND + size


def _plain(chunk: Chunk) -> str:
    """Of a tEXt chunk. It should be Latin-1, but badges are written into it as UTF-8."""
    text = chunk.body.partition(b"\0")[2]
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _international(chunk: Chunk) -> str:
    """Of an iTXt chunk: keyword, NUL, two bytes on packing, language, NUL, keyword again, NUL, the text."""
    packing, rest = (part := chunk.body.partition(b"\0")[2])[:2], part[2:]
    pieces = rest.split(b"\0", 2)
    if len(pieces) < 3:
        raise PictureDamaged(place=chunk.place, what="a text in it is cut short")
    text = pieces[2]
    if packing == b"\1\0":
        text = _inflated(text, chunk.place)
    elif packing[0]:
        raise PictureDamaged(place=chunk.place, what="a text in it is packed in an unknown way")
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        raise PictureDamaged(place=chunk.place, what="a text in it is not UTF-8") from None


def _inflated(packed: bytes, place: int) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, MOST_INFLATED + 1)
    except zlib.error:
        raise PictureDamaged(place=place, what="a text in it cannot be unpacked") from None
    if len(text) > MOST_INFLATED:
        raise PictureTextTooLarge(limit=MOST_INFLATED // 1024**2)
    if not unpacking.eof:
        raise PictureDamaged(place=place, what="a packed text in it is cut short")
    return text
