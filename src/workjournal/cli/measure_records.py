"""Measures and the pulse as JSON values."""

from collections.abc import Sequence

from workjournal.cli.plain import Record, ids, plain, recorded
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.pulse import Pulse
from workjournal.journal.journal import Journal
from workjournal.journal.measures import Imported, Value

_MEASURE = ("name", "unit", "direction", "baseline", "target", "description", "latest", "values")


def measure(thing: Measure, values: Sequence[Value]) -> Record:
    """A measure, its last value and how many it has."""
    latest = value(thing, values[-1]) if values else None
    return recorded(thing, _MEASURE, latest=latest, values=len(values))


def whole_measure(journal: Journal, thing: Measure) -> Record:
    """A measure with each value, what changed its work, and its goals."""
    values = journal.measures.values(thing.id)
    return {
        **measure(thing, values),
        "values": [value(thing, each) for each in values],
        "changes": [change(each) for each in journal.measures.changes(thing.id)],
        "goals": ids(journal.measures.goals_of(thing.id)),
    }


def value(thing: Measure, each: Value) -> Record:
    """A value and how far it is on the way from baseline (0) to target (1); `id` is of the reading or check-in."""
    return {
        "id": str(each.thing),
        "date": plain(each.date),
        "value": plain(each.value),
        "note": plain(each.note),
        "from_check_in": each.from_check_in,
        "progress": plain(thing.progress(each.value)),
        "reaches_target": thing.reaches_target(each.value),
    }


def reading(thing: Reading) -> Record:
    """A value by itself."""
    return recorded(thing, ("date", "value", "note", "measure"), measure=thing.measure_id)


def change(thing: MarkedChange) -> Record:
    """A marked change; without a measure it concerns all."""
    return recorded(thing, ("date", "text", "measure"), measure=thing.measure_id)


def pulse(thing: Pulse) -> Record:
    """A pulse."""
    return recorded(thing, ("date", "safety", "accountability", "note"))


def imported(thing: Imported) -> Record:
    """What a file brought."""
    return {
        "new": thing.new,
        "known": thing.known,
        "bad": [{"line": row.line, "reason": row.reason, "text": row.text} for row in thing.bad],
        "ignored": list(thing.ignored),
    }
