"""How one rated oneself in a skill over time: as points, as a table, and one by one, to be changed or taken back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QMenu, QPushButton, QWidget

from workjournal.domain.label import Skill
from workjournal.domain.levels import Level
from workjournal.domain.skill_record import SkillRating
from workjournal.journal.journal import Journal
from workjournal.ui import form, icons
from workjournal.ui.dialogs.rating import RatingDialog
from workjournal.ui.parts import skill_words
from workjournal.ui.widgets.dated_points import DatedPoints
from workjournal.ui.widgets.figure_table import FigureTable
from workjournal.ui.widgets.rated_list import RatedList

MOST_ROWS = 8
"""Rows of the table in sight at once."""
_TIGHT, _WIDE = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch


class RatingHistory(QFrame):
    """A card on the page of a skill."""

    episode = Signal(UUID)
    toast = Signal(str, object)

    count: QLabel
    as_table: QPushButton
    points: DatedPoints
    table: FigureTable
    ratings: RatedList
    none: QLabel

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "rating_history")
        self.setProperty("role", "card")
        self._journal = journal
        self._skill: Skill | None = None
        self._levels: Sequence[Level] = ()
        self._known: dict[object, SkillRating] = {}
        self._seen_in: Mapping[UUID, str] = {}
        self.as_table.toggled.connect(self._turn)
        self.ratings.opened.connect(self.change)
        self.ratings.action.connect(self.change)
        self.ratings.trashed.connect(self.take_back)
        self.ratings.menu.connect(self._open_menu)

    def show_skill(self, skill: Skill, ratings: Sequence[SkillRating]) -> None:
        """Show its ratings, given the oldest first."""
        if self._skill is None or self._skill.id != skill.id:
            self.as_table.setChecked(False)
        self._skill = skill
        self._known = {rating.id: rating for rating in ratings}
        self._seen_in = self._journal.ratings.seen_in(skill.id)
        self._show()

    def set_levels(self, described: Sequence[Level]) -> None:
        """What the levels mean, as they are typed."""
        if list(described) != list(self._levels):
            self._levels = list(described)
            self._show()

    def change(self, rating_id: object) -> None:
        """Ask for another rating in the place of this one."""
        assert self._skill is not None
        dialog = RatingDialog(self, self._journal, self._skill, self._levels, self._known[rating_id])
        dialog.accepted.connect(lambda: self.toast.emit(self.tr("Rating changed"), None))
        dialog.taken_back.connect(lambda: self.take_back(rating_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_back(self, rating_id: object) -> None:
        """Put a rating into the trash."""
        rating = self._known[rating_id]
        self._journal.ratings.trash(rating.id)
        undo: Callable[[], object] = partial(self._journal.ratings.restore, rating.id)
        self.toast.emit(self.tr("Rating of {rating} taken back").format(rating=rating.level), undo)

    def _show(self) -> None:
        ratings = list(self._known.values())
        self.points.set_points([(rating.date, rating.level) for rating in ratings])
        self._show_table(ratings)
        self.ratings.set_rows(
            [skill_words.rating_row(rating, self._levels, self._seen_in) for rating in reversed(ratings)]
        )
        self.count.setText(skill_words.NUMBERS.ratings(len(ratings)) if ratings else "")
        self.ratings.setVisible(bool(ratings))
        self.none.setVisible(not ratings)
        self._turn()

    def _show_table(self, ratings: Sequence[SkillRating]) -> None:
        """As tall as its rows up to a few; the words share the width that day and rating leave."""
        self.table.show_table(skill_words.table(ratings, self._levels, self._seen_in))
        header, rows = self.table.horizontalHeader(), min(len(ratings), MOST_ROWS)
        for column, mode in enumerate((_TIGHT, _TIGHT, _WIDE, _WIDE)):
            header.setSectionResizeMode(column, mode)
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(header.sizeHint().height() + rows * line + 2 * self.table.frameWidth() + 2)

    def _turn(self) -> None:
        """One point alone shows nothing that the list does not say."""
        several = len(self._known) > 1
        as_table = self.as_table.isChecked()
        self.as_table.setVisible(several)
        self.points.setVisible(several and not as_table)
        self.table.setVisible(several and as_table)

    def _open_menu(self, rating_id: object, where: QPoint) -> None:
        rating, menu = self._known[rating_id], QMenu(self)
        deeds: list[tuple[str, str, Callable[[], object]]] = [
            ("pencil", self.tr("Change"), partial(self.change, rating_id)),
            ("trash-2", self.tr("Take back"), partial(self.take_back, rating_id)),
        ]
        if rating.episode_id is not None:
            deeds.append(("list", self.tr("Open the episode"), partial(self.episode.emit, rating.episode_id)))
        for icon, text, act in deeds:
            menu.addAction(icons.icon(icon), text).triggered.connect(lambda _=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
