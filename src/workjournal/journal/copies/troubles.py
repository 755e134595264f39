"""What went wrong with backups, kept until it goes well: the window's status and `check` say it."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from workjournal.errors import JournalError
from workjournal.journal.preferences import BACKUP_TROUBLE, Preferences
from workjournal.store.store import Store

Result = TypeVar("Result")


class Troubles:
    """By what was tried. In memory too, since the disk that took no backup may not take a note of it either."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._preferences = Preferences(store)
        self._known: dict[str, str] | None = None

    def __str__(self) -> str:
        return " ".join(self._read().values())

    def attempt(self, what: str, work: Callable[[], Result]) -> Result | None:
        """Do the work, and remember how it went; what a person can mend is not raised."""
        try:
            result = work()
        except JournalError as error:
            self.note(what, str(error))
            return None
        self.note(what, "")
        return result

    def note(self, what: str, trouble: str) -> None:
        """Remember a trouble, or with "" that there is none any more."""
        before = self._read()
        after = {key: text for key, text in before.items() if key != what}
        if trouble:
            after[what] = trouble
        self._known = after
        if after != before and not self._store.read_only:
            with suppress(JournalError):
                self._preferences.set(BACKUP_TROUBLE, json.dumps(after) if after else "")

    def _read(self) -> dict[str, str]:
        if self._known is None:
            kept = ""
            with suppress(JournalError):  # a damaged journal: that is told elsewhere
                kept = self._preferences.get(BACKUP_TROUBLE)
            self._known = {str(key): str(text) for key, text in json.loads(kept).items()} if kept else {}
        return self._known
