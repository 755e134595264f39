"""Measures, values and marked changes as a reader sees them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import click

from workjournal.cli.printing import print_fields, print_table, short
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.journal.journal import Journal
from workjournal.journal.measures import Value


def print_measures(found: Sequence[Measure], values: Mapping[UUID, Sequence[Value]]) -> None:
    """Measures as a table."""
    rows = []
    for each in found:
        last = values[each.id][-1] if values[each.id] else None
        rows.append(
            (
                short(each.id),
                figure(each, last.value) if last else "–",
                last.date.isoformat() if last else "–",
                figure(each, each.target) or "–",
                _way(each, last),
                each.name,
            )
        )
    print_table(("Id", "Last", "On", "Target", "Way done", "Measure"), rows)


def print_measure(journal: Journal, found: Measure) -> None:
    """A measure for a reader."""
    print_fields(
        [
            ("Measure", found.name),
            ("Id", str(found.id)),
            ("In the trash since", _since(found)),
            ("Better", found.direction.value),
            ("Baseline", figure(found, found.baseline)),
            ("Target", figure(found, found.target)),
            ("Goals", ", ".join(goal.title for goal in journal.measures.goals_of(found.id))),
            ("Description", found.description),
        ]
    )
    rows = [
        (
            short(each.thing),
            each.date.isoformat(),
            figure(found, each.value),
            "check-in" if each.from_check_in else "",
            each.note,
        )
        for each in journal.measures.values(found.id)
    ]
    changes = [
        (short(each.id), each.date.isoformat(), "" if each.measure_id else "all measures", each.text)
        for each in journal.measures.changes(found.id)
    ]
    for headers, lines in (
        (("Id", "On", "Value", "From", "Note"), rows),
        (("Id", "On", "Concerns", "What changed"), changes),
    ):
        if lines:
            click.echo()
            print_table(headers, lines)


def print_reading(journal: Journal, found: Reading) -> None:
    """A value for a reader."""
    measure = journal.measures.get(found.measure_id)
    print_fields(
        [
            ("Value", figure(measure, found.value)),
            ("Of", measure.name),
            ("Id", str(found.id)),
            ("Date", found.date.isoformat()),
            ("In the trash since", _since(found)),
            ("Note", found.note),
        ]
    )


def print_change(journal: Journal, found: MarkedChange) -> None:
    """A marked change for a reader."""
    concerned = journal.measures.get(found.measure_id).name if found.measure_id else "all measures"
    print_fields(
        [
            ("Changed", found.text),
            ("Id", str(found.id)),
            ("Date", found.date.isoformat()),
            ("In the trash since", _since(found)),
            ("Concerns", concerned),
        ]
    )


def figure(found: Measure, value: float | None) -> str:
    """A value with its unit: "91.5 %"; "" for none."""
    return "" if value is None else f"{value:.15g} {found.unit}".strip()


def _way(found: Measure, last: Value | None) -> str:
    done = found.progress(last.value) if last else None
    return "–" if done is None else f"{done:.0%}"


def _since(thing: Measure | Reading | MarkedChange) -> str:
    return thing.trashed_at.astimezone().date().isoformat() if thing.trashed_at else ""
