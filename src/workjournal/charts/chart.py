"""What a chart is."""

from collections.abc import Callable
from dataclasses import dataclass

from workjournal.charts.figure import Figure
from workjournal.domain.history import History
from workjournal.errors import JournalError


class UnknownChart(JournalError):
    """There is no chart "{key}". There are: {known}."""


@dataclass(frozen=True)
class Chart:
    """A chart's key, its title in lists, and how its figure is made from a History.

    `private` ones are for the writer alone: no pack takes them.
    """

    key: str
    title: str
    figure: Callable[[History], Figure]
    private: bool = False
