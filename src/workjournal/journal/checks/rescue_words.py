"""What a rescue did not bring over, in words: each thing by the name a person knows it by."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import String, select, type_coerce

from workjournal.domain.entity import Base
from workjournal.journal.checks.findings import Finding, Kind, Severity
from workjournal.journal.checks.texts import called
from workjournal.store.mending import DamagedText, Orphan
from workjournal.store.salvaged import Loss, Salvaged
from workjournal.store.store import Store

MOST_NAMED = 20
LOST = "A backup may still hold it: `workjournal backups`."
_NAMES = ("title", "text", "name", "date")
"""The fields by which a thing is known, the best first."""


def findings_of(store: Store, salvaged: Salvaged, stand_ins: Iterable[tuple[str, UUID]]) -> list[Finding]:
    """Everything that is not as it was, most painful first."""
    stood_in = {thing_id.hex for _, thing_id in stand_ins}
    lost = [finding for loss in salvaged.lost for finding in _lost(loss, stood_in)]
    texts = [_damaged(store, text) for text in salvaged.damaged]
    return [*lost, *texts, *_unlinked(salvaged.orphans)]


def _lost(loss: Loss, stood_in: set[str]) -> list[Finding]:
    noun = loss.table.replace("_", " ")
    if loss.ids and len(loss.ids) <= MOST_NAMED:
        return [
            Finding(
                Kind.THING,
                f"{noun} {thing_id[-8:]}",
                "It is lost."
                + (" Something that says so stands in its place." if thing_id in stood_in else ""),
                LOST,
            )
            for thing_id in loss.ids
        ]
    rows = "Rows" if loss.rows is None else f"{loss.rows} row{'s' * (loss.rows != 1)}"
    range_ = f"numbers {loss.first} to {loss.last}" if loss.first != loss.last else f"number {loss.first}"
    return [Finding(Kind.THING, f"{noun}, {range_}", f"{rows} could not be read.", LOST)]


def _damaged(store: Store, text: DamagedText) -> Finding:
    what = f"{_known_as(store, text)}: {text.why}. It was kept as far as it could be read."
    return Finding(Kind.TEXT, called(text), what.lstrip(": "), LOST)


def _known_as(store: Store, text: DamagedText) -> str:
    """The title, or what comes next to it, of the thing a text belongs to."""
    table = Base.metadata.tables.get(text.table)
    if table is None or "id" not in table.columns:
        return ""
    column = next(
        (table.columns[name] for name in _NAMES if name in table.columns and name != text.field), None
    )
    if column is None:
        return ""
    with store.reading() as session:
        found = session.execute(
            select(type_coerce(column, String)).where(
                type_coerce(table.columns["id"], String) == text.thing_id
            )
        ).scalar()
    return f"“{found}”" if found else ""


def _unlinked(orphans: Iterable[Orphan]) -> list[Finding]:
    counted = Counter((orphan.table, orphan.parent) for orphan in orphans if orphan.removed)
    return [
        Finding(
            Kind.THING,
            table.replace("_", " "),
            f"{count} link{'s' * (count != 1)} to a lost {parent} {'were' if count != 1 else 'was'} left out.",
            "Nothing has to be done.",
            Severity.NOTE,
        )
        for (table, parent), count in counted.items()
    ]
