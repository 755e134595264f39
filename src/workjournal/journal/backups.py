"""Backups: verified copies of the vault, made daily, kept by a rule, rehearsed, and brought to a second place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.journal.copies import examining, sealing, second_place
from workjournal.journal.copies.examining import Difference
from workjournal.journal.copies.folders import FOLDER, Copy, Place, Reason, State, keys_of, listed
from workjournal.journal.copies.keeping import superfluous
from workjournal.journal.copies.making import alone, make_copy, take_away
from workjournal.journal.copies.second_place import Reach
from workjournal.journal.copies.troubles import Troubles
from workjournal.journal.preferences import REHEARSED, SECOND_PLACE, Preferences
from workjournal.store.copying import part
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store

__all__ = ["Backups", "Copy", "Difference", "Place", "Reach", "Reason", "Rehearsal", "State", "Tended"]
REHEARSAL_EVERY = dt.timedelta(days=30)


class NoBackups(JournalError):
    """There is no backup of this journal that its present keys open. Make one: `workjournal backup`."""


class NewestBackup(JournalError):
    """The backup {name} is the newest that can be restored, so it stays. Make another one before you remove it."""


class NotABackup(JournalError):
    """{path} is no backup of this journal; nothing was done."""


@dataclass(frozen=True)
class Rehearsal:
    """What looking into a copy showed: it can be restored, unless something was found."""

    copy: Copy
    made: dt.datetime
    counts: Mapping[str, int]
    found: tuple[str, ...]

    @property
    def can_be_restored(self) -> bool:
        return not self.found


@dataclass(frozen=True, kw_only=True)
class Tended:
    """What a day's tending did."""

    made: Copy | None = None
    dropped: int = 0
    brought: int = 0
    rehearsal: Rehearsal | None = None
    reach: Reach = Reach.NONE
    trouble: str = ""


