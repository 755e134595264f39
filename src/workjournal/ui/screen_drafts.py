"""Drafts as the window keeps them: in a Task after a slow one, and not at all in a journal that is only read."""

import threading
import time
from collections.abc import Mapping
from typing import Any

from workjournal.domain.keeping import Draft
from workjournal.journal.drafts import Drafts
from workjournal.ui import slow_saves

SLOW_SECONDS = 0.05


class ScreenDrafts(Drafts):
    """The same verbs. Whoever reads or drops a draft waits for one that is still being kept."""

    def __init__(self, drafts: Drafts, *, read_only: bool = False) -> None:
        super().__init__(drafts.store)
        self._drafts, self._read_only = drafts, read_only
        self._took = 0.0
        self._idle = threading.Event()
        self._idle.set()

    def keep(self, place: str, fields: Mapping[str, Any]) -> None:
        if self._read_only:
            return
        self._idle.wait()
        if self._took <= SLOW_SECONDS or not slow_saves.hand_over(lambda: self._keep_later(place, fields)):
            self._keep_now(place, fields)
        else:
            self._idle.clear()

    def find(self, place: str) -> Draft | None:
        self._idle.wait()
        return self._drafts.find(place)

    def all(self) -> list[Draft]:
        self._idle.wait()
        return self._drafts.all()

    def drop(self, place: str) -> None:
        if not self._read_only:
            self._idle.wait()
            self._drafts.drop(place)

    def _keep_later(self, place: str, fields: Mapping[str, Any]) -> None:
        try:
            self._keep_now(place, fields)
        finally:
            self._idle.set()

    def _keep_now(self, place: str, fields: Mapping[str, Any]) -> None:
        began = time.perf_counter()
        try:
            self._drafts.keep(place, fields)
        finally:
            self._took = time.perf_counter() - began
