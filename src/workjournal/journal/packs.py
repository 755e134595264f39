"""The review pack: offer what could be in it, compose what was chosen, export it and note what was shared."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.entity import Audience
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.pack import Pack, Paper, Rewording
from workjournal.domain.pseudonyms import Pseudonyms
from workjournal.exporters import pack_text
from workjournal.exporters.leak_check import find_leaks_in_text
from workjournal.exporters.pack_content import PackContent, texts_of
from workjournal.exporters.protecting import protected
from workjournal.exporters.review_pack import typeset
from workjournal.exporters.wording import wording
from workjournal.journal import pack_writing
from workjournal.journal.pack_balance import Balance, weigh
from workjournal.journal.pack_charts import USUAL
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PackLeaks, PackUnwritable
from workjournal.journal.pack_fields import PackField, digest, need_field
from workjournal.journal.pack_items import PackItem, offered, proposed, standing
from workjournal.journal.pack_making import Composed, PackMaking
from workjournal.journal.pack_things import PackThings, Shown
from workjournal.journal.service import NoSuchThing, Service
from workjournal.store.store import Store


def _go_on() -> None:
    """Nobody wants it stopped."""


@dataclass(frozen=True)
class PackOffer:
    """What could be in a pack. `suggested` says that nothing was ticked yet, so the ticks are a proposal."""

    items: tuple[PackItem, ...]
    suggested: bool

    def choice(self, start: date, end: date, audience: Audience) -> PackChoice:
        """The choice that takes the offer as it stands, with the usual charts."""
        items = frozenset(item.id for item in self.items if item.ticked)
        return PackChoice(start=start, end=end, audience=audience, items=items, charts=USUAL)


class Packs(Service[Pack]):
    """The verbs for packs; `folder` is the vault's, whose path must never be found in one."""

    noun = Pack

    def __init__(self, store: Store, folder: Path) -> None:
        super().__init__(store)
        self._making = PackMaking(store, folder)

    def offer(self, start: date, end: date, audience: Audience) -> PackOffer:
        """The things of a period, a handful of each section ticked out of those ticked for this audience.

        Where nothing at all is ticked for it, out of everything.
        """
        with self.store.reading() as session:
            items = offered(PackThings.load(session, start, end, audience), audience)
        nothing = audience is not Audience.OWN and not any(item.shared for item in items)
        return PackOffer(tuple(proposed(items, audience)), suggested=nothing)

    def typeset(self, choice: PackChoice, between: Callable[[], None] = _go_on) -> bytes:
        """The PDF's bytes, looked through for everything that was not chosen. What is previewed is what is saved.

        Args:
            between: called between the steps; whoever waits no longer may raise there.

        Raises:
            PackLeaks, UnknownSection, SectionTwice, UnknownChart, PrivateChart, TooManyCharts, PictureUnreadable
        """
        composed = self._making.compose(choice)
        between()
        pdf = typeset(composed.content)
        between()
        _refuse(composed.leaks(pdf))
        return pdf

    def look_through(self, choice: PackChoice, pdf: bytes) -> None:
        """Look once more for what was not chosen, as it is by now: these bytes are about to leave otherwise than by `export`.

        Raises:
            PackLeaks
        """
        _refuse(self._making.compose(choice).leaks(pdf))

    def written(self, choice: PackChoice, *, markdown: bool) -> str:
        """The same pack as Markdown or as plain text, for a company's own form.

        Raises:
            PackLeaks, UnknownSection, SectionTwice, UnknownChart, PrivateChart, TooManyCharts
        """
        composed = self._making.compose(choice)
        text = (pack_text.markdown if markdown else pack_text.plain_text)(composed.content)
        _refuse(find_leaks_in_text(text, composed.secrets))
        return text

    def compose(self, choice: PackChoice) -> PackContent:
        """The pack's content: only what was chosen, under pseudonyms.

        Raises:
            UnknownSection, SectionTwice, UnknownChart, PrivateChart, TooManyCharts
        """
        return self._making.compose(choice).content

    def balance(self, choice: PackChoice) -> Balance:
        """What leaves with it and what stays."""
        composed = self._making.compose(choice)
        return weigh(composed.things, choice, composed.telling)

    def stand_ins(self, choice: PackChoice) -> dict[str, str]:
        """Whom the chosen texts name, and what the pack says instead."""
        everyone = frozenset(self._making.people())
        named = self._making.compose(replace(choice, named=everyone)).content
        everybody = Pseudonyms(self._making.people().values(), wording(choice.language).stand_ins)
        return everybody.met("\n".join(texts_of(named.sections)))

    def fields(self, thing: UUID, choice: PackChoice) -> tuple[PackField, ...]:
        """Every text of an offered thing, as it would leave.

        Raises:
            NoSuchThing: the period has nothing of that id that could be in a pack.
        """
        bare = replace(choice, items=frozenset(), charts=(), pictures=frozenset())
        composed = self._making.compose(bare)
        return composed.telling.leaving(_thing(composed.things, thing))

    def evidence_story(self, episode: UUID, choice: PackChoice) -> dict[str, str]:
        """What the newest evidence story (CARL) on an episode says, by the fields of a portfolio, with names replaced.

        Empty where there is none.
        """
        bare = replace(choice, items=frozenset(), charts=(), pictures=frozenset())
        composed = self._making.compose(bare)
        return composed.telling.evidence_story(composed.things.reflections, episode)

    def every_field(self, choice: PackChoice) -> dict[UUID, tuple[PackField, ...]]:
        """Every text of everything that could be in the pack, by thing, as it would leave; read once."""
        composed = self._making.compose(replace(choice, items=frozenset(), charts=(), pictures=frozenset()))
        return {thing.id: composed.telling.fields(thing) for thing in composed.things.all}

    def reword(self, thing: UUID, field: str, text: str, choice: PackChoice) -> None:
        """Tell a text otherwise to the audience of a choice, from now on; the journal's own stays as it is.

        Raises:
            NoSuchThing, NoSuchField
        """
        with self.store.writing() as session:
            things = PackThings.load(session, choice.start, choice.end, choice.audience)
            own = need_field(_thing(things, thing), field, choice.audience)
            kept = things.wordings.get((thing, field))
            if kept is None:
                kept = Rewording(thing_id=thing, field=field, audience=choice.audience, text="", of="")
                session.add(kept)
            kept.text, kept.of = text, digest(own)

    def take_back_wording(self, thing: UUID, field: str, audience: Audience) -> None:
        """Tell the journal's own text again."""
        with self.store.writing() as session:
            kept = session.get(Rewording, (thing, field, audience))
            if kept is not None:
                session.delete(kept)

    def export(
        self,
        choice: PackChoice,
        path: Path,
        pdf: bytes | None = None,
        *,
        recipient: str = "",
        password: str = "",
        keep: bool = False,
        between: Callable[[], None] = _go_on,
    ) -> Pack:
        """Write the pack (the previewed bytes, or new ones) and enter it into the ledger; its lessons are shared now.

        Args:
            password: what the file is to be opened with; "" for none.
            keep: whether the PDF, without its password, is kept in the vault too.
            between: called between the steps, the last time just before the file gets its name.

        Raises:
            PackLeaks, PackUnwritable, NoPassword, UnfitPassword
        """
        target = self._target(path)
        composed = self._making.compose(choice)
        pdf = typeset(composed.content) if pdf is None else pdf
        between()
        written = protected(typeset(composed.content, archival=False), password) if password else pdf
        between()
        told = standing(composed.things, choice, composed.telling)
        entry = _entry(choice, composed, told)
        entry.date = self.store.clock().astimezone().date()
        entry.sha256, entry.recipient = hashlib.sha256(written).hexdigest(), recipient.strip()
        entry.protected, entry.pdf = bool(password), pdf if keep else None
        check = partial(composed.leaks, password=password)
        pack_writing.write_entered(
            target, written, check, partial(self.save, entry), partial(self._take_back, entry), between
        )
        lessons = [item.id for item in told if item.section == "lessons"]
        if choice.audience is not Audience.OWN:
            self._share(lessons)
        return entry

    def _take_back(self, entry: Pack) -> None:
        """Out of the ledger again, if it was there: the file did not get its name."""
        with self.store.writing() as session:
            if (entered := session.get(Pack, entry.id)) is not None:
                session.delete(entered)

    def _share(self, lessons: list[UUID]) -> None:
        """Its lessons are shared now."""
        with self.store.writing() as session:
            for lesson in session.scalars(select(Lesson).where(Lesson.id.in_(lessons))):
                lesson.advance(LessonState.SHARED)

    def write_text(self, choice: PackChoice, path: Path, *, markdown: bool) -> None:
        """Write the same pack as a text file, and nothing into the ledger.

        Raises:
            PackLeaks, PackUnwritable
        """
        target, text = self._target(path), self.written(choice, markdown=markdown)
        pack_writing.write(target, text.encode(), lambda _: [], _go_on)

    def blank_form(self, path: Path, paper: Paper, language: str) -> None:
        """Write a form for a meeting, to print and to write on; nothing of the journal is in it.

        Raises:
            PackUnwritable
        """
        from workjournal.journal.blank_form import save_form

        save_form(self._target(path), language, paper)

    def shared(self) -> list[Pack]:
        """The ledger, newest first."""
        with self.store.reading() as session:
            found = select(Pack).where(Pack.trashed_at.is_(None))
            return list(session.scalars(found.order_by(Pack.date.desc(), Pack.id.desc())))

    def _target(self, path: Path) -> Path:
        """Where it is to be written, which is never the vault.

        Raises:
            PackUnwritable
        """
        target = path.resolve()
        if target.is_relative_to(self._making.folder.resolve()):
            raise PackUnwritable(path=path, reason="it lies in the journal's own folder")
        if target.exists() and not target.is_file():
            raise PackUnwritable(path=path, reason="it is not a file")
        return target


def _entry(choice: PackChoice, composed: Composed, told: Iterable[PackItem]) -> Pack:
    """What the ledger keeps of a choice; the file itself is still to come."""
    return Pack(
        date=choice.end,
        audience=choice.audience,
        period_start=choice.start,
        period_end=choice.end,
        sections=list(choice.ordered),
        items=sorted(str(item.id) for item in told),
        charts=list(composed.charts),
        asks=list(choice.asks) if "asks" in choice.ordered else [],
        commitments=list(choice.commitments) if "commitments" in choice.ordered else [],
    )


def _thing(things: PackThings, thing: UUID) -> Shown:
    found = next((each for each in things.all if each.id == thing), None)
    if found is None:
        raise NoSuchThing(noun="thing for this pack", id=thing)
    return found


def _refuse(leaks: list[str]) -> None:
    if leaks:
        raise PackLeaks(leaks="; ".join(leaks[:5]))
