"""A rating of a skill that was given before: change it, or take it back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.label import Skill
from workjournal.domain.levels import Level
from workjournal.domain.skill_record import SkillRating
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tab_order
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts.rating_fields import RatingFields


class RatingDialog(Fitted):
    """Saves by itself; `taken_back` only asks for it."""

    taken_back = Signal()

    fields_column: QVBoxLayout
    problem: QLabel
    take_back: QPushButton
    cancel: QPushButton
    agree: QPushButton

    def __init__(
        self,
        parent: QWidget | None,
        journal: Journal,
        skill: Skill,
        described: Sequence[Level],
        rating: SkillRating,
    ) -> None:
        super().__init__(parent)
        form.fill(self, "rating_dialog")
        self._journal, self._rating = journal, rating
        self.fields = RatingFields(journal, self)
        self.fields_column.addWidget(self.fields)
        self.fields.set_levels(described)
        self.fields.offer_episodes(skill, rating.episode_id)
        self.fields.show_rating(rating)
        tab_order.chain(self)
        self.agree.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self._save)
        self.take_back.clicked.connect(self._take_back)
        self.fields.level.changed.connect(lambda: self._say_problem(""))
        self._say_problem("")
        self.fields.level.setFocus()

    def _save(self) -> None:
        """Into the rating as the journal has it: one that failed to be saved is not saved by accident later."""
        self._say_problem("")
        with errors.inline(self._say_problem):
            self._journal.ratings.rate(self.fields.into(self._journal.ratings.get(self._rating.id)))
            self.accept()

    def _take_back(self) -> None:
        self.reject()
        self.taken_back.emit()

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
