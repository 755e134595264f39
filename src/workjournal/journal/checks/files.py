"""Checks of the vault's folder: header, second versions, strangers, who can read it, backups."""

import datetime as dt
from collections.abc import Iterator
from fnmatch import fnmatchcase

from workjournal.errors import JournalError
from workjournal.journal import leftovers
from workjournal.journal.backups import Backups
from workjournal.journal.checks.checkup import Checkup
from workjournal.journal.checks.findings import Finding, Kind, Severity
from workjournal.journal.copies.folders import FOLDER, State, listed
from workjournal.store import sessions
from workjournal.vault import ledger, objects, places, vault
from workjournal.vault.header import HeaderDamaged
from workjournal.vault.vault import HEADER, PREVIOUS_HEADER

OLD_AFTER_DAYS = 7
MOST_NAMED = 5
SALT_BYTES = 16
_OURS = ("*.lock", "vault.json.damaged-*", ".vault.json.*.new", ".journal*.new*")
_MEND = "`workjournal check --mend-header` looks for a whole one in vault.json.old and in the backups."


def header(checkup: Checkup) -> Iterator[Finding]:
    """The header as it is on disk now: its checksum, and the code that only the key can make."""
    try:
        found = vault.read_header_file(checkup.folder / HEADER)
    except JournalError as error:
        yield Finding(Kind.HEADER, HEADER, str(error), _MEND)
        return
    if checkup.keys is not None and not found.is_signed_by(checkup.keys.master):
        what = "The header was changed by something else than this program, or belongs to other keys."
        yield Finding(Kind.HEADER, HEADER, what, _MEND)


def previous_header(checkup: Checkup) -> Iterator[Finding]:
    """The header before the last change, which can take the place of a damaged one; what it should not open any more."""
    if checkup.keys is None or not (checkup.folder / PREVIOUS_HEADER).exists():
        return
    try:
        found = vault.read_header_file(checkup.folder / PREVIOUS_HEADER)
        if not found.is_signed_by(checkup.keys.master):
            raise HeaderDamaged(reason="it belongs to other keys")
    except JournalError:
        what = "The previous header cannot stand in for the present one: it is damaged, or of other keys."
        way_out = "Nothing has to be done: the next change of the keys writes it anew."
        yield Finding(Kind.PREVIOUS_HEADER, PREVIOUS_HEADER, what, way_out, Severity.NOTE)
        return
    present = {slot.id for slot in checkup.keys.header.slots}
    for slot in found.slots:
        if slot.id not in present:
            what = f"The previous header still holds the way in “{slot.name}”, which was taken away."
            way_out = (
                f"Delete the file {PREVIOUS_HEADER} in the journal's folder; the present header is whole."
            )
            yield Finding(Kind.WAY_IN, PREVIOUS_HEADER, what, way_out, Severity.NOTE)


def salt(checkup: Checkup) -> Iterator[Finding]:
    """The database's own copy of its salt: this program has it from the header, another reads it there."""
    if checkup.keys is None or checkup.store is None or not checkup.keys.database.is_file():
        return
    with checkup.keys.database.open("rb") as file:
        found = file.read(SALT_BYTES)
    if found and found != checkup.keys.database_salt:
        what = "The first bytes of the database are not what they were. Nothing in it is lost: this program needs them not."
        way_out = "Make a backup now; restored from it, the journal is as it should be."
        yield Finding(Kind.DATABASE, checkup.keys.header.database, what, way_out)


def counters(checkup: Checkup) -> Iterator[Finding]:
    """Whether the database, the header and what this computer remembers are of the same time."""
    store = checkup.store
    if store is None:
        return
    with store.reading() as session:
        found = sessions.state(session.connection())
    known = ledger.seen(store.keys)
    way_out = (
        "If you put an older copy in place on purpose, all is well. If not, look for conflict copies and other copies "
        "of the folder, and into `workjournal backups`, before you write."
    )
    database = store.keys.header.database
    if found.session < store.keys.header.session or found.generation != store.keys.header.generation:
        what = "The database is older than the header: what was written in between is not in it."
        yield Finding(Kind.OLDER, database, what, way_out)
    elif known is not None and (found.generation, found.session) < (known.generation, known.session):
        what = "The journal is older than when it was last open on this computer: what was written since is not in it."
        yield Finding(Kind.OLDER, database, what, way_out)


