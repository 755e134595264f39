"""What is worth a minute today, in the terminal."""

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.cli.titles import period_title
from workjournal.domain.period import Period
from workjournal.journal.agenda import Due, DueKind

_WITH_ID = {
    DueKind.REFLECT: "reflect {id}",
    DueKind.CHECK_IN: "goal checkin {id}",
    DueKind.CLOSE: "goal close {id}",
    DueKind.ACT: "done {id}",
    DueKind.MEETING: "ledger {id}",
}
_PLAIN = {
    DueKind.RECALL: "recall",
    DueKind.PULSE: "pulse give",
    DueKind.WRITE_CODE: "keys recovery",
    DueKind.TYPE_CODE: "keys recovery",
}
_TITLES = {
    DueKind.MEETING: "How did the one-on-one go?",
    DueKind.PULSE: "The month's pulse, for you alone",
    DueKind.WRITE_CODE: "There is no recovery code yet",
    DueKind.TYPE_CODE: "The recovery code was not tried for long; the window tries it, this makes a new one",
}


@click.command("today", epilog="Example: workjournal today --json")
@as_json
@click.pass_obj
def today(opening: Opening, *, as_json: bool) -> None:
    """List what is worth a minute today.

    Each with the command for it.
    """
    with opening.journal() as journal:
        found = journal.agenda.due(journal.today())
    if as_json:
        print_json([records.due(each) for each in found])
    elif found:
        rows = [(each.since.isoformat(), _title(each), f"workjournal {_command(each)}") for each in found]
        print_table(("Since", "What", "How"), rows, gives=1)
    else:
        note("Nothing waits today.")


def _command(due: Due) -> str:
    if isinstance(due.thing, Period):
        return f"review {due.thing.interval} --date {due.thing.start.isoformat()}"
    if due.thing is not None:
        return _WITH_ID[due.kind].format(id=short(due.thing))
    return _PLAIN[due.kind]


def _title(due: Due) -> str:
    if isinstance(due.thing, Period):
        return f"{period_title(due.thing)} to review"
    if due.kind is DueKind.RECALL:
        return "1 lesson to recall" if due.number == 1 else f"{due.number} lessons to recall"
    return f"To be closed: {due.title}" if due.kind is DueKind.CLOSE else _TITLES.get(due.kind, due.title)
