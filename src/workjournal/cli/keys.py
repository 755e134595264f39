"""The ways into a journal, in the terminal. Each change asks for the passphrase, as every command does."""

from pathlib import Path

import click

from workjournal.cli.opening import Opening
from workjournal.cli.printing import note, print_json, print_table
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal

JSON = click.option("--json", "as_data", is_flag=True, help="Print JSON.")
NEW_PASSPHRASE = click.option(
    "--new-passphrase-file",
    metavar="FILE|-",
    help="Read the new passphrase from the first line of a file, or from standard input.",
)
WRITTEN = click.option(
    "--written-down", is_flag=True, help="Do not ask for groups of the code back; it counts at once."
)
SHEET = click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write the code as a PDF to print. Whoever has it and the folder reads everything.",
)


class NotWrittenDown(JournalError):
    """The groups typed back are not those of the code, so it was not kept: nothing has changed. Run the command again for a new one."""


class NotTypedBack(JournalError):
    """Nobody typed groups of the code back, so it was not kept: nothing has changed. Where there is no terminal, --written-down leaves that out."""


@click.group("keys", epilog="Example: workjournal keys recovery --sheet ~/recovery.pdf")
def keys() -> None:
    """See and change what opens the journal: passphrases, recovery code, keyring."""


@keys.command("list", epilog="Example: workjournal keys list")
@JSON
@click.pass_obj
def list_(opening: Opening, as_data: bool) -> None:
    """List the ways in: kind, name, when made, when last used."""
    with opening.journal() as journal:
        ways = journal.ways_in.all()
    if as_data:
        print_json([{**vars(way), "made": str(way.made), "used": way.used and str(way.used)} for way in ways])
        return
    print_table(
        ["ID", "KIND", "NAME", "MADE", "LAST USED"],
        [[way.id[:8], way.kind, way.name, str(way.made), str(way.used or "never")] for way in ways],
        gives=2,
    )


@keys.command("add", epilog="Example: workjournal keys add passphrase --name 'At home'")
@click.argument("kind", type=click.Choice(["passphrase", "keyring"]))
@click.option("--name", default="Second passphrase", show_default=True, help="What a passphrase is called.")
@NEW_PASSPHRASE
@click.pass_obj
def add(opening: Opening, kind: str, name: str, new_passphrase_file: str | None) -> None:
    """Add a passphrase, or let this computer's keyring open the journal.

    A keyring is the weaker way: whoever gets into your login gets into the journal. Prints the new way's id.
    """
    journal, secret = opening.unlocked()
    with journal:
        if kind == "keyring":
            way = journal.ways_in.add_keyring(secret)
        else:
            way = journal.ways_in.add_passphrase(secret, opening.new_passphrase(new_passphrase_file), name)
    click.echo(way.id[:8])


@keys.command("rename", epilog="Example: workjournal keys rename Passphrase 'At home'")
@click.argument("way")
@click.argument("name")
@click.pass_obj
def rename(opening: Opening, way: str, name: str) -> None:
    """Call a way in otherwise; WAY is its name or id."""
    with opening.journal() as journal:
        journal.ways_in.rename(journal.ways_in.identify(way).id, name)


@keys.command("remove", epilog="Example: workjournal keys remove 'At home'")
@click.argument("way")
@click.pass_obj
def remove(opening: Opening, way: str) -> None:
    """Take a way in away; one passphrase or recovery code always stays."""
    journal, secret = opening.unlocked()
    with journal:
        journal.ways_in.remove(journal.ways_in.identify(way).id, secret)
        _reseal(journal)


@keys.command("passwd", epilog="Example: workjournal keys passwd")
@click.argument("way", required=False)
@NEW_PASSPHRASE
@click.pass_obj
def passwd(opening: Opening, way: str | None, new_passphrase_file: str | None) -> None:
    """Change a passphrase: the one named, else the one you have just given.

    After a recovery code was given, the first passphrase is replaced. Backups are sealed again, so that they open
    with the new one.
    """
    journal, secret = opening.unlocked()
    with journal:
        new = opening.new_passphrase(new_passphrase_file)
        current = next((each for each in journal.ways_in.all() if each.current), None)
        if way is not None:
            journal.ways_in.change_passphrase(journal.ways_in.identify(way).id, secret, new)
        elif current is not None and current.kind == "passphrase":
            journal.ways_in.change_passphrase(current.id, secret, new)
        else:
            journal.ways_in.replace_passphrase(secret, new)
        _reseal(journal)


@keys.command("recovery", epilog="Example: workjournal keys recovery --sheet ~/recovery.pdf")
@SHEET
@WRITTEN
@click.pass_obj
def recovery(opening: Opening, sheet: Path | None, written_down: bool) -> None:
    """Make a recovery code, which opens the journal when the passphrase is forgotten.

    It takes the place of an earlier code, and counts once two of its groups were typed back.
    """
    journal, secret = opening.unlocked()
    with journal:
        code = _new_code(journal, sheet, written_down=written_down)
        journal.ways_in.add_code(secret, code)
        _reseal(journal)
    note("The recovery code counts from now on; an earlier one does not.")


@keys.command("rotate", epilog="Example: workjournal keys rotate")
@SHEET
@WRITTEN
@click.pass_obj
def rotate(opening: Opening, sheet: Path | None, written_down: bool) -> None:
    """Write the whole journal anew under a new master key.

    For when someone may have had the old one. The passphrase that you give stays; other passphrases have to be added
    again, and a recovery code is made anew. Backups made before keep opening with what opened them then.
    """
    journal, secret = opening.unlocked()
    with journal:
        by_code = any(way.current and way.kind == "recovery code" for way in journal.ways_in.all())
        needs_code = journal.ways_in.has_code() and not by_code
        code = _new_code(journal, sheet, written_down=written_down) if needs_code else ""
        dropped = journal.ways_in.rotate(secret, code).dropped
    for name in dropped:
        note(f"No way in any more: {name}")
    note("The journal has a new master key.")


def _new_code(journal: Journal, sheet: Path | None, *, written_down: bool) -> str:
    """Show a new code, and have two of its groups typed back.

    Raises:
        NotWrittenDown, NotTypedBack, SheetUnwritable, ReadOnly
    """
    code = journal.ways_in.new_code()
    if sheet is not None:
        from workjournal.journal.code_sheet import save_sheet, sheet_for

        save_sheet(sheet_for(journal, code), sheet.expanduser(), journal.folder)
    click.echo(code)
    if not written_down:
        try:
            _have_typed_back(code)
        except click.Abort as abort:
            raise NotTypedBack from abort
    return code


def _have_typed_back(code: str) -> None:
    import secrets

    from workjournal.journal.typed_code import same_group

    groups = code.split("-")
    for place in sorted(secrets.SystemRandom().sample(range(len(groups)), 2)):
        typed = click.prompt(f"Write the code down, then type group {place + 1}", err=True)
        if not same_group(typed, groups[place]):
            raise NotWrittenDown


def _reseal(journal: Journal) -> None:
    """Backups of before would still open with what was taken away."""
    if not journal.read_only:
        journal.backups.reseal()
