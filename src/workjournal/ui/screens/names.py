"""Names: people, tags and skills, each with how often it is used; the chosen one beside the list."""

from dataclasses import dataclass
from functools import partial
from typing import Any
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
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson
from workjournal.domain.role_profile import RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.label_use import PutAway
from workjournal.journal.labels import Labels
from workjournal.ui import icons
from workjournal.ui.dialogs.put_away_label import PutAwayLabelDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import label_words
from workjournal.ui.parts.name_page import NamePage, PersonPage, SkillNamePage, TagPage
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.row_list import RowList
from workjournal.ui.widgets.segments import Choice, Segments


@dataclass(frozen=True)
class _Sort:
    """One of the three: its verbs, its page, what it is called, and what is said while there is none."""

    service: Labels[Any]
    page: NamePage[Any]
    word: str
    icon: str
    create: str
    heading: str
    teach: str


class NamesScreen(Screen):
    """What is typed of a name is saved by Enter, when another one is chosen, or on leaving."""

    name = "names"
    title = QT_TRANSLATE_NOOP("NamesScreen", "Names")
    icon = "users"
    help = "writing#names"
    shows = frozenset({Person, Tag, Skill, Episode, Goal, Lesson, SkillRating, Credential, RoleTarget})
    under = "episodes"

    kind: Segments
    back: QPushButton
    create_name: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    list_card: QFrame
    query: QLineEdit
    names: RowList
    nothing: QLabel
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._writing_new = False
        self._known: list[Tag | Skill | Person] = []
        self._counts: dict[UUID, int] = {}
        self._sorts = self._make_sorts(journal)
        self._sort = self._sorts["people"]
        self.kind.set_choices(Choice(key, sort.word, sort.icon) for key, sort in self._sorts.items())
        self.kind.choice = "people"
        self._connect()
        self._show_sort()

    def _make_sorts(self, journal: Journal) -> dict[str, _Sort]:
        people, tags, skills = PersonPage(journal, self), TagPage(journal, self), SkillNamePage(journal, self)
        return {
            "people": _Sort(
                *(journal.people, people, self.tr("People"), "users", self.tr("New person")),
                *(self.tr("Nobody yet"), self._people_words()),
            ),
            "tags": _Sort(
                *(journal.tags, tags, self.tr("Tags"), "tag", self.tr("New tag"), self.tr("No tags yet")),
                self.tr(
                    "Tags are the words you file work under. Type them where you capture it; here they are put right."
                ),
            ),
            "skills": _Sort(
                *(journal.skills, skills, self.tr("Skills"), "graduation-cap", self.tr("New skill")),
                *(self.tr("No skills yet"), self._skill_words()),
            ),
        }

    def _people_words(self) -> str:
        return self.tr(
            "People come here when you name them on an episode. Say who somebody is to you, and what stands for the "
            "name in a review pack: the name itself never does."
        )

    def _skill_words(self) -> str:
        return self.tr(
            "Skills are what you want to get better at. Name them on episodes, goals and lessons, and you see later "
            "where you practised them."
        )

    def _connect(self) -> None:
        self.kind.changed.connect(self._turn)
        self.back.clicked.connect(lambda: self.go.emit("episodes", None))
        for creates in (self.create_name.clicked, self.empty.acted):
            creates.connect(lambda *_: self._open(None))
        self.query.textChanged.connect(self._show_list)
        self.query.returnPressed.connect(self._take_first)
        self.names.selectionModel().currentChanged.connect(lambda *_: self._choose(self.names.current_id()))
        self.names.opened.connect(self._edit)
        self.names.trashed.connect(self._ask_put_away)
        for sort in self._sorts.values():
            self.detail_column.addWidget(sort.page)
            sort.page.kept.connect(self._open)
            sort.page.renamed.connect(self.names.setFocus)
            sort.page.put_away_asked.connect(self._ask_put_away)
            sort.page.page_asked.connect(partial(self.go.emit, "skills"))

    def refresh(self) -> None:
        """Read the list again; the chosen one stays, with what is being typed in it."""
        self._read()
        self._show_list()
        ids = [label.id for label in self._known]
        if self._writing_new or self._sort.page.open_id in ids:
            self._sort.page.refresh()
        else:
            self._open(ids[0] if ids else None, writing=False)
        self._show_pages()

    def arrive(self, what: object) -> None:
        if isinstance(what, New):
            self._open(None)
        elif isinstance(what, UUID):
            self._show_one(what)
        if self._writing_new:
            self._sort.page.name.setFocus()
        elif self._known:
            self.names.setFocus()
        else:
            self.empty.setFocus()

    def leave(self) -> None:
        if self._sort.page.leave():
            self._writing_new = False

    def here(self) -> object:
        return self._sort.page.open_id

    def _turn(self) -> None:
        """To another of the three, once what is typed is saved or a draft."""
        self._sort.page.leave()
        self._writing_new = False
        self._sort = self._sorts[str(self.kind.choice)]
        self.query.clear()
        self._show_sort()
        self.refresh()

    def _show_sort(self) -> None:
        sort = self._sort
        for each in self._sorts.values():
            each.page.setVisible(each is sort)
        self.create_name.setText(sort.create)
        icons.put(self.create_name, "plus")
        self.names.setAccessibleName(sort.word)
        for name, value in (
            ("icon", sort.icon),
            ("heading", sort.heading),
            ("text", sort.teach),
            ("action", sort.create),
        ):
            setattr(self.empty, name, value)

    def _show_pages(self) -> None:
        some = bool(self._known) or self._writing_new
        self.pages.setCurrentWidget(self.page if some else self.empty)
        self.list_card.setVisible(bool(self._known))
        self.create_name.setVisible(some)  # the empty page has its own

    def _read(self) -> None:
        self._known = list(self._sort.service.all())
        self._counts = self._sort.service.counts()

    def _show_list(self) -> None:
        """Those that are searched for; which one is open does not change by that."""
        wanted = self.query.text().casefold().split()
        shown = [
            label_words.row(label, self._counts.get(label.id, 0))
            for label in self._known
            if all(word in label.name.casefold() for word in wanted)
        ]
        at = self.names.verticalScrollBar().value()
        self.names.selectionModel().blockSignals(True)
        self.names.set_rows(shown)
        self.names.choose(self._sort.page.open_id)
        self.names.selectionModel().blockSignals(False)
        self.names.verticalScrollBar().setValue(at)
        self.names.setVisible(bool(shown))
        self.nothing.setVisible(not shown)

    def _show_one(self, label_id: UUID) -> None:
        """Whichever of the three it is."""
        for key, sort in self._sorts.items():
            if label_id in {label.id for label in sort.service.all()}:
                self.kind.choice = key
                self._open(label_id)
                return

    def _take_first(self) -> None:
        """Enter in the search opens the first that was found."""
        rows = self.names.rows()
        if rows:
            self._choose(rows[0].id)
            self.names.setFocus()

    def _choose(self, label_id: object) -> None:
        if isinstance(label_id, UUID) and label_id != self._sort.page.open_id:
            self._open(label_id)

    def _edit(self, label_id: UUID) -> None:
        """Enter in the list: rename it."""
        self._choose(label_id)
        self._sort.page.name.setFocus()
        self._sort.page.name.selectAll()

    def _open(self, label_id: UUID | None, *, writing: bool = True) -> None:
        """Show a name, or a new one, once the one before is saved; one that cannot be saved stays a draft."""
        page = self._sort.page
        page.leave()
        self._writing_new = label_id is None and writing
        page.open(label_id)
        self.page_scroll.verticalScrollBar().setValue(0)
        self.page_scroll.setVisible(label_id is not None or self._writing_new)
        if label_id is None:
            self.names.clearSelection()
            self.names.setCurrentIndex(self.names.rootIndex())
        elif not self.names.choose(label_id):
            self._read()
            self._show_list()
        self._show_pages()
        if self._writing_new:
            page.name.setFocus()

    def _ask_put_away(self, label_id: object) -> None:
        """Once what is being typed is saved; what cannot be saved has to be mended first."""
        service = self._sort.service
        if isinstance(label_id, UUID) and self._sort.page.leave():
            told = partial(self._told_put_away, service, service.get(label_id).name)
            PutAwayLabelDialog.ask(self, service, service.get(label_id), told)

    def _told_put_away(self, service: Labels[Any], name: str, done: PutAway) -> None:
        self.toast.emit(self.tr("{name} moved to the trash").format(name=name), partial(service.undo, done))
