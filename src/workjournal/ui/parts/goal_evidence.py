"""Episodes that may be evidence of a goal, beside it: each is added by one key."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.evidence import MOST
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts import goal_words
from workjournal.ui.parts.did_it_work import small_button, words
from workjournal.ui.widgets.elided_label import ElidedLabel


class _Place(QFrame):
    """One episode: its title and day, its key, a way to it."""

    pressed, looked = Signal(), Signal()

    def __init__(self, parent: QWidget, keys: str) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-sunken")
        self.episode: UUID | None = None
        self.title, self.second = ElidedLabel(self), ElidedLabel(self)
        self.second.setProperty("role", "caption")
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self.pressed)
        self.open = small_button(self, "external-link", self.tr("Open the episode"), "")
        self.open.clicked.connect(self.looked)
        kbd = QLabel(keys, self)
        kbd.setProperty("role", "kbd")
        self._keys = keys
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.title, 1)
        head.addWidget(self.open)
        foot.setSpacing(4)
        foot.addWidget(self.second, 1)
        foot.addWidget(kbd, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.add)
        column.setContentsMargins(12, 4, 4, 2)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(foot)
        self.hide()

    def say(self, episode: Episode, second: str) -> None:
        self.episode = episode.id
        self.title.setText(episode.title)
        self.second.setText(second)
        self.add.setAccessibleName(self.tr("Add as evidence: {title}").format(title=episode.title))
        self.add.setAccessibleDescription(f"{second}. {self._keys}")
        self.open.setAccessibleName(self.tr("Open the episode: {title}").format(title=episode.title))
        self.show()

    def clear(self) -> None:
        self.episode = None
        self.hide()


class GoalEvidence(QFrame):
    """A card, seen while a goal runs and its plan is not. Its keys hold within `owner`, and only while it is seen.

    The lessons that may fit the plan have Alt 1 to 3 too: they are shown where the plan is, never beside this.
    """

    toast = Signal(str, object)
    opened = Signal(UUID)
    changed = Signal()
    """An episode was tied to the goal."""

    def __init__(self, journal: Journal, owner: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self._goal: UUID | None = None
        self._seen = False
        self.setProperty("role", "card")
        heading = QLabel(self.tr("May be evidence"), self)
        heading.setProperty("role", "heading")
        teaching = self.tr("What you write down from now on can be added here with one key, as evidence.")
        self.none = words(self, teaching, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.none)
        self.places: list[_Place] = []
        self.keys: list[QShortcut] = []
        for number in range(1, MOST + 1):
            place = _Place(self, self.tr("Alt {number}").format(number=number))
            place.pressed.connect(partial(self._tie, number - 1))
            place.looked.connect(partial(self._look, number - 1))
            icons.put(place.add, "plus")
            key = QShortcut(QKeySequence(f"Alt+{number}"), owner, enabled=False)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._tie, number - 1))
            column.addWidget(place)
            self.places.append(place)
            self.keys.append(key)

    def show_goal(self, goal: Goal, *, seen: bool) -> None:
        """Read what is offered; nothing where it is not seen."""
        self._goal = goal.id
        self._seen = seen and goal.state is GoalState.ACTIVE
        self.setVisible(self._seen)
        found = self._journal.evidence.offered(goal.id, self._journal.today()) if self._seen else []
        wanted = {skill.id: skill.name for skill in goal.skills}
        for place, episode in zip(self.places, found, strict=False):
            place.say(episode, self._second(episode, wanted))
        for place in self.places[len(found) :]:
            place.clear()
        for number, key in enumerate(self.keys):
            key.setEnabled(number < len(found))
        self.none.setVisible(not found)

    def _second(self, episode: Episode, wanted: dict[UUID, str]) -> str:
        """Its day, and the skills it shares with the goal."""
        day = goal_words.day(episode.date, "d MMM")
        shared = [wanted[skill.id] for skill in episode.skills if skill.id in wanted]
        if not shared:
            return day
        return self.tr("{day} · Same skill: {names}").format(day=day, names=", ".join(shared))

    def _tie(self, number: int) -> None:
        place, goal = self.places[number], self._goal
        if place.episode is None or goal is None:
            return
        said = self.tr("Added as evidence: {title}").format(title=place.title.text())
        undo = partial(
            self._journal.evidence.tie, place.episode, self._journal.evidence.tie(place.episode, goal)
        )
        self.changed.emit()
        self.toast.emit(said, undo)

    def _look(self, number: int) -> None:
        if (episode := self.places[number].episode) is not None:
            self.opened.emit(episode)
