"""Measures: figures of the work, read by hand, in check-ins or from a file, and what changed the work meanwhile."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import Session, aliased

from workjournal.domain import sheet
from workjournal.domain.cells import day, number
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import one_line
from workjournal.domain.goal import Goal
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.sheet import MEASURE_COLUMNS, BadRow, Row
from workjournal.domain.sheet_text import shown
from workjournal.errors import JournalError
from workjournal.journal.distinct import Distinct
from workjournal.journal.service import Service, fetch


class NoMeasureNamed(JournalError):
    """There is no measure called {name} here. Add it first, or write its name as it is."""


class NoMeasureSaid(JournalError):
    """It is not said which measure this is a value of: name it in the column "measure", or choose one for the file."""


@dataclass(frozen=True)
class Value:
    """A value of a measure on a day; `thing` is the reading or the check-in it stands in."""

    date: dt.date
    value: float
    note: str
    thing: UUID
    from_check_in: bool = False


@dataclass(frozen=True)
class Imported:
    """What a file brought: how many rows are new, how many were there already, each bad row, headings not used."""

    new: int
    known: int
    bad: tuple[BadRow, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Wanted:
    measure_id: UUID
    date: dt.date
    value: float
    note: str


class Measures(Distinct[Measure]):
    """The verbs for measures. Two in use never have the same name, so that a file can name them."""

    noun = Measure

    def log(self, reading: Reading) -> Reading:
        """Keep a value of a day; there may be several of one day.

        Raises:
            NoSuchThing, NotFinite
        """
        with self.store.writing() as session:
            fetch(session, Measure, reading.measure_id)
            session.add(reading)
        return reading

    def values(self, measure_id: UUID) -> list[Value]:
        """All values of a measure, the oldest first: its readings, and those of check-ins."""
        return self.values_of([measure_id])[measure_id]

    def values_of(self, measure_ids: Iterable[UUID]) -> dict[UUID, list[Value]]:
        """The values of several measures, in two queries for all."""
        found: dict[UUID, list[Value]] = {measure_id: [] for measure_id in measure_ids}
        with self.store.reading() as session:
            readings = select(Reading).where(Reading.measure_id.in_(found), Reading.trashed_at.is_(None))
            for reading in session.scalars(readings):
                found[reading.measure_id].append(_value_of(reading))
            looks = select(CheckIn).join(Goal, Goal.id == CheckIn.goal_id)
            looks = looks.where(CheckIn.measure_id.in_(found), CheckIn.trashed_at.is_(None))
            for look in session.scalars(looks.where(Goal.trashed_at.is_(None))):
                if look.measure_id is not None and (value := _value_in(look)) is not None:
                    found[look.measure_id].append(value)
        return {key: sorted(each, key=_moment) for key, each in found.items()}

    def latest(self) -> dict[UUID, Value]:
        """The last value of each measure in use that has one, whatever number of others there are."""
        found: dict[UUID, Value] = {}
        with self.store.reading() as session:
            for reading in session.scalars(select(Reading).join(Measure, Reading.id == _last_reading())):
                found[reading.measure_id] = _value_of(reading)
            for look in session.scalars(select(CheckIn).join(Measure, CheckIn.id == _last_look())):
                value = _value_in(look)
                if look.measure_id is not None and value is not None:
                    known = found.get(look.measure_id, value)
                    found[look.measure_id] = max(known, value, key=_moment)
        return found

    def goals_of(self, measure_id: UUID) -> list[Goal]:
        """The goals it is the measure of, the newest first."""
        with self.store.reading() as session:
            query = select(Goal).where(Goal.measure_id == measure_id, Goal.trashed_at.is_(None))
            return list(session.scalars(query.order_by(Goal.id.desc())))

    def mark(self, change: MarkedChange) -> MarkedChange:
        """Mark a day from which the work is another one, for one measure or for all.

        Raises:
            Missing
        """
        with self.store.writing() as session:
            session.add(change)
        return change

    def changes(self, measure_id: UUID) -> list[MarkedChange]:
        """What changed a measure's work, the oldest first; what concerns all is among it."""
        with self.store.reading() as session:
            query = select(MarkedChange).where(MarkedChange.trashed_at.is_(None))
            concerned = MarkedChange.measure_id.is_(None) | (MarkedChange.measure_id == measure_id)
            return list(session.scalars(query.where(concerned).order_by(MarkedChange.date, MarkedChange.id)))

    def read_sheet(self, content: bytes, measure_id: UUID | None = None) -> Imported:
        """Take in the values of a CSV file: every good row once, however often the file is read.

        A row that is there already, by measure, day, value and note, is not added again. Rows name their measure in a
        column of their own, or are all of `measure_id`.

        Raises:
            what domain/sheet.py raises of a file that is none.
        """
        read = sheet.read(content, MEASURE_COLUMNS)
        with self.store.writing() as session:
            names = {_key(each.name): each.id for each in self._in_use(session)}

            def wanted(row: Row) -> _Wanted:
                chosen = _chosen(row["measure"], names, measure_id)
                value = number(row["value"], decimal_comma=read.decimal_comma)
                return _Wanted(chosen, day(row["date"]), value, row["note"])

            rows, bad = read.each(wanted)
            there = Counter(self._there(session, {row.measure_id for row in rows}))
            new = list((Counter(rows) - there).elements())
            session.add_all(
                Reading(measure_id=row.measure_id, date=row.date, value=row.value, note=row.note)
                for row in new
            )
        return Imported(len(new), len(rows) - len(new), tuple(bad), read.ignored)

    def _in_use(self, session: Session) -> Iterable[Measure]:
        return session.scalars(select(Measure).where(Measure.trashed_at.is_(None)))

    def _there(self, session: Session, measure_ids: set[UUID]) -> Iterable[_Wanted]:
        query = select(Reading).where(Reading.measure_id.in_(measure_ids), Reading.trashed_at.is_(None))
        return (_Wanted(each.measure_id, each.date, each.value, each.note) for each in session.scalars(query))


