"""A stretch of time cut into quarters, or into years where it is long: the columns of a chart."""

import datetime as dt
from dataclasses import dataclass

MOST_QUARTERS = 8
"""More would be too narrow to read beside each other; then years are shown."""


@dataclass(frozen=True)
class Columns:
    """Columns 0, 1, 2 … of equal length in months (3 or 12), the first with the number `first`."""

    first: int
    labels: tuple[str, ...]
    months: int

    def of(self, day: dt.date) -> int:
        """The column that a day is in; below 0 or past the last one outside of them."""
        return _place(day, self.months) - self.first

    @property
    def word(self) -> str:
        """What one column is."""
        return "Quarter" if self.months == 3 else "Year"


def columns(start: dt.date, end: dt.date) -> Columns:
    """The quarters from `start` to `end` (both inclusive), named "Q3 2026", or the years, named "2026"."""
    months = 3 if _place(end, 3) - _place(start, 3) < MOST_QUARTERS else 12
    first, last = _place(start, months), _place(end, months)
    labels = tuple(
        f"Q{place % 4 + 1} {place // 4}" if months == 3 else str(place) for place in range(first, last + 1)
    )
    return Columns(first, labels, months)


def _place(day: dt.date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months
