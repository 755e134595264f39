"""The trash in the terminal: whatever has the id goes in, and comes out again."""

import click

from workjournal.cli.opening import Opening


@click.command("trash", epilog="Example: workjournal trash 4f2a91c7")
@click.argument("thing_id", metavar="ID")
@click.pass_obj
def trash(opening: Opening, thing_id: str) -> None:
    """Put something into the trash.

    An episode, reflection, lesson, goal or action; nothing of it is lost. Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.trash.put(journal.trash.identify(thing_id)).id)


@click.command("restore", epilog="Example: workjournal restore 4f2a91c7")
@click.argument("thing_id", metavar="ID")
@click.pass_obj
def restore(opening: Opening, thing_id: str) -> None:
    """Take something out of the trash.

    Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.trash.restore(journal.trash.identify(thing_id)).id)
