"""Shared packs for a reader: the ledger as a table, and one pack with all that belongs to it."""

from collections.abc import Iterable

import click

from workjournal.cli.printing import print_fields, print_table, safe, short, width
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.journal.meetings import Shared
from workjournal.journal.pack_telling import Presence, ToldSection, ToldThing

SHORT_DIGEST = 12
HEADERS = ("Id", "Date", "For", "With", "Period", "SHA-256", "Password", "Copy", "Met")
WIDE = 107
"""Columns that its line takes with little room for whom it was shared with."""
ELSEWHERE = "Of no section that is still known"
_PRESENCE = {Presence.HERE: "", Presence.TRASHED: "  (in the trash)", Presence.GONE: ""}


def print_ledger(lines: Iterable[Shared]) -> None:
    """What was shared, a line each; where the terminal is too narrow for that, a paragraph each."""
    rows = [
        (
            short(each.pack.id),
            each.pack.date.isoformat(),
            each.pack.audience.value,
            each.pack.recipient or "–",
            _period(each.pack),
            each.pack.sha256[:SHORT_DIGEST] or "–",
            "yes" if each.pack.protected else "–",
            "kept" if each.kept else "–",
            each.pack.met.isoformat() if each.pack.met else "–",
        )
        for each in lines
    ]
    if width() >= WIDE:
        print_table(HEADERS, rows, gives=HEADERS.index("With"))
        return
    for place, row in enumerate(rows):
        if place:
            click.echo()
        print_fields(zip(HEADERS, row, strict=True))


def print_pack(journal: Journal, pack: Pack) -> None:
    """One pack: when, for whom, what was in it, and what came of its meeting."""
    print_fields(
        [
            ("Pack for", pack.audience.value),
            ("Id", str(pack.id)),
            ("Date", pack.date.isoformat()),
            ("With", pack.recipient),
            ("Period", _period(pack)),
            (
                "In the trash since",
                pack.trashed_at.astimezone().date().isoformat() if pack.trashed_at else "",
            ),
            ("SHA-256", pack.sha256),
            ("Password", "yes" if pack.protected else "no"),
            ("Copy", "kept" if journal.meetings.keeps(pack.id) else "not kept"),
            ("Met", pack.met.isoformat() if pack.met else ""),
        ]
    )
    for section in journal.meetings.told(pack):
        _print_block(section.heading or ELSEWHERE, _lines(section))
    _print_block("Notes, for you alone", pack.notes.strip().splitlines())
    agreed = journal.meetings.agreed(pack.id)
    _print_block(
        "Agreed",
        [f"{short(each.id)}  {each.owner.value}, {each.state.value}: {each.text}" for each in agreed],
    )
    heard = journal.meetings.heard(pack.id)
    _print_block("Heard", [f"{short(each.id)}  {each.title}" for each in heard])


def _lines(section: ToldSection) -> list[str]:
    return [*(_thing(each) for each in section.things), *section.charts, *section.lines]


def _thing(thing: ToldThing) -> str:
    title = thing.title or "destroyed since"
    return f"{short(thing.id)}  {title}{_PRESENCE[thing.presence]}"


def _print_block(label: str, lines: Iterable[str]) -> None:
    every = list(lines)
    if every:
        click.echo(f"\n{safe(label)}")
        for each in every:
            click.echo(f"  {safe(each)}")


def _period(pack: Pack) -> str:
    return f"{pack.period_start.isoformat()} – {pack.period_end.isoformat()}"
