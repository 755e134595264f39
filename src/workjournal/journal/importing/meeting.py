"""What rows that come meet in the journal: the same thing, a label of the same name, or what they refer to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity
from workjournal.domain.intake import Intake, Origin
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.portable import Form, fields
from workjournal.domain.references import Listing, Reference, listings, references
from workjournal.journal.exporting.matching import among
from workjournal.journal.importing.arrivals import Arrival, Troubles

Noun = type[Entity]
LABELS: tuple[Noun, ...] = (Tag, Person, Skill)
_ASIDE = frozenset({"created_at", "changed_at", "trashed_at", "version", "used_on"})
"""What may differ though a thing is the same: when it was saved, how often, and what it was taken off."""


class Here:
    """The things of a class that are here under the ids of those that come."""

    def __init__(self, session: Session, noun: Noun, arrivals: Iterable[Arrival]) -> None:
        self._session, self.noun = session, noun
        ids = [arrival.row["id"] for arrival in arrivals]
        columns = [each.column for each in fields(noun) if each.form is not Form.CONTENT]
        names = [column.name for column in columns]
        found = session.execute(select(*columns).where(among(noun.id, ids))) if ids else ()
        rows = (dict(zip(names, row, strict=True)) for row in found)
        self.rows: dict[UUID, dict[str, Any]] = {row["id"]: row for row in rows}
        self.undone = self._undone() if any(row["trashed_at"] for row in self.rows.values()) else set[UUID]()
        self._lists = {each.key: self._listed(each) for each in listings(noun)} if self.rows else {}

    def differs(self, arrival: Arrival, same: Mapping[UUID, UUID]) -> bool:
        """Whether the one that is here says something else; `same` are labels that are here under another id."""
        stored = self.rows[arrival.row["id"]]
        for name, value in arrival.row.items():
            told = same.get(value, value) if isinstance(value, UUID) else value
            if name not in _ASIDE and told != stored[name]:
                return True
        return any(
            {same.get(each, each) for each in arrival.lists[key]} != listed.get(arrival.row["id"], set())
            for key, listed in self._lists.items()
        )

    def _undone(self) -> set[UUID]:
        """Those that an import brought which was taken back, and that lie in the trash since."""
        query = select(Origin.thing_id).join(Intake, Intake.id == Origin.intake_id)
        query = query.join(self.noun, self.noun.id == Origin.thing_id)
        return set(self._session.scalars(query.where(self.noun.trashed_at == Intake.undone_at)))

    def _listed(self, link: Listing) -> dict[UUID, set[UUID]]:
        found: dict[UUID, set[UUID]] = {}
        for owner, listed in self._session.execute(
            select(link.owner, link.listed).where(among(link.owner, self.rows))
        ):
            found.setdefault(owner, set()).add(listed)
        return found


class Labels:
    """The labels of a class by their names: those that are here, and those that come."""

    def __init__(self, session: Session, noun: Any) -> None:
        rows = session.execute(select(noun.id, noun.name, noun.trashed_at)).all()
        self._exact = {name: label_id for label_id, name, _ in rows}
        self._alike = {name.casefold(): label_id for label_id, name, _ in rows}
        self._trashed = {label_id: trashed_at for label_id, _, trashed_at in rows if trashed_at}
        self.in_trash: dict[UUID, datetime] = {}
        """Of those that come and are here, the ones that are in the trash here alone, and since when."""

    def find(self, arrival: Arrival) -> UUID | None:
        """The one of that name, or of one that differs only in capitals."""
        name = arrival.row["name"]
        found: UUID | None = self._exact.get(name) or self._alike.get(name.casefold())
        if found and found in self._trashed and not arrival.row["trashed_at"]:
            self.in_trash[found] = self._trashed[found]
        return found

    def add(self, arrival: Arrival) -> None:
        """One that comes; another may come that differs in capitals, but none of just that name."""
        self._exact[arrival.row["name"]] = arrival.row["id"]


class Targets:
    """What the rows of a class refer to, as far as it is here or comes too."""

    def __init__(
        self,
        session: Session,
        arrivals: Sequence[Arrival],
        new: Mapping[UUID, Noun],
        same: Mapping[UUID, UUID],
    ) -> None:
        self._session, self._new, self._same = session, new, same
        noun = arrivals[0].noun if arrivals else None
        self._references = references(noun) if noun else ()
        self._listings = listings(noun) if noun else ()
        wanted: dict[Noun, set[UUID]] = {}
        for link in self._references:
            ids = (arrival.row[link.column.name] for arrival in arrivals)
            wanted.setdefault(link.target, set()).update(each for each in ids if each is not None)
        for listing in self._listings:
            wanted.setdefault(listing.target, set()).update(
                each for arrival in arrivals for each in arrival.lists[listing.key]
            )
        self._there = {target: self._among(target, ids) for target, ids in wanted.items()}

    def settle(self, arrival: Arrival, troubles: Troubles) -> bool:
        """Let a row refer to what is there; whether it has all that it cannot be without."""
        for link in self._references:
            told = arrival.row[link.column.name]
            found = self._find(link.target, told)
            if found is None and told is not None:
                if link.needed:
                    what = f"The {_called(link)} it belongs to could not be found."
                    troubles.fail(arrival.place, what, counted=arrival.is_thing)
                    return False
                self._tell(arrival, f"The {_called(link)} it refers to could not be found.", troubles)
            arrival.row[link.column.name] = found
        for listing in self._listings:
            told = arrival.lists[listing.key]
            ids = [found for each in told if (found := self._find(listing.target, each)) is not None]
            if len(ids) < len(told):
                what = f"{len(told) - len(ids)} of its {listing.key.replace('_', ' ')} could not be found."
                self._tell(arrival, what, troubles)
            arrival.lists[listing.key] = list(dict.fromkeys(ids))
        return True

    def _find(self, target: Noun, told: UUID | None) -> UUID | None:
        found = self._same.get(told, told) if told else None
        return found if found in self._there.get(target, ()) else None

    def _among(self, target: Noun, ids: set[UUID]) -> set[UUID]:
        every = {self._same.get(each, each) for each in ids}
        new = {each for each in every if self._new.get(each) is target}
        rest = every - new
        return (
            new | set(self._session.scalars(select(target.id).where(among(target.id, rest)))) if rest else new
        )

    @staticmethod
    def _tell(arrival: Arrival, what: str, troubles: Troubles) -> None:
        if arrival.whole:  # of a part it was said once for all
            troubles.tell(arrival.place, what)


def _called(link: Reference) -> str:
    return str(link.target.__tablename__).replace("_", " ")
