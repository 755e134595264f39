"""A journal to look around in: a year of somebody's work, in a private folder that is gone with it."""

import datetime as dt
import secrets
from dataclasses import dataclass

from workjournal.errors import JournalError
from workjournal.journal import demo
from workjournal.journal.journal import Journal
from workjournal.journal.private_folder import SAMPLE, PrivateFolder
from workjournal.store import engine
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store
from workjournal.vault import ledger, vault
from workjournal.vault.vault import Keys

NAME = "Sample journal"
ROOM = 32 << 20
"""Bytes: the year with its log takes 21 MB, and it is there to be played with."""
_JUST_NOW = dt.timedelta(minutes=15)
"""Times in the story are some minutes off; none may lie ahead."""


class NoRoomForSample(JournalError):
    """There is no room for the sample journal: {reason}."""


@dataclass(frozen=True)
class Remains:
    """What there is of a sample that is closed; released, nothing."""

    place: PrivateFolder
    keys: Keys

    def release(self) -> None:
        """Take the folder away, and what this computer noted of the journal in it."""
        ledger.forget(self.keys)
        self.place.release()


def make(report: Report = unheard) -> tuple[Journal, Remains]:
    """Make the sample and leave it open. It is encrypted as every journal; its passphrase is known to nobody.

    Args:
        report: told how much of it there is, and at which date it is; may raise to give it up, then nothing is left.

    Returns:
        the journal, and what is to be released once it is closed.

    Raises:
        NoRoomForSample
    """
    place = PrivateFolder(SAMPLE)
    try:
        folder = place.with_room(ROOM) / NAME
    except OSError as error:
        raise NoRoomForSample(reason=error.strerror) from error
    remains = Remains(place, vault.create(folder, secrets.token_urlsafe(32)))
    try:
        return _told(remains.keys, report), remains
    except BaseException:
        remains.release()
        raise


def _told(keys: Keys, report: Report) -> Journal:
    now = dt.datetime.now().astimezone()
    clock = demo.story_clock(now.date())
    store = Store.create(keys, clock)
    engine.hurry(store.writer)
    # Left open: to open it anew its passphrase would be derived once more.
    journal = Journal(keys.folder, store)
    try:
        demo.tell(journal, clock, end=now.replace(tzinfo=None) - _JUST_NOW, report=report)
    except BaseException:
        journal.close()
        raise
    clock.over = True
    return journal
