"""The blank form for a meeting in the terminal: it needs no journal, and asks for no passphrase."""

from pathlib import Path

import click

from workjournal.cli.opening import STANDARD_INPUT
from workjournal.cli.options import NEW_FILE, member, option
from workjournal.cli.pack_choosing import LANGUAGES, one_of
from workjournal.domain.pack import Paper
from workjournal.journal.blank_form import save_form


@click.command("pack-form", epilog="Example: workjournal pack-form -o form.pdf --paper letter")
@option("-o --output", NEW_FILE, "Where to write it.", required=True)
@option("--paper", member(*Paper), "The size of the sheets.", default=Paper.A4.value, show_default=True)
@option("--language", one_of(*LANGUAGES), "Of its words.", default=LANGUAGES[0], show_default=True)
def pack_form(output: Path, paper: Paper, language: str) -> None:
    """Write a blank form for a meeting, to print and to write on.

    Nothing of a journal is in it, so no passphrase is asked for. Prints where it is.
    """
    if str(output) == STANDARD_INPUT:
        raise click.UsageError("-o needs the name of a file.")
    save_form(output, language, paper)
    click.echo(output)
