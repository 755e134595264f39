"""A page of charts is drawn over several events; a picture of it is whole at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chart_histories import TWENTY_YEARS, YEAR
from ui.showing import on_screen
from ui.widgets import figures_of_forms as forms
from workjournal.charts.figure import Figure
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.parts.chart_board import AT_FIRST
from workjournal.ui.screens.growth import GrowthScreen
from workjournal.ui.widgets import chart_pace
from workjournal.ui.widgets.chart_pace import PACE
from workjournal.ui.widgets.chart_plot import Plot
from workjournal.ui.widgets.chart_view import ChartView


class Drawings:
    """Every drawing that was made, as the number of the event it was made in."""

    def __init__(self) -> None:
        self.turn = 0
        self.at: list[int] = []

    def most_at_once(self) -> int:
        return max(self.at.count(turn) for turn in self.at)


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawings]:
    """Where not even one chart's time is left for another."""
    made, draw, rest = Drawings(), Plot.draw, PACE._rest

    def drawn(plot: Plot, *given: object) -> QPixmap:
        made.at.append(made.turn)
        return draw(plot, *given)  # type: ignore[arg-type] # whatever it was given

    def rested() -> None:
        made.turn += 1
        rest()

    rest()
    monkeypatch.setattr(chart_pace, "_ROOM", 1e-9)
    monkeypatch.setattr(Plot, "draw", drawn)
    monkeypatch.setattr(PACE, "_rest", rested)
    yield made
    rest()


def page_of(*figures: Figure) -> tuple[QWidget, list[ChartView]]:
    page = QWidget()
    row = QHBoxLayout(page)
    views = [ChartView(figure, page) for figure in figures]
    for view in views:
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one that has it has to know its points at once
        row.addWidget(view)
    page.resize(1200, 400)
    return page, views


def test_one_chart_in_an_event_and_all_in_the_end(qtbot: QtBot, drawings: Drawings) -> None:
    page, views = page_of(forms.bars(), forms.rhythm(), forms.zones(), forms.lying())
    qtbot.addWidget(page)
    QTimer.singleShot(0, page.show)  # outside of an event loop there is no later event
    qtbot.waitUntil(lambda: all(view._is_drawn() for view in views))
    assert len(drawings.at) == len(views)
    assert drawings.most_at_once() == 1


def test_a_picture_is_whole_at_once(qtbot: QtBot, drawings: Drawings) -> None:
    page, views = page_of(forms.bars(), forms.rhythm(), forms.zones())
    qtbot.addWidget(page)
    grabbed = []
    # As when it is copied: within an event.
    QTimer.singleShot(0, page, lambda: grabbed.append(grab(page)))
    qtbot.waitUntil(lambda: bool(grabbed))
    assert drawings.most_at_once() == len(views)


def grab(page: QWidget) -> QPixmap:
    with PACE.at_once():
        return page.grab()


@pytest.mark.parametrize("history", [YEAR, TWENTY_YEARS], ids=["a year", "twenty years"])
def test_a_first_visit_draws_no_chart_again_and_again(
    qtbot: QtBot, journal: Journal, drawings: Drawings, history: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cards that moved while the others came would be; the first may get a scroll bar beside it."""
    screen = on_screen(qtbot, GrowthScreen(journal))
    monkeypatch.setattr(screen, "_read", lambda *_: history)
    screen.renew()
    with qtbot.waitSignal(screen.board.drawn):
        pass
    views = [view for view in screen.board.findChildren(ChartView) if not view.visibleRegion().isEmpty()]
    qtbot.waitUntil(lambda: all(view._is_drawn() for view in views))
    assert len(screen.board.cards) == AT_FIRST
    assert len(views) >= AT_FIRST
    assert len(views) <= len(drawings.at) <= len(views) + 1
    assert drawings.most_at_once() == 1
    tasks.wait_all()
