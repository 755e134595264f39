"""Earlier wordings of a text."""

import datetime as dt
import json
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.keeping import Revision
from workjournal.store.store import Store


@dataclass(frozen=True)
class Version:
    """A text as it was until a moment, local and aware."""

    text: str
    until: dt.datetime


class Revisions:
    """Reads what the store kept."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def of(self, thing_id: UUID) -> list[Revision]:
        """The earlier texts of a thing, newest first."""
        with self.store.reading() as session:
            query = select(Revision).where(Revision.thing_id == thing_id)
            return list(session.scalars(query.order_by(Revision.until.desc(), Revision.id.desc())))

    def versions(self, thing_id: UUID, field: str, key: str = "") -> list[Version]:
        """The earlier wordings of one text, newest first; a save that left it as it was counts for nothing.

        Args:
            thing_id: of the thing it belongs to.
            field: which of its texts, "story".
            key: within a field of several texts, such as the answers of a reflection, which one.
        """
        with self.store.reading() as session:
            query = select(Revision.text, Revision.until).where(
                Revision.thing_id == thing_id, Revision.field == field
            )
            rows = list(session.execute(query.order_by(Revision.until.desc(), Revision.id.desc())))
        made: list[Version] = []
        for kept, until in rows:
            text = str(json.loads(kept).get(key, "")) if key else kept
            version = Version(text, until.astimezone())
            if made and made[-1].text == text:
                continue
            made.append(version)
        return [each for each in made if each.text.strip()]
