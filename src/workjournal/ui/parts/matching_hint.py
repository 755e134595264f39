"""In the top bar: that lessons fit, while they stand where one cannot see them."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QWidget

from workjournal.ui import icons
from workjournal.ui.parts.matching_lessons import MatchingLessons


class MatchingHint(QPushButton):
    """In a narrow window the lessons stand below the writing; this leads to them. It is put into a top bar, before another widget."""

    def __init__(self, matching: MatchingLessons, page: QScrollArea, before: QWidget) -> None:
        super().__init__(before.parentWidget())
        self._matching, self._page = matching, page
        self.setObjectName("matching_hint")
        self.setProperty("role", "link")
        self.setToolTip(self.tr("Alt 1 takes the first of them, wherever it is"))
        around = before.parentWidget()
        topbar = around.layout() if around is not None else None
        assert isinstance(topbar, QBoxLayout)
        topbar.insertWidget(topbar.indexOf(before), self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._judge)
        matching.changed.connect(self._later.start)
        page.verticalScrollBar().valueChanged.connect(lambda _: self._judge())
        page.verticalScrollBar().rangeChanged.connect(lambda *_: self._later.start())
        self.clicked.connect(self._go)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def _judge(self) -> None:
        number = len(self._matching.lessons())
        self.setText(self.tr("%n lesson(s) may fit", "", number))
        icons.put(self, "lightbulb")
        there = number > 0 and self._matching.isVisibleTo(self._page)
        self.setVisible(there and self._matching.visibleRegion().isEmpty())

    def _go(self) -> None:
        first = self._matching.rows[0].press
        first.setFocus()
        self._page.ensureWidgetVisible(self._matching)
