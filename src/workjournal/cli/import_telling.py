"""What an import would bring, or brought, as text and as JSON."""

from typing import Any

import click

from workjournal.cli.printing import note, safe, short
from workjournal.domain.intake import Intake
from workjournal.importers.item import Note, Trouble
from workjournal.journal.imports import Imported, Preview


def print_found(titles: dict[str, str], found: Preview | Imported) -> None:
    """What would come in, or came in, and each trouble beside it."""
    if isinstance(found, Preview):
        span = f", {found.first} – {found.last}" if found.first else ""
        click.echo(
            f"{found.title}: {found.found} found{span}; {found.fresh} would come in, {found.known} are here, {found.failed} failed."
        )
        if found.tags:
            click.echo(
                "Tags: " + ", ".join(f"{safe(tag)} {number}" for tag, number in found.tags.most_common(30))
            )
        if found.undated:
            click.echo(f"{found.undated} have no date; --date says which day they get.")
        if found.files:
            click.echo(f"Files: {found.files}")
    else:
        click.echo(
            f"{titles.get(found.format, found.format)}: {found.found} found, {found.imported} imported, {found.skipped} skipped, {found.failed} failed."
        )
        if found.in_trash:
            click.echo(f"{found.in_trash} of those that were skipped lie in the trash.")
        if found.id:
            click.echo(f"Take it back with: workjournal undo-import {short(found.id)}")
    for each in (*found.notes, *found.troubles):
        note(_line(each))


def _line(told: Note | Trouble) -> str:
    return f"{safe(told.place)}: {safe(told.what)}" if isinstance(told, Trouble) else safe(told.what)


def record(found: Preview | Imported) -> dict[str, Any]:
    """The same as JSON has it."""
    told = {
        "format": found.format,
        "found": found.found,
        "imported": 0 if isinstance(found, Preview) else found.imported,
        "skipped": found.known if isinstance(found, Preview) else found.skipped,
        "failed": found.failed,
        "problems": [
            {"place": each.place, "what": each.what, "weight": each.weight.value} for each in found.troubles
        ],
        "notes": [each.what for each in found.notes],
    }
    if isinstance(found, Imported):
        return {"id": str(found.id) if found.id else None, **told, "in_trash": found.in_trash}
    return {
        **told,
        "would_import": found.fresh,
        "first": found.first and found.first.isoformat(),
        "last": found.last and found.last.isoformat(),
        "undated": found.undated,
        "tags": dict(found.tags.most_common()),
        "files": found.files,
        "bytes": found.size,
    }


def intake_record(intake: Intake) -> dict[str, Any]:
    """A past import as JSON has it."""
    counts = {name: getattr(intake, name) for name in ("found", "imported", "skipped", "failed")}
    undone = intake.undone_at and intake.undone_at.isoformat()
    return {
        "id": str(intake.id), "format": intake.source, "name": intake.name, "day": day_of(intake), **counts,
        "problems": intake.troubles, "undone_at": undone,
    }  # fmt: skip


def day_of(intake: Intake) -> str:
    """The local day on which it was made."""
    assert intake.created_at is not None
    return intake.created_at.astimezone().date().isoformat()
