"""The weekly look: one page on a week, what moved in words and a few charts. For a Friday."""

import datetime as dt

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QStackedWidget

from workjournal.domain.period import Interval, Period
from workjournal.journal import growth_charts, weekly_look
from workjournal.journal.journal import Journal
from workjournal.journal.weekly_look import Look
from workjournal.ui import tasks
from workjournal.ui.dialogs import pack_charts
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import period_words
from workjournal.ui.parts.chart_board import ChartBoard
from workjournal.ui.parts.chart_packing import ChartPacking
from workjournal.ui.parts.chart_work import DRAWN_FROM, work_behind
from workjournal.ui.parts.moved_words import MovedWords
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.tasks import Report, Task
from workjournal.ui.widgets.empty_state import EmptyState


class WeekScreen(Screen):
    """What the charts chosen in Growth say at the end of a week, beside what they said a week before."""

    name = "week"
    title = QT_TRANSLATE_NOOP("WeekScreen", "Weekly look")
    icon = "calendar-check"
    help = "looking-back#week"
    shows = DRAWN_FROM
    under = "growth"

    week_words: QLabel
    earlier: QPushButton
    later: QPushButton
    to_growth: QPushButton
    pages: QStackedWidget
    page: QScrollArea
    nothing: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._week = weekly_look.latest(journal.today())
        self._task: Task | None = None
        self._keys: tuple[str, ...] = ()
        self.look: Look | None = None
        self.board = ChartBoard(journal.growth)
        self.moved = MovedWords(self.board)
        self.moved.hide()
        self.board.above = self.moved
        self.page.setWidget(self.board)
        self.packing = ChartPacking(self.board, journal.preferences)
        self.packing.told.connect(self.toast)
        pack_charts.ask_when_full(self.packing, self)
        self.earlier.clicked.connect(lambda: self._turn_to(self._week.before()))
        self.later.clicked.connect(lambda: self._turn_to(self._week.after()))
        self.to_growth.clicked.connect(lambda: self.go.emit("growth", None))
        self.nothing.acted.connect(lambda: self.go.emit("episode", New()))
        self.board.opened.connect(self._open)

    def refresh(self) -> None:
        self._draw()

    def arrive(self, what: object) -> None:
        """A day shows its week; nothing in particular, the one to look at now."""
        today = self._journal.today()
        week = Period.of(Interval.WEEK, what) if isinstance(what, dt.date) else weekly_look.latest(today)
        if week != self._week or self._keys != growth_charts.chosen(self._journal.preferences):
            self._turn_to(week)
        self.earlier.setFocus()

    def here(self) -> object:
        return self._week.start

    def _turn_to(self, week: Period) -> None:
        self._week = week
        self._draw()

    def _draw(self) -> None:
        """Look in a Task; what is shown stays until that is done."""
        if self._task is not None:
            self._task.cancel()
        self._keys, today, week = (
            growth_charts.chosen(self._journal.preferences),
            self._journal.today(),
            self._week,
        )
        self.week_words.setText(period_words.title(week))
        self.later.setEnabled(week.after().start <= today)
        keys = self._keys
        self._task = tasks.run(lambda report: self._look(keys, week, today, report), self._tell, self)

    def _look(self, keys: tuple[str, ...], week: Period, today: dt.date, report: Report) -> Look:
        """In a thread."""
        return weekly_look.look(self._journal.growth, keys, week, today, lambda: report(0, ""))

    def _tell(self, look: Look) -> None:
        self.look = look
        self.moved.show_look(look)
        self.moved.show()
        said = look.moved or look.same
        new = not said and self._journal.growth.first_day() is None
        self.pages.setCurrentWidget(self.nothing if new else self.page)
        self.board.draw(lambda: look.history, [figure.key for figure in look.figures])

    def _open(self, thing: str) -> None:
        """Go to what is behind a point."""
        place = work_behind(self.look.history, thing) if self.look is not None else None
        if place is not None:
            self.go.emit(*place)
