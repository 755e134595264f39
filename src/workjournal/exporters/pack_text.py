"""A review pack as Markdown, and as plain text for pasting into a company's own form: the same content as the PDF's."""

import itertools
from collections.abc import Iterable, Iterator

from workjournal.charts.figure import Figure
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection
from workjournal.exporters.text_forms import Form, MarkdownForm, PlainForm, indented, led_by_paragraph
from workjournal.exporters.typesetting import FIGURES
from workjournal.exporters.wording import Wording, wording


def markdown(content: PackContent) -> str:
    """CommonMark, the title its only heading of level 1; what was written in the journal makes none."""
    return _document(content, MarkdownForm())


def plain_text(content: PackContent) -> str:
    """Letters alone: headings in lines by themselves, lists with "-", a chart as what it says, addresses spelled out."""
    return _document(content, PlainForm())


def _document(content: PackContent, form: Form) -> str:
    words = wording(content.language)
    byline = " · ".join(part for part in (content.owner, content.period) if part.strip())
    blocks = [form.heading(content.title, 1), form.line(byline)]
    for section in content.sections:
        blocks += _section(section, form, words)
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _section(section: PackSection, form: Form, words: Wording) -> Iterator[str]:
    yield form.heading(section.heading, 2)
    place = 0
    for group, entries in itertools.groupby(section.entries, lambda entry: " ".join(entry.group.split())):
        if group:
            yield form.heading(group, 3)
        for entry in entries:
            place += 1
            title = _strong(entry, form) if section.numbered else _title(entry, form, 4 if group else 3)
            whole = "\n\n".join(part for part in (title, *_entry(entry, form, words)) if part)
            yield indented(whole, f"{place}. ") if section.numbered else whole
    if section.table:
        yield form.table(section.table)
    for figure in section.figures:
        yield _figure(figure, form)


def _title(entry: PackEntry, form: Form, level: int) -> str:
    return form.heading(entry.title, level) if entry.title.strip() else ""


def _strong(entry: PackEntry, form: Form) -> str:
    """A heading within a list's item would break the outline."""
    return form.strong(entry.title) if entry.title.strip() else ""


def _entry(entry: PackEntry, form: Form, words: Wording) -> Iterator[str]:
    """Below its title."""
    yield form.line(entry.note)
    yield form.prose(entry.text)
    yield from (_labelled(label, text, form) for label, text in entry.parts)
    yield _labelled(words.result, entry.result, form)
    yield form.facts(entry.facts)
    yield form.link(entry.link)
    yield from (form.line(_told(picture.alt, words)) for picture in entry.pictures)


def _told(alt: str, words: Wording) -> str:
    return f"{words.picture}: {alt}" if alt.strip() else words.picture


def _labelled(label: str, markdown_: str, form: Form) -> str:
    written = form.prose(markdown_)
    if not written:
        return ""
    between = " " if led_by_paragraph(markdown_) else "\n\n"
    return form.strong(f"{label}:") + between + written


def _figure(figure: Figure, form: Form) -> str:
    """What a chart says; how much was written down is left out, as it is in the PDF."""
    count = "" if figure.counts_entries else f" ({wording(FIGURES).count.format(n=figure.n)})"
    return _lines([form.strong(figure.title), form.line(figure.reading + count)])


def _lines(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)
