"""Which rows of an exported journal are new here and can be kept, and as what: nothing that is here is overwritten."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Base, Entity, one_line
from workjournal.domain.forecast import ForecastSealed
from workjournal.domain.keeping import Draft, Preference, Revision
from workjournal.domain.portable import portable
from workjournal.domain.references import table_of
from workjournal.errors import JournalError
from workjournal.importers.item import Weight
from workjournal.journal.exporting.choice import OF_THINGS
from workjournal.journal.importing.arrivals import Arrival, Arrivals, Troubles
from workjournal.journal.importing.meeting import LABELS, Here, Labels, Targets
from workjournal.journal.importing.shapes import FAULTS, check_shape, is_usable

Noun = type[Entity]
_KEPT = "It is here already and differs. Yours was kept."


@dataclass
class Plan:
    """What an import of rows would do.

    `news` are the rows to be saved, by class; `back` things of an earlier import that was undone, out of the trash
    again; `labels` of the same name that lie there; both with the moment since when. `skipped` are here already, `in_trash` of them in the trash.
    """

    news: Arrivals = field(default_factory=dict)
    back: dict[Noun, dict[UUID, datetime]] = field(default_factory=dict)
    labels: dict[Noun, dict[UUID, datetime]] = field(default_factory=dict)
    skipped: int = 0
    in_trash: int = 0
    known: set[UUID] = field(default_factory=set)

    @property
    def things(self) -> list[Arrival]:
        """The new ones that are counted."""
        return [each for rows in self.news.values() for each in rows if each.is_thing]

    @property
    def imported(self) -> int:
        """How many things come in."""
        return len(self.things) + sum(map(len, self.back.values()))

    def __bool__(self) -> bool:
        return bool(self.back or any(self.news.values()))


def plan(session: Session, arrivals: Arrivals, troubles: Troubles) -> Plan:
    """Look at every row in the order in which they need each other."""
    planner = _Planner(session, troubles)
    for noun in portable():
        if issubclass(noun, Entity):
            planner.take(noun, arrivals[noun])
        else:
            planner.take_along(noun, arrivals[noun])
    return planner.plan


class _Planner:
    def __init__(self, session: Session, troubles: Troubles) -> None:
        self._session, self._troubles = session, troubles
        self.plan = Plan()
        self._same: dict[UUID, UUID] = {}
        """Labels that are here under another id."""
        self._new: dict[UUID, Noun] = {}
        self._seen = set[UUID]()
        """Of all classes: no two things have the same id."""

    def take(self, noun: Noun, arrivals: list[Arrival]) -> None:
        """Things of a class: new ones, those that are here, and those that cannot be kept."""
        here = Here(self._session, noun, arrivals)
        labels = Labels(self._session, noun) if noun in LABELS else None
        targets = Targets(self._session, arrivals, self._new, self._same)
        news = self.plan.news[noun] = []
        for arrival in arrivals if labels else ():
            arrival.row["name"] = one_line(arrival.row["name"])  # by which it is known
        for arrival in arrivals:
            thing_id: UUID = arrival.row["id"]
            if thing_id in self._seen:
                self._fail(arrival, "Its id is there twice.")
                continue
            self._seen.add(thing_id)
            if thing_id in here.rows:
                self._compare(arrival, here)
            elif not self._is_called_so(arrival, labels) and self._can_be_kept(arrival, targets):
                news.append(arrival)
                self._new[thing_id] = noun
                if labels:
                    labels.add(arrival)
        if labels and labels.in_trash:
            self.plan.labels[noun] = labels.in_trash

    def _is_called_so(self, arrival: Arrival, labels: Labels | None) -> bool:
        """Whether a label of that name is here, in whose place it then stands."""
        known = labels.find(arrival) if labels else None
        if known is None:
            return False
        self._same[arrival.row["id"]] = known
        self._skip(arrival)
        return True

    def take_along(self, noun: type[Base], arrivals: list[Arrival]) -> None:
        """What is kept beside things: of new ones, and settings and drafts that nothing here stands in the way of."""
        keys = [column.name for column in table_of(noun).primary_key]
        targets = Targets(self._session, arrivals, self._new, self._same)
        seen = self._keys_here(noun)
        news = self.plan.news[noun] = []
        for arrival in arrivals:
            key = tuple(arrival.row[name] for name in keys)
            if key not in seen and self._is_wanted(arrival) and targets.settle(arrival, self._troubles):
                seen.add(key)
                news.append(arrival)

    def _keys_here(self, noun: type[Base]) -> set[tuple[Any, ...]]:
        if noun in {Draft, Preference}:
            return {tuple(row) for row in self._session.execute(select(*table_of(noun).primary_key))}
        return set()  # of new things nothing is here yet

    def _is_wanted(self, arrival: Arrival) -> bool:
        row = arrival.row
        if arrival.noun is Preference:
            return is_usable(row["key"], row["value"])
        if arrival.noun.__tablename__ not in OF_THINGS:
            return True
        noun = self._new.get(row["thing_id"])
        if noun is None:
            return False  # its thing is here already, or could not be kept: that was told
        if "thing" in row:
            row["thing"] = noun.__tablename__
        return arrival.noun is not Revision or row["field"] in noun.TEXTS

    def _compare(self, arrival: Arrival, here: Here) -> None:
        stored = here.rows[arrival.row["id"]]
        if here.differs(arrival, self._same):
            self._troubles.tell(arrival.place, _KEPT, Weight.LEFT_OUT)
        elif stored["trashed_at"] and not arrival.row["trashed_at"]:
            if arrival.row["id"] in here.undone:
                self.plan.back.setdefault(here.noun, {})[arrival.row["id"]] = stored["trashed_at"]
                return
            self.plan.in_trash += 1
        self._skip(arrival)

    def _skip(self, arrival: Arrival) -> None:
        self.plan.skipped += arrival.is_thing
        self.plan.known.add(arrival.row["id"])

    def _can_be_kept(self, arrival: Arrival, targets: Targets) -> bool:
        if arrival.noun is Attachment and arrival.file is None:
            self._fail(arrival, "Its content is not in the export.")
            return False
        if not targets.settle(arrival, self._troubles):
            return False
        reason = _fault(arrival)
        if reason:
            self._fail(arrival, reason)
        return not reason

    def _fail(self, arrival: Arrival, what: str) -> None:
        self._troubles.fail(arrival.place, what, counted=arrival.is_thing)


def _fault(arrival: Arrival) -> str:
    """Why a thing's own rules refuse it, or ""; what they put in order is put into the row."""
    thing: Any = inspect(arrival.noun).class_manager.new_instance()
    vars(thing).update(arrival.row)
    try:
        thing.check()
        check_shape(arrival.noun, arrival.row)
    except ForecastSealed:
        pass  # it shows as broken, here as where it came from
    except JournalError as error:
        return str(error)
    except FAULTS:
        return "What is in it is not of the form it needs."
    arrival.row = dict(vars(thing))
    del arrival.row["_sa_instance_state"]
    return ""
