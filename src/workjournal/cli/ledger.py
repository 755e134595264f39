"""The ledger in the terminal: which packs were shared, with whom, and what came of the meetings."""

from pathlib import Path

import click

from workjournal.cli import ledger_records, meetings
from workjournal.cli.ledger_pages import print_ledger, print_pack
from workjournal.cli.opening import STANDARD_INPUT, Opening
from workjournal.cli.options import NEW_FILE, Value, as_json, option
from workjournal.cli.printing import note, print_json
from workjournal.errors import JournalError


class NotInTheLedger(JournalError):
    """{file} is no file of the ledger: no pack was shared as these bytes, or it was changed since."""


@click.group("ledger", invoke_without_command=True, epilog="Example: workjournal ledger --json")
@as_json
@click.pass_context
def ledger(context: click.Context, *, as_json: bool) -> None:
    """List the packs that were shared, and keep what came of their meetings.

    The newest first. A text that was written is not among them, only PDFs.
    """
    if context.invoked_subcommand is not None:
        if as_json:
            raise click.UsageError(f"--json stands behind {context.invoked_subcommand}.")
        return
    opening = context.find_object(Opening)
    assert opening is not None
    with opening.journal() as journal:
        lines = journal.meetings.ledger()
    if as_json:
        print_json([ledger_records.line(each) for each in lines])
    elif lines:
        print_ledger(lines)
    else:
        note("No pack was shared yet: `workjournal pack` makes one.")


@ledger.command("show", epilog="Example: workjournal ledger show 4f2a91c7")
@click.argument("pack_id", metavar="ID")
@as_json
@click.pass_obj
def show(opening: Opening, pack_id: str, *, as_json: bool) -> None:
    """Show what was in a pack by section, and what was agreed and heard in its meeting.

    Things have the titles that the journal has for them today.
    """
    with opening.journal() as journal:
        found = journal.meetings.get(journal.meetings.identify(pack_id))
        if as_json:
            print_json(ledger_records.whole_pack(journal, found))
        else:
            print_pack(journal, found)


@ledger.command("verify", epilog="Example: workjournal ledger verify october.pdf")
@click.argument("file", type=Value(Path, "FILE").read, metavar="FILE")
@as_json
@click.pass_obj
def verify(opening: Opening, file: Path, *, as_json: bool) -> None:
    """Say which pack a file is, byte for byte.

    The exit code is 1 where it is none of them.
    """
    with opening.journal() as journal:
        found = journal.meetings.whose(file.expanduser())
    if not found:
        raise NotInTheLedger(file=file)
    if as_json:
        print_json([ledger_records.line(each) for each in found])
    else:
        print_ledger(found)


@ledger.command("pdf", epilog="Example: workjournal ledger pdf 4f2a91c7 -o october.pdf")
@click.argument("pack_id", metavar="ID")
@option("-o --output", NEW_FILE, "Where to write it.", required=True)
@click.pass_obj
def pdf(opening: Opening, pack_id: str, output: Path) -> None:
    """Write the copy that was kept of a pack out of the journal, unencrypted.

    Prints where it is.
    """
    if str(output) == STANDARD_INPUT:
        raise click.UsageError("-o needs the name of a file.")
    with opening.journal() as journal:
        found = journal.meetings.get(journal.meetings.identify(pack_id))
        journal.meetings.copy_pdf(found.id, output)
    click.echo(output)
    if found.protected:
        note("The file that was shared has a password; this copy has none.")


for _command in (meetings.meet, meetings.agree, meetings.heard):
    ledger.add_command(_command)
