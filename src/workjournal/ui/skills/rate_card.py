"""The card in which one says how far one is in a skill today; what is typed in it outlives a lock."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.label import Skill
from workjournal.domain.levels import Level
from workjournal.domain.skill_record import SkillRating
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import drafted
from workjournal.ui.parts.goal_words import day
from workjournal.ui.parts.rating_fields import FIELDS, RatingFields


class RateCard(QFrame):
    """Keeps what is typed as the draft "rate:ID" of the skill."""

    toast = Signal(str, object)

    heading: QLabel
    last: QLabel
    fields_column: QVBoxLayout
    problem: QLabel
    rate: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "rate_card")
        self.setProperty("role", "card")
        self._journal = journal
        self._skill: UUID | None = None
        self._left = False
        self.fields = RatingFields(journal, self)
        self.fields_column.addWidget(self.fields)
        self.autosave = Autosave(self.fields, self._keep, FIELDS)
        self.fields.level.changed.connect(lambda: self._say_problem(""))
        self.rate.clicked.connect(self._rate)
        self._say_problem("")

    def show_skill(self, skill: Skill, last: SkillRating | None) -> None:
        """Ask about this skill; what is being typed about it already stays."""
        known = skill.id == self._skill
        if not known:
            self.autosave.flush()
        with self.autosave.quiet():
            if not known or (self._left and not self.is_begun()):
                self._skill = skill.id
                self._empty()
            draft = None if known else self._journal.drafts.find(self._place)
            also = UUID(draft.fields["episode"]) if draft and draft.fields.get("episode") else None
            self.fields.offer_episodes(skill, also)
            if draft is not None:
                drafted.show(self.fields, draft.fields, FIELDS)
        self._left = False
        self.last.setText(
            self.tr("Last: {rating} on {day}").format(rating=last.level, day=day(last.date)) if last else ""
        )

    def set_levels(self, described: Sequence[Level]) -> None:
        """What the levels mean, as they are typed."""
        self.fields.set_levels(described)

    def is_begun(self) -> bool:
        """Whether something is in the fields that was not given yet."""
        return _says_something(form.read(self.fields, names=FIELDS))

    def leave(self) -> None:
        """Keep what is typed; an empty card begins anew, with the day it is then."""
        self.autosave.flush()
        self._left = True

    @property
    def _place(self) -> str:
        return f"rate:{self._skill}"

    def _rate(self) -> None:
        if self._skill is None:
            return
        self._say_problem("")
        with errors.inline(self._say_problem):
            rating = SkillRating(skill_id=self._skill, date=self._journal.today(), level=0)
            kept = self._journal.ratings.rate(self.fields.into(rating))
            self._journal.drafts.drop(self._place)
            with self.autosave.quiet():
                self._empty()
            undo: Callable[[], object] = partial(self._journal.ratings.trash, kept.id)
            self.toast.emit(self.tr("Rated {rating}").format(rating=kept.level), undo)
        if self.problem.text():
            self.fields.level.setFocus()

    def _empty(self) -> None:
        self.autosave.forget()
        blank: dict[str, object] = {"level": None, "evidence": "", "episode": None}
        form.show(self.fields, {**blank, "date": self._journal.today()}, FIELDS)
        self._say_problem("")

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _keep(self, values: dict[str, object]) -> None:
        if self._skill is None:
            return
        if _says_something(values):
            self._journal.drafts.keep(self._place, drafted.to_json(values))
        else:
            self._journal.drafts.drop(self._place)


def _says_something(values: dict[str, object]) -> bool:
    return any(values[name] not in (None, "") for name in ("level", "evidence", "episode"))
