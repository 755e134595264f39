"""What is done to a PDF after Typst wrote it: no name of a program in it, and rows of tables that have headings."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

# In the information dictionary, which holds text strings only, and in XMP, which PDF/A wants unpacked.
_TOOL = re.compile(
    rb"/(?:Creator|Producer)\((?:[^()\\]|\\.)*\)"
    rb"| x:xmptk=\"[^\"]*\""
    rb"|<(xmp:CreatorTool|pdf:Producer|xmpMM:History)>.*?</\1>",
    re.DOTALL,
)

_INFORMATION = re.compile(rb"/Info (\d+) 0 R")
LONGEST_TRAILER = 400
"""Bytes at the end of the file."""


def finished(pdf: bytes, *, headed: bool = False) -> bytes:
    """The same document without the name and version of the program that made it, in the catalogue and in XMP.

    Args:
        headed: the first cell of every row in the body of every table becomes the row's heading, which Typst can only
            tag behind a switch that its Python binding does not have.
    """
    # Typst writes both last, before the catalogue, which has no text of ours.
    (number,) = _INFORMATION.findall(pdf, max(0, len(pdf) - LONGEST_TRAILER))
    start = pdf.rindex(b"\n%b 0 obj" % number)
    # Spaces mean nothing in either place, and so nothing in the file moves: writing it anew takes 60 ms for 200 episodes.
    nameless = pdf[:start] + _TOOL.sub(lambda found: b" " * len(found.group()), pdf[start:])
    return _headed(nameless) if headed else nameless


def _headed(pdf: bytes) -> bytes:
    import pikepdf  # 0.1 s, which the terminal's every command would pay

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for table in list(_tables(opened)):
            _head_rows(table)
        written = io.BytesIO()
        # Without the last, the packet of XMP is written anew.
        opened.save(written, deterministic_id=True, fix_metadata_version=False)
        return written.getvalue()


def _tables(document: "pikepdf.Pdf") -> Iterator["pikepdf.Dictionary"]:
    import pikepdf

    for held in document.objects:
        if isinstance(held, pikepdf.Dictionary) and held.get("/S") == "/Table" and "/P" in held:
            yield held


def _head_rows(table: "pikepdf.Dictionary") -> None:
    """Scope alone says what a heading is of (ISO 14289-1, 7.5): a list of headings would have to name those of rows too."""
    import pikepdf

    for part in table.K:
        for row in part.K:
            for place, cell in enumerate(row.K):
                is_head = cell.S == "/TH" or place == 0
                scope = pikepdf.Name("/Column" if part.S == "/THead" else "/Row")
                cell.S = pikepdf.Name("/TH" if is_head else "/TD")
                kept = [told for told in _attributes(cell) if told.get("/O") != "/Table"]
                own = [pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=scope)] if is_head else []
                cell.A = pikepdf.Array([*own, *kept])


def _attributes(cell: "pikepdf.Object") -> list["pikepdf.Object"]:
    import pikepdf

    told = cell.get("/A", pikepdf.Array())
    return list(told) if isinstance(told, pikepdf.Array) else [told]
