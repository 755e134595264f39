"""One call of every verb about packs that were shared and their meetings, each with something to do."""

import datetime as dt
from typing import Any

from service_examples import Verbs, of_every_service
from workjournal.domain.action import Action
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Preference
from workjournal.domain.label import Person
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal

DAY = dt.date(2026, 11, 19)


def _pdf_of(journal: Journal, _one: Any) -> bytes:
    kept = next(line.pack.id for line in journal.meetings.ledger() if line.kept)
    return journal.meetings.pdf_of(kept)


def _copy(journal: Journal, one: Any) -> None:
    kept = next(line.pack.id for line in journal.meetings.ledger() if line.kept)
    journal.meetings.copy_pdf(kept, one.folder / "kept.pdf")


MEETINGS: Verbs = {
    **of_every_service(
        "meetings",
        Pack,
        lambda _: Pack(date=DAY, audience=Audience.OWN, period_start=DAY, period_end=DAY, pdf=b"%PDF"),
        lambda one: one.pack,
    ),
    "meetings.ledger": (lambda journal, _: journal.meetings.ledger(), set()),
    "meetings.told": (lambda journal, one: journal.meetings.told(journal.meetings.get(one.pack.id)), set()),
    "meetings.pdf_of": (_pdf_of, set()),
    "meetings.keeps": (lambda journal, one: journal.meetings.keeps(one.pack.id), set()),
    "meetings.copy_pdf": (_copy, set()),
    "meetings.drop_pdf": (lambda journal, one: journal.meetings.drop_pdf(one.pack.id), {Pack}),
    "meetings.matches": (
        lambda journal, one: journal.meetings.matches(one.pack.id, one.folder / "note.txt"),
        set(),
    ),
    "meetings.whose": (lambda journal, one: journal.meetings.whose(one.folder / "note.txt"), set()),
    "meetings.awaiting": (lambda journal, _: journal.meetings.awaiting(DAY), set()),
    "agenda.meeting": (lambda journal, _: journal.agenda.meeting(DAY), set()),
    "meetings.meet": (
        lambda journal, one: journal.meetings.meet(one.pack.id, DAY, "She liked the plan"),
        {Pack},
    ),
    "meetings.agree": (
        lambda journal, one: journal.meetings.agree(one.pack.id, Action(date=DAY, text="Write the plan")),
        {Action},
    ),
    "meetings.agreed": (lambda journal, one: journal.meetings.agreed(one.pack.id), set()),
    "meetings.withdraw": (lambda journal, one: journal.meetings.withdraw(one.action.id), {Action}),
    "meetings.agree_again": (
        lambda journal, one: journal.meetings.agree_again(one.pack.id, one.action.id),
        {Action},
    ),
    "meetings.hear": (
        lambda journal, one: journal.meetings.hear(
            one.pack.id, Episode(date=DAY, title="Well done"), ["Cleo Brandt"]
        ),
        {Episode, Person},
    ),
    "meetings.heard": (lambda journal, one: journal.meetings.heard(one.pack.id), set()),
    "meetings.since": (lambda journal, _: journal.meetings.since(Audience.MANAGER), set()),
    "meetings.pass_over": (lambda journal, one: journal.meetings.pass_over(one.pack.id), {Preference}),
    "meetings.ask_again": (lambda journal, _: journal.meetings.ask_again(), {Preference}),
}
