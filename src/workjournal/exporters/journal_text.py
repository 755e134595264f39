"""A journal as one text, day by day, to read or print: everything that has a day in its order, then the rest."""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from workjournal.exporters.exporter import Exporter
from workjournal.exporters.record import Attached, Record, Sheaf, bulleted, labelled, shown
from workjournal.exporters.sink import Sink

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The system's own words depend on a setting that Qt changes."""


def write(sheaf: Sheaf, sink: Sink) -> None:
    """Block after block, so that no journal is too long for it."""
    with sink.file("journal.txt") as file:
        for block in _blocks(sheaf):
            file.write(f"{block}\n\n".encode())


def _blocks(sheaf: Sheaf) -> Iterator[str]:
    titles = {**sheaf.titles, **{entry.id: entry.title for entry in sheaf.entries}}
    yield _underlined("Journal", "=")
    yield f"Written by Workjournal on {sheaf.made:%Y-%m-%d at %H:%M}. {sheaf.about}"
    yield "This file is not encrypted: whoever can read the disk can read it."
    yield from sheaf.left_out
    # Within a day noun by noun, as they come: episodes first, by their time.
    days = heapq.merge(
        *(sheaf.read(noun) for noun in sheaf.nouns if noun.dated), key=lambda each: shown(each.date)
    )
    last = None
    for record in days:
        if record.date is not None and record.date != last:
            yield "\n" + _underlined(f"{_DAYS[record.date.weekday()]}, {record.date.isoformat()}", "=")
            last = record.date
        yield _told(record, titles)
    for noun in (noun for noun in sheaf.nouns if not noun.dated):
        yield "\n" + _underlined(noun.heading, "=")
        for record in sheaf.read(noun):
            yield _told(record, titles)


def _told(record: Record, titles: Mapping[UUID, str]) -> str:
    """What it is called, what there is to say of it line by line, its texts, its parts."""
    noun = record.noun.one
    blocks = [_underlined(f"{noun[:1].upper()}{noun[1:]}: {_line(record.title)}", "-")]
    blocks.append("\n".join([*([shown(record.time)] if record.time else []), *_facts(record, titles)]))
    blocks += [
        _headed(passage.heading, "\n") + passage.text.strip("\n")
        for passage in record.passages
        if passage.text.strip()
    ]
    for each, parts in record.parted():
        blocks.append(f"{each.heading}:\n" + "\n".join(_part(part, titles) for part in parts))
    if record.files:
        blocks.append("Attachments:\n" + "\n".join(f"- {_file(file)}" for file in record.files))
    return "\n\n".join(block for block in blocks if block)


def _facts(record: Record, titles: Mapping[UUID, str]) -> Iterable[str]:
    for key, value in record.values.items():
        if text := _line(shown(value)):
            yield f"{labelled(key)}: {text}"
    for key, things in record.links.items():
        if known := [_line(titles[each]) for each in things if titles.get(each)]:
            yield f"{labelled(key)}: {'; '.join(known)}"


def _part(part: Record, titles: Mapping[UUID, str]) -> str:
    told = [part.date.isoformat()] if part.date else []
    told += [_line(part.title)] if part.title.strip() else []
    told += [fact[:1].lower() + fact[1:] for fact in _facts(part, titles)]
    texts = [
        _headed(passage.heading, " ") + passage.text.strip()
        for passage in part.passages
        if passage.text.strip()
    ]
    return bulleted("\n".join([", ".join(told), *texts, *map(_file, part.files)]))


def _headed(heading: str, between: str) -> str:
    """What stands before a text; a question has its sign already."""
    heading = _line(heading)
    return f"{heading}{'' if heading.endswith(('?', ':', '.', '!')) else ':'}{between}" if heading else ""


def _file(file: Attached) -> str:
    return f"{_line(file.name)} ({file.media_type}, {file.size:,} bytes)"


def _underlined(title: str, sign: str) -> str:
    return f"{title}\n{sign * min(len(title), 80)}"


def _line(text: str) -> str:
    return " ".join(text.split())


TEXT = Exporter(
    key="text",
    title="Plain text",
    about="One text, day by day, to read and to print; of attachments it has the names.",
    ending=".txt",
    usual=".txt",
    write=write,
    holds_files=False,
)
