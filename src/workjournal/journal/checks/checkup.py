"""What is being checked: a vault's folder, and as much of it as could be opened."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workjournal.journal.checks.findings import Finding
from workjournal.store.engine import open_vault_database
from workjournal.store.integrity import Report as Progress
from workjournal.store.integrity import unheard
from workjournal.store.store import Store
from workjournal.vault.vault import Keys


@dataclass
class Checkup:
    """A vault under examination. `keys` are None where the header does not open, `store` where the database does not.

    `counts` and `named` are filled on the way.
    """

    folder: Path
    keys: Keys | None = None
    store: Store | None = None
    trouble: Exception | None = None
    """Why the database did not open."""
    now: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    progress: Progress = unheard
    read_only: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    """The ids of things of which a damaged text was found."""

    def reopen(self) -> Any:
        """A new connection of the driver to the database."""
        assert self.keys is not None
        return open_vault_database(self.keys, read_only=self.read_only)

    def connection(self) -> AbstractContextManager[Any]:
        """The same, closed at the end."""
        return closing(self.reopen())


Check = Callable[[Checkup], Iterator[Finding]]
