"""How a pack is made of a choice: read, told, drawn; and with it what must not be found in the file."""

import getpass
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Figure
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person
from workjournal.domain.pseudonyms import Pseudonyms
from workjournal.domain.redactions import Redactions
from workjournal.exporters.leak_check import find_leaks
from workjournal.exporters.pack_content import PackContent, PackPicture, Secrets
from workjournal.exporters.pictures import bare
from workjournal.exporters.wording import wording
from workjournal.journal import attachments, redacting
from workjournal.journal.growth import Growth
from workjournal.journal.pack_charts import for_pack
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_composing import compose, for_charts
from workjournal.journal.pack_fields import Telling
from workjournal.journal.pack_secrets import secrets
from workjournal.journal.pack_things import PackThings
from workjournal.journal.preferences import OWNER, Preferences
from workjournal.store.store import Store

Hide = Callable[[str], str]


@dataclass(frozen=True)
class Composed:
    """A pack before it is typeset, with what it was made of; `charts` are the keys of those that had anything to show."""

    content: PackContent
    things: PackThings
    telling: Telling
    secrets: Secrets
    charts: tuple[str, ...]

    def leaks(self, pdf: bytes, password: str = "") -> list[str]:
        """What the finished file shows and should not."""
        return find_leaks(pdf, self.secrets, password)


@dataclass(frozen=True)
class PackMaking:
    """Makes packs from the journal in `store`, whose vault is in `folder`."""

    store: Store
    folder: Path
    _pictures: dict[UUID, PackPicture] = field(default_factory=dict)

    def compose(self, choice: PackChoice) -> Composed:
        """The whole pack.

        Raises:
            UnknownSection, SectionTwice, TooManyCharts, UnknownChart, PrivateChart, PictureUnreadable, AttachmentDamaged
        """
        choice.check()
        chosen = [for_pack(key) for key in choice.charts]
        preferences = Preferences(self.store)
        owner = preferences.get(OWNER)
        things = self.things(choice)
        hidden = (person for person in self.people().values() if person.id not in choice.named)
        names = Pseudonyms(hidden, wording(choice.language).stand_ins)
        # An employer knows its own words; they stay behind when one leaves.
        leaves = choice.audience is Audience.NEXT_JOB
        redactions = Redactions(redacting.redactions(preferences) if leaves else ())

        def hide(text: str) -> str:
            return redactions.hide(names.hide(text))

        telling = Telling(choice.audience, hide, things.wordings, choice.wordings)
        drawn = self._figures(chosen, choice, hide) if "growth" in choice.ordered else {}
        shown = partial(self._shown, things, choice, hide)
        content = compose(things, choice, telling, figures=tuple(drawn.values()), owner=owner, pictures=shown)
        unseen = secrets(things, choice, content, telling, names, redactions)
        return Composed(content, things, telling, self._with_this_computer(unseen, owner), tuple(drawn))

    def things(self, choice: PackChoice) -> PackThings:
        """What the choice was made from."""
        with self.store.reading() as session:
            return PackThings.load(session, choice.start, choice.end, choice.audience)

    def people(self) -> Mapping[UUID, Person]:
        """Everybody with a name, in the trash or not: a text may still hold it."""
        with self.store.reading() as session:
            return {person.id: person for person in session.scalars(select(Person).order_by(Person.id))}

    def _figures(self, chosen: list[Chart], choice: PackChoice, hide: Hide) -> dict[str, Figure]:
        """By the keys of their charts, those left out that show nothing."""
        if not chosen:
            return {}
        history = for_charts(Growth(self.store).shown_history(choice.start, choice.end), choice, hide)
        drawn = {each.key: each.figure(history) for each in chosen}
        return {key: figure for key, figure in drawn.items() if not figure.is_empty}

    def _shown(
        self, things: PackThings, choice: PackChoice, hide: Hide, episode: Episode
    ) -> tuple[PackPicture, ...]:
        """The chosen pictures of an episode, each made bare once."""
        shown = []
        for attachment, name in things.pictures.get(episode.id, ()):
            if attachment in choice.pictures:
                if attachment not in self._pictures:
                    kind, content = bare(attachments.content_of(self.store, attachment), name=name)
                    self._pictures[attachment] = PackPicture("", kind, content)
                shown.append(replace(self._pictures[attachment], alt=hide(Path(name).stem)))
        return tuple(shown)

    def _with_this_computer(self, unseen: Secrets, owner: str) -> Secrets:
        """The paths and names of this computer, too."""
        # The owner's own name may be that of the system's account, and was chosen.
        account = (getpass.getuser(), str(Path.home()))
        words = (*unseen.words, str(self.folder.resolve()))
        others = tuple(word for word in account if word.casefold() not in owner.casefold())
        return replace(unseen, words=words, metadata_words=others)
