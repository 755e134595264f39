"""Shared packs: what was shared with whom, and what came of each meeting."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.action import Action
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import Pack
from workjournal.domain.skill_record import Credential
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import shared_words
from workjournal.ui.parts.shared_pack_page import SharedPackPage
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.due_list import DueList
from workjournal.ui.widgets.empty_state import EmptyState


class SharedPacksScreen(Screen):
    """A list and a page; what is typed of a pack is saved when another one is chosen, or on leaving."""

    name = "shared_packs"
    title = QT_TRANSLATE_NOOP("SharedPacksScreen", "Shared packs")
    icon = "share-2"
    help = "pack#after"
    shows = frozenset({Pack, Action, Episode, Goal, Lesson, Credential, Person})
    under = "pack"

    new_pack: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    list_card: QFrame
    packs: DueList
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.pack = SharedPackPage(journal, self)
        self.detail_column.addWidget(self.pack)
        self._connect()

    def refresh(self) -> None:
        """Read the list again; the chosen pack stays, with what is being typed of it."""
        known = self._journal.meetings.ledger()
        at = self.packs.verticalScrollBar().value()
        self.packs.selectionModel().blockSignals(True)  # the page decides which is open, not the list
        self.packs.set_rows([shared_words.pack_row(each) for each in known])
        self.packs.selectionModel().blockSignals(False)
        self.packs.verticalScrollBar().setValue(at)
        self.pages.setCurrentWidget(self.page if known else self.empty)
        self.new_pack.setVisible(bool(known))  # the empty page has its own
        present = self.pack.open_id
        if present in {each.pack.id for each in known}:
            self.pack.refresh()
            self.packs.choose(present)
        else:
            self._open(known[0].pack.id if known else None)

    def arrive(self, what: object) -> None:
        asked = isinstance(what, UUID) and what in {row.id for row in self.packs.rows()}
        if asked and isinstance(what, UUID) and what != self.pack.open_id:
            self._open(what)
        if not self.packs.rows():
            self.empty.setFocus()
        elif asked and self.pack.meeting_card.isVisibleTo(self.pack) and self.pack.met.day is None:
            self.pack.met.setFocus()  # how did it go?
        else:
            self.packs.setFocus()

    def leave(self) -> None:
        self.pack.leave()

    def here(self) -> object:
        return self.pack.open_id

    def _connect(self) -> None:
        for button in (self.new_pack.clicked, self.empty.acted):
            button.connect(lambda *_: self.go.emit("pack", None))
        self.packs.selectionModel().currentChanged.connect(lambda *_: self._choose(self.packs.current_id()))
        self.packs.opened.connect(self._choose)
        self.packs.trashed.connect(self._trash)
        self.pack.trash_asked.connect(self._trash)
        self.pack.drop_asked.connect(self._ask_drop)
        self.pack.go.connect(self.go)
        self.pack.toast.connect(self.toast)
        self.pack.came.connect(self._bring_into_sight)

    def _choose(self, pack_id: object) -> None:
        if isinstance(pack_id, UUID) and pack_id != self.pack.open_id:
            self._open(pack_id)

    def _open(self, pack_id: UUID | None) -> None:
        """Show a pack, once the one before is saved; one that cannot be saved stays a draft."""
        self.pack.leave()
        self.pack.open(pack_id)
        self.page_scroll.verticalScrollBar().setValue(0)
        self.page_scroll.setVisible(pack_id is not None)
        self.packs.choose(pack_id)

    def _trash(self, pack_id: object) -> None:
        if isinstance(pack_id, UUID):
            self.pack.leave()
            self._journal.meetings.trash(pack_id)
            told = self.tr("Pack moved to the trash; what was agreed stays")
            self.toast.emit(told, partial(self._journal.meetings.restore, pack_id))

    def _bring_into_sight(self, part: QWidget) -> None:
        # Its place is known once the page has been laid out again.
        QTimer.singleShot(0, self, lambda: self.page_scroll.ensureWidgetVisible(part, 0, 24))

    def _ask_drop(self, pack_id: UUID) -> None:
        """There is no undo: the copy is gone."""

        def drop() -> None:
            if self.pack.leave():
                self._journal.meetings.drop_pdf(pack_id)
                self.pack.refresh()

        ConfirmDialog.ask(
            self,
            self.tr("Remove the kept copy?"),
            self.tr(
                "The pages are removed from the journal for good. What was in the pack, and by which hash its file is "
                "known, stays in this list."
            ),
            self.tr("Remove the copy"),
            drop,
            danger=True,
        )
