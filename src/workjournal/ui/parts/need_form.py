"""A level that a role needs in a further skill: typed here, kept as a draft until it is added."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.entity import check_text
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.widgets.completer import Completer
from workjournal.ui.widgets.rating import Rating

FIELDS = ("skill", "level", "note")
_BLANK: dict[str, object] = {"skill": "", "level": None, "note": ""}


class LevelMissing(JournalError):
    """Say which level the role needs, from 0 to 100."""


def check_level(level: int | None) -> int:
    """The level that is needed.

    Raises:
        LevelMissing
    """
    if level is None:
        raise LevelMissing
    return level


class NeedForm(QFrame):
    """Its draft is "role-need:PROFILE": a skill half typed becomes none by leaving."""

    added = Signal(UUID)
    """The skill that the role needs now."""
    toast = Signal(str, object)

    skill: QLineEdit
    level: Rating
    note: QLineEdit
    add: QPushButton
    problem: QLabel

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "need_form")
        self.setProperty("role", "card-sunken")
        self._journal = journal
        self._profile_id: UUID | None = None
        self._names = QStringListModel(self)
        self.skill.setCompleter(Completer(self._names, self))
        self.autosave = Autosave(self, self._keep, FIELDS)
        for field in form.fields(self, FIELDS).values():
            form.changed(field).connect(lambda *_: self._say(""))
        self.add.clicked.connect(self._add)
        self.note.returnPressed.connect(self._add)
        self._say("")

    def show_profile(self, profile_id: UUID) -> None:
        """Be about a profile, with what was typed for it before; for the one it is about, only the skills are new."""
        self._names.setStringList(self._journal.skills.names())
        if profile_id == self._profile_id:
            return
        self.leave()
        self._profile_id = profile_id
        draft = self._journal.drafts.find(self._place())
        with self.autosave.quiet():
            form.show(self, _BLANK if draft is None else draft.fields, FIELDS)
        self._say("")

    def leave(self) -> None:
        """Keep what is typed as the draft it is."""
        self.autosave.flush()

    def _keep(self, values: dict[str, object]) -> None:
        if values != _BLANK:
            self._journal.drafts.keep(self._place(), values)
        else:
            self._journal.drafts.drop(self._place())

    def _place(self) -> str:
        return f"role-need:{self._profile_id}"

    def _add(self) -> None:
        self._say("")
        with errors.inline(self._say):
            self._save()
        if self.problem.text():
            (self.level if self.skill.text().strip() else self.skill).setFocus()

    def _save(self) -> None:
        """Add it, or change the level where the skill is needed already; the toast takes either back."""
        assert self._profile_id is not None
        profiles, profile_id = self._journal.profiles, self._profile_id
        check_text(self.tr("The skill"), self.skill.text(), self.tr("Name it."))
        level, note = check_level(self.level.rating), self.note.text().strip() or None
        before = {target.skill_id: target for target in profiles.get(profile_id).targets}
        profiles.need(profile_id, self.skill.text(), level, note)
        (skill,) = self._journal.skills.named(self.skill.text())
        self.autosave.forget()
        self._journal.drafts.drop(self._place())
        with self.autosave.quiet():
            form.show(self, _BLANK, FIELDS)
        old = before.get(skill.id)
        if old is None:
            undo = partial(profiles.need_no_more, profile_id, skill.id)
            self.toast.emit(self.tr("{skill} added").format(skill=skill.name), undo)
        else:
            back = partial(profiles.need, profile_id, skill.name, old.level, old.note)
            self.toast.emit(self.tr("{skill} changed").format(skill=skill.name), back)
        self.skill.setFocus()
        self.added.emit(skill.id)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
