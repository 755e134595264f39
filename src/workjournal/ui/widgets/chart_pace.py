"""So that a page of charts is drawn over several events, and keys and pointer are heard in between."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

_ROOM = 0.01
"""Seconds of drawing in one event after which the next chart waits; the one begun is finished."""


class Pace:
    """How much has been drawn since the event loop was last at rest; PACE is the one there is."""

    def __init__(self) -> None:
        self._spent = 0.0
        self._at_once = False

    def has_room(self) -> bool:
        """Whether another chart may be drawn in this event; outside of an event loop there is no later one."""
        within = QThread.currentThread().loopLevel() > 0
        return self._at_once or not within or self._spent < _ROOM

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Count what is drawn; time spent waiting for the processor is not drawing."""
        begun = time.thread_time()
        yield
        if not self._spent:
            QTimer.singleShot(0, self._rest)
        self._spent += time.thread_time() - begun

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Have everything drawn when it is painted: for a picture, which cannot be completed later."""
        self._at_once = True
        yield
        self._at_once = False

    def later(self, widget: QWidget) -> None:
        """Have a widget painted when there is room again."""
        QTimer.singleShot(0, widget, widget.update)

    def _rest(self) -> None:
        self._spent = 0.0


PACE = Pace()
