"""Stretch goals as a board: a column for each state, cards in lists, the arrow keys from card to card."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.ui import form, theme
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.card_list import CardList, CardRow
from workjournal.ui.widgets.row_list import RowChip

MOST_CLOSED = 10
"""What is over shows its newest; the list has them all."""
_NARROWEST = 190
"""Four of these beside the icons of the rail fit into the smallest window."""


@dataclass(frozen=True)
class _Column:
    cards: CardList
    count: QLabel
    nothing: QLabel


class GoalBoard(QWidget):
    """Four columns: planned, active, paused, closed."""

    opened = Signal(object)
    trashed = Signal(object)
    menu = Signal(object, QPoint)
    all_asked = Signal()
    """The closed ones that are left out here are wanted."""

    planned_frame: QFrame
    active_frame: QFrame
    paused_frame: QFrame
    closed_frame: QFrame
    planned: CardList
    planned_count: QLabel
    planned_nothing: QLabel
    active: CardList
    active_count: QLabel
    active_nothing: QLabel
    paused: CardList
    paused_count: QLabel
    paused_nothing: QLabel
    closed: CardList
    closed_count: QLabel
    closed_nothing: QLabel
    more: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "goal_board")
        self._columns = (
            _Column(self.planned, self.planned_count, self.planned_nothing),
            _Column(self.active, self.active_count, self.active_nothing),
            _Column(self.paused, self.paused_count, self.paused_nothing),
            _Column(self.closed, self.closed_count, self.closed_nothing),
        )
        for place, column in enumerate(self._columns):
            column.cards.opened.connect(self.opened)
            column.cards.trashed.connect(self.trashed)
            column.cards.menu.connect(self.menu)
            column.cards.aside.connect(lambda step, place=place: self._step(place, step))
        self.more.clicked.connect(self.all_asked)

    def show_goals(self, goals: Sequence[Goal], today: dt.date) -> None:
        """Fill the columns; the keyboard follows its card into another column."""
        for frame in (self.planned_frame, self.active_frame, self.paused_frame, self.closed_frame):
            frame.setMinimumWidth(theme.px(_NARROWEST))
        held = next((column.cards for column in self._columns if column.cards.hasFocus()), None)
        followed = held.current_id() if held else None
        closed = newest_closed(goals)
        active = [goal for goal in goals if goal.state is GoalState.ACTIVE]
        self._fill(self._columns[0], [goal for goal in goals if goal.state is GoalState.PLANNED], today)
        self._fill(self._columns[1], [goal for goal in active if not goal.paused_on], today)
        self._fill(self._columns[2], [goal for goal in active if goal.paused_on], today)
        self._fill(self._columns[3], closed, today)
        self.more.setVisible(len(closed) > MOST_CLOSED)
        self.more.setText(self.tr("and %n more", "", len(closed) - MOST_CLOSED))
        if held is not None and not self._choose(followed):
            self.focus_first()

    def focus_first(self) -> bool:
        """The keyboard to a card: a running one, else the first there is; False where there is none."""
        order = (self._columns[1], self._columns[0], self._columns[2], self._columns[3])
        for column in order:
            if column.cards.rows():
                if column.cards.current_id() is None:
                    column.cards.choose(column.cards.rows()[0].id)
                column.cards.setFocus()
                return True
        return False

    def _fill(self, column: _Column, goals: Sequence[Goal], today: dt.date) -> None:
        most = MOST_CLOSED if column.cards is self.closed else len(goals)
        column.cards.set_rows([_card(goal, today) for goal in goals[:most]])
        column.cards.setVisible(bool(goals))
        column.nothing.setVisible(not goals)
        column.count.setText(self.locale().toString(len(goals)))

    def _choose(self, goal_id: object) -> bool:
        """The keyboard to the card of a goal, wherever it is now."""
        for column in self._columns:
            if isinstance(goal_id, UUID) and column.cards.choose(goal_id):
                column.cards.setFocus()
                return True
        return False

    def _step(self, place: int, step: int) -> None:
        """To the next column that has cards, at the same height, or to its last card."""
        row = self._columns[place].cards.currentIndex().row()
        reach = range(place + step, -1 if step < 0 else len(self._columns), step)
        for column in (self._columns[at] for at in reach):
            rows = column.cards.rows()
            if rows:
                column.cards.choose(rows[min(max(row, 0), len(rows) - 1)].id)
                column.cards.setFocus()
                column.cards.reveal()
                return


def newest_closed(goals: Sequence[Goal]) -> list[Goal]:
    """Those that are over, the last one first."""
    over = (goal for goal in goals if goal.state not in OPEN_STATES)
    return sorted(over, key=lambda goal: (goal.closed or dt.date.min, goal.id), reverse=True)


def _card(goal: Goal, today: dt.date) -> CardRow:
    look = goal_words.look(goal.state)
    signs = goal_words.waiting(goal, today)
    if goal.state not in OPEN_STATES:
        signs.append(RowChip(look.word, look.tone, look.icon))
    return CardRow(goal.id, goal.title, goal_words.standing(goal, today), tuple(signs))
