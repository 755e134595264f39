"""Quick capture: one text with signs and days in it becomes an episode."""

import datetime as dt
from collections.abc import Iterable, Mapping

from workjournal.domain.capture import Captured, Known, Part
from workjournal.domain.episode import Episode, Kind, titled
from workjournal.domain.goal import OPEN_STATES
from workjournal.journal.episodes import Episodes
from workjournal.journal.goals import Goals
from workjournal.journal.labels import People, Skills, Tags
from workjournal.store.store import Store


class Capturing:
    """Knows the names that may stand in a captured text, and keeps what was captured."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._episodes, self._goals = Episodes(store), Goals(store)
        self._tags, self._people, self._skills = Tags(store), People(store), Skills(store)

    def known(self, kinds: Mapping[str, Kind] | None = None) -> Known:
        """The names of the journal; `kinds` are what the kinds are called where one captures, beside English.

        Of two open goals with one title, the newer is meant.
        """
        goals = [goal for goal in self._goals.all() if goal.state in OPEN_STATES]
        return Known(
            {
                Part.TAG: tuple(self._tags.names()),
                Part.PERSON: tuple(self._people.names()),
                Part.SKILL: tuple(self._skills.names()),
            },
            {" ".join(goal.title.split()): goal.id for goal in reversed(goals)},
            dict(kinds or {}) or {kind.value: kind for kind in Kind},
        )

    def keep(
        self,
        captured: Captured,
        *,
        day: dt.date | None = None,
        kind: Kind | None = None,
        tags: Iterable[str] = (),
    ) -> Episode:
        """Keep a captured text as an episode, exactly as it was typed.

        Args:
            captured: the text and what was recognised in it.
            day: the one it is written for, unless the text names another; today if not given.
            kind: chosen beside the text; it counts more than one in it.
            tags: chosen beside the text, in addition to those in it.

        Raises:
            Missing: there is no text.
        """
        now = self._store.clock().astimezone()
        date = captured.day or day or now.date()
        spent = now.time().replace(second=0, microsecond=0) if date == now.date() else None
        title, story = titled(captured.text)
        episode = Episode(
            date=date,
            time=captured.time or spent,
            title=title,
            story=story,
            kind=kind or captured.kind or Kind.WORK,
            goal_id=captured.goal,
        )
        return self._episodes.add(
            episode,
            tags=[*tags, *captured.names(Part.TAG)],
            people=captured.names(Part.PERSON),
            skills=captured.names(Part.SKILL),
        )
