"""Sessions on the journal's database, and the feed that tells what a commit changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, event, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.orm.exc import StaleDataError

from workjournal.domain.entity import Entity
from workjournal.errors import JournalError
from workjournal.store import migrations
from workjournal.store.engine import (
    READ_ONLY,
    DatabaseUnreadable,
    NotEncrypted,
    first_page_is_plain,
    open_engine,
)
from workjournal.store.revisions import keep_earlier_texts
from workjournal.store.rollback import hand_back
from workjournal.vault.vault import Keys

Listener = Callable[[frozenset[type]], None]


class EditedElsewhere(JournalError):
    """This was changed somewhere else meanwhile, so it was not saved over it. What you typed is kept; look at both before you save again."""


class DiskFull(JournalError):
    """The disk is full, so nothing was saved. Free some space and try again."""


class ReadOnly(JournalError):
    """The journal's folder cannot be written, so nothing was saved."""


class Busy(JournalError):
    """Another program is writing to this journal for a long time. Try again in a moment."""


class StoreDamaged(JournalError):
    """The journal's database is damaged or its disk is failing ({reason}). Make a copy of the folder, then restore from a backup."""


_FAULTS: tuple[tuple[str, type[JournalError]], ...] = (
    ("full", DiskFull),
    ("readonly", ReadOnly),
    ("locked", Busy),
    ("malformed", StoreDamaged),
    ("not a database", StoreDamaged),
    ("disk i/o", StoreDamaged),
    ("unable to open", ReadOnly),
)


class Store:
    """The database of an opened vault.

    `clock` gives the time that is written into things (aware, UTC); tests and the demo bring their own.
    """

    def __init__(self, keys: Keys, clock: Callable[[], datetime] | None = None) -> None:
        header = keys.header
        self.clock = clock or (lambda: datetime.now(UTC))
        self.engine: Engine = open_engine(
            keys.database, keys.database_key, keys.database_salt, header.page_size
        )
        self._listeners: list[Listener] = []

    @classmethod
    def create(cls, keys: Keys, clock: Callable[[], datetime] | None = None) -> "Store":
        """Make the database of a new vault, with every table."""
        store = cls(keys, clock)
        with store._or_disposed():
            keys.database.touch(mode=0o600, exist_ok=True)
            migrations.upgrade(store.engine)
            store.checkpoint()
            if first_page_is_plain(keys.database):
                keys.database.unlink()
                raise NotEncrypted
        return store

    @classmethod
    def open(cls, keys: Keys, clock: Callable[[], datetime] | None = None) -> "Store":
        """Open an existing database, bringing its schema up to date.

        Raises:
            migrations.NewerSchema, engine.DatabaseUnreadable
        """
        # SQLite takes a file that lost its content for a new database, and would begin an empty journal in it.
        if keys.database.is_file() and keys.database.stat().st_size < keys.header.page_size:
            raise DatabaseUnreadable
        store = cls(keys, clock)
        with store._or_disposed():
            found = migrations.schema(store.engine)
            if not found:
                raise DatabaseUnreadable
            if found != migrations.HEAD:
                migrations.upgrade(store.engine)
        return store

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one consistent state; what it loads stays usable afterwards."""
        with _faults_named(), self.engine.connect().execution_options(**{READ_ONLY: True}) as connection:
            session = Session(connection, expire_on_commit=False, autoflush=False)
            with session:
                yield session
                session.expunge_all()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in one transaction. Its classes are announced once, after the commit; never after a failure."""
        changed: set[type] = set()
        with _faults_named(), Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            hand_back(session)
            self._watch(session, changed)
            with session.begin():
                yield session
        if changed:
            self._announce(frozenset(changed))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the classes each commit changed; returns the way to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def checkpoint(self) -> None:
        """Bring everything into the one database file, so that at rest there is nothing beside it."""
        with self.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Checkpoint and close; the store cannot be used afterwards.

        On a full or read-only disk the checkpoint waits for the next close: what was saved is as safe in the log.
        """
        try:
            with suppress(JournalError), _faults_named():
                self.checkpoint()
        finally:
            self.engine.dispose()

    @contextmanager
    def _or_disposed(self) -> Iterator[None]:
        """Leave no connection open when the store cannot be used."""
        try:
            with _faults_named():
                yield
        except BaseException:
            self.engine.dispose()
            raise

    def _announce(self, changed: frozenset[type]) -> None:
        for listener in tuple(self._listeners):
            listener(changed)

    def _watch(self, session: Session, changed: set[type]) -> None:
        def before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
            now = self.clock()
            for thing in (*session.new, *session.dirty):
                if isinstance(thing, Entity) and _is_changed(session, thing):
                    _stamp(thing, now)
            keep_earlier_texts(session, now)

        def after_flush(session: Session, _context: UOWTransaction) -> None:
            touched = (thing for thing in session.dirty if session.is_modified(thing))
            changed.update(type(thing) for thing in (*session.new, *touched, *session.deleted))

        event.listen(session, "before_flush", before_flush)
        event.listen(session, "after_flush", after_flush)


def _is_changed(session: Session, thing: Entity) -> bool:
    """Whether the thing itself changed: a field or a label; not that another thing, such as a check-in, points at it."""
    if session.is_modified(thing, include_collections=False):
        return True
    state = inspect(thing)
    labelled = (relation.key for relation in state.mapper.relationships if relation.secondary is not None)
    return any(state.attrs[key].history.has_changes() for key in labelled)


def _stamp(thing: Entity, now: datetime) -> None:
    thing.check()
    thing.created_at = thing.created_at or now
    thing.changed_at = now


@contextmanager
def _faults_named() -> Iterator[None]:
    """Tell the environment's faults apart from bugs; the statement's parameters are never part of a message."""
    try:
        yield
    except StaleDataError as error:
        raise EditedElsewhere from error
    except (DBAPIError, driver.Error) as error:
        reason = str(error.orig if isinstance(error, DBAPIError) else error).lower()
        for words, fault in _FAULTS:
            if words in reason:
                raise fault(reason=words) from error
        raise
