"""What the tests of checking and rescuing share: damage done past the program, and reading what was found."""

from contextlib import closing
from pathlib import Path

from conftest import PASSPHRASE
from workjournal.journal.checks.findings import Finding, Kind, Report
from workjournal.store.engine import open_vault_database
from workjournal.vault import vault


def object_of(folder: Path) -> Path:
    """The file of the one large attachment."""
    (kept,) = (folder / "objects").iterdir()
    return kept


def turn(file: Path, place: int) -> None:
    """One bit."""
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def end_of_id(folder: Path, table: str, where: str = "1") -> str:
    with closing(open_vault_database(vault.unlock(folder, PASSPHRASE))) as connection:
        return str(connection.execute(f"SELECT id FROM {table} WHERE {where}").fetchone()[0])[-8:]


def found(report: Report) -> list[tuple[Kind, str]]:
    return [(finding.kind, finding.where) for finding in report.findings]


def the(report: Report, kind: Kind) -> Finding:
    """The one finding of that kind, which has a sentence and a way out."""
    (finding,) = [finding for finding in report.findings if finding.kind is kind]
    assert finding.what.endswith((".", "?"))
    assert finding.way_out
    assert finding.where
    return finding


def behind(folder: Path, statement: str, *values: object) -> None:
    """As damage does that no page shows: past the program."""
    with closing(open_vault_database(vault.unlock(folder, PASSPHRASE))) as connection:
        connection.execute("PRAGMA foreign_keys=off")
        assert connection.execute(statement, values).rowcount
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
