"""The time line of a goal: all that happened, newest first; each row opens what it is."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts import goal_marks
from workjournal.ui.parts.did_it_work import words
from workjournal.ui.parts.goal_marks import Mark, What
from workjournal.ui.widgets.story_list import StoryList, StoryRow

MOST = 12
"""So many are in sight until all are asked for."""
_SCREENS = {
    What.EVIDENCE: "episode",
    What.ACTION: "actions",
    What.LESSON: "lessons",
    What.REFLECTION: "reflection",
}


class GoalStory(QFrame):
    """A card. Check-ins are taken back here, and evidence is loosened: by Delete, or in a row's menu."""

    go = Signal(str, object)
    toast = Signal(str, object)
    correct_asked = Signal(UUID)
    """A check-in is to be opened."""
    plan_asked = Signal()
    top_asked = Signal()
    changed = Signal()
    """A check-in or a piece of evidence is another one, or gone."""

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self._goal: UUID | None = None
        self._all = False
        self.setProperty("role", "card")
        heading, self.count = QLabel(self.tr("Time line"), self), QLabel(self)
        heading.setProperty("role", "heading")
        self.count.setProperty("role", "caption")
        self.rows = StoryList(self)
        self.rows.setAccessibleName(self.tr("Time line"))
        teaching = self.tr("Enter opens a row; Delete takes a check-in back or loosens evidence.")
        self.rows.setAccessibleDescription(teaching)
        self.none = words(self, self.tr("No check-in yet. A minute now and then is enough."), "text2")
        self.more = QPushButton(self)
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_all)
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.more)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.rows)
        column.addLayout(foot)
        self.rows.opened.connect(self._open)
        self.rows.trashed.connect(self._take_back)
        self.rows.menu.connect(self._offer)

    def show_goal(self, goal: Goal) -> None:
        """Read everything again."""
        if goal.id != self._goal:
            self._goal, self._all = goal.id, False
        found = goal_marks.rows(self._journal, goal)
        shown = found if self._all else found[:MOST]
        if self.rows.rows() != shown:  # the same rows keep their place under the pointer
            self.rows.set_rows(shown)
        self.none.setVisible(not goal.check_ins)
        check_ins = len(goal.check_ins)
        self.count.setText(self.tr("%n check-in(s)", "", check_ins) if check_ins else "")
        self.more.setVisible(len(shown) < len(found))
        self.more.setText(self.tr("Show all {number}").format(number=len(found)))

    def take_back(self, check_in_id: UUID) -> None:
        """Put a check-in into the trash."""
        self._journal.check_ins.trash(check_in_id)
        undo = partial(self._journal.check_ins.restore, check_in_id)
        self._tell(self.tr("Check-in taken back"), undo)

    def row(self, what: What) -> StoryRow | None:
        """The newest row of that kind that is shown."""
        return next((row for row in self._shown() if isinstance(row.id, Mark) and row.id.what is what), None)

    def _shown(self) -> list[StoryRow]:
        return [row for row in self.rows.rows() if isinstance(row, StoryRow)]

    def _show_all(self) -> None:
        self._all = True
        self.changed.emit()
        self.rows.setFocus()

    def _open(self, mark: object) -> None:
        assert isinstance(mark, Mark)
        if mark.what in _SCREENS:
            self.go.emit(_SCREENS[mark.what], mark.id)
        elif mark.what is What.CHECK_IN:
            self.correct_asked.emit(mark.id)
        elif mark.what in {What.END, What.PAUSE}:
            self.top_asked.emit()
        else:
            self.plan_asked.emit()

    def _take_back(self, mark: object) -> None:
        assert isinstance(mark, Mark)
        if mark.what is What.CHECK_IN:
            self.take_back(mark.id)
        elif mark.what is What.EVIDENCE:
            before = self._journal.evidence.tie(mark.id, None)
            undo = partial(self._journal.evidence.tie, mark.id, before)
            self._tell(self.tr("No longer evidence"), undo)

    def _offer(self, mark: object, where: QPoint) -> None:
        assert isinstance(mark, Mark)
        if mark.what not in {What.CHECK_IN, What.EVIDENCE}:
            return
        menu, looks = QMenu(self.rows), mark.what is What.CHECK_IN
        opens = menu.addAction(
            icons.icon("pencil" if looks else "external-link"),
            self.tr("Correct…") if looks else self.tr("Open the episode"),
        )
        opens.triggered.connect(partial(self._open, mark))
        back = menu.addAction(
            icons.icon("trash-2" if looks else "x"),
            self.tr("Take back") if looks else self.tr("Not evidence after all"),
        )
        back.triggered.connect(partial(self._take_back, mark))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        menu.setActiveAction(opens)

    def _tell(self, what: str, undo: object) -> None:
        self.changed.emit()
        self.toast.emit(what, undo)
