"""Backups in the terminal: making, listing, trying and restoring copies."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workjournal.cli.opening import Opening
from workjournal.cli.options import NONE
from workjournal.cli.printing import counted, note, print_json, print_table
from workjournal.errors import JournalError
from workjournal.journal.backups import Copy, Place, Reach, Reason

if TYPE_CHECKING:
    from workjournal.journal.copies.folders import Found

NEWEST = "newest"


class NoSuchBackup(JournalError):
    """There is no backup {name} of this journal. `workjournal backups` lists them."""


class NotRestorable(JournalError):
    """The backup of {made} cannot be restored: {found}. Make a new one now with `workjournal backup`, and look at the disk."""


@click.command("backup", epilog="Example: workjournal backup --second-place /media/stick/backups")
@click.option(
    "--second-place",
    metavar="DIR|none",
    help="From now on also keep the copies in this folder, on another disk.",
)
@click.pass_obj
def backup(opening: Opening, second_place: str | None) -> None:
    """Make a backup now.

    One is made by itself on each day on which something is written. Prints its folder.
    """
    with opening.journal() as journal:
        if second_place is not None:
            place = None if second_place == NONE else Path(second_place).expanduser()
            journal.backups.set_second_place(place)
        click.echo(journal.backups.make(Reason.BY_HAND).path)
        tended = journal.backups.tend()
        place = journal.backups.second_place()
    if tended.trouble:
        note(f"workjournal: {tended.trouble}")
    if tended.reach is Reach.UNREACHABLE:
        note(
            f"workjournal: The second place {place} cannot be reached now; the copies follow at the next backup."
        )


@click.command("backups", epilog="Example: workjournal backups --json")
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.pass_obj
def backups(opening: Opening, as_data: bool) -> None:
    """List the backups, newest first."""
    try:
        with opening.journal() as journal:
            copies = journal.backups.all()
    except JournalError:
        _list_without_key(opening.folder(), as_data=as_data)
        raise
    if as_data:
        print_json([_data(copy) for copy in copies])
        return
    rows = [
        [
            *_seen(copy),
            copy.state,
            copy.place,
            copy.reason or "",
            counted(copy.counts),
        ]
        for copy in copies
    ]
    print_table(["NAME", "MADE", "SIZE", "STATE", "PLACE", "WHY", "HOLDS"], rows)


def _list_without_key(folder: Path, *, as_data: bool) -> None:
    """What lies in the folder of a journal that does not open: then it is needed most."""
    from workjournal.journal import restoring

    found = restoring.copies_beside(folder)
    if as_data:
        print_json(
            [
                {
                    "name": each.path.name,
                    "path": str(each.path),
                    "made": each.made.isoformat(),
                    "size": each.size,
                    "state": None,
                    "place": Place.HERE,
                    "reason": None,
                    "counts": {},
                }
                for each in found
            ]
        )
    elif found:
        print_table(["NAME", "MADE", "SIZE"], [_seen(each) for each in found])


def _seen(copy: "Copy | Found") -> list[str]:
    """What can be seen of a copy without a key."""
    return [
        copy.path.name,
        f"{copy.made.astimezone():%Y-%m-%d %H:%M}",
        f"{copy.size / 1_000_000:,.1f} MB",
    ]


@click.command("restore", epilog="Example: workjournal restore newest ~/journal-restored")
@click.argument("name", metavar="BACKUP")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def restore(opening: Opening, name: str, target: Path) -> None:
    """Make a journal out of a backup.

    In the new or empty folder DIR; the present one is not touched.

    BACKUP is a name from `workjournal backups`, the folder of a copy, or "newest". It opens with what opened the
    journal when it was made; the journal itself need not be readable any more. Prints DIR.
    """
    from workjournal.journal import restoring

    copy = _folder_of(opening, name)
    made = restoring.restore(copy, target.expanduser().absolute(), opening.secret(f"Passphrase of {copy}: "))
    click.echo(made)


@click.command("rehearse", epilog="Example: workjournal rehearse")
@click.pass_obj
def rehearse(opening: Opening) -> None:
    """See whether the newest backup can be restored.

    Everything in it is read and compared; nothing is made.
    """
    with opening.journal() as journal:
        found = journal.backups.rehearse()
    made = f"{found.made.astimezone():%d %B %Y, %H:%M}"
    if not found.can_be_restored:
        raise NotRestorable(made=made, found="; ".join(found.found))
    click.echo(f"The backup of {made} can be restored: {counted(found.counts) or 'an empty journal'}.")


def _folder_of(opening: Opening, name: str) -> Path:
    """The copy a person means, found without a key: the journal may not open any more.

    Raises:
        NoSuchBackup
    """
    from workjournal.journal import restoring

    path = Path(name).expanduser()
    if path.is_dir():
        return path
    for found in restoring.copies_beside(opening.folder()):
        if name in {NEWEST, found.path.name}:
            return found.path
    raise NoSuchBackup(name=name)


def _data(copy: Copy) -> dict[str, object]:
    return {
        "name": copy.path.name,
        "path": str(copy.path),
        "made": copy.made.isoformat(),
        "size": copy.size,
        "state": copy.state,
        "place": copy.place,
        "reason": copy.reason,
        "counts": dict(copy.counts),
    }
