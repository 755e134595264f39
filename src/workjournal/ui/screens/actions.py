"""Actions: what is to be done, what was asked of the manager, what could be better, and what has ended."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.action import Action, ActionKind, ActionState
from workjournal.domain.goal import Goal
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import action_endings, action_words
from workjournal.ui.parts.action_page import NEW, ActionPage
from workjournal.ui.parts.action_words import CLOSED, view_of
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.action_list import ActionList
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.row_list import Row
from workjournal.ui.widgets.segments import Segments

_EMPTY: dict[str, tuple[str, str]] = {
    ActionKind.ACTION: (
        QT_TRANSLATE_NOOP("ActionsScreen", "Nothing on your list"),
        QT_TRANSLATE_NOOP(
            "ActionsScreen",
            "A reflection ends with one next action; it waits here until it is done. With an if–then plan it comes to "
            "mind at the right moment.",
        ),
    ),
    ActionKind.ASK: (
        QT_TRANSLATE_NOOP("ActionsScreen", "Nothing asked of your manager"),
        QT_TRANSLATE_NOOP(
            "ActionsScreen",
            "A decision, a resource, protection or feedback: what you need from your manager goes here, and into the "
            "next review pack if you tick it.",
        ),
    ),
    ActionKind.IMPROVEMENT: (
        QT_TRANSLATE_NOOP("ActionsScreen", "No improvement ideas yet"),
        QT_TRANSLATE_NOOP(
            "ActionsScreen",
            "Better procedures come from those who do the work. Write an idea down the moment you have it; it stays "
            "here for the next review pack.",
        ),
    ),
    CLOSED: (
        QT_TRANSLATE_NOOP("ActionsScreen", "Nothing closed yet"),
        QT_TRANSLATE_NOOP("ActionsScreen", "What is done or dropped comes here, and can be opened again."),
    ),
}


class ActionsScreen(Screen):
    """A list and a page; what is typed in an action is saved when another one is chosen, or on leaving."""

    name = "actions"
    title = QT_TRANSLATE_NOOP("ActionsScreen", "Actions")
    icon = "circle-check"
    help = "looking-back#actions"
    shows = frozenset({Action, Reflection, Goal})
    shortcut = "Ctrl+9"

    view: Segments
    new_action: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    list_card: QFrame
    actions_: ActionList
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._writing_new = False
        self.view.set_choices(action_words.views())
        self.view.choice = ActionKind.ACTION
        self.action = ActionPage(journal, self)
        self.detail_column.addWidget(self.action)
        self._connect()

    def refresh(self) -> None:
        """Read the list again; the chosen action stays, with what is being typed in it."""
        present = self.action.action_id
        self.actions_.renew(self._load)
        self._show_pages()
        if self._writing_new or self._is_in_view(present):
            self.action.refresh()
            self.actions_.choose(present)
        else:
            self._open_current()

    def arrive(self, what: object) -> None:
        if isinstance(what, New):
            self._begin_new()
        elif isinstance(what, UUID):
            self._look_at(view_of(self._journal.actions.get(what)))
            self._open(what)
        elif not self._writing_new:
            self._resume()
        self._focus()

    def leave(self) -> None:
        if self.action.leave():
            self._writing_new = False

    def here(self) -> object:
        return New() if self._writing_new else self.action.action_id

    @classmethod
    def waiting(cls, journal: Journal) -> int:
        return len(journal.actions.due(journal.today()))

    def _connect(self) -> None:
        self.new_action.clicked.connect(self._begin_new)
        self.empty.acted.connect(self._begin_new)
        self.view.changed.connect(self._turn)
        self.actions_.selectionModel().currentChanged.connect(
            lambda *_: self._choose(self.actions_.current_id())
        )
        self.actions_.opened.connect(self._choose)
        self.actions_.action.connect(self._end_in_list)
        self.actions_.trashed.connect(self._trash)
        self.action.kept.connect(self._kept)
        self.action.end_asked.connect(self._end)
        self.action.trash_asked.connect(self._trash)
        self.action.reflection.connect(partial(self.go.emit, "reflection"))
        self.action.goal.connect(partial(self.go.emit, "goal"))

    def _load(self, limit: int, skip: int) -> Sequence[Row]:
        """The rows of the view: those that ended page by page, the open ones at once, for they are few."""
        if self.view.choice == CLOSED:
            found = self._journal.actions.closed(limit=limit, skip=skip)
        else:
            found = [one for one in self._journal.actions.open() if view_of(one) == self.view.choice]
            found = found[skip : skip + limit]
        sources, today = self._journal.actions.sources(found), self._journal.today()
        return [action_words.row(one, sources.get(one.id), today) for one in found]

    def _resume(self) -> None:
        """Go on with a new one that is half written, if there is one."""
        if self._journal.drafts.find(NEW) is not None:
            self._begin_new()
        elif self.action.action_id is None:
            self._open_current()

    def _is_in_view(self, action_id: UUID | None) -> bool:
        if action_id is None:
            return False
        try:
            action = self._journal.actions.get(action_id)
        except NoSuchThing:  # the trash was emptied of it
            return False
        return action.trashed_at is None and view_of(action) == self.view.choice

    def _show_pages(self) -> None:
        some = bool(self.actions_.rows())
        self.pages.setCurrentWidget(self.page if some or self._writing_new else self.empty)
        self.list_card.setVisible(some)
        heading, words = (self._said(text) for text in _EMPTY[str(self.view.choice)])
        self.empty.say(heading, words, "" if self.view.choice == CLOSED else self._new_words())

    def _new_words(self) -> str:
        return {
            ActionKind.ASK: self.tr("Write what you ask for"),
            ActionKind.IMPROVEMENT: self.tr("Write an idea down"),
        }.get(self._kind(), self.tr("New action"))

    @staticmethod
    def _said(text: str) -> str:
        return QCoreApplication.translate("ActionsScreen", text)

    def _focus(self) -> None:
        if self._writing_new:
            self.action.text.setFocus()
        elif self.actions_.rows():
            self.actions_.setFocus()
        else:
            self.view.button(self.view.choice).setFocus()

    def _turn(self) -> None:
        """Another view was chosen: what is being typed is saved, and the first of its actions is shown."""
        self.action.leave()
        self._writing_new = False
        self.actions_.start(self._load)
        self._show_pages()
        self._open_current()

    def _look_at(self, view: str) -> None:
        if view != self.view.choice:
            self.view.choice = view

    def _kind(self) -> ActionKind:
        """Of which kind something new is in the view."""
        return self.view.choice if isinstance(self.view.choice, ActionKind) else ActionKind.ACTION

    def _choose(self, action_id: object) -> None:
        if isinstance(action_id, UUID) and action_id != self.action.action_id:
            self._open(action_id)

    def _open_current(self) -> None:
        """The current row, or the first; none where there are none."""
        rows = self.actions_.rows()
        current = self.actions_.current_id() or (rows[0].id if rows else None)
        self._open(current if isinstance(current, UUID) else None)

    def _begin_new(self) -> None:
        self._look_at(self._kind())
        self._open(None, writing=True)

    def _open(self, action_id: UUID | None, *, writing: bool = False) -> None:
        """Show an action, or a new one, once the one before is saved; one that cannot be saved stays a draft."""
        self.action.leave()
        self._writing_new = writing
        if action_id is not None:
            self.action.open(action_id)
        elif writing:
            self.action.begin(self._kind())
        else:
            self.action.close_action()
        self.page_scroll.verticalScrollBar().setValue(0)
        self.page_scroll.setVisible(action_id is not None or writing)
        if action_id is None:
            self.actions_.clearSelection()
            self.actions_.setCurrentIndex(self.actions_.rootIndex())
        else:
            self.actions_.choose(action_id)
        if writing:
            self.pages.setCurrentWidget(self.page)
            self.action.text.setFocus()

    def _kept(self, action_id: UUID) -> None:
        """A new one was written: shown where it belongs, whatever kind it became."""
        self._writing_new = False
        self._look_at(view_of(self._journal.actions.get(action_id)))
        self._open(action_id)

    def _end_in_list(self, action_id: object) -> None:
        if isinstance(action_id, UUID) and self.action.leave():
            action_endings.end_in(self.actions_, self._journal, action_id, self.toast.emit)

    def _end(self, action_id: UUID, state: ActionState) -> None:
        action_endings.end(self._journal, action_id, state, self.toast.emit)

    def _trash(self, action_id: object) -> None:
        if isinstance(action_id, UUID):
            self.action.leave()
            self._journal.actions.trash(action_id)
            self.toast.emit(
                self.tr("Action moved to the trash"), partial(self._journal.actions.restore, action_id)
            )
