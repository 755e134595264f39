"""What is worth a minute today."""

import datetime as dt
import enum
from dataclasses import dataclass
from uuid import UUID

from workjournal.journal.actions import Actions
from workjournal.journal.episodes import Episodes
from workjournal.journal.goals import Goals
from workjournal.store.store import Store

MOST_OF_A_KIND = 2
"""Two reflections, two actions: a list one can finish is one that is looked at."""


class DueKind(enum.StrEnum):
    """What there is to do."""

    REFLECT = "reflect"
    CHECK_IN = "check-in"
    ACT = "act"


@dataclass(frozen=True)
class Due:
    """One thing to do: with which thing, how it is called, and since when it waits (its day, due day or last look)."""

    kind: DueKind
    thing: UUID
    title: str
    since: dt.date


class Agenda:
    """Reads the other services; an empty list means there is nothing to nag about."""

    def __init__(self, store: Store) -> None:
        self._episodes, self._goals, self._actions = Episodes(store), Goals(store), Actions(store)

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
        return [*reflect, *check_in, *act]
