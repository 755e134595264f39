"""Bars of more categories than a line has room for, cut into figures that stand one under the other."""

from dataclasses import replace

from workjournal.charts.figure import Axis, Figure, Series


def blocks(figure: Figure, across: int) -> list[Figure]:
    """The figure, or where its bars would cover each other on so many columns, one figure for each run of categories.

    Only what stands on categories alone is cut: zones and marks have places between them.
    """
    barred = sum(series.form == "bars" for series in figure.series)
    whole = figure.x.kind != "category" or bool(figure.zones or figure.marks or figure.links or figure.cells)
    each = max(1, across // (barred + 1))
    count = len(figure.x.labels)
    if not barred or whole or count <= each:
        return [figure]
    # As many in each as can be alike, so that the last is not a stump.
    runs = -(-count // each)
    each = -(-count // runs)
    return [_run(figure, start, min(each, count - start)) for start in range(0, count, each)]


def _run(figure: Figure, start: int, count: int) -> Figure:
    axis = Axis("category", figure.x.title, -0.5, count - 0.5, figure.x.labels[start : start + count])
    return replace(figure, x=axis, series=tuple(_within(one, start, count) for one in figure.series))


def _within(series: Series, start: int, count: int) -> Series:
    kept = [place for place, (x, _) in enumerate(series.points) if start <= round(x) < start + count]
    return replace(
        series,
        points=tuple((series.points[place][0] - start, series.points[place][1]) for place in kept),
        spans=tuple(series.spans[place] for place in kept) if series.spans else (),
        sizes=tuple(series.sizes[place] for place in kept) if series.sizes else (),
    )
