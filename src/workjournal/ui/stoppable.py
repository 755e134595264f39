"""Work that can be given up in the middle and then leaves everything as it was; whoever waits is told so."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from workjournal.ui.tasks import Report

T = TypeVar("T")


class Stopped(Exception):
    """The work was given up by hand; raised by its report, so that it clears up behind itself."""


def stoppable(work: Callable[[Report], T], stop: Event) -> Callable[[Report], T]:
    """The same work, ended by `stop` at its next report."""

    def heeding(report: Report) -> T:
        def heard(fraction: float, text: str = "") -> None:
            if stop.is_set():
                raise Stopped
            report(fraction, text)

        return work(heard)

    return heeding
