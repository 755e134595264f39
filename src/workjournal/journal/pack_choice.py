"""What was chosen for a pack."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Paper
from workjournal.errors import JournalError

MOST_CHARTS = 3


class UnknownSection(JournalError):
    """A pack for {audience} has no section "{key}". There are: {known}."""


class SectionTwice(JournalError):
    """The section "{key}" was named twice. Name each once, in the order they shall have."""


class TooManyCharts(JournalError):
    """A pack shows at most {most} charts; untick one first."""


@dataclass(frozen=True, kw_only=True)
class PackChoice:
    """The period (both days inclusive), for whom, and what of it.

    `sections` are keys in the order of the pack, None for all in their usual order. `items` are ids of offered things,
    `pictures` of attachments, `named` of the people who are called by their names. `asks` and `commitments` are typed
    lines beside those taken from actions. `wordings` replace texts of this one pack, by thing and field; what was
    reworded for the audience once for all is in the journal.
    """

    start: dt.date
    end: dt.date
    audience: Audience
    sections: tuple[str, ...] | None = None
    items: frozenset[UUID] = frozenset()
    charts: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    pictures: frozenset[UUID] = frozenset()
    named: frozenset[UUID] = frozenset()
    wordings: Mapping[tuple[UUID, str], str] = field(default_factory=dict, hash=False)
    paper: Paper = Paper.A4
    language: str = "en"

    @property
    def ordered(self) -> tuple[str, ...]:
        """The keys of its sections, in their order.

        Raises:
            UnknownSection, SectionTwice
        """
        known = [section.key for section in SECTIONS[self.audience]]
        if self.sections is None:
            return tuple(known)
        for place, key in enumerate(self.sections):
            if key not in known:
                raise UnknownSection(audience=self.audience.value, key=key, known=", ".join(known))
            if key in self.sections[:place]:
                raise SectionTwice(key=key)
        return self.sections

    def check(self) -> None:
        """Raises: UnknownSection, SectionTwice, TooManyCharts."""
        _ = self.ordered
        if len(self.charts) > MOST_CHARTS:
            raise TooManyCharts(most=MOST_CHARTS)
