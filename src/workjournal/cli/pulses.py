"""The pulse in the terminal: two figures a month, for the writer alone."""

import datetime as dt

import click

from workjournal.cli import measure_records, prompting
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, RATING, as_json, option
from workjournal.cli.printing import note, print_fields, print_json, print_table, short
from workjournal.cli.skill_pages import since
from workjournal.domain.pulse import Pulse
from workjournal.journal.journal import Journal

_SAFETY = "How safe does it feel to speak up at work?"
_ACCOUNTABILITY = "How much is expected of you?"


@click.group("pulse")
def pulse() -> None:
    """Note once a month how safe it feels to speak up, and how much is expected; private for ever."""


@pulse.command("give", epilog="Example: workjournal pulse give --safety 65 --accountability 70")
@option("--safety", RATING, "How safe it feels to speak up.")
@option("--accountability", RATING, "How much is expected of you.")
@option("--note", text="What made it so.")
@option("--date", DAY, "The day; today if not given.")
@click.pass_obj
def give(
    opening: Opening,
    /,
    safety: int | None,
    accountability: int | None,
    date: dt.date | None,
    **given: str | None,
) -> None:
    """Give the pulse of the month.

    Of one that was given already, what is not named stays. No pack and no export ever holds it. At a terminal and
    without options it is asked. Prints its id.
    """
    words = given["note"] or ""
    with opening.journal() as journal:
        if safety is None and accountability is None and prompting.is_there():
            safety, accountability, words = _asked(words)
        new = Pulse(date=date or journal.today(), safety=safety, accountability=accountability, note=words)
        kept = journal.pulses.give(_with_known(new, journal.pulses.of_month(new.date)))
    click.echo(kept.id)


def _with_known(new: Pulse, known: Pulse | None) -> Pulse:
    """What is not said anew stays as it was given earlier in the month."""
    if known is not None:
        new.safety = known.safety if new.safety is None else new.safety
        new.accountability = known.accountability if new.accountability is None else new.accountability
        new.note = new.note or known.note
    return new


def _asked(words: str) -> tuple[int | None, int | None, str]:
    note("Nobody but you ever sees this. An empty line skips a question.")
    try:
        safety = prompting.ask_value(_SAFETY, "0–100 in steps of 5", RATING.read)
        accountability = prompting.ask_value(_ACCOUNTABILITY, "0–100 in steps of 5", RATING.read)
        return safety, accountability, words or prompting.ask_line("What made it so?", "Empty for nothing")
    except prompting.LeftOff as left:
        raise (left.cause or click.Abort()) from None


@pulse.command("list", epilog="Example: workjournal pulse list --json")
@as_json
@click.pass_obj
def list_pulses(opening: Opening, *, as_json: bool) -> None:
    """List the pulses, newest first."""
    with opening.journal() as journal:
        found = journal.pulses.all()
    if as_json:
        print_json([measure_records.pulse(each) for each in found])
    elif not found:
        note("No pulse here yet: `workjournal pulse give` asks two questions.")
    else:
        rows = [
            (
                short(each.id),
                each.date.isoformat(),
                _number(each.safety),
                _number(each.accountability),
                each.note,
            )
            for each in found
        ]
        print_table(("Id", "Date", "Safety", "Accountability", "Note"), rows)


@pulse.command("skip", epilog="Example: workjournal pulse skip")
@click.pass_obj
def skip(opening: Opening) -> None:
    """Ask no more this month.

    `pulse give` takes it all the same.
    """
    with opening.journal() as journal:
        journal.pulses.pass_over(journal.today())
    note("It is not asked for again this month.")


def print_pulse(_journal: Journal, found: Pulse) -> None:
    """A pulse for a reader."""
    print_fields(
        [
            ("Pulse of", found.date.isoformat()),
            ("Id", str(found.id)),
            ("In the trash since", since(found)),
            ("Safety", _number(found.safety).strip("–")),
            ("Accountability", _number(found.accountability).strip("–")),
            ("Note", found.note),
        ]
    )


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)
