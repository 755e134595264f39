"""What came before and was changed in its source since: what is here is kept, and that is told.

Where a source has ids, it does not come in again. Where it has none, what was changed is something new, and comes in
beside what is here.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.entity import one_line
from workjournal.domain.episode import Episode
from workjournal.domain.intake import Origin
from workjournal.importers.importer import Importer
from workjournal.importers.item import Item, Note, Trouble, Weight
from workjournal.journal.importing.building import headline

_BATCH = 500


def told(session: Session, importer: Importer, items: Sequence[Item]) -> Iterator[Trouble]:
    """One trouble for each of these items, all of which are here, that its source has changed since it came in."""
    if not importer.changed:
        return
    what = f"It was changed in {importer.title} since it came in. What is here was kept."
    for first in range(0, len(items), _BATCH):
        some = items[first : first + _BATCH]
        before = _before(session, importer, [item.key for item in some])
        for item in some:
            now = [item.unknown.get(name) for name in importer.changed]
            if any(_is_later(each, then) for each, then in zip(now, before[item.key], strict=True)):
                yield Trouble(item.place, what, Weight.LEFT_OUT)


def beside(session: Session, importer: Importer, items: Sequence[Item]) -> Iterator[Note]:
    """How many of these new items are of the day and the title of one that came before, where a source has no ids."""
    if importer.changed:
        return
    named = [(one_line(item.title) or headline(item.text), item) for item in items]
    found = 0
    for first in range(0, len(named), _BATCH):
        some = named[first : first + _BATCH]
        there = _times(session, importer, [title for title, _ in some])
        found += sum(_is_one_of(item, there.get(title, [])) for title, item in some)
    if found:
        are = "1 is" if found == 1 else f"{found:,} are"
        differ = "differs" if found == 1 else "differ"
        yield Note(f"{are} of the day and title of what came before, and {differ} from it. Both are kept.")


def _times(
    session: Session, importer: Importer, titles: list[str]
) -> dict[str, list[tuple[dt.date, dt.time | None]]]:
    """When what came before was, by its title."""
    query = (
        select(Episode.title, Episode.date, Episode.time)
        .join(Origin, Origin.thing_id == Episode.id)
        .where(Origin.source == importer.key, Episode.title.in_(titles), Episode.trashed_at.is_(None))
    )
    times: dict[str, list[tuple[dt.date, dt.time | None]]] = {}
    for title, date, time in session.execute(query):
        times.setdefault(title, []).append((date, time))
    return times


def _is_one_of(item: Item, there: list[tuple[dt.date, dt.time | None]]) -> bool:
    return bool(there) if item.date is None else (item.date, item.time) in there


def _before(session: Session, importer: Importer, keys: list[str]) -> dict[str, list[str | None]]:
    """What the source said then, for each key: of several times that it came, the last."""
    said = [Origin.unknown[name].as_string() for name in importer.changed]
    query = select(Origin.key, *said).where(Origin.source == importer.key, Origin.key.in_(keys))
    return {key: then for key, *then in session.execute(query.order_by(Origin.intake_id))}


def _is_later(now: Any, then: str | None) -> bool:
    """Both are instants in UTC, in ISO 8601 or in milliseconds."""
    return now is not None and then is not None and str(now) > then
