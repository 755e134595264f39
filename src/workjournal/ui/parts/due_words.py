"""How what is worth a minute is said on Today."""

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from workjournal.domain.period import Interval, Period
from workjournal.journal.agenda import Due, DueKind
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.row_list import Row

WEEK = 7


class DueLook(NamedTuple):
    """How a kind is shown; the title is the thing's own where it has one."""

    icon: str
    second: str
    action: str
    title: str = ""


_LOOKS = {
    DueKind.REFLECT: DueLook(
        "notebook-pen",
        QT_TRANSLATE_NOOP("DueWords", "Reflect · {since}"),
        QT_TRANSLATE_NOOP("DueWords", "Start"),
    ),
    DueKind.MEETING: DueLook(
        "handshake",
        QT_TRANSLATE_NOOP("DueWords", "Pack shared {since}: agreements, feedback"),
        QT_TRANSLATE_NOOP("DueWords", "Note"),
        QT_TRANSLATE_NOOP("DueWords", "How did the one-on-one go?"),
    ),
    DueKind.REVIEW: DueLook(
        "calendar-check",
        "{ending}",
        QT_TRANSLATE_NOOP("DueWords", "Review"),
    ),
    DueKind.RECALL: DueLook(
        "brain",
        QT_TRANSLATE_NOOP("DueWords", "Answer first, then compare"),
        QT_TRANSLATE_NOOP("DueWords", "Recall"),
    ),
    DueKind.CHECK_IN: DueLook(
        "mountain",
        QT_TRANSLATE_NOOP("DueWords", "Check in · last {since}"),
        QT_TRANSLATE_NOOP("DueWords", "Log"),
    ),
    DueKind.CLOSE: DueLook(
        "flag",
        QT_TRANSLATE_NOOP("DueWords", "Its day has passed: close it, or move the day"),
        QT_TRANSLATE_NOOP("DueWords", "Close"),
    ),
    DueKind.PULSE: DueLook(
        "activity",
        QT_TRANSLATE_NOOP("DueWords", "Two ratings, for you alone"),
        QT_TRANSLATE_NOOP("DueWords", "Rate"),
        QT_TRANSLATE_NOOP("DueWords", "This month's pulse"),
    ),
    DueKind.ACT: DueLook(
        "circle-check",
        QT_TRANSLATE_NOOP("DueWords", "Action · due {since}"),
        QT_TRANSLATE_NOOP("DueWords", "Done"),
    ),
    DueKind.WRITE_CODE: DueLook(
        "life-buoy",
        QT_TRANSLATE_NOOP("DueWords", "A forgotten passphrase would end this journal"),
        QT_TRANSLATE_NOOP("DueWords", "Write"),
        QT_TRANSLATE_NOOP("DueWords", "Write down a recovery code"),
    ),
    DueKind.TYPE_CODE: DueLook(
        "life-buoy",
        QT_TRANSLATE_NOOP("DueWords", "Last typed {since}; is the sheet still there?"),
        QT_TRANSLATE_NOOP("DueWords", "Try"),
        QT_TRANSLATE_NOOP("DueWords", "Try your recovery code"),
    ),
}
_QUARTERS = (
    QT_TRANSLATE_NOOP("DueWords", "Review the 1st quarter"),
    QT_TRANSLATE_NOOP("DueWords", "Review the 2nd quarter"),
    QT_TRANSLATE_NOOP("DueWords", "Review the 3rd quarter"),
    QT_TRANSLATE_NOOP("DueWords", "Review the 4th quarter"),
)


def due_row(item: Due, today: dt.date, *, planned: bool = False) -> Row:
    """The row for one thing to do; its id is the kind and the thing. A planned action is asked for its outcome."""
    look, days = _LOOKS[item.kind], (today - item.since).days
    since = PLURALS.days_ago(days) if days > 0 else _tr("today")
    ending = _ending(item.thing, today) if isinstance(item.thing, Period) else ""
    second = _tr(look.second).format(since=since, ending=ending)
    action = _tr("Done…") if planned else _tr(look.action)
    return Row((item.kind, item.thing), _title(item, today), second, look.icon, "accent", action=action)


def _title(item: Due, today: dt.date) -> str:
    """The thing's own name, or what is done with it. Never a lesson's sentence: that is to be remembered."""
    if item.kind is DueKind.RECALL:
        return PLURALS.to_recall(item.number)
    if isinstance(item.thing, Period):
        return _review_title(item.thing, today)
    return item.title or _tr(_LOOKS[item.kind].title)


def _review_title(period: Period, today: dt.date) -> str:
    if period.interval is Interval.WEEK:
        return _tr("Review your week") if today <= period.end else _tr("Review last week")
    if period.interval is Interval.MONTH:
        return _tr("Review {month}").format(month=words.dated(period.start, "MMMM"))
    return _tr(_QUARTERS[(period.start.month - 1) // 3])


def _ending(period: Period, today: dt.date) -> str:
    """In few words: the aside is narrow."""
    if period.end == today:
        return _tr("Ends today")
    near = abs((today - period.end).days) < WEEK
    day = words.dated(period.end, "dddd" if near else "d MMMM")
    return (_tr("Ends on {day}") if period.end > today else _tr("Ended on {day}")).format(day=day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DueWords", text)
