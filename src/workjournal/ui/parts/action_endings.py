"""How an action ends, wherever it is ended: at once, or, with an if-then plan, by what became of that."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMenu, QStyle

from workjournal.domain.action import ActionState
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts import action_words
from workjournal.ui.widgets.spot_list import SpotList

Told = Callable[[str, Callable[[], object] | None], object]
"""Takes what was done and the way back: the toast of a screen."""


def end(journal: Journal, action_id: UUID, state: ActionState, say: Told) -> None:
    """Close an action or open it again, and tell so; the way back brings its earlier end and day back, too."""
    before, today = journal.actions.get(action_id), journal.today()
    journal.actions.end(action_id, state, today)
    say(
        action_words.told(state),
        lambda: journal.actions.end(action_id, before.state, before.ended or journal.today()),
    )


def end_in(rows: SpotList, journal: Journal, action_id: UUID, say: Told) -> None:
    """What the word at the end of a row does: done, or a menu of outcomes at that row."""
    ending = partial(end, journal, action_id, say=say)
    if journal.actions.get(action_id).if_then.strip():
        _ask_outcome(rows, ending)
    else:
        ending(ActionState.DONE)


def _ask_outcome(rows: SpotList, choose: Callable[[ActionState], object]) -> None:
    menu = QMenu(rows)
    for state, words, icon in action_words.outcomes():
        menu.addAction(icons.icon(icon), words).triggered.connect(partial(choose, state))
    menu.aboutToHide.connect(menu.deleteLater)
    row, wide = rows.visualRect(rows.currentIndex()), menu.sizeHint().width()
    # Below the word that was pressed, which stands at the trailing edge.
    below = QRect(row.right() - wide, row.bottom(), wide, 1)
    menu.popup(rows.viewport().mapToGlobal(QStyle.visualRect(rows.layoutDirection(), row, below).topLeft()))
    menu.setActiveAction(menu.actions()[0])
