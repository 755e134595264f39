"""Rows of a list of any length: read page by page where one looks, and only the last few pages are kept."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from workjournal.ui.widgets.row_list import Row
from workjournal.ui.widgets.spot_list import ROW, Index, RowModel

PAGE, KEPT = 32, 16
"""Rows read at once, and pages kept: several windows full, whatever the length."""
MISSING = Row(id=None, title="")
"""In place of a row that another program took away just now; the list is about to be read again."""
Read = Callable[[int, int], Sequence[Row]]
"""Gives so many rows (second argument) from a row on (first), headings among them."""


class _Window(Sequence[Row]):
    def __init__(self, length: int, read: Read) -> None:
        self._length, self._read = length, read
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._length))]
        if place < 0:
            place += self._length
        if not 0 <= place < self._length:
            raise IndexError(place)
        page, within = self._page(place // PAGE), place % PAGE
        return page[within] if within < len(page) else MISSING

    def __iter__(self) -> Iterator[Row]:
        return (self[place] for place in range(self._length))

    def kept(self) -> int:
        """How many rows are in memory."""
        return sum(map(len, self._pages.values()))

    def _page(self, number: int) -> Sequence[Row]:
        if number not in self._pages:
            first = number * PAGE
            self._pages[number] = self._read(first, min(PAGE, self._length - first))
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]


class WindowedRows(RowModel):
    """A model over a window."""

    rows: Sequence[Row]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window = _Window(0, lambda _first, _count: ())
        self.rows = self.window
        self.is_heading: Callable[[int], bool] = lambda _row: False
        """Whether a row is a heading, told without reading it."""

    def show(self, length: int, read: Read, is_heading: Callable[[int], bool]) -> None:
        """Show so many rows, read as they are looked at."""
        self.beginResetModel()
        self.rows = self.window = _Window(length, read)
        self.is_heading = is_heading
        self.endResetModel()

    def kept(self) -> int:
        """How many rows are in memory."""
        return self.window.kept()

    def index(self, row: int, column: int | None = 0, parent: Index | None = None) -> QModelIndex:
        inside = 0 <= row < len(self.rows) and not column and (parent is None or not parent.isValid())
        return self.createIndex(row, 0) if inside else QModelIndex()

    def data(self, index: Index, role: int = ROW) -> object:
        """Nothing that is not shown is read: not for a style that asks for colours of a row."""
        if role in {ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return super().data(index, role)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
