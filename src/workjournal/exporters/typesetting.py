"""From a pack's content to the JSON its template draws, and from that to a tagged PDF that names no program."""

import itertools
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from workjournal import resources
from workjournal.charts.figure import Figure
from workjournal.exporters import fonts, letters, picture_files
from workjournal.exporters.finishing import finished
from workjournal.exporters.letters import short
from workjournal.exporters.markdown_tree import tree
from workjournal.exporters.pack_content import PackContent, PackEntry, PackPicture, PackSection, PackTable
from workjournal.exporters.plot import plot
from workjournal.exporters.undrawable import Apart, undrawable
from workjournal.exporters.wording import Wording, wording

if TYPE_CHECKING:
    from typst import PDFStandard

Document = dict[str, Any]
Files = Mapping[str, bytes]

PARTS = ("shared.typ", "markdown.typ", "entry.typ", "charts.typ")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-|$)")
NO_FILES: Files = MappingProxyType({})
FIGURES = "en"
"""The language of every figure's words, whatever the pack's is."""

LONGEST_RUNNING = 80
"""Letters of the title in the footer, which has one line, and of a table's header, which stands on every page of it."""
LONGEST_HELD = 600
"""Letters of a text whose last paragraph is kept on the page of what follows it; a longer one may leave a gap."""
MOST_ROWS_WHOLE, LONGEST_TABLE_WHOLE = 12, 1500
"""Rows and letters of a table that is not torn apart."""
LONGEST_FITTED = 80
"""Letters of a cell up to which columns are as wide as what is in them; beyond, each has a share of the page."""
LEAST_SHARE, MOST_SHARE = 12, 36
LONGEST_SAID = 400
"""Letters of what stands with a chart or picture, which share one page; its words for who cannot see it are all there."""
NO_BREAK = "\u00a0"
LONGEST_UNBROKEN = 16
"""Letters of a value that stays on one line."""
PLAIN = frozenset({"title_plain", "alt", "href", "file"})
"""Fields that are read by programs and stay without places to break."""


def document(content: PackContent, apart: Apart | None = None) -> Document:
    """The template's values: plain strings, numbers and lists, each letter one that can be drawn.

    With `apart`, marks become boxes on letters where it says that they cannot be drawn: see `letters.apart`.
    """
    words = wording(content.language)
    lang, region = language_of(content.language)
    raw = {
        "title": _line(content.title),
        "title_plain": _line(content.title),
        "running": short(content.title, LONGEST_RUNNING),
        "owner": _line(content.owner),
        "byline": " · ".join(part for part in (_line(content.owner), _line(content.period)) if part),
        "made": {"year": content.made.year, "month": content.made.month, "day": content.made.day},
        "lang": lang,
        "region": region,
        "paper": content.paper,
        "words": {"page": words.page, "of": words.of, "result": words.result},
        "figures": dict(zip(("lang", "region"), _figures_language(lang, region), strict=True)),
        "sections": [_section(section, words) for section in content.sections],
    }
    return drawable(raw, apart)


def language_of(tag: str) -> tuple[str, str | None]:
    """A language tag's language, such as "de", and its region, such as "AT", as Typst wants them; "en" for no tag."""
    found = _TAG.match(tag)
    if not found:
        return "en", None
    lang, region = found.groups()
    return lang.lower(), region.upper() if region else None


def compile_pdf(
    template: str,
    values: Document,
    *,
    files: Files = NO_FILES,
    archival: bool = True,
    headed: bool = False,
    computers: bool = False,
) -> bytes:
    """The PDF of a template in resources/typst/, its values in `sys.inputs.pack`; same values, same bytes.

    Args:
        files: what the template may open beside its own parts, by name; UTF-8 only.
        archival: claim PDF/A-2a beside PDF/UA-1, which a file that gets a password may not.
        headed: see `finishing.finished`.
        computers: see `fonts.compiler`.

    Raises:
        typst.TypstError: the template or its values are faulty: a bug.
    """
    written = as_typst_writes(template, values, files=files, archival=archival, computers=computers)
    return finished(written, headed=headed)


def as_typst_writes(
    template: str,
    values: Document,
    *,
    files: Files = NO_FILES,
    archival: bool = True,
    computers: bool = False,
) -> bytes:
    """What `compile_pdf` starts from, which names Typst in its metadata."""
    source = resources.path("typst", template).read_bytes()
    sources = {**_parts(), **files, "main.typ": source}
    compiler = fonts.compiler(sources, {"pack": json.dumps(values)}, computers=computers)
    standards: list[PDFStandard] = ["ua-1", "a-2a"] if archival else ["ua-1"]
    pdf = compiler.compile(format="pdf", pdf_standards=standards)
    assert isinstance(pdf, bytes)
    return pdf


