"""Packs after they were shared: the ledger of them, what was in each, and what came of the meeting."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action, ActionKind
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.label import Person
from workjournal.domain.pack import Pack
from workjournal.errors import JournalError
from workjournal.journal import pack_telling
from workjournal.journal.pack_errors import PackUnwritable
from workjournal.journal.pack_telling import ToldSection
from workjournal.journal.preferences import MEETING_PASSED_OVER, Preferences
from workjournal.journal.service import NoSuchThing, Service, fetch, named
from workjournal.store.store import Store

REMEMBERED_DAYS = 14
"""How long it is asked how the meeting went; later, what was said is remembered as one would like it to have been."""


class NoCopyKept(JournalError):
    """No copy of this pack was kept in the journal. Its ledger still tells what was in it."""


class FileNotRead(JournalError):
    """{path} cannot be read: {reason}."""


@dataclass(frozen=True)
class Shared:
    """A line of the ledger: the pack without its PDF, and whether a copy of that is kept."""

    pack: Pack
    kept: bool


class Meetings(Service[Pack]):
    """The verbs for packs that were shared, and for the meetings they were made for."""

    noun = Pack

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._preferences = Preferences(store)

    # The ledger

    def ledger(self) -> list[Shared]:
        """What was shared, the newest first."""
        with self.store.reading() as session:
            query = select(Pack, Pack.pdf.is_not(None)).where(Pack.trashed_at.is_(None))
            found = session.execute(query.order_by(Pack.date.desc(), Pack.id.desc()))
            return [Shared(pack, kept) for pack, kept in found]

    def told(self, pack: Pack) -> tuple[ToldSection, ...]:
        """What was in it: things with their present titles, charts, typed lines, by section.

        The first time it loads the charts, which takes a moment.
        """
        with self.store.reading() as session:
            return pack_telling.told(session, pack)

    def pdf_of(self, pack_id: UUID) -> bytes:
        """The copy that was kept, without a password.

        Raises:
            NoSuchThing, NoCopyKept
        """
        with self.store.reading() as session:
            found = session.execute(select(Pack.id, Pack.pdf).where(Pack.id == pack_id)).one_or_none()
        if found is None:
            raise NoSuchThing(noun="pack", id=pack_id)
        if found.pdf is None:
            raise NoCopyKept
        return bytes(found.pdf)

    def keeps(self, pack_id: UUID) -> bool:
        """Whether a copy of it is kept."""
        with self.store.reading() as session:
            return bool(session.scalar(select(Pack.pdf.is_not(None)).where(Pack.id == pack_id)))

    def copy_pdf(self, pack_id: UUID, target: Path) -> None:
        """Write the kept copy out of the journal, unencrypted, because the user asked for it.

        Raises:
            NoSuchThing, NoCopyKept, PackUnwritable
        """
        from workjournal.journal import pack_writing  # loads the readers of PDF

        if target.resolve().is_relative_to(self.store.keys.folder.resolve()):
            raise PackUnwritable(path=target, reason="it lies in the journal's own folder")
        pack_writing.write(target, self.pdf_of(pack_id), lambda _: [], lambda: None)

    def drop_pdf(self, pack_id: UUID) -> None:
        """Let go of the copy, for good; the ledger keeps the rest."""
        with self.store.writing() as session:
            fetch(session, Pack, pack_id).pdf = None

    def matches(self, pack_id: UUID, file: Path) -> bool:
        """Whether a file is the one that was shared, byte for byte.

        Raises:
            NoSuchThing, FileNotRead
        """
        shared = self.get(pack_id).sha256
        try:
            with file.open("rb") as opened:
                return hashlib.file_digest(opened, "sha256").hexdigest() == shared
        except OSError as error:
            raise FileNotRead(path=file, reason=error.strerror) from error

    def whose(self, file: Path) -> list[Shared]:
        """The lines of the ledger whose file this is, byte for byte, or whose copy was kept; the newest first.

        A copy is another file than the one with a password that was shared.

        Raises:
            FileNotRead
        """
        try:
            with file.open("rb") as opened:
                found = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError as error:
            raise FileNotRead(path=file, reason=error.strerror) from error
        lines = self.ledger()
        shared = [line for line in lines if line.pack.sha256 == found]
        copies = (line for line in lines if line.kept and line.pack.protected)
        return shared or [line for line in copies if found == self._digest_of_copy(line.pack.id)]

    def _digest_of_copy(self, pack_id: UUID) -> str:
        return hashlib.sha256(self.pdf_of(pack_id)).hexdigest()

    # The meeting

    def save(self, thing: Pack) -> Pack:
        """Keep a changed pack. What was agreed and heard on the day of the meeting moves with that day.

        Raises:
            EditedElsewhere
        """
        with self.store.writing() as session:
            before = session.scalar(select(Pack.met).where(Pack.id == thing.id))
            session.add(thing)
            if before is not None and thing.met not in {None, before}:
                came: list[Action | Episode] = [*_agreed(session, thing.id), *_heard(session, thing.id)]
                for left in came:
                    if left.date == before and str(left.id) not in thing.items:
                        left.date = thing.met
        return thing

    def meet(self, pack_id: UUID, met: dt.date | None, notes: str) -> Pack:
        """Say when the meeting was, and what was said; None takes the day back.

        Raises:
            NoSuchThing
        """
        pack = self.get(pack_id)
        pack.met, pack.notes = met, notes
        return self.save(pack)

    def agree(self, pack_id: UUID, action: Action) -> Action:
        """Note what was agreed: a new action, or one that was in the pack and is agreed to as it stands.

        A meeting of which no day is known was today.

        Raises:
            NoSuchThing, Missing
        """
        with self.store.writing() as session:
            pack = self._met(session, pack_id)
            if str(action.id) not in pack.items:
                action.kind, action.date = ActionKind.ACTION, pack.met or action.date
            action.pack_id = pack.id
            session.add(action)
        return action

    def withdraw(self, action_id: UUID) -> Action:
        """Take an agreement back: into the trash, or, where it was in the pack already, only away from the meeting.

        Raises:
            NoSuchThing
        """
        with self.store.writing() as session:
            action = fetch(session, Action, action_id)
            pack = session.get(Pack, action.pack_id) if action.pack_id else None
            if pack is not None and str(action.id) in pack.items:
                action.pack_id = None
            else:
                action.trashed_at = action.trashed_at or self.store.clock()
        return action

    def agree_again(self, pack_id: UUID, action_id: UUID) -> Action:
        """The undo of `withdraw`.

        Raises:
            NoSuchThing
        """
        with self.store.writing() as session:
            action = fetch(session, Action, action_id)
            action.pack_id, action.trashed_at = fetch(session, Pack, pack_id).id, None
        return action

    def hear(self, pack_id: UUID, episode: Episode, people: Iterable[str] = ()) -> Episode:
        """Keep feedback that was given in the meeting as an episode of its day, with the people of these names.

        A meeting of which no day is known was today.

        Raises:
            NoSuchThing, Missing
        """
        with self.store.writing() as session:
            pack = self._met(session, pack_id)
            episode.kind, episode.pack_id, episode.date = Kind.FEEDBACK, pack.id, pack.met or episode.date
            session.add(episode)
            episode.people = named(session, Person, people)
        return episode

    def agreed(self, pack_id: UUID) -> list[Action]:
        """What was agreed in its meeting, as it was noted."""
        with self.store.reading() as session:
            return _agreed(session, pack_id)

    def heard(self, pack_id: UUID) -> list[Episode]:
        """The feedback that was given in its meeting, as it was noted."""
        with self.store.reading() as session:
            return _heard(session, pack_id)

    def since(self, audience: Audience) -> Pack | None:
        """The pack of this audience that was met about last, or shared where there was no meeting."""
        with self.store.reading() as session:
            query = select(Pack).where(Pack.trashed_at.is_(None), Pack.audience == audience)
            last = func.coalesce(Pack.met, Pack.date).desc()
            return session.scalars(query.order_by(last, Pack.id.desc()).limit(1)).first()

    # Asking how it went

    def awaiting(self, today: dt.date) -> Pack | None:
        """The last pack for the manager, from the day after it was shared, while nothing is known of its meeting."""
        with self.store.reading() as session:
            query = select(Pack).where(Pack.trashed_at.is_(None), Pack.audience == Audience.MANAGER)
            last = session.scalars(query.order_by(Pack.date.desc(), Pack.id.desc()).limit(1)).first()
        if last is None or last.met is not None or not 0 < (today - last.date).days <= REMEMBERED_DAYS:
            return None
        return None if self._preferences.get(MEETING_PASSED_OVER) == str(last.id) else last

    def pass_over(self, pack_id: UUID) -> None:
        """Ask no more how the meeting about this pack went."""
        self._preferences.set(MEETING_PASSED_OVER, str(pack_id))

    def ask_again(self) -> None:
        """Take the passing over back."""
        self._preferences.set(MEETING_PASSED_OVER, "")

    def _met(self, session: Session, pack_id: UUID) -> Pack:
        pack = fetch(session, Pack, pack_id)
        if pack.met is None:
            pack.met = self.store.clock().astimezone().date()
        return pack


def _agreed(session: Session, pack_id: UUID) -> list[Action]:
    query = select(Action).where(Action.pack_id == pack_id, Action.trashed_at.is_(None))
    return list(session.scalars(query.order_by(Action.id)))


def _heard(session: Session, pack_id: UUID) -> list[Episode]:
    query = select(Episode).where(Episode.pack_id == pack_id, Episode.trashed_at.is_(None))
    return list(session.scalars(query.order_by(Episode.id)))
