"""What a CSV file brought, told as every compiler tells its errors: FILE:LINE: reason."""

from pathlib import Path

import click

from workjournal.cli import measure_records
from workjournal.cli.jsonfile import FileUnreadable
from workjournal.cli.opening import STANDARD_INPUT, Opening
from workjournal.cli.printing import note, print_json, safe
from workjournal.domain.sheet import MOST_BYTES
from workjournal.journal.measures import Imported


def read(opening: Opening, word: str) -> tuple[str, bytes]:
    """How the file is called, and its content; "-" is standard input.

    Raises:
        FileUnreadable, NoStandardInput, NotText
    """
    if word == STANDARD_INPUT:
        return "standard input", opening.text(word, "the file").encode()
    path = Path(word).expanduser()
    try:
        with path.open("rb") as content:
            return str(path), content.read(MOST_BYTES + 1)  # one more is refused, before it fills the memory
    except OSError as error:
        raise FileUnreadable(file=path, reason=error.strerror) from error
    except ValueError as error:  # a name with NUL in it
        raise FileUnreadable(file=path, reason="it has no such name") from error


def report(file: str, found: Imported, row: str, *, as_json: bool) -> int:
    """Print how many rows are new and known, each bad row beside the output; the exit code: 1 where one was bad."""
    if as_json:
        print_json(measure_records.imported(found))
    else:
        _print(found, row)
    if found.ignored:
        note(f"{file}: not used: the columns {safe(', '.join(found.ignored))}")
    for bad in found.bad:
        note(f"{file}:{bad.line}: {safe(bad.reason)}")
    if found.bad:
        note("The good rows are kept. Mend the bad ones, and import the file again: nothing comes twice.")
    return 1 if found.bad else 0


def _print(found: Imported, row: str) -> None:
    rows = row if found.new == 1 else f"{row}s"
    known = "1 was there already" if found.known == 1 else f"{found.known} were there already"
    click.echo(f"{found.new} new {rows}; {known}; {len(found.bad)} bad.")
