"""Words that are nearly like another one: what a mistyped word may have meant."""

from collections.abc import Iterable

MOST = 3
FARTHEST = 2
SHORT = 4
"""Letters up to which only one may be wrong."""


def closest(word: str, known: Iterable[tuple[str, int]], most: int = MOST) -> list[str]:
    """Up to `most` of the known words that are as few changes away as any, the commonest first.

    `known` are words and how often each occurs. A change is a letter too much, missing, another, or two exchanged
    (Damerau 1964, in its restricted form); at most two, in a short word one.
    """
    limit = 1 if len(word) <= SHORT else FARTHEST
    found: list[tuple[int, int, str]] = []
    for other, count in known:
        away = distance(word, other, limit)
        if 0 < away <= limit:
            found.append((away, -count, other))
            limit = min(limit, away)
    return [other for away, _, other in sorted(found) if away == limit][:most]


def distance(one: str, other: str, limit: int) -> int:
    """How many changes apart two words are; above `limit` it is only known to be more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    earlier: list[int] = []
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        present = [row]
        for column, another in enumerate(other, start=1):
            cost = min(before[column] + 1, present[-1] + 1, before[column - 1] + (letter != another))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == another:
                cost = min(cost, earlier[column - 2] + 1)
            present.append(cost)
        if min(present) > limit:
            return limit + 1
        earlier, before = before, present
    return before[-1]
