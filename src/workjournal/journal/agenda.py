"""What is worth a minute today."""

import datetime as dt
import enum
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain.goal import GoalState
from workjournal.domain.period import Period
from workjournal.journal.actions import Actions
from workjournal.journal.episodes import Episodes
from workjournal.journal.goals import Goals
from workjournal.journal.meetings import Meetings
from workjournal.journal.pulses import Pulses
from workjournal.journal.recalls import Recalls
from workjournal.journal.reviews import Reviews
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
    MEETING = "meeting"
    REVIEW = "review"
    RECALL = "recall"
    CHECK_IN = "check-in"
    CLOSE = "close"
    PULSE = "pulse"
    ACT = "act"
    WRITE_CODE = "write-code"
    TYPE_CODE = "type-code"


@dataclass(frozen=True)
class Due:
    """One thing to do.

    Attributes:
        kind: what.
        thing: with which thing or period; None for recalls, the pulse, and for what is about the journal itself.
        title: what it is called; "" for what has no name of its own. Never a lesson: that is to be remembered.
        since: since when it waits: its day, its due day or the last look.
        number: of how many it is one, such as lessons to recall.
    """

    kind: DueKind
    thing: UUID | Period | None
    title: str
    since: dt.date
    number: int = 1


class Agenda:
    """Reads the other services; an empty list means there is nothing to nag about."""

    def __init__(self, store: Store) -> None:
        self._episodes, self._goals, self._actions = Episodes(store), Goals(store), Actions(store)
        self._reviews, self._recalls, self._ways_in = Reviews(store), Recalls(store), WaysIn(store)
        self._pulses, self._meetings = Pulses(store), Meetings(store)

    def due(self, today: dt.date) -> list[Due]:
        """What fades first: reflections, the last one-on-one; then reviews, recalls, goals, actions, the month's pulse."""
        waiting = self._episodes.awaiting_reflection(today, limit=MOST_OF_A_KIND)
        reflect = [Due(DueKind.REFLECT, episode.id, episode.title, episode.date) for episode in waiting]
        review = [
            Due(DueKind.REVIEW, period, "", min(period.end, today)) for period in self._reviews.due(today)
        ]
        act = [
            Due(DueKind.ACT, action.id, action.text, action.due or today)
            for action in self._actions.due(today)[:MOST_OF_A_KIND]
        ]
        pulse = [Due(DueKind.PULSE, None, "", today)] if self._pulses.is_due(today) else []
        recalls, goals = self.recalls(today), self.about_goals(today)
        meeting = self.meeting(today)
        return [*reflect, *meeting, *review, *recalls, *goals, *act, *pulse, *self.about_recovery(today)]

    def meeting(self, today: dt.date) -> list[Due]:
        """How the one-on-one went for which a pack was shared."""
        pack = self._meetings.awaiting(today)
        return [Due(DueKind.MEETING, pack.id, "", pack.date)] if pack is not None else []

    def about_goals(self, today: dt.date) -> list[Due]:
        """Goals whose day has passed are to be ended, the others that ask for it looked at; one that rests asks for nothing."""
        found = []
        for goal in self._goals.all():
            if goal.state is GoalState.ACTIVE and goal.is_overdue(today) and not goal.paused_on:
                if not goal.is_snoozed(today):
                    found.append(Due(DueKind.CLOSE, goal.id, goal.title, goal.due or today))
            elif goal.check_in_due(today):
                found.append(Due(DueKind.CHECK_IN, goal.id, goal.title, goal.last_look(today)))
        return found

    def recalls(self, today: dt.date) -> list[Due]:
        """One row for all lessons that come back today."""
        lessons = self._recalls.due(today)
        if not lessons:
            return []
        first = min(lesson.due or today for lesson in lessons)
        return [Due(DueKind.RECALL, None, "", min(first, today), len(lessons))]

    def about_recovery(self, today: dt.date) -> list[Due]:
        """A code that nobody has, or that was not tried for so long that it may be lost."""
        since = self._ways_in.code_unproven_since()
        if since is not None:
            late = today - since >= CODE_UNPROVEN
            return [Due(DueKind.TYPE_CODE, None, "", since)] if late else []
        made = self._ways_in.all()[0].made
        worth = today - made >= WITHOUT_CODE and self._episodes.count() > 0
        return [Due(DueKind.WRITE_CODE, None, "", made)] if worth else []
