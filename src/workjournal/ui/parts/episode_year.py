"""The year of days above the list: which year is shown, and where in it one is."""

import datetime as dt

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.ui import words
from workjournal.ui.widgets.heat_map import WEEKS, HeatMap

A_YEAR = dt.timedelta(weeks=WEEKS - 1)


class EpisodeYear(QObject):
    """Fills the heat map, and turns it to the year of the day one is at."""

    gone = Signal(object)
    """Somebody went to a day."""

    def __init__(
        self, journal: Journal, year: HeatMap, span: QLabel, earlier: QPushButton, later: QPushButton
    ) -> None:
        super().__init__(year)
        self._journal, self._year, self._span, self._later = journal, year, span, later
        self._today = self._last = journal.today()
        self._wanted = EpisodeFilter()
        earlier.clicked.connect(lambda: self._turn(-A_YEAR))
        later.clicked.connect(lambda: self._turn(A_YEAR))
        year.changed.connect(self._go)

    def refresh(self, wanted: EpisodeFilter) -> None:
        """Count these episodes."""
        today = self._journal.today()
        if self._last == self._today:
            self._last = today  # over midnight
        self._today, self._wanted, self._year.limit = today, wanted, today
        self._show()

    def show_day(self, day: dt.date) -> None:
        """Be at a day, in its year."""
        if not self._year.first() <= day <= self._last:
            years = max(0, (self._today - day).days // A_YEAR.days)
            self._last = self._today - years * A_YEAR
            self._show()
        self._year.show_day(day)

    def _turn(self, by: dt.timedelta) -> None:
        self._last = min(self._last + by, self._today)
        self._show()
        day = self._year.day
        self._year.show_day(min(day + by, self._last) if day is not None else self._last)
        self._go()

    def _go(self) -> None:
        day = self._year.day
        if day is not None:
            self.show_day(day)
            self.gone.emit(day)

    def _show(self) -> None:
        first = self._last - dt.timedelta(weeks=WEEKS)
        self._year.set_days(self._last, self._journal.timeline.days(self._wanted, first, self._last))
        spans = (words.dated(day, "MMMM yyyy") for day in (self._year.first(), self._last))
        self._span.setText(" – ".join(spans))
        self._later.setEnabled(self._last < self._today)
