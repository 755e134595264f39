"""One of everything in a journal."""

from pathlib import Path

import pytest

from examples import Examples, filled
from workjournal.journal.journal import Journal


@pytest.fixture
def one(journal: Journal, tmp_path: Path) -> Examples:
    return filled(journal, tmp_path)
