"""Reflections: what is unfinished, what is worth looking back on, and all that were written."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.action import Action
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Draft
from workjournal.domain.lesson import Lesson
from workjournal.domain.offering import FREE
from workjournal.domain.period import Interval, Period, to_review
from workjournal.domain.reflection import Depth, Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import PLACE, draft_place
from workjournal.ui import icons, words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import period_words
from workjournal.ui.parts.asked_form import AskedForm
from workjournal.ui.parts.depth_check import DepthCheck
from workjournal.ui.parts.methods_on_offer import method_name
from workjournal.ui.parts.subject import subject_of
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.paged_list import PagedList
from workjournal.ui.widgets.row_list import Row, RowChip


class _Unfinished(NamedTuple):
    """The id of a row for a draft, of a new reflection or of one that is kept."""

    place: str
    kept: UUID | None


class _Waiting(NamedTuple):
    """The id of a row for an episode nobody has looked back on, or a period whose review is due."""

    about: UUID | Period


class ReflectionsScreen(Screen):
    """One list: unfinished ones, reviews that are due, episodes that wait, and what was written, newest first."""

    name = "reflections"
    title = QT_TRANSLATE_NOOP("ReflectionsScreen", "Reflections")
    icon = "notebook-pen"
    help = "reflecting"
    shows = frozenset({Reflection, Episode, Lesson, Action, Goal, Draft})
    shortcut = "Ctrl+3"

    count: QLabel
    methods: QPushButton
    review: QPushButton
    write_new: QPushButton
    pages: QStackedWidget
    list_page: QWidget
    depth_column: QVBoxLayout
    entries: PagedList
    empty: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._finished: UUID | None = None
        self.depth_check = DepthCheck(self, may_wait=True)
        self.depth_check.hide()
        self.depth_column.addWidget(self.depth_check)
        self._periods = QMenu(self)
        self._periods.aboutToShow.connect(self._list_periods)
        self.review.setMenu(self._periods)
        self.methods.clicked.connect(lambda: self.go.emit("methods", None))
        self.write_new.clicked.connect(lambda: self.go.emit("reflection", New()))
        self.depth_check.rated.connect(self._rate)
        self.depth_check.put_off.connect(lambda: self._ask_depth(None))
        self.entries.opened.connect(self._open)
        self.entries.action.connect(self._open)
        self.entries.trashed.connect(self._put_away)
        self.entries.menu.connect(self._open_menu)
        self.empty.acted.connect(lambda: self.go.emit("episode", New()))

    def refresh(self) -> None:
        top = [*self._unfinished(), *self._due(), *self._waiting()]
        self.entries.renew(self._written, top)
        self.pages.setCurrentWidget(self.list_page if self.entries.rows() else self.empty)
        waiting = self.waiting(self._journal)
        self.count.setText(self.tr("%n waiting", "", waiting) if waiting else "")

    def arrive(self, what: object) -> None:
        """Show the list; with the id of a reflection that was just finished, ask how far it went."""
        self._ask_depth(what if isinstance(what, UUID) else None)
        self.entries.setFocus()

    @classmethod
    def waiting(cls, journal: Journal) -> int:
        today = journal.today()
        return len(journal.episodes.awaiting_reflection(today)) + len(journal.reviews.due(today))

    def _ask_depth(self, finished: UUID | None) -> None:
        """For the writer alone, once, and only where it was not said yet."""
        reflection = self._journal.reflections.get(finished) if finished else None
        self._finished = finished if reflection is not None and reflection.depth is None else None
        self.depth_check.show_depth(None)
        self.depth_check.setVisible(self._finished is not None)

    def _rate(self, depth: Depth | None) -> None:
        finished, reflections = self._finished, self._journal.reflections
        if finished is None:
            return
        reflections.rate_depth(finished, depth)
        self._ask_depth(None)
        self.toast.emit(self.tr("Kept for you alone"), partial(reflections.rate_depth, finished, None))

    def _list_periods(self) -> None:
        """The period of each length whose review comes next."""
        self._periods.clear()
        for interval in Interval:
            period = to_review(interval, self._journal.today())
            act = self._periods.addAction(icons.icon("calendar-check"), period_words.title(period))
            act.triggered.connect(partial(self.go.emit, "reflection", New(about=period)))

    def _unfinished(self) -> Iterator[Row]:
        for draft in self._journal.drafts.all():
            if not draft.place.startswith(PLACE):
                continue
            kept, form = (
                draft.fields.get("reflection"),
                AskedForm.of_draft(self._journal, draft.fields, FREE.method),
            )
            subject = subject_of(self._journal, draft.place)
            answered = len(draft.fields.get("answers") or ())
            yield Row(
                _Unfinished(draft.place, UUID(kept) if kept else None),
                subject.title if subject else method_name(form.method),
                self.tr("%n question(s) answered so far", "", answered),
                "pencil",
                "accent",
                action=self.tr("Continue"),
                group=self.tr("Unfinished"),
            )

    def _due(self) -> Iterator[Row]:
        begun, today = self._begun(), self._journal.today()
        for period in self._journal.reviews.due(today):
            if draft_place(period) not in begun:
                yield Row(
                    _Waiting(period),
                    period_words.title(period),
                    period_words.ending(period, today),
                    "calendar-check",
                    "accent",
                    action=self.tr("Review"),
                    group=self.tr("Reviews due"),
                )

    def _waiting(self) -> Iterator[Row]:
        begun = self._begun()
        for episode in self._journal.episodes.awaiting_reflection(self._journal.today()):
            if draft_place(episode.id) in begun:
                continue
            kind = episode.kind
            yield Row(
                _Waiting(episode.id),
                episode.title,
                words.excerpt(episode),
                block=_block(episode.date),
                chips=(RowChip(words.kind_word(kind), words.kind_tone(kind), words.kind_icon(kind)),),
                action=self.tr("Reflect"),
                group=self.tr("Worth looking back on"),
            )

    def _begun(self) -> set[str]:
        """Where there are drafts of new reflections."""
        return {draft.place for draft in self._journal.drafts.all() if not draft.fields.get("reflection")}

    def _written(self, limit: int, skip: int) -> Sequence[Row]:
        found = self._journal.reflections.newest(limit=limit, skip=skip)
        left = self._journal.reflections.lessons_left(found)
        return [self._row(reflection, left) for reflection in found]

    def _row(self, reflection: Reflection, left: Mapping[UUID, int]) -> Row:
        asked, lessons = self._journal.methods.asked(reflection), left.get(reflection.id, 0)
        answers = (reflection.answers.get(prompt.key, "").strip() for prompt in asked.prompts)
        named = method_name(asked)
        return Row(
            reflection.id,
            self._about(reflection) or named,
            _in_a_line(next((answer for answer in answers if answer), "")),
            block=_block(reflection.date),
            chips=(RowChip(named),),
            number=self.tr("%n lesson(s)", "", lessons) if lessons else "",
            group=words.dated(reflection.date, "MMMM yyyy"),
        )

    def _about(self, reflection: Reflection) -> str:
        if reflection.episodes:
            return reflection.episodes[0].title
        if reflection.period is not None:
            return period_words.title(reflection.period)
        return self._journal.goals.get(reflection.goal_id).title if reflection.goal_id else ""

    def _open(self, row: object) -> None:
        if isinstance(row, _Waiting):
            self.go.emit("reflection", New(about=row.about))
        elif isinstance(row, _Unfinished) and row.kept is not None:
            self.go.emit("reflection", row.kept)
        elif isinstance(row, _Unfinished):
            subject = subject_of(self._journal, row.place)
            self.go.emit("reflection", New(about=subject.about if subject else None))
        else:
            self.go.emit("reflection", row)

    def _put_away(self, row: object) -> None:
        """Let a draft go, or move a reflection to the trash; an episode that waits stays."""
        if isinstance(row, _Unfinished):
            draft = self._journal.drafts.find(row.place)
            if draft is not None:
                self._journal.drafts.drop(row.place)
                keep = partial(self._journal.drafts.keep, row.place, draft.fields)
                self.toast.emit(self.tr("Unfinished reflection let go"), keep)
        elif isinstance(row, UUID):
            self._journal.reflections.trash(row)
            restore = partial(self._journal.reflections.restore, row)
            self.toast.emit(self.tr("Reflection moved to the trash"), restore)

    def _open_menu(self, row: object, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("pencil"), self.tr("Open")).triggered.connect(lambda: self._open(row))
        if not isinstance(row, _Waiting):
            away = menu.addAction(icons.icon("trash-2"), self.tr("Move to the trash"))
            away.triggered.connect(lambda: self._put_away(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)


def _block(day: dt.date) -> tuple[str, str]:
    """A date as the list's block shows it: "NOV", "19"."""
    return words.dated(day, "MMM").upper(), str(day.day)


def _in_a_line(answer: str) -> str:
    """An answer in one line; the points of a list stay apart."""
    points = [" ".join(line.split()).removeprefix("- ") for line in answer.splitlines()]
    is_list = any(line.lstrip().startswith("- ") for line in answer.splitlines())
    return (" · " if is_list else " ").join(filter(None, points))
