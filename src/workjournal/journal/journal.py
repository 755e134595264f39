"""An opened journal: every service, over one store."""

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from workjournal.journal.actions import Actions
from workjournal.journal.agenda import Agenda
from workjournal.journal.drafts import Drafts
from workjournal.journal.episodes import Episodes
from workjournal.journal.goals import Goals
from workjournal.journal.labels import People, Skills, Tags
from workjournal.journal.lessons import Lessons
from workjournal.journal.preferences import Preferences
from workjournal.journal.reflections import Reflections
from workjournal.journal.revisions import Revisions
from workjournal.journal.trash import Trash
from workjournal.store.store import Listener, Store

if TYPE_CHECKING:
    from workjournal.journal.growth import Growth
    from workjournal.journal.packs import Packs


class Journal:
    """All verbs, by noun. Close it, or use it in a `with`."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self._store = store
        self.episodes = Episodes(store)
        self.reflections = Reflections(store)
        self.lessons = Lessons(store)
        self.goals = Goals(store)
        self.actions = Actions(store)
        self.tags = Tags(store)
        self.skills = Skills(store)
        self.people = People(store)
        self.agenda = Agenda(store)
        self.drafts = Drafts(store)
        self.revisions = Revisions(store)
        self.preferences = Preferences(store)
        self.trash = Trash(store)

    @cached_property
    def growth(self) -> "Growth":
        """Charts; made on first use, since NumPy takes longer to load than a list to print."""
        from workjournal.journal.growth import Growth

        return Growth(self._store)

    @cached_property
    def packs(self) -> "Packs":
        """Review packs; made on first use, since typesetting and the readers of PDF take time to load."""
        from workjournal.journal.packs import Packs

        return Packs(self._store, self.folder)

    def now(self) -> dt.datetime:
        """The time by the journal's clock, local and aware."""
        return self._store.clock().astimezone()

    def today(self) -> dt.date:
        """The local day by the journal's clock."""
        return self.now().date()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the classes of things that each save changed; returns the way to stop that."""
        return self._store.subscribe(listener)

    def close(self) -> None:
        """Bring everything into one file and close it."""
        self._store.close()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
