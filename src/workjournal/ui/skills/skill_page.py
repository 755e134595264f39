"""One skill: its name, what its levels mean, how one rates oneself in it, and what others certified."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.label import Skill
from workjournal.domain.levels import Level, check_levels, levels
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import form, tab_order
from workjournal.ui.parts.level_rows import LevelRows
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.skills.credentials_card import CredentialsCard
from workjournal.ui.skills.rate_card import RateCard
from workjournal.ui.skills.rating_history import RatingHistory
from workjournal.ui.widgets.prose_edit import ProseEdit


class SkillPage(SavedPage[Skill]):
    """Typing is kept as the draft "skill:ID" and saved by `leave`; the cards below keep what is theirs."""

    _draft = "skill"
    _fields = ("name", "description", "levels")

    put_away_asked = Signal(UUID)
    episode = Signal(UUID)
    toast = Signal(str, object)

    skill_heading: QLabel
    name: QLineEdit
    description: ProseEdit
    levels_column: QVBoxLayout
    level_problem: QLabel
    add_level: QPushButton
    keep: QPushButton
    put_away: QPushButton
    beside_column: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        form.fill(self, "skill_page")
        self.levels = LevelRows(self)
        self.levels_column.addWidget(self.levels)
        self.rate, self.history = RateCard(journal, self), RatingHistory(journal, self)
        self.credentials = CredentialsCard(journal, self)
        self._beside = (self.rate, self.history, self.credentials)
        for part in self._beside:
            self.beside_column.addWidget(part)
            part.toast.connect(self.toast)
        self._watch()
        self.name.textChanged.connect(lambda: self._say_problem(""))
        self.levels.changed.connect(self._levels_typed)
        self.levels.reordered.connect(lambda: tab_order.chain(self))
        self.levels.emptied.connect(self.add_level.setFocus)
        self.add_level.clicked.connect(self.levels.add)
        self.keep.clicked.connect(self._keep_new)
        self.put_away.clicked.connect(self._ask_put_away)
        self.history.episode.connect(self.episode)
        self._show()

    def leave(self) -> bool:
        """Save what was typed of the skill; a rating half given stays a draft."""
        self.rate.leave()
        return super().leave()

    def _find(self, thing_id: UUID) -> Skill:
        return self._journal.skills.get(thing_id)

    def _blank(self) -> Skill:
        return Skill(name="")

    def _write(self, thing: Skill) -> None:
        form.read(self, thing, self._fields)
        self._journal.skills.save(thing)

    def _show_rest(self, thing: Skill) -> None:
        """The cards below, for a skill that is kept."""
        known = self._thing is not None
        self.skill_heading.setText(self.tr("Skill") if known else self.tr("New skill"))
        self.keep.setVisible(not known)
        self.put_away.setVisible(known)
        for part in self._beside:
            part.setVisible(known)
        if known:
            ratings = self._journal.ratings.of(thing.id)
            self.rate.show_skill(thing, ratings[-1] if ratings else None)
            self.history.show_skill(thing, ratings)
            self.credentials.show_skill(thing.id)

    def _show_typed(self) -> None:
        described = self._described()
        self.rate.set_levels(described)
        self.history.set_levels(described)

    def _levels_typed(self) -> None:
        self._say_problem("")
        self._show_typed()

    def _described(self) -> list[Level]:
        """The levels that have words, as they are typed."""
        return [level for level in levels(self.levels.levels) if level.text.strip()]

    def _say_problem(self, text: str) -> None:
        """What is wrong with a level stands below the levels, anything else below the name."""
        of_levels = bool(text) and text == _trouble(self.levels.levels)
        self.level_problem.setText(text if of_levels else "")
        self.level_problem.setVisible(of_levels)
        super()._say_problem("" if of_levels else text)

    def _save(self) -> bool:
        return super()._save() and not self.level_problem.text()

    def _keep_new(self) -> None:
        super()._keep_new()
        if self.level_problem.text():
            self.levels.focus_trouble()

    def _ask_put_away(self) -> None:
        if self._thing is not None:
            self.put_away_asked.emit(self._thing.id)


def _trouble(kept: list[dict[str, Any]]) -> str:
    """Why these levels cannot be kept, or ""."""
    try:
        check_levels(kept)
    except JournalError as error:
        return str(error)
    return ""
