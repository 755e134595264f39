"""Journals of other programs in the terminal: import, undo-import, imports."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import Any, TypeVar

import click

from workjournal.cli.attaching import Progress
from workjournal.cli.import_telling import day_of, intake_record, print_found, record
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, as_json, member, option, several
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.domain.episode import Kind
from workjournal.importers.importer import PassphraseNeeded
from workjournal.journal.imports import Imported, Preview, Wishes

Report = Callable[[float, str], None]
Found = TypeVar("Found", Preview, Imported)
NOTHING_CAME = 1


def _pairs(words: Sequence[str], name: str) -> dict[str, str]:
    pairs = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or not key.strip():
            raise click.UsageError(f"{name} {word!r} has no = in it.")
        pairs[key.strip()] = value.strip()
    return pairs


@click.command("import", epilog="Example: workjournal import ~/Journal.zip --dry-run")
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@option(
    "--format",
    text="Which program wrote it (`workjournal imports --formats` names them); otherwise seen by the files.",
)
@click.option("--dry-run", is_flag=True, help="Tell what would come in; import nothing.")
@click.option("--passphrase-file", metavar="FILE|-", help="The passphrase of an encrypted file.")
@option("--kind", member(*Kind), "What the episodes are, where the source does not say.", default=Kind.WORK)
@option("--date day", DAY, "The day of entries that have none; otherwise today.")
@several("--tag", text="Put this tag on all that comes in.")
@several("--rename-tag", text="OLD=NEW calls a tag otherwise; OLD= leaves it off.")
@several("--set", text="KEY=VALUE says how to read the files, such as timeformat=%d.%m.%Y.")
@as_json
@click.pass_obj
def import_(
    opening: Opening,
    /,
    path: Path,
    *,
    passphrase_file: str | None,
    as_json: bool,
    **rest: Any,
) -> int:
    """Bring in a journal of another program, or one exported here.

    A backup is made first. What came before is not brought in again; an entry that cannot be read is told, and the
    others come in. Prints how many were found, imported, skipped and failed, and the id by which `undo-import` takes
    all of it back.
    """
    wishes = Wishes(
        format=rest["format"] or "",
        passphrase=opening.new_passphrase(passphrase_file) if passphrase_file else "",
        settings=_pairs(rest["set"], "--set"),
        kind=rest["kind"],
        day=rest["day"],
        tags=_pairs(rest["rename_tag"], "--rename-tag"),
        add_tags=rest["tag"],
    )
    with opening.journal() as journal:
        found: Preview | Imported
        if rest["dry_run"]:
            found = _read(journal.imports.look, path.expanduser(), wishes)
        else:
            found = _read(journal.imports.run, path.expanduser(), wishes)
        titles = {each.key: each.title for each in journal.imports.formats()}
    print_json(record(found)) if as_json else print_found(titles, found)
    brought = found.fresh + found.known if isinstance(found, Preview) else found.imported + found.skipped
    return NOTHING_CAME if found.failed and not brought else 0


@click.command("imports", epilog="Example: workjournal imports --formats")
@click.option("--formats", is_flag=True, help="List the programs whose journals can be read instead.")
@as_json
@click.pass_obj
def imports(opening: Opening, *, formats: bool, as_json: bool) -> None:
    """List what was imported, the newest first."""
    if formats:
        _print_formats(as_json=as_json)
        return
    with opening.journal() as journal:
        past = journal.imports.past()
    if as_json:
        print_json([intake_record(each) for each in past])
    elif not past:
        note("Nothing was imported yet.")
    else:
        rows = [
            (
                short(each.id),
                day_of(each),
                str(each.imported),
                each.name,
                "taken back" if each.undone_at else "",
            )
            for each in past
        ]
        print_table(("Id", "Day", "Entries", "From", ""), rows, gives=3)


@click.command("undo-import", epilog="Example: workjournal undo-import 4f2a91c7")
@click.argument("import_id", metavar="ID")
@click.option("--changed", is_flag=True, help="Take back also what was changed or built on since.")
@click.option("--redo", is_flag=True, help="Bring back what was taken back.")
@as_json
@click.pass_obj
def undo_import(opening: Opening, import_id: str, *, changed: bool, redo: bool, as_json: bool) -> None:
    """Put what an import brought into the trash.

    What you changed since, or what something of yours refers to, stays.
    """
    with opening.journal() as journal:
        intake = journal.imports.identify(import_id)
        if redo:
            back = journal.imports.redo(intake)
            print_json({"brought_back": back}) if as_json else click.echo(f"Brought back {back}.")
            return
        undone = journal.imports.undo(intake, changed=changed)
    if as_json:
        print_json({"taken_back": undone.taken_back, "kept": undone.kept})
        return
    click.echo(f"{undone.taken_back} put into the trash.")
    if undone.kept:
        note(f"{undone.kept} stay, since you changed them or built on them; --changed takes them too.")


def _read(verb: Callable[[Path, Wishes, Report], Found], path: Path, wishes: Wishes) -> Found:
    """Look or import, with the passphrase asked for where one is needed and somebody is there to ask."""
    progress = Progress(path.name)
    try:
        return verb(path, wishes, progress.report)
    except PassphraseNeeded:
        progress.end()
        if sys.stdin is None or not sys.stdin.isatty():
            note("workjournal: --passphrase-file after `import` names the file with its passphrase.")
            raise
        return _read(verb, path, replace(wishes, passphrase=getpass(f"Passphrase of {path.name}: ") or " "))
    finally:
        progress.end()


def _print_formats(*, as_json: bool) -> None:
    from workjournal.importers import IMPORTERS

    if as_json:
        print_json([{"format": each.key, "title": each.title, "reads": each.about} for each in IMPORTERS])
    else:
        print_table(("Format", "Of", "Reads"), [(each.key, each.title, each.about) for each in IMPORTERS])