class Backups:
    """The copies of one opened journal. Whatever takes long gets `report`, which may raise to cancel."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._preferences = Preferences(store)
        self._troubles = Troubles(store)

    def make(self, reason: Reason, report: Report = unheard) -> Copy:
        """Make a copy; when this returns, it was opened, compared, and no power cut loses it.

        Raises:
            SourceDamaged, NoRoom, CopyUnwritable, CopyDiffers, KeysChanged, BackupsBusy, Busy, ReadOnly
        """
        folder = make_copy(self.store, reason, report)
        if reason is not Reason.MIGRATION:  # before one there may be nowhere to keep it
            self._troubles.note("making", "")
        return next(copy for copy in self._here() if copy.path == folder)

    def all(self) -> list[Copy]:
        """The copies here and in the second place, newest first."""
        return sorted([*self._here(), *self._there()], key=lambda copy: copy.made, reverse=True)

    def due(self, today: dt.date) -> bool:
        """Whether none was made today that the present keys open."""
        verified = (copy for copy in self._here() if copy.state is State.VERIFIED)
        return not any(copy.made.astimezone().date() == today for copy in verified)

    def tend(self, report: Report = unheard) -> Tended:
        """What is to be done at the first unlock of a day: make a copy, bring it to the second place, take old ones away.

        What goes wrong is no error here: it is remembered as `trouble` until it goes well.
        """
        if self.store.read_only:
            return Tended(trouble=self.trouble())
        today = self.store.clock().astimezone().date()
        made = None
        if self.due(today):
            made = self._troubles.attempt("making", lambda: self.make(Reason.DAILY, part(report, 0.0, 0.5)))
        brought = self._troubles.attempt("second place", lambda: self._bring(part(report, 0.5, 0.8)))
        dropped = self._troubles.attempt("removing", self._rotate)
        if self.unlike():  # a passphrase was changed while another program was busy with them
            self._troubles.attempt("sealing", self.reseal)
        rehearsal = self._troubles.attempt(
            "rehearsing",
            lambda: self.rehearse(part(report, 0.8, 1.0)) if self._rehearsal_is_due(today) else None,
        )
        return Tended(
            made=made,
            dropped=dropped or 0,
            brought=brought or 0,
            rehearsal=rehearsal,
            reach=self._troubles.attempt("looking for the second place", self.reach) or Reach.NONE,
            trouble=self.trouble(),
        )

    def trouble(self) -> str:
        """What went wrong when backups were last made, rehearsed or brought away; "" when all went well."""
        return str(self._troubles)

    def rehearse(self, report: Report = unheard, copy: Copy | None = None) -> Rehearsal:
        """Look into the newest copy, or another one, as if it were to be restored: header, pages, tables, attachments.

        Raises:
            NoBackups
        """
        newest = next((each for each in self._here() if each.state is not State.EARLIER_KEY), None)
        copy = copy or newest
        if copy is None:
            raise NoBackups
        keys = keys_of(copy.path, self.store.keys)
        found: tuple[str, ...] = ("its header is missing, damaged or not of this journal",)
        if keys is not None:
            found = examining.examine(keys, report).found
        rehearsal = Rehearsal(copy, copy.made, copy.counts, found)
        if not self.store.read_only and newest is not None and copy.path == newest.path:
            told = f"The backup of {copy.made:%d %B %Y} cannot be restored: {'; '.join(found[:3])}."
            self._troubles.note("rehearsal", told if found else "")
            self._preferences.set(REHEARSED, self.store.clock().astimezone().date().isoformat())
        return rehearsal

    def reseal(self, report: Report = unheard) -> int:
        """Let the present ways in, and no others, open the copies.

        Returns:
            how many are left as they were: those of an earlier master key open with what opened them then.

        Raises:
            CopyUnwritable, BackupsBusy. Otherwise as `vault.read_header`.
        """
        return sum(sealing.reseal(place, self.store.keys, report) for place in self._places())

    def unlike(self) -> int:
        """How many copies in reach open otherwise than the journal does now, as those from before a new passphrase."""
        return sum(sealing.unlike(place, self.store.keys) for place in self._places())

    def restore(self, copy: Copy, target: Path, secret: str = "", report: Report = unheard) -> Path:
        """Make a new journal of it in the new or empty folder `target`; one of an earlier key needs a secret of that time.

        Raises:
            as `restoring.restore`.
        """
        from workjournal.journal.restoring import restore

        return restore(copy.path, target, secret or self.store.keys, report)

    def difference(self, copy: Copy) -> Difference:
        """What restoring it would bring back.

        Raises:
            NotABackup: it is none, or the present keys do not open it. DatabaseUnreadable, StoreDamaged
        """
        keys = keys_of(copy.path, self.store.keys)
        if keys is None:
            raise NotABackup(path=copy.path)
        return examining.difference(self.store, keys)

    def drop(self, copy: Copy) -> None:
        """Remove a copy for good.

        Raises:
            NotABackup, NewestBackup, CopyUnwritable, BackupsBusy
        """
        place = copy.path.parent
        if place not in self._places() or not copy.path.is_dir():
            raise NotABackup(path=copy.path)
        with alone(place):
            verified = [each for each in listed(place, self.store.keys) if each.state is State.VERIFIED]
            if place == self._folder() and verified and verified[0].path == copy.path:
                raise NewestBackup(name=copy.path.name)
            take_away(copy.path)

    def second_place(self) -> Path | None:
        """The folder that was chosen for copies besides the vault's own."""
        chosen = self._preferences.get(SECOND_PLACE)
        return Path(chosen) if chosen else None

    def set_second_place(self, place: Path | None) -> None:
        """Choose it, or none; the copies follow at the next tending, those in an earlier place stay there.

        Raises:
            NoSecondPlace
        """
        if place is not None:
            second_place.prepare(place, self.store.keys)
        self._preferences.set(SECOND_PLACE, str(place.absolute()) if place else "")
        self._troubles.note("second place", "")

    def reach(self) -> Reach:
        """Whether the second place can be reached now."""
        return second_place.reach(self.second_place(), self.store.keys)

    def _folder(self) -> Path:
        return self.store.keys.folder / FOLDER

    def _places(self) -> list[Path]:
        place = self.second_place()
        there = self._folder().is_dir()
        reachable = place is not None and self.reach() is Reach.REACHABLE
        second = [second_place.folder(place, self.store.keys)] if place and reachable else []
        return [*([self._folder()] if there else []), *second]

    def _here(self) -> list[Copy]:
        return listed(self._folder(), self.store.keys)

    def _there(self) -> list[Copy]:
        place = self.second_place()
        if place is None:
            return []
        return listed(second_place.folder(place, self.store.keys), self.store.keys, Place.SECOND)

    def _bring(self, report: Report) -> int:
        place = self.second_place()
        if place is None or self.reach() is not Reach.REACHABLE:
            return 0
        return second_place.bring(self._here(), place, self.store.keys, report)

    def _rehearsal_is_due(self, today: dt.date) -> bool:
        if not any(copy.state is State.VERIFIED for copy in self._here()):
            return False
        last = self._preferences.get(REHEARSED)
        return not last or dt.date.fromisoformat(last) + REHEARSAL_EVERY <= today

    def _rotate(self) -> int:
        """Here and there; what cannot be restored by any key is left to be looked at."""
        dropped = 0
        for place in self._places():
            with alone(place):
                gone = superfluous(listed(place, self.store.keys), self.store.clock().astimezone())
                for copy in gone:
                    take_away(copy.path)
                dropped += len(gone)
        return dropped
