"""What a picture file says besides its picture: where it was taken, by what, when, and what somebody remarked."""

import re
import struct
from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_SHOWN = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_SEGMENTS = {
    0xE0: "a thumbnail",
    0xE1: "EXIF or XMP",
    0xE2: "a colour profile",
    0xED: "a caption",
    0xFE: "a comment",
}
# Within a scan 0xFF stands before 0, or before the number of a restart, or again.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def notes(content: bytes) -> list[str]:
    """What there is besides the picture in a JPEG or PNG file, a few words each; nothing for other bytes.

    A picture that cannot be read to its end has "bytes that are no picture".
    """
    if content.startswith(_JPEG):
        return sorted(set(_jpeg(content)))
    return sorted(set(_png(content))) if content.startswith(_PNG) else []


def _jpeg(content: bytes) -> Iterator[str]:
    """By ITU-T T.81, annex B: marker after marker, most with a length of two bytes that counts itself."""
    at, kind = 2, 0xD8
    while marker := _MARKER.search(content, at):
        if content[at : marker.start()].strip(b"\xff") and kind != 0xDA:  # after which the scan's data stand
            yield "bytes that are no picture"
        kind = content[marker.start() + 1]
        if kind == 0xD9:
            if content[marker.end() :].strip(b"\0"):
                yield "bytes after its end"
            return
        (long,) = struct.unpack(">H", content[marker.end() : marker.end() + 2].rjust(2, b"\0"))
        yield from _segment(kind, content[marker.end() + 2 : marker.end() + long])
        at = marker.end() + max(long, 2)
    yield "bytes that are no picture"


def _segment(kind: int, content: bytes) -> Iterator[str]:
    """An empty one says nothing, nor do JFIF without a thumbnail and Adobe's way to name the colours."""
    tells_form = content.startswith(b"JFIF\0") and content[12:14] == b"\0\0" and len(content) == 14
    tells_colours = kind == 0xEE and content.startswith(b"Adobe") and len(content) == 12
    if (0xE0 <= kind <= 0xEF or kind == 0xFE) and not tells_form and not tells_colours:
        yield _SEGMENTS.get(kind, "a program's own notes")


def _png(content: bytes) -> Iterator[str]:
    """By the PNG specification, 5.3: chunk after chunk, length, name, content and checksum."""
    at = len(_PNG)
    while at + 12 <= len(content):
        long, name = struct.unpack(">I4s", content[at : at + 8])
        if name not in _SHOWN:
            yield f"a chunk {name.decode('latin-1')}"
        at += 12 + long
        if name == b"IEND":
            break
    if content[at:]:
        yield "bytes after its end"
