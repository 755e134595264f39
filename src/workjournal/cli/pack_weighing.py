"""What leaves with a pack and what stays, for the worker's own eyes; and whether anything would leak."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

import click

from workjournal.cli.plain import Record
from workjournal.cli.printing import counted, print_json, safe
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection
from workjournal.journal.journal import Journal
from workjournal.journal.pack_balance import Balance
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PackLeaks

_LEAVES = (
    *(("items", "thing"), ("texts", "text"), ("pictures", "picture"), ("charts", "chart")),
    ("reworded", "reworded text"),
)
_STAYS = (
    *(("unticked", "unticked thing"), ("unticked_pictures", "unticked picture")),
    *(("private_notes", "private note"), ("reflections", "reflection"), ("forecasts", "forecast")),
    ("pulses", "pulse"),
)


def print_check(journal: Journal, choice: PackChoice, leaks: PackLeaks | None, *, as_json: bool) -> None:
    """What leaves, what stays, and who is called otherwise; after the looking for leaks.

    Args:
        leaks: what was found.
    """
    content, balance = journal.packs.compose(choice), journal.packs.balance(choice)
    opened = sorted(journal.people.get(person).name for person in choice.named)
    instead = {name: words for name, words in journal.packs.stand_ins(choice).items() if name not in opened}
    if as_json:
        print_json(
            {
                "leaves": [_record(section) for section in content.sections],
                "balance": asdict(balance),
                "stand_ins": instead,
                "named": opened,
                "leaks": [] if leaks is None else str(leaks.fields["leaks"]).split("; "),
            }
        )
        return
    _print_leaves(content, balance)
    click.echo(f"\nStays: {_counted(balance, _STAYS) or 'nothing'}")
    _print_names(instead, opened)
    if leaks is None:
        click.echo("\nNothing leaks. Nothing was written.")


def _print_names(instead: Mapping[str, str], opened: Iterable[str]) -> None:
    lines = [
        *(f"{name}: {words}" for name, words in instead.items()),
        *(f"{name}: by name" for name in opened),
    ]
    if lines:
        click.echo("\nPeople")
        for line in lines:
            click.echo(f"  {safe(line)}")


def _print_leaves(content: PackContent, balance: Balance) -> None:
    click.echo(f"{safe(content.title)}, {content.period}")
    for section in content.sections:
        click.echo(f"\n{safe(section.heading)}")
        for line in _lines(section):
            click.echo(f"  {safe(line)}")
    click.echo(f"\nLeaves: {_counted(balance, _LEAVES) or 'nothing'}")
    if balance.changed_since:
        click.echo(f"Of the reworded ones changed in the journal afterwards: {balance.changed_since}")


def _lines(section: PackSection) -> list[str]:
    """What stands in a section, a line each."""
    entries = [_called(entry) for entry in section.entries]
    rows = [": ".join(part for part in row if part) for row in (section.table.rows if section.table else ())]
    return [*entries, *rows, *(figure.title for figure in section.figures)]


def _called(entry: PackEntry) -> str:
    words = entry.title.strip() or entry.text.strip() or "…"
    line = " ".join(words.split())
    shown = f", {counted({'picture': len(entry.pictures)})}" if entry.pictures else ""
    return f"{line}{shown}"


def _counted(balance: Balance, words: tuple[tuple[str, str], ...]) -> str:
    return counted({word: getattr(balance, name) for name, word in words})


def _record(section: PackSection) -> Record:
    return {"section": section.key, "heading": section.heading, "items": _lines(section)}
