"""A role profile: what the role is, the levels it needs with how far one is, and beside them the chosen gap."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.role_profile import RoleProfile, covered
from workjournal.journal.journal import Journal
from workjournal.journal.profiles import SkillGap
from workjournal.ui import form, theme
from workjournal.ui.parts import profile_words
from workjournal.ui.parts.gap_page import GapPage
from workjournal.ui.parts.need_form import NeedForm
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.gap_list import GapList, GapRow
from workjournal.ui.widgets.prose_edit import ProseEdit

_BESIDE = 760
"""From this width on, in pixels, the gap stands beside the levels; below them otherwise."""


class ProfilePage(SavedPage[RoleProfile]):
    """Name and description are the draft "profile:ID"; the level to add and the chosen gap have drafts of their own."""

    _draft = "profile"
    _fields = ("name", "description")

    trash_asked = Signal(UUID)
    toast = Signal(str, object)
    gap_opened = Signal()
    """A gap was chosen by a click or Enter, to be looked at."""

    sides: QBoxLayout
    right: QWidget
    right_column: QVBoxLayout
    covered_chip: Chip
    trash: QPushButton
    name: QLineEdit
    description: ProseEdit
    keep: QPushButton
    gaps_card: QFrame
    gaps: GapList
    no_gaps: QLabel
    need_place: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        self._found: dict[UUID, SkillGap] = {}
        form.fill(self, "profile_page")
        self.need, self.gap = NeedForm(journal, self), GapPage(journal, self)
        self.need_place.addWidget(self.need)
        self.right_column.addWidget(self.gap)
        self._watch()
        self._connect()
        self._show()

    def leave(self) -> bool:
        """Save everything here but the level to add, which stays a draft; False where something has to be mended."""
        saved = [super().leave(), self.gap.leave()]
        self.need.leave()
        return all(saved)

    def show_skill(self, skill_id: UUID) -> None:
        """Show the gap in a skill, where the role needs it."""
        self._choose(skill_id)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep_new)
        self.trash.clicked.connect(self._ask_trash)
        self.name.textChanged.connect(lambda _: self._say_problem(""))
        self.need.added.connect(self._show_added)
        self.gaps.selectionModel().currentChanged.connect(lambda *_: self._choose(self.gaps.current_id()))
        self.gaps.opened.connect(self._open_gap)
        self.gaps.trashed.connect(lambda _: self.gap.take_out())
        for part in (self.need, self.gap):
            part.toast.connect(self.toast)

    def _find(self, thing_id: UUID) -> RoleProfile:
        return self._journal.profiles.get(thing_id)

    def _blank(self) -> RoleProfile:
        return RoleProfile(name="")

    def _write(self, thing: RoleProfile) -> None:
        form.read(self, thing, self._fields)
        self._journal.profiles.save(thing)

    def _show_rest(self, thing: RoleProfile) -> None:
        """What is not typed: how much is reached, the gaps, the chosen one."""
        known = self._thing is not None
        for part, there in ((self.trash, known), (self.covered_chip, known), (self.keep, not known)):
            part.setVisible(there)
        self.gaps_card.setVisible(known)
        self._found = {each.skill.id: each for each in self._journal.profiles.gaps(thing.id)} if known else {}
        reached, needed = covered(each.gap for each in self._found.values())
        self.covered_chip.setText(profile_words.covered(reached, needed))
        self.covered_chip.set_tone("ok" if needed and reached == needed else "")
        self.covered_chip.updateGeometry()
        self.gaps.show_gaps([_row(each) for each in self._found.values()])
        self.gaps.setVisible(bool(self._found))
        self.no_gaps.setVisible(not self._found)
        if known:
            self.need.show_profile(thing.id)
        self._show_gap(self.gap.skill_id)

    def _show_gap(self, skill_id: UUID | None) -> None:
        """Show the gap of a skill, or the widest one where the role does not need that skill."""
        present = skill_id if skill_id in self._found else next(iter(self._found), None)
        self.right.setVisible(present is not None)
        if present is None or self._thing is None:
            self.gap.show_none()
            return
        self.gap.show_gap(self._thing, self._found[present])
        self.gaps.choose(present)

    def _choose(self, skill_id: object) -> None:
        """Show another gap, once the one before is saved; what cannot be saved stays its draft."""
        if isinstance(skill_id, UUID) and skill_id != self.gap.skill_id and skill_id in self._found:
            self.gap.leave()
            self._show_gap(skill_id)

    def _open_gap(self, skill_id: object) -> None:
        self._choose(skill_id)
        self.gap_opened.emit()

    def _show_added(self, skill_id: UUID) -> None:
        self.gap.leave()
        self.refresh()
        self._show_gap(skill_id)

    def _ask_trash(self) -> None:
        if self._thing is not None:
            self.trash_asked.emit(self._thing.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= theme.px(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self.sides.direction() != direction:
            self.sides.setDirection(direction)


def _row(found: SkillGap) -> GapRow:
    gap = found.gap
    return GapRow(found.skill.id, found.skill.name, gap.rated, gap.needed, profile_words.gap(gap), found.note)
