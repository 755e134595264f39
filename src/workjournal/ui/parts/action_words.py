"""What actions are called on screen: when one is due, how it ended, where it came from."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from workjournal.domain.action import PLAN_ENDINGS, Action, ActionKind, ActionState, Owner
from workjournal.journal.actions import Source
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import period_words
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.row_list import Row, RowChip

WEEK = 7
CLOSED = "closed"

_KINDS = {
    ActionKind.ACTION: (QT_TRANSLATE_NOOP("ActionWords", "Action"), "circle"),
    ActionKind.ASK: (QT_TRANSLATE_NOOP("ActionWords", "Ask"), "message-circle-question-mark"),
    ActionKind.IMPROVEMENT: (QT_TRANSLATE_NOOP("ActionWords", "Improvement idea"), "lightbulb"),
}
_OWNERS = {
    Owner.ME: QT_TRANSLATE_NOOP("ActionWords", "Me"),
    Owner.MANAGER: QT_TRANSLATE_NOOP("ActionWords", "My manager"),
}
_VIEWS: dict[str, str] = {
    ActionKind.ACTION: QT_TRANSLATE_NOOP("ActionWords", "Mine"),
    ActionKind.ASK: QT_TRANSLATE_NOOP("ActionWords", "Asked of my manager"),
    ActionKind.IMPROVEMENT: QT_TRANSLATE_NOOP("ActionWords", "Improvement ideas"),
    CLOSED: QT_TRANSLATE_NOOP("ActionWords", "Closed"),
}
_STATES = {
    ActionState.OPEN: (QT_TRANSLATE_NOOP("ActionWords", "Open"), "circle", "accent"),
    ActionState.DONE: (QT_TRANSLATE_NOOP("ActionWords", "Done"), "circle-check", "ok"),
    ActionState.DROPPED: (QT_TRANSLATE_NOOP("ActionWords", "Dropped"), "archive", ""),
    ActionState.NOT_MET: (QT_TRANSLATE_NOOP("ActionWords", "It came up, not done"), "circle-x", "warn"),
    ActionState.NEVER_AROSE: (QT_TRANSLATE_NOOP("ActionWords", "It never came up"), "minus", "info"),
}
_OUTCOMES = {
    ActionState.DONE: QT_TRANSLATE_NOOP("ActionWords", "It came up and I did it"),
    ActionState.NOT_MET: QT_TRANSLATE_NOOP("ActionWords", "It came up and I did not"),
    ActionState.NEVER_AROSE: QT_TRANSLATE_NOOP("ActionWords", "It never came up"),
}
_TOLD = {
    ActionState.OPEN: QT_TRANSLATE_NOOP("ActionWords", "Action opened again"),
    ActionState.DONE: QT_TRANSLATE_NOOP("ActionWords", "Action done"),
    ActionState.DROPPED: QT_TRANSLATE_NOOP("ActionWords", "Action dropped"),
    ActionState.NOT_MET: QT_TRANSLATE_NOOP("ActionWords", "Kept: it came up and was not done"),
    ActionState.NEVER_AROSE: QT_TRANSLATE_NOOP("ActionWords", "Kept: it never came up"),
}


def view_of(action: Action) -> str:
    """In which of the views it is: every action is in one."""
    if action.state is not ActionState.OPEN:
        return CLOSED
    if action.kind is ActionKind.IMPROVEMENT:
        return ActionKind.IMPROVEMENT
    asked = action.kind is ActionKind.ASK or action.owner is Owner.MANAGER
    return ActionKind.ASK if asked else ActionKind.ACTION


def views() -> list[Choice]:
    """The views to choose from."""
    return [Choice(view, _tr(word)) for view, word in _VIEWS.items()]


def kinds() -> list[Choice]:
    """The kinds to choose from."""
    return [Choice(kind, _tr(word)) for kind, (word, _) in _KINDS.items()]


def owners() -> list[Choice]:
    """Whose move it can be."""
    return [Choice(owner, _tr(word)) for owner, word in _OWNERS.items()]


def chip(state: ActionState) -> RowChip:
    """The chip of a state."""
    word, icon, tone = _STATES[state]
    return RowChip(_tr(word), tone, icon)


def outcomes() -> list[tuple[ActionState, str, str]]:
    """How an if-then plan can end: the state, the sentence to choose it by, an icon."""
    return [(state, _tr(_OUTCOMES[state]), _STATES[state][1]) for state in PLAN_ENDINGS]


def told(state: ActionState) -> str:
    """What is said once it ended so, or is open again."""
    return _tr(_TOLD[state])


def ending_word(action: Action) -> str:
    """What ends it in a list; the dots tell that a plan is asked for its outcome first."""
    return _tr("Done…") if action.if_then.strip() else _tr("Done")


def due(day: dt.date | None, today: dt.date) -> str:
    """When it is due, in words, as late as it is and without blame."""
    if day is None:
        return _tr("No due day")
    days = (day - today).days
    if days < 0:
        return PLURALS.days_late(-days)
    if days < 2:
        return _tr("Due tomorrow") if days else _tr("Due today")
    if days < WEEK:
        return _tr("Due on {day}").format(day=words.dated(day, "dddd"))
    return _tr("Due {day}").format(day=_short(day, today))


def origin(source: Source | None) -> str:
    """What an action came from is called; "" for one written down by hand."""
    if source is None:
        return ""
    reflection, goal = source
    if reflection is not None and reflection.episodes:
        return reflection.episodes[0].title
    if reflection is not None and reflection.period is not None:
        return period_words.title(reflection.period)
    if goal is not None:
        return goal.title
    return _tr("a reflection")


def row(action: Action, source: Source | None, today: dt.date) -> Row:
    """An action in a list."""
    is_open = action.state is ActionState.OPEN
    state, icon, tone = _STATES[action.state]
    if is_open:
        first, icon = due(action.due, today), _KINDS[action.kind][1]
        tone = "accent" if action.is_due(today) else ""
    else:
        ended = _short(action.ended, today) if action.ended else ""
        first = _tr("{state} · {day}").format(state=_tr(state), day=ended) if ended else _tr(state)
    parts = [first, _tr("If–then") if action.if_then.strip() else ""]
    if come_from := origin(source):
        parts.append(_tr("from {what}").format(what=come_from))
    second = " · ".join(part for part in parts if part)
    text = " ".join(action.text.split())
    return Row(action.id, text, second, icon, tone, action=ending_word(action) if is_open else "")


def _short(day: dt.date, today: dt.date) -> str:
    return words.dated(day, "d MMM" if day.year == today.year else "d MMM yyyy")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionWords", text)
