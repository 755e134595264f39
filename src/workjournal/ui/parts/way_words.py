"""What ways into a journal are called on the screen, and how safe each is, told honestly."""

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from workjournal.journal.ways_in import WayIn
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.row_list import Row, RowChip

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery code", "system keyring"


class _Look(NamedTuple):
    icon: str
    tone: str
    short: str
    strength: str


_LOOKS = {
    PASSPHRASE: _Look(
        "key-round",
        "accent",
        QT_TRANSLATE_NOOP("WayWords", "Passphrase · as strong as its words"),
        QT_TRANSLATE_NOOP(
            "WayWords",
            "Each guess costs whoever copied the folder about a second, so the words decide how long it holds.",
        ),
    ),
    RECOVERY: _Look(
        "life-buoy",
        "info",
        QT_TRANSLATE_NOOP("WayWords", "Recovery code · as safe as its sheet"),
        QT_TRANSLATE_NOOP(
            "WayWords", "Nobody can guess it; whoever finds the sheet and the folder reads everything."
        ),
    ),
    KEYRING: _Look(
        "lock",
        "warn",
        QT_TRANSLATE_NOOP("WayWords", "System keyring · as safe as your login"),
        QT_TRANSLATE_NOOP(
            "WayWords",
            "The quickest way and the weakest: whoever gets into your login on this computer gets in here, and the "
            "keyring's own protection is thousands of times easier to guess through than a passphrase here.",
        ),
    ),
}


def row(way: WayIn, today: dt.date) -> Row:
    """A way in, as a list shows it."""
    look = _LOOKS[way.kind]
    way = _seen(way, today)
    chips = (RowChip(_tr("Opened it now"), "ok", "lock-open"),) if way.current else ()
    return Row(way.id, way.name, _tr(look.short), look.icon, look.tone, chips=chips, number=_used(way, today))


def about(way: WayIn, today: dt.date) -> str:
    """When it was made and used, and how safe it is."""
    way = _seen(way, today)
    told = (
        _tr("Made on {made}; never used yet.")
        if way.used is None
        else _tr("Made on {made}, last used {used}.")
    )
    used = ago(way.used, today) if way.used else ""
    return f"{told.format(made=day(way.made, today), used=used)} {_tr(_LOOKS[way.kind].strength)}"


def day(when: dt.date, today: dt.date) -> str:
    """A day within a sentence: "3 October"; with the year only where it is another one."""
    return words.dated(when, "d MMMM" if when.year == today.year else "d MMMM yyyy")


def ago(when: dt.date, today: dt.date) -> str:
    """How long it is ago: "today", "yesterday", "12 days ago"."""
    days = (today - when).days
    if days <= 0:
        return _tr("today")
    if days == 1:
        return _tr("yesterday")
    return PLURALS.days_ago(days)


def _seen(way: WayIn, today: dt.date) -> WayIn:
    """What opened the journal now was used, though a new master key knows of no use yet."""
    return replace(way, used=today) if way.current and way.used is None else way


def _used(way: WayIn, today: dt.date) -> str:
    return _tr("never used") if way.used is None else _tr("used {ago}").format(ago=ago(way.used, today))


def _tr(text: str) -> str:
    return QCoreApplication.translate("WayWords", text)
