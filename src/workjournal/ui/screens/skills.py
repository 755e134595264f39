"""Skills: all of them at the leading edge, the chosen one beside them, and the way to what a role needs."""

from uuid import UUID

from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workjournal.domain.episode import Episode
from workjournal.domain.label import Skill
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.label_use import PutAway
from workjournal.ui.dialogs.put_away_label import PutAwayLabelDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import skill_words
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.skills.skill_page import SkillPage
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.rated_list import RatedList, RatedRow

MANY = 8
"""From so many skills on there is a field to search in: fewer are seen at a glance."""


class SkillsScreen(Screen):
    """A list and a page; what is typed of a skill is saved when another one is chosen, or on leaving."""

    name = "skills"
    title = QT_TRANSLATE_NOOP("SkillsScreen", "Skills")
    icon = "graduation-cap"
    help = "skills"
    shows = frozenset({Skill, SkillRating, Credential, Episode})

    compare: QPushButton
    new_skill: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    list_card: QFrame
    query: QLineEdit
    skills: RatedList
    nothing: QLabel
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._writing_new = False
        self._known: list[Skill] = []
        self._rows: list[RatedRow] = []
        self.skill = SkillPage(journal, self)
        self.detail_column.addWidget(self.skill)
        self.new_skill.clicked.connect(lambda: self._open(None))
        self.compare.clicked.connect(lambda: self.go.emit("profiles", self.skill.open_id))
        self.empty.acted.connect(lambda: self._open(None))
        self.query.textChanged.connect(self._show_list)
        self.query.returnPressed.connect(self._take_first)
        self.skills.selectionModel().currentChanged.connect(lambda *_: self._choose(self.skills.current_id()))
        self.skills.opened.connect(self._choose)
        self.skills.trashed.connect(self._ask_put_away)
        self.skill.kept.connect(self._open)
        self.skill.toast.connect(self.toast)
        self.skill.episode.connect(lambda episode: self.go.emit("episode", episode))
        self.skill.put_away_asked.connect(self._ask_put_away)

    def refresh(self) -> None:
        """Read the list again; the chosen skill stays, with what is being typed in it."""
        self._known = list(self._journal.skills.all())
        latest, counts = self._journal.ratings.latest(), self._journal.credentials.counts()
        self._rows = [
            skill_words.skill_row(skill, latest.get(skill.id), counts.get(skill.id, 0))
            for skill in self._known
        ]
        known = {skill.id for skill in self._known}
        self._show_pages()
        self._show_list()
        if self._writing_new or self.skill.open_id in known:
            self.skill.refresh()
        else:
            self._open(self._known[0].id if known else None, writing=False)

    def arrive(self, what: object) -> None:
        if isinstance(what, New):
            self._open(None)
        elif isinstance(what, UUID):
            self.query.clear()
            self._open(what)
        if not self._writing_new and self.skill.open_id is None:
            self.refresh()  # a new one was left with nothing typed
        if self._writing_new:
            self.skill.name.setFocus()
        elif self._known:
            self.skills.setFocus()
            self.skills.doItemsLayout()
            self.skills.scrollTo(self.skills.currentIndex())
        else:
            self.empty.setFocus()

    def leave(self) -> None:
        if self.skill.leave():
            self._writing_new = False

    def here(self) -> object:
        return New() if self._writing_new else self.skill.open_id

    def _show_pages(self) -> None:
        some = bool(self._known)
        self.pages.setCurrentWidget(self.page if some or self._writing_new else self.empty)
        self.list_card.setVisible(some)
        self.compare.setVisible(some)
        self.query.setVisible(len(self._known) > MANY or bool(self.query.text()))

    def _show_list(self) -> None:
        """The skills that are searched for; which one is open does not change by that."""
        wanted = self.query.text().casefold().split()
        shown = [row for row in self._rows if all(word in row.title.casefold() for word in wanted)]
        at = self.skills.verticalScrollBar().value()
        self.skills.selectionModel().blockSignals(True)
        self.skills.set_rows(shown)
        self.skills.choose(self.skill.open_id)
        self.skills.selectionModel().blockSignals(False)
        self.skills.verticalScrollBar().setValue(at)
        self.skills.setVisible(bool(shown))
        self.nothing.setVisible(bool(self._known) and not shown)

    def _take_first(self) -> None:
        """Enter in the search opens the first that was found."""
        rows = self.skills.rows()
        if rows:
            self._choose(rows[0].id)
            self.skills.setFocus()

    def _choose(self, skill_id: object) -> None:
        if isinstance(skill_id, UUID) and (skill_id != self.skill.open_id):
            self._open(skill_id)

    def _open(self, skill_id: UUID | None, *, writing: bool = True) -> None:
        """Show a skill, or a new one, once the one before is saved; one that cannot be saved stays a draft."""
        self.skill.leave()
        self._writing_new = skill_id is None and writing
        self.skill.open(skill_id)
        self.page_scroll.verticalScrollBar().setValue(0)
        self.page_scroll.setVisible(skill_id is not None or self._writing_new)
        if skill_id is None:
            self.skills.clearSelection()
            self.skills.setCurrentIndex(self.skills.rootIndex())
        else:
            self.skills.choose(skill_id)
        self._show_pages()
        if self._writing_new:
            self.skill.name.setFocus()

    def _ask_put_away(self, skill_id: object) -> None:
        """Once what is being typed is saved; what cannot be saved has to be mended first."""
        if isinstance(skill_id, UUID) and self.skill.leave():
            skills = self._journal.skills
            PutAwayLabelDialog.ask(self, skills, skills.get(skill_id), self._told_put_away)

    def _told_put_away(self, done: PutAway) -> None:
        self.toast.emit(self.tr("Skill deleted"), lambda: self._journal.skills.undo(done))
