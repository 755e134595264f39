"""Sessions on the journal's database, and the feed that tells what a commit changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from workjournal.domain.day_span import check_days
from workjournal.domain.entity import Entity
from workjournal.errors import JournalError
from workjournal.store import migrations, sessions
from workjournal.store.digests import keep_digests
from workjournal.store.engine import (
    READ_ONLY,
    DatabaseUnreadable,
    NotEncrypted,
    first_page_is_plain,
    open_engine,
)
from workjournal.store.faults import DiskFull, FolderGone, ReadOnly, StoreDamaged, faults_named
from workjournal.store.revisions import keep_earlier_texts
from workjournal.store.rollback import hand_back
from workjournal.vault import ledger
from workjournal.vault.vault import DatabaseMissing, Keys

Listener = Callable[[frozenset[type]], None]
_ALSO = "also-changed"
Upgrading = Callable[["Store"], None]


class Store:
    """The database of an opened vault.

    Reading is done on several connections, writing on one: whatever commits on another than that is another program.
    `clock` gives the time that is written into things (aware, UTC); tests and the demo bring their own.
    """

    def __init__(
        self, keys: Keys, clock: Callable[[], datetime] | None = None, *, read_only: bool = False
    ) -> None:
        self.clock = clock or (lambda: datetime.now(UTC))
        self.read_only = read_only
        self.saved = False
        """Whether anything was saved since it was opened."""
        self._listeners: list[Listener] = []
        self.connect(keys)

    def connect(self, keys: Keys) -> None:
        """Begin to use the database of `keys`: at the start, and after the master key was rotated."""
        self.keys = keys
        self.engine: Engine = open_engine(keys, read_only=self.read_only)
        self.writer: Engine = open_engine(keys, read_only=self.read_only, connections=1)
        self._wrote = False
        self._seen_version = 0
        self._suspect = False
        """Whether a save failed by the disk: what was opened for reading since may keep the next one from writing."""
        self._file = _identity(keys.database)

    @classmethod
    def create(cls, keys: Keys, clock: Callable[[], datetime] | None = None) -> "Store":
        """Make the database of a new vault, with every table."""
        store = cls(keys, clock)
        with store._or_disposed():
            keys.database.touch(mode=0o600, exist_ok=True)
            migrations.upgrade(store.writer, keys.header.generation)
            store.checkpoint()
            if first_page_is_plain(keys.database):
                keys.database.unlink()
                raise NotEncrypted
        return store

    @classmethod
    def open(
        cls,
        keys: Keys,
        clock: Callable[[], datetime] | None = None,
        *,
        read_only: bool = False,
        upgrading: Upgrading = lambda _store: None,
    ) -> "Store":
        """Open an existing database, bringing its schema up to date.

        Args:
            keys: of the opened vault.
            clock: the time that is written into things.
            read_only: write nothing, and make no file beside the database.
            upgrading: called before the schema is changed, to make a copy first.

        Raises:
            migrations.NewerSchema, migrations.OlderSchema, engine.DatabaseUnreadable, engine.LogUnread
        """
        # SQLite takes a file that lost its content for a new database, and would begin an empty journal in it.
        if keys.database.is_file() and keys.database.stat().st_size < keys.header.page_size:
            raise DatabaseUnreadable
        store = cls(keys, clock, read_only=read_only)
        with store._or_disposed():
            found = migrations.schema(store.engine)
            if not found:
                raise DatabaseUnreadable
            if found != migrations.HEAD:
                if read_only:
                    raise migrations.OlderSchema(found=found, known=migrations.HEAD)
                upgrading(store)
                migrations.upgrade(store.writer, keys.header.generation)
        return store

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one consistent state; what it loads stays usable afterwards."""
        with self._faults_named(), self.engine.connect().execution_options(**{READ_ONLY: True}) as connection:
            session = Session(connection, expire_on_commit=False, autoflush=False)
            with session:
                yield session
                session.expunge_all()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in one transaction. Its classes are announced once, after the commit; never after a failure."""
        if self.read_only:
            raise ReadOnly
        self._need_file()
        if self._suspect:
            self._let_connections_go()
        changed: set[type] = set()
        counted = 0
        with self._faults_named(), Session(self.writer, expire_on_commit=False, autoflush=False) as session:
            hand_back(session)
            self._watch(session, changed)
            with session.begin():
                yield session
                session.flush()
                changed.update(
                    session.info.pop(_ALSO, ())
                )  # where nothing but links and statements was written
                if changed and not self._wrote:
                    counted = sessions.begin(session.connection())
        if changed:
            if (
                not self._wrote
            ):  # so that even a session that never closes is missed when an older state comes back
                ledger.note(self.keys, counted)
            self._wrote = self.saved = True
            self._announce(frozenset(changed))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the classes each commit changed; returns the way to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def changed_elsewhere(self) -> bool:
        """Whether another program has committed something since this was asked last (a microsecond's work)."""
        if self.is_saving():
            return False  # the next time will tell
        with self._faults_named(), self.writer.connect() as connection:
            raw: Any = connection.connection.driver_connection
            version = int(raw.execute("PRAGMA data_version").fetchone()[0])
        before, self._seen_version = self._seen_version, version
        return before not in {0, version}

    def is_saving(self) -> bool:
        """Whether something is being saved here just now, for which another save waits: an import may take a minute."""
        return bool(self.writer.pool.checkedout())  # type: ignore[attr-defined] # a QueuePool

    def accept_state(self) -> None:
        """Let header and ledger count what the database counts, though it is less."""
        with self._faults_named(), self.reading() as session:
            counted = sessions.state(session.connection()).session
        self.keys = sessions.accept(self.keys, counted)

    def checkpoint(self) -> None:
        """Bring everything into the one database file, so that at rest there is nothing beside it."""
        with self._faults_named(), self.writer.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Checkpoint and close; the store cannot be used afterwards.

        On a full or read-only disk the checkpoint waits for the next close: what was saved is as safe in the log.
        """
        session = 0
        try:
            with suppress(JournalError):
                if self._wrote:
                    with self._faults_named(), self.writer.begin() as connection:
                        counted = sessions.end(connection)
                    session = counted  # only now is it committed; a header that counts further would cry wolf
                if not self.read_only:
                    self.checkpoint()
        finally:
            self.dispose()
        if session:
            with suppress(JournalError):
                self.keys = sessions.settle(self.keys, session)

    def dispose(self) -> None:
        """Let go of every connection, whatever waits in the log."""
        self._wrote = False
        self.engine.dispose()
        self.writer.dispose()

    def _need_file(self) -> None:
        """What is saved must land in the folder: a file that was moved or deleted takes it without an error.

        Raises:
            FolderGone, DatabaseMissing
        """
        before, self._file = self._file, _identity(self.keys.database)
        if before not in {None, self._file}:
            self.dispose()  # gone, or another one: a drive was pulled out, or plugged in again
            self._seen_version = 0
        if self._file is None:
            folder = self.keys.folder
            if folder.is_dir():
                raise DatabaseMissing(name=self.keys.database.name, folder=folder)
            raise FolderGone(folder=folder)

    @contextmanager
    def _or_disposed(self) -> Iterator[None]:
        """Leave no connection open when the store cannot be used."""
        try:
            with self._faults_named():
                yield
        except BaseException:
            self.dispose()
            raise

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            with faults_named(self.keys.folder):
                yield
        except (StoreDamaged, ReadOnly, DiskFull):
            # A connection that met a failing disk refuses all that comes after, though the disk is well again.
            self._let_connections_go()
            self._suspect = True
            raise

    def _let_connections_go(self) -> None:
        self._suspect = False
        self._seen_version = 0
        self.engine.dispose()
        self.writer.dispose()

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
            keep_digests(session)

        def after_flush(session: Session, _context: UOWTransaction) -> None:
            touched = (thing for thing in session.dirty if session.is_modified(thing))
            changed.update(type(thing) for thing in (*session.new, *touched, *session.deleted))
            changed.update(session.info.pop(_ALSO, ()))

        event.listen(session, "before_flush", before_flush)
        event.listen(session, "after_flush", after_flush)


def also_changed(session: Session, noun: type) -> None:
    """Have a class announced whose things changed only in the links between them and a label, before the next flush."""
    session.info.setdefault(_ALSO, set()).add(noun)


def _is_changed(session: Session, thing: Entity) -> bool:
    """Whether the thing itself changed: a field or a label; not that another thing, such as a check-in, points at it."""
    if session.is_modified(thing, include_collections=False):
        return True
    state = inspect(thing)
    labelled = (relation.key for relation in state.mapper.relationships if relation.secondary is not None)
    return any(state.attrs[key].history.has_changes() for key in labelled)


def _stamp(thing: Entity, now: datetime) -> None:
    thing.check()
    check_days(thing)
    thing.created_at = thing.created_at or now
    thing.changed_at = now


def _identity(database: Path) -> tuple[int, int] | None:
    """Which file it is, whatever it is called; None if there is none."""
    try:
        found = database.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
