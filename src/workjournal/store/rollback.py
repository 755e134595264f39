"""What a failed save leaves in the caller's hands: the thing as it was typed, still to be saved.

SQLAlchemy's rollback empties every thing of the session, to be loaded again when it is looked at. Ours are detached by
then, so a rating out of range or a full disk would cost what was typed.
"""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, UOWTransaction, make_transient
from sqlalchemy.orm.attributes import set_committed_value

from workjournal.domain.entity import Base, Entity

Values = dict[str, Any]


def hand_back(session: Session) -> None:
    """From now on a rollback of this new session leaves its things as they are, changes and all, for another try."""
    stored: dict[Base, Values] = {}
    made: set[Base] = set()

    def before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
        for thing in session.dirty:
            stored[thing] = {**_stored(thing), **stored.get(thing, {})}

    def after_flush(session: Session, _context: UOWTransaction) -> None:
        made.update(session.new)

    def after_rollback(session: Session) -> None:
        _take_out(session, made)
        for thing in stored.keys() - made:
            _unsave(thing, stored[thing])
        for thing in made:  # their columns are written again as they are, their links only if they look new
            _unsave(thing, _without_links(thing))
            if isinstance(thing, Entity):
                set_committed_value(
                    thing, "version", None
                )  # by which a thing that is kept is told from a new one

    event.listen(session, "before_flush", before_flush)
    event.listen(session, "after_flush", after_flush)
    event.listen(session, "after_rollback", after_rollback)


def _take_out(session: Session, made: set[Base]) -> None:
    """Detach what was there before, and let what was made be new again."""
    for thing in tuple(session.identity_map.values()):
        session.expunge(thing)
        if thing in made:
            make_transient(thing)


def _stored(thing: Base) -> Values:
    """What the database holds for the changed fields of `thing`, and for those a flush sets."""
    values: Values = {}
    for attribute in inspect(thing).attrs:
        added, unchanged, deleted = attribute.history
        if attribute.key in {"version", "changed_at"}:
            values[attribute.key] = attribute.loaded_value
        elif isinstance(attribute.loaded_value, list) and (added or deleted):
            values[attribute.key] = [*(unchanged or ()), *(deleted or ())]
        elif deleted:
            values[attribute.key] = deleted[0]
    return values


def _without_links(thing: Base) -> Values:
    """Nothing in each of its lists of other things."""
    links = (relation.key for relation in inspect(thing).mapper.relationships if relation.uselist)
    return {key: [] for key in links if key in inspect(thing).dict}


def _unsave(thing: Base, stored: Values) -> None:
    """Make the changes of `thing` unsaved again."""
    for field, before in stored.items():
        typed = getattr(thing, field)
        set_committed_value(thing, field, before)
        if field not in {"version", "changed_at"}:
            setattr(thing, field, [*typed] if isinstance(typed, list) else typed)
