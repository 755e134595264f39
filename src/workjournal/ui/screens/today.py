"""Today: what happened, in under a minute; what is worth a minute; the rhythm of the week."""

import datetime as dt
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Preference
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.journal import weekly_look
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.settings import Settings
from workjournal.ui import errors, form, words
from workjournal.ui.autosave import Autosave
from workjournal.ui.dialogs.pulse import PulseDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.pending_words import PendingWords
from workjournal.ui.parts.recognition import Recognition
from workjournal.ui.parts.worth_rows import WorthRows
from workjournal.ui.places import New
from workjournal.ui.reminders import working_days
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.row_list import RowList
from workjournal.ui.widgets.segments import Segments
from workjournal.ui.widgets.timeline import Timeline, TimelineRow
from workjournal.ui.widgets.week_strip import WeekStrip

DRAFT = "capture"
FIELDS = ("text", "kind", "tags")
OFFERED = (Kind.WIN, Kind.CHALLENGE, Kind.FEEDBACK, Kind.DECISION, Kind.LEARNING)
"""Plain work is what remains when no chip is pressed."""


class TodayScreen(Screen):
    """Capture on top, the day below, what is due beside it."""

    name = "today"
    title = QT_TRANSLATE_NOOP("TodayScreen", "Today")
    icon = "sun"
    help = "writing#today"
    shows = frozenset(
        {Episode, Reflection, Goal, CheckIn, Action, Lesson, Recall, Pulse, Pack, Preference, Settings}
    )
    shortcut = "Ctrl+1"

    heading: QLabel
    day: QLabel
    earlier: QPushButton
    later: QPushButton
    to_today: QPushButton
    full_episode: QPushButton
    question: QLabel
    timer: QLabel
    text: ProseEdit
    recognised: QFrame
    kind: Segments
    tags: LabelField
    save: QPushButton
    problem: QLabel
    captured: QLabel
    count: QLabel
    all_episodes: QPushButton
    timeline: Timeline
    nothing: QLabel
    worth_card: QFrame
    worth: RowList
    rhythm_words: QLabel
    week: WeekStrip
    look_at_week: QPushButton
    earlier_card: QFrame
    earlier_heading: QLabel
    earlier_text: QLabel
    earlier_open: QPushButton

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._today = self._shown = journal.today()
        self._began: dt.datetime | None = None
        self._year_ago: UUID | None = None
        self._worth = WorthRows(journal, self.worth)
        self.kind.set_choices(words.kind_choices(*OFFERED))
        self._autosave = Autosave(self, self._keep, FIELDS)
        self._pending = PendingWords(self._autosave, journal.drafts, lambda: DRAFT)
        self._seen = Recognition(journal, self.text, self.recognised, lambda: self._shown)
        self._second = QTimer(self, interval=1000)
        self._connect()
        self._resume()

    def refresh(self) -> None:
        self._today = today = self._journal.today()
        self.day.setText(words.day(self._shown, today))
        is_today = self._shown == today
        self.to_today.setVisible(not is_today)
        self.later.setEnabled(self._shown < today)
        self.question.setText(
            self.tr("What happened at work today?")
            if is_today
            else self.tr("What happened at work that day?")
        )
        self.captured.setText(self.tr("Captured today") if is_today else self.tr("Captured that day"))
        self.tags.set_known(self._journal.tags.names())
        self._seen.renew()
        self._show_day()
        self.worth_card.setVisible(self._worth.show_due(today))
        self._show_week()
        self.look_at_week.setVisible(weekly_look.latest(today).end >= today)
        self._show_year_ago()

    def arrive(self, what: object) -> None:
        if isinstance(what, dt.date):
            self._turn_to(what)
        self._follow()
        self.text.setFocus()
        if what is DueKind.PULSE:
            self._ask_pulse()

    def leave(self) -> None:
        self._autosave.flush()

    def here(self) -> object:
        return self._shown if self._shown != self._today else None

    def _connect(self) -> None:
        self.save.clicked.connect(lambda: self._seen.when_ready(self._save))
        self._seen.changed.connect(self._autosave.touch)
        self.text.changed.connect(self._typing)
        self._second.timeout.connect(self._tick)
        self.earlier.clicked.connect(lambda: self._turn_to(self._shown - dt.timedelta(days=1)))
        self.later.clicked.connect(lambda: self._turn_to(self._shown + dt.timedelta(days=1)))
        self.to_today.clicked.connect(lambda: self._turn_to(self._journal.today()))
        self.full_episode.clicked.connect(lambda: self.go.emit("episode", New()))
        self.all_episodes.clicked.connect(lambda: self.go.emit("episodes", None))
        self.timeline.opened.connect(lambda episode: self.go.emit("episode", episode))
        self.timeline.menu.connect(lambda episode, _point: self.go.emit("episode", episode))
        self.timeline.action.connect(lambda episode: self.go.emit("reflection", New(about=episode)))
        self.timeline.trashed.connect(self._trash)
        self.look_at_week.clicked.connect(lambda: self.go.emit("week", None))
        self._worth.go.connect(self.go)
        self._worth.toast.connect(self.toast)
        self._worth.pulse_asked.connect(self._ask_pulse)
        self.earlier_open.clicked.connect(lambda: self.go.emit("episode", self._year_ago))

    def _save(self) -> None:
        """Keep what was typed as an episode of the day that is shown."""
        self._pending.finish()
        now, chosen, refused = self._journal.now(), self.kind.choice, self._seen.refused
        kind = chosen if isinstance(chosen, Kind) else None
        self.problem.clear()
        with errors.inline(self.problem.setText):
            episode = self._journal.capturing.keep(
                self._seen.captured(), day=self._shown, kind=kind, tags=self.tags.labels
            )
            before = form.read(self, names=FIELDS)
            self._empty()
            self._journal.drafts.drop(DRAFT)
            told = self._told(now, episode.date)
            self.toast.emit(told, lambda: self._take_back(episode.id, before, refused))
        self.problem.setVisible(bool(self.problem.text()))
        self.text.setFocus()

    def _told(self, now: dt.datetime, day: dt.date) -> str:
        if day != self._shown:
            return self.tr("Episode saved: {day}").format(day=words.day(day, now.date()))
        if self._began is None:
            return self.tr("Episode saved")
        return self.tr(
            "Episode saved in %n second(s)", "", max(1, round((now - self._began).total_seconds()))
        )

    def _take_back(self, episode_id: UUID, before: dict[str, object], refused: list[str]) -> None:
        """Put the capture back into its fields; what was begun meanwhile stays below it."""
        self._journal.episodes.trash(episode_id)
        if self.text.text:
            refused = [*refused, *self._seen.refused]
            before = {"text": f"{before['text']}\n\n{self.text.text}"}
        form.show(self, before, FIELDS)
        self._seen.refuse(refused)
        self.text.go_to_end()
        self.text.setFocus()

    def _empty(self) -> None:
        with self._autosave.quiet():
            form.show(self, {"text": "", "kind": None, "tags": []}, FIELDS)
        self._autosave.forget()
        self._second.stop()

    def _typing(self) -> None:
        if self.text.text and not self._second.isActive():
            self._follow()
            self._began = self._journal.now()
            self._second.start()
        self._tick()

    def _follow(self) -> None:
        """A window that was open over midnight goes on to the new day, if it was at the day before and not in a text."""
        today = self._journal.today()
        if self._shown == self._today < today and not self._second.isActive():
            self._turn_to(today)

    def _tick(self) -> None:
        seconds = 0
        if self.text.text and self._began is not None:
            seconds = round((self._journal.now() - self._began).total_seconds())
        self.timer.setText(f"{seconds // 60}:{seconds % 60:02}")

    def _keep(self, values: dict[str, object]) -> None:
        kind = values["kind"]
        fields = {
            **values,
            "kind": kind.value if isinstance(kind, Kind) else None,
            "refused": self._seen.refused,
        }
        if values["text"] or values["tags"]:
            self._journal.drafts.keep(DRAFT, fields)
        else:
            self._journal.drafts.drop(DRAFT)

    def _resume(self) -> None:
        """Put back what was being typed when the program ended."""
        draft = self._journal.drafts.find(DRAFT)
        self.problem.setVisible(False)
        self._tick()
        if draft is not None:
            kind = draft.fields.get("kind")
            with self._autosave.quiet():
                form.show(self, {**draft.fields, "kind": Kind(kind) if kind else None}, FIELDS)
            self._seen.refuse(draft.fields.get("refused"))
            self.text.go_to_end()
        self._pending.show()

    def _turn_to(self, day: dt.date) -> None:
        self._shown = min(day, self._journal.today())
        self.refresh()

    def _show_day(self) -> None:
        episodes = self._journal.episodes.on(self._shown)
        reflected = self._journal.episodes.reflected(episodes)
        self.timeline.set_rows(
            [self._row(episode, reflected=episode.id in reflected) for episode in episodes]
        )
        self.timeline.setVisible(bool(episodes))
        self.nothing.setVisible(not episodes)
        self.count.setText(self.tr("%n episode(s)", "", len(episodes)) if episodes else "")

    def _row(self, episode: Episode, *, reflected: bool) -> TimelineRow:
        return TimelineRow(
            id=episode.id,
            time=words.clock(episode.time),
            title=episode.title,
            excerpt=words.excerpt(episode),
            kind=words.kind_word(episode.kind),
            kind_icon=words.kind_icon(episode.kind),
            tone=words.kind_tone(episode.kind),
            tags=tuple(tag.name for tag in episode.tags),
            action="" if reflected else self.tr("Reflect"),
            state=self.tr("Reflected") if reflected else "",
        )

    def _trash(self, episode_id: UUID) -> None:
        self._journal.episodes.trash(episode_id)
        self.toast.emit(
            self.tr("Episode moved to the trash"), lambda: self._journal.episodes.restore(episode_id)
        )

    def _ask_pulse(self) -> None:
        PulseDialog.ask(self, self._journal, self.toast.emit)

    def _show_week(self) -> None:
        self.week.set_week(self._shown, {})
        days = self.week.days()
        counts = self._journal.episodes.per_day(days[0], days[-1])
        self.week.set_week(self._shown, counts)
        working = working_days(Settings.load())
        workdays = [day for day in days if day.isoweekday() in working]
        told = self.tr("{kept} of {all} workdays")
        self.rhythm_words.setText(told.format(kept=sum(day in counts for day in workdays), all=len(workdays)))

    def _show_year_ago(self) -> None:
        found = self._journal.episodes.in_earlier_years(self._shown)
        self.earlier_card.setVisible(bool(found))
        if found:
            episode, years = found[0], self._shown.year - found[0].date.year
            self._year_ago = episode.id
            self.earlier_heading.setText(self.tr("%n year(s) ago today", "", years))
            self.earlier_text.setText(f"“{episode.title}”")
