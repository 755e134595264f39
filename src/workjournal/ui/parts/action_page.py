"""One action: what, whose move it is, by when, with which plan, where it came from, and how it ends."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.errors import JournalError
from workjournal.journal.actions import Source
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, icons
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import action_words, drafted
from workjournal.ui.parts.goal_words import day
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.flow import FlowLayout
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.saved_mark import SavedMark
from workjournal.ui.widgets.segments import Segments

_FIELDS = ("text", "kind", "owner", "due", "if_then", "audiences")

NEW = "action:new"
"""Where the draft of a new one is kept."""


class ActionPage(QWidget):
    """Typing is kept as the draft "action:ID" and saved by `leave`."""

    kept = Signal(UUID)
    """A new action was saved by its button."""
    reflection = Signal(UUID)
    goal = Signal(UUID)
    end_asked = Signal(UUID, object)
    """The action, and how it ended; OPEN opens it again."""
    trash_asked = Signal(UUID)

    text: ProseEdit
    problem: QLabel
    kind: Segments
    owner: Segments
    due: DateField
    due_words: QLabel
    if_then: ProseEdit
    audiences: AudienceTicks
    state_chip: Chip
    saved: SavedMark
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
        super().__init__(parent)
        self._journal = journal
        self._action: Action | None = None
        self._first = ActionKind.ACTION
        self._source: Source | None = None
        self._shown: dict[str, object] = {}
        form.fill(self, "action_page")
        self.kind.set_choices(action_words.kinds())
        self.owner.set_choices(action_words.owners())
        row = FlowLayout(self.outcome_row, gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        self.outcomes = {outcome[0]: self._outcome(*outcome) for outcome in action_words.outcomes()}
        for button in self.outcomes.values():
            row.addWidget(button)
        self.autosave = Autosave(self, self._keep, _FIELDS)
        self._connect()
        self._show()

    @property
    def action_id(self) -> UUID | None:
        """The action that is open; None for a new one."""
        return self._action.id if self._action else None

    def open(self, action_id: UUID) -> None:
        """Show an action with what was being typed in it."""
        self._show_action(self._journal.actions.get(action_id))
        self._resume()

    def begin(self, kind: ActionKind) -> None:
        """Show a new action of that kind, with what was typed of it before."""
        self._first = kind
        self._show_action(None)
        self._resume()

    def close_action(self) -> None:
        """Show none: what is typed of a new one waits until it is begun again."""
        self._show_action(None)

    def refresh(self) -> None:
        """Read the action again; what is being typed stays as it is."""
        if self._action is None:
            return
        action = self._journal.actions.get(self._action.id)
        if not self.is_changed():
            self._action = action
            self._show()
            return
        if _words(action) == _words(self._action):  # it ended, or was opened again: no reason not to save
            self._action = action
        self._show_rest(action)

    def leave(self) -> bool:
        """Save what was typed; False where that failed, which leaves it in the fields and in its draft."""
        if not self.is_changed():
            return True
        saved = self._save()
        if not saved:
            self._keep({})
        return saved

    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return form.read(self, names=_FIELDS) != self._shown

    def _connect(self) -> None:
        self.autosave.kept.connect(self.saved.say)
        self.autosave.dirtied.connect(self.saved.clear)
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

    @property
    def _place(self) -> str:
        return f"action:{self._action.id}" if self._action else NEW

    def _show_action(self, action: Action | None) -> None:
        self._action = action
        self.saved.clear()
        self._show()

    def _resume(self) -> None:
        draft = self._journal.drafts.find(self._place)
        if draft is not None:
            with self.autosave.quiet():
                drafted.show(self, draft.fields, _FIELDS)
            self._show_ways()

    def _blank(self) -> Action:
        owner = Owner.MANAGER if self._first is ActionKind.ASK else Owner.ME
        return Action(date=self._journal.today(), text="", kind=self._first, owner=owner)

    def _show(self) -> None:
        action = self._action or self._blank()
        with self.autosave.quiet():
            self.kind.blockSignals(True)  # shown is not chosen: the owner stays who it is
            form.show(self, action, _FIELDS)
            self.kind.blockSignals(False)
        self._shown = form.read(self, names=_FIELDS)
        self._say_problem("")
        self._show_rest(action)

    def _show_rest(self, action: Action) -> None:
        """What is not typed here: state, ways to end, where it came from."""
        known = self._action is not None
        chip = action_words.chip(action.state)
        self.state_chip.setText(chip.text if known else self.tr("Not kept yet"))
        self.state_chip.set_icon(chip.icon if known else "pencil")
        self.state_chip.set_tone(chip.tone if known else "")
        self.reopen.setVisible(known and action.state is not ActionState.OPEN)
        self.drop.setVisible(known and action.state is ActionState.OPEN)
        self.trash.setVisible(known)
        self.keep.setVisible(not known)
        self._show_ways()
        self._show_due()
        self._show_origin(action)

    def _show_ways(self) -> None:
        """With a plan it ends by what became of that, without one by being done."""
        is_open = self._action is not None and self._action.state is ActionState.OPEN
        planned = bool(self.if_then.text.strip())
        self.done.setVisible(is_open and not planned)
        self.outcome_card.setVisible(is_open and planned)

    def _show_due(self) -> None:
        is_open = self._action is None or self._action.state is ActionState.OPEN
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

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _ask_end(self, state: ActionState) -> None:
        """Once what was typed is saved: an action that cannot be saved does not end."""
        if self._action is not None and self.leave():
            self.end_asked.emit(self._action.id, state)

    def _ask_trash(self) -> None:
        if self._action is not None:
            self.trash_asked.emit(self._action.id)

    def _keep(self, _values: dict[str, object]) -> None:
        if self.is_changed():
            self._journal.drafts.keep(self._place, drafted.to_json(form.read(self, names=_FIELDS)))
        else:
            self._journal.drafts.drop(self._place)

    def _keep_new(self) -> None:
        if self._save() and self._action is not None:
            self.kept.emit(self._action.id)
        else:
            self.text.setFocus()

    def _save(self) -> bool:
        place = self._place
        action = self._action or self._blank()
        self._say_problem("")
        with errors.inline(self._say_problem):
            try:
                form.read(self, action, _FIELDS)
                self._journal.actions.save(action)
            except JournalError:
                # What failed to be saved must not be saved by accident later; the fields still have it.
                self._action = self._journal.actions.get(action.id) if self._action else None
                raise
            self._journal.drafts.drop(place)
            self.autosave.forget()
            self._action = self._journal.actions.get(action.id)
            self._show()
        return not self.problem.text()


def _words(action: Action) -> list[object]:
    """What is typed here, as the journal has it."""
    return [getattr(action, name) for name in _FIELDS]
