"""One skill of a role: the level it needs, and the menu of what could close the gap."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.journal.journal import Journal
from workjournal.journal.profiles import SkillGap
from workjournal.journal.service import NoSuchThing
from workjournal.ui import form
from workjournal.ui.parts import profile_words
from workjournal.ui.parts.gap_menu import GapMenu
from workjournal.ui.parts.need_form import check_level
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.widgets.rating import Rating


class GapPage(SavedPage[RoleTarget]):
    """Level and note are kept as the draft "role-target:ID" while they are typed, and saved by `leave`."""

    _draft = "role-target"
    _fields = ("level", "note")
    _makes_new = False

    toast = Signal(str, object)
    rate_asked = Signal(UUID)
    """A skill to be rated."""

    skill_name: QLabel
    gap_words: QLabel
    level: Rating
    note: QLineEdit
    rate: QPushButton
    remove: QPushButton
    save: QPushButton
    menu_place: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        self._profile_id: UUID | None = None
        self._found: SkillGap | None = None
        form.fill(self, "gap_page")
        self.menu = GapMenu(journal, self)
        self.menu_place.addWidget(self.menu)
        self._watch()
        self.level.changed.connect(self._show_typed)
        self.note.textChanged.connect(self._show_typed)
        self.save.clicked.connect(self._save_by_hand)
        self.remove.clicked.connect(self.take_out)
        self.rate.clicked.connect(self._ask_rate)
        self._show()

    @property
    def skill_id(self) -> UUID | None:
        """The skill that is shown."""
        return self._found.skill.id if self._found is not None else None

    def show_gap(self, profile: RoleProfile, found: SkillGap) -> None:
        """Show a skill of a profile as it stands now; `leave` before another one is shown."""
        self._profile_id, self._found = profile.id, found
        target = next(each for each in profile.targets if each.skill_id == found.skill.id)
        if target.id == self.open_id:
            self.refresh()
        else:
            self.open(target.id)
        self.menu.show_skill(found.skill)

    def show_none(self) -> None:
        """Forget the one that was shown, once it is saved or has gone."""
        self._found = None
        self._show_one(None)

    def take_out(self) -> None:
        """Take the skill out of the profile; the toast puts it back."""
        if self._thing is None or self._found is None:
            return
        if not self.leave():
            self._show()  # what could not be saved waits as a draft, in case the skill comes back
        target, skill, profiles = self._thing, self._found.skill, self._journal.profiles
        profiles.need_no_more(target.profile_id, skill.id)
        self.toast.emit(
            self.tr("{skill} taken out").format(skill=skill.name), partial(self._put_back, target)
        )

    def _put_back(self, target: RoleTarget) -> None:
        """Unless the role needs the skill again already."""
        profile = self._journal.profiles.get(target.profile_id)
        if all(each.skill_id != target.skill_id for each in profile.targets):
            self._journal.trash.restore(target.id)

    def _find(self, thing_id: UUID) -> RoleTarget:
        assert self._profile_id is not None
        for target in self._journal.profiles.get(self._profile_id).targets:
            if target.id == thing_id:
                return target
        raise NoSuchThing(noun="role target", id=thing_id)

    def _write(self, thing: RoleTarget) -> None:
        assert self._found is not None
        level = check_level(self.level.rating)
        self._journal.profiles.need(thing.profile_id, self._found.skill.name, level, self.note.text().strip())

    def _show_rest(self, thing: RoleTarget) -> None:  # noqa: ARG002 - the gap says more than its target
        assert self._found is not None
        self.skill_name.setText(self._found.skill.name)
        self.gap_words.setText(profile_words.sentence(self._found.gap))

    def _show_typed(self) -> None:
        self.save.setEnabled(self.is_changed())

    def _save_by_hand(self) -> None:
        before, found = self._thing, self._found
        if before is None or found is None:
            return
        back = partial(
            self._journal.profiles.need, before.profile_id, found.skill.name, before.level, before.note
        )
        if self._save():
            self.toast.emit(self.tr("{skill} changed").format(skill=found.skill.name), back)
        else:
            self.level.setFocus()

    def _ask_rate(self) -> None:
        if self.skill_id is not None and self.leave():
            self.rate_asked.emit(self.skill_id)
