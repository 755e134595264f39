"""Small multiples: a grid that follows the width, one scale for all, and each panel a chart of its own."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from ui.widgets import figures_of_forms as forms
from workjournal.charts.figure import Figure
from workjournal.ui.widgets.chart_card import ChartCard
from workjournal.ui.widgets.chart_grid import shared
from workjournal.ui.widgets.chart_panels import ChartPanels
from workjournal.ui.widgets.chart_view import ChartView


def carded(qtbot: QtBot, figure: Figure, wide: int = 640) -> ChartCard:
    card = ChartCard(figure.key, figure.title)
    qtbot.addWidget(card)
    card.resize(wide, 420)
    card.show_figure(figure)
    return show_active(qtbot, card)


def panels_of(card: ChartCard) -> ChartPanels:
    assert isinstance(card.view, ChartPanels)
    return card.view


def seen(panels: ChartPanels) -> list[ChartView]:
    return [view for view in panels.views() if not view.isHidden()]


def columns(panels: ChartPanels) -> int:
    return len({view.geometry().right() for view in seen(panels)})


@pytest.mark.parametrize(("wide", "across"), [(440, 2), (640, 3), (1000, 3)])
def test_the_grid_follows_the_width(qtbot: QtBot, wide: int, across: int) -> None:
    panels = panels_of(carded(qtbot, forms.panels(), wide))
    places = [view.geometry() for view in seen(panels)]
    assert columns(panels) == across
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(panels.grid.rect().contains(place) for place in places)
    panels.window().resize(300, 420)
    qtbot.waitUntil(lambda: columns(panels) == 1)


def test_all_panels_have_one_scale_and_plots_of_one_size(qtbot: QtBot) -> None:
    panels = panels_of(carded(qtbot, forms.panels(5)))
    for view in panels.views():
        view.drawing()
    frames = [view._frame for view in panels.views()]
    assert len({(made.x, made.y) for made in frames if made is not None}) == 1
    sizes = [made.plot.size() for made in frames if made]
    for sides in ([size.width() for size in sizes], [size.height() for size in sizes]):
        assert max(sides) - min(sides) < 1
    assert [bool(made.names) for made in frames if made] == [False, False, True, True, True]
    assert [made.trim.rows for made in frames if made] == [True, False, False, True, False]


def test_panels_that_differ_keep_their_own_axes(qtbot: QtBot) -> None:
    rhythm, score = shared(forms.mixed().panels)
    assert rhythm.x.kind == "category"
    assert score.x == forms.mixed().panels[1].x
    views = panels_of(carded(qtbot, forms.mixed())).views()
    for view in views:
        view.drawing()
    assert all(view._frame is not None and view._frame.names for view in views)


def test_each_panel_has_its_name_and_sentence_for_readers(qtbot: QtBot) -> None:
    card = carded(qtbot, forms.panels())
    heard = [QAccessible.queryAccessibleInterface(view) for view in panels_of(card).views()]
    assert [one.text(QAccessible.Text.Name) for one in heard][:2] == [
        "Delegation",
        "Hard conversations with people I lead",
    ]
    assert all(one.role() == QAccessible.Role.Graphic for one in heard)
    assert all(one.text(QAccessible.Text.Description) for one in heard)
    whole = QAccessible.queryAccessibleInterface(panels_of(card))
    assert whole.text(QAccessible.Text.Name) == "Skills over time"
    assert whole.text(QAccessible.Text.Description) == forms.panels().reading
    assert card.table.accessibleName() == "Skills over time, table"


def test_a_point_of_a_panel_opens_through_the_card(qtbot: QtBot) -> None:
    card = carded(qtbot, forms.panels())
    view = panels_of(card).views()[2]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["Strategy-1"]


def test_panels_are_mirrored_and_time_is_not(qtbot: QtBot) -> None:
    card = ChartCard("skills", "Skills")
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(card)
    card.resize(640, 420)
    card.show_figure(forms.panels(5))
    show_active(qtbot, card)
    views = panels_of(card).views()
    rights = [view.geometry().right() for view in views[:3]]
    assert rights == sorted(rights, reverse=True)
    for view in views:
        view.drawing()
    frames = [view._frame for view in views]
    assert [made.trim.rows for made in frames if made] == [False, False, True, False, True]
    assert frames[0] is not None
    assert frames[0].across(frames[0].x.low) < frames[0].across(frames[0].x.high)


def test_other_panels_take_the_place_of_those_there_were(qtbot: QtBot) -> None:
    card = carded(qtbot, forms.panels(6))
    panels, first = panels_of(card), panels_of(card).views()[0]
    card.show_figure(forms.panels(2))
    assert panels_of(card) is panels
    assert panels.views()[0] is first
    assert len(panels.views()) == 2
    card.show_figure(forms.panels(9))
    assert [view.accessibleName() for view in panels.views()][6:] == [
        panel.title for panel in forms.panels(9).panels[6:]
    ]
    places = [view.geometry() for view in seen(panels)]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_a_repaint_keeps_the_drawings_of_all_panels(qtbot: QtBot) -> None:
    panels = panels_of(carded(qtbot, forms.panels()))
    before = [view.drawing().cacheKey() for view in panels.views()]
    panels.grid.repaint()
    for view in panels.views():
        view.repaint()
    assert [view.drawing().cacheKey() for view in panels.views()] == before


def test_a_card_changes_between_one_chart_and_panels(qtbot: QtBot) -> None:
    card = carded(qtbot, forms.rhythm())
    assert not card.is_empty()
    assert isinstance(card.view, ChartView)
    assert card.stack.currentWidget() is card.view
    card.show_figure(forms.panels())
    assert not card.is_empty()
    assert card.stack.currentWidget() is panels_of(card)
    card.show_figure(forms.bars())
    assert isinstance(card.view, ChartView)
    assert card.stack.currentWidget() is card.view
    bare = Figure(**{**forms.bars().__dict__, "series": ()})
    card.show_figure(bare)
    assert card.is_empty()
    assert card.stack.currentWidget() is not card.view


def test_panels_of_different_heights_keep_them_and_name_them_each(qtbot: QtBot) -> None:
    low, high = forms.panel("Few", 0), forms.panel("Many", 1)
    many = replace(high, y=replace(high.y, high=5000.0))
    one, other = shared((low, many))
    assert (one.y.high, other.y.high) == (100, 5000)
    assert one.x == other.x
    figure = replace(forms.panels(2), panels=(low, many))
    views = panels_of(carded(qtbot, figure)).views()
    assert [view._trim.rows for view in views] == [True, True]


def test_a_long_subtitle_makes_no_card_wider(qtbot: QtBot) -> None:
    figure = replace(
        forms.bars(), subtitle="Per cent of the episodes that name one; no mix is the right one " * 2
    )
    card = carded(qtbot, figure, 400)
    assert card.width() == 400
    assert card.minimumSizeHint().width() <= 400