def _parts() -> dict[str, bytes]:
    """What templates import from each other."""
    return {name: resources.path("typst", name).read_bytes() for name in PARTS}


def _section(section: PackSection, words: Wording) -> Document:
    groups = itertools.groupby(enumerate(section.entries, 1), lambda numbered: _line(numbered[1].group))
    return {
        "heading": _line(section.heading),
        "numbered": section.numbered,
        "groups": [_group(name, list(entries), words) for name, entries in groups],
        "table": _table(section.table) if section.table else None,
        "figures": [_figure(figure) for figure in section.figures],
    }


def _group(name: str, numbered: list[tuple[int, PackEntry]], words: Wording) -> Document:
    """Entries that stand together; `first` is the number of the first in its section."""
    return {
        "name": name,
        "first": numbered[0][0],
        "entries": [_entry(entry, words) for _, entry in numbered],
    }


def _entry(entry: PackEntry, words: Wording) -> Document:
    title, note, link = _line(entry.title), _line(entry.note), _line(entry.link)
    text, result = tree(entry.text), tree(entry.result)
    parts = [[_line(label), tree(told)] for label, told in entry.parts]
    facts = [
        [_line(label).replace(" ", NO_BREAK), _short_whole(_line(value))] for label, value in entry.facts
    ]
    below = bool(parts or result or facts or link or entry.pictures)
    # A note stands under its title, or under its text where there is no title.
    noted = not (below or (title and text))
    return {
        "title": title,
        "note": note,
        "bare": noted and not note,
        "noted": noted,
        "text": text,
        "held": len(entry.text) <= LONGEST_HELD and (below or bool(note and not title)),
        "parts": parts,
        "result": result,
        "facts": facts,
        "link": link,
        "href": _address(entry.link.strip()),
        "pictures": [_picture(picture, words) for picture in entry.pictures],
    }


def _short_whole(value: str) -> str:
    """A value such as "45 of 100" is not broken."""
    return value.replace(" ", NO_BREAK) if len(value) <= LONGEST_UNBROKEN else value


def _picture(picture: PackPicture, words: Wording) -> Document:
    width, height = picture_files.size(picture)
    told = _line(picture.alt) if _is_seen(picture.alt) else ""
    return {
        "file": picture_files.name_of(picture),
        "width": width,
        "height": height,
        "caption": short(told, LONGEST_SAID),
        "alt": told or words.picture,
    }


def _is_seen(text: str) -> bool:
    """Whether anything in it has a shape."""
    return any(unicodedata.category(letter)[0] not in "CMZ" for letter in text)


def _table(table: PackTable) -> Document:
    headers = [short(header, LONGEST_RUNNING) for header in table.headers]
    rows = [[_line(cell) for cell in row] for row in table.rows]
    size = sum(map(len, itertools.chain(headers, *rows)))
    longest = [max(map(len, column)) for column in zip(headers, *rows, strict=True)]
    return {
        "headers": headers,
        "rows": rows,
        "short": len(rows) <= MOST_ROWS_WHOLE and size <= LONGEST_TABLE_WHOLE,
        # Fitting columns to long texts takes Typst seconds.
        "shares": [min(max(many, LEAST_SHARE), MOST_SHARE) for many in longest]
        if max(longest) > LONGEST_FITTED
        else None,
    }


def _figure(figure: Figure) -> Document:
    count = "" if figure.counts_entries else wording(FIGURES).count.format(n=figure.n)
    return {
        "title": short(figure.title, LONGEST_SAID),
        "subtitle": short(figure.subtitle, LONGEST_SAID),
        "reading": short(figure.reading, LONGEST_SAID),
        "count": count,
        "alt": _line(f"{figure.title}. {figure.reading} {count and f'{count}.'}"),
        "plot": plot(figure, FIGURES),
    }


def _figures_language(lang: str, region: str | None) -> tuple[str, str | None]:
    """The pack's own English where it is in English."""
    return (lang, region) if lang == FIGURES else language_of(FIGURES)


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


def drawable(raw: Document, apart: Apart | None, *, computers: bool = False) -> Document:
    """Every string with only letters that some font has, and with places to break its longest words."""
    missing = undrawable(raw, computers=computers)

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
