"""What could be done to grow in a skill: goals that stretch it, episodes that practised it, ideas for a stretch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.stretch_ideas import StretchIdea
from workjournal.journal.journal import Journal
from workjournal.ui import form, words
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.idea_list import IdeaList, IdeaRow
from workjournal.ui.widgets.row_list import Row, RowList


class GapMenu(QWidget):
    """It opens nothing itself: its host goes where `go` says, and makes a goal of the idea that `started` tells."""

    go = Signal(str, object)
    started = Signal(object, object)
    """The skill, and the StretchIdea a goal is to begin with."""

    goals: RowList
    no_goals: QLabel
    episodes: RowList
    no_episodes: QLabel
    kinds: ChipSet
    ideas: IdeaList

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "gap_menu")
        self._journal = journal
        self._skill: Skill | None = None
        self._ideas: tuple[StretchIdea, ...] = ()
        self._kinds = {choice.value: choice.label for choice in goal_words.challenges()}
        self.kinds.set_choices(goal_words.challenges())
        self.kinds.changed.connect(self._show_ideas)
        self.goals.opened.connect(lambda goal: self.go.emit("goal", goal))
        self.episodes.opened.connect(lambda episode: self.go.emit("episode", episode))
        self.ideas.action.connect(self._start)

    def show_skill(self, skill: Skill) -> None:
        """Show what there is for a skill; the kinds that are chosen stay so."""
        self._skill, menu = skill, self._journal.profiles.menu(skill.id)
        self.goals.set_rows([self._goal_row(goal) for goal in menu.goals])
        self.episodes.set_rows([_episode_row(episode) for episode in menu.episodes])
        for rows, none in ((self.goals, self.no_goals), (self.episodes, self.no_episodes)):
            rows.setVisible(bool(rows.rows()))
            none.setVisible(not rows.rows())
        if menu.ideas != self._ideas:
            self._ideas = menu.ideas
            self._show_ideas()

    def _show_ideas(self) -> None:
        """Those of the chosen kinds, of all where none is chosen."""
        wanted = self.kinds.chosen or list(self._kinds)
        rows = [self._idea_row(idea) for idea in self._ideas if idea.challenge in wanted]
        self.ideas.set_rows(rows)
        if self.ideas.current_id() is None and rows:
            self.ideas.choose(rows[0].id)
        self.ideas.scrollTo(self.ideas.currentIndex())

    def _goal_row(self, goal: Goal) -> Row:
        look = goal_words.look(goal.state)
        second = goal_words.standing(goal, self._journal.today())
        return Row(goal.id, goal.title, second, look.icon, look.tone)

    def _idea_row(self, idea: StretchIdea) -> IdeaRow:
        feedback = self.tr("Feedback from {who}").format(who=idea.feedback)
        action = self.tr("Start a goal from this")
        return IdeaRow(idea.key, idea.text, feedback, self._kinds[idea.challenge], action)

    def _start(self, key: object) -> None:
        idea = next((each for each in self._ideas if each.key == key), None)
        if self._skill is not None and idea is not None:
            self.started.emit(self._skill, idea)


def _episode_row(episode: Episode) -> Row:
    icon, tone = words.kind_icon(episode.kind), words.kind_tone(episode.kind)
    return Row(episode.id, episode.title, goal_words.day(episode.date), icon, tone)
