"""A list that is read page by page as one scrolls."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QListView, QWidget

from workjournal.ui.widgets.row_list import Row, RowList
from workjournal.ui.widgets.spot_list import Index, RowModel

PAGE = 100
Load = Callable[[int, int], Sequence[Row]]
"""Gives up to so many rows (first argument) after so many (second)."""


class PagedRows(RowModel):
    """Rows at the top, then pages of further ones, a heading before each change of group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._load: Load = lambda _limit, _skip: ()
        self._read = 0
        self._more = False

    def start(self, load: Load, top: Sequence[Row] = (), *, least: int = PAGE) -> None:
        """Begin anew with these rows on top and at least so many of the others."""
        page = load(max(PAGE, least), 0)
        self._load, self._read = load, len(page)
        self._more = len(page) >= max(PAGE, least)
        self.set_rows(_with_headings([*top, *page], ""))

    @property
    def read(self) -> int:
        """How many rows have been read, without headings and those on top."""
        return self._read

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002 - a list has no parents
        page = self._load(PAGE, self._read)
        self._more = len(page) >= PAGE
        if not page:
            return
        self._read += len(page)
        last = self.rows[-1] if self.rows else None
        further = _with_headings(page, last.group if isinstance(last, Row) else "")
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(further) - 1)
        self.rows = [*self.rows, *further]
        self.endInsertRows()


class PagedList(RowList):
    """A RowList over PagedRows; `renew` reads again and leaves place and choice as they were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = PagedRows(self)
        self.use_model(self._pages)
        # In one pass: place and choice can be put back at once, and a page is laid out in under a millisecond.
        self.setLayoutMode(QListView.LayoutMode.SinglePass)

    def start(self, load: Load, top: Sequence[Row] = ()) -> None:
        """Show something else, from its beginning."""
        self._pages.start(load, top)
        self.scrollToTop()

    def renew(self, load: Load, top: Sequence[Row] = ()) -> None:
        """Read again what is shown; when the current row has gone, the one in its place becomes current."""
        before, row, place = self.current_id(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._pages.start(load, top, least=self._pages.read)
        if before is not None and not self.choose(before):
            self._choose_near(row)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def _choose_near(self, row: int) -> None:
        rows = self.rows()
        for place in (*range(row, len(rows)), *range(min(row, len(rows)) - 1, -1, -1)):
            if rows[place].id is not None:
                self.setCurrentIndex(self._pages.index(place))
                return


def _with_headings(rows: Sequence[Row], group: str) -> list[Row]:
    made: list[Row] = []
    for row in rows:
        if row.group and row.group != group:
            made.append(Row(id=None, title=row.group, group=row.group))
        group = row.group or group
        made.append(row)
    return made
