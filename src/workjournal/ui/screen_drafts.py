"""Drafts as the window keeps them: in a Task where the disk or another save is slow; not at all where one only reads."""

import threading
import time
from collections import deque
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
        self._waiting = deque[tuple[str, Mapping[str, Any]]]()
        self._turn, self._counting = threading.Lock(), threading.Lock()
        self._idle = threading.Event()
        self._idle.set()

    def keep(self, place: str, fields: Mapping[str, Any]) -> None:
        if self._read_only:
            return
        if self._is_slow() and slow_saves.hand_over(self._keep_next):
            with self._counting:
                self._waiting.append((place, fields))
                self._idle.clear()
        else:
            self._idle.wait()
            self._keep_now(place, fields)

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

    def _is_slow(self) -> bool:
        return self._took > SLOW_SECONDS or self._drafts.store.is_saving()

    def _keep_next(self) -> None:
        with self._turn:  # in the order in which they were typed
            try:
                self._keep_now(*self._waiting.popleft())
            finally:
                with self._counting:
                    if not self._waiting:
                        self._idle.set()

    def _keep_now(self, place: str, fields: Mapping[str, Any]) -> None:
        began = time.perf_counter()
        try:
            self._drafts.keep(place, fields)
        finally:
            self._took = time.perf_counter() - began
