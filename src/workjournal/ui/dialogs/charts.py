"""Which charts Growth shows, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QWidget

from workjournal import charts
from workjournal.charts.chart import Chart
from workjournal.ui import form, tab_order, theme
from workjournal.ui.parts.chart_groups import group_of, grouped

_WIDTH, _HEIGHT, _EDGE = 560, 580, 32
_KEY = Qt.ItemDataRole.UserRole


class ChartsDialog(QDialog):
    """The charts that are shown, in their order, then the others by what they are about; `keys` is the choice.

    A tick takes a chart in at the end of those that are shown, or puts it away to the others of its group.
    """

    entries: QListWidget
    up: QPushButton
    down: QPushButton
    usual: QPushButton
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, shown: Sequence[str]) -> None:
        super().__init__(parent)
        form.fill(self, "charts")
        self.keys = list(shown)
        self._fill(0)
        self.entries.itemChanged.connect(self._tick)
        self.entries.currentItemChanged.connect(self._enable)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._move(step))
        self.usual.clicked.connect(self._begin_anew)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        room = parent.window().size() if parent is not None else self.maximumSize()
        wanted = QSize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self.resize(wanted.boundedTo(room - QSize(_EDGE, _EDGE)))
        tab_order.chain(self)
        self.agree.setDefault(True)
        self.entries.setFocus()

    def _fill(self, place: int) -> None:
        """Show the charts, with the keyboard at a place of the list, or at the nearest that is a chart."""
        self.entries.blockSignals(True)
        self.entries.clear()
        self._add_heading(self.tr("Shown, in this order"))
        for key in self.keys:
            chart = charts.chart(key)
            self._add(chart, group_of(chart), shown=True)
        rest = tuple(chart for chart in charts.CHARTS if chart.key not in self.keys)
        for group, members in grouped(rest).items():
            self._add_heading(group)
            for chart in members:
                self._add(chart, "", shown=False)
        self.entries.blockSignals(False)
        places = [row for row in range(self.entries.count()) if self.entries.item(row).data(_KEY)]
        self.entries.setCurrentRow(min(places, key=lambda row: abs(row - place)))
        self._enable()

    def _add_heading(self, text: str) -> None:
        heading = QListWidgetItem(text, self.entries)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(theme.font(theme.SMALL, theme.SEMIBOLD))
        heading.setForeground(theme.color("text2"))

    def _add(self, chart: Chart, group: str, *, shown: bool) -> None:
        notes = [note for note in (group, self.tr("for you alone") if chart.private else "") if note]
        item = QListWidgetItem(" · ".join([chart.title, *notes]), self.entries)
        item.setData(_KEY, chart.key)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)

    def _tick(self, item: QListWidgetItem) -> None:
        """The keyboard stays where it is in the list, so that the next chart is at hand."""
        key, place = str(item.data(_KEY)), self.entries.row(item)
        if item.checkState() is Qt.CheckState.Checked:
            self.keys.append(key)
            place += 1  # one more stands above
        elif len(self.keys) > 1:
            self.keys.remove(key)
        # Not in the middle of the item's own change: it goes with the list.
        self._soon(place)

    def _soon(self, place: int) -> None:
        QTimer.singleShot(0, self, lambda: self._fill(place))

    def _move(self, step: int) -> None:
        key = self._current()
        if key not in self.keys:
            return
        place = self.keys.index(key)
        if 0 <= place + step < len(self.keys):
            self.keys[place], self.keys[place + step] = self.keys[place + step], self.keys[place]
            self._fill(1 + place + step)

    def _begin_anew(self) -> None:
        self.keys = [chart.key for chart in charts.CHARTS]
        self._fill(0)

    def _current(self) -> str:
        item = self.entries.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def _enable(self) -> None:
        key = self._current()
        place = self.keys.index(key) if key in self.keys else -1
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self.keys) - 1)
