"""The list of episodes at work: begins at once however long it is, goes to a day, and tells which were chosen."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from workjournal.journal.chosen import Chosen, Stretch
from workjournal.journal.episode_filter import EpisodeFilter, Order
from workjournal.journal.journal import Journal
from workjournal.journal.outline import Outline
from workjournal.journal.timeline import Line
from workjournal.ui import tasks
from workjournal.ui.parts.episode_groups import Grouping, Groups
from workjournal.ui.parts.episode_rows import EpisodeRows
from workjournal.ui.widgets.chosen_list import ChosenList
from workjournal.ui.widgets.marks import Marks
from workjournal.ui.widgets.row_list import Row

AT_ONCE = 64
"""So many lines are read before anything is shown; the outline of a longer list comes from a Task."""
SETTLES_MS = 60
PAINTED_MS = 20
"""By then the first rows are on the screen: only then begins the Task, which would hold up their painting."""


@dataclass(frozen=True)
class View:
    """What is listed, in which order, and what stands together."""

    wanted: EpisodeFilter
    order: Order = Order.NEWEST
    grouping: Grouping = Grouping.DAY


class EpisodeListing(QObject):
    """Fills a ChosenList."""

    begun = Signal(int)
    """The first lines are there, so many; all of them, or `counted` tells later how many there are."""
    counted = Signal(int)
    """How many episodes there are in the list, once that is known."""
    viewed = Signal(object)
    """The day one looks at: of the current row, or of the topmost where that is scrolled away."""

    def __init__(self, journal: Journal, shown: ChosenList) -> None:
        super().__init__(shown)
        self._journal, self._list = journal, shown
        self._words = EpisodeRows(self)
        self.view = View(EpisodeFilter())
        self._groups = self._grouped(Outline(Order.NEWEST, ()))
        self._head: Sequence[Line] = ()
        self._task: tasks.Task | None = None
        self._wanted_day: dt.date | None = None
        self._quiet = self._has_read = False
        self._then: Callable[[], object] = lambda: None
        self._painted = QTimer(self, interval=PAINTED_MS, singleShot=True)
        self._painted.timeout.connect(self._go_on)
        self._settled = QTimer(self, interval=SETTLES_MS, singleShot=True)
        self._settled.timeout.connect(self._tell_day)
        self._seen = -1
        shown.looked_at.connect(self._look)
        shown.selectionModel().currentChanged.connect(self._moved)

    def start(self, view: View) -> None:
        """Show something else, from its beginning."""
        self._list.choose_none()
        self._list.setCurrentIndex(QModelIndex())
        self._read(view)

    def renew(self, view: View) -> None:
        """Read again what is shown, and stay where one is."""
        if view != self.view:
            self.start(view)
        else:
            self._read(view)

    def stop(self) -> None:
        """Read no further."""
        self._painted.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def is_whole(self) -> bool:
        """Whether all of the list is known."""
        return self._task is None and not self._painted.isActive()

    def go_to(self, day: dt.date) -> None:
        """Have a day at the top; where it has no episodes, what follows it in the list."""
        self._wanted_day = day
        if not self.is_whole():
            return  # as soon as it is known how the list goes on
        self._quiet = True
        self._list.scroll_to_row(self._groups.row_of_day(day))
        if len(self._groups):
            self._list.go_to_row(self._groups.row_of_day(day))
        self._quiet = False
        self._wanted_day = None

    def day(self) -> dt.date | None:
        """The day at the top."""
        return (
            self._groups.day_at(min(self._list.top_row(), len(self._groups) - 1))
            if len(self._groups)
            else None
        )

    def number_chosen(self) -> int:
        """How many episodes are chosen; the current one does not count by itself."""
        places = (self._groups.places(*span) for span in self._list.marks.spans)
        return sum(end - first for first, end in places)

    def chosen(self) -> Chosen | None:
        """What is chosen, else the current row; None where there is neither."""
        spans = [self._groups.places(*span) for span in self._list.marks.spans]
        row = self._list.currentIndex().row()
        if not spans and row >= 0 and not self._groups.is_heading(row):
            place = self._groups.place(row)
            spans = [(place, place + 1)]
        stretches = [
            Stretch(self._id_at(first), self._id_at(end - 1), end - first)
            for first, end in spans
            if end > first
        ]
        return Chosen(self.view.wanted, self.view.order, tuple(stretches)) if stretches else None

    def _id_at(self, place: int) -> UUID:
        found = self._list.rows()[self._groups.row(place)].id
        assert isinstance(found, UUID)
        return found

    def _read(self, view: View) -> None:
        """At once as far as an index leads straight to the first lines; what takes longer, in a Task."""
        self.stop()
        is_same, self.view = view == self.view and self._has_read, view
        head: Sequence[Line] = ()
        if _is_quick(view):
            head, outline = self._journal.timeline.begin(view.wanted, view.order, limit=AT_ONCE)
            is_whole = len(head) < AT_ONCE
            if is_whole or not is_same:
                self._show(head, self._grouped(outline), is_same=is_same)
            self.begun.emit(len(head))
            if is_whole:
                self.counted.emit(len(head))
                return
            self._then = partial(self._read_on, head, is_same=True)
            self._painted.start()
        else:
            self._read_on(head, is_same=is_same)

    def _go_on(self) -> None:
        self._then()

    def _read_on(self, head: Sequence[Line], *, is_same: bool) -> None:
        """How the list goes on, in a Task."""
        view, weekday = self.view, self._list.locale().firstDayOfWeek().value
        timeline = self._journal.timeline

        def work(_report: tasks.Report) -> Groups:
            return Groups(timeline.outline(view.wanted, view.order), view.grouping, weekday)

        self._task = tasks.run(work, partial(self._arrived, head, is_same), self)

    def _arrived(self, head: Sequence[Line], is_same: bool, groups: Groups) -> None:
        self._task = None
        self._show(head, groups, is_same=is_same)
        self.counted.emit(len(groups.outline))
        if self._wanted_day is not None:
            self.go_to(self._wanted_day)

    def _show(self, head: Sequence[Line], groups: Groups, *, is_same: bool) -> None:
        current, row = self._list.current_id(), self._list.currentIndex().row()
        marks = self._list.marks if is_same and groups.outline == self._groups.outline else Marks()
        self._list.choose_none()
        self._head, self._groups = head, groups
        today = self._journal.today()
        self._quiet = True
        self._list.show_rows(
            len(groups), self._rows, groups.is_heading, lambda row: self._words.heading(groups, row, today)
        )
        if is_same and isinstance(current, UUID):
            self._choose_again(current, row)
        if not is_same:
            self._list.verticalScrollBar().setValue(0)
        self._list.set_marks(marks)
        self._quiet, self._has_read = False, True

    def _choose_again(self, episode_id: UUID, row: int) -> None:
        """The row that was current, else the one in its place; without scrolling to it."""
        outline = self._groups.outline
        place = self._journal.timeline.place(self.view.wanted, outline, episode_id)
        if place is not None:
            row = self._groups.row(place)
        bar = self._list.verticalScrollBar()
        before = bar.value()
        if len(self._groups):
            self._list.go_to_row(row)
        bar.setValue(before)

    def _rows(self, first: int, count: int) -> Sequence[Row]:
        groups = self._groups
        places = list(groups.rows(first, count))
        told = [place for place in places if place is not None]
        lines: Sequence[Line] = ()
        if told and told[-1] < len(self._head):
            lines = self._head[told[0] : told[-1] + 1]
        elif told:
            lines = self._journal.timeline.page(self.view.wanted, groups.outline, told[0], len(told))
        return self._words.rows(groups, first, places, lines, self._journal.today())

    def _grouped(self, outline: Outline) -> Groups:
        return Groups(outline, self.view.grouping, self._list.locale().firstDayOfWeek().value)

    def _look(self, row: int) -> None:
        if not self._quiet and self._list.isVisible():
            current = self._list.currentIndex()
            middle = self._list.visualRect(current).center()
            is_seen = current.isValid() and self._list.viewport().rect().contains(middle)
            self._seen = current.row() if is_seen else row
            self._settled.start()

    def _moved(self, current: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self._seen = current.row()
            self._settled.start()

    def _tell_day(self) -> None:
        if 0 <= self._seen < len(self._groups) and (day := self._groups.day_at(self._seen)) is not None:
            self.viewed.emit(day)


def _is_quick(view: View) -> bool:
    """Whether an index leads straight to the first lines: by one thing beside the period at most."""
    wanted = view.wanted
    asked = sum(
        each is not None for each in (wanted.tag, wanted.person, wanted.skill, wanted.kind, wanted.goal)
    )
    return asked <= 1 and wanted.reflected is None and view.order is not Order.HARDEST
