"""What was on this day in earlier years, and what a thing said before, in the terminal."""

import datetime as dt

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, as_json, option
from workjournal.cli.printing import note, print_json, print_table, safe, short
from workjournal.domain.keeping import Revision


@click.command("this-day", epilog="Example: workjournal this-day --day 2026-11-19")
@option("--day", DAY, "The day; today if not given.")
@as_json
@click.pass_obj
def this_day(opening: Opening, *, day: dt.date | None, as_json: bool) -> None:
    """List what happened on this day of earlier years.

    One episode a year.
    """
    with opening.journal() as journal:
        found = journal.episodes.in_earlier_years(day or journal.today())
        if as_json:
            print_json(records.episodes(journal, found))
            return
    if not found:
        note("Nothing was written on this day of earlier years.")
        return
    rows = [(short(each.id), each.date.isoformat(), each.kind.value, each.title) for each in found]
    print_table(("Id", "Date", "Kind", "Title"), rows)


@click.command("history", epilog="Example: workjournal history 4f2a91c7")
@click.argument("thing_id", metavar="ID")
@as_json
@click.pass_obj
def history(opening: Opening, thing_id: str, *, as_json: bool) -> None:
    """Show what the texts of a thing were before they were changed.

    The latest change comes first.
    """
    with opening.journal() as journal:
        found = journal.revisions.of(journal.trash.identify(thing_id))
    if as_json:
        print_json([_record(each) for each in found])
    elif not found:
        note("Its texts were never changed.")
    for place, each in enumerate([] if as_json else found):
        until = each.until.astimezone().strftime("%Y-%m-%d %H:%M")
        click.echo("\n" * bool(place) + f"{each.field.replace('_', ' ').capitalize()}, until {until}")
        click.echo(safe(each.text))


def _record(kept: Revision) -> dict[str, str]:
    return {"field": kept.field, "until": kept.until.isoformat(), "text": kept.text}
