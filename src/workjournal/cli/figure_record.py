"""A chart as JSON: its sentence, its n, the numbers behind it as they are read, and what is drawn."""

import datetime as dt

from workjournal.charts.figure import Axis, Figure, Series
from workjournal.cli.plain import Record, plain


def figure(thing: Figure) -> Record:
    """A chart; `table` has `headers` and one list a row, `series` the points by axis, and `panels` charts again."""
    return {
        "key": thing.key,
        "title": thing.title,
        "subtitle": thing.subtitle,
        "reading": thing.reading,
        "n": thing.n,
        "table": {"headers": list(thing.table.headers), "rows": [list(row) for row in thing.table.rows]},
        "x": _axis(thing.x),
        "y": _axis(thing.y),
        "series": [_series(one, thing) for one in thing.series],
        "cells": [
            {"x": _place(thing.x, cell.x), "y": _place(thing.y, cell.y), "step": cell.step, "told": cell.told}
            for cell in thing.cells
        ],
        "zones": [
            {
                "label": zone.label,
                "x": [_place(thing.x, zone.left), _place(thing.x, zone.right)],
                "y": [_place(thing.y, zone.bottom), _place(thing.y, zone.top)],
            }
            for zone in thing.zones
        ],
        "marks": [{"x": _place(thing.x, mark.at), "label": mark.label} for mark in thing.marks],
        "panels": [figure(panel) for panel in thing.panels],
    }


def _axis(axis: Axis) -> Record:
    return {
        "kind": axis.kind,
        "title": axis.title,
        "low": _place(axis, axis.low) if axis.kind == "date" else plain(axis.low),
        "high": _place(axis, axis.high) if axis.kind == "date" else plain(axis.high),
        "labels": list(axis.labels),
    }


def _series(one: Series, whole: Figure) -> Record:
    lying = whole.y.kind == "category" and whole.x.kind != "category"
    spanned = whole.x if lying else whole.y
    return {
        "name": one.name,
        "label": one.label or None,
        "form": one.form,
        "points": [[_place(whole.x, x), _place(whole.y, y)] for x, y in one.points],
        "told": list(one.told),
        "ids": list(one.ids),
        "spans": [[_place(spanned, low), _place(spanned, high)] for low, high in one.spans],
        "sizes": [plain(size) for size in one.sizes],
    }


def _place(axis: Axis, value: float) -> Record | str | float | None:
    """A day as an ISO date, a category by its name wherever in its row a point is, a number as it is."""
    if axis.kind == "date" and dt.date.min.toordinal() <= value <= dt.date.max.toordinal():
        return dt.date.fromordinal(round(value)).isoformat()
    if axis.kind == "category" and abs(value - round(value)) < 0.5 and 0 <= round(value) < len(axis.labels):
        return axis.labels[round(value)]
    found: float | None = plain(float(value))
    return found
