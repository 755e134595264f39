"""Measures in the terminal: figures of the work, their values by hand or from a file, and what changed it."""

import datetime as dt
from typing import Any

import click

from workjournal.cli import measure_records, naming, sheets
from workjournal.cli.measure_pages import print_measure, print_measures
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, NUMBER, as_json, chosen, member, option, or_none
from workjournal.cli.printing import note, print_json, short
from workjournal.domain.measure import Direction, MarkedChange, Measure, Reading
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

FIELDS = ("name", "unit", "direction", "baseline", "target", "description")


class InACheckIn(JournalError):
    """The value {id} stands in a check-in. `workjournal trash {id}` puts the whole check-in away."""


@click.group("measure")
def measure() -> None:
    """Keep figures of the work: by hand, from check-ins or from a file."""


@measure.command(
    "add", epilog="Example: workjournal measure add 'On-time picks' --unit % --baseline 88 --target 95"
)
@click.argument("name")
@option("--unit", text='Such as "%" or "days".')
@option("--better direction", member(*Direction), "Which way is better; higher if not given.")
@option("--baseline", NUMBER, "Where it began.")
@option("--target", NUMBER, "Where it should get.")
@option("--description", text="How it is counted.")
@click.pass_obj
def add(opening: Opening, /, name: str, **given: Any) -> None:
    """Begin a measure.

    Take a figure of the work itself, never how much was written or learned. Prints its id.
    """
    set_given = {key: value for key, value in given.items() if value is not None}
    with opening.journal() as journal:
        click.echo(journal.measures.save(Measure(name=name, **set_given)).id)


@measure.command("edit", epilog="Example: workjournal measure edit 'On-time picks' --target none")
@click.argument("measure_name", metavar="MEASURE")
@option("--name", text="What it is called.")
@option("--unit", text="What its numbers are.")
@option("--better direction", member(*Direction), "Which way is better.")
@option("--baseline", or_none(NUMBER), "Where it began.")
@option("--target", or_none(NUMBER), "Where it should get.")
@option("--description", text="How it is counted.")
@click.pass_obj
def edit(opening: Opening, /, measure_name: str, **given: Any) -> None:
    """Change a measure.

    MEASURE is its name or id. What is not named stays as it is; "none" takes a number away. Prints the id.
    """
    with opening.journal() as journal:
        known = naming.measure(journal, measure_name)
        for name in FIELDS:
            if given[name] is not None:
                setattr(known, name, chosen(given[name]))
        click.echo(journal.measures.save(known).id)


@measure.command("log", epilog="Example: workjournal measure log 'On-time picks' 91.5 --date yesterday")
@click.argument("measure_name", metavar="MEASURE")
@click.argument("value", type=NUMBER.read, metavar="VALUE")
@option("--date", DAY, "The day it is of; today if not given.")
@option("--note", text="What there is to know about it.")
@click.pass_obj
def log(
    opening: Opening, /, measure_name: str, value: float, date: dt.date | None, **given: str | None
) -> None:
    """Keep a value of a measure.

    A value below zero stands behind `--`. Prints the value's id.
    """
    with opening.journal() as journal:
        known = naming.measure(journal, measure_name)
        reading = Reading(
            measure_id=known.id, date=date or journal.today(), value=value, note=given["note"] or ""
        )
        click.echo(journal.measures.log(reading).id)
    if known.reaches_target(value):
        note("That is at the target, or beyond.")


@measure.command("list", epilog="Example: workjournal measure list --json")
@as_json
@click.pass_obj
def list_measures(opening: Opening, *, as_json: bool) -> None:
    """List the measures with their last value."""
    with opening.journal() as journal:
        found = journal.measures.all()
        values = journal.measures.values_of(each.id for each in found)
    if as_json:
        print_json([measure_records.measure(each, values[each.id]) for each in found])
    elif not found:
        note("No measures here yet: `workjournal measure add NAME` begins one.")
    else:
        print_measures(found, values)


@measure.command("show", epilog="Example: workjournal measure show 'On-time picks'")
@click.argument("measure_name", metavar="MEASURE")
@as_json
@click.pass_obj
def show(opening: Opening, measure_name: str, *, as_json: bool) -> None:
    """Show a measure with its values, what changed its work, and the goals it is of."""
    with opening.journal() as journal:
        found = naming.measure(journal, measure_name)
        if as_json:
            print_json(measure_records.whole_measure(journal, found))
        else:
            print_measure(journal, found)


@measure.command("import", epilog="Example: workjournal measure import picks.csv --measure 'On-time picks'")
@click.argument("file", metavar="FILE|-")
@option("--measure", text="Of which measure the rows are that name none.")
@as_json
@click.pass_obj
def import_sheet(opening: Opening, file: str, measure: str | None, *, as_json: bool) -> int:
    """Take in the values of a CSV file.

    Its first line names the columns: date and value; note and measure where there are such. A good row comes once,
    however often the file is imported; a bad one is told by line and reason on standard error. The exit code is 0
    when every row was good, and otherwise 1; the good rows are kept all the same.
    """
    name, content = sheets.read(opening, file)
    with opening.journal() as journal:
        chosen_id = naming.measure(journal, measure).id if measure is not None else None
        found = journal.measures.read_sheet(content, chosen_id)
    return sheets.report(name, found, "value", as_json=as_json)


@measure.command("mark", epilog="Example: workjournal measure mark 'New scanner' --measure 'On-time picks'")
@click.argument("text")
@option("--measure", text="Which measure it concerns; all if not given.")
@option("--date", DAY, "The first day of it; today if not given.")
@click.pass_obj
def mark(opening: Opening, text: str, measure: str | None, date: dt.date | None) -> None:
    """Mark a day from which the work is another: a new role, a new tool.

    A chart's limits begin anew from it. Prints its id.
    """
    text = opening.text(text).rstrip()
    with opening.journal() as journal:
        concerned = naming.measure(journal, measure).id if measure is not None else None
        change = MarkedChange(date=date or journal.today(), text=text, measure_id=concerned)
        click.echo(journal.measures.mark(change).id)


@measure.command("take-back", epilog="Example: workjournal measure take-back 4f2a91c7")
@click.argument("thing_id", metavar="ID")
@click.pass_obj
def take_back(opening: Opening, thing_id: str) -> None:
    """Put a value or a marked change into the trash.

    Prints the id.
    """
    with opening.journal() as journal:
        gone = _taken_back(journal, thing_id)
    click.echo(gone.id)
    note(f"Undo: workjournal untrash {short(gone.id)}")


def _taken_back(journal: Journal, words: str) -> Reading | MarkedChange:
    for service in (journal.readings, journal.changes):
        try:
            return service.trash(service.identify(words))
        except NoSuchThing as missing:
            shown = missing.fields["id"]
    try:
        journal.check_ins.identify(words)
    except NoSuchThing:
        raise NoSuchThing(noun="value or marked change", id=shown) from None
    raise InACheckIn(id=shown)
