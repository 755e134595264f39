"""From a pack's content to the JSON its template draws, and from that to a tagged PDF that names no program."""

import io
import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from workjournal import resources
from workjournal.charts.figure import Figure
from workjournal.exporters import fonts, letters
from workjournal.exporters.letters import short
from workjournal.exporters.markdown_tree import tree
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection
from workjournal.exporters.plot import plot
from workjournal.exporters.wording import wording

Document = dict[str, Any]
Apart = Callable[[str], bool]

LONGEST_RUNNING = 80
"""Letters of the title in the footer, which has one line."""
LONGEST_HELD = 600
"""Letters of a text whose last paragraph is kept on the page of what follows it; a longer one may leave a gap."""
PLAIN = frozenset({"title_plain", "alt", "href"})
"""Fields that are read by programs and stay without places to break."""


def document(content: PackContent, apart: Apart | None = None) -> Document:
    """The template's values: plain strings, numbers and lists, each letter one that can be drawn.

    With `apart`, marks become boxes on letters where it says that they cannot be drawn: see `letters.apart`.
    """
    words = wording(content.language)
    lang, _, region = content.language.partition("-")
    raw = {
        "title": _line(content.title),
        "title_plain": _line(content.title),
        "running": short(content.title, LONGEST_RUNNING),
        "owner": _line(content.owner),
        "byline": " · ".join(part for part in (_line(content.owner), _line(content.period)) if part),
        "made": {"year": content.made.year, "month": content.made.month, "day": content.made.day},
        "lang": lang.lower(),
        "region": region.upper() if len(region) == 2 else None,
        "words": {"page": words.page, "of": words.of, "result": words.result},
        "sections": [_section(section, content.language) for section in content.sections],
    }
    return drawable(raw, apart)


def compile_pdf(template: str, values: Document) -> bytes:
    """The PDF of a template in resources/typst/, its values in `sys.inputs.pack`; same values, same bytes.

    Raises:
        typst.TypstError: the template or its values are faulty: a bug.
    """
    source = resources.path("typst", template).read_bytes()
    compiler = fonts.compiler(source, {"pack": json.dumps(values)})
    # Accessible, and fit for archives with its tags, fonts embedded and nothing fetched: Typst writes both at once.
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"])
    assert isinstance(pdf, bytes)
    return without_tool(pdf)


def without_tool(pdf: bytes) -> bytes:
    """The same document without the name and version of the program that made it, in the catalogue and in XMP."""
    import pikepdf  # 0.1 s, which the terminal's every command would pay

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for name in ("/Creator", "/Producer"):
            if name in opened.docinfo:
                del opened.docinfo[name]
        xmp = opened.Root.Metadata.read_bytes()
        # By text, not by a parser: PDF/A wants the packet's own form, and everything else stays as it was checked.
        for tag in (b"xmp:CreatorTool", b"pdf:Producer", b"xmpMM:History"):
            xmp = re.sub(rb"<%b>.*?</%b>" % (tag, tag), b"", xmp, flags=re.DOTALL)
        opened.Root.Metadata.write(re.sub(rb' x:xmptk="[^"]*"', b"", xmp))
        written = io.BytesIO()
        opened.save(
            written, deterministic_id=True, fix_metadata_version=False
        )  # else the packet is written anew
        return written.getvalue()


def _section(section: PackSection, language: str) -> Document:
    return {
        "heading": _line(section.heading),
        "numbered": section.numbered,
        "entries": [_entry(entry) for entry in section.entries],
        "figures": [_figure(figure, language) for figure in section.figures],
    }


def _entry(entry: PackEntry) -> Document:
    return {
        "title": _line(entry.title),
        "note": _line(entry.note),
        "text": tree(entry.text),
        "held": len(entry.text) <= LONGEST_HELD and bool(entry.result or entry.facts or entry.link),
        "result": tree(entry.result),
        "facts": [[_line(label), _line(value)] for label, value in entry.facts],
        "link": _line(entry.link),
        "href": _address(entry.link.strip()),
    }


def _figure(figure: Figure, language: str) -> Document:
    count = "" if figure.counts_entries else wording(language).count.format(n=figure.n)
    return {
        "title": _line(figure.title),
        "subtitle": _line(figure.subtitle),
        "reading": _line(figure.reading),
        "count": count,
        "alt": _line(f"{figure.title}. {figure.reading} {count and f'{count}.'}"),
        "plot": plot(figure, language),
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _address(link: str) -> str:
    """The link as a PDF may hold it, 7-bit; empty for anything but the web and mail, which is shown and not opened."""
    if not re.match(r"(?:https?://|mailto:)\S+$", link, re.IGNORECASE):
        return ""
    return "".join(
        letter
        if "!" <= letter <= "~"
        else "".join(f"%{byte:02X}" for byte in letter.encode(errors="replace"))
        for letter in link
    )


def drawable(raw: Document, apart: Apart | None) -> Document:
    """Every string with only letters that some font has, and with places to break its longest words."""
    used = set(json.dumps(raw, ensure_ascii=False)) - letters.SAFE
    missing = fonts.missing(frozenset(letter for letter in used if unicodedata.category(letter) != "Cs"))

    def plain(text: str) -> str:
        text = letters.shown(text, missing)
        return letters.apart(text, apart) if apart else text

    def on_page(text: str) -> str:
        return letters.breakable(plain(text))

    drawn = _mapped(raw, on_page, plain)
    assert isinstance(drawn, dict)
    return drawn


def _mapped(value: Any, on_page: Callable[[str], str], plain: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return on_page(value)
    if isinstance(value, list | tuple):
        return [_mapped(item, on_page, plain) for item in value]
    if isinstance(value, dict):
        return {key: _mapped(item, plain if key in PLAIN else on_page, plain) for key, item in value.items()}
    return value
