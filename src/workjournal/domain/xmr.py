"""A measure as a process: natural limits of single values, what stands out of them, and limits anew after a change.

Shewhart, "Economic Control of Quality of Manufactured Product" (1931), gave the limits of three sigma; Wheeler,
"Understanding Variation" (2nd ed. 2000), the chart of individual values and moving ranges (XmR) and its three rules.
"""

import datetime as dt
import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workjournal.domain.history import ChangePoint
from workjournal.domain.trends import Numbers, check_numbers

WIDTH = 2.66
"""Mean moving ranges from the centre to a limit: three sigma, as 3/1.128, where 1.128 (d₂) is the mean range of two
values of a normal distribution with sigma 1 (Wheeler 2000, appendix)."""
FEWEST = 6
"""Wheeler (2000): limits can be worked out from as few as five or six values; from fewer we draw none."""
RUN = 8
"""So many in a row on one side of the centre have a chance of 1 in 128 where nothing changed (Wheeler's third rule)."""
NEAR, OF = 3, 4
"""Three of four in a row closer to the same limit than to the centre (Wheeler's second rule)."""
_ON_LINE = 1e-9
"""What is that small a share of the limits' distance off a line is on it: the rest of a sum in binary."""


@dataclass(frozen=True)
class Limits:
    """The centre and the natural process limits, in the measure's unit; all the same where no value ever moved."""

    centre: float
    low: float
    high: float


class Rule(enum.StrEnum):
    """Why a value is not of the ordinary coming and going."""

    BEYOND = "beyond"
    RUN = "run"
    NEAR = "near"


@dataclass(frozen=True)
class Signal:
    """The value (its index) at which a rule is met, and the first one (its index) that belongs to it.

    A run that goes on is one signal: at its eighth value.
    """

    index: int
    rule: Rule
    since: int


@dataclass(frozen=True)
class Phase:
    """The values[start_index:end_index] between marked changes, with limits of their own.

    `change` is the one it begins with, None before the first; `limits` None where there are fewer than six values.
    """

    start_index: int
    end_index: int
    limits: Limits | None
    change: ChangePoint | None


def limits(values: Numbers) -> Limits:
    """Centre ± 2.66 mean moving ranges, for values in the order of time, shape (n,); missing days are no values.

    Raises:
        ValueError for fewer than two values and for one that is not finite.
    """
    check_numbers(values)
    if len(values) < 2:
        raise ValueError("A moving range needs two values")
    centre = float(
        values[0] + np.mean(values - values[0])
    )  # so equal values have exactly themselves as their mean
    reach = WIDTH * float(np.mean(np.abs(np.diff(values))))
    return Limits(centre, centre - reach, centre + reach)


def signals(values: Numbers, within: Limits) -> list[Signal]:
    """What stands out, in the order of time, then of the rules; on a limit is not beyond it, on the centre on no side.

    Args:
        values: shape (n,), in the order of time, of one phase.
        within: that phase's limits.

    Raises:
        ValueError for a value that is not finite.
    """
    check_numbers(values)
    slack = _ON_LINE * (within.high - within.low)
    off = values - within.centre
    side = np.where(np.abs(off) <= slack, 0, np.sign(off)).astype(int)
    reach = (within.high - within.low) / 2
    beyond = np.flatnonzero(np.abs(off) > reach + slack)
    close = np.where(np.abs(off) > reach / 2 + slack, side, 0)
    found = [Signal(int(index), Rule.BEYOND, int(index)) for index in beyond]
    found += _runs(side.tolist())
    found += _nearness(close.tolist())
    return sorted(found, key=lambda one: (one.index, list(Rule).index(one.rule)))


def phases(days: Sequence[dt.date], values: Numbers, changes: Sequence[ChangePoint]) -> list[Phase]:
    """The phases that have values, in the order of time; a value on the day of a change belongs to what it begins.

    Of several changes with no value between them the last one begins the phase.

    Args:
        days: of the values, the oldest first.
        values: shape (n,), as many as days.
        changes: those of this measure and those of all, in any order; one after the last value begins nothing.

    Raises:
        ValueError for unequal lengths, days out of order and a value that is not finite.
    """
    check_numbers(values)
    if len(days) != len(values) or list(days) != sorted(days):
        raise ValueError("One day for each value, the oldest first")
    if not days:
        return []
    begins: dict[int, ChangePoint | None] = {0: None}
    for change in sorted(changes, key=lambda one: one.date):
        begins[sum(day < change.date for day in days)] = change
    starts = [start for start in sorted(begins) if start < len(days)]
    ends = [*starts[1:], len(days)]
    return [
        Phase(start, end, limits(values[start:end]) if end - start >= FEWEST else None, begins[start])
        for start, end in zip(starts, ends, strict=True)
    ]


def _runs(side: list[int]) -> Iterator[Signal]:
    """Those of eight or more on one side, each at its eighth; `side` is −1, 0 or 1."""
    begin = 0
    for index, one in enumerate(side):
        if one != side[begin]:
            begin = index
        if one and index - begin + 1 == RUN:
            yield Signal(index, Rule.RUN, begin)


def _nearness(close: list[int]) -> Iterator[Signal]:
    """Where three of the latest four are close to the same limit and were not one value ago; `close` is −1, 0 or 1."""
    held = 0
    for index in range(len(close)):
        first = max(0, index - OF + 1)
        latest = close[first : index + 1]
        side = next((each for each in (-1, 1) if latest.count(each) >= NEAR), 0)
        if side and side != held:
            yield Signal(index, Rule.NEAR, first + latest.index(side))
        held = side
