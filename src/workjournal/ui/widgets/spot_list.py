"""What the lists share: rows as values, places within a row that can be pressed, keys, and an accessible text."""

from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workjournal.ui import theme
from workjournal.ui.widgets.painting import focus_ring, rounded

_LINE_INSET = 14
ROW = Qt.ItemDataRole.UserRole
"""The role under which a model gives the row itself."""
Index = QModelIndex | QPersistentModelIndex


class AnyRow(Protocol):
    """A row: its id (None for a heading, which cannot be chosen) and what a reader says of it."""

    @property
    def id(self) -> object: ...

    def spoken(self) -> str: ...


class RowModel(QAbstractListModel):
    """Rows out of a sequence. A model of one's own, reading rows as they are asked for, does as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[AnyRow] = ()

    def set_rows(self, rows: Sequence[AnyRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = ROW) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        return (
            row.spoken()
            if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            else None
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and self.rows[index.row()].id is None
        return (
            Qt.ItemFlag.NoItemFlags if heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )


class SpotDelegate(QStyledItemDelegate):
    """Paints rows, and says where in them something can be pressed."""

    def spots(self, rect: QRect, row: AnyRow) -> Mapping[str, QRect]:  # noqa: ARG002 - for those who have some
        """Places within the row's rectangle: "action", "menu"."""
        return {}

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A row's ground: chosen, under the pointer, with the keyboard; and a line to the next row, if one follows."""
        view, rect, tokens = option.widget, option.rect, theme.current()
        assert isinstance(view, SpotList)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and view.hasFocus()
        ground = rect.adjusted(0, 1, 0, -2)
        following: AnyRow | None = index.sibling(index.row() + 1, 0).data(ROW)
        if following is not None and following.id is not None and not focused:
            pad = theme.px(_LINE_INSET)
            painter.fillRect(rect.adjusted(pad, rect.height() - 1, -pad, 0), QColor(tokens.border))
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, ground, theme.RADIUS_M, tokens.accent_soft)
        elif rect.contains(view.pointer):
            rounded(painter, ground, theme.RADIUS_M, tokens.hover)
        if focused:
            focus_ring(painter, ground, theme.RADIUS_M)


class SpotList(QListView):
    """A list whose rows open on Enter or a click; R presses the action, Delete asks for the trash."""

    opened = Signal(object)
    action = Signal(object)
    menu = Signal(object, QPoint)
    trashed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowModel(self)
        self._fit = False
        self.pointer = QPoint(-1, -1)
        self.setModel(self._rows)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def set_rows(self, rows: Sequence[AnyRow]) -> None:
        """Show these rows; the row that was current stays so if it is still there."""
        before = self.current_id()
        self._rows.set_rows(rows)
        if before is not None:
            self.choose(before)
        self._fit_height()

    def use_model(self, model: RowModel) -> None:
        """Show another model's rows from now on."""
        self._rows = model
        self.setModel(model)

    def rows(self) -> Sequence[AnyRow]:
        return self._rows.rows

    def current_id(self) -> object:
        """The id of the current row, or None."""
        row = self.currentIndex().data(ROW)
        return row.id if row is not None else None

    def choose(self, wanted: object) -> bool:
        """Make the row of that id current."""
        for place, row in enumerate(self._rows.rows):
            if row.id == wanted and wanted is not None:
                self.setCurrentIndex(self._rows.index(place))
                return True
        return False

    def set_fit(self, fit: bool) -> None:
        """As tall as its rows, for a page that scrolls as a whole; only for a few rows."""
        self._fit = fit
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fit else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        # An expanding list would make its card ask for height that the list itself cannot take.
        upright = QSizePolicy.Policy.Fixed if fit else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        self._fit_height()

    def spot_at(self, point: QPoint) -> tuple[object, str]:
        """Id of the row at a point, and the place within it ("" for the rest of the row)."""
        index = self.indexAt(point)
        row, delegate = index.data(ROW), self.itemDelegate()
        if row is None or row.id is None or not isinstance(delegate, SpotDelegate):
            return None, ""
        for name, rect in delegate.spots(self.visualRect(index), row).items():
            if rect.contains(point):
                return row.id, name
        return row.id, ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            self._press(*self.spot_at(point), self.viewport().mapToGlobal(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointer = event.position().toPoint()
        over = self.spot_at(self.pointer)[0] is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer = QPoint(-1, -1)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        point = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        self._press(
            self.current_id() if by_key else self.spot_at(point)[0],
            "menu",
            self.viewport().mapToGlobal(point),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current, key = self.current_id(), event.key()
        if current is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(current)
        elif key == Qt.Key.Key_R:
            self.action.emit(current)
        elif key == Qt.Key.Key_Delete:
            self.trashed.emit(current)
        else:
            super().keyPressEvent(event)
            self.reveal()

    def reveal(self) -> None:
        """Have the page scroll to the current row: a list as tall as its rows does not scroll itself."""
        page, place = self.parentWidget(), self.visualRect(self.currentIndex())
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if self._fit and isinstance(page, QScrollArea) and place.isValid():
            middle = self.viewport().mapTo(cast("QWidget", page.widget()), place.center())
            page.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + theme.px(_LINE_INSET))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit_height()

    def _press(self, row: object, spot: str, where: QPoint) -> None:
        if row is None:
            return
        if spot == "action":
            self.action.emit(row)
        elif spot == "menu":
            self.menu.emit(row, where)
        else:
            self.opened.emit(row)

    def _fit_height(self) -> None:
        if not self._fit:
            return
        option = QStyleOptionViewItem()
        option.initFrom(self)
        option.rect = QRect(QPoint(0, 0), QSize(self.viewport().width(), 0))
        delegate, model = self.itemDelegate(), self._rows
        heights = (
            delegate.sizeHint(option, model.index(place)).height() for place in range(model.rowCount())
        )
        self.setFixedHeight(sum(heights))
