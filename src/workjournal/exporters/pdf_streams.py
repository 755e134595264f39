"""What the streams of a PDF hold, and what lies in the file between and behind them."""

import hashlib
import html
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workjournal.exporters.picture_notes import notes

if TYPE_CHECKING:
    import pikepdf

MOST_UNPACKED = 1 << 28
"""Bytes that a stream no object names is unpacked to: a few kilobytes can hold gigabytes."""


@dataclass(frozen=True)
class Said:
    """A text inside a file, and where in words. `metadata` is what the file says of itself."""

    where: str
    text: str
    metadata: bool = False


@dataclass(frozen=True)
class Blob:
    """Bytes inside a file, in which short words occur by chance. `dots` are those of a picture, where longer ones may."""

    where: str
    content: bytes
    dots: bool = False


@dataclass(frozen=True)
class Noted:
    """What a picture in the file tells besides what it shows."""

    where: str
    what: str


@dataclass
class Met:
    """The streams that were read already, as they lie in the file: a digest each."""

    _digests: set[bytes] = field(default_factory=set)

    def add(self, raw: bytes) -> None:
        """Remember one."""
        self._digests.add(_digest(raw))

    def __contains__(self, raw: bytes) -> bool:
        """The end of a line may or may not belong to what stands before it."""
        ends = (raw, raw.removesuffix(b"\n"), raw.removesuffix(b"\r\n"), raw.removesuffix(b"\r"))
        return any(_digest(each) in self._digests for each in ends)


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def told(stream: "pikepdf.Stream", met: Met) -> Iterator[Said | Blob | Noted]:
    """What one stream says, and adds it to `met`."""
    raw = stream.read_raw_bytes()
    met.add(raw)
    content = _unpacked(stream, raw)
    where, kind = f"stream {stream.objgen[0]}", str(stream.get("/Type", ""))
    picture = str(stream.get("/Subtype", "")) == "/Image"
    if kind == "/Metadata":
        for text in _xmp(content.decode(errors="replace")):
            yield Said("the metadata (XMP)", text, metadata=True)
    elif kind == "/EmbeddedFile":
        yield from (
            Said("an attachment", content.decode(code, errors="ignore")) for code in ("utf-8", "utf-16")
        )
    if picture and "/Metadata" in stream:
        yield Noted(where, "XMP")
    yield from (Noted(where, what) for what in notes(content))
    if not picture and (marked := _marked(content)):
        yield Said(where, marked)
    yield Blob(where, content, dots=picture)


def _unpacked(stream: "pikepdf.Stream", raw: bytes) -> bytes:
    """The stream without its packing; a picture's own stays on, for its file is what may tell more."""
    import pikepdf

    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return _inflated(raw) or raw  # a JPEG file may be packed once more


# Texts that stand for what is drawn, inside a drawing, in brackets or in hexadecimal digits; and of all other digits
# those that say they are UTF-16: else the glyphs of every line would be read as letters, and those are found as drawn.
_MARKED = re.compile(
    rb"/(?:ActualText|Alt|E)\s*(<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\))|(<\s*[Ff][Ee]\s*[Ff][Ff][0-9A-Fa-f\s]*>)",
    re.DOTALL,
)
_UTF16 = re.compile(rb"<\s*[Ff][Ee]")


def _marked(content: bytes) -> str:
    """What a drawing says without showing it, a line each; there may be one for each letter."""
    if not (any(name in content for name in (b"/ActualText", b"/Alt", b"/E")) or _UTF16.search(content)):
        return ""  # soon told of most drawings
    syntax = [stand_in or other for stand_in, other in _MARKED.findall(content)]
    read = {each: _string(each) for each in dict.fromkeys(syntax)}
    return "\n".join(read[each] for each in syntax)


def _string(syntax: bytes) -> str:
    """A PDF string, in UTF-16, UTF-8 or the PDF's own code."""
    import pikepdf

    try:
        return str(pikepdf.Object.parse(syntax))
    except (pikepdf.PdfError, ValueError):
        return syntax.decode("latin-1")


def rest(pdf: bytes, met: Met) -> Iterator[Blob]:
    """The file as it lies on the disk, without the streams that were read already."""
    between: list[bytes] = []
    at = 0
    for found in _STREAM.finditer(pdf):
        body = found.group(1)
        between.append(pdf[at : found.start(1)])
        at = found.end(1)
        if body not in met:
            where = f"a stream at byte {found.start(1)}"
            yield Blob(where, body)
            yield Blob(where, _inflated(body))
    between.append(pdf[at:])
    yield Blob("the file", b"".join(between))


_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def _inflated(packed: bytes) -> bytes:
    """What it was before it was packed, as much as can be read; nothing where it was not."""
    try:
        return zlib.decompressobj().decompress(packed, MOST_UNPACKED)
    except zlib.error:
        return b""


def _xmp(packet: str) -> Iterator[str]:
    """What a packet says: texts, comments and values of attributes, without namespaces and the schema's own wording."""
    said = re.sub(r"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", "", packet, flags=re.DOTALL)
    said = re.sub(r"<\?.*?\?>|\sxmlns:\w+=\"[^\"]*\"", "", said, flags=re.DOTALL)
    for comment, text, attribute in re.findall(
        r"<!--(.*?)-->|>([^<>]+)(?=<)|=\"([^\"]*)\"", said, flags=re.DOTALL
    ):
        yield html.unescape(comment or text or attribute)
