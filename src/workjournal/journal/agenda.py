"""What is worth a minute today."""

import datetime as dt
import enum
from dataclasses import dataclass
from uuid import UUID

from workjournal.journal.actions import Actions
from workjournal.journal.episodes import Episodes
from workjournal.journal.goals import Goals
from workjournal.journal.ways_in import WaysIn
from workjournal.store.store import Store

MOST_OF_A_KIND = 2
"""Two reflections, two actions: a list one can finish is one that is looked at."""
CODE_UNPROVEN = dt.timedelta(days=90)
"""After so long the recovery code is asked for, so that a lost sheet is noticed while the passphrase is known."""
WITHOUT_CODE = dt.timedelta(days=2)
"""A journal that is tried for a day needs no recovery code."""


class DueKind(enum.StrEnum):
    """What there is to do."""

    REFLECT = "reflect"
    CHECK_IN = "check-in"
    ACT = "act"
    WRITE_CODE = "write-code"
    TYPE_CODE = "type-code"


@dataclass(frozen=True)
class Due:
    """One thing to do: with which thing, how it is called, and since when it waits (its day, due day or last look).

    What is about the journal itself has no thing and no title.
    """

    kind: DueKind
    thing: UUID | None
    title: str
    since: dt.date


class Agenda:
    """Reads the other services; an empty list means there is nothing to nag about."""

    def __init__(self, store: Store) -> None:
        self._episodes, self._goals, self._actions = Episodes(store), Goals(store), Actions(store)
        self._ways_in = WaysIn(store)

    def due(self, today: dt.date) -> list[Due]:
        """Reflections while detail is fresh, check-ins a week apart, actions whose day has come."""
        waiting = self._episodes.awaiting_reflection(today, limit=MOST_OF_A_KIND)
        reflect = [Due(DueKind.REFLECT, episode.id, episode.title, episode.date) for episode in waiting]
        check_in = [
            Due(DueKind.CHECK_IN, goal.id, goal.title, goal.last_look(today))
            for goal in self._goals.due_for_check_in(today)
        ]
        late = [action for action in self._actions.open() if action.due and action.due <= today]
        act = [
            Due(DueKind.ACT, action.id, action.text, action.due or today) for action in late[:MOST_OF_A_KIND]
        ]
        return [*reflect, *check_in, *act, *self.about_recovery(today)]

    def about_recovery(self, today: dt.date) -> list[Due]:
        """A code that nobody has, or that was not tried for so long that it may be lost."""
        since = self._ways_in.code_unproven_since()
        if since is not None:
            late = today - since >= CODE_UNPROVEN
            return [Due(DueKind.TYPE_CODE, None, "", since)] if late else []
        made = self._ways_in.all()[0].made
        worth = today - made >= WITHOUT_CODE and self._episodes.count() > 0
        return [Due(DueKind.WRITE_CODE, None, "", made)] if worth else []
