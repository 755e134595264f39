"""What of a journal is exported: all of it, or a period, tags, an audience or chosen things, with what hangs on them."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain.entity import SHARED_WITH, Audience

Ids = frozenset[UUID]
OF_THINGS = ("origin", "revision", "rewording")
"""Tables whose rows are about things: for them `chosen` gives the ids of those things."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What is wanted. What is said narrows it, each thing further; nothing said is the whole journal.

    Attributes:
        start, end: inclusive days.
        tags: names as one types them; an episode needs one of them.
        audience: for whom it is: only what was ticked for them, and nothing private of it. One's own archive is shown
            to nobody, so `Audience.OWN` narrows nothing.
        ids: of chosen things of any kind.
        attachments: with the files.
        drafts: with unfinished writing; only a whole journal has it.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    tags: frozenset[str] = frozenset()
    audience: Audience | None = None
    ids: Ids = frozenset()
    attachments: bool = True
    drafts: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether it is everything, the trash too; attachments and drafts apart."""
        return not (self.has_period or self.is_picked or self.shared_with)

    @property
    def has_period(self) -> bool:
        """Whether days narrow it."""
        return self.start is not None or self.end is not None

    @property
    def is_picked(self) -> bool:
        """Whether tags or chosen things narrow it: then what is neither, nor hangs on it, is not wanted."""
        return bool(self.tags or self.ids)

    @property
    def shared_with(self) -> Audience | None:
        """Somebody else for whom it is."""
        return self.audience if self.audience in SHARED_WITH else None
