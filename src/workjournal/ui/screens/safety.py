"""Safety: the ways into the journal, its recovery code, locking, its folder and its trash."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from workjournal.domain.keeping import Preference
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.journal.trash import KINDS
from workjournal.settings import Settings
from workjournal.ui import errands
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.safety.guards_aside import GuardsAside
from workjournal.ui.safety.journal_card import JournalCard
from workjournal.ui.safety.locking_card import LockingCard
from workjournal.ui.safety.recovery_card import RecoveryCard
from workjournal.ui.safety.trash_card import TrashCard
from workjournal.ui.safety.ways_in_card import WaysInCard
from workjournal.ui.safety.ways_in_work import Followed
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.icon_label import IconLabel


class SafetyScreen(Screen):
    """A card for each matter, and beside them how backups and checks stand."""

    name = "safety"
    title = QT_TRANSLATE_NOOP("SafetyScreen", "Safety")
    icon = "shield-check"
    help = "privacy"
    shows = frozenset({*KINDS, Preference, Settings})
    shortcut = "Ctrl+8"

    care_icon: IconLabel
    care: QLabel
    page_scroll: QScrollArea
    content: QWidget
    content_column: QVBoxLayout
    aside_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.ways_in, self.recovery = WaysInCard(journal), RecoveryCard(journal)
        self.locking, self.folder, self.trash = LockingCard(), JournalCard(journal), TrashCard(journal)
        self.guards = GuardsAside(journal)
        for card in (self.ways_in, self.recovery, self.locking, self.folder, self.trash):
            self.content_column.addWidget(card)
        self.content_column.addStretch(1)
        self.aside_column.addWidget(self.guards)
        self.aside_column.addStretch(1)
        self._connect()

    @classmethod
    def waiting(cls, journal: Journal) -> int:
        """What needs care: the recovery code, backups that did not go well, and damage."""
        damaged = journal.health is not None and bool(journal.health.damage)
        return len(journal.agenda.about_recovery(journal.today())) + bool(journal.backups.trouble()) + damaged

    def refresh(self) -> None:
        for card in (self.ways_in, self.recovery, self.locking, self.folder, self.trash, self.guards):
            card.refresh()
        waiting = self.waiting(self._journal)
        self.care.setText(
            self.tr("%n matter(s) need care", "", waiting) if waiting else self.tr("All is well")
        )
        self.care_icon.set_icon("triangle-alert" if waiting else "shield-check")
        self.care_icon.set_tone("warn" if waiting else "ok")

    def arrive(self, what: object) -> None:
        self.ways_in.ways.setFocus()
        self.guards.refresh()  # a check or a backup since then is no change of what is shown here
        if what is DueKind.TYPE_CODE:
            self.recovery.drill()
        elif what is DueKind.WRITE_CODE:
            self.recovery.write()
        elif what == "trash":
            QTimer.singleShot(0, self, self._show_trash)  # once the page is laid out

    def leave(self) -> None:
        self.ways_in.forget()

    def _connect(self) -> None:
        self.guards.go.connect(lambda name: self.go.emit(name, None))
        self.ways_in.changed.connect(self.refresh)
        self.ways_in.code_asked.connect(self.recovery.write)
        self.ways_in.rotation_asked.connect(self.recovery.rotate)
        self.recovery.renewed.connect(self._tell_renewed)
        self.recovery.tried.connect(self._tell_tried)
        self.recovery.rotating.connect(lambda quiet: self.errand.emit(errands.Hush(quiet)))
        self.recovery.rotated.connect(self._tell_rotated)
        self.locking.chosen.connect(
            lambda minutes: self.errand.emit(errands.Change({"idle_minutes": minutes}))
        )
        self.locking.lock_asked.connect(lambda: self.errand.emit(errands.Lock()))
        self.folder.errand.connect(self.errand)
        self.trash.restored.connect(self._tell_restored)
        self.trash.emptied.connect(self._tell_emptied)

    def _show_trash(self) -> None:
        self.trash.things.setFocus()
        self.page_scroll.ensureWidgetVisible(self.trash)

    def _tell_renewed(self, followed: Followed) -> None:
        self.ways_in.say(self.tr("The new recovery code opens the journal from now on."), followed)

    def _tell_tried(self) -> None:
        self.refresh()
        self.toast.emit(self.tr("The recovery code is right"), None)

    def _tell_rotated(self, dropped: tuple[str, ...]) -> None:
        told = self.tr("The journal has a new master key.")
        if dropped:
            told += " " + self.tr("No way in any more: {names}.").format(names=", ".join(dropped))
        self.ways_in.say(told)

    def _tell_restored(self, thing: UUID, title: str) -> None:
        told = (
            self.tr("“{title}” is back").format(title=title)
            if len(title) <= 40
            else self.tr("Taken out of the trash")
        )
        self.toast.emit(told, lambda: self._journal.trash.put(thing))

    def _tell_emptied(self, things: int) -> None:
        self.refresh()
        if things:
            self.toast.emit(self.tr("%n thing(s) destroyed", "", things), None)
