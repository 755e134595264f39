"""Many episodes at once: labelled, ticked for an audience, put away; in one transaction, and taken back exactly.

Statements over ids, since an episode that is loaded decrypts all its texts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Revision, TextDigest
from workjournal.domain.label import Tag
from workjournal.journal.chosen import Chosen, ids_of
from workjournal.journal.service import named
from workjournal.store.episode_writes import Audiences, batches, set_audiences, set_trashed, touch
from workjournal.store.label_links import Link, links_of
from workjournal.store.store import Store


@dataclass(frozen=True)
class Done:
    """What was changed, by ids, so that it can be taken back: nothing that was so before is in it.

    Attributes:
        count: how many episodes were changed.
        tied: which got a tag they did not have, by the tag.
        cut: which lost a tag they had, by the tag.
        made: tags that were new.
        revived: tags that lay in the trash, and since when.
        ticked: which have other audiences now, by what they had and what they have.
        trashed: which were put into the trash, at `when`.
    """

    count: int
    tied: Mapping[UUID, Sequence[UUID]] = field(default_factory=dict)
    cut: Mapping[UUID, Sequence[UUID]] = field(default_factory=dict)
    made: Sequence[UUID] = ()
    revived: Mapping[UUID, datetime] = field(default_factory=dict)
    ticked: Mapping[tuple[Audiences, Audiences], Sequence[UUID]] = field(default_factory=dict)
    trashed: Sequence[UUID] = ()
    when: datetime | None = None


class EpisodeBulk:
    """The verbs for what was chosen in the list; each is one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def ids(self, chosen: Chosen) -> frozenset[UUID]:
        """Which they are.

        Raises:
            ChosenChanged
        """
        with self.store.reading() as session:
            return frozenset(ids_of(session, chosen))

    def tag(self, chosen: Chosen, *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Done:
        """Put tags on all of them, and take tags off those that have them.

        Raises:
            ChosenChanged
        """
        with self.store.writing() as session:
            ids, link = ids_of(session, chosen), _link()
            known = {tag.id: tag.trashed_at for tag in session.scalars(select(Tag))}
            tags = named(session, Tag, add)
            session.flush()
            tied = {tag.id: link.tie(session, tag.id, ids) for tag in tags}
            cut = {}
            for tag_id in _known(session, remove) - tied.keys():
                having = set(link.things(session, tag_id))
                cut[tag_id] = [each for each in ids if each in having]
                link.cut(session, tag_id, cut[tag_id])
            changed = {each for some in (*tied.values(), *cut.values()) for each in some}
            touch(session, list(changed), self.store.clock())
        return Done(
            len(changed),
            tied=tied,
            cut=cut,
            made=[tag.id for tag in tags if tag.id not in known],
            revived={tag.id: since for tag in tags if (since := known.get(tag.id))},
        )

    def share(self, chosen: Chosen, audience: Audience, *, ticked: bool) -> Done:
        """Tick all of them for an audience, or take the tick away.

        Raises:
            ChosenChanged
        """
        changed: dict[tuple[Audiences, Audiences], list[UUID]] = defaultdict(list)
        with self.store.writing() as session:
            for batch in batches(ids_of(session, chosen)):
                rows = session.execute(select(Episode.id, Episode.audiences).where(Episode.id.in_(batch)))
                for episode_id, before in rows:
                    after = before | {audience} if ticked else before - {audience}
                    if after != before:
                        changed[before, after].append(episode_id)
            for (_, after), ids in changed.items():
                set_audiences(session, ids, self.store.clock(), after)
        return Done(sum(map(len, changed.values())), ticked=dict(changed))

    def trash(self, chosen: Chosen) -> Done:
        """Put all of them into the trash.

        Raises:
            ChosenChanged
        """
        when = self.store.clock()
        with self.store.writing() as session:
            ids = ids_of(session, chosen)
            set_trashed(session, ids, when, when, only=None)
        return Done(len(ids), trashed=ids, when=when)

    def undo(self, done: Done) -> None:
        """Take it back: what was changed is as it was; what was changed otherwise since then stays so."""
        link, now = _link(), self.store.clock()
        with self.store.writing() as session:
            for tag_id, ids in done.tied.items():
                link.cut(session, tag_id, ids)
                touch(session, ids, now)
            for tag_id, ids in done.cut.items():
                if session.get(Tag, tag_id) is not None:
                    touch(session, link.tie(session, tag_id, ids), now)
            for (before, after), ids in done.ticked.items():
                set_audiences(session, ids, now, before, only=after)
            set_trashed(session, done.trashed, now, None, only=done.when)
            _unmake(session, done.made)
            for tag_id, since in done.revived.items():
                tag = session.get(Tag, tag_id)
                if tag is not None and _unused(session, tag):
                    tag.trashed_at = since


def _link() -> Link:
    return next(link for link in links_of(Tag) if link.noun is Episode)


def _known(session: Session, names: Iterable[str]) -> set[UUID]:
    folded = [name.strip().casefold() for name in names if name.strip()]
    return set(session.scalars(select(Tag.id).where(func.casefold(Tag.name).in_(folded))))


def _unmake(session: Session, made: Sequence[UUID]) -> None:
    """Take tags out of the journal that were made for this, and are used for nothing else."""
    for tag_id in made:
        tag = session.get(Tag, tag_id)
        if tag is not None and _unused(session, tag):
            revisions = session.scalars(select(Revision).where(Revision.thing_id == tag_id))
            digests = session.scalars(select(TextDigest).where(TextDigest.thing_id == tag_id))
            for each in (*revisions, *digests, tag):
                session.delete(each)


def _unused(session: Session, tag: Tag) -> bool:
    return not any(link.things(session, tag.id) for link in links_of(Tag))
