"""What a review looks at: the period's episodes, lessons used, earlier commitments, open actions."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.action import Action, ActionState
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods.method import Method, Part
from workjournal.domain.period import Period
from workjournal.journal.journal import Journal
from workjournal.journal.reviews import Material
from workjournal.ui import tasks, words
from workjournal.ui.parts import lesson_words, period_words
from workjournal.ui.widgets.row_list import Row, RowChip, RowList

FEW = 5
"""So many rows of a group are seen at first."""
_TONES = {ActionState.OPEN: "accent", ActionState.DONE: "ok", ActionState.NOT_MET: "warn"}


class MaterialGroup(QWidget):
    """Rows under a heading; `taken` gives the lines of all of them, or of the one whose action was pressed."""

    opened = Signal(object)
    taken = Signal(list)

    def __init__(self, heading: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._lines: Mapping[UUID, str] = {}
        title = QLabel(heading, self)
        title.setProperty("role", "label")
        self.take = QPushButton(self.tr("Take over"), self)
        self.take.setObjectName(f"take_{name}")
        self.take.setProperty("role", "link")
        self.take.setAccessibleName(self.tr("Take over: {what}").format(what=heading))
        self.rows = RowList(self)
        self.rows.setObjectName(name)
        self.rows.setAccessibleName(heading)
        self.rows.set_fit(True)
        self.more = QPushButton(self)
        self.more.setObjectName(f"more_{name}")
        self.more.setProperty("role", "link")
        self.take.clicked.connect(lambda: self.taken.emit(list(self._lines.values())))
        self.rows.action.connect(self._take_one)
        self.rows.opened.connect(self.opened)
        self.more.clicked.connect(lambda: self._show(len(self._rows)))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.take)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_rows(self, rows: Iterable[Row], lines: Mapping[UUID, str]) -> None:
        """Show these; `lines` says what is taken over of each, by its id."""
        known = {row.id for row in self._rows}
        all_seen = bool(known) and self.more.isHidden()
        self._rows, self._lines = list(rows), lines
        self.take.setVisible(bool(lines))
        self._show(len(self._rows) if all_seen and known & {row.id for row in self._rows} else FEW)
        self.setVisible(bool(self._rows))

    def _show(self, most: int) -> None:
        self.rows.set_rows(self._rows[:most])
        self.more.setText(self.tr("Show all %n", "", len(self._rows)))
        self.more.setVisible(len(self._rows) > most)

    def _take_one(self, row: object) -> None:
        if isinstance(row, UUID) and row in self._lines:
            self.taken.emit([self._lines[row]])


class ReviewMaterial(QFrame):
    """Beside the questions of a review; taking over writes below what an answer has, never over it."""

    go = Signal(str, object)
    taken = Signal(str, list)
    """Key of the answer, and lines for it."""

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._journal = journal
        self._method: Method | None = None
        self._period: Period | None = None
        self._review: UUID | None = None
        self.heading = QLabel(self.tr("To look back on"), self)
        self.heading.setProperty("role", "heading")
        self.nothing = QLabel(self.tr("Nothing was written down in these days."), self)
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setMinimumWidth(1)
        self.episodes = MaterialGroup(self.tr("Episodes"), "episodes", self)
        self.lessons = MaterialGroup(self.tr("Lessons applied"), "lessons", self)
        self.commitments = MaterialGroup(self.tr("Committed to last time"), "commitments", self)
        self.open_actions = MaterialGroup(self.tr("Open actions"), "actions", self)
        self.last = QPushButton(self)
        self.last.setObjectName("last_review")
        self.last.setProperty("role", "link")
        self._last: UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 14)
        column.setSpacing(10)
        for part in (
            self.heading,
            self.nothing,
            self.commitments,
            self.episodes,
            self.lessons,
            self.open_actions,
        ):
            column.addWidget(part)
        column.addWidget(self.last, 0, Qt.AlignmentFlag.AlignLeading)
        self._connect()

    def show_period(self, period: Period | None, review: UUID | None) -> None:
        """Show what a period held, but for the actions that its review left itself.

        It is read beside the window: a quarter may have hundreds of episodes.
        """
        self.setVisible(period is not None)
        if period != self._period:
            self._clear()
        self._period, self._review = period, review
        if period is not None:
            tasks.run(lambda _: self._journal.reviews.material(period), self._show, self)

    def _clear(self) -> None:
        for group in (self.commitments, self.episodes, self.lessons, self.open_actions):
            group.show_rows((), {})
        self.nothing.hide()
        self.last.hide()

    def _show(self, material: Material) -> None:
        if material.period != self._period:
            return  # another review was opened meanwhile
        self._show_episodes(material)
        self._show_lessons(material)
        self._show_actions(material)
        self.nothing.setVisible(not material.episodes)
        last = material.last
        self._last = last.id if last else None
        self.last.setVisible(last is not None)
        if last is not None and last.period is not None:
            told = self.tr("Last review: {period}")
            self.last.setText(told.format(period=period_words.title(last.period)))

    def set_method(self, method: Method) -> None:
        """The answers there are to take it over into."""
        self._method = method

    def _connect(self) -> None:
        self.episodes.opened.connect(lambda row: self.go.emit("episode", row))
        self.lessons.opened.connect(lambda row: self.go.emit("lessons", row))
        self.commitments.opened.connect(lambda row: self.go.emit("actions", row))
        self.open_actions.opened.connect(lambda row: self.go.emit("actions", row))
        self.last.clicked.connect(lambda: self.go.emit("reflection", self._last))
        for group, key, part in (
            (self.episodes, "moved", Part.OBSERVATION),
            (self.lessons, "applied", Part.OBSERVATION),
            (self.commitments, "commitments", Part.NEXT),
            (self.open_actions, "commitments", Part.NEXT),
        ):
            group.taken.connect(lambda lines, key=key, part=part: self._take(lines, key, part))

    def _take(self, lines: list[str], key: str, part: Part) -> None:
        if self._method is not None:
            self.taken.emit(fitting(self._method, key, part), lines)

    def _show_episodes(self, material: Material) -> None:
        rows, lines = [], {}
        for episode in material.episodes:
            day = (words.dated(episode.date, "MMM").upper().rstrip("."), str(episode.date.day))
            told = " ".join(episode.result.split())
            rows.append(Row(episode.id, episode.title, told or words.kind_word(episode.kind), block=day))
            lines[episode.id] = _line(episode)
        self.episodes.show_rows(rows, lines)

    def _show_lessons(self, material: Material) -> None:
        rows, lines = [], {}
        for lesson, worked in material.applied:
            word, icon, tone = lesson_words.verdict(worked)
            rows.append(Row(lesson.id, lesson.text, _sentence(word), icon, tone))
            lines[lesson.id] = self._applied(lesson, word)
        self.lessons.show_rows(rows, lines)

    def _show_actions(self, material: Material) -> None:
        committed = [self._commitment(action) for action in material.commitments]
        still = {a.id: a.text for a in material.commitments if a.state is ActionState.OPEN}
        self.commitments.show_rows(committed, still)
        others = [action for action in material.actions if action.reflection_id != self._review]
        rows = [Row(a.id, a.text, self._due(a), action=self.tr("Commit")) for a in others]
        self.open_actions.show_rows(rows, {action.id: action.text for action in others})
        self.open_actions.take.hide()  # all of them would be more than one can keep: one by one

    def _commitment(self, action: Action) -> Row:
        state = RowChip(words.value_word(action.state), _TONES.get(action.state, ""))
        return Row(action.id, action.text, self._due(action), chips=(state,))

    def _due(self, action: Action) -> str:
        return self.tr("By {day}").format(day=words.dated(action.due, "d MMMM")) if action.due else ""

    def _applied(self, lesson: Lesson, verdict: str) -> str:
        return self.tr("{lesson} ({verdict})").format(lesson=lesson.text.rstrip("."), verdict=verdict)


def fitting(method: Method, key: str, part: Part) -> str:
    """The key of the prompt that material belongs to: the one made for it, else the first that asks for such a thing."""
    prompts = method.prompts
    named = [prompt for prompt in prompts if prompt.key == key]
    alike = [prompt for prompt in prompts if prompt.part is part]
    return (named or alike or prompts)[0].key


def _line(episode: Episode) -> str:
    """An episode in a line of an answer: its title, and what came of it."""
    result = " ".join(episode.result.split())
    return f"{episode.title}: {result}" if result else episode.title


def _sentence(word: str) -> str:
    return word[:1].upper() + word[1:]
