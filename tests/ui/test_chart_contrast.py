"""Every word on a chart can be read and every mark seen, measured from what is painted: WCAG 2.2, 1.4.3 and 1.4.11.

Words are drawn three times as large as they are, so that there are pixels that are wholly of their colour. Not judged:
the squares of heat maps, whose five colours are steps of one scale beside a key, and which the table repeats in
numbers; and hairlines of the grid, zones' grounds and the thin lines that lead to labels, which nothing depends on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chart_histories import HISTORIES
from ui.showing import on_screen
from ui.test_chart_pictures import pixels
from workjournal.charts import CHARTS
from workjournal.charts.chart import Chart
from workjournal.charts.figure import Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets import (
    chart_grid,
    chart_key,
    chart_marks,
    chart_round,
    chart_words,
)
from workjournal.ui.widgets.chart_card import ChartCard
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_panels import ChartPanels
from workjournal.ui.widgets.chart_shapes import zones
from workjournal.ui.widgets.chart_view import ChartView

TEXT, GRAPHIC = 4.5, 3.0
LARGER = 3
WRITING = (chart_grid, chart_key, chart_round, chart_words)
"""The modules that write on charts, all through `line_of`."""
BESIDE, ALONE = QSize(560, 384), QSize(834, 350)
"""The sizes of a card in windows of 1440 by 900 and of 960 by 640 pixels."""
CASES = (("year", BESIDE), ("twenty years", ALONE), ("forty", BESIDE))
Light = NDArray[np.float64]


@dataclass
class Word:
    """A text with the rectangle it was written into, in pixels of the picture."""

    text: str
    rect: QRectF


class Pen:
    """Writes as `line_of` does and remembers it, or leaves it out."""

    def __init__(self) -> None:
        self.silent = False
        self.words: list[Word] = []

    def __call__(
        self, painter: QPainter, rect: QRectF, text: str, font: QFont, ink: str, side: Qt.AlignmentFlag
    ) -> None:
        if self.silent:
            return
        chart_marks.line_of(painter, rect, text, font, ink, side)
        if text:
            place = painter.transform().mapRect(rect)
            self.words.append(Word(text, QRectF(place.topLeft() * LARGER, place.size() * LARGER)))


@pytest.fixture
def pen(monkeypatch: pytest.MonkeyPatch) -> Pen:
    made = Pen()
    for module in WRITING:
        monkeypatch.setattr(module, "line_of", made)
    monkeypatch.setattr(ChartView, "devicePixelRatioF", lambda _view: float(LARGER))
    return made


@pytest.fixture(params=["light", "dark"])
def mode(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, "light")


def luminance(colours: NDArray[np.int_]) -> Light:
    """Relative luminance as WCAG has it, of 0–255 values, shape (…, 3) → (…)."""
    parts = colours / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: Light, other: Light) -> Light:
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def painted(part: QWidget) -> Light:
    """The luminance of each pixel of a chart or of a grid, shape (height, width), newly drawn."""
    for view in (part, *part.findChildren(ChartView)):
        if isinstance(view, ChartView):
            view._drawn_for = None
    if isinstance(part, ChartView):
        return luminance(pixels(part.drawing().toImage()))
    picture = QPixmap(part.size() * LARGER)
    picture.setDevicePixelRatio(LARGER)
    part.render(picture, QPoint(), part.rect(), QWidget.RenderFlag.DrawWindowBackground)
    return luminance(pixels(picture.toImage()))


def within(rect: QRectF) -> tuple[slice, slice]:
    whole = rect.toAlignedRect()
    return (
        slice(max(0, whole.top()), whole.bottom() + 1),
        slice(max(0, whole.left()), whole.right() + 1),
    )


def faint_words(part: QWidget, pen: Pen) -> list[tuple[str, float]]:
    """The words of a part with their contrast, where a tenth of it or more has less than it takes."""
    pen.words, pen.silent = [], False
    with_words, words = painted(part), pen.words
    pen.silent = True
    bare = painted(part)
    found = []
    for word in words:
        here = within(word.rect)
        inked, ground = with_words[here], bare[here]
        change = np.abs(inked - ground)
        if not change.size or change.max() < 0.01:
            found.append((word.text, 1.0))
            continue
        strokes = change > change.max() * 0.5
        ink = inked.ravel()[change.argmax()]
        found.append((word.text, float(np.quantile(contrast(ink, ground[strokes]), 0.1))))
    return [(text, round(ratio, 2)) for text, ratio in found if ratio < TEXT]


def charts_of(card: ChartCard) -> list[ChartView]:
    if isinstance(card.view, ChartPanels):
        return [view for view in card.view.views() if not view.isHidden()]
    assert isinstance(card.view, ChartView)
    return [card.view]


def grounds(figure: Figure, frame: Frame) -> list[tuple[QRectF, float]]:
    """What is behind the points: the zones with a ground of their own, and the card."""
    tokens = theme.current()
    quiet, plain = (float(luminance(rgb(colour))) for colour in (tokens.sunken, tokens.surface))
    made = [
        (rect, quiet if zone.tone == "quiet" else plain)
        for zone, rect in zip(figure.zones, zones(figure, frame), strict=True)
    ]
    return [*made, (QRectF(-1e6, -1e6, 2e6, 2e6), plain)]


def rgb(colour: str) -> NDArray[np.int_]:
    return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)])


def seen_at(place: QPointF, picture: Light, behind: list[tuple[QRectF, float]]) -> float:
    """The best contrast within two pixels of a place."""
    x, y = round(place.x() * LARGER), round(place.y() * LARGER)
    near = picture[max(0, y - 4) : y + 5, max(0, x - 4) : x + 5]
    ground = next(light for rect, light in behind if rect.contains(place))
    return float(contrast(near, np.array(ground)).max())


def along(series: Series, frame: Frame) -> list[QPointF]:
    """Places on the line of a series."""
    ends = [frame.at(point) for point in series.points]
    return [one + (other - one) * (step / 8) for one, other in pairwise(ends) for step in range(9)]


def faint_marks(view: ChartView, pen: Pen) -> list[tuple[str, float]]:
    """The series whose markers or line, for the most part, have less contrast than it takes."""
    pen.silent = True
    picture, frame, spots, figure = painted(view), view._frame, view._spots, view._figure
    assert frame is not None
    assert spots is not None
    behind = grounds(figure, frame)
    found = []
    for number, series in enumerate(figure.series):
        places = [QPointF(*place) for place in spots.places[spots.series == number]]
        lines = along(series, frame) if series.line != "none" else []
        for what, where in (("points", places), ("line", lines)):
            if where:
                ratio = float(np.median([seen_at(place, picture, behind) for place in where[:2000]]))
                found.append((f"{series.name}, {what}", ratio))
    return [(name, round(ratio, 2)) for name, ratio in found if ratio < GRAPHIC]


@pytest.mark.parametrize(("history", "size"), CASES, ids=lambda case: case if isinstance(case, str) else "")
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_words_and_marks_stand_out(
    qtbot: QtBot, chart: Chart, history: str, size: QSize, mode: str, pen: Pen
) -> None:
    figure = chart.figure(HISTORIES[history])
    if figure.is_empty:
        return
    card = ChartCard(chart.key, chart.title)
    card.setFixedSize(size)
    on_screen(qtbot, card)
    card.show_figure(figure)
    qtbot.wait(10)
    views = charts_of(card)
    parts = [*views, card.view.grid] if isinstance(card.view, ChartPanels) else views
    assert [found for part in parts for found in faint_words(part, pen)] == []
    assert [found for view in views for found in faint_marks(view, pen)] == []
