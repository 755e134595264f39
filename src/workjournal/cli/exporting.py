"""The journal written out for other programs, in the terminal: as JSON, Markdown, CSV or text; encrypted where asked."""

import sys
from pathlib import Path
from typing import Any

import click

from workjournal.cli.attaching import SOME_TRIED, Progress
from workjournal.cli.opening import STANDARD_INPUT, Opening, PassphraseUnreadable
from workjournal.cli.options import AUDIENCE, NEW_FILE, Value, as_json, need_order, option, period, several
from workjournal.cli.printing import counted, note, print_json
from workjournal.errors import JournalError
from workjournal.exporters import EXPORTERS
from workjournal.exporters.exporter import Exporter
from workjournal.exporters.sealed import NoExportPassphrase
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.exports import Exported
from workjournal.journal.journal import Journal
from workjournal.journal.strength import strength

WEAK = 1
"""Of zxcvbn's scores 0 to 4: below ten to the eighth guesses."""


class ExportPassphraseUnreadable(JournalError):
    """The export's passphrase file {path} cannot be read: {reason}. Nothing was exported."""


class ExportPassphraseNeeded(JournalError):
    """There is no terminal to ask for the export's passphrase. Give it with --export-passphrase-file FILE, or with --export-passphrase-file - on standard input."""


def _format(word: str) -> Exporter:
    known = {each.key: each for each in EXPORTERS}
    if word not in known:
        raise click.BadParameter(f"{word!r} is not one of {', '.join(known)}.")
    return known[word]


FORMAT = Value(_format, f"[{'|'.join(each.key for each in EXPORTERS)}]")


@click.command(
    "export", epilog="Example: workjournal export --format markdown -o ~/journal-2026 --from 2026-01-01"
)
@option(
    "--format form",
    FORMAT,
    "json: all of it, to be imported again. markdown: a page for each thing, for Obsidian and any editor."
    " csv: tables. text: one text, day by day.",
    required=True,
)
@option(
    "-o --output",
    NEW_FILE,
    "Where to write it: a name that ends in .zip is an archive, in .json or .txt one file, any other a new folder.",
    required=True,
)
@period
@several("--tag tags", text="Only episodes with this tag, and what hangs on them.")
@option("--audience", AUDIENCE, "Only what was ticked for this audience, as a pack would tell it.")
@several("--id ids", Value(str, "ID"), "Only this thing, and what hangs on it.")
@click.option("--attachments/--no-attachments", default=True, help="With or without the files of episodes.")
@click.option(
    "--encrypt", is_flag=True, help="Encrypt it (age format) under a passphrase of its own, typed twice."
)
@option(
    "--export-passphrase-file",
    Value(str, "FILE|-"),
    "Encrypt it; read the passphrase from the first line of a file, or of standard input.",
)
@click.option("--replace", is_flag=True, help="Replace an export that is there.")
@as_json
@click.pass_obj
def export(opening: Opening, /, **given: Any) -> int:
    """Write the journal, or a part of it, to a new file or folder.

    What is written is not encrypted unless --encrypt is given: keep it where nobody else reads. It ends in .age then.
    What lies in the trash, earlier wordings and settings are in a whole JSON alone. Prints where it was written.
    What could not be had, such as a damaged attachment, is told, and the exit code is then 1.
    """
    need_order(given["start"], given["end"])
    form, progress = given["form"], Progress(given["output"].name)
    with opening.journal() as journal:
        choice = _choice(journal, given)
        passphrase = _passphrase(opening, given)
        try:
            exported = journal.exports.run(
                choice,
                form.key,
                given["output"],
                passphrase=passphrase,
                replace=given["replace"],
                report=progress.report,
            )
        finally:
            progress.end()
    _tell(exported, given, encrypted=passphrase is not None)
    return SOME_TRIED if exported.left_out else 0


def _choice(journal: Journal, given: dict[str, Any]) -> Choice:
    return Choice(
        start=given["start"],
        end=given["end"],
        tags=frozenset(given["tags"]),
        audience=given["audience"],
        ids=frozenset(journal.trash.identify(each) for each in given["ids"]),
        attachments=given["attachments"],
    )


def _passphrase(opening: Opening, given: dict[str, Any]) -> str | None:
    """What it is encrypted under, asked for twice or read; None where it is not.

    Raises:
        NoExportPassphrase, ExportPassphraseNeeded, ExportPassphraseUnreadable, PassphrasesDiffer
    """
    word = given["export_passphrase_file"]
    if word is None and not given["encrypt"]:
        return None
    if word is None and (sys.stdin is None or not sys.stdin.isatty()):
        raise ExportPassphraseNeeded
    file = word if word in {None, STANDARD_INPUT} else str(Path(word).expanduser())
    try:
        passphrase = opening.new_passphrase(file)
    except PassphraseUnreadable as error:
        raise ExportPassphraseUnreadable(**error.fields) from error
    if not passphrase.strip():
        raise NoExportPassphrase
    if strength(passphrase).score <= WEAK:
        note(
            "This passphrase is weak: whoever has the file can guess it. Several words that nobody put together hold."
        )
    return passphrase


def _tell(exported: Exported, given: dict[str, Any], *, encrypted: bool) -> None:
    if given["as_json"]:
        print_json(
            {
                "path": str(exported.path),
                "format": given["form"].key,
                "encrypted": encrypted,
                "files": exported.files,
                "bytes": exported.bytes,
                "things": dict(exported.things),
                "left_out": list(exported.left_out),
            }
        )
    else:
        click.echo(exported.path)
        note(f"It holds {counted(exported.things) or 'nothing: no thing fits what was chosen'}.")
    if encrypted:
        note("Its passphrase is kept nowhere: without it nobody opens the file.")
    else:
        note(
            "It is not encrypted: whoever can read it can read your journal. --encrypt makes one that a passphrase opens."
        )
    for trouble in exported.left_out:
        note(f"workjournal: {trouble}")
