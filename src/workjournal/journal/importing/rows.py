"""An exported journal of this program comes back: the rows that are not here yet, as they were, in one transaction."""

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workjournal.domain.attachment import MOST, Attachment
from workjournal.domain.entity import Base, Entity
from workjournal.domain.intake import Intake, Origin
from workjournal.domain.portable import Form, fields
from workjournal.domain.references import listings
from workjournal.journal.importing import contents
from workjournal.journal.importing.arrivals import Arrival, Troubles, arrived
from workjournal.journal.importing.files import Files, step
from workjournal.journal.importing.plan import Plan, plan
from workjournal.journal.importing.reading import Reading
from workjournal.journal.importing.saving import FILES_BATCH, TOLD, ChangedMeanwhile
from workjournal.journal.importing.wishes import Imported
from workjournal.store import bulk
from workjournal.store.copying import part
from workjournal.store.integrity import Report
from workjournal.store.store import Store
from workjournal.store.trash_writes import take_out


def bring_in(store: Store, reading: Reading, report: Report) -> Imported:
    """Read all rows, and keep those that are new.

    Raises:
        JournalError: where the file is none of ours or damaged, or the disk refuses; then nothing was kept.
        ChangedMeanwhile
    """
    troubles = Troubles(reading)
    reading.report = part(report, 0.0, 0.4)
    arrivals = arrived(reading, troubles)
    with store.reading() as session:
        planned = plan(session, arrivals, troubles)
    files = Files(store, MOST)
    saving = _Saving(store, reading, planned, files, part(report, 0.4, 1.0))
    try:
        intake = saving.run() if planned else None
    except IntegrityError as error:
        files.take_away()
        raise ChangedMeanwhile from error
    except BaseException:
        files.take_away()
        raise
    troubles.conclude()
    return Imported(
        id=intake.id if intake else None,
        format=reading.importer.key,
        found=reading.found,
        imported=planned.imported,
        skipped=planned.skipped,
        failed=reading.failed,
        in_trash=planned.in_trash,
        troubles=(*reading.troubles, *files.troubles),
        notes=tuple(reading.notes),
    )


class _Saving:
    def __init__(self, store: Store, reading: Reading, planned: Plan, files: Files, report: Report) -> None:
        self._store, self._reading, self._plan = store, reading, planned
        self._files, self._report, self._now = files, report, store.clock()
        self._total = sum(map(len, planned.news.values())) or 1
        self._done = 0

    def run(self) -> Intake:
        """Large files first, then everything else in one transaction."""
        attached = self._plan.news.get(Attachment, [])
        for number, arrival in enumerate(attached):
            told = f"{number:,} of {len(attached):,} files brought in"
            report = step(part(self._report, 0.0, 0.3), number, len(attached), told)
            report(0.0, "")
            self._files.bring_large(contents.as_item(arrival), report)
        with self._store.writing() as session:
            intake = Intake(source=self._reading.importer.key, name=self._reading.tree.name)
            intake.created_at = self._now
            session.add(intake)
            session.flush()
            for noun, arrivals in self._plan.news.items():
                self._insert(session, noun, arrivals)
            for noun, arrivals in self._plan.news.items():
                for link in listings(noun):
                    pairs = ((each.row["id"], other) for each in arrivals for other in each.lists[link.key])
                    bulk.insert_links(session, link.table, pairs)
            for noun, lying in (*self._plan.labels.items(), *self._plan.back.items()):
                for since in set(lying.values()):
                    take_out(session, noun, [each for each, at in lying.items() if at == since], since)
            bulk.insert_rows(session, Origin, list(self._origins(intake)))
            self._count(intake)
            self._report(1.0, "Saving")
        return intake

    def _insert(self, session: Session, noun: type[Base], arrivals: list[Arrival]) -> None:
        has_content = any(each.form is Form.CONTENT for each in fields(noun))
        kept: list[Arrival] = []
        rows = self._rows(arrivals, kept)
        while some := list(islice(rows, FILES_BATCH if has_content else bulk.BATCH)):
            bulk.insert_rows(session, noun, some)
            self._done += len(some)
            self._report(
                0.3 + 0.6 * self._done / self._total, f"{self._done:,} of {self._total:,} rows saved"
            )
        self._plan.news[noun] = kept

    def _rows(self, arrivals: list[Arrival], kept: list[Arrival]) -> Iterator[bulk.Row]:
        """What is to be saved, with its content; `kept` gets those of which there is a row."""
        for arrival in arrivals:
            content = contents.of(arrival, self._files)
            if content is None:
                self._reading.failed += 1  # what is wrong with the file was told
                continue
            kept.append(arrival)
            row = {**arrival.row, **content}
            if issubclass(arrival.noun, Entity):
                row["created_at"] = row["created_at"] or self._now
                row["changed_at"] = row["changed_at"] or row["created_at"]
                row["version"] = bulk.FIRST_VERSION if row["version"] is None else row["version"]
            yield row

    def _origins(self, intake: Intake) -> Iterator[bulk.Row]:
        for arrival in self._plan.things:
            yield _origin(intake, arrival.noun, arrival.row["id"], arrival.unknown)
        for noun, ids in self._plan.back.items():
            for thing_id in ids:
                yield _origin(intake, noun, thing_id, {})

    def _count(self, intake: Intake) -> None:
        intake.found, intake.failed = self._reading.found, self._reading.failed
        intake.imported, intake.skipped = self._plan.imported, self._plan.skipped
        told = [*self._reading.troubles, *self._files.troubles][:TOLD]
        intake.troubles = [
            {"place": each.place, "what": each.what, "weight": each.weight.value} for each in told
        ]


def _origin(intake: Intake, noun: type[Base], thing_id: UUID, unknown: bulk.Row) -> bulk.Row:
    return {
        "thing_id": thing_id,
        "thing": noun.__tablename__,
        "intake_id": intake.id,
        "source": intake.source,
        "key": str(thing_id),
        "zone": "",
        "unknown": unknown,
    }
