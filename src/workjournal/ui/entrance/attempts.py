"""Wrong secrets slow down: nobody guesses through the window faster than at the files."""

import math
from dataclasses import dataclass

FREE = 3
"""The third wrong one in a row is followed by the first pause."""
LONGEST = 30


def pause(wrong: int) -> int:
    """Seconds to wait after so many wrong secrets in a row: 1, 2, 4 … 30 from the third on."""
    return 0 if wrong < FREE else min(LONGEST, 2 ** min(wrong - FREE, 10))


@dataclass
class Attempts:
    """How it went so far in this process. `now` is any clock in seconds that only goes forward."""

    wrong: int = 0
    free_at: float = 0.0

    def went_wrong(self, now: float) -> None:
        """One more wrong secret."""
        self.wrong += 1
        self.free_at = now + pause(self.wrong)

    def went_well(self) -> None:
        """The right one: the next begins afresh."""
        self.wrong, self.free_at = 0, 0.0

    def left(self, now: float) -> int:
        """Whole seconds until the next attempt, 0 if it may be now."""
        return max(0, math.ceil(self.free_at - now))
