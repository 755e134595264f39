"""What lessons are called on screen: how far one has come, whether it worked."""

from PySide6.QtCore import QCoreApplication

from workjournal.domain.lesson import Lesson, LessonState
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.lesson_list import LessonRow
from workjournal.ui.widgets.row_list import RowChip

_STATES = {
    LessonState.NEW: (QT_TRANSLATE_NOOP("LessonWords", "New"), "sprout", ""),
    LessonState.RECALLED: (QT_TRANSLATE_NOOP("LessonWords", "Recalled"), "repeat", "info"),
    LessonState.APPLIED: (QT_TRANSLATE_NOOP("LessonWords", "Applied"), "circle-check", "ok"),
    LessonState.SHARED: (QT_TRANSLATE_NOOP("LessonWords", "Shared"), "share-2", "accent"),
    LessonState.RETIRED: (QT_TRANSLATE_NOOP("LessonWords", "Retired"), "archive", ""),
}
_VERDICTS = {
    True: (QT_TRANSLATE_NOOP("LessonWords", "worked"), "circle-check", "ok"),
    False: (QT_TRANSLATE_NOOP("LessonWords", "did not work"), "circle-x", "warn"),
    None: (QT_TRANSLATE_NOOP("LessonWords", "can't tell yet"), "circle-question-mark", ""),
}


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("LessonWords", text, "", number)


def chip(state: LessonState) -> RowChip:
    """The chip of a state."""
    word, icon, tone = _STATES[state]
    return RowChip(_tr(word), tone, icon)


def verdict(worked: bool | None) -> tuple[str, str, str]:
    """Word, icon and tone for whether it worked."""
    word, icon, tone = _VERDICTS[worked]
    return _tr(word), icon, tone


def tally(lesson: Lesson) -> str:
    """As in "applied 4 times, worked 3", or nothing while it was not applied."""
    applied, worked = len(lesson.applied()), lesson.worked()
    if not applied:
        return ""
    if applied == 1:
        return _tr("applied once, worked") if worked else _tr("applied once")
    return _tr("applied {times} times, worked {worked}").format(times=applied, worked=worked)


def row(lesson: Lesson) -> LessonRow:
    """A lesson in a list."""
    trigger = lesson.trigger.strip()
    when = _tr("When {trigger}").format(trigger=trigger.removeprefix("when ").removeprefix("When "))
    return LessonRow(lesson.id, lesson.text, when if trigger else "", chip(lesson.state), tally(lesson))
