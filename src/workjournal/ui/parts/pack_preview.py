"""A review pack as it would leave: made in a Task from a draft, looked at in the preview, saved as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workjournal.exporters.pdf_pages import PagePicture, page_pictures
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.journal.pack_composing import PackChoice
from workjournal.journal.packs import PackOffer
from workjournal.ui import errors
from workjournal.ui.parts.pack_draft import PackDraft
from workjournal.ui.tasks import Report


@dataclass(frozen=True)
class Preview:
    """What was offered and chosen, and the very bytes that would be saved.

    `pdf` is empty where there is nothing to show or where `problem` says why it may not be.
    """

    offer: PackOffer
    charts: tuple[str, ...]
    choice: PackChoice
    pdf: bytes = b""
    pages: tuple[PagePicture, ...] = ()
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""

    def is_empty(self) -> bool:
        """Whether the period has nothing that could be chosen, and nothing was typed."""
        return not self.offer.items and not self.choice.asks and not self.choice.commitments


def make(journal: Journal, draft: PackDraft, pixels_wide: int, report: Report) -> Preview:
    """Offer, choose, typeset and draw; gives up between the steps once nobody waits."""
    offer = journal.packs.offer(draft.start, draft.end, draft.audience)
    charts = pack_charts.ticked(journal.preferences)
    choice = draft.choice(offer, charts)
    bare = Preview(offer, charts, choice)
    if bare.is_empty():
        return bare
    report(0.2, "")
    problems: list[str] = []
    pdf = b""
    with errors.inline(problems.append):
        pdf = journal.packs.typeset(choice)
    report(0.8, "")
    pages = tuple(page_pictures(pdf, pixels_wide)) if pdf else ()
    return Preview(offer, charts, choice, pdf, pages, journal.packs.stand_ins(choice), "".join(problems))
