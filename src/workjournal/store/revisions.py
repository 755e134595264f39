"""Earlier wordings: what a changed text was before, kept beside it."""

import json
from datetime import datetime

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity
from workjournal.domain.keeping import Revision


def keep_earlier_texts(session: Session, now: datetime) -> None:
    """For each changed text of a thing in `session`, add a Revision with the old wording; empty ones are not kept."""
    for thing in session.dirty:
        if not isinstance(thing, Entity):
            continue
        state = inspect(thing)
        for field in thing.TEXTS:
            before = state.attrs[field].history.deleted
            if before and before[0]:
                old = before[0] if isinstance(before[0], str) else json.dumps(before[0], ensure_ascii=False)
                session.add(
                    Revision(thing=thing.__tablename__, thing_id=thing.id, field=field, text=old, until=now)
                )
