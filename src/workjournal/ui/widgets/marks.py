"""Chosen rows as a few spans, however many rows they hold."""

from collections.abc import Iterator


class Marks:
    """Spans of rows (first and last, both in it), apart from each other and in order."""

    def __init__(self, spans: Iterator[tuple[int, int]] | tuple[tuple[int, int], ...] = ()) -> None:
        self.spans: tuple[tuple[int, int], ...] = tuple(spans)

    def __contains__(self, row: int) -> bool:
        return any(first <= row <= last for first, last in self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def with_span(self, one: int, other: int) -> "Marks":
        """These and all from one row to another."""
        first, last = min(one, other), max(one, other)
        apart = []
        for start, end in self.spans:
            if end < first - 1 or start > last + 1:
                apart.append((start, end))
            else:
                first, last = min(first, start), max(last, end)
        return Marks(tuple(sorted([*apart, (first, last)])))

    def without(self, row: int) -> "Marks":
        """These but one row."""
        left: list[tuple[int, int]] = []
        for start, end in self.spans:
            if not start <= row <= end:
                left.append((start, end))
                continue
            left += [span for span in ((start, row - 1), (row + 1, end)) if span[0] <= span[1]]
        return Marks(tuple(left))
