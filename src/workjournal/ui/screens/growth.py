"""Growth: the chosen charts of a period, with their readings, their numbers and the work behind their points."""

import datetime as dt
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout

from workjournal.domain.history import History
from workjournal.domain.period import months_back
from workjournal.journal import growth_charts
from workjournal.journal.journal import Journal
from workjournal.ui import theme
from workjournal.ui.dialogs import pack_charts
from workjournal.ui.dialogs.charts import ChartsDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.chart_board import ChartBoard
from workjournal.ui.parts.chart_packing import ChartPacking
from workjournal.ui.parts.chart_work import DRAWN_FROM, work_behind
from workjournal.ui.parts.own_period import OwnPeriod
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.segments import Choice, Segments

ALL, OWN = 0, -1
USUAL = 6
_WIDE = 1100
"""From here on the buttons at the top have words."""
_NARROW = 830
"""Up to here the periods have a row of their own."""


class GrowthScreen(Screen):
    """A board of charts over one period."""

    name = "growth"
    title = QT_TRANSLATE_NOOP("GrowthScreen", "Growth")
    icon = "trending-up"
    help = "charts"
    shows = DRAWN_FROM
    shortcut = "Ctrl+6"

    period: Segments
    choose: QPushButton
    to_week: QPushButton
    show_table: QPushButton
    add_to_pack: QPushButton
    period_place: QHBoxLayout
    period_row: QHBoxLayout
    own_row: QVBoxLayout
    pages: QStackedWidget
    page: QScrollArea
    nothing: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        buttons = (self.choose, self.to_week, self.show_table, self.add_to_pack)
        self._words = {button: button.text() for button in buttons}
        self.own = OwnPeriod(self)
        self.own.hide()
        self.own_row.addWidget(self.own)
        self.board = ChartBoard(journal.growth)
        self.page.setWidget(self.board)
        self.packing = ChartPacking(self.board, journal.preferences)
        self.packing.told.connect(self.toast)
        pack_charts.ask_when_full(self.packing, self)
        choices = (
            (3, self.tr("3 months")),
            (USUAL, self.tr("6 months")),
            (12, self.tr("Year")),
            (ALL, self.tr("All")),
            (OWN, self.tr("Own")),
        )
        self.period.set_choices([Choice(months, label) for months, label in choices])
        self.period.choice = USUAL
        self._before = USUAL
        self._connect()

    def refresh(self) -> None:
        self._draw()

    def arrive(self, what: object) -> None:  # noqa: ARG002 - the screen as a whole is all there is
        self.packing.tell()
        self.period.button(self.period.choice).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_WIDE)
        for button, words in self._words.items():
            button.setText("" if narrow else words)
        # With large letters the periods are too wide to stand beside anything.
        row = self.period_row if self.width() < theme.px(_NARROW) else self.period_place
        if row.indexOf(self.period) < 0:
            row.addWidget(self.period)

    def _connect(self) -> None:
        self.period.changed.connect(self._take_period)
        self.own.changed.connect(self._draw)
        self.choose.clicked.connect(self._ask_charts)
        self.to_week.clicked.connect(lambda: self.go.emit("week", None))
        self.show_table.toggled.connect(self.board.show_as_table)
        self.add_to_pack.clicked.connect(self.packing.take_shown)
        self.nothing.acted.connect(lambda: self.go.emit("episode", New()))
        self.nothing.second_acted.connect(lambda: self.go.emit("goal", New()))
        self.board.opened.connect(self._open)
        self.board.drawn.connect(self._drawn)

    def _take_period(self) -> None:
        months, own = self.period.choice, self.period.choice == OWN
        self.own.setVisible(own)
        if own:
            today = self._journal.today()
            self.own.begin_with((self._start(self._before, today), today))
        else:
            assert isinstance(months, int)
            self._before = months
        self._draw()

    def _start(self, months: int, today: dt.date) -> dt.date:
        if months:
            return months_back(today, months) + dt.timedelta(days=1)
        return self._journal.growth.first_day() or today

    def _draw(self) -> None:
        """Draw the period; while the days of an own one make no sense, what is shown stays."""
        months = self.period.choice
        assert isinstance(months, int)
        days = self.own.days()
        if months == OWN and days is None:
            return
        wanted = growth_charts.chosen(self._journal.preferences)
        self.board.draw(partial(self._read, months, days), wanted)

    def _read(self, months: int, own: tuple[dt.date, dt.date] | None) -> History:
        """In a thread."""
        today = self._journal.today()
        start, end = own if months == OWN and own is not None else (self._start(months, today), today)
        return self._journal.growth.history(min(start, today), min(end, today))

    def _drawn(self) -> None:
        history = self.board.work.history
        assert history is not None
        self.add_to_pack.setEnabled(self.packing.has_any())
        bare = not (history.episodes or history.goals or history.measures or history.skills)
        new = bare and self._journal.growth.first_day() is None
        self.pages.setCurrentWidget(self.nothing if new else self.page)

    def _ask_charts(self) -> None:
        dialog = ChartsDialog(self, growth_charts.chosen(self._journal.preferences))
        dialog.accepted.connect(lambda: self._choose(dialog.keys))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, keys: list[str]) -> None:
        growth_charts.choose(self._journal.preferences, keys)
        self.board.arrange(keys)

    def _open(self, thing: str) -> None:
        """Go to what is behind a point."""
        history = self.board.work.history
        place = work_behind(history, thing) if history is not None else None
        if place is not None:
            self.go.emit(*place)
