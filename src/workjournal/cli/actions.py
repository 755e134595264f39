"""Actions in the terminal: what is still to be done, and what no longer is."""

import datetime as dt

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json, member, option
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.domain.action import ActionState


@click.command("actions", epilog="Example: workjournal actions --all --json")
@click.option("--all", "closed_too", is_flag=True, help="The closed ones too.")
@as_json
@click.pass_obj
def actions(opening: Opening, *, closed_too: bool, as_json: bool) -> None:
    """List what is still to be done.

    The first due comes first.
    """
    with opening.journal() as journal:
        found = journal.actions.touched_in(dt.date.min, dt.date.max) if closed_too else journal.actions.open()
    if as_json:
        print_json([records.action(each) for each in found])
    elif not found:
        note("Nothing is to be done; a reflection leaves actions.")
    else:
        rows = [
            (
                short(each.id),
                each.due.isoformat() if each.due else "–",
                each.owner.value,
                f"{each.kind.value}, {each.state.value}",
                each.text,
            )
            for each in found
        ]
        print_table(("Id", "Due", "Owner", "Kind, state", "What"), rows)


@click.command("done", epilog="Example: workjournal done 4f2a91c7")
@click.argument("action_id", metavar="ID")
@option(
    "--as state", member(*ActionState), "How it ended; done if not given.", default=ActionState.DONE.value
)
@click.pass_obj
def done(opening: Opening, action_id: str, state: ActionState) -> None:
    """Close an action.

    Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.actions.end(journal.actions.identify(action_id), state, journal.today()).id)
