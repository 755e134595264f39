"""The rows of a pack's contents as a tree of two levels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from workjournal.ui.widgets.spot_list import Index

LINE = Qt.ItemDataRole.UserRole
"""The role under which the model gives the line itself."""


@dataclass(frozen=True)
class PackLine:
    """A row: its key, its lines of text, whether it is ticked and can be, and the rows below it.

    `marks` is a third line, that of a warning where it `warns`; `opens` says that there is more to see of it.
    """

    key: str
    title: str
    note: str = ""
    marks: str = ""
    warns: bool = False
    opens: bool = False
    ticked: bool = False
    enabled: bool = True
    rows: tuple["PackLine", ...] = ()

    def keys(self) -> tuple[str, ...]:
        """Its own key and those below."""
        return (self.key, *(row.key for row in self.rows))

    def whole(self) -> str:
        """All of its lines, of which the row may show only the beginning."""
        return "\n".join(part for part in (self.title, self.note, self.marks) if part)

    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.note, self.marks) if part)


class PackLines(QAbstractItemModel):
    """Sections, and below each its things. An index's id is 0 for a section, else the section's row and one."""

    lines: Sequence[PackLine] = ()

    def set_lines(self, lines: Sequence[PackLine]) -> bool:
        """Show these; returns whether the rows are others than before, not only their words and ticks."""
        others = [line.keys() for line in self.lines] != [line.keys() for line in lines]
        if others:
            self.beginResetModel()
        self.lines = lines
        if others:
            self.endResetModel()
        else:
            for row in range(len(lines)):
                section = self.index(row, 0)
                self.dataChanged.emit(section, section)
                if lines[row].rows:
                    self.dataChanged.emit(
                        self.index(0, 0, section), self.index(len(lines[row].rows) - 1, 0, section)
                    )
        return others

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        above = parent.row() + 1 if parent is not None and parent.isValid() else 0
        inside = 0 <= row < self.rowCount(parent) and column == 0
        return self.createIndex(row, column, above) if inside else QModelIndex()

    def parent(self, child: Index | None = None) -> Any:
        if child is None:
            return super().parent()
        above = child.internalId() if child.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self.lines)
        return 0 if parent.internalId() else len(self.lines[parent.row()].rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - one everywhere
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = LINE) -> object:
        if not index.isValid():
            return None
        line = self._line(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.spoken()
        return {LINE: line, Qt.ItemDataRole.ToolTipRole: line.whole()}.get(Qt.ItemDataRole(role))

    def find(self, section: str, thing: str = "") -> QModelIndex:
        """Where a row is.

        Raises:
            KeyError: there is no such row.
        """
        for row, line in enumerate(self.lines):
            if line.key == section:
                above = self.index(row, 0)
                keys = line.keys()
                if not thing:
                    return above
                if thing in keys[1:]:
                    return self.index(keys.index(thing, 1) - 1, 0, above)
        raise KeyError((section, thing))

    def has(self, section: str, thing: str = "") -> bool:
        """Whether there is such a row."""
        return any(line.key == section and thing in {"", *line.keys()[1:]} for line in self.lines)

    def _line(self, index: Index) -> PackLine:
        above = index.internalId()
        return self.lines[above - 1].rows[index.row()] if above else self.lines[index.row()]
