"""Beside the list: the month of the day one is at, a way to the days without an entry, and this day in earlier years."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.settings import Settings
from workjournal.ui import form, tasks, words
from workjournal.ui.reminders import working_days
from workjournal.ui.widgets.month_calendar import MonthCalendar
from workjournal.ui.widgets.row_list import Row, RowList


class EpisodeDays(QWidget):
    """Follows the list, and leads it."""

    gone = Signal(object)
    """Somebody went to a day."""
    entered = Signal()
    """On to what happened on the day."""
    writing = Signal(object)
    """An episode of that day is to be written."""
    opened = Signal(object)

    month: QLabel
    month_before: QPushButton
    month_after: QPushButton
    calendar: MonthCalendar
    day_words: QLabel
    write: QPushButton
    empty_before: QPushButton
    empty_after: QPushButton
    earlier_card: QFrame
    earlier_heading: QLabel
    earlier_years: RowList

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "episode_days")
        self._journal = journal
        self._wanted = EpisodeFilter()
        self._connect()

    def refresh(self, wanted: EpisodeFilter) -> None:
        """Count these episodes, and show the day again."""
        self._wanted = wanted
        self.show_day(min(self.calendar.day, self._journal.today()))

    def show_day(self, day: dt.date) -> None:
        """Be at a day."""
        today = self._journal.today()
        self.calendar.show_day(day, today)
        timeline, first, last = self._journal.timeline, self.calendar.first(), self.calendar.last()
        self.calendar.set_counts(timeline.days(self._wanted, first, last))
        self.month.setText(words.dated(day, "MMMM yyyy"))
        self.month_after.setEnabled((day.year, day.month) < (today.year, today.month))
        taken = timeline.days(EpisodeFilter(), day, day)
        self.write.setVisible(not taken)
        told = self.tr("{day}: no entry") if not taken else self.tr("{day}: %n episode(s)", "", taken[day])
        self.day_words.setText(told.format(day=words.day(day, today)))
        self.empty_after.setEnabled(day < today)
        self._show_earlier(day)

    def go_to_empty(self, *, later: bool) -> None:
        """Go to the nearest working day without an entry, or say that there is none."""
        workdays = working_days(Settings.load())
        timeline, beside, today = self._journal.timeline, self.calendar.day, self._journal.today()
        tasks.run(
            lambda _report: timeline.day_without(beside, today, workdays, later=later),
            partial(self._found_empty, later),
            self,
        )

    def _found_empty(self, later: bool, day: dt.date | None) -> None:
        if day is not None:
            self.calendar.day = day
        elif later:
            self.day_words.setText(self.tr("Every working day after it has an entry"))
        else:
            self.day_words.setText(self.tr("Every working day before it has an entry"))

    def _connect(self) -> None:
        self.calendar.changed.connect(self._go)
        self.calendar.entered.connect(self.entered)
        for button, months in ((self.month_before, -1), (self.month_after, 1)):
            button.clicked.connect(lambda _=False, months=months: self._turn(months))
        self.empty_before.clicked.connect(lambda *_: self.go_to_empty(later=False))
        self.empty_after.clicked.connect(lambda *_: self.go_to_empty(later=True))
        self.write.clicked.connect(lambda: self.writing.emit(self.calendar.day))
        self.earlier_years.opened.connect(self.opened)

    def _turn(self, months: int) -> None:
        self.calendar.day = self.calendar.turned(months)

    def _go(self) -> None:
        day = self.calendar.day
        self.show_day(day)
        self.gone.emit(day)

    def _show_earlier(self, day: dt.date) -> None:
        found = self._journal.episodes.in_earlier_years(day)
        self.earlier_card.setVisible(bool(found))
        self.earlier_heading.setText(self.tr("{day} in earlier years").format(day=words.dated(day, "d MMMM")))
        self.earlier_years.set_rows(
            [
                Row(
                    id=episode.id,
                    lead=str(episode.date.year),
                    title=episode.title,
                    second=words.excerpt(episode),
                )
                for episode in found
            ]
        )
