"""Printing: what was chosen of the journal, typeset as a PDF in memory; on the disk only where the user saves it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.pack import Paper
from workjournal.errors import JournalError
from workjournal.exporters.entries_sheet import EntriesSheet, typeset
from workjournal.exporters.pdf_pages import page_count
from workjournal.journal import pack_writing
from workjournal.journal.chosen import Chosen, ids_of
from workjournal.journal.episode_filter import EpisodeFilter, Order, walk
from workjournal.journal.methods import Methods
from workjournal.journal.pack_errors import PackUnwritable
from workjournal.journal.preferences import LANGUAGE, PAPER, Preferences
from workjournal.journal.printed_entries import PrintedEntries, Wanted
from workjournal.store.copying import part
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store

MOST = 2000
"""Episodes of one printing: some 1,200 pages, which take 20 seconds."""
_READ = 0.3
"""How far everything is once it is read."""

Subject = EpisodeFilter | Chosen | Sequence[UUID]
"""What is printed: what a filter finds, what was chosen in a list, or these episodes."""


class NothingToPrint(JournalError):
    """There is nothing to print: no episode fits what was chosen."""


class TooMuchToPrint(JournalError):
    """{count} episodes are too many for one printing, which has room for {most}. Choose fewer days, or filter the list."""


class PrintUnwritable(JournalError):
    """The PDF could not be written to {path}: {reason}. Nothing was left there."""


@dataclass(frozen=True)
class How:
    """What of each episode is printed, on what. `language` is of the words that the page adds."""

    reflections: bool = True
    private_notes: bool = False
    paper: Paper = Paper.A4
    language: str = "en"


@dataclass(frozen=True)
class Printed:
    """The PDF, how many pages and episodes it has, and the letters that no font has: boxes or their names stand for them."""

    pdf: bytes
    pages: int
    episodes: int
    boxes: str = ""


class Printing:
    """The verbs for paper. Nothing here changes the journal, but for the paper that is remembered."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def usual(self) -> How:
        """The paper that was chosen last, and the journal's language."""
        preferences = Preferences(self.store)
        return How(
            paper=Paper(preferences.get(PAPER) or Paper.A4.value), language=preferences.get(LANGUAGE) or "en"
        )

    def remember(self, paper: Paper) -> None:
        """Offer this paper from now on, here and for packs; not where the journal can only be read."""
        preferences = Preferences(self.store)
        if not self.store.read_only and paper is not self.usual().paper:
            preferences.set(PAPER, paper.value)

    def typeset(self, subject: Subject, how: How, report: Report = unheard) -> Printed:
        """Oldest first, with reflections and lessons; of a bare period also the reviews that lie in it.

        Args:
            report: told how far it is; what it raises gives it up.

        Raises:
            NothingToPrint, TooMuchToPrint, NoSuchThing, ChosenChanged
        """
        with self.store.reading() as session:
            ids = _ids(session, subject)
            wanted = Wanted(reflections=how.reflections, private_notes=how.private_notes)
            read = PrintedEntries(session, Methods(self.store), wanted, part(report, 0.0, _READ))
            entries = read.of(ids)
            period = _period(subject)
            reviews = read.reviews(*period) if period and how.reflections else ()
        if not entries and not reviews:
            raise NothingToPrint
        report(_READ, "")
        made = typeset(
            EntriesSheet(
                entries=entries,
                reviews=reviews,
                period=period,
                private=any(entry.private_note for entry in entries),
                made=self.store.clock().astimezone().date(),
                language=how.language,
                paper=how.paper.value,
            )
        )
        report(1.0, "")
        return Printed(made.pdf, page_count(made.pdf), len(entries), made.boxes)

    def save(self, pdf: bytes, path: Path) -> None:
        """Write it for the user to keep, unencrypted; an older file of that name is replaced.

        Raises:
            PrintUnwritable
        """
        target = path.resolve()
        if target.is_relative_to(self.store.keys.folder.resolve()):
            raise PrintUnwritable(path=path, reason="it lies in the journal's own folder")
        if target.exists() and not target.is_file():
            raise PrintUnwritable(path=path, reason="it is not a file")
        try:
            pack_writing.write(target, pdf, lambda _: [], lambda: None)
        except PackUnwritable as error:
            raise PrintUnwritable(**error.fields) from error


def _ids(session: Session, subject: Subject) -> list[UUID]:
    """Raises: TooMuchToPrint, ChosenChanged."""
    if isinstance(subject, EpisodeFilter):
        query = walk(subject).sorted(Order.OLDEST)
        count = session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    else:
        count = len(subject)
    if count > MOST:
        raise TooMuchToPrint(count=f"{count:,}", most=f"{MOST:,}")
    if isinstance(subject, EpisodeFilter):
        return list(session.scalars(query))
    return ids_of(session, subject) if isinstance(subject, Chosen) else list(dict.fromkeys(subject))


def _period(subject: Subject) -> tuple[dt.date, dt.date] | None:
    """The days of a filter that asks for nothing else."""
    if not isinstance(subject, EpisodeFilter) or subject.start is None or subject.end is None:
        return None
    bare = EpisodeFilter(start=subject.start, end=subject.end)
    return (subject.start, subject.end) if subject == bare else None
