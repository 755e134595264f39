"""Files of episodes in the terminal: attach, attachments, detach, save-attachment."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import NEW_FILE, as_json, option
from workjournal.cli.printing import columns, note, print_json, print_table, safe, short, width
from workjournal.domain.attachment import LARGEST, MEGABYTE, MOST, Attachment
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal

SOME_TRIED = 1
_PATIENCE, _PACE = 1.0, 0.2
"""Seconds before it is said how far something is, and between one time and the next."""


class ThereAlready(JournalError):
    """{path} is there already, and was left as it is. Name another file with -o."""


class Progress:
    """How far a long file is, on a line of its own beside the output; nothing where nobody looks at a terminal."""

    def __init__(self, name: str) -> None:
        self._name, self._next, self._wide = safe(name), time.monotonic() + _PATIENCE, 0

    def report(self, fraction: float, _text: str) -> None:
        """Say it, where it is time to."""
        now = time.monotonic()
        if now < self._next or sys.stderr is None or not sys.stderr.isatty():
            return
        self._next = now + _PACE
        line = f"{self._name[: max(8, width() - 12)]}  {fraction:4.0%}"
        self._say(line)
        self._wide = columns(line)

    def end(self) -> None:
        """Take the line away."""
        if self._wide:
            self._say(" " * self._wide)
            self._say("")

    def _say(self, line: str) -> None:
        click.echo(f"\r{line}", err=True, nl=False)


@click.command("attach", epilog="Example: workjournal attach 4f2a91c7 plan.pdf photos/*.jpg")
@click.argument("episode_id", metavar="EPISODE", required=False)
@click.argument("files", metavar="FILE…", nargs=-1)
@click.option(
    "--largest",
    type=click.IntRange(1, MOST // MEGABYTE),
    metavar="MB",
    help=f"From now on take files of up to so many MB ({LARGEST // MEGABYTE} at first, {MOST // MEGABYTE} at most).",
)
@click.pass_obj
def attach(opening: Opening, episode_id: str | None, files: Sequence[str], largest: int | None) -> int:
    """Keep copies of files with an episode.

    The copies are encrypted with the journal; the files stay where they are. Prints the id of each. A file that cannot
    be kept is told, and the others are kept; the exit code is then 1.
    """
    if largest is None and not files:
        raise click.UsageError("Name an episode and a file.")
    if episode_id is not None and not files:
        raise click.UsageError("Name a file to attach.")
    troubles = 0
    with opening.journal() as journal:
        if largest is not None:
            journal.attachments.allow(largest)
        if episode_id is not None:
            episode = journal.episodes.identify(episode_id)
            troubles = sum(not _attached(journal, episode, Path(file).expanduser()) for file in files)
    return SOME_TRIED if troubles else 0


@click.command("attachments", epilog="Example: workjournal attachments 4f2a91c7 --json")
@click.argument("episode_id", metavar="EPISODE")
@as_json
@click.pass_obj
def attachments(opening: Opening, episode_id: str, *, as_json: bool) -> None:
    """List the files that are kept with an episode.

    The first one attached stands first.
    """
    with opening.journal() as journal:
        found = journal.episodes.attachments(journal.episodes.identify(episode_id))
    if as_json:
        print_json([records.attachment(each) for each in found])
    elif not found:
        note("Nothing is attached to it.")
    else:
        rows = [(short(each.id), _size(each), each.media_type, each.name) for each in found]
        print_table(("Id", "Size", "Kind", "Name"), rows)


@click.command("detach", epilog="Example: workjournal detach 4f2a91c7")
@click.argument("attachment_id", metavar="ID")
@click.pass_obj
def detach(opening: Opening, attachment_id: str) -> None:
    """Put an attached file into the trash.

    `workjournal untrash ID` takes it out again. Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.attachments.trash(journal.attachments.identify(attachment_id)).id)


@click.command("save-attachment", epilog="Example: workjournal save-attachment 4f2a91c7 -o ~/plan.pdf")
@click.argument("attachment_id", metavar="ID")
@option("-o --output", NEW_FILE, "Where to write it: a new file, or a folder. Otherwise here, by its name.")
@click.pass_obj
def save_attachment(opening: Opening, attachment_id: str, output: Path | None) -> None:
    """Write an attached file out of the journal, unencrypted.

    It also stays in the journal. Prints where it was written; no file is written over.
    """
    with opening.journal() as journal:
        kept = journal.attachments.get(journal.attachments.identify(attachment_id))
        target = output or Path()
        target = target / kept.file_name if target.is_dir() else target
        if target.exists():
            raise ThereAlready(path=target)
        progress = Progress(kept.name)
        try:
            journal.episodes.copy_attachment(kept.id, target, progress.report)
        finally:
            progress.end()
    click.echo(str(target))


def _attached(journal: Journal, episode: UUID, file: Path) -> bool:
    """Keep it and print its id, or say why not."""
    progress = Progress(file.name)
    try:
        kept = journal.episodes.attach(episode, file, progress.report)
    except JournalError as trouble:
        progress.end()
        note(f"workjournal: {trouble}")
        return False
    except BaseException:
        progress.end()
        raise
    progress.end()
    click.echo(kept.id)
    return True


def _size(attachment: Attachment) -> str:
    """In the unit that gives up to four figures."""
    size, unit = float(attachment.size), "B"
    for larger in ("KB", "MB"):
        if size >= 1000:
            size, unit = size / 1024, larger
    return f"{size:,.0f} {unit}" if unit == "B" else f"{size:,.1f} {unit}"
