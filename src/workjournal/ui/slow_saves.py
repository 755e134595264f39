"""Keeping off the GUI thread, once keeping took long: a disk that stalls must not stop the typing.

with slow_saves.may_wait(self, then, failed) as handed:
    self._keep(values)          # whatever is slow in there may be handed over
if not handed: …                # it is kept already
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from workjournal.ui import tasks

Work = Callable[[], object]
_gathering: list[list[Work]] = []


@contextmanager
def may_wait(
    owner: QObject, then: Callable[[object], object], failed: Callable[[Exception], object]
) -> Iterator[list[Work]]:
    """Within it work can be handed over; at its end all of that is done in a Task that locking waits for."""
    handed: list[Work] = []
    _gathering.append(handed)
    try:
        yield handed
    finally:
        _gathering.pop()
        if handed:
            tasks.run(lambda _report: [work() for work in handed], then, owner, failed=failed, essential=True)


def hand_over(work: Work) -> bool:
    """Have `work` done in the Task, in order; False where nobody waits for one, so that it has to be done at once."""
    if not _gathering:
        return False
    _gathering[-1].append(work)
    return True
