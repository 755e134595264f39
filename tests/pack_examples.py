"""One call of every verb about packs and printing, each with something to do."""

import datetime as dt
import io
from functools import cache

import pikepdf

from service_examples import Verbs, of_every_service
from workjournal.domain.entity import Audience
from workjournal.domain.keeping import Preference
from workjournal.domain.pack import Pack, Paper, Rewording
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.printing import How

START, DAY, END = dt.date(2026, 11, 1), dt.date(2026, 11, 19), dt.date(2026, 11, 30)
CHOICE = PackChoice(start=START, end=END, audience=Audience.MANAGER)


@cache
def blank_pdf() -> bytes:
    """A PDF of one empty page, quicker than a typeset one; the same bytes each time."""
    made, written = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(written, deterministic_id=True)
    return written.getvalue()


PACKS: Verbs = {
    "packs.offer": (lambda journal, _: journal.packs.offer(START, END, Audience.MANAGER), set()),
    "packs.stand_ins": (lambda journal, _: journal.packs.stand_ins(CHOICE), set()),
    "packs.compose": (lambda journal, _: journal.packs.compose(CHOICE), set()),
    "packs.balance": (lambda journal, _: journal.packs.balance(CHOICE), set()),
    "packs.fields": (lambda journal, one: journal.packs.fields(one.episode.id, CHOICE), set()),
    "packs.every_field": (lambda journal, _: journal.packs.every_field(CHOICE), set()),
    "packs.evidence_story": (
        lambda journal, one: journal.packs.evidence_story(one.episode.id, CHOICE),
        set(),
    ),
    "packs.blank_form": (
        lambda journal, one: journal.packs.blank_form(one.folder / "form.pdf", Paper.A4, "en"),
        set(),
    ),
    "packs.reword": (
        lambda journal, one: journal.packs.reword(one.episode.id, "title", "Otherwise", CHOICE),
        {Rewording},
    ),
    "packs.take_back_wording": (
        lambda journal, one: journal.packs.take_back_wording(one.episode.id, "title", Audience.MANAGER),
        {Rewording},
    ),
    "packs.typeset": (lambda journal, _: journal.packs.typeset(CHOICE), set()),
    "packs.look_through": (lambda journal, _: journal.packs.look_through(CHOICE, blank_pdf()), set()),
    "packs.written": (lambda journal, _: journal.packs.written(CHOICE, markdown=True), set()),
    "packs.write_text": (
        lambda journal, one: journal.packs.write_text(CHOICE, one.folder / "pack.md", markdown=True),
        set(),
    ),
    "packs.export": (
        lambda journal, one: journal.packs.export(CHOICE, one.folder / "pack.pdf", blank_pdf()),
        {Pack},
    ),
    "packs.shared": (lambda journal, _: journal.packs.shared(), set()),
    **of_every_service(
        "packs",
        Pack,
        lambda _: Pack(date=DAY, audience=Audience.MANAGER, period_start=START, period_end=END),
        lambda one: one.pack,
    ),
}


PRINTING: Verbs = {
    "printing.usual": (lambda journal, _: journal.printing.usual(), set()),
    "printing.typeset": (lambda journal, one: journal.printing.typeset([one.episode.id], How()), set()),
    "printing.save": (
        lambda journal, one: journal.printing.save(blank_pdf(), one.folder / "printed.pdf"),
        set(),
    ),
    "printing.remember": (
        lambda journal, _: journal.printing.remember(
            Paper.LETTER if journal.printing.usual().paper is Paper.A4 else Paper.A4
        ),
        {Preference},
    ),
}
