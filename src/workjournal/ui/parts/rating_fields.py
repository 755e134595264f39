"""What a rating of a skill consists of: where one is, by what one can tell, on which day, seen in which episode."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from workjournal.domain.label import Skill
from workjournal.domain.levels import Level, meaning
from workjournal.domain.skill_record import SkillRating
from workjournal.errors import JournalError
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.ui import form
from workjournal.ui.parts import skill_words
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating

FIELDS = ("level", "evidence", "date", "episode")
RECENT = 30
"""So many of the newest episodes with the skill are offered as evidence."""


class NotRated(JournalError):
    """There is no rating yet. Say where you are, from 0 to 100."""


class RatingFields(QWidget):
    """The words of the level that is chosen stand beside it while the slider moves."""

    level: Rating
    meaning: QLabel
    evidence: ProseEdit
    date: DateField
    episode: ChoiceBox

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "rating_fields")
        self._journal = journal
        self._levels: Sequence[Level] = ()
        self.level.changed.connect(self._say_meaning)
        self._say_meaning()

    def set_levels(self, described: Sequence[Level]) -> None:
        """What the levels mean."""
        self._levels = described
        self._say_meaning()

    def offer_episodes(self, skill: Skill, also: UUID | None = None) -> None:
        """Offer the newest episodes with the skill, and one more that is chosen already, if it is still there."""
        recent = self._journal.episodes.newest(EpisodeFilter(skill=skill.name), limit=RECENT)
        for wanted in (also, self.episode.choice):
            if isinstance(wanted, UUID) and wanted not in {one.id for one in recent}:
                with suppress(NoSuchThing):  # a draft of it outlived the trash
                    recent.append(self._journal.episodes.get(wanted))
        self.episode.set_choices(skill_words.episode_choices(recent), none=self.tr("No episode"))
        if self.episode.currentIndex() < 0:
            self.episode.choice = None

    def show_rating(self, rating: SkillRating) -> None:
        """Show one, whose episode is on offer."""
        form.show(self, rating, ("level", "evidence", "date"))
        self.episode.choice = rating.episode_id

    def into(self, rating: SkillRating) -> SkillRating:
        """The rating with what is in the fields.

        Raises:
            NotRated
        """
        level = self.level.rating
        if level is None:
            raise NotRated
        rating.level, rating.evidence = level, self.evidence.text.strip()
        rating.date = self.date.day or self._journal.today()
        rating.episode_id = self.episode.choice if isinstance(self.episode.choice, UUID) else None
        return rating

    def _say_meaning(self) -> None:
        rating = self.level.rating
        told = meaning(self._levels, rating)
        self.meaning.setText(told or self._teach(rating))
        # A reader says the words with the number.
        self.level.setAccessibleName(
            self.tr("Where you are: {meaning}").format(meaning=told) if told else self.tr("Where you are")
        )

    def _teach(self, rating: int | None) -> str:
        """What stands in the place of words that there are none of."""
        if not self._levels:
            return self.tr("Say what the levels mean to you, and their words stand here.")
        return self.tr("Move it, and the words of the level stand here.") if rating is None else ""
