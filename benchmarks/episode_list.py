"""The list of episodes over the same rows out of a list of strings.

Filled: Qt's own view and model of strings, with our delegate. Wheeled: our view, each row of a string in memory.
"""

import dataclasses
import itertools
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication

from benchmarks.judging import Row, compare
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.ui import tasks, theme
from workjournal.ui.parts.episode_listing import EpisodeListing, View
from workjournal.ui.widgets import row_list
from workjournal.ui.widgets.chosen_list import ChosenList
from workjournal.ui.widgets.spot_list import ROW, Index

List = TypeVar("List", bound=row_list.RowList)
FULL, WHEEL = 100_000, 180
"""From how many episodes on a list is filled against strings; pixels of a wheel step."""
EVERYTHING = View(EpisodeFilter())


def rows(journal: Journal) -> list[Row]:
    """Fill and first paint, and a wheel step."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, "light")
    number = journal.episodes.count()
    ours, floor, plain = _shown(ChosenList), _shown(ChosenList), _shown(row_list.RowList)
    listing = EpisodeListing(journal, ours)
    _read(listing)
    strings = _Strings(ours, len(ours.rows()))
    strings.show(floor)
    model = _StringModel(strings, plain)
    plain.setModel(model)

    def fill() -> None:
        listing.start(EVERYTHING)
        ours.viewport().repaint()
        listing.stop()

    def fill_strings() -> None:
        model.setStringList(strings.texts)
        plain.viewport().repaint()

    made = []
    if number >= FULL:  # ours takes as long for fewer, and a list of fewer strings does not
        made.append(
            compare(f"list of {number}: fill and first paint", fill_strings, fill, pairs=41, bound=1.3)
        )
    _read(listing)
    wheel = compare(f"list of {number}: wheel step", _wheel(floor), _wheel(ours), pairs=201, bound=1.3)
    for shown in (ours, floor, plain):
        shown.close()
    return [*made, wheel]


def _read(listing: EpisodeListing) -> None:
    listing.start(EVERYTHING)
    while not listing.is_whole():
        QApplication.processEvents()
        tasks.wait_all()


class _Strings:
    """Rows that look like those of the list, each made of its string when it is asked for."""

    def __init__(self, model: ChosenList, length: int) -> None:
        self._known = [row for row in itertools.islice(model.rows(), 200) if isinstance(row, row_list.Row)]
        self.texts = [f"{row} of some words that say what happened" for row in range(length)]

    def show(self, shown: ChosenList) -> None:
        """Show them in a list of ours."""
        shown.show_rows(len(self.texts), self._read, self._is_heading, lambda row: self.texts[row])

    def row(self, number: int) -> row_list.Row:
        """A row with its string for a title."""
        known = self._known[number % len(self._known)]
        return dataclasses.replace(known, id=None if known.id is None else number, title=self.texts[number])

    def _read(self, first: int, count: int) -> Sequence[row_list.Row]:
        return [self.row(number) for number in range(first, first + count)]

    def _is_heading(self, row: int) -> bool:
        return self._known[row % len(self._known)].id is None


class _StringModel(QStringListModel):
    """The strings in Qt's own model, painted as rows by Qt's own view."""

    def __init__(self, strings: _Strings, parent: row_list.RowList) -> None:
        super().__init__(parent)
        self._strings = strings

    def data(self, index: Index, role: int = ROW) -> object:
        return (
            self._strings.row(index.row()) if role == ROW and index.isValid() else super().data(index, role)
        )


def _shown(kind: type[List]) -> List:
    made = kind()
    made.resize(810, 460)
    made.show()
    QApplication.processEvents()
    return made


def _wheel(shown: ChosenList) -> Callable[[], None]:
    chance = random.Random(1)

    def step() -> None:
        bar = shown.verticalScrollBar()
        here = bar.value() + WHEEL
        bar.setValue(here if here < bar.maximum() else chance.randrange(bar.maximum() // 2))
        shown.viewport().repaint()

    return step
