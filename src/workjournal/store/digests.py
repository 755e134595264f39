"""A digest of each long text, by which damage shows that SQLCipher lets pass.

In trials one flipped bit in a long row's last page came back as NULs without an error; pages of 16 KiB prevent
it for all texts but those that fill more than one.
"""

import hashlib
import json
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity
from workjournal.domain.keeping import Revision, TextDigest

LONG_BYTES = 12 * 1024


def keep_digests(session: Session) -> None:
    """For each new or changed long text in `session`, add or change its TextDigest; one that became short loses it."""
    for thing in (*session.new, *session.dirty):
        if not isinstance(thing, Entity | Revision):
            continue
        for field in thing.TEXTS if isinstance(thing, Entity) else ("text",):
            state: Any = inspect(thing)
            history = state.attrs[field].history
            added, _, before = history
            long = bool(added) and _is_long(added[0])
            if long or any(_is_long(value) for value in before or ()):
                _keep(session, thing, field, added[0] if long else None)


def digest(stored: str) -> str:
    """SHA-256, in hex, of a text as the database holds it."""
    return hashlib.sha256(stored.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_long(value: Any) -> str:
    """The digest that is kept of a value of a text field; "" where none is."""
    return digest(_stored(value)) if value is not None and _is_long(value) else ""


def _is_long(value: Any) -> bool:
    stored = _stored(value)
    return len(stored) > LONG_BYTES // 4 and len(stored.encode("utf-8", "surrogatepass")) > LONG_BYTES


def _stored(value: Any) -> str:
    """As the database holds it: a text, or what SQLAlchemy's JSON makes of a value."""
    return value if isinstance(value, str) else json.dumps(value)


def _keep(session: Session, thing: Entity | Revision, field: str, value: Any) -> None:
    known = session.get(TextDigest, (thing.id, field))
    if value is None:
        if known is not None:
            session.delete(known)
    elif known is None:
        session.add(
            TextDigest(
                thing=thing.__tablename__, thing_id=thing.id, field=field, sha256=digest(_stored(value))
            )
        )
    else:
        known.sha256 = digest(_stored(value))
