"""Every byte of a PDF, found without a line of the program's own code."""

import io
import zlib
from collections.abc import Iterator

import pikepdf
import pypdfium2

BROKEN = ("\u200b", "\ufffe\r\n", "\ufffe\n", "\ufffe", "\x02")
"""What stands within a word that was broken at the end of a line."""


def everything_in(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """Where, and bytes: the file, what is drawn, each object's syntax, each stream as it lies there and unpacked."""
    yield "the file", pdf
    drawn = pypdfium2.PdfDocument(pdf)
    for place, page in enumerate(drawn):
        said = page.get_textpage().get_text_bounded()
        for broken in BROKEN:
            said = said.replace(broken, "")
        yield f"page {place}", said.encode(errors="ignore")
        page.close()
    drawn.close()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for held in [*opened.objects, opened.trailer]:
            where = f"object {held.objgen}"
            if not isinstance(held, pikepdf.Stream):
                yield where, held.unparse()
                continue
            yield where, held.stream_dict.unparse()
            yield where, held.read_raw_bytes()
            yield where, unpacked(held)


def unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        raw = stream.read_raw_bytes()
        try:
            return zlib.decompress(raw)
        except zlib.error:
            return raw


def found_in(pdf: bytes, canaries: list[str]) -> list[str]:
    """Which canaries stand where: in UTF-8, in UTF-16 of either kind, and in hexadecimal digits of these."""
    forms: dict[str, list[bytes]] = {}
    for canary in canaries:
        coded = [canary.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le")]
        forms[canary] = [*coded, *(code.hex().encode() for code in coded)]
    return [
        f"{canary} in {where}"
        for where, content in everything_in(pdf)
        for small in (content.lower(),)
        for canary, codes in forms.items()
        if any(code in small for code in codes)
    ]
