"""Bars, spans, sizes, squares and zones: drawn, told apart without colour, pointed at and walked through."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from ui.widgets import figures_of_forms as forms
from workjournal.charts.figure import Axis, Cell, Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_layout import frame
from workjournal.ui.widgets.chart_marks import dash, fills
from workjournal.ui.widgets.chart_shapes import zones
from workjournal.ui.widgets.chart_spots import CELL, Spots
from workjournal.ui.widgets.chart_view import ChartView

Form = Callable[[], Figure]
SINGLE = [form for form in forms.FORMS if not form().panels]


def shown(qtbot: QtBot, figure: Figure, wide: int = 640) -> ChartView:
    made = ChartView(figure)
    qtbot.addWidget(made)
    made.resize(wide, 300)
    show_active(qtbot, made)
    qtbot.waitUntil(lambda: made._spots is not None)
    return made


def laid(view: ChartView) -> tuple[Frame, Spots]:
    assert view._frame is not None
    assert view._spots is not None
    return view._frame, view._spots


def colours(view: ChartView, rect: QRectF | None = None) -> set[str]:
    image = view.drawing().toImage()
    ratio = image.devicePixelRatio()
    within = (rect or QRectF(view.rect())).toAlignedRect()
    return {
        image.pixelColor(round(x * ratio), round(y * ratio)).name().upper()
        for x in range(max(0, within.left()), min(view.width(), within.right() + 1))
        for y in range(max(0, within.top()), min(view.height(), within.bottom() + 1))
    }


@pytest.mark.parametrize("form", SINGLE, ids=lambda form: form.__name__)
def test_every_form_is_drawn_in_light_and_in_dark(qtbot: QtBot, form: Form) -> None:
    figure = form()
    view = shown(qtbot, figure)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        for tokens in (theme.LIGHT, theme.DARK):
            theme.apply(app, tokens.name)
            seen = colours(view)
            veiled = any(series.sizes for series in figure.series)
            wanted = {tokens.series[series.place] for series in figure.series if not series.sizes}
            wanted |= {tokens.heat[cell.step] for cell in figure.cells}
            wanted |= {tokens.sunken for zone in figure.zones if zone.tone == "quiet"}
            assert wanted or veiled
            assert wanted <= seen
    finally:
        theme.apply(app, "light")


@pytest.mark.parametrize("wide", [440, 640, 1000])
@pytest.mark.parametrize("form", SINGLE, ids=lambda form: form.__name__)
def test_no_name_covers_another_or_leaves_the_card(qtbot: QtBot, form: Form, wide: int) -> None:
    made, _ = laid(shown(qtbot, form(), wide - 40))
    written = [QRectF(name.middle - name.wide / 2, 0, name.wide, 1) for name in made.names if not name.aslant]
    assert made.names
    assert not any(one.intersects(other) for one, other in combinations(written, 2))
    keys = [one.rect for one in made.key]
    assert not any(one.intersects(other) for one, other in combinations(keys, 2))
    assert all(key.right() <= wide - 40 and key.bottom() <= made.plot.top() for key in keys)
    assert made.foot <= 300


def test_bars_of_one_place_stand_beside_each_other_on_the_low_end(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.bars(), 400)
    made, spots = laid(view)
    rects = [spots.extent(spot) for spot in range(len(spots.places))]
    assert len(rects) == 19
    assert not any(one.intersects(other) for one, other in combinations(rects, 2))
    assert {rect.bottom() for rect in rects} == {made.plot.bottom()}
    assert min(rect.left() for rect in rects) >= made.plot.left()
    first, second = (spots.extent(int(np.flatnonzero(spots.series == number)[0])) for number in (0, 1))
    assert first.right() < second.left()
    assert second.height() == pytest.approx(first.height() * 21 / 8)


def test_a_bar_is_hit_anywhere_in_it_and_opens(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.bars())
    _, spots = laid(view)
    spot = int(np.flatnonzero(spots.series == 3)[0])
    inside = spots.extent(spot).adjusted(0, 0, 0, -3).bottomLeft().toPoint() + QPoint(3, 0)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=inside)
    assert opened.args == ["3-0"]


def test_bars_are_walked_as_they_stand(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.bars())
    view.setFocus()
    told = [view._read_out(view._at).rows[0]]
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        told.append(view._read_out(view._at).rows[0])
    assert [series.name for series, _ in told] == [*forms.SOURCES, *forms.SOURCES[:2]]
    assert view._read_out(view._at).spoken().startswith("2026 Q2, Exposure to others 38, Experience 25")
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["1-1"]


def test_lying_bars_are_walked_from_row_to_row(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.lying())
    made, spots = laid(view)
    rects = [spots.extent(spot) for spot in range(len(spots.places))]
    assert {rect.left() for rect in rects} == {made.plot.left()}
    assert not any(one.intersects(other) for one, other in combinations(rects, 2))
    view.setFocus()
    walked = []
    for _ in range(len(rects)):
        walked.append(view._which(view._at))
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert walked[:3] == [(0, 0), (1, 1), (0, 1)]
    for _ in range(len(rects)):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        walked.append(view._which(view._at))
    assert len(set(walked)) == len(rects)


def test_nought_is_chosen_though_nothing_of_it_is_drawn(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.stages())
    _, spots = laid(view)
    assert spots.extent(3).height() == 0
    above = spots.extent(3).adjusted(0, -6, 0, -2)
    assert theme.LIGHT.series[0] not in colours(view, above)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view._read_out(view._at).spoken() == "Shared, Lessons 0 of 24"


def colour_of(series: Series) -> QColor:
    return QColor(theme.LIGHT.series[series.place])


def test_bars_and_dashes_differ_without_colour() -> None:
    of = [Series("A", (), place, form="bars", line="dash") for place in range(5)]
    assert (
        len(
            {
                tuple((fill.style(), fill.color() == colour_of(series)) for fill in fills(series))
                for series in of
            }
        )
        == 5
    )
    assert len({dash(series) for series in of}) == 5
    assert dash(Series("A", (), line="solid")) is None


def test_whiskers_reach_both_ends_and_are_told(qtbot: QtBot) -> None:
    def inked(seen: str) -> bool:
        """Whether that is the first colour of the palette, but for the smoothing of edges."""
        return abs(QColor(seen).red() - QColor(theme.LIGHT.series[0]).red()) < 60

    view = shown(qtbot, forms.spans())
    made, _ = laid(view)
    series = forms.spans().series[1]
    assert made.y.high == 104
    for (x, _), (low, high) in zip(series.points, series.spans, strict=True):
        for end, beyond in ((low, -3), (high, 3)):
            at = made.at((x, end))
            assert any(map(inked, colours(view, QRectF(at.x() - 4, at.y() - 1, 8, 2))))
            if 0 < end + 2 * beyond < 104:
                outside = made.at((x, end + 2 * beyond))
                assert not any(map(inked, colours(view, QRectF(outside.x() - 1, outside.y(), 2, 1))))
    view.setFocus()
    assert view._read_out(view._at).spoken() == "Forecast 20, Forecasts 14 (3–48)"


def test_larger_points_are_larger_in_area_and_hit_at_their_edge(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.sizes())
    _, spots = laid(view)
    areas = [spots.extent(spot).width() ** 2 for spot in range(5)]
    assert np.allclose(np.diff(areas), (areas[4] - areas[0]) / 4)
    lone = Figure(**{**forms.sizes().__dict__, "series": (replace(forms.sizes().series[0]),)})
    view = shown(qtbot, lone)
    _, spots = laid(view)
    with qtbot.waitSignal(view.opened) as opened:
        edge = spots.extent(4).center().toPoint() + QPoint(int(spots.extent(4).width() / 2) - 1, 0)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=edge)
    assert opened.args == ["0-4"]


def test_many_points_at_one_place_stay_in_their_row(qtbot: QtBot) -> None:
    figure = forms.sizes()
    one = replace(figure.series[0], points=((50.0, 0.0),) * 40, ids=(), sizes=())
    made, spots = laid(shown(qtbot, replace(figure, series=(one,))))
    assert spots.places[:, 1].max() <= made.plot.bottom()
    assert len({tuple(place) for place in spots.places.tolist()}) > 1


def test_a_missing_day_is_blank_and_nothing_is_said_of_it(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.rhythm(), 600)
    made, spots = laid(view)
    known = {(cell.x, cell.y) for cell in forms.rhythm().cells}
    x, y = next((x, y) for x in range(26) for y in range(7) if (x, y) not in known)
    middle = made.at((x, y))
    assert colours(view, QRectF(middle.x() - 3, middle.y() - 3, 6, 6)) == {theme.LIGHT.surface}
    qtbot.mouseMove(view, middle.toPoint())
    assert view._pointed == -1
    first = spots.extent(0)
    qtbot.mouseMove(view, first.center().toPoint())
    assert view._pointed == 0
    assert first.width() == pytest.approx(first.height(), abs=1.5)


def test_days_are_walked_in_four_directions(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.rhythm())
    _, spots = laid(view)
    cells = forms.rhythm().cells
    view.setFocus()
    start = cells[view._which(view._at)[1]]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    aside = cells[view._which(view._at)[1]]
    assert aside.y == start.y
    assert aside.x == min(cell.x for cell in cells if cell.y == start.y and cell.x > start.x)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert cells[view._which(view._at)[1]].y == aside.y - 1
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert cells[view._which(view._at)[1]].y == aside.y
    assert view._read_out(view._at).spoken().endswith("episodes")
    assert set(spots.series) == {CELL}
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_square_with_something_behind_it_opens_by_click_and_by_enter(qtbot: QtBot) -> None:
    cells = (Cell(0, 0, 2, "Mon: 2 episodes", "2026-06-07"), Cell(1, 0, 1, "several"))
    view = shown(qtbot, replace(forms.rhythm(), cells=cells))
    _, spots = laid(view)
    first, second = (spots.extent(spot).center().toPoint() for spot in range(2))
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=first)
    assert opened.args == ["2026-06-07"]
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["2026-06-07"]
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=second)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_square_is_told_with_its_row_and_column(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.blanks())
    cells = forms.blanks().cells
    spot = cells.index(Cell(3, 1, 4, "4 goals"))
    assert view._read_out(spot).spoken() == "New role, 2026 Q4, 4 goals"


def test_a_zone_lies_behind_its_points_and_outside_the_plot_is_none_of_it(qtbot: QtBot) -> None:
    view = shown(qtbot, forms.zones())
    made, _ = laid(view)
    assert theme.LIGHT.sunken in colours(view, QRectF(made.at((90, 60)), QSize(4, 4)))
    assert theme.LIGHT.sunken not in colours(view, QRectF(made.at((90, 10)), QSize(4, 4)))
    at = made.at((72.0, 80.0))
    assert theme.LIGHT.series[0] in colours(view, QRectF(at.x() - 2, at.y() - 2, 4, 4))
    wide = replace(forms.zones(), zones=(replace(forms.zones().zones[0], top=float("inf"), left=-1e9),))
    wide = replace(wide, x=Axis("category", "", 0, 100))
    cut = frame(wide, QSize(600, 300), view.locale())
    assert cut.y.high == 100
    assert cut.plot.contains(zones(wide, cut)[0].center())
    assert QRectF(cut.plot).united(zones(wide, cut)[0]) == cut.plot


def test_a_repaint_of_every_form_keeps_its_drawing(qtbot: QtBot) -> None:
    for form in SINGLE:
        view = shown(qtbot, form())
        before = view.drawing().cacheKey()
        qtbot.mouseMove(view, QPoint(200, 150))
        view.repaint()
        assert view.drawing().cacheKey() == before
