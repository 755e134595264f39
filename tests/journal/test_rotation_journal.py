"""The empty rollback journal that a rotation leaves when it is killed at its first step."""

from pathlib import Path

import pytest

from conftest import PASSPHRASE
from workjournal.journal import opening
from workjournal.journal.journal import Journal


@pytest.mark.parametrize(("content", "stays"), [(b"", False), (b"\0" * 512, True)])
def test_only_an_empty_one_is_taken_away(full: Journal, folder: Path, content: bytes, stays: bool) -> None:
    """One with something in it is for SQLite to judge. Seen failing with the removal left out of `tidy`."""
    database = full._store.keys.database
    full.close()
    left = database.with_name(f"{database.name}-journal")
    left.write_bytes(content)
    with opening.open_journal(folder, PASSPHRASE) as journal:
        assert left.exists() is stays
        assert journal.episodes.count() > 0
