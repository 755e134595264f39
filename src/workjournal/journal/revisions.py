"""Earlier wordings of a text."""

from uuid import UUID

from sqlalchemy import select

from workjournal.domain.keeping import Revision
from workjournal.store.store import Store


class Revisions:
    """Reads what the store kept."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def of(self, thing_id: UUID) -> list[Revision]:
        """The earlier texts of a thing, newest first."""
        with self.store.reading() as session:
            query = select(Revision).where(Revision.thing_id == thing_id)
            return list(session.scalars(query.order_by(Revision.until.desc(), Revision.id.desc())))
