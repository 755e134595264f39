"""New vaults in the terminal: one's own, and one to look at."""

import datetime as dt
import secrets
from pathlib import Path

import click

from workjournal.cli.opening import Opening
from workjournal.cli.printing import note
from workjournal.errors import JournalError
from workjournal.journal import demo as story
from workjournal.journal import opening as vault
from workjournal.journal.strength import strength
from workjournal.settings import Settings


class NoWindow(JournalError):
    """No window has {folder} open, so there was nothing to lock."""


WEAK = 1
"""Of zxcvbn's scores 0 to 4: below ten to the eighth guesses."""
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter is taken for a digit."""


@click.command("init", epilog="Example: workjournal --vault ~/journal init")
@click.pass_obj
def init(opening: Opening) -> None:
    """Make a new, encrypted journal.

    In the folder of --vault, which must be new or empty.
    """
    if opening.vault is None:
        raise click.UsageError("Say where the journal shall be: workjournal --vault DIR init")
    folder = opening.vault.absolute()
    passphrase = opening.new_passphrase(opening.passphrase_file)
    vault.create(folder, passphrase).close()
    Settings.load().remember(folder)
    click.echo(folder)
    found = strength(passphrase)
    if found.score <= WEAK:
        note(
            f"This passphrase is weak: who has the folder guesses it in {found.time}. `workjournal keys passwd`"
        )
    if client := vault.synced_by(folder):
        note(
            f"{client} copies this folder. It may mix two states of the journal; a folder of your own is safer."
        )
    click.echo(
        "Nobody can reset a lost passphrase: without it, or a code from `workjournal keys recovery`,"
        " what is written here stays closed for good."
    )


@click.command("demo", epilog="Example: workjournal demo ~/demo-journal --years 2")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--years", type=click.IntRange(1, 20), default=1, show_default=True, help="How many years to tell."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed, the same journal.")
@click.pass_obj
def demo(opening: Opening, folder: Path, years: int, seed: int) -> None:
    """Make a journal full of examples to look at.

    DIR must be new or empty. Without --passphrase-file a passphrase is made up and printed.
    """
    own = opening.passphrase_file is not None
    passphrase = opening.new_passphrase(opening.passphrase_file) if own else _made_up()
    folder = folder.expanduser().absolute()
    today = dt.datetime.now().astimezone().date()
    story.make(folder, passphrase, years=years, seed=seed, today=today)
    click.echo(folder)
    if not own:
        click.echo(f"Passphrase: {passphrase}")


@click.command("lock", epilog="Example: workjournal lock")
@click.pass_obj
def lock(opening: Opening) -> None:
    """Lock the window in which the journal is open.

    What is being typed there is kept. Needs no passphrase.
    """
    folder = opening.folder()
    if not opening.ask_window(folder, "lock"):
        raise NoWindow(folder=folder)
    click.echo(f"Locked the window on {folder}")


def _made_up() -> str:
    """125 random bits in groups of five letters."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(5))
