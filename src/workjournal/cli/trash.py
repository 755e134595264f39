"""The trash in the terminal: whatever has the id goes in, and comes out again, or is destroyed with all the rest."""

import sys
from collections.abc import Sequence
from uuid import UUID

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.label_use import LabelInUse
from workjournal.journal.trash import Trashed


class AskFirst(JournalError):
    """{problem} `workjournal label delete {id}` does it: with --into NAME, or with --take-off."""


@click.command("trash", epilog="Example: workjournal trash 4f2a91c7")
@click.argument("thing_id", metavar="[ID]", required=False)
@click.option("--empty", is_flag=True, help="Destroy everything in the trash for good.")
@click.option("--yes", is_flag=True, help="Do not ask before that.")
@as_json
@click.pass_obj
def trash(opening: Opening, thing_id: str | None, *, empty: bool, yes: bool, as_json: bool) -> None:
    """List what is in the trash, put something into it, or empty it for good.

    With ID, an episode, reflection, lesson, goal, action or whatever else has it goes into the trash; nothing of it is
    lost, and `untrash` takes it out again. Prints the id.
    """
    if (thing_id is not None) + empty + as_json > 1:
        raise click.UsageError("Give one of ID, --empty and --json.")
    with opening.journal() as journal:
        if thing_id is not None:  # an empty one is a slip of a script, not a wish for the list
            click.echo(_put(journal, journal.trash.identify(thing_id)))
        elif empty:
            _empty(journal, ask=not yes)
        else:
            _list(journal.trash.contents(), as_json=as_json)


@click.command("untrash", epilog="Example: workjournal untrash 4f2a91c7")
@click.argument("thing_id", metavar="ID")
@click.pass_obj
def untrash(opening: Opening, thing_id: str) -> None:
    """Take something out of the trash.

    Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.trash.restore(journal.trash.identify(thing_id)).id)


def _put(journal: Journal, thing_id: UUID) -> UUID:
    """Raises: AskFirst."""
    try:
        return journal.trash.put(thing_id).id
    except LabelInUse as problem:
        raise AskFirst(problem=problem, id=short(thing_id)) from None


def _list(found: Sequence[Trashed], *, as_json: bool) -> None:
    if as_json:
        print_json([records.trashed(each) for each in found])
    elif not found:
        note("The trash is empty.")
    else:
        rows = [
            (short(each.id), each.since.astimezone().date().isoformat(), each.noun, each.title)
            for each in found
        ]
        print_table(("Id", "Since", "What", "Title"), rows)


def _empty(journal: Journal, *, ask: bool) -> None:
    found = journal.trash.contents()
    if found and ask and not _is_agreed(found):
        note("Nothing was destroyed.")
        return
    things = journal.trash.empty().things
    click.echo(
        "1 thing was destroyed for good." if things == 1 else f"{things} things were destroyed for good."
    )
    copies = [copy.path.name for copy in journal.backups.all()]
    if things and copies:
        note(f"Backups made before may still hold it, until newer ones replace them: {', '.join(copies)}.")


def _is_agreed(found: Sequence[Trashed]) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask whether it shall be for good; --yes says so.")
    if any(each.noun == "person" for each in found):
        note("The names of people who are destroyed will no longer be replaced in packs.")
    count = "what is in the trash (1 thing)" if len(found) == 1 else f"the {len(found)} things in the trash"
    return click.confirm(f"Destroy {count} for good? Only a backup can bring it back.", err=True)
