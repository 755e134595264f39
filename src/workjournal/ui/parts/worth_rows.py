"""What is worth a minute, as rows of a list: done, opened, or, for a goal, put off in place."""

import datetime as dt
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu

from workjournal.journal.agenda import Due, DueKind
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts import action_endings, due_words, goal_deeds
from workjournal.ui.places import New
from workjournal.ui.widgets.row_list import RowList

PUT_OFF = "S"
"""The key that asks until when; the letter of "snooze"."""
_OF_GOALS = frozenset({DueKind.CHECK_IN, DueKind.CLOSE})
_CAN_WAIT = _OF_GOALS | {DueKind.MEETING}


class WorthRows(QObject):
    """Fills a list and does what its rows say; the ids of the rows are pairs of kind and thing."""

    go = Signal(str, object)
    toast = Signal(str, object)
    pulse_asked = Signal()

    def __init__(self, journal: Journal, rows: RowList) -> None:
        super().__init__(rows)
        self._journal, self._rows = journal, rows
        self._due: dict[object, Due] = {}
        rows.opened.connect(self._open)
        rows.action.connect(self._do)
        rows.menu.connect(self._ask)
        key = QShortcut(PUT_OFF, rows, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._put_off_current)

    def show_due(self, today: dt.date) -> bool:
        """Read again what is due; whether there is anything."""
        due, actions = self._journal.agenda.due(today), self._journal.actions
        acts = [item.thing for item in due if item.kind is DueKind.ACT and isinstance(item.thing, UUID)]
        planned = {act for act in acts if actions.get(act).if_then.strip()}
        self._due = {(item.kind, item.thing): item for item in due}
        self._rows.set_rows([due_words.due_row(item, today, planned=item.thing in planned) for item in due])
        return bool(due)

    def _do(self, key: object) -> None:
        item = self._due[key]
        if item.kind in {DueKind.REFLECT, DueKind.REVIEW}:
            self.go.emit("reflection", New(about=item.thing))
        elif item.kind is DueKind.RECALL:
            self.go.emit("recall", None)
        elif item.kind in _OF_GOALS:
            self.go.emit("goal", item.thing)
        elif item.kind is DueKind.MEETING:
            self.go.emit("shared_packs", item.thing)
        elif item.kind is DueKind.PULSE:
            self.pulse_asked.emit()
        elif item.thing is None:
            self.go.emit("safety", item.kind)
        elif isinstance(item.thing, UUID):
            action_endings.end_in(self._rows, self._journal, item.thing, self.toast.emit)

    def _open(self, key: object) -> None:
        """To what is due; an action is read before it is ended."""
        item = self._due[key]
        if item.kind is DueKind.ACT:
            self.go.emit("actions", item.thing)
        else:
            self._do(key)

    def _put_off_current(self) -> None:
        key = self._rows.current_id()
        if key is not None and self._due[key].kind in _CAN_WAIT:
            spot = self._rows.visualRect(self._rows.currentIndex()).center()
            self._ask(key, self._rows.viewport().mapToGlobal(spot))

    def _ask(self, key: object, where: QPoint) -> None:
        """The menu of a row: what Enter does, and until when a goal can wait."""
        item, menu = self._due[key], QMenu(self._rows)
        opens = menu.addAction(icons.icon("external-link"), self.tr("Open"))
        opens.triggered.connect(partial(self._open, key))
        if item.kind in _OF_GOALS and isinstance(item.thing, UUID):
            menu.addSection(self.tr("Remind me"))
            goal_deeds.add_delays(menu, self._journal, item.thing, self.toast.emit)
        elif item.kind is DueKind.MEETING and isinstance(item.thing, UUID):
            silent = menu.addAction(icons.icon("bell-off"), self.tr("Do not ask again"))
            silent.triggered.connect(partial(self._pass_over, item.thing))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _pass_over(self, pack_id: UUID) -> None:
        self._journal.meetings.pass_over(pack_id)
        self.toast.emit(self.tr("You are not asked about this one again"), self._journal.meetings.ask_again)
