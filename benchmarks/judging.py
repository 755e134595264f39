"""Ours and the floor in turn, the ratio pair by pair, and a verdict that noise cannot make."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: medians in seconds, the ratio with its 95 % bootstrap interval, and the bound."""

    operation: str
    floor: float
    ours: float
    ratio: float
    low: float
    high: float
    bound: float

    @property
    def verdict(self) -> str:
        if self.low > self.bound:
            return "FAIL"
        return "ok" if self.high <= self.bound else "ok, noisy"


def compare(
    operation: str, floor: Callable[[], object], ours: Callable[[], object], *, pairs: int, bound: float
) -> Row:
    """Time both `pairs` times, in alternating order (A B, B A)."""
    floors, mine = [], []
    for turn in range(pairs):
        for is_floor in (True, False) if turn % 2 == 0 else (False, True):
            (floors if is_floor else mine).append(_seconds(floor if is_floor else ours))
    ratios = [one / other for one, other in zip(mine, floors, strict=True)]
    low, high = _interval(ratios)
    ratio = statistics.median(ratios)
    return Row(operation, statistics.median(floors), statistics.median(mine), ratio, low, high, bound)


def within(operation: str, limit: float, measured: Sequence[float]) -> Row:
    """What was measured over what it must stay under, in seconds."""
    ratios = [one / limit for one in measured]
    low, high = _interval(ratios)
    return Row(operation, limit, statistics.median(measured), statistics.median(ratios), low, high, 1.0)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _interval(ratios: list[float], draws: int = 1000) -> tuple[float, float]:
    chance = random.Random(1)
    medians = sorted(statistics.median(chance.choices(ratios, k=len(ratios))) for _ in range(draws))
    return medians[draws * 25 // 1000], medians[draws * 975 // 1000]
