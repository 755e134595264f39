"""All that a PDF holds besides its pages, with the place of each, read by qpdf: not by the program that wrote it."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workjournal.exporters import pdf_streams
from workjournal.exporters.pdf_streams import Blob, Noted, Said

if TYPE_CHECKING:
    import pikepdf

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


@dataclass(frozen=True)
class _Trailer:
    """Numbers of objects that are told apart: the document information, and the keys of an encrypted file."""

    information: int
    keys: int

    @classmethod
    def of(cls, opened: "pikepdf.Pdf") -> "_Trailer":
        held = (opened.trailer.get(name) for name in ("/Info", "/Encrypt"))
        return cls(*(part.objgen[0] if part is not None else 0 for part in held))


def contents(pdf: bytes, password: str = "") -> Iterator[Said | Blob | Noted]:
    """Document information, XMP, attachments, annotations, structure, bookmarks: every string and every stream.

    Every object is visited, reachable from a page or not, and at last what else lies in the file: earlier states of
    it, comments, streams that no object names any more.

    Raises:
        pikepdf.PdfError: not a readable PDF, or another password.
    """
    import pikepdf  # slow to load

    with pikepdf.open(io.BytesIO(pdf), password=password) as opened:
        trailer = _Trailer.of(opened)
        names: set[str] = set()
        met = pdf_streams.Met()
        for held in opened.objects:
            if isinstance(held, pikepdf.Stream):
                yield from pdf_streams.told(held, met)
            # qpdf's JSON, for walking a thousand objects through pikepdf takes ten times as long.
            syntax: Any = json.loads(held.to_json(dereference=True, schema_version=2))
            number = held.objgen[0]
            if not number or number != trailer.keys:
                yield from _strings(
                    syntax, names, "the metadata" if number == trailer.information else "", ""
                )
    yield Blob("a name", "\n".join(sorted(names)).encode(errors="replace"))
    yield from pdf_streams.rest(pdf, met)


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
