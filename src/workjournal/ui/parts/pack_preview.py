"""A review pack as it would leave: made in a Task from a draft, looked at in the preview, saved as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workjournal.domain.pack import Paper
from workjournal.errors import JournalError
from workjournal.exporters.pdf_pages import page_count
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.journal.pack_balance import Balance
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PackLeaks
from workjournal.journal.packs import PackOffer
from workjournal.journal.preferences import LANGUAGE, PAPER
from workjournal.ui.parts.pack_draft import PackDraft
from workjournal.ui.tasks import Report


@dataclass(frozen=True)
class Preview:
    """What was offered and chosen, and the very bytes that would be saved.

    `pdf`, of so many `pages`, is empty where there is nothing to show or where `problem` says why it may not be, which
    `leaks` if it shows what was not chosen. `stand_ins` tells of all who are named in it, `openly` who of them are
    called by their names.
    """

    offer: PackOffer
    charts: tuple[str, ...]
    choice: PackChoice
    pdf: bytes = b""
    pages: int = 0
    balance: Balance | None = None
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    openly: tuple[str, ...] = ()
    problem: str = ""
    leaks: bool = False

    def is_empty(self) -> bool:
        """Whether the period has nothing that could be chosen, and nothing was typed."""
        return not self.offer.items and not self.choice.asks and not self.choice.commitments


def make(journal: Journal, draft: PackDraft, report: Report) -> Preview:
    """Offer, choose and typeset; gives up between the steps once nobody waits."""
    offer = journal.packs.offer(draft.one.start, draft.one.end, draft.audience)
    charts = pack_charts.ticked(journal.preferences)
    choice = draft.choice(offer, charts, paper(journal), journal.preferences.get(LANGUAGE) or "en")
    bare = Preview(offer, charts, choice)
    if bare.is_empty():
        return bare
    report(0.2, "")
    # Charts are counted here: drawing them takes longer than all the rest.
    balance = replace(journal.packs.balance(replace(choice, charts=())), charts=len(choice.charts))
    stand_ins = journal.packs.stand_ins(choice)
    report(0.4, "")
    named = {person.name for person in journal.people.all() if person.id in choice.named}
    known = replace(
        bare,
        balance=balance,
        stand_ins=stand_ins,
        openly=tuple(name for name in stand_ins if name in named),
    )
    try:
        pdf = journal.packs.typeset(choice, lambda: report(0.6, ""))
    except JournalError as error:  # it is told beside what can be told, and has a way out there
        return replace(known, problem=str(error), leaks=isinstance(error, PackLeaks))
    report(0.9, "")
    return replace(known, pdf=pdf, pages=page_count(pdf))


def paper(journal: Journal) -> Paper:
    """The size of sheets that was chosen last."""
    return Paper(journal.preferences.get(PAPER) or Paper.A4.value)
