"""One episode: what happened, its details beside it, its files, its lessons and the way to its reflection."""

from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode, title_of
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Application, Lesson
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.ui import form, words
from workjournal.ui.attached.attachment_list import AttachmentList
from workjournal.ui.autosave import Autosave
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import drafted
from workjournal.ui.parts.applied_lessons import AppliedLessons
from workjournal.ui.parts.came_from import CameFromCard
from workjournal.ui.parts.matching_hint import MatchingHint
from workjournal.ui.parts.pending_words import TYPING, PendingWords
from workjournal.ui.parts.reflection_glance import ReflectionGlance
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.saved_mark import SavedMark
from workjournal.ui.widgets.segments import Segments

TEXTS = ("title", "story", "result", "private_note")
MORE = ("role", "setting", "source", "moment", "source_link")
PLAIN = (*TEXTS, *MORE, "kind", "date", "time", "goal_id", "difficulty", "energy", "audiences")
LABELS = ("tags", "people", "skills")
FIELDS = (*PLAIN, *LABELS)
PLACE = "episode:"


class EpisodeScreen(Screen):
    """The editor. Typing is kept as the draft "episode:ID"; leaving saves it."""

    name = "episode"
    title = QT_TRANSLATE_NOOP("EpisodeScreen", "Episode")
    icon = "list"
    help = "writing#fields"
    shows = frozenset({Episode, Reflection, Attachment, Lesson, Application, Goal, Tag, Person, Skill})
    under = "episodes"

    crumb: ElidedLabel
    saved: SavedMark
    trash: QPushButton
    show_aside: QPushButton
    done: QPushButton
    page: QScrollArea
    aside: QWidget
    title_: QLineEdit
    kind: Segments
    tags: LabelField
    story: ProseEdit
    result: ProseEdit
    private_note: ProseEdit
    people: LabelField
    skills: LabelField
    goal_id: ChoiceBox
    more: QPushButton
    more_fields: QWidget
    setting: ChoiceBox
    source: ChoiceBox
    moment: ChoiceBox
    reflection_column: QVBoxLayout
    lessons_card: QWidget
    lessons_column: QVBoxLayout
    files_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._episode: Episode | None = None
        self._shown: dict[str, object] = {}
        self.glance = ReflectionGlance(journal, self)
        self.lessons = AppliedLessons(journal, self._ready, self, self._values)
        self.files = AttachmentList(journal, self._ready, self)
        self.reflection_column.addWidget(self.glance)
        self.lessons_column.addWidget(self.lessons)
        MatchingHint(self.lessons.matching, self.page, self.saved)
        self.files_column.addWidget(self.files)
        self.came = CameFromCard(journal, self.files_column)
        self.kind.set_choices(words.kind_choices())
        self.setting.set_choices(words.setting_choices(), none=self.tr("Not said"))
        self.source.set_choices(words.source_choices(), none=self.tr("Not said"))
        self.moment.set_choices(words.moment_choices(), none=self.tr("Not said"))
        self._autosave = Autosave(self, self._keep, FIELDS, clock=self.time_of_day)
        self._pending = PendingWords(
            self._autosave, journal.drafts, lambda: self._place(self._episode) if self._episode else ""
        )
        self._connect()

    def refresh(self) -> None:
        """Read again what is shown; what was typed and is not saved yet stays."""
        for name in LABELS:
            getattr(self, name).set_known(getattr(self._journal, name).names())
        goals = [Choice(goal.id, goal.title) for goal in self._journal.goals.all()]
        with self._autosave.quiet():
            self.goal_id.set_choices(goals, none=self.tr("None"))
        if self._episode is not None:
            if self._is_kept(self._episode):
                self._take(self._journal.episodes.get(self._episode.id))
            self._show_beside(self._episode)

    def arrive(self, what: object) -> None:
        self.leave()
        if isinstance(what, UUID):
            self._open(self._journal.episodes.get(what))
        elif (unfinished := self._unfinished()) is not None:
            self._open(self._fresh(New(), unfinished))
            self.toast.emit(self.tr("Your unfinished episode is back"), lambda: self._begin_anew(unfinished))
        else:
            self._open(self._fresh(what if isinstance(what, New) else New()))

    def leave(self) -> None:
        """Save, if there is anything to save; the draft goes only when that worked."""
        if self._episode is None:
            return
        drafted.settle(self)
        self._autosave.flush()
        self._save(self._episode)

    def here(self) -> object:
        return self._episode.id if self._episode is not None and self._is_kept(self._episode) else None

    def _connect(self) -> None:
        self._autosave.kept.connect(self.saved.say)
        self._autosave.dirtied.connect(self.saved.clear)
        self.title_.textChanged.connect(self._name)
        self.more.toggled.connect(self.more_fields.setVisible)
        self.show_aside.toggled.connect(self.aside.setVisible)
        self.glance.asked.connect(self._reflect)
        self.lessons.toast.connect(self.toast)
        self.files.toast.connect(self.toast)
        for field in (self.story, self.result, self.private_note):
            field.pictured.connect(self.files.take)
        self.trash.clicked.connect(self._trash)
        self.done.clicked.connect(self._finish)

    def _open(self, episode: Episode) -> None:
        self._episode = episode
        self._shown = {}
        self.saved.clear()
        self._take(episode)
        draft = self._journal.drafts.find(self._place(episode))
        if draft is not None:
            with self._autosave.quiet():
                drafted.show(self, draft.fields, FIELDS)
        self._pending.show()
        values = self._values()
        self.more.setChecked(any(values[name] for name in MORE))
        self.more_fields.setVisible(self.more.isChecked())
        self._name()
        self._show_beside(episode)
        self.page.verticalScrollBar().setValue(0)
        (self.story if self._is_kept(episode) else self.title_).setFocus()

    def _take(self, episode: Episode) -> None:
        """Show an episode, except in fields whose text was changed here since the last time."""
        before, wanted = self._values(), _fields_of(episode)
        typed = {name for name in FIELDS if self._shown and before[name] != self._shown[name]}
        fresh = {name: wanted[name] for name in FIELDS if name not in typed and wanted[name] != before[name]}
        with self._autosave.quiet():
            if fresh:
                form.show(self, fresh, tuple(fresh))
        seen = self._values()
        self._shown = {name: wanted[name] if name in typed else seen[name] for name in FIELDS}
        self._episode = episode

    def _show_beside(self, episode: Episode) -> None:
        """What belongs to the episode without being a field of it."""
        self.glance.show_episode(episode)
        self.files.show_files(self._journal.episodes.attachments(episode.id))
        self.came.show_episode(episode)
        self.lessons_card.setVisible(self.lessons.show_episode(episode.id))

    def _save(self, episode: Episode, fallback: str = "") -> None:
        """Keep what was changed; an episode without any words is not begun."""
        values = self._values()
        changed = {name: value for name, value in values.items() if value != self._shown[name]}
        worded = fallback or any(str(values[name]).strip() for name in TEXTS)
        if (changed or fallback) and (worded or self._is_kept(episode)):
            self._write(episode, changed, values, fallback)
        self._journal.drafts.drop(self._place(episode))
        self._autosave.forget()

    def _write(
        self, episode: Episode, changed: dict[str, object], values: dict[str, object], fallback: str
    ) -> None:
        for name in PLAIN:
            if name in changed and (name != "date" or changed[name]):
                setattr(episode, name, changed[name])
        told = str(values["story"]).strip() or str(values["result"])
        title = str(values["title"]).strip() or title_of(told)
        episode.title = title or str(self._shown["title"]) or fallback or self.tr("Untitled episode")
        labels = {name: getattr(self, name).labels for name in LABELS if name in changed}
        try:
            self._journal.episodes.add(episode, **labels)
        except JournalError:
            if self._is_kept(episode):  # perhaps it was changed elsewhere: take that up, for the next try
                self._take(self._journal.episodes.get(episode.id))
            raise
        self._shown = values
        self._take(self._journal.episodes.get(episode.id))
        self.saved.say(self.time_of_day())

    def _ready(self, fallback: str) -> UUID:
        """Put the episode into the journal, so that something can be attached to it."""
        assert self._episode is not None
        if not self._is_kept(self._episode):
            self._save(self._episode, fallback)
        return self._episode.id

    def _keep(self, values: dict[str, object]) -> None:
        if self._episode is None:
            return
        if values != self._shown:
            self._journal.drafts.keep(self._place(self._episode), drafted.to_json(values))
        else:
            self._journal.drafts.drop(self._place(self._episode))

    def _finish(self) -> None:
        self.leave()
        self.go.emit("episodes", None)

    def _reflect(self) -> None:
        self.leave()
        episode = self._episode
        if episode is None or not self._is_kept(episode):
            self.title_.setFocus()
            return
        known = self._journal.reflections.of_episode(episode.id)
        self.go.emit("reflection", known[-1].id if known else New(about=episode.id))

    def _trash(self) -> None:
        self.leave()
        episode, self._episode = self._episode, None
        if episode is not None and self._is_kept(episode):
            self._journal.episodes.trash(episode.id)
            told = self.tr("Episode moved to the trash")
            self.toast.emit(told, lambda: self._journal.episodes.restore(episode.id))
        self.go.emit("episodes", None)

    def _fresh(self, what: New, episode_id: UUID | None = None) -> Episode:
        now = self._journal.now()
        goals = {goal.id for goal in self._journal.goals.all()}
        episode = Episode(
            date=now.date(),
            time=now.time().replace(second=0, microsecond=0),
            title="",
            goal_id=what.about if isinstance(what.about, UUID) and what.about in goals else None,
        )
        episode.id = episode_id or episode.id
        return episode

    def _unfinished(self) -> UUID | None:
        """An episode that was begun and never saved, because the program ended."""
        for draft in self._journal.drafts.all():
            place = draft.place.removeprefix(TYPING)
            if place.startswith(PLACE):
                try:
                    self._journal.episodes.get(UUID(place.removeprefix(PLACE)))
                except NoSuchThing:
                    return UUID(place.removeprefix(PLACE))
        return None

    def _begin_anew(self, unfinished: UUID) -> None:
        self._pending.clear()
        self._autosave.forget()
        self._journal.drafts.drop(f"{PLACE}{unfinished}")
        self._open(self._fresh(New()))

    def _name(self) -> None:
        self.crumb.setText(self.title_.text() or self.tr("New episode"))

    def _values(self) -> dict[str, object]:
        return form.read(self, names=FIELDS)

    @staticmethod
    def _is_kept(episode: Episode) -> bool:
        """Whether it is in the journal already."""
        return episode.version is not None

    @staticmethod
    def _place(episode: Episode) -> str:
        return f"{PLACE}{episode.id}"


def _fields_of(episode: Episode) -> dict[str, object]:
    """The values of an episode by the names of the form's fields."""
    plain = {name: getattr(episode, name) for name in PLAIN}
    return plain | {name: [label.name for label in getattr(episode, name)] for name in LABELS}
