"""Where an episode came from that was not written here, and what its source says of it besides."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from workjournal.domain.episode import Episode
from workjournal.journal.journal import Journal
from workjournal.ui import form, tasks, words
from workjournal.ui.widgets.wrapped_table import WrappedTable

if TYPE_CHECKING:
    from workjournal.journal.imports import CameFrom

_NAME, _HIGHEST = 110, 320
_FINGERPRINT = re.compile(r"[0-9a-f]{64}(#\d+)?")
"""Made here for an entry that has no id in its source; it says nothing to anybody."""


class CameFromCard(QFrame):
    """Hidden for what was written here. It is looked up in a thread: the readers of other journals take time to load."""

    words: QLabel
    more: QPushButton
    table: WrappedTable

    def __init__(self, journal: Journal, column: QVBoxLayout) -> None:
        super().__init__()
        self._journal = journal
        self._shown: UUID | None = None
        form.fill(self, "came_from")
        self.more.toggled.connect(self.table.setVisible)
        self.hide()
        column.addWidget(self)

    def show_episode(self, episode: Episode) -> None:
        """Look up where that one came from."""
        if self._shown != episode.id:
            self._shown = episode.id
            self.hide()
        journal, thing = self._journal, episode.id
        tasks.run(lambda _report: journal.imports.origin(thing), partial(self._show, episode), self)

    def _show(self, episode: Episode, came: "CameFrom | None") -> None:
        if episode.id != self._shown:
            return
        self.setVisible(came is not None)
        if came is None:
            return
        at = self._at(words.clock(episode.time), came.zone)
        told = [self.tr("From {program}").format(program=came.format), came.name, at]
        self.words.setText(" · ".join(part for part in told if part))
        rows = [*self._id(came.key), *flat(came.unknown)]
        headers = (self.tr("There called"), self.tr("Says"))
        self.table.show_table(headers, rows, widths={0: _NAME}, highest=_HIGHEST)
        self.more.setVisible(bool(rows))
        self.table.setVisible(bool(rows) and self.more.isChecked())

    def _at(self, time: str, zone: str) -> str:
        return self.tr("{time} in {zone}").format(time=time, zone=zone) if time and zone else zone

    def _id(self, key: str) -> list[tuple[str, str]]:
        return [] if not key or _FINGERPRINT.fullmatch(key) else [(self.tr("its id"), key)]


def flat(said: Mapping[str, object], under: str = "") -> Iterator[tuple[str, str]]:
    """Each value with its name, "weather › conditions" where it is within another; lists of words in one line."""
    for name, value in said.items():
        path = f"{under} › {name}" if under else name
        if isinstance(value, Mapping):
            yield from flat(value, path)
        elif isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
            yield path, ", ".join(_plain(each) for each in value)
        else:
            yield path, _plain(value)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
