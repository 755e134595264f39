"""Names with how often they occur: each can be left off, or called otherwise."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workjournal.ui import theme
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.spot_list import Index

NAME, COUNT, CALLED = range(3)
_HEADERS = (
    QT_TRANSLATE_NOOP("TagTable", "Tag"),
    QT_TRANSLATE_NOOP("TagTable", "Entries"),
    QT_TRANSLATE_NOOP("TagTable", "Called here"),
)
_ROW, _FEW = 38, 6
Role, Flag, Tick = Qt.ItemDataRole, Qt.ItemFlag, Qt.CheckState


class TagModel(QAbstractTableModel):
    """A tag a row; the tick of the first column takes it, the last column can be written in."""

    def __init__(self, counts: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = sorted(counts, key=lambda name: (-counts[name], name.casefold()))
        self._counts = counts
        self.called: dict[str, str] = {}
        """Other names, and "" for those that are left off."""

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return QCoreApplication.translate("TagTable", _HEADERS[section])
        return self._side(section) if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        name, column = self.names[index.row()], index.column()
        taken = self.called.get(name, name)
        if role in {Role.DisplayRole, Role.EditRole}:
            return (name, QLocale().toString(self._counts[name]), taken)[column]
        if role == Role.CheckStateRole and column == NAME:
            return Tick.Checked if taken else Tick.Unchecked
        if role == Role.ForegroundRole and not taken:
            return theme.color("text3")
        return self._side(column) if role == Role.TextAlignmentRole else None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        name = self.names[index.row()]
        if role == Role.CheckStateRole:
            called = name if Tick(value) == Tick.Checked else ""
        else:
            called = " ".join(str(value).split())
        if called == name:
            self.called.pop(name, None)
        else:
            self.called[name] = called
        self.dataChanged.emit(self.index(index.row(), NAME), self.index(index.row(), CALLED))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        more = {NAME: Flag.ItemIsUserCheckable, CALLED: Flag.ItemIsEditable}.get(
            index.column(), Flag.NoItemFlags
        )
        return Flag.ItemIsEnabled | Flag.ItemIsSelectable | more

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == COUNT else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class TagTable(QTableView):
    """Space takes or leaves the tag of a row, typing or F2 calls it otherwise, in whichever column one is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = TagModel({}, self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(50)

    def show_tags(self, counts: Mapping[str, int]) -> None:
        """Offer these, the most used first; what was said of a tag that is still there stays said."""
        old, before = self.model(), self._tags.called
        self._tags = TagModel(counts, self)
        self._tags.called = {name: called for name, called in before.items() if name in counts}
        self._tags.dataChanged.connect(lambda *_: self.changed.emit())
        self.setModel(self._tags)
        if old is not None:
            old.deleteLater()
        header = self.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CALLED, QHeaderView.ResizeMode.Stretch)
        if counts:
            self.setCurrentIndex(self._tags.index(0, CALLED))
        rows = min(len(counts), _FEW) + (0.5 if len(counts) > _FEW else 0)
        self.setFixedHeight(theme.px(_ROW * rows) + header.sizeHint().height() + 4)

    def forget(self) -> None:
        """All of them, as they are called."""
        self._tags.called = {}

    def called(self) -> dict[str, str]:
        """Other names of tags, "" for those that are left off."""
        return dict(self._tags.called)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        plain = self.state() != QAbstractItemView.State.EditingState and at.isValid()
        if plain and event.key() == Qt.Key.Key_Space:
            name = self._tags.index(at.row(), NAME)
            ticked = name.data(Role.CheckStateRole) == Tick.Checked
            self._tags.setData(name, Tick.Unchecked if ticked else Tick.Checked, Role.CheckStateRole)
        elif plain and (event.key() == Qt.Key.Key_F2 or _types(event)):
            called = self._tags.index(at.row(), CALLED)
            self.setCurrentIndex(called)
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def _types(event: QKeyEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & control
