"""Growth: every chart of a period, with its reading, its numbers and the work behind its points."""

import datetime as dt
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget

from workjournal.charts import CHARTS
from workjournal.charts.figure import Figure
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.history import History
from workjournal.domain.period import months_back
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.journal.packs import MOST_CHARTS
from workjournal.ui import tasks, theme
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.tasks import Report, Task
from workjournal.ui.widgets.card_grid import CardGrid
from workjournal.ui.widgets.chart_card import ChartCard
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.segments import Choice, Segments

ALL = 0
USUAL = 6
_NARROW = 1000
Drawn = tuple[History, list[Figure]]


class GrowthScreen(Screen):
    """A grid of charts over one period."""

    name = "growth"
    title = QT_TRANSLATE_NOOP("GrowthScreen", "Growth")
    icon = "trending-up"
    shows = frozenset({Episode, Goal, CheckIn})
    shortcut = "Ctrl+6"

    period: Segments
    show_table: QPushButton
    add_to_pack: QPushButton
    pages: QStackedWidget
    page: QScrollArea
    nothing: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._history: History | None = None
        self._task: Task | None = None
        self._words = {button: button.text() for button in (self.show_table, self.add_to_pack)}
        self.cards = [ChartCard(chart.key, chart.title) for chart in CHARTS]
        self.grid = CardGrid()
        self.grid.setProperty("role", "page")
        self.grid.set_cards(self.cards)
        self.page.setWidget(self.grid)
        choices = (
            (3, self.tr("3 months")),
            (USUAL, self.tr("6 months")),
            (12, self.tr("Year")),
            (ALL, self.tr("All")),
        )
        self.period.set_choices([Choice(months, label) for months, label in choices])
        self.period.choice = USUAL
        self._connect()

    def refresh(self) -> None:
        self._draw()

    def arrive(self, what: object) -> None:  # noqa: ARG002 - the screen as a whole is all there is
        self._tell_packed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        for button, words in self._words.items():
            button.setText("" if narrow else words)

    def _connect(self) -> None:
        self.period.changed.connect(self._draw)
        self.show_table.toggled.connect(self._turn)
        self.add_to_pack.clicked.connect(self._pack_all)
        self.nothing.acted.connect(lambda: self.go.emit("episode", New()))
        self.nothing.second_acted.connect(lambda: self.go.emit("goal", New()))
        for card in self.cards:
            card.opened.connect(self._open)
            card.packed.connect(self._pack)

    def _draw(self) -> None:
        """Read the period and make its figures in a Task; what is shown stays until they are there."""
        if self._task is not None:
            self._task.cancel()
        months = self.period.choice
        assert isinstance(months, int)
        self._task = tasks.run(lambda report: self._figures(months, report), self._drawn, self)

    def _figures(self, months: int, report: Report) -> Drawn:
        """In a thread: pyqtgraph loads here too, which takes half a second the first time."""
        import workjournal.ui.widgets.chart_view  # noqa: F401 - imported ahead, for ChartCard

        today = self._journal.today()
        start = (
            months_back(today, months) + dt.timedelta(days=1) if months else self._journal.growth.first_day()
        )
        history = self._journal.growth.history(start or today, today)
        report(0.5, "")
        return history, self._journal.growth.figures(history)

    def _drawn(self, drawn: Drawn) -> None:
        self._history, figures = drawn
        by_key = {figure.key: figure for figure in figures}
        for card in self.cards:
            if card.key in by_key:
                card.show_figure(by_key[card.key])
        self.add_to_pack.setEnabled(bool(self._drawable()))
        bare = not self._drawable() and not self._history.episodes and not self._history.goals
        new = bare and self._journal.growth.first_day() is None
        self.pages.setCurrentWidget(self.nothing if new else self.page)

    def _turn(self, as_table: bool) -> None:
        for card in self.cards:
            card.show_as_table(as_table)

    def _open(self, thing: str) -> None:
        """Go to what is behind a point: the period knows whether that is a goal or an episode."""
        assert self._history is not None
        wanted = UUID(thing)
        if any(goal.id == wanted for goal in self._history.goals):
            self.go.emit("goal", wanted)
        elif any(episode.id == wanted for episode in self._history.episodes):
            self.go.emit("episode", wanted)

    def _drawable(self) -> list[str]:
        return [card.key for card in self.cards if not card.is_empty()]

    def _pack(self, key: str, wanted: bool) -> None:
        before = pack_charts.ticked(self._journal.preferences)
        self._keep_packed(
            tuple(known for known in before if known != key) + ((key,) if wanted else ()), before
        )

    def _pack_all(self) -> None:
        self._keep_packed(
            tuple(self._drawable()[:MOST_CHARTS]), pack_charts.ticked(self._journal.preferences)
        )

    def _keep_packed(self, charts: tuple[str, ...], before: tuple[str, ...]) -> None:
        pack_charts.tick(self._journal.preferences, charts)
        self._tell_packed()
        names = ", ".join(card.heading() for card in self.cards if card.key in charts)
        said = self.tr("In the review pack: {charts}").format(charts=names)
        self.toast.emit(
            said if names else self.tr("No chart is in the review pack"), lambda: self._back_to(before)
        )

    def _back_to(self, charts: tuple[str, ...]) -> None:
        pack_charts.tick(self._journal.preferences, charts)
        self._tell_packed()

    def _tell_packed(self) -> None:
        charts = pack_charts.ticked(self._journal.preferences)
        for card in self.cards:
            card.set_packed(card.key in charts, room=len(charts) < MOST_CHARTS)
