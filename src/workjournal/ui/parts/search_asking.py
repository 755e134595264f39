"""Questions to the journal while one types: answered in a Task, one at a time, and only the newest counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workjournal.errors import JournalError
from workjournal.ui import errors, tasks


class Asking(QObject):
    """Asks `work(question)` in a thread. While one is under way, of those that follow only the last is kept."""

    answered = Signal(object, object)
    """The question and what came of it; never of one that was followed by another."""
    refused = Signal(object, str)
    """The question, and what is wrong with it."""

    def __init__(self, owner: QObject, work: Callable[[object], object]) -> None:
        super().__init__(owner)
        self._work = work
        self._task: tasks.Task | None = None
        self._question: object = None
        self._waiting = False

    def is_pending(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None and not self._task.cancelled

    def ask(self, question: object) -> None:
        """Ask, and forget what was asked before."""
        self._question = question
        self._waiting = self.is_pending()
        if not self._waiting:
            self._start()

    def forget(self) -> None:
        """Want no answer any more."""
        if self._task is not None:
            self._task.cancel()
        self._question, self._waiting, self._task = None, False, None

    def _start(self) -> None:
        question, work = self._question, self._work
        self._task = tasks.run(
            lambda _report: work(question),
            lambda answer: self._end(question, answer, None),
            self,
            failed=lambda error: self._end(question, None, error),
        )

    def _end(self, question: object, answer: object, error: Exception | None) -> None:
        self._task = None
        if self._waiting:
            self._waiting = False
            self._start()
        elif error is None:
            self.answered.emit(question, answer)
        elif isinstance(error, JournalError):
            self.refused.emit(question, str(error))
        else:
            errors.report(error)