def unreferenced(checkup: Checkup) -> Iterator[Finding]:
    """Files of attachments that no attachment names."""
    store = checkup.store
    if store is None or not checkup.counts:
        return
    from workjournal.journal.attachments import unreferenced as left

    for object_id in left(store):
        what = "A file that no attachment names: a save left it that failed at its very end. Nothing can read it."
        way_out = "Nothing has to be done: it goes when the trash is emptied."
        yield Finding(Kind.UNREFERENCED, f"{objects.FOLDER}/{object_id}", what, way_out, Severity.NOTE)


def conflict_copies(checkup: Checkup) -> Iterator[Finding]:
    """Second versions that a sync client made."""
    for name in places.conflict_copies(checkup.folder):
        what = "A sync client found two versions of this file and kept both: what was written in one is not in the other."
        way_out = (
            "Copy the whole folder to a place that is not synced, look at both versions there, "
            "and move the one that is not needed away."
        )
        yield Finding(Kind.CONFLICT, name, what, way_out)


def strangers(checkup: Checkup) -> Iterator[Finding]:
    """What is no part of a journal."""
    for name in places.strangers(checkup.folder, _known(checkup)):
        what = "This is no part of the journal. Was it meant to be here, unencrypted?"
        way_out = "Move it elsewhere; nothing here needs it."
        yield Finding(Kind.STRANGER, name, what, way_out, Severity.NOTE)


def synced(checkup: Checkup) -> Iterator[Finding]:
    """A folder that a cloud client copies while it is written."""
    client = places.synced_by(checkup.folder)
    if client:
        what = f"{client} copies this folder. It may copy half of a change, or put an older state back."
        way_out = "Move the journal to a folder that is not synced, and let its backups go to the synced one instead."
        yield Finding(Kind.SYNCED, str(checkup.folder), what, way_out, Severity.NOTE)


def modes(checkup: Checkup) -> Iterator[Finding]:
    """What other users of this computer can read."""
    names = places.modes(checkup.folder)
    if names:
        shown = ", ".join(names[:MOST_NAMED]) + (
            f" and {len(names) - MOST_NAMED} more" if names[MOST_NAMED:] else ""
        )
        what = f"Other users of this computer can read or change {shown}. It is encrypted, but nobody else's business."
        way_out = f"chmod 700 {checkup.folder}"
        yield Finding(Kind.MODES, str(checkup.folder), what, way_out, Severity.NOTE)


def backups(checkup: Checkup) -> Iterator[Finding]:
    """The copies: whether there are any, whether the newest is of today or so, whether each is whole."""
    if checkup.keys is None:
        return
    kept = Backups(checkup.store) if checkup.store is not None else None
    if kept is not None and kept.trouble():
        way_out = "Mend what is named there, and make a new one with `workjournal backup`."
        yield Finding(Kind.BACKUP, FOLDER, kept.trouble(), way_out, Severity.NOTE)
    copies = kept.all() if kept is not None else listed(checkup.folder / FOLDER, checkup.keys)
    for copy in copies:
        if copy.state in {State.UNREADABLE, State.INCOMPLETE}:
            what = f"The backup of {_day(copy.made)} is damaged: {copy.state.value}."
            way_out = "Make a new one with `workjournal backup`, and remove this one."
            yield Finding(Kind.BACKUP, copy.path.name, what, way_out)
    made = [copy.made for copy in copies if copy.state is State.VERIFIED]
    if not made:
        what = "There is no verified backup of this journal."
        yield Finding(Kind.BACKUP, FOLDER, what, "Make one with `workjournal backup`.", Severity.NOTE)
    elif checkup.now - max(made) > dt.timedelta(days=OLD_AFTER_DAYS):
        what = f"The newest backup is of {_day(max(made))}."
        yield Finding(Kind.BACKUP, FOLDER, what, "Make one with `workjournal backup`.", Severity.NOTE)


def _known(checkup: Checkup) -> set[str]:
    known = {HEADER, PREVIOUS_HEADER, objects.FOLDER, FOLDER, leftovers.MARK}
    if checkup.keys is not None:
        known |= {checkup.keys.header.database + end for end in ("", "-wal", "-shm", "-journal")}
    else:
        known |= {file.name for file in checkup.folder.glob("journal*.db*")}
    there = [file.name for file in checkup.folder.iterdir()]
    return known | {name for name in there if any(fnmatchcase(name, ours) for ours in _OURS)}


def _day(moment: dt.datetime) -> str:
    day = moment.astimezone().date()
    return f"{day.day} {day:%B %Y}"
