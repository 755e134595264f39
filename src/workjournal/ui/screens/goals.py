"""Stretch goals: the active ones first, with what waits for a look."""

from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QStackedWidget, QWidget

from workjournal.domain.goal import OPEN_STATES, CheckIn, Forecast, Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import goal_words
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.row_list import Row, RowChip, RowList


class GoalsScreen(Screen):
    """Three lists: active, planned, closed with their outcome."""

    name = "goals"
    title = QT_TRANSLATE_NOOP("GoalsScreen", "Stretch goals")
    icon = "mountain"
    shows = frozenset({Goal, CheckIn, Forecast})
    shortcut = "Ctrl+4"

    new_goal: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    page_scroll: QWidget
    active: RowList
    active_card: QFrame
    active_count: QLabel
    planned: RowList
    planned_card: QFrame
    planned_count: QLabel
    closed: RowList
    closed_card: QFrame
    closed_count: QLabel

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.new_goal.clicked.connect(lambda: self.go.emit("goal", New()))
        self.empty.acted.connect(lambda: self.go.emit("goal", New()))
        for rows in (self.active, self.planned, self.closed):
            rows.opened.connect(lambda goal: self.go.emit("goal", goal))
            rows.trashed.connect(self._trash)
            rows.menu.connect(self._menu)

    @classmethod
    def waiting(cls, journal: Journal) -> int:
        return len(journal.goals.due_for_check_in(journal.today()))

    def refresh(self) -> None:
        goals = self._journal.goals.all()
        self.pages.setCurrentWidget(self.page_scroll if goals else self.empty)
        self._fill(
            self.active,
            self.active_card,
            self.active_count,
            [g for g in goals if g.state is GoalState.ACTIVE],
        )
        self._fill(
            self.planned,
            self.planned_card,
            self.planned_count,
            [g for g in goals if g.state is GoalState.PLANNED],
        )
        self._fill(
            self.closed, self.closed_card, self.closed_count, [g for g in goals if g.state not in OPEN_STATES]
        )

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is only the list
        shown = [rows for rows in (self.active, self.planned, self.closed) if rows.rows()]
        first = shown[0] if shown else self.new_goal
        first.setFocus()
        if isinstance(first, RowList) and first.current_id() is None:
            first.choose(first.rows()[0].id)

    def _fill(self, rows: RowList, card: QFrame, count: QLabel, goals: list[Goal]) -> None:
        rows.set_rows([self._row(goal) for goal in goals])
        card.setVisible(bool(goals))
        count.setText(self.locale().toString(len(goals)))

    def _row(self, goal: Goal) -> Row:
        today = self._journal.today()
        word, icon, tone = goal_words.look(goal.state)
        chips = goal_words.waiting(goal, today)
        if goal.state not in OPEN_STATES:
            chips.append(RowChip(word, tone, icon))
        return Row(
            goal.id, goal.title, goal_words.standing(goal, today), icon=icon, tone=tone, chips=tuple(chips)
        )

    def _menu(self, goal_id: UUID, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("mountain"), self.tr("Open"), lambda: self.go.emit("goal", goal_id))
        menu.addAction(icons.icon("trash-2"), self.tr("Move to the trash"), lambda: self._trash(goal_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _trash(self, goal_id: UUID) -> None:
        self._journal.goals.trash(goal_id)
        self.toast.emit(self.tr("Goal moved to the trash"), lambda: self._journal.goals.restore(goal_id))
