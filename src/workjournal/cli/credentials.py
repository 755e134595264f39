"""Credentials of a skill in the terminal: certificates and badges, with their files."""

from pathlib import Path
from typing import Any

import click

from workjournal.cli import naming, skill_records
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, as_json, option
from workjournal.cli.printing import note, print_json
from workjournal.cli.skill_pages import UNVERIFIED, print_credential, print_credentials
from workjournal.domain.skill_record import Credential
from workjournal.errors import JournalError

FIELDS = ("name", "issuer", "issued", "expires", "description", "link")


class FileThere(JournalError):
    """There is a file {path} already. Choose another name, or take it away first."""


class FileUnwritable(JournalError):
    """The file {path} cannot be written: {reason}."""


@click.group("credential")
def credential() -> None:
    """Keep certificates and badges as evidence of a skill."""


@credential.command("add", epilog="Example: workjournal skill credential add Planning badge.png")
@click.argument("skill_name", metavar="SKILL")
@click.argument("file", metavar="[FILE]", required=False)
@option("--name", text="What it certifies; needed without a FILE.")
@option("--issuer", text="Who gave it.")
@option("--issued", DAY, "When it was given.")
@option("--expires", DAY, "Its last day.")
@option("--description", text="What it is for.")
@option("--link", text="Where it can be looked up.")
@click.pass_obj
def add(opening: Opening, /, skill_name: str, file: str | None, **given: Any) -> None:
    """Keep a credential of a skill, with a copy of its file.

    An Open Badge, as PNG or JSON, tells its name, issuer and dates; what is given here wins. Nothing is looked up, and
    nothing verified. Prints its id.
    """
    if file is None and given["name"] is None:
        raise click.UsageError("Give a FILE or a --name.")
    with opening.journal() as journal:
        skill = naming.skill(journal, skill_name)
        content: bytes | None = None
        made = Credential(skill_id=skill.id, name="")
        if file is not None:
            made, content = journal.credentials.draft(Path(file).expanduser(), skill.id)
        for name in FIELDS:
            if given[name] is not None:
                setattr(made, name, given[name])
        is_badge = made.badge is not None
        click.echo(journal.credentials.keep(made, content).id)
    if is_badge:
        note(f"It was read as an Open Badge. {UNVERIFIED}")


@credential.command("list", epilog="Example: workjournal skill credential list Planning")
@click.argument("skill_name", metavar="[SKILL]", required=False)
@as_json
@click.pass_obj
def list_credentials(opening: Opening, skill_name: str | None, *, as_json: bool) -> None:
    """List credentials, of one skill or of all."""
    with opening.journal() as journal:
        every = journal.skills.all()
        skills = every if skill_name is None else [naming.skill(journal, skill_name)]
        found = [each for skill in skills for each in journal.credentials.of(skill.id)]
        if as_json:
            print_json([skill_records.credential(journal, each) for each in found])
        elif found:
            print_credentials(journal, found)
        else:
            note("No credentials here yet.")


@credential.command("show", epilog="Example: workjournal skill credential show 4f2a91c7")
@click.argument("credential_id", metavar="ID")
@as_json
@click.pass_obj
def show(opening: Opening, credential_id: str, *, as_json: bool) -> None:
    """Show a credential, with all that a badge says of itself."""
    with opening.journal() as journal:
        found = journal.credentials.get(journal.credentials.identify(credential_id))
        if as_json:
            print_json(skill_records.credential(journal, found))
        else:
            print_credential(journal, found)


@credential.command("save", epilog="Example: workjournal skill credential save 4f2a91c7 badge.png")
@click.argument("credential_id", metavar="ID")
@click.argument("file", metavar="FILE")
@click.pass_obj
def save(opening: Opening, credential_id: str, file: str) -> None:
    """Write a credential's file out of the journal, unencrypted.

    A file that is there already is never written over. Prints where it is.
    """
    target = Path(file).expanduser()
    with opening.journal() as journal:
        content = journal.credentials.content(journal.credentials.identify(credential_id))
    try:
        with target.open("xb") as new:
            new.write(content)
    except FileExistsError as error:
        raise FileThere(path=target) from error
    except OSError as error:
        raise FileUnwritable(path=target, reason=error.strerror) from error
    click.echo(target)
