"""What the records of an export are read with: one state of the journal, what was chosen of it, its files."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Entity
from workjournal.exporters.record import Attached, Passage, labelled
from workjournal.journal.attachments import AttachmentDamaged, segments_of, verify
from workjournal.journal.exporting.choice import Ids
from workjournal.journal.exporting.matching import among
from workjournal.store.store import Store

Thing = TypeVar("Thing", bound=Entity)


@dataclass(frozen=True)
class Things:
    """One reading session, and the ids of what was chosen by table (None: all).

    `with_files` says whether the content of attachments is wanted; `tick` is called now and then while it is read, and
    may raise. `troubles` are filled on the way.
    """

    store: Store
    session: Session
    chosen: Mapping[str, Ids | None]
    titles: Mapping[UUID, str]
    with_files: bool = True
    tick: Callable[[], None] = lambda: None
    troubles: list[str] = field(default_factory=list)

    def load(self, kind: type[Thing], ids: Collection[UUID]) -> list[Thing]:
        """These things in this order."""
        found = {thing.id: thing for thing in self.session.scalars(select(kind).where(kind.id.in_(ids)))}
        return [found[each] for each in ids if each in found]

    def parts(
        self, kind: type[Thing], owner: Any, ids: Iterable[UUID], *order: Any
    ) -> dict[UUID, list[Thing]]:
        """The chosen things that are not in the trash and hang on these by the reference `owner`, by what they hang on."""
        query = select(kind).where(owner.in_(ids), *self.living(kind)).order_by(*order, kind.id)
        found: dict[UUID, list[Thing]] = {}
        for thing in self.session.scalars(query):
            found.setdefault(getattr(thing, owner.key), []).append(thing)
        return found

    def has(self, kind: type[Entity], thing: UUID) -> bool:
        """Whether it was chosen."""
        ids = self.chosen[kind.__tablename__]
        return ids is None or thing in ids

    def title(self, thing: UUID) -> str:
        """What a thing with a page is called."""
        return self.titles[thing]

    def living(self, kind: type[Entity]) -> list[Any]:
        """The conditions of what was chosen and is not in the trash."""
        ids = self.chosen[kind.__tablename__]
        return [kind.trashed_at.is_(None), *([] if ids is None else [among(kind.id, ids)])]

    def pairs(self, query: Select[UUID, UUID]) -> dict[UUID, tuple[UUID, ...]]:
        """What belongs to what, of a query for pairs of ids."""
        found: dict[UUID, tuple[UUID, ...]] = {}
        for one, other in self.session.execute(query):
            found[one] = (*found.get(one, ()), other)
        return found

    def files(self, episodes: Collection[UUID]) -> dict[UUID, tuple[Attached, ...]]:
        """What is attached to these episodes; where files are not wanted, by name alone."""
        query = select(Attachment).where(Attachment.episode_id.in_(episodes), Attachment.trashed_at.is_(None))
        found: dict[UUID, tuple[Attached, ...]] = {}
        for each in self.session.scalars(query.order_by(Attachment.id)):
            found[each.episode_id] = (*found.get(each.episode_id, ()), self._attached(each))
        return found

    def _attached(self, kept: Attachment) -> Attached:
        told = (kept.id, kept.name, kept.media_type, kept.size, kept.sha256)
        if not self.with_files:
            return Attached(*told)
        try:
            self.tick()
            verify(self.store, kept.id)  # before a file is begun that could not be finished
        except AttachmentDamaged as damaged:
            self.troubles.append(str(damaged))
            return Attached(*told, without="damaged")
        thing_id = kept.id
        return Attached(*told, pieces=lambda: self._ticked(segments_of(self.store, thing_id)))

    def content(
        self, thing_id: UUID, name: str, media_type: str, read: Callable[[], bytes | None]
    ) -> tuple[Attached, ...]:
        """A file that is kept in its thing's row; none where there is none."""
        content = read()
        if content is None:
            return ()
        told = (thing_id, name, media_type, len(content), hashlib.sha256(content).hexdigest())
        return (Attached(*told, pieces=(lambda: iter((read() or b"",))) if self.with_files else None),)

    def _ticked(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.tick()
            yield piece


def passage(key: str, text: str, heading: str | None = None) -> Passage:
    """A text of a field; its heading is the field's name, unless another one is given."""
    return Passage(key, labelled(key) if heading is None else heading, text)


def one(thing: UUID | None) -> tuple[UUID, ...]:
    """A reference as a link."""
    return () if thing is None else (thing,)
