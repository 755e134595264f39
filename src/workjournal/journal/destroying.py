"""Taking things out of a journal for good, with everything that hangs on them and nothing that does not.

What hangs on what is read from the mapped tables: a thing that must refer to another one goes with it; one that may
refer to it, or only shares a link with it, stays, and the reference is cleared.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workjournal.domain.entity import Base, Entity
from workjournal.domain.intake import Origin
from workjournal.domain.keeping import Draft, Revision, TextDigest
from workjournal.domain.mapped import MAPPED
from workjournal.domain.pack import Rewording
from workjournal.domain.references import in_order, listings, references

Kept = TypeVar("Kept", bound=Base)
Noun = type[Entity]
Doomed = dict[UUID, Entity]
BATCH = 500
"""The driver takes only so many parameters."""


def nouns() -> list[Noun]:
    """Every mapped class of things."""
    return [noun for noun in MAPPED if issubclass(noun, Entity)]


def destroy(session: Session, things: Iterable[Entity]) -> None:
    """Delete these things, what cannot be without them, and whatever is kept about either.

    What stays is saved without its reference, as if the user had taken it away.
    """
    doomed = {thing.id: thing for thing in things}
    _take_along(session, doomed)
    _clear_references(session, doomed)
    _clear_links(session, doomed)
    _forget(session, doomed)
    session.flush()
    for noun in reversed(in_order()):
        for thing in doomed.values():
            if type(thing) is noun:
                session.delete(thing)
        session.flush()  # the unit of work orders by relations alone, and not every reference is one


def _take_along(session: Session, doomed: Doomed) -> None:
    """Add what must refer to a doomed thing, and what must refer to that."""
    new = set(doomed)
    while new:
        found = [
            thing
            for noun in nouns()
            for link in references(noun)
            if link.needed
            for thing in _where(session, noun, link.column, _ids(new, doomed, link.target))
        ]
        new = {thing.id for thing in found} - doomed.keys()
        doomed.update((thing.id, thing) for thing in found)


def _clear_references(session: Session, doomed: Doomed) -> None:
    for noun in nouns():
        for link in references(noun):
            if not link.needed:
                for thing in _where(session, noun, link.column, _ids(doomed, doomed, link.target)):
                    if thing.id not in doomed:
                        setattr(thing, link.column.key, None)


def _clear_links(session: Session, doomed: Doomed) -> None:
    """Take doomed labels and episodes out of the lists of what stays; the lists of what goes, go with it."""
    for noun, name, target in (
        (owner, each.key, each.target) for owner in nouns() for each in listings(owner)
    ):
        link = getattr(noun, name)
        for batch in _batches(_ids(doomed, doomed, target)):
            for thing in session.scalars(select(noun).where(link.any(target.id.in_(batch)))):
                if thing.id not in doomed:
                    setattr(thing, name, [each for each in getattr(thing, name) if each.id not in doomed])


def _forget(session: Session, doomed: Doomed) -> None:
    """Earlier and other wordings, digests of long texts, unfinished writing about what goes, and where it came from."""
    revisions = list(_where(session, Revision, Revision.thing_id, doomed))
    digested = [*doomed, *(revision.id for revision in revisions)]
    digests = list(_where(session, TextDigest, TextDigest.thing_id, digested))
    places = {str(thing_id) for thing_id in doomed}
    drafts = [draft for draft in session.scalars(select(Draft)) if draft.place.rpartition(":")[2] in places]
    rewordings = _where(session, Rewording, Rewording.thing_id, doomed)
    origins = _where(session, Origin, Origin.thing_id, doomed)
    for kept in (*revisions, *digests, *drafts, *rewordings, *origins):
        session.delete(kept)


def _ids(among: Collection[UUID], doomed: Doomed, noun: Noun) -> list[UUID]:
    return [thing_id for thing_id in among if isinstance(doomed[thing_id], noun)]


def _where(
    session: Session, noun: type[Kept], column: InstrumentedAttribute[UUID] | Any, ids: Collection[UUID]
) -> Iterator[Kept]:
    for batch in _batches(ids):
        yield from session.scalars(select(noun).where(column.in_(batch)))


def _batches(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    every = list(ids)
    return (every[first : first + BATCH] for first in range(0, len(every), BATCH))
