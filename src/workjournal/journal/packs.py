"""The review pack: offer what could be in it, compose what was ticked, export it and note what was shared."""

import datetime as dt
import getpass
import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from workjournal.charts import FOR_PACKS, chart
from workjournal.charts.chart import Chart
from workjournal.domain.entity import Audience
from workjournal.domain.label import Person
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.pack import SECTIONS, Pack
from workjournal.domain.pseudonyms import Pseudonyms
from workjournal.errors import JournalError
from workjournal.exporters.leak_check import find_leaks
from workjournal.exporters.pack_content import PackContent, Secrets, texts_of
from workjournal.exporters.review_pack import typeset
from workjournal.journal.growth import Growth
from workjournal.journal.pack_composing import PackChoice, compose, for_charts, secrets
from workjournal.journal.pack_items import PackItem, PeriodThings, offered, proposed
from workjournal.journal.preferences import OWNER, Preferences
from workjournal.journal.service import Service
from workjournal.store.store import Store

MOST_CHARTS = 3


class PackLeaks(JournalError):
    """The pack was not written, because it would have shown what was not chosen: {leaks}."""


class PackUnwritable(JournalError):
    """The pack could not be written to {path}: {reason}. Nothing was left there."""


class UnknownSection(JournalError):
    """A pack has no section "{key}". There are: {known}."""


class PrivateChart(JournalError):
    """The chart "{title}" is for you alone. No pack takes it."""


def for_pack(key: str) -> Chart:
    """The chart of that key.

    Raises:
        UnknownChart, PrivateChart
    """
    found = chart(key)
    if found.private:
        raise PrivateChart(title=found.title)
    return found


@dataclass(frozen=True)
class PackOffer:
    """What could be in a pack. `suggested` says that nothing was ticked yet, so the ticks are a proposal."""

    items: tuple[PackItem, ...]
    suggested: bool

    def choice(self, start: dt.date, end: dt.date, audience: Audience) -> PackChoice:
        """The choice that takes the offer as it stands, with every chart that can be shown to that audience."""
        items = frozenset(item.id for item in self.items if item.ticked)
        charts = tuple(known.key for known in FOR_PACKS[:MOST_CHARTS])
        return PackChoice(start=start, end=end, audience=audience, items=items, charts=charts)


class Packs(Service[Pack]):
    """The verbs for packs; `folder` is the vault's, whose path must never be found in one."""

    noun = Pack

    def __init__(self, store: Store, folder: Path) -> None:
        super().__init__(store)
        self._folder = folder

    def offer(self, start: dt.date, end: dt.date, audience: Audience) -> PackOffer:
        """The things of a period, a handful of each section ticked out of those ticked for this audience.

        Where nothing at all is ticked for it, out of everything.
        """
        with self.store.reading() as session:
            items = offered(PeriodThings.load(session, start, end), audience)
        return PackOffer(tuple(proposed(items)), suggested=not any(item.shared for item in items))

    def typeset(self, choice: PackChoice) -> bytes:
        """The PDF's bytes, looked through for everything that was not chosen. What is previewed is what is saved.

        Raises:
            PackLeaks, UnknownSection, UnknownChart, PrivateChart
        """
        content, secrets = self._compose(choice)
        pdf = typeset(content)
        leaks = find_leaks(pdf, secrets)
        if leaks:
            raise PackLeaks(leaks="; ".join(leaks[:5]))
        return pdf

    def compose(self, choice: PackChoice) -> PackContent:
        """The pack's content: only what was chosen, under pseudonyms.

        Raises:
            UnknownSection, UnknownChart, PrivateChart
        """
        return self._compose(choice)[0]

    def stand_ins(self, choice: PackChoice) -> dict[str, str]:
        """Whom the chosen texts name, and what the pack says instead."""
        named, _ = self._compose(choice, hidden=False)
        with self.store.reading() as session:
            return Pseudonyms(session.scalars(select(Person))).met("\n".join(texts_of(named.sections)))

    def _compose(self, choice: PackChoice, *, hidden: bool = True) -> tuple[PackContent, Secrets]:
        known = [section.key for section in SECTIONS]
        for key in choice.sections:
            if key not in known:
                raise UnknownSection(key=key, known=", ".join(known))
        chosen = [for_pack(key) for key in choice.charts]
        owner = Preferences(self.store).get(OWNER)
        with self.store.reading() as session:
            things = PeriodThings.load(session, choice.start, choice.end)
            names = Pseudonyms(session.scalars(select(Person)) if hidden else ())
        history = for_charts(Growth(self.store).shown_history(choice.start, choice.end), choice, names.hide)
        drawn = (each.figure(history) for each in chosen)
        figures = tuple(figure for figure in drawn if not figure.is_empty)
        content = compose(things, choice, names=names, figures=figures, owner=owner)
        unseen = secrets(things, choice, content, names)
        return content, replace(
            unseen,
            words=(*unseen.words, str(self._folder.resolve())),
            # The owner's own name may be that of the system's account, and was chosen.
            metadata_words=tuple(
                word
                for word in (getpass.getuser(), str(Path.home()))
                if word.casefold() not in owner.casefold()
            ),
        )

    def export(self, choice: PackChoice, path: Path, pdf: bytes | None = None) -> Pack:
        """Write the pack (the previewed bytes, or new ones) and enter it into the ledger; its lessons are shared now.

        Raises:
            PackLeaks, PackUnwritable
        """
        target = path.resolve()
        if target.is_relative_to(self._folder.resolve()):
            raise PackUnwritable(path=path, reason="it lies in the journal's own folder")
        if target.exists() and not target.is_file():
            raise PackUnwritable(path=path, reason="it is not a file")
        pdf = self.typeset(choice) if pdf is None else pdf
        _write(target, pdf)
        entry = Pack(
            date=self.store.clock().astimezone().date(),
            audience=choice.audience,
            period_start=choice.start,
            period_end=choice.end,
            sections=list(choice.sections),
            items=sorted(str(item) for item in choice.items),
            sha256=hashlib.sha256(pdf).hexdigest(),
        )
        with self.store.writing() as session:
            session.add(entry)
            if "lessons" in choice.sections:
                told = (Lesson.trashed_at.is_(None), Lesson.date.between(choice.start, choice.end))
                for lesson in session.scalars(select(Lesson).where(Lesson.id.in_(choice.items), *told)):
                    lesson.advance(LessonState.SHARED)
        return entry

    def shared(self) -> list[Pack]:
        """The ledger, newest first."""
        with self.store.reading() as session:
            return list(session.scalars(select(Pack).order_by(Pack.date.desc(), Pack.id.desc())))


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, readable by the user alone."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise PackUnwritable(path=path, reason=error.strerror) from error
