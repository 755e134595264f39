"""Making figures off the GUI thread, one after the other, so that each is shown as soon as it is there."""

from collections.abc import Callable, Iterable, Sequence
from threading import Event

from PySide6.QtCore import QObject, Signal

from workjournal.charts.figure import Figure
from workjournal.domain.history import History
from workjournal.journal.growth import Growth
from workjournal.ui import errors, tasks
from workjournal.ui.tasks import Report, Task

Reading = Callable[[], History]
_LONGEST = 0.05
"""Seconds that the work waits for a figure to be shown; nobody may be there to show it."""


class FigureWork(QObject):
    """Reads a History and makes the figures asked for; what is begun anew supersedes what was under way."""

    made = Signal(object)
    """A Figure, in the order in which they were asked for."""
    ended = Signal()
    """All that was asked for is there."""

    def __init__(self, growth: Growth, parent: QObject) -> None:
        super().__init__(parent)
        self._growth = growth
        self._tasks: list[Task] = []
        self._later: list[str] = []
        self.history: History | None = None
        """What the figures so far were made from."""

    def begin(self, read: Reading, keys: Iterable[str]) -> None:
        """Read a period, then make these charts of it."""
        self.stop()
        self._run(read, list(keys))

    def add(self, keys: Iterable[str]) -> None:
        """Make these charts of the same period too, after those under way."""
        wanted = [key for key in keys if key not in self._later]
        if self._is_busy():
            self._later += wanted
        elif self.history is not None and wanted:
            history = self.history
            self._run(lambda: history, wanted)

    def stop(self) -> None:
        """Give up what is under way."""
        for task in self._tasks:
            task.cancel()
        self._later = []

    def _is_busy(self) -> bool:
        return bool(self._tasks) and not self._tasks[-1].cancelled

    def _run(self, read: Reading, keys: Sequence[str]) -> None:
        """A figure is handed over by a report; the next is begun when it is shown, so that two threads do not vie."""
        there: dict[str, Figure] = {}
        histories: list[History] = []
        shown = Event()

        def work(report: Report) -> History:
            import workjournal.ui.widgets.chart_panels  # noqa: F401 - imported ahead, for ChartCard: half a second

            report(0, "")
            history = read()
            histories.append(history)
            for place, figure in enumerate(self._growth.figures_of(keys, history)):
                there[figure.key] = figure
                shown.clear()
                report((place + 1) / len(keys), figure.key)
                shown.wait(_LONGEST)
            return history

        def told(_fraction: float, key: str) -> None:
            if key and not task.cancelled:
                self.history = histories[0]
                self.made.emit(there[key])
            shown.set()

        task = tasks.run(work, self._end, self, failed=self._fail, progress=told)
        self._tasks = [task]

    def _end(self, history: History) -> None:
        self.history = history
        self._tasks = []
        later, self._later = self._later, []
        if later:
            self._run(lambda: history, later)
        else:
            self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._tasks, self._later = [], []
        errors.report(error)
