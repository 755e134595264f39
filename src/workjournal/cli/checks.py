"""Looking for damage, and making a new journal of what is left, in the terminal; also where the journal does not open."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workjournal.cli.opening import Opening, need_header
from workjournal.cli.printing import counted, print_json, safe

if TYPE_CHECKING:
    from workjournal.journal.checks.findings import Finding

NOUNS = ("episode", "reflection", "lesson", "goal", "action", "attachment")
DAMAGED = 1


@click.command("check", epilog="Example: workjournal check --json")
@click.option("--json", "as_json", is_flag=True, help="Print an object.")
@click.option(
    "--mend-header",
    is_flag=True,
    help="Put a whole header from vault.json.old or a backup in place of a damaged one.",
)
@click.option(
    "--accept-older",
    is_flag=True,
    help="This older state was put back on purpose: let it count as the present one.",
)
@click.pass_obj
def check(opening: Opening, as_json: bool, mend_header: bool, accept_older: bool) -> int:
    """Look for damage, and tell the way out of it.

    Reads everything there is: keys, pages, texts, attachments, forecasts, backups; also where the journal does not open
    any more. Exits with 1 where something is damaged.
    """
    from workjournal.journal import checking
    from workjournal.journal.checks import header_mending
    from workjournal.journal.opening import open_journal

    folder, asked = opening.folder(), list[str]()

    def secret() -> str:
        if not asked:
            asked.append(opening.secret(f"Passphrase of {folder}: "))
        return asked[0]

    if mend_header:
        place = header_mending.mend_header(folder, secret())
        click.echo(
            f"A whole header was found in {place} and put in place; the damaged one is kept beside it.",
            err=True,
        )
        click.echo("It has the ways in of that time; `workjournal keys list` shows them.", err=True)
    need_header(folder)
    if accept_older:
        with open_journal(folder, secret()) as journal:
            journal.accept_notices()
    report = checking.check_folder(folder, secret)
    if as_json:
        findings = [asdict(finding) for finding in report.findings]
        print_json(
            {"good": report.is_good, "findings": findings, "counts": report.counts, "seconds": report.seconds}
        )
    else:
        _print(report.findings)
        told = _counted(report.counts)
        if told:
            click.echo(f"{told}{': all readable' if report.is_good else ''}.")
    return 0 if report.is_good else DAMAGED


@click.command("rescue", epilog="Example: workjournal rescue ~/journal-rescued")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def rescue(opening: Opening, folder: Path) -> int:
    """Make a new journal of what can still be read of a damaged one.

    In DIR, which must be new or empty; it opens with the same passphrases and codes. The damaged journal is only read.
    Tells what is lost; exits with 1 where something is.
    """
    from workjournal.journal import rescuing

    damaged, target = opening.folder(), folder.expanduser().absolute()
    rescued = rescuing.rescue(damaged, opening.secret(f"Passphrase of {damaged}: "), target)
    _print(rescued.findings)
    click.echo(f"{_counted(rescued.rows) or 'Nothing'} came over into {rescued.folder}.")
    click.echo(
        f"Look at it with `workjournal --vault {rescued.folder} list`, and keep {damaged} until you are sure."
    )
    return DAMAGED if any(finding.severity == "damage" for finding in rescued.findings) else 0


def _print(findings: "Iterable[Finding]") -> None:
    """The damage first."""
    for finding in sorted(findings, key=lambda finding: finding.severity != "damage"):
        click.echo(safe(f"{finding.severity}: {finding.where}: {finding.what}"))
        click.echo(safe(f"    {finding.way_out}"))


def _counted(counts: Mapping[str, int]) -> str:
    return counted({noun: counts.get(noun, 0) for noun in NOUNS})
