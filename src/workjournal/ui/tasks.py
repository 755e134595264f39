"""Slow work off the GUI thread.

    tasks.run(lambda report: journal.export(path, report), self.exported, self, progress=self.bar_moves)

`work` runs in a thread pool; everything else runs on the GUI thread, and not at all once the owner is gone.
"""

import gc
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from workjournal.ui import errors

Report = Callable[[float, str], None]
T = TypeVar("T")


class Cancelled(Exception):
    """The work was given up; raised by report() inside the work, never shown."""


class Task(QObject):
    """One piece of work under way. Made by `run`."""

    ended = Signal(object, object)
    """Result and exception, one of them None; emitted in the worker, received on the GUI thread."""
    reported = Signal(float, str)

    def __init__(
        self,
        owner: QObject,
        work: Callable[[Report], object],
        then: Callable[[object], object],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__()
        self._owner: QObject | None = owner
        self._work, self._then, self._failed = work, then, failed
        self._cancelled = self.essential = False
        self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next report; its result is dropped in any case."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        # Asked, and not told by a connection to `destroyed`, which would have to be cut while the owner may be going.
        owner = self._owner  # the GUI thread may take it away meanwhile
        return self._cancelled or (owner is not None and not isValid(owner))

    def report(self, fraction: float, text: str = "") -> None:
        """Called by the work: how far it is, 0–1, and with what.

        Raises:
            Cancelled: nobody waits for the result any more.
        """
        if self.cancelled:
            raise Cancelled
        self.reported.emit(fraction, text)

    def carry_out(self) -> None:
        """Do the work, in the worker."""
        try:
            result = self._work(self.report)
        except Exception as error:  # noqa: BLE001 - it is handed on, not swallowed
            self.ended.emit(None, error)
        else:
            self.ended.emit(result, None)

    def _end(self, result: object, error: Exception | None) -> None:
        _running.discard(self)
        _ended.append(self)
        if not _running:
            gc.enable()
        owner, then, failed = self._owner, self._then, self._failed
        # Here and not in the worker: what they refer to may be a widget, and this may be the last to do so.
        self._work = self._then = self._failed = _nothing
        gone = self._cancelled or owner is None or not isValid(owner)
        self._owner = None
        if gone or isinstance(error, Cancelled):
            return
        if error is not None:
            failed(error)
        else:
            then(result)


def _nothing(_: object) -> None:
    """In the place of what has been called."""


_running: set[Task] = set()
_ended: deque[Task] = deque(maxlen=64)
"""Held, empty, until their threads have let go of them: one that is freed over there can crash Qt."""


def run(
    work: Callable[[Report], T],
    then: Callable[[T], object],
    owner: QObject,
    *,
    failed: Callable[[Exception], object] | None = None,
    progress: Callable[[float, str], object] | None = None,
    essential: bool = False,
) -> Task:
    """Run `work(report)` in a thread, then `then(result)` on the GUI thread.

    Args:
        work: gets report(fraction, text), which raises Cancelled once cancelled; touches no widget.
        then: gets what work returned; dropped if the owner is gone or the task cancelled.
        owner: the widget that waits.
        failed: gets the exception; without it, it goes to the program's one place for errors.
        progress: gets fraction and text on the GUI thread.
        essential: it saves something, so that `cancel_all` leaves it alone.

    Returns:
        the task, to be cancelled. No reference needs to be kept.
    """
    task = Task(owner, work, then, failed or errors.report)  # type: ignore[arg-type] # T is what work returns
    task.essential = essential
    if progress is not None:
        task.reported.connect(lambda fraction, text: progress(fraction, text) if isValid(owner) else None)
    _running.add(task)
    # Whichever thread happens to allocate collects cycles, and a widget among them must not be destroyed in a worker: Qt
    # crashes (tests/ui/test_tasks.py). On again here in the GUI thread, once nobody works.
    gc.disable()
    QThreadPool.globalInstance().start(task.carry_out)
    return task


def cancel_all() -> None:
    """Give up all work but what saves something: before locking and closing."""
    for task in tuple(_running):
        if not task.essential:
            task.cancel()


def wait_all() -> None:
    """Wait for all work and deliver its results: at shutdown, and in tests."""
    while _running:
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
