"""Unfinished writing: kept in the vault, never in a file."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from workjournal.domain.keeping import Draft
from workjournal.store.store import Store


class Drafts:
    """What is being written, by place: "capture", "episode:ID", "reflection:EPISODE"."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def keep(self, place: str, fields: Mapping[str, Any]) -> None:
        """Remember the fields (JSON values) of what is being written at `place`."""
        with self.store.writing() as session:
            draft = session.get(Draft, place)
            if draft is None:
                session.add(Draft(place=place, fields=dict(fields), changed_at=self.store.clock()))
            else:
                draft.fields, draft.changed_at = dict(fields), self.store.clock()

    def find(self, place: str) -> Draft | None:
        """What was being written at `place`, if it was not finished."""
        with self.store.reading() as session:
            return session.get(Draft, place)

    def all(self) -> list[Draft]:
        """Everything unfinished, latest first."""
        with self.store.reading() as session:
            return list(session.scalars(select(Draft).order_by(Draft.changed_at.desc())))

    def drop(self, place: str) -> None:
        """Forget the draft: what it held was saved, or the user let it go."""
        with self.store.writing() as session:
            draft = session.get(Draft, place)
            if draft is not None:
                session.delete(draft)
