"""The review pack in the terminal: what was ticked, as a PDF or as text; or what could be in it, and what would leave."""

from pathlib import Path
from typing import Any

import click

from workjournal.cli import pack_choosing, pack_listing, pack_weighing
from workjournal.cli.opening import STANDARD_INPUT, Opening, PassphraseUnreadable
from workjournal.cli.options import DAY, NEW_FILE, Value, member, option, several
from workjournal.cli.pack_choosing import LANGUAGES, MARKDOWN, PDF, PLAIN, Chosen, one_of
from workjournal.cli.printing import note, safe
from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Paper
from workjournal.errors import JournalError
from workjournal.exporters.protecting import NoPassword, protected
from workjournal.journal.journal import Journal
from workjournal.journal.pack_errors import PackLeaks
from workjournal.journal.strength import strength

WEAK = 1
"""Of zxcvbn's scores 0 to 4: below ten to the eighth guesses."""


class PasswordUnreadable(JournalError):
    """The password file {path} cannot be read: {reason}. Nothing was written."""


_KEYS = "; ".join(
    f"for {audience.value} {', '.join(section.key for section in SECTIONS[audience])}"
    for audience in Audience
)
_OPTIONS = (
    option("--from start", DAY, "The first day.", required=True),
    option("--to end", DAY, "The last day.", required=True),
    option("--audience", member(*Audience), "Whom it is for; own is your own archive.", required=True),
    option("-o --output", NEW_FILE, "Where to write it; - is standard output, for a text."),
    option("--sections", Value(str, "KEY,KEY,…"), f"Only these sections, in this order: {_KEYS}."),
    option(
        "--items",
        Value(str, "FILE.json|-"),
        "What is ticked for this pack, and nothing else: an array of ids, or of objects with an id, texts told"
        " otherwise in this pack alone, and ids of pictures, such as"
        ' [{"id": "4f2a91c7", "title": "Told so", "pictures": ["91c74f2a"]}]. --list --json tells what there is.',
    ),
    several("--chart charts", Value(str, "KEY"), "Show this chart; three at most."),
    several("--ask asks", text="A line of what you ask for."),
    several("--commit commitments", text="A line of what you will do."),
    several("--name people", Value(str, "PERSON"), "Call this person by name."),
    option(
        "--with recipient", Value(str, "WHOM"), "Whom it is shared with, for the ledger alone.", default=""
    ),
    option("--paper", member(*Paper), "The size of the sheets."),
    option("--language", one_of(*LANGUAGES), "Of the words that the pack adds; your texts stay as they are."),
    option(
        "--password-file",
        Value(str, "FILE|-"),
        "Read a password for the PDF from the first line of a file, or of standard input.",
    ),
    click.option("--keep", is_flag=True, help="Keep a copy of the PDF in the journal."),
    option("--format form", one_of(PDF, MARKDOWN, PLAIN), "What to write.", default=PDF, show_default=True),
    click.option(
        "--suggested", is_flag=True, help="Where nothing was ticked, take what the window would propose."
    ),
    click.option("--list", "only_list", is_flag=True, help="List what could be in it, and write nothing."),
    click.option(
        "--check", "only_check", is_flag=True, help="Make it and look for leaks, and write nothing."
    ),
    click.option("--json", "as_json", is_flag=True, help="Print JSON, with --list or --check."),
)


def _with_options(command: Any) -> Any:
    for each in reversed(_OPTIONS):
        command = each(command)
    return command


@click.command(
    "pack",
    epilog="Example: workjournal pack --from 2026-10-01 --to 2026-10-31 --audience manager -o october.pdf",
)
@_with_options
@click.pass_obj
def pack(opening: Opening, /, **given: Any) -> None:
    """Make a review pack as a PDF from what was ticked.

    Tick with --share when adding or editing, or for one pack with --items; nothing else is in it, unless --suggested is
    given. For yourself a handful is proposed. Private notes, feelings and sealed forecasts are never in it, and names are
    replaced. It is looked through for all that before it is written. Prints the pack's id, under which the ledger has it.
    """
    pack_choosing.need_sense(given)
    begun = pack_choosing.begun(given)
    with opening.journal() as journal:
        password = _password(opening, given["password_file"])
        chosen = pack_choosing.completed(journal, opening, begun, given)
        if given["only_list"]:
            pack_listing.print_items(journal, chosen, as_json=given["as_json"])
        elif given["only_check"]:
            _check(journal, chosen, given, password)
        elif given["form"] != PDF:
            _write_text(journal, chosen, given["output"], markdown=given["form"] == MARKDOWN)
        else:
            _export(journal, chosen, given, password)


def _export(journal: Journal, chosen: Chosen, given: dict[str, Any], password: str) -> None:
    made = journal.packs.export(
        chosen.choice,
        given["output"],
        recipient=given["recipient"],
        password=password,
        keep=given["keep"],
    )
    click.echo(made.id)
    if password:
        note("The password is kept nowhere: without it nobody opens the file.")
    _say_what_is_in_it(chosen, given)


def _write_text(journal: Journal, chosen: Chosen, output: Path, *, markdown: bool) -> None:
    if str(output) == STANDARD_INPUT:
        click.echo(safe(journal.packs.written(chosen.choice, markdown=markdown)), nl=False)
    else:
        journal.packs.write_text(chosen.choice, output, markdown=markdown)
        click.echo(output)
    note("A text is not entered in the ledger; a PDF is.")


def _check(journal: Journal, chosen: Chosen, given: dict[str, Any], password: str) -> None:
    """Raises: PackLeaks, after what leaves was told."""
    found: PackLeaks | None = None
    try:
        if given["form"] == PDF:
            pdf = journal.packs.typeset(chosen.choice)
            if password:
                protected(pdf, password)
        else:
            journal.packs.written(chosen.choice, markdown=given["form"] == MARKDOWN)
    except PackLeaks as leaks:
        found = leaks
    pack_weighing.print_check(journal, chosen.choice, found, as_json=given["as_json"])
    if found is not None:
        raise found


def _password(opening: Opening, word: str | None) -> str:
    """What the PDF is to be opened with; "" for nothing.

    Raises:
        NoPassword, PasswordUnreadable, NoStandardInput, NotText
    """
    if word is None:
        return ""
    file = word if word == STANDARD_INPUT else str(Path(word).expanduser())
    try:
        password = opening.new_passphrase(file)
    except PassphraseUnreadable as error:
        raise PasswordUnreadable(**error.fields) from error
    if not password:
        raise NoPassword
    if strength(password).score <= WEAK:
        note(
            "This password is weak: whoever has the file can guess it. Several words that nobody put together hold."
        )
    return password


def _say_what_is_in_it(chosen: Chosen, given: dict[str, Any]) -> None:
    """Where nothing was ticked: what the pack holds all the same."""
    audience, offer = chosen.choice.audience, chosen.offer
    if not offer.suggested or given["items"] is not None:
        return
    note(f"Nothing in this period was ticked for {audience.value}.")
    if not given["suggested"]:
        note(
            f"So the pack holds none of it. Tick with `edit ID --share {audience.value}`, or add --suggested."
        )
        return
    note("These were put in as a suggestion:")
    for item in offer.items:
        if item.id in chosen.choice.items:
            note(f"  {safe(item.title)}")
    note(f"Look at {given['output']} before you share it.")
