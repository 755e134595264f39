"""Taking things out of a journal for good, with everything that hangs on them and nothing that does not.

What hangs on what is read from the mapped tables: a thing that must refer to another one goes with it; one that may
refer to it, or only shares a link with it, stays, and the reference is cleared.
"""

from collections.abc import Collection, Iterable, Iterator
from graphlib import TopologicalSorter
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workjournal.domain.entity import GOES_WITH, Base, Entity
from workjournal.domain.keeping import Draft, Revision, TextDigest
from workjournal.domain.mapped import MAPPED
from workjournal.domain.pack import Rewording

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
    for noun in _order():
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
            for column, target in _references(noun)
            if _is_needed(column)
            for thing in _where(session, noun, column, _ids(new, doomed, target))
        ]
        new = {thing.id for thing in found} - doomed.keys()
        doomed.update((thing.id, thing) for thing in found)


def _clear_references(session: Session, doomed: Doomed) -> None:
    for noun in nouns():
        for column, target in _references(noun):
            if not _is_needed(column):
                for thing in _where(session, noun, column, _ids(doomed, doomed, target)):
                    if thing.id not in doomed:
                        setattr(thing, column.key, None)


def _clear_links(session: Session, doomed: Doomed) -> None:
    """Take doomed labels and episodes out of the lists of what stays; the lists of what goes, go with it."""
    for noun, name, target in _links():
        link = getattr(noun, name)
        for batch in _batches(_ids(doomed, doomed, target)):
            for thing in session.scalars(select(noun).where(link.any(target.id.in_(batch)))):
                if thing.id not in doomed:
                    setattr(thing, name, [each for each in getattr(thing, name) if each.id not in doomed])


def _forget(session: Session, doomed: Doomed) -> None:
    """Earlier and other wordings, digests of long texts, and unfinished writing about what goes."""
    revisions = list(_where(session, Revision, Revision.thing_id, doomed))
    digested = [*doomed, *(revision.id for revision in revisions)]
    digests = list(_where(session, TextDigest, TextDigest.thing_id, digested))
    places = {str(thing_id) for thing_id in doomed}
    drafts = [draft for draft in session.scalars(select(Draft)) if draft.place.rpartition(":")[2] in places]
    rewordings = _where(session, Rewording, Rewording.thing_id, doomed)
    for kept in (*revisions, *digests, *drafts, *rewordings):
        session.delete(kept)


def _order() -> Iterable[Noun]:
    """Each after all that refer to it or hold a list of it."""
    order: TopologicalSorter[Noun] = TopologicalSorter(dict.fromkeys(nouns(), ()))
    for noun in nouns():
        for _, target in _references(noun):
            order.add(target, noun)
    for noun, _, target in _links():
        order.add(target, noun)
    return order.static_order()


def _references(noun: Noun) -> Iterator[tuple[Any, Noun]]:
    """The columns in which a noun refers to another, and to which."""
    by_table = {each.__table__: each for each in nouns()}
    for column in noun.__table__.columns:
        for reference in column.foreign_keys:
            yield column, by_table[reference.column.table]


def _is_needed(column: Any) -> bool:
    return not column.nullable or column.info == GOES_WITH


def _links() -> Iterator[tuple[Noun, str, Noun]]:
    """Who lists whom by a table between them, and under which name."""
    for noun in nouns():
        for relation in inspect(noun).relationships:
            if relation.secondary is not None:
                yield noun, relation.key, relation.mapper.class_


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
