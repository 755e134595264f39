"""A figure's values on a unit square, with ticks and colours: all that is left for the template is to draw."""

from dataclasses import replace
from typing import Any

from workjournal.charts.figure import Figure, Series
from workjournal.exporters import plot_round, plot_shapes
from workjournal.exporters.letters import short
from workjournal.exporters.plot_axis import Scale
from workjournal.exporters.plot_style import HEAT, Style, styles
from workjournal.exporters.wording import wording

LONGEST_MARK = 28
"""Letters of a direct label, of a zone's name and of a mark's; what is longer ends in an ellipsis."""
LONGEST_TITLE = 60
"""Letters of a series' name in the key, and of the title of an axis or a panel."""
MOST_PANELS = 6

COVERED = 0.015
COVERED_STEP = 0.28
"""Parts of the width in which one marker covers another, and of a row by which the later one is lowered."""

Plot = dict[str, Any]
Place = tuple[float, float]


def plot(figure: Figure, language: str) -> Plot | None:
    """Axes and everything drawn with places from 0 to 1, y upwards; None where there is nothing to draw yet.

    A figure of panels has up to six of them, each with a plot of its own or None, and the key that they share.
    """
    if figure.is_empty:
        return None
    if figure.panels:
        return _panels(figure, language)
    if not (figure.cells or any(series.points for series in figure.series)):
        return None
    across, up = plot_shapes.scales(figure)
    drawn = [one for one in figure.series if one.points]
    looks = styles(drawn)
    return {
        "x": {
            "title": short(figure.x.title, LONGEST_TITLE),
            "ticks": across.ticks(language),
            "slots": len(figure.x.labels) if figure.x.kind == "category" else 0,
        },
        "y": {
            "title": short(figure.y.title, LONGEST_TITLE),
            "ticks": up.ticks(language),
            "rows": len(figure.y.labels) if figure.y.kind == "category" else 0,
        },
        "series": _all_series(figure, drawn, looks, across, up),
        "key": _distinct([_key(one, look) for one, look in zip(drawn, looks, strict=True)])
        if len(drawn) > 1
        else [],
        "links": [[_at(end, across, up) for end in (link.start, link.end)] for link in figure.links],
        "cells": plot_shapes.cells(figure, across, up),
        "heat": _heat(language) if figure.cells else None,
        "zones": _zones(figure, across, up),
        "marks": [
            {"at": across.held(mark.at), "label": short(mark.label, LONGEST_MARK)} for mark in figure.marks
        ],
        "outline": plot_round.outline(figure),
        "panels": [],
        "more": "",
    }


def _panels(figure: Figure, language: str) -> Plot | None:
    """Small multiples; None where none of them has anything to draw."""
    shown = figure.panels[:MOST_PANELS]
    plots = [plot(panel, language) for panel in shown]
    known = [one for one in plots if one]
    if not known:
        return None
    keys = [key for one in known for key in one["key"]]
    words = wording(language)
    count = words.some.format(shown=len(shown), all=len(figure.panels))
    return {
        "key": _distinct(keys),
        "heat": next((one["heat"] for one in known if one["heat"]), None),
        "panels": [
            {
                "title": short(panel.title, LONGEST_TITLE),
                "count": words.count.format(n=panel.n),
                "reading": " ".join(panel.reading.split()),
                "plot": one,
            }
            for panel, one in zip(shown, plots, strict=True)
        ],
        "more": count if len(shown) < len(figure.panels) else "",
    }


def _all_series(
    figure: Figure, drawn: list[Series], looks: list[Style], across: Scale, up: Scale
) -> list[Plot]:
    whole = replace(figure, series=tuple(drawn))
    bars, spans = plot_shapes.bars(whole, across, up), plot_shapes.spans(whole, across, up)
    if figure.outlines:
        points = [[plot_round.place(point, figure, across) for point in one.points] for one in drawn]
    else:
        points = _apart([[_at(point, across, up) for point in one.points] for one in drawn], figure)
    return [
        {
            **_key(one, looks[number]),
            "label": short(one.label, LONGEST_MARK),
            "points": points[number],
            "closed": figure.outlines,
            "bars": bars.get(number, []),
            "spans": spans[number],
            "sizes": [min(1.0, max(0.0, size)) for size in one.sizes],
        }
        for number, one in enumerate(drawn)
    ]


def _distinct(keys: list[Plot]) -> list[Plot]:
    return [key for place, key in enumerate(keys) if key not in keys[:place]]


def _key(one: Series, look: Style) -> Plot:
    return {
        "name": short(one.name, LONGEST_TITLE),
        "colour": look.colour,
        "marker": look.marker,
        "dash": look.dash,
        "hatch": look.hatch,
    }


def _apart(places: list[list[Place]], figure: Figure) -> list[list[Place]]:
    """A point that would cover one of an earlier series is lowered within its category's row, where height says nothing."""
    if not plot_shapes.is_lying(figure):
        return places
    step = COVERED_STEP / max(len(figure.y.labels), 1)
    taken: list[Place] = []
    moved = []
    for points in places:
        row = [(x, up - step * any(abs(x - a) < COVERED and up == b for a, b in taken)) for x, up in points]
        moved.append(row)
        taken += points
    return moved


def _zones(figure: Figure, across: Scale, up: Scale) -> list[Plot]:
    """A name that several share stands in the first of them."""
    labels = [zone.label for zone in figure.zones]
    return [
        {
            "label": short(zone.label, LONGEST_MARK) if zone.label not in labels[:place] else "",
            "tone": zone.tone,
            "at": (across.held(zone.left), up.held(zone.bottom), across.held(zone.right), up.held(zone.top)),
        }
        for place, zone in enumerate(figure.zones)
    ]


def _heat(language: str) -> Plot:
    words = wording(language)
    return {"less": words.less, "more": words.more, "colours": HEAT}


def _at(point: Place, across: Scale, up: Scale) -> Place:
    return across.place(point[0]), up.place(point[1])
