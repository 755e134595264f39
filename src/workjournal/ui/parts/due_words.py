"""How what is worth a minute is said on Today."""

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from workjournal.journal.agenda import Due, DueKind
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.row_list import Row


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
    DueKind.CHECK_IN: DueLook(
        "mountain",
        QT_TRANSLATE_NOOP("DueWords", "Check in · last {since}"),
        QT_TRANSLATE_NOOP("DueWords", "Log"),
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


def due_row(item: Due, today: dt.date) -> Row:
    """The row for one thing to do; its id is the kind and the thing."""
    days = (today - item.since).days
    since = _tr("today") if not days else PLURALS.days_ago(days)
    look = _LOOKS[item.kind]
    second = _tr(look.second).format(since=since)
    title = item.title or _tr(look.title)
    return Row((item.kind, item.thing), title, second, look.icon, "accent", action=_tr(look.action))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DueWords", text)
