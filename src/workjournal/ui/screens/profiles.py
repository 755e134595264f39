"""Role profiles: what roles need, how far one is from it, and what could close a gap."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import SkillRating
from workjournal.domain.stretch_ideas import StretchIdea
from workjournal.journal.journal import Journal
from workjournal.journal.measures import Imported
from workjournal.ui.dialogs.import_profile import ImportProfileDialog
from workjournal.ui.dialogs.import_report import ImportReportDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import profile_words
from workjournal.ui.parts.profile_page import ProfilePage
from workjournal.ui.parts.sheet_drop import SheetDrop
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.row_list import Row, RowList


class ProfilesScreen(Screen):
    """A list and a page; what is typed is saved when another profile is chosen, or on leaving."""

    name = "profiles"
    title = QT_TRANSLATE_NOOP("ProfilesScreen", "Role profiles")
    icon = "target"
    help = "skills#profiles"
    shows = frozenset({RoleProfile, RoleTarget, Skill, SkillRating, Goal, Episode})
    under = "skills"

    back: QPushButton
    import_sheet: QPushButton
    new_profile: QPushButton
    pages: QStackedWidget
    empty_page: QWidget
    empty: EmptyState
    empty_drop_place: QVBoxLayout
    page: QWidget
    list_card: QFrame
    profiles: RowList
    drop_place: QVBoxLayout
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._writing_new = False
        self.profile = ProfilePage(journal, self)
        self.detail_column.addWidget(self.profile)
        told = self.tr("Columns: skill, target, description")
        self.drop, self.empty_drop = SheetDrop(told, self), SheetDrop(told, self)
        self.drop_place.addWidget(self.drop)
        self.empty_drop_place.addWidget(self.empty_drop)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("skills", None))
        self.import_sheet.clicked.connect(self.drop.ask)
        self.new_profile.clicked.connect(lambda: self._open(None))
        self.empty.acted.connect(lambda: self._open(None))
        for drop in (self.drop, self.empty_drop):
            drop.chosen.connect(self.ask_import)
        self.profiles.selectionModel().currentChanged.connect(
            lambda *_: self._choose(self.profiles.current_id())
        )
        self.profiles.opened.connect(self._choose)
        self.profiles.trashed.connect(self._trash)
        self.profile.kept.connect(self._open)
        self.profile.trash_asked.connect(self._trash)
        self.profile.toast.connect(self.toast)
        self.profile.gap_opened.connect(self._bring_into_sight)
        self.profile.gap.rate_asked.connect(lambda skill: self.go.emit("skills", skill))
        self.profile.gap.menu.go.connect(self.go)
        self.profile.gap.menu.started.connect(self._start_goal)

    def refresh(self) -> None:
        """Read the list again; the chosen profile stays, with what is being typed in it."""
        known = self._journal.profiles.all()
        at = self.profiles.verticalScrollBar().value()
        reached = self._journal.profiles.reached()
        self.profiles.selectionModel().blockSignals(True)  # the page decides which is open, not the list
        self.profiles.set_rows([_row(each, *reached[each.id]) for each in known])
        self.profiles.selectionModel().blockSignals(False)
        self.profiles.verticalScrollBar().setValue(at)
        self._show_page(bool(known) or self._writing_new)
        self.list_card.setVisible(bool(known))
        present = self.profile.open_id
        if self._writing_new or present in {each.id for each in known}:
            self.profile.refresh()
            self.profiles.choose(present)
        else:
            self._open(known[0].id if known else None, writing=False)

    def arrive(self, what: object) -> None:
        """Of a skill's id, what a role needs in it is shown, where any does."""
        if isinstance(what, New):
            self._open(None)
        elif isinstance(what, UUID) and not self._show_skill(what) and what != self.profile.open_id:
            self._open(what)
        if not self._writing_new and self.profile.open_id is None:
            self.refresh()  # a new one was left with nothing typed
        if self._writing_new:
            self.profile.name.setFocus()
        elif self.profiles.rows():
            self.profiles.setFocus()
        else:
            self.empty.setFocus()

    def leave(self) -> None:
        if self.profile.leave():
            self._writing_new = False

    def here(self) -> object:
        return New() if self._writing_new else self.profile.open_id

    def ask_import(self, file: Path) -> None:
        """Ask which role a file is of, and read it. Offered is the file's name, or that of an open profile still empty."""
        self.profile.leave()
        present = self.profile.open_id
        found = self._journal.profiles.get(present) if present is not None else None
        name = found.name if found is not None and not found.targets else _name_of(file)
        dialog = ImportProfileDialog(self, file, name, self._journal.profiles)
        dialog.settled.connect(partial(self._tell_imported, file))
        dialog.open()

    def _tell_imported(self, file: Path, read: tuple[RoleProfile, Imported]) -> None:
        profile, imported = read
        self._open(profile.id)
        title = self.tr("Read from {file}").format(file=file.name)
        ImportReportDialog.show_report(self, title, imported)

    def _show_skill(self, skill_id: UUID) -> bool:
        """Whether it is a skill; of the roles that need it the one that is open comes first."""
        if all(skill_id != skill.id for skill in self._journal.skills.all()):
            return False
        present = self.profile.open_id
        known = sorted(self._journal.profiles.all(), key=lambda profile: profile.id != present)
        for profile in known:
            if any(target.skill_id == skill_id for target in profile.targets):
                self._choose(profile.id)
                self.profile.show_skill(skill_id)
                break
        return True

    def _show_page(self, shown: bool) -> None:
        self.pages.setCurrentWidget(self.page if shown else self.empty_page)
        for button in (self.import_sheet, self.new_profile):
            button.setVisible(shown)  # the empty page has its own

    def _choose(self, profile_id: object) -> None:
        if isinstance(profile_id, UUID) and profile_id != self.profile.open_id:
            self._open(profile_id)

    def _open(self, profile_id: UUID | None, *, writing: bool = True) -> None:
        """Show a profile, or a new one, once the one before is saved; one that cannot be saved stays a draft."""
        self.profile.leave()
        self._writing_new = profile_id is None and writing
        self.profile.open(profile_id)
        self.page_scroll.verticalScrollBar().setValue(0)
        if profile_id is None:
            self.profiles.clearSelection()
            self.profiles.setCurrentIndex(self.profiles.rootIndex())
        else:
            self.profiles.choose(profile_id)
        if self._writing_new:
            self._show_page(shown=True)
            self.profile.name.setFocus()

    def _trash(self, profile_id: object) -> None:
        if isinstance(profile_id, UUID):
            self.profile.leave()
            self._journal.profiles.trash(profile_id)
            undo = partial(self._journal.profiles.restore, profile_id)
            self.toast.emit(self.tr("Profile moved to the trash"), undo)

    def _start_goal(self, skill: Skill, idea: StretchIdea) -> None:
        """Plan a goal from an idea and go to it; nothing of it is started yet."""
        if not self.profile.leave():
            return
        goal = Goal(title=idea.text, challenges=[idea.challenge], feedback_from=idea.feedback)
        self._journal.goals.add(goal, skills=[skill.name])
        self.go.emit("goal", goal.id)
        self.toast.emit(
            self.tr("Goal planned from an idea"), partial(self._take_back, goal.id, self.profile.open_id)
        )

    def _take_back(self, goal_id: UUID, profile_id: UUID | None) -> None:
        self.go.emit("profiles", profile_id)
        self._journal.goals.trash(goal_id)

    def _bring_into_sight(self) -> None:
        """The chosen gap, where it stands below the levels; its place is known once it is laid out."""
        QTimer.singleShot(0, self, self._scroll_to_gap)

    def _scroll_to_gap(self) -> None:
        gap = self.profile.right
        top = gap.mapTo(self.profile, gap.rect().topLeft()).y()
        if top > 0:
            self.page_scroll.verticalScrollBar().setValue(top - 8)


def _row(profile: RoleProfile, reached: int, needed: int) -> Row:
    tone = "ok" if needed and reached == needed else ""
    return Row(profile.id, profile.name, profile_words.covered(reached, needed), "target", tone)


def _name_of(file: Path) -> str:
    """What a file is about: team-lead_2026.csv is about "team lead 2026"."""
    return " ".join(file.stem.replace("_", " ").replace("-", " ").split())
