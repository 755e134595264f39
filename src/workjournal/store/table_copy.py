"""One table out of a damaged database: every row is tried, behind a damaged page too."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

import sqlcipher3.dbapi2 as driver

from workjournal.store.mending import DamagedText
from workjournal.store.patching import LOST, has_holes, patched, without_zeros
from workjournal.store.salvaged import DamagedSource, Loss, Salvaged, Unread
from workjournal.store.shape import Table, quoted

TRIES = 400
"""Reads, a millisecond or two each, in one gap between rows that can be read, before the rest of it is given up."""
NO_ROW = 0
"""No rowid of ours."""
ROWS_PER_PAGE = 512
OUT_OF_ORDER = "its rows are out of order"
NO_TEXT = "it holds bytes that are no text"
ZEROS = "a part of it came back empty"

# Names in these statements come from the target's own tables and are quoted.
# ruff: noqa: S608


class TableCopy:
    """Copies one table; what does not come over is noted in `salvaged`."""

    def __init__(self, source: DamagedSource, target: Any, table: Table, salvaged: Salvaged) -> None:
        self._source, self._target, self._table, self._salvaged = source, target, table, salvaged
        self._name = quoted(table.name)
        self._listed = ", ".join(quoted(column) for column in table.columns)
        self._unread: list[tuple[int, int, str]] = []
        self._count = 0

    def run(self) -> None:
        """Copy it."""
        if self._table.has_rowid:
            self._by_rowid()
            for first, last, why in _merged(self._unread):
                self._lose(first, last, why)
        else:
            self._by_key()
        self._salvaged.rows[self._table.name] = self._count

    def _by_rowid(self) -> None:
        low, high = 1, self._highest()
        while low <= high:
            stopped = self._copy(low, high)
            if stopped is None:
                return
            at, why = stopped
            row = self._next_row(at, high)
            if row is None:
                low = self._behind(at, high)
                self._search(at, low - 1, why)
            elif row == NO_ROW:
                return
            else:  # its page is whole: the row alone runs over into a damaged one
                self._keep_what_is_left(row, why)
                low = row + 1

    def _behind(self, at: int, high: int) -> int:
        """The rowid behind a damaged page from which on rows are reached again: by ever longer steps, then halving."""
        step = 1
        while at + step <= high and self._next_row(at + step, high) is None:
            step *= 2
        bad, good = at + step // 2, min(at + step, high + 1)
        while good - bad > 1:
            middle = (bad + good) // 2
            bad, good = (middle, good) if self._next_row(middle, high) is None else (bad, middle)
        return good

    def _search(self, first: int, last: int, why: str) -> None:
        """Look for whole pages between damaged ones, in what was stepped over, by halving."""
        ranges, tries = deque([(first, last)]), 0
        while ranges:
            low, high = ranges.popleft()
            tries += 1
            if low > high:
                continue
            if tries > TRIES:
                self._unread.append((low, high, why))
                continue
            middle = (low + high) // 2
            row = self._next_row(middle, high)
            ranges.append((low, middle - 1))
            if row is None:
                self._unread.append((middle, middle, why))
                ranges.append((middle + 1, high))
            elif row != NO_ROW:
                stopped = self._copy(row, high)
                if stopped is not None:
                    ranges.append((stopped[0], high))

    def _copy(self, low: int, high: int) -> tuple[int, str] | None:
        """Copy the rows from `low` to `high`; returns the rowid from which on it could not be read, and why."""
        query = f"SELECT rowid, {self._listed} FROM {self._name} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        at, torn = low, list[tuple[int, Sequence[object]]]()
        try:
            for rowid, *values in self._source.read(query, (low, high)):
                if rowid < at:
                    return at, OUT_OF_ORDER
                if has_holes(values):
                    torn.append((rowid, values))
                else:
                    self._keep(values, rowid)
                at = rowid + 1
        except Unread as error:
            return at, str(error)
        finally:
            for rowid, values in torn:  # not before: an index is read for them
                self._source.renew()
                self._keep_patched(rowid, without_zeros(values), ZEROS)
        return None

    def _next_row(self, low: int, high: int) -> int | None:
        """The rowid of the next row, NO_ROW if there is none, None if its page cannot be read."""
        query = (
            f"SELECT rowid FROM {self._name} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid LIMIT 1"
        )
        try:
            found = self._source.first(query, (low, high))
        except Unread:
            return None
        return int(found[0]) if found else NO_ROW

    def _highest(self) -> int:
        """The highest rowid: of the table, else of one of its indexes, else more than the file can hold."""
        for way in ("NOT INDEXED", *(f"INDEXED BY {quoted(index.name)}" for index in self._table.indexes)):
            try:
                return int(self._source.first(f"SELECT max(rowid) FROM {self._name} {way}")[0] or 0)
            except Unread:
                continue
        return int(self._source.first("PRAGMA page_count")[0]) * ROWS_PER_PAGE

    def _by_key(self) -> None:
        """A table WITHOUT ROWID: from both ends, as far as it goes."""
        seen: set[tuple[object, ...]] = set()
        ends = []
        for way in ("ASC", "DESC"):
            stopped = self._copy_in_order(way, seen)
            if stopped is None:
                return
            ends.append(stopped)
        (first, why), (last, _) = ends
        self._salvaged.lost.append(Loss(self._table.name, first, last, None, why))

    def _copy_in_order(self, way: str, seen: set[tuple[object, ...]]) -> tuple[object, str] | None:
        """Copy the rows not yet seen; returns the last key before the row that cannot be read, and why."""
        places = [self._table.columns.index(column) for column in self._table.key]
        order = ", ".join(f"{quoted(column)} {way}" for column in self._table.key)
        key: tuple[object, ...] | None = None
        try:
            for values in self._source.read(f"SELECT {self._listed} FROM {self._name} ORDER BY {order}"):
                key = tuple(values[place] for place in places)
                if key not in seen:
                    seen.add(key)
                    self._keep(values)
        except Unread as error:
            return key, str(error)
        return None

    def _keep_what_is_left(self, rowid: int, why: str) -> None:
        """A row that fails as a whole, column by column."""
        values: list[object] = []
        for column in self._table.columns:
            query = f"SELECT {quoted(column)} FROM {self._name} NOT INDEXED WHERE rowid = ?"
            try:
                values.append(self._source.first(query, (rowid,))[0])
            except Unread:
                values.append(self._empty_or_lost(column, rowid))
        self._keep_patched(rowid, without_zeros(values) if has_holes(values) else values, why)

    def _empty_or_lost(self, column: str, rowid: int) -> object:
        """What the row's beginning tells of a value without reading it: that there is none, or an empty text."""
        query = (
            f"SELECT octet_length({quoted(column)}), typeof({quoted(column)}) FROM {self._name} NOT INDEXED"
        )
        try:
            length, kind = self._source.first(f"{query} WHERE rowid = ?", (rowid,))
        except Unread:
            return LOST
        return None if kind == "null" else "" if kind == "text" and not length else LOST

    def _keep_patched(self, rowid: int, values: list[object], why: str) -> None:
        done = patched(self._table, values, lambda column: self._in_an_index(column, rowid))
        if done is None:
            self._unread.append((rowid, rowid, why))
            return
        whole, fields = done
        self._keep(whole, rowid)
        named = self._named(whole)
        self._salvaged.damaged += [DamagedText(self._table.name, named, field, why) for field in fields]

    def _in_an_index(self, column: str, rowid: int) -> object:
        for index in self._table.indexes:
            if column in index.columns:
                query = f"SELECT {quoted(column)} FROM {self._name} INDEXED BY {quoted(index.name)} WHERE +rowid = ?"
                try:
                    found = self._source.first(query, (rowid,))
                except Unread:
                    continue
                if found and found[0] is not None and not has_holes(found):
                    return found[0]
        return LOST

    def _named(self, values: Sequence[object]) -> str:
        naming = self._table.naming
        return str(values[self._table.columns.index(naming)]) if naming in self._table.columns else ""

    def _keep(self, values: Sequence[object], rowid: int | None = None) -> None:
        columns = self._listed if rowid is None else f"rowid, {self._listed}"
        given = [*values] if rowid is None else [rowid, *values]
        marks = ", ".join("?" * len(given))
        try:
            self._target.execute(f"INSERT INTO {self._name} ({columns}) VALUES ({marks})", given)
            self._count += 1
        except (
            driver.IntegrityError
        ) as error:  # no row of ours: the same thing twice, or one without what it needs
            self._salvaged.lost.append(Loss(self._table.name, rowid, rowid, 1, str(error)))
        if self._source.garbled:
            self._salvaged.damaged.append(DamagedText(self._table.name, self._named(values), "", NO_TEXT))
            self._source.garbled = False

    def _lose(self, first: int, last: int, why: str) -> None:
        """Note what is lost between two rowids, as an index still tells it; nothing where no row was."""
        ids: tuple[str, ...] = ()
        rows: int | None = None
        for index in sorted(self._table.indexes, key=lambda index: "id" not in index.columns):
            shown = quoted("id") if "id" in index.columns else "''"
            query = f"SELECT {shown} FROM {self._name} INDEXED BY {quoted(index.name)} WHERE +rowid BETWEEN ? AND ?"
            try:
                ids = tuple(str(row[0]) for row in self._source.read(query, (first, last)))
            except Unread:
                continue
            rows = len(ids)
            break
        if rows != 0:
            found = tuple(thing_id for thing_id in ids if thing_id)
            self._salvaged.lost.append(Loss(self._table.name, first, last, rows, why, found))


def _merged(ranges: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Neighbouring ranges as one."""
    present: tuple[int, int, str] | None = None
    for first, last, why in sorted(ranges):
        if present and first <= present[1] + 1 and why == present[2]:
            present = (present[0], max(last, present[1]), why)
        else:
            if present:
                yield present
            present = (first, last, why)
    if present:
        yield present
