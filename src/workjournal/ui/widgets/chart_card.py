"""A chart with everything it owes its reader: title, reading, how many points, the drawing, and the numbers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workjournal.charts.figure import Figure
from workjournal.ui import icons
from workjournal.ui.widgets.figure_table import FigureTable, as_csv
from workjournal.ui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from workjournal.ui.widgets.chart_panels import ChartPanels
    from workjournal.ui.widgets.chart_view import ChartView


class ChartCard(QFrame):
    """One chart of Growth. Until it has a figure it says that it is being drawn.

    One that stands `alone` on another page has a button of its own for its table, and nothing of the review pack.
    """

    opened = Signal(str)
    """The id of the thing behind a point."""
    packed = Signal(str, bool)
    """The chart's key, and whether it shall be in the review pack."""

    def __init__(self, key: str, title: str, parent: QWidget | None = None, *, alone: bool = False) -> None:
        super().__init__(parent)
        self.key, self._as_table = key, False
        self._figure: Figure | None = None
        self.view: ChartPanels | ChartView | None = None
        self.setProperty("role", "card")
        self.setObjectName(f"chart_{key.replace('-', '_')}")
        self._title = self._label("heading", title)
        if alone:  # it has the name of a thing, of any length
            self._title.setWordWrap(True)
            self._title.setMinimumWidth(1)
        self._subtitle, self._n = self._label("caption"), self._label("caption")
        self._subtitle.setWordWrap(True)  # a long one makes no card wider than its column
        self._subtitle.setMinimumWidth(1)
        self._reading = self._label("strong")
        self._reading.setWordWrap(True)
        self.show_all = self._show_all_button(title)
        self.menu_button = self._menu_button(title, alone=alone)
        self.table_button = self._table_button(title)
        self.table_button.setVisible(alone)
        self.stack = QStackedWidget(self)
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._waiting = QLabel(self.tr("Drawing…"), self.stack)
        self._waiting.setProperty("role", "text2")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._missing = self._label("text2")
        self._empty = self._empty_page()
        self.table = FigureTable(self.stack)
        for page in (self._waiting, self._empty, self.table):
            self.stack.addWidget(page)
        self._lay()

    def wait(self) -> None:
        """Say that it is being drawn: what was shown is of another thing."""
        self._figure = None
        self._turn()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure of this chart."""
        self._figure = figure
        self._title.setText(figure.title)
        self._subtitle.setText(figure.subtitle)
        self._reading.setText(figure.reading)
        self._n.setText(self.tr("n = {count}").format(count=self.locale().toString(figure.n)))
        self.table.show_table(figure.table)
        self.table.setAccessibleName(self.tr("{title}, table").format(title=figure.title))
        self.table.setAccessibleDescription(figure.reading)
        self._missing.setText(figure.reading)
        if not figure.is_empty:
            self._draw(figure)
        self._turn()

    def show_as_table(self, as_table: bool) -> None:
        """Show the numbers instead of the drawing."""
        self._as_table = as_table
        self._turn()

    def heading(self) -> str:
        """The chart's title."""
        return self._title.text()

    def is_empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        return self._figure is None or self._figure.is_empty

    def set_packed(self, packed: bool, *, room: bool) -> None:
        """Say whether the chart is in the review pack, and whether one more has room there or another has to give way."""
        self._pack_action.setChecked(packed)
        self._pack_action.setText(
            self.tr("In the review pack") if packed or room else self.tr("Into the review pack for another…")
        )

    def picture(self) -> QPixmap:
        """The whole card with all of its panels, without its buttons and the mark of the keyboard."""
        from workjournal.ui.widgets.chart_picture import picture_of

        return picture_of(self, self.stack, (self.show_all, self.table_button, self.menu_button))

    def _copy_picture(self) -> None:
        QApplication.clipboard().setPixmap(self.picture())

    def _copy_csv(self) -> None:
        if self._figure is not None:
            QApplication.clipboard().setText(as_csv(self._figure.table))

    def _turn(self) -> None:
        empty = self.is_empty()
        if self._figure is None:
            page: QWidget = self._waiting
        elif empty:
            page = self._empty
        else:
            assert self.view is not None
            page = self.table if self._as_table else self.view
        # An empty figure's reading stands in the empty state.
        self._reading.setVisible(not empty)
        self._n.setVisible(not empty)
        self._picture_action.setEnabled(not empty)
        self._csv_action.setEnabled(not empty)
        self.stack.setCurrentWidget(page)
        self._tell_panels()

    def _show_all_panels(self, wanted: bool) -> None:
        from workjournal.ui.widgets.chart_panels import ChartPanels

        if isinstance(self.view, ChartPanels):
            self.view.show_all(wanted)
        self._tell_panels()

    def _tell_panels(self) -> None:
        """Where not all panels have room, there is a button for the others."""
        from workjournal.ui.widgets.chart_panels import ChartPanels

        panels = self.view if self.stack.currentWidget() is self.view else None
        shown = isinstance(panels, ChartPanels) and panels.first < len(panels.views())
        self.show_all.setVisible(shown)
        if isinstance(panels, ChartPanels):
            few, number = self.show_all.isChecked(), self.locale().toString
            self.show_all.setText(
                self.tr("Show the first {count}").format(count=number(panels.first))
                if few
                else self.tr("Show all {count}").format(count=number(len(panels.views())))
            )

    def _draw(self, figure: Figure) -> None:
        """In one view, or in one for each panel; the one there is shows the new figure if it can."""
        from workjournal.ui.widgets.chart_panels import ChartPanels
        from workjournal.ui.widgets.chart_view import ChartView

        kind = ChartPanels if figure.panels else ChartView
        if isinstance(self.view, kind):
            self.view.show_figure(figure)
            return
        if self.view is not None:
            self.stack.removeWidget(self.view)
            self.view.deleteLater()
        self.view = kind(figure, self.stack)
        self.view.opened.connect(self.opened)
        self.stack.addWidget(self.view)
        if isinstance(self.view, ChartPanels):
            self.view.show_all(self.show_all.isChecked())
            self.view.shared_out.connect(self._tell_panels)

    def _empty_page(self) -> QWidget:
        """The reading of a figure without points says what is missing."""
        page = QWidget(self.stack)
        self._missing.setWordWrap(True)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(IconLabel(page, "trending-up", 40, "accent"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._missing)
        column.addStretch(1)
        return page

    def _label(self, role: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        return label

    def _table_button(self, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("as_table")
        button.setIcon(icons.icon("table"))
        button.setCheckable(True)
        button.setAccessibleName(self.tr("{title} as a table").format(title=title))
        button.setToolTip(self.tr("Show as a table"))
        button.toggled.connect(self.show_as_table)
        return button

    def _show_all_button(self, title: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("show_all_panels")
        button.setProperty("role", "link")
        button.setCheckable(True)
        button.setAccessibleDescription(title)
        button.hide()
        button.toggled.connect(self._show_all_panels)
        return button

    def _menu_button(self, title: str, *, alone: bool) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon("ellipsis"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(self.tr("More for {title}").format(title=title))
        button.setToolTip(self.tr("Copy") if alone else self.tr("Copy, review pack"))
        menu = QMenu(button)
        self._picture_action = self._action(menu, "image", self.tr("Copy as picture"))
        self._csv_action = self._action(menu, "copy", self.tr("Copy as CSV"))
        separator = menu.addSeparator()
        self._pack_action = self._action(menu, "file-text", self.tr("In the review pack"))
        self._pack_action.setCheckable(True)
        for action in (separator, self._pack_action):
            action.setVisible(not alone)
        self._picture_action.triggered.connect(self._copy_picture)
        self._csv_action.triggered.connect(self._copy_csv)
        self._pack_action.triggered.connect(lambda on: self.packed.emit(self.key, on))
        button.setMenu(menu)
        return button

    def _action(self, menu: QMenu, icon: str, text: str) -> QAction:
        return menu.addAction(icons.icon(icon), text)

    def _lay(self) -> None:
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        head.addLayout(titles, 1)
        head.addWidget(self._n)
        head.addWidget(self.show_all)
        head.addWidget(self.table_button)
        head.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._reading)
        column.addWidget(self.stack, 1)
