"""Reflections: what is unfinished, what is worth looking back on, and all that were written."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QWidget

from workjournal.domain.action import Action
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Draft
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods import method
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui import icons, words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.subject import PLACE, subject_of
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.paged_list import PagedList
from workjournal.ui.widgets.row_list import Row, RowChip


class _Unfinished(NamedTuple):
    """The id of a row for a draft."""

    place: str


class _Waiting(NamedTuple):
    """The id of a row for an episode nobody has looked back on."""

    episode: UUID


class ReflectionsScreen(Screen):
    """One list: unfinished ones, episodes that wait, and what was written, newest first."""

    name = "reflections"
    title = QT_TRANSLATE_NOOP("ReflectionsScreen", "Reflections")
    icon = "notebook-pen"
    shows = frozenset({Reflection, Episode, Lesson, Action, Goal, Draft})
    shortcut = "Ctrl+3"

    count: QLabel
    pages: QStackedWidget
    list_page: QWidget
    entries: PagedList
    empty: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.entries.opened.connect(self._open)
        self.entries.action.connect(self._open)
        self.entries.trashed.connect(self._put_away)
        self.entries.menu.connect(self._open_menu)
        self.empty.acted.connect(lambda: self.go.emit("episode", New()))

    def refresh(self) -> None:
        top = [*self._unfinished(), *self._waiting()]
        self.entries.renew(self._written, top)
        self.pages.setCurrentWidget(self.list_page if self.entries.rows() else self.empty)
        waiting = self.waiting(self._journal)
        self.count.setText(self.tr("%n waiting", "", waiting) if waiting else "")

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is only the list
        self.entries.setFocus()

    @classmethod
    def waiting(cls, journal: Journal) -> int:
        return len(journal.episodes.awaiting_reflection(journal.today()))

    def _unfinished(self) -> Iterator[Row]:
        for draft in self._journal.drafts.all():
            if not draft.place.startswith(PLACE):
                continue
            subject = subject_of(self._journal, draft.place)
            answered = len(draft.fields.get("answers") or ())
            yield Row(
                _Unfinished(draft.place),
                subject.title if subject else self.tr("Without an episode"),
                self.tr("%n question(s) answered so far", "", answered),
                "pencil",
                "accent",
                action=self.tr("Continue"),
                group=self.tr("Unfinished"),
            )

    def _waiting(self) -> Iterator[Row]:
        today = self._journal.today()
        begun = {draft.place for draft in self._journal.drafts.all()}
        for episode in self._journal.episodes.awaiting_reflection(today):
            if f"{PLACE}{episode.id}" in begun:
                continue
            yield Row(
                _Waiting(episode.id),
                episode.title,
                words.excerpt(episode),
                block=_block(episode.date),
                chips=(
                    RowChip(
                        words.kind_word(episode.kind),
                        words.kind_tone(episode.kind),
                        words.kind_icon(episode.kind),
                    ),
                ),
                action=self.tr("Reflect"),
                group=self.tr("Worth looking back on"),
            )

    def _written(self, limit: int, skip: int) -> Sequence[Row]:
        found = self._journal.reflections.newest(limit=limit, skip=skip)
        left = self._journal.reflections.lessons_left(found)
        return [self._row(reflection, left) for reflection in found]

    def _row(self, reflection: Reflection, left: Mapping[UUID, int]) -> Row:
        asked, lessons = method(reflection.method), left.get(reflection.id, 0)
        answers = (reflection.answers.get(prompt.key, "").strip() for prompt in asked.prompts)
        named = QCoreApplication.translate("methods", asked.name)
        return Row(
            reflection.id,
            self._about(reflection) or named,
            " ".join(next((answer for answer in answers if answer), "").split()),
            block=_block(reflection.date),
            chips=(RowChip(named),),
            number=self.tr("%n lesson(s)", "", lessons) if lessons else "",
            group=words.dated(reflection.date, "MMMM yyyy"),
        )

    def _about(self, reflection: Reflection) -> str:
        if reflection.episodes:
            return reflection.episodes[0].title
        return self._journal.goals.get(reflection.goal_id).title if reflection.goal_id else ""

    def _open(self, row: object) -> None:
        if isinstance(row, _Waiting):
            self.go.emit("reflection", New(about=row.episode))
        elif isinstance(row, _Unfinished):
            subject = subject_of(self._journal, row.place)
            self.go.emit("reflection", New(about=subject.id if subject else None))
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
