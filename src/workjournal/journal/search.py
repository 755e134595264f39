"""Search: everything that was written is found again, the newest first while somebody types, the best on request."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Entity, check_text, one_line
from workjournal.domain.episode import Episode, title_of
from workjournal.domain.excerpt import Excerpt, Marker
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.measure import Measure, Reading
from workjournal.domain.query import THINGS, Query, parse
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.errors import JournalError
from workjournal.journal.preferences import SAVED_SEARCHES, Preferences
from workjournal.journal.suggesting import Suggestion, suggestions
from workjournal.store import search
from workjournal.store.search import Place, Results, Texts
from workjournal.store.search_words import MixedWords
from workjournal.store.store import Store

COUNTED = 1000
"""How many hits are counted; whether there are more, nobody needs to know."""
_KIND_OF = {table: kind for kind, table in THINGS.items()}
_OWNED: dict[
    str, tuple[type[Entity], InstrumentedAttribute[UUID], type[Entity], InstrumentedAttribute[str]]
] = {
    "attachment": (Attachment, Attachment.episode_id, Episode, Episode.title),
    "check-in": (CheckIn, CheckIn.goal_id, Goal, Goal.title),
    "forecast": (Forecast, Forecast.goal_id, Goal, Goal.title),
    "recall": (Recall, Recall.lesson_id, Lesson, Lesson.text),
    "rating": (SkillRating, SkillRating.skill_id, Skill, Skill.name),
    "credential": (Credential, Credential.skill_id, Skill, Skill.name),
    "reading": (Reading, Reading.measure_id, Measure, Measure.name),
    "need": (RoleTarget, RoleTarget.profile_id, RoleProfile, RoleProfile.name),
}
"""What is opened with another thing: which, by its column, and what that one is called."""


class NoSuchSearch(JournalError):
    """There is no saved search “{name}”. Saved are: {saved}."""


class SearchExists(JournalError):
    """There is a saved search “{name}” already. Choose another name, or remove that one first."""


@dataclass(frozen=True)
class Hit:
    """Something that was found. What is shown of it is made when it is asked for: most hits are never seen.

    Attributes:
        id: of the thing.
        kind: what it is, such as "episode" or "check-in".
        date: its day.
        opens: the thing that is opened to read it: of an attachment its episode, of a check-in its goal.
        opens_kind: what that is.
        of: what that is called, if it is another one; else "".
    """

    id: UUID
    kind: str
    date: dt.date
    opens: UUID
    opens_kind: str
    of: str
    _show: Callable[[], tuple[Excerpt, Excerpt]] = field(repr=False, compare=False)

    @cached_property
    def _shown(self) -> tuple[Excerpt, Excerpt]:
        return self._show()

    @property
    def title(self) -> str:
        """What it is called, in one line; "" for one that has no title of its own, such as a rating."""
        return self._shown[0].text

    @property
    def title_marks(self) -> tuple[tuple[int, int], ...]:
        """The places (start, end) in the title of what was looked for."""
        return self._shown[0].marks

    @property
    def snippet(self) -> str:
        """A part of its texts on one line, without markup; "" where the title is all."""
        return self._shown[1].text

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """The places (start, end) in the snippet of what was looked for."""
        return self._shown[1].marks


@dataclass(frozen=True)
class Found:
    """The hits that were asked for, how many there are (`COUNTED` if more than that), and the query."""

    hits: tuple[Hit, ...]
    total: int
    query: Query

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.total > COUNTED


@dataclass(frozen=True)
class SavedSearch:
    """A query under a name."""

    name: str
    query: str


class Search:
    """Finds what was written, by a line as it is typed (domain/query.py says how)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._preferences = Preferences(store)
        self._mixed = MixedWords()

    def find(self, query: str, *, limit: int = 50, newest_first: bool = True, typing: bool = False) -> Found:
        """Up to `limit` hits.

        Args:
            query: the line.
            limit: how many.
            newest_first: as they come while one types; without it the best fitting come first, which reads every hit.
            typing: whether its last word may go on.

        Raises:
            UnknownValue, NotADay, NothingAfter, TooMany: what is wrong in the line.
        """
        parsed = parse(query, self._today(), typing=typing)
        with self.store.reading() as session:
            results = search.results(
                session, parsed, limit, COUNTED, ranked=not newest_first, mixed=self._mixed
            )
            return Found(tuple(_hits(session, results, parsed)), results.total, parsed)

    def suggest(self, query: str) -> Suggestion | None:
        """What may have been meant where nothing is found: close words that are in the journal; None without any.

        Raises:
            as `find`
        """
        parsed = parse(query, self._today())
        with self.store.reading() as session:
            return suggestions(session, parsed)

    def saved(self) -> list[SavedSearch]:
        """The saved searches, in the order in which they were saved."""
        kept = self._preferences.get(SAVED_SEARCHES)
        return [SavedSearch(str(name), str(query)) for name, query in json.loads(kept)] if kept else []

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep a query under a name; a saved one of that name gets it instead.

        Raises:
            Missing: without a name. Otherwise as `find`.
        """
        parse(query, self._today())
        new = SavedSearch(_named(name), query.strip())
        check_text("The search", new.query, "Type what to look for.")
        known = self.saved()
        place = next((place for place, each in enumerate(known) if _is(each, new.name)), len(known))
        self._keep([*known[:place], new, *known[place + 1 :]])
        return new

    def named(self, name: str) -> SavedSearch:
        """The saved search of that name, in any case.

        Raises:
            NoSuchSearch
        """
        known = self.saved()
        found = next((each for each in known if _is(each, name)), None)
        if found is None:
            raise NoSuchSearch(name=one_line(name), saved=", ".join(each.name for each in known) or "none")
        return found

    def drop(self, name: str) -> None:
        """Forget a saved search.

        Raises:
            NoSuchSearch
        """
        found = self.named(name)
        self._keep([each for each in self.saved() if each != found])

    def rename(self, name: str, new: str) -> SavedSearch:
        """Give a saved search another name.

        Raises:
            NoSuchSearch, SearchExists, Missing
        """
        found = self.named(name)
        renamed = SavedSearch(_named(new), found.query)
        others = [each for each in self.saved() if each != found]
        if any(_is(each, renamed.name) for each in others):
            raise SearchExists(name=renamed.name)
        self._keep([renamed if each == found else each for each in self.saved()])
        return renamed

    def _keep(self, searches: Sequence[SavedSearch]) -> None:
        kept = [(each.name, each.query) for each in searches]
        self._preferences.set(SAVED_SEARCHES, json.dumps(kept, ensure_ascii=False) if kept else "")

    def _today(self) -> dt.date:
        return self.store.clock().astimezone().date()


def _named(name: str) -> str:
    line = one_line(name)
    check_text("The name", line, "Type one or more letters.")
    return line


def _is(each: SavedSearch, name: str) -> bool:
    return each.name.casefold() == one_line(name).casefold()


def _hits(session: Session, results: Results, query: Query) -> Iterator[Hit]:
    owners, marker = _owners(session, results.places), Marker(query.terms)
    for place in results.places:
        said = results.texts.get(place.number)
        if said is not None:
            show = partial(_searched, said, marker)
            kind = _KIND_OF[place.table]
            opens, opens_kind, of = owners.get(place.thing_id, (place.thing_id, kind, ""))
            yield Hit(place.thing_id, kind, place.day, opens, opens_kind, of, show)


_Owners = dict[UUID, tuple[UUID, str, str]]


def _owners(session: Session, places: Sequence[Place]) -> _Owners:
    """Of things that are opened with another one: its id, its kind and what it is called."""
    found: _Owners = {}
    owned = [(_KIND_OF[place.table], place.thing_id) for place in places if _KIND_OF[place.table] in _OWNED]
    for kind in {kind for kind, _ in owned}:
        noun, column, owner, called = _OWNED[kind]
        wanted = [thing_id for other, thing_id in owned if other == kind]
        query = select(noun.id, owner.id, called).join(owner, owner.id == column)
        for first in range(0, len(wanted), search.BATCH):
            some = query.where(noun.id.in_(wanted[first : first + search.BATCH]))
            for thing_id, owner_id, name in session.execute(some):
                found[thing_id] = (owner_id, _KIND_OF[owner.__tablename__], name)
    return found


def _searched(said: Texts, marker: Marker) -> tuple[Excerpt, Excerpt]:
    """Title and snippet; this out of the note where only there is something marked."""
    title = " ".join(said.title.split()) or title_of(said.body)
    made = [marker.excerpt(each) for each in (said.body, said.note) if each.strip()]
    shown = next((each for each in made if each.marks), made[0] if made else Excerpt(""))
    return Excerpt(title, marker.marks(title)), shown
