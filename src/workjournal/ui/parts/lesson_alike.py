"""Lessons that may say the same as the one that is open, each with the way to merge the two."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson
from workjournal.journal.journal import Journal
from workjournal.ui.parts.did_it_work import words

MOST = 3


class LessonAlike(QFrame):
    """A quiet card on the page of a lesson, hidden while no other one is like it."""

    merge_asked = Signal(UUID)

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self._lesson: Lesson | None = None
        self._known: tuple[object, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        self.buttons: list[QPushButton] = []
        self.lines: list[QWidget] = []
        self.setProperty("role", "card-sunken")
        heading = QLabel(self.tr("May say the same"), self)
        heading.setProperty("role", "label")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 10)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addLayout(self._rows)
        self.hide()

    def show_lesson(self, lesson: Lesson | None) -> None:
        """Look for lessons like it, once the rest of the page is there; None for one that is not kept yet."""
        if lesson is None or self._lesson is None or lesson.id != self._lesson.id:
            self.hide()
        self._lesson = lesson
        self._later.start()

    def _look(self) -> None:
        """They are shown anew only where they are others."""
        lesson = self._lesson
        if lesson is None:
            return
        alike = self._journal.merging.alike(lesson.id, most=MOST)
        known = (lesson.id, *((other.id, other.text) for other in alike))
        if known != self._known:
            self._known = known
            self._make(alike)
        self.setVisible(bool(alike))

    def _make(self, alike: list[Lesson]) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines, self.buttons = [], []
        for other in alike:
            line, merge = QWidget(self), QPushButton(self.tr("Merge…"), self)
            merge.setProperty("role", "link")
            merge.setAccessibleName(self.tr("Merge with: {lesson}").format(lesson=other.text))
            merge.clicked.connect(lambda _=False, other_id=other.id: self.merge_asked.emit(other_id))
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(words(line, other.text), 1)
            row.addWidget(merge, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(line)
            self.lines.append(line)
            self.buttons.append(merge)
