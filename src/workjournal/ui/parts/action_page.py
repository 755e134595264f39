"""One action: what, whose move it is, by when, with which plan, where it came from, and how it ends."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.journal.actions import Source
from workjournal.journal.journal import Journal
from workjournal.ui import form, icons
from workjournal.ui.parts import action_words
from workjournal.ui.parts.goal_words import day
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.flow import FlowLayout
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.segments import Segments

NEW = "action:new"
"""Where the draft of a new one is kept."""


class ActionPage(SavedPage[Action]):
    """Typing is kept as the draft "action:ID" and saved by `leave`."""

    _draft = "action"
    _fields = ("text", "kind", "owner", "due", "if_then", "audiences")

    reflection = Signal(UUID)
    goal = Signal(UUID)
    end_asked = Signal(UUID, object)
    """The action, and how it ended; OPEN opens it again."""
    trash_asked = Signal(UUID)

    text: ProseEdit
    kind: Segments
    owner: Segments
    due: DateField
    due_words: QLabel
    if_then: ProseEdit
    audiences: AudienceTicks
    state_chip: Chip
    done: QPushButton
    drop: QPushButton
    reopen: QPushButton
    trash: QPushButton
    keep: QPushButton
    outcome_card: QFrame
    outcome_row: QWidget
    source_label: QLabel
    source: QPushButton
    about: QPushButton
    by_hand: QLabel

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        self._first = ActionKind.ACTION
        self._source: Source | None = None
        form.fill(self, "action_page")
        self.kind.set_choices(action_words.kinds())
        self.owner.set_choices(action_words.owners())
        row = FlowLayout(self.outcome_row, gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        self.outcomes = {outcome[0]: self._outcome(*outcome) for outcome in action_words.outcomes()}
        for button in self.outcomes.values():
            row.addWidget(button)
        self._watch()
        self._connect()
        self._show()

    @property
    def action_id(self) -> UUID | None:
        """The action that is open; None for a new one."""
        return self.open_id

    def begin(self, kind: ActionKind) -> None:
        """Show a new action of that kind, with what was typed of it before."""
        self._first = kind
        self.open(None)

    def close_action(self) -> None:
        """Show none: what is typed of a new one waits until it is begun again."""
        self._show_one(None)

    def _connect(self) -> None:
        self.due.textEdited.connect(self.autosave.touch)  # a day half typed tells nobody of itself
        self.text.changed.connect(lambda: self._say_problem(""))
        self.kind.changed.connect(self._turn_over)
        self.if_then.changed.connect(self._show_ways)
        self.due.changed.connect(self._show_due)
        self.keep.clicked.connect(self._keep_new)
        self.done.clicked.connect(partial(self._ask_end, ActionState.DONE))
        self.drop.clicked.connect(partial(self._ask_end, ActionState.DROPPED))
        self.reopen.clicked.connect(partial(self._ask_end, ActionState.OPEN))
        self.source.clicked.connect(partial(self._go_to, self.reflection))
        self.about.clicked.connect(partial(self._go_to, self.goal))
        self.trash.clicked.connect(self._ask_trash)

    def _outcome(self, state: ActionState, words: str, icon: str) -> QPushButton:
        button = QPushButton(words, self.outcome_row)
        button.setObjectName(f"outcome_{state.replace('-', '_')}")
        icons.put(button, icon)
        button.clicked.connect(partial(self._ask_end, state))
        return button

    def _blank(self) -> Action:
        owner = Owner.MANAGER if self._first is ActionKind.ASK else Owner.ME
        return Action(date=self._journal.today(), text="", kind=self._first, owner=owner)

    def _find(self, thing_id: UUID) -> Action:
        return self._journal.actions.get(thing_id)

    def _write(self, thing: Action) -> None:
        form.read(self, thing, self._fields)
        self._journal.actions.save(thing)

    def _fill(self, thing: Action) -> None:
        self.kind.blockSignals(True)  # shown is not chosen: the owner stays who it is
        super()._fill(thing)
        self.kind.blockSignals(False)

    def _show_rest(self, thing: Action) -> None:
        """What is not typed here: state, ways to end, where it came from."""
        known = self._thing is not None
        chip = action_words.chip(thing.state)
        self.state_chip.setText(chip.text if known else self.tr("Not kept yet"))
        self.state_chip.set_icon(chip.icon if known else "pencil")
        self.state_chip.set_tone(chip.tone if known else "")
        self.reopen.setVisible(known and thing.state is not ActionState.OPEN)
        self.drop.setVisible(known and thing.state is ActionState.OPEN)
        self.trash.setVisible(known)
        self.keep.setVisible(not known)
        self._show_origin(thing)

    def _show_typed(self) -> None:
        self._show_ways()
        self._show_due()

    def _show_ways(self) -> None:
        """With a plan it ends by what became of that, without one by being done."""
        is_open = self._thing is not None and self._thing.state is ActionState.OPEN
        planned = bool(self.if_then.text.strip())
        self.done.setVisible(is_open and not planned)
        self.outcome_card.setVisible(is_open and planned)

    def _show_due(self) -> None:
        is_open = self._thing is None or self._thing.state is ActionState.OPEN
        by = self.due.day
        self.due_words.setText(action_words.due(by, self._journal.today()) if by and is_open else "")

    def _show_origin(self, action: Action) -> None:
        source = self._source = self._journal.actions.sources([action]).get(action.id)
        reflection, goal = source or (None, None)
        self.source.setVisible(reflection is not None)
        self.about.setVisible(goal is not None)
        self.source_label.setVisible(source is not None)
        self.by_hand.setVisible(source is None)
        self.by_hand.setText(self.tr("Written down {day}").format(day=day(action.date)))
        if reflection is not None:
            self.source.setText(self.tr("the reflection of {day}").format(day=day(reflection.date)))
            self.source.setToolTip(action_words.origin(source))
        if goal is not None:
            self.about.setText(self.tr("its stretch goal"))
            self.about.setToolTip(goal.title)

    def _go_to(self, where: SignalInstance) -> None:
        """To the reflection or the goal it came from."""
        reflection, goal = self._source or (None, None)
        thing = reflection if where is self.reflection else goal
        if thing is not None:
            where.emit(thing.id)

    def _turn_over(self) -> None:
        """An ask is the manager's move, an action one's own; an idea can be anybody's."""
        if self.kind.choice is not ActionKind.IMPROVEMENT:
            self.owner.choice = Owner.MANAGER if self.kind.choice is ActionKind.ASK else Owner.ME

    def _ask_end(self, state: ActionState) -> None:
        """Once what was typed is saved: an action that cannot be saved does not end."""
        if self._thing is not None and self.leave():
            self.end_asked.emit(self._thing.id, state)

    def _ask_trash(self) -> None:
        if self._thing is not None:
            self.trash_asked.emit(self._thing.id)
