"""Episodes: everything that happened, however much it is; a year and a month of days to find the way."""

import datetime as dt
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QScrollArea, QStackedWidget, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.reflection import Reflection
from workjournal.journal.episode_filter import EpisodeFilter, Order
from workjournal.journal.journal import Journal
from workjournal.settings import Settings
from workjournal.ui import icons, tasks
from workjournal.ui.dialogs.tag_episodes import TagEpisodesDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.beside import Beside
from workjournal.ui.parts.episode_days import EpisodeDays
from workjournal.ui.parts.episode_deeds import EpisodeDeeds
from workjournal.ui.parts.episode_filters import BOXES, EpisodeFilters
from workjournal.ui.parts.episode_groups import Grouping
from workjournal.ui.parts.episode_listing import EpisodeListing, View
from workjournal.ui.parts.episode_year import EpisodeYear
from workjournal.ui.places import New, Picked
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.chosen_list import ChosenList
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.heat_map import HeatMap


class EpisodesScreen(Screen):
    """The list, and two ways through its days. Enter opens, R reflects, T tags, E goes to a day without an entry."""

    name = "episodes"
    title = QT_TRANSLATE_NOOP("EpisodesScreen", "Episodes")
    icon = "list"
    help = "writing#list"
    shows = frozenset({Episode, Reflection, Tag, Person, Skill, Goal, Settings})
    shortcut = "Ctrl+2"

    count: QLabel
    names: QPushButton
    beside: QPushButton
    create_episode: QPushButton
    pages: QStackedWidget
    list_page: QWidget
    span: QLabel
    earlier: QPushButton
    later: QPushButton
    year: HeatMap
    filter_bar: QWidget
    period: ChoiceBox
    kind: ChoiceBox
    tag: ChoiceBox
    person: ChoiceBox
    skill: ChoiceBox
    goal: ChoiceBox
    reflected: ChoiceBox
    own_range: QWidget
    start: DateField
    end: DateField
    above: QStackedWidget
    order: ChoiceBox
    grouping: ChoiceBox
    clear: QPushButton
    bulk: QWidget
    number: QLabel
    tag_chosen: QPushButton
    share_chosen: QPushButton
    export_chosen: QPushButton
    trash_chosen: QPushButton
    let_go: QPushButton
    results: QStackedWidget
    entries: ChosenList
    nothing: EmptyState
    aside: QScrollArea
    empty: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        boxes: dict[str, ChoiceBox] = {name: getattr(self, name) for name in BOXES}
        self._filters = EpisodeFilters(
            journal,
            self.filter_bar,
            boxes,
            self.own_range,
            (self.start, self.end),
            (self.order, self.grouping, self.clear),
        )
        self.listing = EpisodeListing(journal, self.entries)
        self._year = EpisodeYear(journal, self.year, self.span, self.earlier, self.later)
        self.days = EpisodeDays(journal)
        self.days.setProperty("role", "page")
        self.aside.setWidget(self.days)
        Beside(self, self.aside, self.beside)
        self.deeds = EpisodeDeeds(journal, self.bulk, self.number, self.share_chosen, self.listing.chosen)
        self._offer()
        self._connect()

    def refresh(self) -> None:
        self._filters.refresh()
        self.listing.renew(self._view())
        self._show_days()

    def arrive(self, what: object) -> None:
        if isinstance(what, dt.date):
            self._go_to(what)
        self.entries.setFocus()

    def clear_filters(self) -> None:
        """Show everything again."""
        self._filters.clear()
        self.entries.setFocus()

    def _offer(self) -> None:
        self.order.set_choices(
            [
                Choice(Order.NEWEST, self.tr("Newest first")),
                Choice(Order.OLDEST, self.tr("Oldest first")),
                Choice(Order.HARDEST, self.tr("Hardest first")),
            ]
        )
        self.grouping.set_choices(
            [
                Choice(Grouping.DAY, self.tr("By day")),
                Choice(Grouping.WEEK, self.tr("By week")),
                Choice(Grouping.MONTH, self.tr("By month")),
            ]
        )
        self.order.choice, self.grouping.choice = Order.NEWEST, Grouping.DAY

    def _connect(self) -> None:
        self._filters.changed.connect(self._begin)
        for box in (self.order, self.grouping):
            box.changed.connect(self._begin)
        for clears in (self.clear.clicked, self.nothing.acted):
            clears.connect(self.clear_filters)
        for creates in (self.create_episode.clicked, self.empty.acted):
            creates.connect(lambda: self.go.emit("episode", New()))
        self.empty.second_acted.connect(lambda: self.go.emit("transfer", None))
        self.names.clicked.connect(lambda: self.go.emit("names", None))
        self._connect_list()
        self._connect_days()

    def _connect_list(self) -> None:
        self.entries.opened.connect(partial(self.go.emit, "episode"))
        self.entries.action.connect(self._reflect)
        self.entries.trashed.connect(self._trash)
        self.entries.menu.connect(self._open_menu)
        self.entries.chosen.connect(self._show_chosen)
        self.entries.lettered.connect(self._letter)
        self.listing.begun.connect(self._show_page)
        self.listing.counted.connect(self._show_count)
        self.tag_chosen.clicked.connect(self.ask_tags)
        self.export_chosen.clicked.connect(self.deeds.export)
        self.deeds.picked.connect(lambda ids: self.go.emit("transfer", Picked(ids)))
        self.trash_chosen.clicked.connect(self.deeds.trash)
        self.let_go.clicked.connect(self._let_go)
        self.deeds.done.connect(self._let_go)
        self.deeds.toast.connect(self.toast)

    def _connect_days(self) -> None:
        self.listing.viewed.connect(self._follow)
        self._year.gone.connect(self._go_to)
        self.days.gone.connect(self._go_to)
        for entered in (self.year.entered, self.days.entered):
            entered.connect(self.entries.setFocus)
        self.days.opened.connect(partial(self.go.emit, "episode"))
        self.days.writing.connect(partial(self.go.emit, "today"))

    def _view(self) -> View:
        order, grouping = self.order.choice, self.grouping.choice
        assert isinstance(order, Order)
        assert isinstance(grouping, Grouping)
        return View(self._filters.wanted(), order, grouping)

    def _begin(self) -> None:
        """Something else is wanted: begin the list anew."""
        self.listing.start(self._view())
        self._show_days()

    def _show_days(self) -> None:
        """The days of what is listed, and what can be done about it."""
        wanted = self.listing.view.wanted
        self.clear.setVisible(wanted != EpisodeFilter())
        self.grouping.setEnabled(self.order.choice is not Order.HARDEST)
        self._year.refresh(wanted)
        self.days.refresh(wanted)
        if (day := self.listing.day()) is not None and self.year.day is None:
            self._follow(day)

    def _show_page(self, fitting: int) -> None:
        """Which of list and empty states is seen."""
        anything = bool(fitting or self._journal.episodes.newest(limit=1))
        self.pages.setCurrentWidget(self.list_page if anything else self.empty)
        self.results.setCurrentWidget(self.entries if fitting else self.nothing)
        if not anything:
            self.count.clear()

    def _show_count(self, fitting: int) -> None:
        self._show_page(fitting)
        if self.listing.view.wanted == EpisodeFilter():
            self._say_count(fitting, fitting)
        else:
            everything = self._journal.episodes.count
            tasks.run(lambda _report: everything(), partial(self._say_count, fitting), self)

    def _say_count(self, fitting: int, everything: int) -> None:
        told = self.tr("%n episode(s)", "", everything)
        if self.listing.view.wanted != EpisodeFilter():
            told = self.tr("{some} of %n episode(s)", "", everything).format(some=fitting)
        self.count.setText(told if everything else "")

    def _go_to(self, day: dt.date) -> None:
        """Have a day in the list, and both calendars at it; one by difficulty has no place for a day."""
        if self.order.choice is Order.HARDEST:
            self.order.choice = Order.NEWEST
        self._follow(day)
        self.listing.go_to(day)

    def _follow(self, day: dt.date) -> None:
        self._year.show_day(day)
        self.days.show_day(day)

    def _show_chosen(self) -> None:
        number = self.listing.number_chosen()
        self.deeds.show_number(number)
        self.above.setCurrentWidget(self.bulk if number else self.filter_bar)

    def _let_go(self) -> None:
        self.entries.choose_none()
        self.entries.setFocus()

    def _letter(self, letter: str) -> None:
        if letter.lower() == "t":
            self.ask_tags()
        else:
            self.days.go_to_empty(later=letter.isupper())

    def ask_tags(self) -> None:
        """Ask which tags to put on what is chosen, or on the current episode, and which to take off."""
        chosen = self.listing.chosen()
        if chosen is None:
            return
        dialog = TagEpisodesDialog(
            self,
            len(chosen),
            self._journal.tags.names(),
            lambda add, remove: self._journal.episode_bulk.tag(chosen, add=add, remove=remove),
        )
        dialog.settled.connect(self.deeds.tagged)
        dialog.open()

    def _reflect(self, episode_id: UUID) -> None:
        known = self._journal.reflections.of_episode(episode_id)
        self.go.emit("reflection", known[-1].id if known else New(about=episode_id))

    def _trash(self, episode_id: UUID | None) -> None:
        """What is chosen, else the one."""
        if self.entries.marks or episode_id is None:
            self.deeds.trash()
            return
        self._journal.episodes.trash(episode_id)
        self.toast.emit(
            self.tr("Episode moved to the trash"), lambda: self._journal.episodes.restore(episode_id)
        )

    def _open_menu(self, episode_id: UUID, where: QPoint) -> None:
        menu = QMenu(self)
        for icon, text, act in (
            ("pencil", self.tr("Open"), partial(self.go.emit, "episode", episode_id)),
            ("notebook-pen", self.tr("Reflect"), partial(self._reflect, episode_id)),
            ("tag", self.tr("Tags"), self.ask_tags),
            ("trash-2", self.tr("Move to the trash"), partial(self._trash, episode_id)),
        ):
            menu.addAction(icons.icon(icon), text).triggered.connect(lambda _=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
