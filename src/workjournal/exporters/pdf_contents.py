"""All that a PDF holds besides its pages, with the place of each, read by qpdf: not by the program that wrote it."""

import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True)
class Said:
    """A text inside a file, and where in words. `metadata` is what the file says of itself."""

    where: str
    text: str
    metadata: bool = False


@dataclass(frozen=True)
class Blob:
    """Bytes inside a file, in which short words occur by chance."""

    where: str
    content: bytes


_WHERE = {
    "/Alt": "an alternative text",
    "/ActualText": "a replacement text",
    "/E": "an expansion",
    "/Contents": "an annotation",
    "/URI": "a link",
    "/Title": "a title",
    "/F": "a file name",
    "/UF": "a file name",
}
# Language tags are short words of their own ("en"), and hashes are nobody's text.
_SKIPPED = frozenset({"/Lang", "/ID", "/CheckSum"})


def contents(pdf: bytes) -> Iterator[Said | Blob]:
    """Document information, XMP, attachments, annotations, structure, bookmarks: every string and every stream.

    Every object is visited, reachable from a page or not, and at last the file as it lies on the disk.

    Raises:
        pikepdf.PdfError: not a readable PDF.
    """
    import pikepdf  # slow to load

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        information = opened.trailer.get("/Info")
        number = information.objgen[0] if information is not None else 0
        names: set[str] = set()
        for held in opened.objects:
            if isinstance(held, pikepdf.Stream):
                yield from _stream(held)
            # qpdf's JSON, for walking a thousand objects through pikepdf takes ten times as long.
            syntax: Any = json.loads(held.to_json(dereference=True, schema_version=2))
            yield from _strings(syntax, names, "the metadata" if held.objgen[0] == number else "", "")
    yield Blob("a name", "\n".join(sorted(names)).encode(errors="replace"))
    yield Blob("the file", pdf)


def _strings(value: Any, names: set[str], where: str, key: str) -> Iterator[Said]:
    """Strings below a value of qpdf's JSON: "u:" before text, "b:" before hexadecimal bytes. Adds to `names`."""
    if isinstance(value, dict):
        names.update(value)
        for name, inside in value.items():
            if name not in _SKIPPED:
                yield from _strings(inside, names, where, name)
    elif isinstance(value, list):
        for inside in value:
            yield from _strings(inside, names, where, key)
    elif isinstance(value, str) and value.startswith("/"):
        names.add(value)
    elif isinstance(value, str) and value[:2] in {"u:", "b:"}:
        text = value[2:] if value[0] == "u" else bytes.fromhex(value[2:]).decode("latin-1")
        yield Said(where or _WHERE.get(key, "a string of the file"), text, metadata=bool(where))


def _stream(stream: "pikepdf.Stream") -> Iterator[Said | Blob]:
    import pikepdf

    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:
        content = stream.read_raw_bytes()  # a picture's own compression
    kind = str(stream.get("/Type", ""))
    if kind == "/Metadata":
        yield from (
            Said("the metadata (XMP)", text, metadata=True) for text in _xmp(content.decode(errors="replace"))
        )
    elif kind == "/EmbeddedFile":
        yield from (
            Said("an attachment", content.decode(code, errors="ignore")) for code in ("utf-8", "utf-16")
        )
    yield Blob(f"stream {stream.objgen[0]}", content)


def _xmp(packet: str) -> Iterator[str]:
    """What a packet says: texts, comments and values of attributes, without namespaces and the schema's own wording."""
    said = re.sub(r"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", "", packet, flags=re.DOTALL)
    said = re.sub(r"<\?.*?\?>|\sxmlns:\w+=\"[^\"]*\"", "", said, flags=re.DOTALL)
    for comment, text, attribute in re.findall(
        r"<!--(.*?)-->|>([^<>]+)(?=<)|=\"([^\"]*)\"", said, flags=re.DOTALL
    ):
        yield html.unescape(comment or text or attribute)
