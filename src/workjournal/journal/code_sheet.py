"""The sheet for a recovery code: what is on it, and the one file that is written of it when the user asks."""

from pathlib import Path

from workjournal.errors import JournalError
from workjournal.exporters.recovery_sheet import RecoverySheet, typeset
from workjournal.journal.journal import Journal
from workjournal.vault.files import write_durably


class SheetUnwritable(JournalError):
    """The recovery sheet could not be written to {path}: {reason}. Nothing was left there."""


def sheet_for(journal: Journal, code: str, language: str = "en") -> RecoverySheet:
    """What the sheet says of this journal."""
    header = journal.ways_in.store.keys.header
    return RecoverySheet(journal.folder.name, header.vault_id, journal.today(), code, language)


def save_sheet(sheet: RecoverySheet, path: Path, vault: Path) -> None:
    """Write the sheet as a PDF that only its owner can read; the code is in clear in it, as on paper.

    Raises:
        SheetUnwritable
    """
    target = path.resolve()
    if target.is_relative_to(vault.resolve()):
        # Whoever takes the folder would have the lock and the key.
        raise SheetUnwritable(path=path, reason="it lies in the folder of the journal that it opens")
    if target.exists() and not target.is_file():
        raise SheetUnwritable(path=path, reason="it is not a file")
    try:
        write_durably(target, typeset(sheet))
    except OSError as error:
        raise SheetUnwritable(path=path, reason=error.strerror or "the system refused") from error
