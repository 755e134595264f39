"""Which words are spelled wrongly, in several languages at once: known ones at once, others a moment later.

    speller = Speller(self)
    speller.choose(("de_DE", "en_GB"))
    speller.is_wrong("recieve")            # False for now; `learned` follows

Words are looked up in a Task, a batch at a time, and every verdict is kept: typing only ever asks a dictionary of
Python. A word is right if any of the languages has it; one in a script that none of them is written in is not looked
at. What is asked stays in memory and goes nowhere.
"""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from workjournal.ui import errors, tasks
from workjournal.ui.prose import dictionaries
from workjournal.ui.prose.word_finding import normal, script_of, scripts_of
from workjournal.ui.tasks import Report, Task

_WAIT_MS = 200
_BATCH = 1000
_SLICE_S = 0.001
_MOST = 100_000
"""Verdicts kept; beyond that one begins anew."""


class Speller(QObject):
    """Keeps verdicts; made once for an opened journal."""

    learned = Signal(object)
    """A frozenset of words that turned out to be wrong; None where any may have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.languages: tuple[str, ...] = ()
        self._scripts: frozenset[str] = frozenset()
        self._verdicts: dict[str, bool] = {}
        self._accepted: set[str] = set()
        self._ignored: set[str] = set()
        self._asked: dict[str, None] = {}
        self._task: Task | None = None
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._look_up)

    def choose(self, languages: Iterable[str]) -> None:
        """Use these languages from now on; none of them looks at nothing."""
        chosen = tuple(languages)
        if chosen != self.languages:
            self.languages, self._scripts = chosen, scripts_of(chosen)
            self._verdicts.clear()
            self._asked.clear()
            if self._task is not None:
                self._task.cancel()
            self.learned.emit(None)

    def accept(self, words: Iterable[str]) -> None:
        """Take these words, the names of people among them, for right; in place of those accepted before."""
        accepted = {part.casefold() for word in words for part in (word, *word.split())}
        if accepted != self._accepted:
            self._accepted = accepted
            self.learned.emit(None)

    def ignore(self, word: str) -> None:
        """Take a word for right until the journal is closed."""
        self._ignored.add(normal(word).casefold())
        self.learned.emit(None)

    def is_wrong(self, word: str) -> bool:
        """Whether a word is known to be wrong; one never seen is asked for and counts as right meanwhile."""
        verdict = self._verdicts.get(word)
        if verdict is None:
            if self.languages and script_of(word[0]) in self._scripts:
                self._asked[word] = None
                if not self._wait.isActive():
                    self._wait.start()
            return False
        return not verdict and not self._is_accepted(word)

    def suggest(self, word: str, then: Callable[[list[str]], object], owner: QObject) -> None:
        """Find what may have been meant and hand it to `then`, unless `owner` is gone by then."""
        languages = self.languages

        def work(report: Report) -> list[str]:
            opened = dictionaries.open_all(languages, lambda: _pause(report))
            found = [dictionary.suggest(normal(word)) for dictionary in opened]
            longest = max(map(len, found), default=0)
            mixed = [each[place] for place in range(longest) for each in found if place < len(each)]
            return list(dict.fromkeys(mixed))[:6]

        tasks.run(work, then, owner)

    def _is_accepted(self, word: str) -> bool:
        folded = normal(word).casefold()
        known = self._accepted | self._ignored if self._ignored else self._accepted
        return folded in known or folded.removesuffix("'s") in known

    def _look_up(self) -> None:
        if self._task is not None and not self._task.cancelled:
            return
        batch = list(self._asked)[:_BATCH]
        languages = self.languages
        if batch and languages:
            for word in batch:
                del self._asked[word]
            self._task = tasks.run(
                lambda report: _verdicts(batch, languages, report), self._learn, self, failed=self._fail
            )

    def _learn(self, verdicts: dict[str, bool]) -> None:
        self._task = None
        if len(self._verdicts) > _MOST:
            self._verdicts.clear()
        self._verdicts |= verdicts
        wrong = frozenset(word for word, right in verdicts.items() if not right)
        if wrong:
            self.learned.emit(wrong)
        if self._asked:
            self._look_up()

    def _fail(self, error: Exception) -> None:
        """A dictionary that cannot be read: say so once, and look at nothing until other languages are chosen."""
        self._task = None
        self.languages = ()
        self._asked.clear()
        errors.report(error)


def _verdicts(words: list[str], languages: tuple[str, ...], report: Report) -> dict[str, bool]:
    """In a Task: whether each word is right. Pauses each millisecond, since the window waits for the interpreter."""
    opened = dictionaries.open_all(languages, lambda: _pause(report))
    made, since = {}, time.perf_counter()
    for word in words:
        made[word] = not opened or any(each.knows(normal(word)) for each in opened)
        if time.perf_counter() - since > _SLICE_S:
            _pause(report)
            since = time.perf_counter()
    return made


def _pause(report: Report) -> None:
    report(0.0, "")
    time.sleep(0.0003)
