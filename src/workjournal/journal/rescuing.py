"""A new journal out of a damaged one: all that can still be read, and a list of what cannot.

The damaged one is only read: its database is copied first, and everything is tried on the copy.
"""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from workjournal.journal import checking
from workjournal.journal.checks.findings import Finding, Kind
from workjournal.journal.checks.rescue_words import findings_of
from workjournal.journal.checks.stand_ins import put_in_place
from workjournal.store import migrations, search_upkeep, sessions
from workjournal.store.copying import need_room, part
from workjournal.store.engine import open_vault_database
from workjournal.store.faults import faults_named
from workjournal.store.integrity import Report, unheard
from workjournal.store.salvage import count_sessions, salvage, schema_of
from workjournal.store.salvaged import Salvaged
from workjournal.store.store import Store
from workjournal.vault import ledger, objects, vault
from workjournal.vault.files import sync_folder, write_durably
from workjournal.vault.vault import Keys, VaultExists, VaultUnwritable

WORK = ".rescuing"
"""The folder in the new vault that holds the copy of the damaged database, until all is done."""
BLOCK = 16384
OWN_TABLES = ("alembic_version", "vault_state", "search_place")
_REPEATED = {Kind.TEXT, Kind.BACKUP, Kind.SYNCED, Kind.MODES}
"""Kinds of findings in the new vault that were told from the salvage already, or that are not about what was rescued."""


@dataclass(frozen=True)
class Rescued:
    """The new vault, how many rows of each table came over, and what did not, in words."""

    folder: Path
    rows: Mapping[str, int]
    findings: tuple[Finding, ...]


def rescue(
    folder: Path,
    secret: str,
    target: Path,
    report: Report = unheard,
    clock: Callable[[], dt.datetime] | None = None,
) -> Rescued:
    """Make a new vault in `target` of what can still be read of the one in `folder`; it has the same ways in.

    Args:
        folder: the damaged vault; not touched.
        secret: its passphrase or recovery code.
        target: a new or empty folder.
        report: told how far it is; may raise to cancel, then nothing is left.
        clock: the time.

    Raises:
        WrongPassphrase, HeaderDamaged (mend it first), NotAVault, DatabaseMissing, VaultExists, VaultUnwritable,
        NoRoom, NewerSchema, DatabaseUnreadable (not even the list of tables can be read)
    """
    before = vault.open_header(folder, vault.read_header(folder), secret)
    header = replace(before.header, database=vault.DATABASE, salt=os.urandom(16).hex())
    after = replace(before, folder=target, header=header.signed(before.master))
    is_new = _begin(folder, target)
    try:
        salvaged, findings = _fill(before, after, report, clock)
        write_durably(target / vault.HEADER, after.header.encode())
        shutil.rmtree(target / WORK)
        sync_folder(target)
        # Known here with a newer state, if something else was in that folder before: this one is on purpose.
        ledger.note(after, after.header.session, also_older=True)
    except OSError as error:
        _empty(target, is_new)
        raise VaultUnwritable(folder=target, reason=error.strerror) from error
    except BaseException:
        _empty(target, is_new)
        raise
    checked = checking.check_folder(target, secret, part(report, 0.8, 1.0), clock)
    findings += [finding for finding in checked.findings if finding.kind not in _REPEATED]
    return Rescued(target, salvaged.rows, tuple(findings))


def rescue_opened(store: Store, secret: str, target: Path, report: Report = unheard) -> Rescued:
    """As `rescue`, of the vault of an opened store.

    A reader is held open meanwhile, so that the log is not begun anew between copying the database and copying it.
    """
    with ExitStack() as held:
        with suppress(*checking.BROKEN):  # what cannot even be read so far is what a rescue is for
            session = held.enter_context(store.reading())
            sessions.state(session.connection())
        return rescue(store.keys.folder, secret, target, report, store.clock)


def _fill(
    before: Keys, after: Keys, report: Report, clock: Callable[[], dt.datetime] | None
) -> tuple[Salvaged, list[Finding]]:
    """Everything but the header, which alone makes it a vault."""
    work = replace(before, folder=after.folder / WORK)
    report(0.0, "Copying the damaged database")
    _copy_database(before, work)
    with faults_named(after.folder):
        found = schema_of(lambda: open_vault_database(work))
        if found > migrations.HEAD:
            raise migrations.NewerSchema(found=found, known=migrations.HEAD)
        store = Store.create(after, clock)
        store.dispose()
        with closing(open_vault_database(after)) as target:
            salvaged = salvage(
                lambda: open_vault_database(work), target, part(report, 0.1, 0.7), leave_out=OWN_TABLES
            )
            count_sessions(target, after.header.generation, after.header.session)
    store = Store(after, clock)
    try:
        findings = findings_of(store, salvaged, put_in_place(store, salvaged.orphans))
        with store.writing() as session:
            search_upkeep.make_anew(session)
        store.checkpoint()
    finally:
        store.dispose()
    report(0.7, "Copying attachments")
    _copy_objects(before.folder / objects.FOLDER, after.folder / objects.FOLDER)
    return salvaged, findings


def _begin(folder: Path, target: Path) -> bool:
    """Claim the folder; whether it is new. What a rescue left that was killed is taken away first."""
    is_new = not target.exists()
    try:
        if target.resolve().is_relative_to(folder.resolve()):
            raise VaultExists(folder=target)
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        if (target / WORK).is_dir() and not (target / vault.HEADER).exists():
            _empty(target, is_new=False)
        if any(target.iterdir()):
            raise VaultExists(folder=target)
        target.chmod(0o700)
        (target / WORK).mkdir(mode=0o700)
        (target / objects.FOLDER).mkdir(mode=0o700)
        sync_folder(target.parent)
    except (FileExistsError, NotADirectoryError) as error:
        raise VaultExists(folder=target) from error
    except OSError as error:
        raise VaultUnwritable(folder=target, reason=error.strerror) from error
    return is_new


def _copy_database(before: Keys, work: Keys) -> None:
    """With its log. Blocks the disk does not give back become zeros, which are then damage like any other."""
    need_room(work.folder, before.database.stat().st_size)
    for ending in ("", "-wal"):
        source = before.database.with_name(before.database.name + ending)
        if not source.exists():
            continue
        target = work.folder / source.name
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as copy, source.open("rb", buffering=0) as damaged:
            for start in range(0, source.stat().st_size, BLOCK):
                copy.write(_block(damaged.fileno(), start))


def _block(descriptor: int, start: int) -> bytes:
    try:
        os.lseek(descriptor, start, os.SEEK_SET)
        return os.read(descriptor, BLOCK)
    except OSError:
        return bytes(BLOCK)


def _copy_objects(source: Path, target: Path) -> None:
    """As they are: one that is damaged is better than none, and the check of the new vault names it."""
    for name in objects.object_ids(source):
        descriptor = os.open(
            target / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        size = (source / name).stat().st_size
        with os.fdopen(descriptor, "wb") as copy, (source / name).open("rb", buffering=0) as damaged:
            for start in range(0, size, BLOCK):
                copy.write(_block(damaged.fileno(), start)[: size - start])
            copy.flush()
            os.fsync(copy.fileno())
    sync_folder(target)


def _empty(target: Path, is_new: bool) -> None:
    if is_new:
        shutil.rmtree(target, ignore_errors=True)
        return
    for path in target.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
