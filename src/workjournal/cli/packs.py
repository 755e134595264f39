"""The review pack in the terminal: what was ticked, as a PDF."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from workjournal.cli.opening import Opening
from workjournal.cli.options import AUDIENCE, DAY, Value, need_order, option
from workjournal.cli.printing import note, safe
from workjournal.domain.entity import Audience
from workjournal.errors import JournalError
from workjournal.journal.packs import PackOffer


class NothingToShow(JournalError):
    """There is nothing from {start} to {end} that a pack could hold. Nothing was written."""


@click.command(
    "pack",
    epilog="Example: workjournal pack --from 2026-10-01 --to 2026-10-31 --audience manager -o october.pdf",
)
@option("--from start", DAY, "The first day.", required=True)
@option("--to end", DAY, "The last day.", required=True)
@option("--audience", AUDIENCE, "Whom it is for.", required=True)
@option("-o --output", Value(Path, "FILE.pdf"), "Where to write it.", required=True)
@click.option(
    "--suggested", is_flag=True, help="Where nothing was ticked, take what the window would propose."
)
@click.pass_obj
def pack(
    opening: Opening, start: dt.date, end: dt.date, audience: Audience, output: Path, *, suggested: bool
) -> None:
    """Make a review pack as a PDF from what was ticked.

    Tick with --share when adding or editing; nothing else is in it, unless --suggested is given. Private notes, feelings and sealed forecasts are never in it, and names are replaced. Prints the pack's id.
    """
    need_order(start, end)
    if not output.name:
        raise click.UsageError("-o needs the name of a file.")
    with opening.journal() as journal:
        offer = journal.packs.offer(start, end, audience)
        if not offer.items:
            raise NothingToShow(start=start, end=end)
        choice = offer.choice(start, end, audience)
        if offer.suggested and not suggested:
            choice = replace(choice, items=frozenset(), charts=())
        made = journal.packs.export(choice, output.expanduser())
    click.echo(made.id)
    if offer.suggested:
        _say_what_is_in_it(offer, audience, output, suggested=suggested)


def _say_what_is_in_it(offer: PackOffer, audience: Audience, output: Path, *, suggested: bool) -> None:
    note(f"Nothing in this period was ticked for {audience.value}.")
    if not suggested:
        note(f"So the pack is empty. Tick with `edit ID --share {audience.value}`, or add --suggested.")
        return
    note("These were put in as a suggestion:")
    for item in offer.items:
        if item.ticked:
            note(f"  {safe(item.title)}")
    note(f"Look at {output} before you share it.")
