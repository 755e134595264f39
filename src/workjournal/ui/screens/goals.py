"""Stretch goals as a board by state or as a list, with what waits for a look."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workjournal.domain.check_in import CheckIn
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import GOALS_AS_LIST
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import goal_deeds, goal_words
from workjournal.ui.parts.goal_board import GoalBoard, newest_closed
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.turns.goal_turns import GoalTurns
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.row_list import Row, RowChip, RowList
from workjournal.ui.widgets.segments import Choice, Segments

_BOARD, _LIST = "board", "list"


class GoalsScreen(Screen):
    """A board, or three lists: active, planned, closed with their outcome."""

    name = "goals"
    title = QT_TRANSLATE_NOOP("GoalsScreen", "Stretch goals")
    icon = "mountain"
    help = "goals"
    shows = frozenset({Goal, CheckIn, Forecast})
    shortcut = "Ctrl+4"

    view: Segments
    new_goal: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    board_scroll: QScrollArea
    board_page: QWidget
    board_column: QVBoxLayout
    page: QWidget
    page_scroll: QScrollArea
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
        self.board, self.turns = GoalBoard(self), GoalTurns(journal, self)
        self.board_column.addWidget(self.board)
        self.board_page.setMinimumWidth(0)  # columns have a width below which the page scrolls sideways
        self.view.set_choices(
            [
                Choice(_BOARD, self.tr("Board"), "layout-grid"),
                Choice(_LIST, self.tr("List"), "list"),
            ]
        )
        self.view.choice = _LIST if journal.preferences.get(GOALS_AS_LIST) else _BOARD
        self.view.changed.connect(self._turn)
        for button in (self.new_goal.clicked, self.empty.acted):
            button.connect(lambda *_: self.go.emit("goal", New()))
        self.board.all_asked.connect(self._list_all)
        self.turns.toast.connect(self.toast)
        self.turns.go.connect(self.go)
        for rows in (self.active, self.planned, self.closed, self.board):
            rows.opened.connect(lambda goal: self.go.emit("goal", goal))
            rows.trashed.connect(self._trash)
            rows.menu.connect(self._menu)

    @classmethod
    def waiting(cls, journal: Journal) -> int:
        return len(journal.goals.due_for_check_in(journal.today()))

    def refresh(self) -> None:
        goals = self._journal.goals.all()
        self.board.show_goals(goals, self._journal.today())
        active = [goal for goal in goals if goal.state is GoalState.ACTIVE]
        planned = [goal for goal in goals if goal.state is GoalState.PLANNED]
        self._fill(self.active, self.active_card, self.active_count, active)
        self._fill(self.planned, self.planned_card, self.planned_count, planned)
        self._fill(self.closed, self.closed_card, self.closed_count, newest_closed(goals))
        self.view.setVisible(bool(goals))
        shown = self.board_scroll if self.view.choice == _BOARD else self.page_scroll
        self.pages.setCurrentWidget(shown if goals else self.empty)

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is only the list
        if self.pages.currentWidget() is self.empty:
            self.empty.setFocus()
        elif self.view.choice == _BOARD:
            self.board.focus_first()
        else:
            first = next(rows for rows in (self.active, self.planned, self.closed) if rows.rows())
            first.setFocus()
            if first.current_id() is None:
                first.choose(first.rows()[0].id)

    def _turn(self) -> None:
        """Board or list from now on, here and after the next start."""
        if not self._journal.read_only:
            self._journal.preferences.set(GOALS_AS_LIST, "yes" if self.view.choice == _LIST else "")
        self.refresh()

    def _list_all(self) -> None:
        self.view.choice = _LIST
        self.closed.choose(self.closed.rows()[0].id)
        self.closed.setFocus()
        self.page_scroll.ensureWidgetVisible(self.closed_card)

    def _fill(self, rows: RowList, card: QFrame, count: QLabel, goals: list[Goal]) -> None:
        rows.set_rows([self._row(goal) for goal in goals])
        card.setVisible(bool(goals))
        count.setText(self.locale().toString(len(goals)))

    def _row(self, goal: Goal) -> Row:
        today = self._journal.today()
        word, icon, tone = goal_words.look(goal.state)
        chips = goal_words.waiting(goal, today)
        if goal.paused_on:
            chips.append(RowChip(self.tr("Paused"), "", "pause"))
        if goal.state not in OPEN_STATES:
            chips.append(RowChip(word, tone, icon))
        return Row(
            goal.id, goal.title, goal_words.standing(goal, today), icon=icon, tone=tone, chips=tuple(chips)
        )

    def _menu(self, goal_id: UUID, where: QPoint) -> None:
        menu, goal = QMenu(self), self._journal.goals.get(goal_id)
        give_up = partial(self.turns.ask_close, goal)
        goal_deeds.fill(menu, self._journal, goal, self.go.emit, self.toast.emit, give_up)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _trash(self, goal_id: UUID) -> None:
        goal_deeds.trash(self._journal, goal_id, self.toast.emit)
