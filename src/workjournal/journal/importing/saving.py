"""One import: the items that are new become episodes, with labels, files and where they came from, in one transaction."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.intake import Intake, Origin
from workjournal.domain.label import Person, Tag
from workjournal.domain.links import EPISODE_PERSON, EPISODE_TAG
from workjournal.errors import JournalError
from workjournal.importers.item import Item, Note
from workjournal.journal.importing import changes
from workjournal.journal.importing.building import Built, Empty, built
from workjournal.journal.importing.files import Files, step
from workjournal.journal.importing.reading import Reading
from workjournal.journal.importing.wishes import Imported, Wishes
from workjournal.journal.service import named
from workjournal.journal.taking_in import largest
from workjournal.store import bulk
from workjournal.store.copying import part
from workjournal.store.integrity import Report
from workjournal.store.store import Store

BATCH = 500
FILES_BATCH = 32
"""Attachments that are saved at once: what is small of them is in memory."""
TOLD = 1000
"""Troubles that are kept with an intake."""
_T = TypeVar("_T")
_Label = TypeVar("_Label", Tag, Person)


class ChangedMeanwhile(JournalError):
    """The journal was changed by another program while this was being imported, so nothing of it was kept. Import it again."""


@dataclass(frozen=True)
class Known:
    """The keys of a source whose things are here, and of those in the trash."""

    here: frozenset[str]
    in_trash: frozenset[str]


def known(session: Session, source: str, keys: Sequence[str]) -> Known:
    """Which of these keys came before. What an import that was taken back put into the trash did not."""
    here, trash = set[str](), set[str]()
    for batch in _batches(keys):
        query = (
            select(Origin.key, Episode.trashed_at, Intake.undone_at)
            .join(Episode, Episode.id == Origin.thing_id)
            .join(Intake, Intake.id == Origin.intake_id)
            .where(Origin.source == source, Origin.key.in_(batch))
        )
        for key, trashed_at, undone_at in session.execute(query):
            if trashed_at is None:
                here.add(key)
            elif trashed_at != undone_at:
                trash.add(key)
    return Known(frozenset(here), frozenset(trash - here))


def bring_in(store: Store, reading: Reading, wishes: Wishes, report: Report) -> Imported:
    """Read all items and keep those that are new.

    Raises:
        JournalError: where nothing of it can be read, or the disk refuses; then nothing was kept.
        ChangedMeanwhile
    """
    source = reading.importer.key
    reading.report = part(report, 0.0, 0.4)
    items = list(reading.items())
    with store.reading() as session:
        before = known(session, source, [item.key for item in items])
        here = [item for item in items if item.key in before.here]
        reading.troubles += changes.told(session, reading.importer, here)
        fresh = [item for item in items if item.key not in before.here | before.in_trash]
        reading.notes += changes.beside(session, reading.importer, fresh)
    files, today = Files(store, largest(store)), store.clock().astimezone().date()
    try:
        news = list(_built(reading, wishes, today, fresh, files, part(report, 0.4, 0.7)))
        _note_undated(reading, news, wishes, today)
        skipped = len(items) - len(fresh)
        intake = _save(store, reading, files, news, skipped, part(report, 0.7, 1.0)) if news else None
    except BaseException:
        files.take_away()
        raise
    return Imported(
        id=intake.id if intake else None,
        format=source,
        found=reading.found,
        imported=len(news),
        skipped=skipped,
        failed=reading.failed,
        in_trash=len(before.in_trash),
        troubles=(*reading.troubles, *files.troubles),
        notes=tuple(reading.notes),
    )


def _note_undated(reading: Reading, news: Sequence[Built], wishes: Wishes, today: dt.date) -> None:
    undated = sum(new.item.date is None for new in news)
    if undated:
        reading.notes.append(Note(f"{undated} without a date: on {wishes.day or today}."))


def _built(
    reading: Reading, wishes: Wishes, today: dt.date, items: Sequence[Item], files: Files, report: Report
) -> Iterator[Built]:
    for number, item in enumerate(items):
        try:
            new = built(item, wishes, today)
        except Empty:
            reading.fail(item.place, "There is neither a text nor a file in it.")
            continue
        except JournalError as error:
            reading.fail(item.place, str(error))
            continue
        told = f"{number:,} of {len(items):,} entries prepared"
        if item.files:
            files.bring_large(item, step(report, number, len(items), told))
        if number % 50 == 0:
            report(number / len(items), told)
        yield new


def _save(
    store: Store, reading: Reading, files: Files, news: Sequence[Built], skipped: int, report: Report
) -> Intake:
    now, source = store.clock(), reading.importer.key
    with store.writing() as session:
        intake = Intake(source=source, name=reading.tree.name, skipped=skipped, imported=len(news))
        intake.created_at = now
        session.add(intake)
        session.flush()  # nobody else saves from here on
        if known(session, source, [new.item.key for new in news]).here:
            raise ChangedMeanwhile
        labels = _Labels(session, news)
        for first in range(0, len(news), BATCH):
            bulk.insert_new(session, [new.episode for new in news[first : first + BATCH]], now)
            report(0.9 * first / len(news), f"{first:,} of {len(news):,} entries saved")
        labels.tie(session, news)
        rows = (row for new in news for row in files.rows(new.item, new.episode.id))
        for some in _batched(rows, FILES_BATCH):
            bulk.insert_new(session, some, now)
        origins = [
            *(_origin(intake, label) for label in labels.made),
            *(_origin(intake, new.episode, new.item.key, new.item.zone, new.unknown) for new in news),
        ]
        bulk.insert_rows(session, Origin, origins)
        intake.found, intake.failed = reading.found, reading.failed
        told = [*reading.troubles, *files.troubles][:TOLD]
        intake.troubles = [
            {"place": each.place, "what": each.what, "weight": each.weight.value} for each in told
        ]
        report(1.0, "Saving")
    return intake


def _origin(
    intake: Intake, thing: Entity, key: str = "", zone: str = "", unknown: Mapping[str, Any] | None = None
) -> bulk.Row:
    return {
        "thing_id": thing.id,
        "thing": thing.__tablename__,
        "intake_id": intake.id,
        "source": intake.source,
        "key": key,
        "zone": zone,
        "unknown": dict(unknown or {}),
    }


class _Labels:
    """The labels of what is brought in; `made` are those that were not there before."""

    def __init__(self, session: Session, news: Sequence[Built]) -> None:
        self.made: list[Tag | Person] = []
        self._tags = self._by_name(session, Tag, chain.from_iterable(new.tags for new in news))
        self._people = self._by_name(session, Person, chain.from_iterable(new.people for new in news))

    def tie(self, session: Session, news: Sequence[Built]) -> None:
        """Put them on the new episodes."""
        # Two names of an item that differ in capitals are one label here.
        tags = {(new.episode.id, self._tags[name.casefold()]): None for new in news for name in new.tags}
        people = {
            (new.episode.id, self._people[name.casefold()]): None for new in news for name in new.people
        }
        bulk.insert_links(session, EPISODE_TAG, tags)
        bulk.insert_links(session, EPISODE_PERSON, people)

    def _by_name(self, session: Session, noun: type[_Label], names: Iterable[str]) -> dict[str, UUID]:
        ids: dict[str, UUID] = {}
        for batch in _batches(list({name.casefold(): name for name in names}.values())):
            found = named(session, noun, batch)
            self.made += [label for label in found if label in session.new]
            session.flush()
            ids.update((label.name.casefold(), label.id) for label in found)
        return ids


def _batches(every: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (every[first : first + BATCH] for first in range(0, len(every), BATCH))


def _batched(every: Iterator[Attachment], size: int) -> Iterator[list[Attachment]]:
    some: list[Attachment] = []
    for each in every:
        some.append(each)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
