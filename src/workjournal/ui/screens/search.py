"""Search: all results, ranked or the newest first, with filters, and searches that were saved."""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedWidget, QWidget

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Preference
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.search import Hit
from workjournal.ui import theme
from workjournal.ui.dialogs.rename import RenameDialog
from workjournal.ui.errands import ShowFound
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import search_examples, search_found, search_results, search_words
from workjournal.ui.parts.search_asking import Asking
from workjournal.ui.parts.search_completion import SearchCompletion
from workjournal.ui.parts.search_filters import SearchFilters
from workjournal.ui.parts.search_offers import SearchOffers
from workjournal.ui.parts.search_results import Question, Results
from workjournal.ui.parts.search_saved import SavedSearches
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.hit_list import HitList
from workjournal.ui.widgets.row_list import RowList
from workjournal.ui.widgets.segments import Segments
from workjournal.ui.window_words import in_the_window

BEST, NEWEST = "best", "newest"
_TOLD_AFTER_MS = 600


class SearchScreen(Screen):
    """One line to type in; Down or Enter goes into the results, Enter there opens one, Esc comes back to the line."""

    name = "search"
    title = QT_TRANSLATE_NOOP("SearchScreen", "Search")
    icon = "search"
    help = "search"
    shows = frozenset(
        {Episode, Reflection, Lesson, Recall, Goal, CheckIn, Forecast, Action, Attachment, Pack, OwnMethod}
        | {Tag, Person, Skill, SkillRating, Credential, Measure, Reading, MarkedChange, Pulse, RoleProfile}
        | {RoleTarget, Preference}
    )
    under = "search"

    count: QLabel
    keep: QPushButton
    beside: QPushButton
    query: QLineEdit
    problem: QLabel
    filter_bar: QWidget
    kind: ChoiceBox
    period: ChoiceBox
    has: ChoiceBox
    is_: ChoiceBox
    tag: ChoiceBox
    person: ChoiceBox
    skill: ChoiceBox
    goal: ChoiceBox
    order: Segments
    clear: QPushButton
    pages: QStackedWidget
    hits: HitList
    nothing: EmptyState
    teaching: QWidget
    examples: RowList
    aside: QWidget
    none_saved: QLabel
    saved: RowList

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._beside: bool | None = None
        self._question = Question("")
        self._instead = ""
        self._found: dict[object, Hit] = {}
        self._offers = SearchOffers(journal)
        boxes = {"kind": self.kind, "period": self.period, "has": self.has, "is": self.is_}
        boxes |= {"tag": self.tag, "person": self.person, "skill": self.skill, "goal": self.goal}
        self._filters = SearchFilters(self._offers, self.filter_bar, boxes, journal.today())
        self._completion = SearchCompletion(self.query, self._offers)
        self._searches = SavedSearches(journal, self.saved, self.none_saved)
        self._asking = Asking(self, lambda question: search_results.look(journal, cast("Question", question)))
        self._tell = QTimer(self, interval=_TOLD_AFTER_MS, singleShot=True)
        self.order.set_choices([Choice(BEST, self.tr("Best first")), Choice(NEWEST, self.tr("Newest first"))])
        self.order.choice = BEST
        self.problem.hide()
        self._connect()

    def refresh(self) -> None:
        self._offers.forget()
        self._filters.refresh(self._journal.today())
        self.examples.set_rows(search_examples.rows())
        self._searches.refresh()
        self.keep.setVisible(not self._journal.read_only)
        if self._question.line.strip():
            self._asking.ask(self._question.again(len(self._found)))
        else:
            self._show_nothing_asked()

    def arrive(self, what: object) -> None:
        """A line is searched for at once; without one, what was asked last is still there."""
        if isinstance(what, str) and what != self.query.text():
            self.query.setText(what)
        self._arrange()
        self.query.setFocus()
        self.query.selectAll()

    def here(self) -> object:
        return self.query.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.query.hasFocus():
            self.query.setFocus()
            self.query.selectAll()
        elif event.key() == Qt.Key.Key_Down and self.query.hasFocus():
            self._go_in()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.query.textChanged.connect(self._ask)
        self.query.returnPressed.connect(self._enter)
        self._filters.chosen.connect(self._take)
        self.clear.clicked.connect(lambda: self._take(self._filters.cleared()))
        self.order.changed.connect(lambda: self._ask(self.query.text()))
        self._asking.answered.connect(self._show_results)
        self._asking.refused.connect(self._refuse)
        self._tell.timeout.connect(self._announce)
        self.hits.opened.connect(self._open)
        self.hits.wanted.connect(lambda read: self._asking.ask(self._question.longer(read)))
        self.examples.opened.connect(self._take)
        self.nothing.acted.connect(lambda: self._take(self._instead))
        self._searches.chosen.connect(self._take)
        self._searches.rename_asked.connect(self._ask_name)
        self._searches.toast.connect(self.toast)
        self.keep.clicked.connect(self._ask_to_save)
        self.beside.clicked.connect(self._set_beside)

    # Searching

    def _ask(self, line: str, *, entered: bool = False) -> None:
        self._question = Question(line, self.order.choice == NEWEST, entered=entered)
        self._filters.show_line(line)
        self.clear.setVisible(self._filters.has_any())
        self.keep.setEnabled(bool(line.strip()))
        if line.strip():
            self._asking.ask(self._question)
        else:
            self._asking.forget()
            self._show_nothing_asked()

    def _enter(self) -> None:
        """Done with typing: what is unfinished is told, and the results are gone into."""
        self._ask(self.query.text(), entered=True)

    def _take(self, line: object) -> None:
        self.query.setText(str(line))
        self.query.setFocus()

    def _show_results(self, question: Question, results: Results) -> None:
        rows = results.rows
        self._found = {hit.id: hit for hit in results.hits}
        (self.hits.start if question.anew else self.hits.renew)(rows, more=results.more)
        self._complain("")
        self._instead = results.instead
        mended = self.tr("Search for {words}").format(words=results.instead) if results.instead else ""
        self.nothing.say(self.tr("Nothing found"), search_found.why_nothing(results.strange), mended)
        nothing = self.nothing if results.asked else self.teaching
        self.pages.setCurrentWidget(self.hits if rows else nothing)
        self.count.setText(search_found.counted(results.total) if results.asked else "")
        if question.anew:
            self._tell.start()
        if question.entered and question.anew:
            self._go_in()

    def _refuse(self, _question: object, problem: str) -> None:
        self._found = {}
        self.count.clear()
        self.pages.setCurrentWidget(self.teaching)
        self._complain(in_the_window(problem))
        self._tell.start()

    def _show_nothing_asked(self) -> None:
        self._found = {}
        self.count.clear()
        self._complain("")
        self.pages.setCurrentWidget(self.teaching)
        self.clear.setVisible(self._filters.has_any())
        self.keep.setEnabled(bool(self.query.text().strip()))

    def _complain(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.query.setAccessibleDescription(problem)

    def _announce(self) -> None:
        told = self.problem.text() or self.count.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.query, told))

    def _go_in(self) -> None:
        """Into what was found, or what is offered instead."""
        shown = self.examples if self.pages.currentWidget() is self.teaching else self.hits
        if self.pages.currentWidget() is self.nothing:
            self.nothing.setFocus()
        elif shown.rows():
            shown.setFocus()
            if shown.current_id() is None:
                shown.choose(shown.rows()[0].id)

    def _open(self, thing: object) -> None:
        hit = self._found[thing]
        screen, what = search_words.place_of(self._journal, hit)
        self.errand.emit(ShowFound(screen, what, search_words.found_words(hit)))

    # Saved searches

    def _ask_to_save(self) -> None:
        line = self.query.text().strip()
        dialog = RenameDialog(self, line[:60], partial(self._save, line))
        dialog.heading.setText(self.tr("Save this search"))
        dialog.setWindowTitle(dialog.heading.text())
        dialog.agree.setText(self.tr("Save"))
        dialog.settled.connect(self._saved_it)
        dialog.open()

    def _save(self, line: str, name: str) -> str:
        return self._journal.search.save(name, line).name

    def _saved_it(self, name: object) -> None:
        self._searches.refresh(name)
        self._set_beside(shown=True)
        self.toast.emit(self.tr("Search saved as “{name}”").format(name=name), None)

    def _ask_name(self, name: str) -> None:
        dialog = RenameDialog(self, name, partial(self._journal.search.rename, name))
        dialog.settled.connect(lambda renamed: self._searches.refresh(renamed.name))
        dialog.open()

    def _set_beside(self, shown: bool) -> None:
        self._beside = shown
        self._arrange()

    def _arrange(self) -> None:
        """The saved searches stand beside the results where there is room, or where they were asked for."""
        wide = self.window().width() >= theme.px(theme.TWO_COLUMNS)
        shown = wide if self._beside is None else self._beside
        self.aside.setVisible(shown)
        self.beside.setChecked(shown)