class Readings(Service[Reading]):
    """Values of measures one by one: to correct one, or take it back."""

    noun = Reading


class Changes(Service[MarkedChange]):
    """Marked changes one by one."""

    noun = MarkedChange

    def all(self) -> list[MarkedChange]:
        """Every one, the oldest first."""
        with self.store.reading() as session:
            query = select(MarkedChange).where(MarkedChange.trashed_at.is_(None))
            return list(session.scalars(query.order_by(MarkedChange.date, MarkedChange.id)))


def _value_of(reading: Reading) -> Value:
    return Value(reading.date, reading.value, reading.note, reading.id)


def _value_in(look: CheckIn) -> Value | None:
    if look.measure_value is None:
        return None
    return Value(look.date, look.measure_value, look.changed, look.id, from_check_in=True)


def _moment(value: Value) -> tuple[dt.date, UUID]:
    return value.date, value.thing


def _last_reading() -> ScalarSelect[UUID]:
    """The id of a measure's last reading, for a query over measures: an index leads to it."""
    one = aliased(Reading)
    query = select(one.id).where(one.measure_id == Measure.id, one.trashed_at.is_(None))
    query = query.where(Measure.trashed_at.is_(None)).order_by(one.date.desc(), one.id.desc())
    return query.limit(1).correlate(Measure).scalar_subquery()


def _last_look() -> ScalarSelect[UUID]:
    """The id of a measure's last check-in with a value, for a query over measures."""
    one = aliased(CheckIn)
    query = select(one.id).join(Goal, Goal.id == one.goal_id)
    query = query.where(one.measure_id == Measure.id, one.measure_value.is_not(None))
    query = query.where(one.trashed_at.is_(None), Goal.trashed_at.is_(None), Measure.trashed_at.is_(None))
    query = query.order_by(one.date.desc(), one.id.desc())
    return query.limit(1).correlate(Measure).scalar_subquery()


def _chosen(name: str, names: dict[str, UUID], measure_id: UUID | None) -> UUID:
    """Which measure a row is of: the one it names, else the one the file is of."""
    if name:
        found = names.get(_key(name))
        if found is None:
            raise NoMeasureNamed(name=shown(name, 40))
        return found
    if measure_id is None:
        raise NoMeasureSaid
    return measure_id


def _key(name: str) -> str:
    """By which two spellings of a name are one: composed letters or not, capitals, spaces."""
    return one_line(name).casefold()
