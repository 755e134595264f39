"""The ledger of packs as records of an export."""

from collections.abc import Collection, Iterator
from functools import partial
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.pack import Pack
from workjournal.exporters.record import Record
from workjournal.journal.exporting.index import PAGES
from workjournal.journal.exporting.things import Things, passage


def packs(of: Things, ids: Collection[UUID]) -> Iterator[Record]:
    """What was shared with whom, and what came of the meeting."""
    for each in of.load(Pack, ids):
        content = select(Pack.pdf).where(Pack.id == each.id)
        kept = (each.id, f"{of.title(each.id)} {each.date}.pdf", "application/pdf")
        yield Record(
            noun=PAGES[Pack],
            id=each.id,
            title=of.title(each.id),
            date=each.date,
            values={
                "audience": each.audience.value,
                "recipient": each.recipient,
                "period_start": each.period_start,
                "period_end": each.period_end,
                "met": each.met,
                "sections": tuple(each.sections),
                "charts": tuple(each.charts),
                "sha256": each.sha256,
            },
            links={"items": tuple(map(UUID, each.items))},
            passages=(
                passage("asks", "\n".join(f"- {ask}" for ask in each.asks)),
                passage("commitments", "\n".join(f"- {line}" for line in each.commitments)),
                passage("notes", each.notes, "Notes of the meeting"),
            ),
            files=of.content(*kept, partial(of.session.scalar, content)),
        )
