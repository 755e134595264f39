"""Growth with twenty years of work in it: what the window does, over bare plots of the same points, and its longest event."""

import datetime as dt
import random
import time
from collections.abc import Callable, Sequence
from functools import cache
from uuid import UUID

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from benchmarks import sample
from benchmarks.judging import Row, compare, within
from workjournal.charts import CHARTS
from workjournal.charts.figure import Figure
from workjournal.domain.episode import Kind, Source
from workjournal.domain.goal import GoalState
from workjournal.domain.history import EpisodePoint, GoalPoint, History, SkillPoints
from workjournal.journal.journal import Journal
from workjournal.ui import tasks, theme
from workjournal.ui.parts.growth_card import GrowthCard
from workjournal.ui.screens.growth import ALL, GrowthScreen

YEARS, EPISODES, GOALS, SKILLS = 20, 15_000, 200, 6
WIDE, HIGH, CARD_WIDE, CARD_HIGH = 1200, 832, 560, 384
"""Growth in a window of 1440 by 900 pixels, and one of its cards."""
LONGEST_EVENT, FRAME = 0.05, 0.1
"""Seconds of the processor in the GUI thread, so that other programs do not count."""


def rows(journal: Journal) -> list[Row]:
    """Painting four charts and painting them again, a figure for its Task, and the longest event of a visit."""
    theme.apply(_application(), "light")
    figures = [chart.figure(history()) for chart in CHARTS[:4]]
    difficulty = next(chart for chart in CHARTS if chart.key == "difficulty")
    cards = _cards(figures)
    page = _page(cards)
    page.grab()

    def redraw() -> None:
        for card, figure in zip(cards, figures, strict=True):
            card.show_figure(figure)
        page.grab()

    start, end = history().start, history().end
    read = journal.growth.history(start, end)
    return [
        compare(
            f"Growth: four charts of {YEARS} years, over bare plots",
            lambda: _page(_plots(figures)).grab(),
            lambda: _page(_cards(figures)).grab(),
            pairs=9,
            bound=1.5,
        ),
        within("the same, one frame painted, over 100 ms", FRAME, [_seconds(redraw) for _ in range(21)]),
        compare("the same, painted again, over a full redraw", redraw, page.grab, pairs=21, bound=0.15),
        compare(
            f"one chart's figure, {len(read.episodes)} episodes, over reading them",
            lambda: journal.growth.history(start, end),
            lambda: difficulty.figure(read),
            pairs=9,
            bound=1.0,
        ),
        within("Growth: longest event of a visit, over 50 ms", LONGEST_EVENT, _longest_events(journal)),
    ]


class _Clocked(QApplication):
    """Knows the longest event since it was last asked."""

    longest = 0.0
    _deep = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._deep:
            return super().notify(receiver, event)
        self._deep, began = True, time.thread_time()
        done = super().notify(receiver, event)
        self._deep, self.longest = False, max(self.longest, time.thread_time() - began)
        return done


@cache
def _application() -> _Clocked:
    return _Clocked([])


def _longest_events(journal: Journal) -> list[float]:
    """Of nine visits, each by a new screen; the first one brings pyqtgraph in and is not counted."""
    app, found = _application(), []
    for _ in range(10):
        screen = GrowthScreen(journal)
        screen.resize(WIDE, HIGH)
        screen.period.choice = ALL
        screen.show()
        app.longest = 0.0
        screen.renew()
        _run_until(screen.board.drawn.connect)
        found.append(app.longest)
        screen.close()
        screen.deleteLater()
        tasks.wait_all()
    return found[1:]


def _run_until(connect: Callable[[Callable[[], object]], object], rest: int = 400) -> None:
    """Let events come until a signal is there, and some milliseconds more in which the last chart is painted."""
    loop = QEventLoop()
    connect(lambda: QTimer.singleShot(rest, loop.quit))
    loop.exec()


def _cards(figures: list[Figure]) -> list[GrowthCard]:
    charts = {chart.key: chart for chart in CHARTS}
    cards = [GrowthCard(charts[figure.key]) for figure in figures]
    for card, figure in zip(cards, figures, strict=True):
        card.setFixedSize(CARD_WIDE, CARD_HIGH)
        card.show_figure(figure)
    return cards


def _plots(figures: list[Figure]) -> list[QWidget]:
    """A plot for each chart or panel, with a scatter or a line for each of its series."""
    plots: list[QWidget] = []
    for figure in figures:
        part = pg.GraphicsLayoutWidget()
        part.setFixedSize(CARD_WIDE, CARD_HIGH)
        for place, panel in enumerate(figure.panels or (figure,)):
            plot = part.addPlot(place // 3, place % 3)
            for series in panel.series:
                pen = None if series.line == "none" else pg.mkPen("#0F6B63", width=2)
                symbol = None if series.marker == "none" else "o"
                plot.plot(*zip(*series.points, strict=True), pen=pen, symbol=symbol)
        plots.append(part)
    return plots


def _page(parts: Sequence[QWidget]) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    for place, part in enumerate(parts):
        grid.addWidget(part, place // 2, place % 2)
    page.adjustSize()
    return page


def _seconds(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


@cache
def history() -> History:
    """Twenty years of rated episodes, of goals with their confidence, and of skills."""
    chance, days = random.Random(20), YEARS * 365
    start = sample.LAST_DAY - dt.timedelta(days=days - 1)
    on = [start + dt.timedelta(days=number * days // EPISODES) for number in range(EPISODES)]
    episodes = tuple(
        EpisodePoint(
            UUID(int=number + 1),
            day,
            Kind.WORK,
            5 * chance.randrange(21),
            energy=5 * chance.randrange(21),
            source=chance.choice(list(Source)),
        )
        for number, day in enumerate(on)
    )
    goals = tuple(_goal(chance, number, start) for number in range(GOALS))
    skills = tuple(
        SkillPoints(
            UUID(int=800_000 + number),
            f"Skill {number}",
            tuple((start + dt.timedelta(days=30 * month), 5 * chance.randrange(21)) for month in range(240)),
        )
        for number in range(SKILLS)
    )
    return History(start, sample.LAST_DAY, episodes, goals, skills=skills)


def _goal(chance: random.Random, number: int, start: dt.date) -> GoalPoint:
    begun = start + dt.timedelta(days=number * 36)
    return GoalPoint(
        id=UUID(int=900_000 + number),
        title=f"Goal {number}",
        state=chance.choice((GoalState.ACHIEVED, GoalState.PARTLY, GoalState.MISSED)),
        start=begun,
        closed=begun + dt.timedelta(days=90),
        difficulty=5 * chance.randrange(21),
        confidence_before=chance.randrange(101),
        confidence_after=chance.randrange(101),
        confidence_really_before=chance.randrange(101),
        challenges=("high stakes",),
        forecast=chance.randrange(101),
        came_true=chance.random() < 0.5,
        looks=4,
        feedback=2,
    )
