"""Episodes as pages, in the terminal: a PDF that any program prints."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workjournal.cli.opening import STANDARD_INPUT, Opening
from workjournal.cli.options import NEW_FILE, Value, member, need_order, option, period
from workjournal.cli.pack_choosing import LANGUAGES, one_of
from workjournal.cli.printing import note
from workjournal.domain.pack import Paper
from workjournal.errors import JournalError
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal

if TYPE_CHECKING:
    from workjournal.journal.printing import Subject


class PagesThere(JournalError):
    """{path} is there already, and was left as it is. Choose another name, or add --replace."""


@click.command("print", epilog="Example: workjournal print --from 2026-11-01 --to 2026-11-30 -o november.pdf")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@period
@option("-o --output", NEW_FILE, "Where to write the PDF.", required=True)
@option("--tag", Value(str, "TAG"), "Only episodes with this tag.")
@click.option("--private-notes", is_flag=True, help="With your private notes, which are left out otherwise.")
@click.option("--reflections/--no-reflections", default=True, help="With or without reflections and lessons.")
@option("--paper", member(*Paper), "The size of the sheets.")
@option("--language", one_of(*LANGUAGES), "Of the words that the pages add; your texts stay as they are.")
@click.option("--replace", is_flag=True, help="Replace a file that is there.")
@click.pass_obj
def print_(opening: Opening, /, **given: Any) -> None:
    """Write episodes, with what was reflected on them, as a PDF: those of these ids, or those of a period.

    A week, a month or a quarter has its review too. The PDF is not encrypted: keep it where nobody else reads. Prints
    where it was written.
    """
    need_order(given["start"], given["end"])
    output: Path = given["output"]
    narrowed = given["start"] or given["end"] or given["tag"]
    if bool(given["ids"]) == bool(narrowed):
        raise click.UsageError("Name ids, or give --from, --to or --tag.")
    if str(output) == STANDARD_INPUT:
        raise click.UsageError("-o needs the name of a file.")
    if output.exists() and not given["replace"]:
        raise PagesThere(path=output)
    with opening.journal() as journal:
        printed = journal.printing.typeset(_subject(journal, given), _how(journal, given))
        journal.printing.save(printed.pdf, output)
    click.echo(output)
    episodes = "1 episode" if printed.episodes == 1 else f"{printed.episodes:,} episodes"
    note(f"It holds {episodes} on {printed.pages:,} page{'' if printed.pages == 1 else 's'}.")
    note("It is not encrypted: whoever can read it can read what is on it.")
    if printed.boxes:
        note(
            f"No font of this computer has these signs. Boxes or their names stand for them: {' '.join(printed.boxes)}"
        )


def _subject(journal: Journal, given: dict[str, Any]) -> "Subject":
    if given["ids"]:
        return tuple(journal.episodes.identify(each) for each in given["ids"])
    return EpisodeFilter(start=given["start"], end=given["end"], tag=given["tag"])


def _how(journal: Journal, given: dict[str, Any]) -> Any:
    from workjournal.journal.printing import How  # which loads Typst

    usual = journal.printing.usual()
    return How(
        reflections=given["reflections"],
        private_notes=given["private_notes"],
        paper=given["paper"] or usual.paper,
        language=given["language"] or usual.language,
    )
