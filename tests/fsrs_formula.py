"""FSRS-6 written out from its published description, to check the library and our use of it against.

After "The Algorithm" in the wiki of open-spaced-repetition/fsrs4anki, FSRS-6; w0…w20 are its default parameters. Grades
are 1 (again) to 4 (easy); days are whole.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

W = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614),
    *(0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
DECAY = -W[20]
FACTOR = math.pow(0.9, 1 / DECAY) - 1  # so that R(S, S) = 90 %
SHORTEST, LONGEST = 1, 36500
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


class State(NamedTuple):
    """Stability S in days, difficulty D from 1 to 10, days to the next recall."""

    stability: float
    difficulty: float
    interval: int


def retrievability(days: float, stability: float) -> float:
    """R(t, S) = (1 + FACTOR · t / S) ^ DECAY."""
    return math.pow(1 + FACTOR * days / stability, DECAY)


def interval(stability: float, retention: float) -> int:
    """I(r, S) = S / FACTOR · (r ^ (1 / DECAY) − 1), in whole days from 1 to a hundred years."""
    days = stability / FACTOR * (math.pow(retention, 1 / DECAY) - 1)
    return min(max(round(days), SHORTEST), LONGEST)


def first_difficulty(grade: int) -> float:
    """D0(G) = w4 − e^(w5 · (G − 1)) + 1."""
    return W[4] - math.exp(W[5] * (grade - 1)) + 1


def next_difficulty(difficulty: float, grade: int) -> float:
    """A step of −w6 · (G − 3), damped towards 10, then drawn back towards D0(easy) by w7."""
    damped = difficulty - W[6] * (grade - 3) * (10 - difficulty) / 9
    return within(W[7] * first_difficulty(EASY) + (1 - W[7]) * damped)


def within(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)


def next_stability(stability: float, difficulty: float, recalled: float, grade: int) -> float:
    """After a day or more: it grows by a factor where it was recalled, and falls where it was not."""
    if grade == AGAIN:
        fallen = (
            W[11]
            * math.pow(difficulty, -W[12])
            * (math.pow(stability + 1, W[13]) - 1)
            * math.exp(W[14] * (1 - recalled))
        )
        return min(fallen, stability / math.exp(W[17] * W[18]))
    growth = (
        math.exp(W[8])
        * (11 - difficulty)
        * math.pow(stability, -W[9])
        * (math.exp(W[10] * (1 - recalled)) - 1)
    )
    growth *= {HARD: W[15], GOOD: 1.0, EASY: W[16]}[grade]
    return stability * (1 + growth)


def same_day_stability(stability: float, grade: int) -> float:
    """S · e^(w17 · (G − 3 + w18)) · S^(−w19); recalled, it never falls."""
    factor = math.exp(W[17] * (grade - 3 + W[18])) * math.pow(stability, -W[19])
    return stability * (factor if grade == AGAIN else max(factor, 1.0))


def history(steps: Iterable[tuple[int, int]], retention: float) -> list[State]:
    """The state after each recall; a step is the days since the one before, and the grade."""
    states: list[State] = []
    for days, grade in steps:
        if not states:
            stability, difficulty = W[grade - 1], within(first_difficulty(grade))
        else:
            before = states[-1]
            recalled = retrievability(days, before.stability)
            stability = (
                next_stability(before.stability, before.difficulty, recalled, grade)
                if days
                else same_day_stability(before.stability, grade)
            )
            difficulty = next_difficulty(before.difficulty, grade)
        stability = max(stability, 0.001)
        states.append(State(stability, difficulty, interval(stability, retention)))
    return states
