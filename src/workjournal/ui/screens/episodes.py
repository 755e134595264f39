"""Episodes: everything that happened, newest first; a year of days and a few filters to find the way."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QWidget

from workjournal.domain.episode import Episode, Kind
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.reflection import Reflection
from workjournal.journal.episodes import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.ui import form, icons, words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.heat_map import WEEKS, HeatMap
from workjournal.ui.widgets.paged_list import PagedList
from workjournal.ui.widgets.row_list import Row, RowChip

FILTERS = ("period", "kind", "tag", "person", "skill", "start", "end")
WEEK, MONTH, YEAR, OWN = "week", "month", "year", "own"
MOST_TAGS = 2
A_YEAR = dt.timedelta(weeks=WEEKS - 1)


class EpisodesScreen(Screen):
    """The list. Enter opens, R reflects, Delete moves to the trash."""

    name = "episodes"
    title = QT_TRANSLATE_NOOP("EpisodesScreen", "Episodes")
    icon = "list"
    shows = frozenset({Episode, Reflection, Tag, Person, Skill})
    shortcut = "Ctrl+2"

    count: QLabel
    names: QPushButton
    create_episode: QPushButton
    pages: QStackedWidget
    list_page: QWidget
    span: QLabel
    earlier: QPushButton
    later: QPushButton
    year: HeatMap
    period: ChoiceBox
    kind: ChoiceBox
    tag: ChoiceBox
    person: ChoiceBox
    skill: ChoiceBox
    clear: QPushButton
    own_range: QWidget
    start: DateField
    end: DateField
    results: QStackedWidget
    entries: PagedList
    nothing: EmptyState
    empty: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._last = journal.today()
        self._wanted = EpisodeFilter()
        self._setting = False
        self.period.set_choices(
            [
                Choice(WEEK, self.tr("This week")),
                Choice(MONTH, self.tr("This month")),
                Choice(YEAR, self.tr("This year")),
                Choice(OWN, self.tr("Own range")),
            ],
            none=self.tr("All time"),
        )
        self.kind.set_choices(words.kind_choices(), none=self.tr("Any kind"))
        self._connect()

    def refresh(self) -> None:
        self._setting = True
        for box, labels, none in (
            (self.tag, self._journal.tags, self.tr("Any tag")),
            (self.person, self._journal.people, self.tr("Anyone")),
            (self.skill, self._journal.skills, self.tr("Any skill")),
        ):
            box.set_choices([Choice(name, name) for name in labels.names()], none=none)
        self._setting = False
        self._wanted = self._filter()
        self._show_year()
        self._show_state()
        self.entries.renew(self._rows)

    def arrive(self, what: object) -> None:
        if isinstance(what, dt.date):
            self.year.day = what
        self.entries.setFocus()

    def _connect(self) -> None:
        for field in form.fields(self, FILTERS).values():
            form.changed(field).connect(self._filtered)
        self.year.changed.connect(self._day_chosen)
        self.earlier.clicked.connect(lambda: self._turn(-A_YEAR))
        self.later.clicked.connect(lambda: self._turn(A_YEAR))
        for clears in (self.clear.clicked, self.nothing.acted):
            clears.connect(self.clear_filters)
        for creates in (self.create_episode.clicked, self.empty.acted):
            creates.connect(lambda: self.go.emit("episode", New()))
        self.names.clicked.connect(lambda: self.go.emit("names", None))
        self.entries.opened.connect(partial(self.go.emit, "episode"))
        self.entries.action.connect(self._reflect)
        self.entries.trashed.connect(self._trash)
        self.entries.menu.connect(self._open_menu)

    def clear_filters(self) -> None:
        """Show everything again."""
        self._set(dict.fromkeys(FILTERS))
        self.entries.setFocus()

    def _set(self, values: dict[str, object]) -> None:
        self._setting = True
        form.show(self, values, FILTERS)
        self._setting = False
        self._filtered()

    def _filtered(self) -> None:
        """Some filter changed: begin the list anew."""
        if self._setting:
            return
        self._wanted = self._filter()
        self._show_year()
        self._show_state()
        self.entries.start(self._rows)

    def _filter(self) -> EpisodeFilter:
        first, last = self._period()
        kind = self.kind.choice
        return EpisodeFilter(
            start=first,
            end=last,
            kind=kind if isinstance(kind, Kind) else None,
            tag=_text(self.tag.choice),
            person=_text(self.person.choice),
            skill=_text(self.skill.choice),
        )

    def _period(self) -> tuple[dt.date | None, dt.date | None]:
        today, chosen = self._journal.today(), self.period.choice
        if chosen == OWN:
            return self.start.day, self.end.day
        if chosen == WEEK:
            since = (today.isoweekday() - self.locale().firstDayOfWeek().value) % 7
            return today - dt.timedelta(days=since), None
        if chosen == MONTH:
            return today.replace(day=1), None
        return (today.replace(month=1, day=1) if chosen == YEAR else None), None

    def _day_chosen(self) -> None:
        if self._setting:
            return
        day = self.year.day
        self._set({"period": OWN if day else None, "start": day, "end": day})

    def _turn(self, by: dt.timedelta) -> None:
        self._last = min(self._last + by, self._journal.today())
        self._show_year()

    def _show_year(self) -> None:
        self._setting = True
        if self._last > self._journal.today() - dt.timedelta(days=7):
            self._last = self._journal.today()
        counts = self._journal.episodes.per_day(self._last - dt.timedelta(weeks=WEEKS), self._last)
        self.year.set_days(self._last, counts)
        wanted = self._wanted
        self.year.day = wanted.start if wanted.start == wanted.end else None
        self._setting = False
        spans = (words.dated(day, "MMMM yyyy") for day in (self.year.first(), self._last))
        self.span.setText(" – ".join(spans))
        self.later.setEnabled(self._last < self._journal.today())

    def _show_state(self) -> None:
        """Which of list and empty states is seen, and how many there are."""
        everything = self._journal.episodes.count()
        chosen = self._wanted != EpisodeFilter()
        fitting = self._journal.episodes.count(self._wanted) if chosen else everything
        self.clear.setVisible(chosen)
        self.own_range.setVisible(self.period.choice == OWN)
        self.pages.setCurrentWidget(self.list_page if everything else self.empty)
        self.results.setCurrentWidget(self.entries if fitting else self.nothing)
        told = self.tr("%n episode(s)", "", everything)
        if chosen:
            told = self.tr("{some} of %n episode(s)", "", everything).format(some=fitting)
        self.count.setText(told if everything else "")

    def _rows(self, limit: int, skip: int) -> Sequence[Row]:
        found = self._journal.episodes.newest(self._wanted, limit=limit, skip=skip)
        reflected = self._journal.episodes.reflected(found)
        today = self._journal.today()
        return [self._row(episode, today, reflected) for episode in found]

    def _row(self, episode: Episode, today: dt.date, reflected: Iterable[UUID]) -> Row:
        done = episode.id in reflected
        kind = RowChip(
            words.kind_word(episode.kind), words.kind_tone(episode.kind), words.kind_icon(episode.kind)
        )
        return Row(
            id=episode.id,
            lead=words.clock(episode.time) or "–",
            title=episode.title,
            second=words.excerpt(episode),
            chips=(*(RowChip(tag.name) for tag in episode.tags[:MOST_TAGS]), kind),
            number=self.tr("Reflected") if done else "",
            action=self.tr("Reflect") if not done and episode.deserves_reflection() else "",
            group=words.day(episode.date, today),
        )

    def _reflect(self, episode_id: UUID) -> None:
        known = self._journal.reflections.of_episode(episode_id)
        self.go.emit("reflection", known[-1].id if known else New(about=episode_id))

    def _trash(self, episode_id: UUID) -> None:
        self._journal.episodes.trash(episode_id)
        self.toast.emit(
            self.tr("Episode moved to the trash"), lambda: self._journal.episodes.restore(episode_id)
        )

    def _open_menu(self, episode_id: UUID, where: QPoint) -> None:
        menu = QMenu(self)
        for icon, text, act in (
            ("pencil", self.tr("Open"), partial(self.go.emit, "episode", episode_id)),
            ("notebook-pen", self.tr("Reflect"), partial(self._reflect, episode_id)),
            ("trash-2", self.tr("Move to the trash"), partial(self._trash, episode_id)),
        ):
            menu.addAction(icons.icon(icon), text).triggered.connect(lambda _=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
