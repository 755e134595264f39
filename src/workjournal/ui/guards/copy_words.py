"""What backups, and what is in them, are called on the screen."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from workjournal.journal.copies.folders import Copy, Place, Reason, State
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import way_words
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.row_list import Row, RowChip

_CONTEXT = "CopyWords"
_REASONS = {
    Reason.DAILY: QT_TRANSLATE_NOOP("CopyWords", "daily"),
    Reason.BY_HAND: QT_TRANSLATE_NOOP("CopyWords", "by hand"),
    Reason.MIGRATION: QT_TRANSLATE_NOOP("CopyWords", "before an update"),
    Reason.IMPORT: QT_TRANSLATE_NOOP("CopyWords", "before an import"),
    Reason.RESTORE: QT_TRANSLATE_NOOP("CopyWords", "before a restore"),
    Reason.ROTATION: QT_TRANSLATE_NOOP("CopyWords", "before a new master key"),
}


class Noun(NamedTuple):
    """A kind of thing: the plural that heads its numbers, the noun for one, an icon."""

    plural: str
    single: str
    icon: str


NOUNS = {
    "episode": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Episodes"), QT_TRANSLATE_NOOP("CopyWords", "Episode"), "list"
    ),
    "reflection": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Reflections"),
        QT_TRANSLATE_NOOP("CopyWords", "Reflection"),
        "notebook-pen",
    ),
    "lesson": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Lessons"), QT_TRANSLATE_NOOP("CopyWords", "Lesson"), "lightbulb"
    ),
    "goal": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Stretch goals"),
        QT_TRANSLATE_NOOP("CopyWords", "Stretch goal"),
        "mountain",
    ),
    "action": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Actions"), QT_TRANSLATE_NOOP("CopyWords", "Action"), "circle-check"
    ),
    "attachment": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Files"), QT_TRANSLATE_NOOP("CopyWords", "File"), "paperclip"
    ),
    "pack": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Review packs"),
        QT_TRANSLATE_NOOP("CopyWords", "Review pack"),
        "file-text",
    ),
    "person": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "People"), QT_TRANSLATE_NOOP("CopyWords", "Person"), "user"
    ),
    "skill": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Skills"), QT_TRANSLATE_NOOP("CopyWords", "Skill"), "graduation-cap"
    ),
    "tag": Noun(QT_TRANSLATE_NOOP("CopyWords", "Tags"), QT_TRANSLATE_NOOP("CopyWords", "Tag"), "tag"),
    "own_method": Noun(
        QT_TRANSLATE_NOOP("CopyWords", "Own methods"),
        QT_TRANSLATE_NOOP("CopyWords", "Own method"),
        "list-checks",
    ),
}
"""By the names of their tables, the most telling one first."""


class Look(NamedTuple):
    """A state as a chip, and in a sentence."""

    word: str
    tone: str
    icon: str
    meaning: str


_LOOKS = {
    State.VERIFIED: Look(
        QT_TRANSLATE_NOOP("CopyWords", "Verified"),
        "ok",
        "shield-check",
        QT_TRANSLATE_NOOP("CopyWords", "It was opened and compared when it was made."),
    ),
    State.EARLIER_KEY: Look(
        QT_TRANSLATE_NOOP("CopyWords", "Earlier key"),
        "info",
        "key-round",
        QT_TRANSLATE_NOOP(
            "CopyWords",
            "It was made before the journal got a new master key, so only a passphrase or recovery code of that time "
            "opens it; until then nothing can be told of what it holds.",
        ),
    ),
    State.UNREADABLE: Look(
        QT_TRANSLATE_NOOP("CopyWords", "Unreadable"),
        "danger",
        "triangle-alert",
        QT_TRANSLATE_NOOP(
            "CopyWords",
            "What says what it holds is damaged or of another journal, so it cannot be restored as a whole. "
            "Make a new one, and remove this one.",
        ),
    ),
    State.INCOMPLETE: Look(
        QT_TRANSLATE_NOOP("CopyWords", "Incomplete"),
        "danger",
        "triangle-alert",
        QT_TRANSLATE_NOOP(
            "CopyWords", "Files of it are missing or cut short. Make a new one, and remove this one."
        ),
    ),
}


def look(state: State) -> Look:
    """How a state is shown."""
    found = _LOOKS[state]
    return found._replace(word=_tr(found.word), meaning=_tr(found.meaning))


def row(copy: Copy, today: dt.date, *, group: str = "") -> Row:
    """A copy, as the list shows it."""
    seen, local = look(copy.state), copy.made.astimezone()
    away = copy.place is Place.SECOND
    place = _tr("second place") if away else ""
    told = (place, way_words.ago(local.date(), today), reason(copy.reason), holds(copy.counts))
    second = " · ".join(part for part in told if part)
    return Row(
        copy.path,
        moment(copy.made, today),
        second[:1].upper() + second[1:],
        "hard-drive" if away else "archive",
        "accent" if copy.state is State.VERIFIED else "",
        chips=(RowChip(seen.word, seen.tone, seen.icon),),
        number=size(copy.size),
        group=group,
    )


def moment(made: dt.datetime, today: dt.date) -> str:
    """When a copy was made: "18 November, 18:42"."""
    local = made.astimezone()
    return f"{way_words.day(local.date(), today)}, {words.clock(local.time())}"


def reason(why: Reason | None) -> str:
    """Why it was made, "" if that cannot be read."""
    return _tr(_REASONS[why]) if why is not None else ""


def size(of: int) -> str:
    """Bytes as people say them: "4.2 MB"."""
    return QLocale().formattedDataSize(of, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def holds(counts: Mapping[str, int], most: int = 3) -> str:
    """As in "1,204 episodes, 310 lessons": the kinds there are, the most telling ones."""
    said = [PLURALS.things(kind, counts[kind]) for kind in NOUNS if counts.get(kind)]
    return ", ".join(said[:most])


def noun(kind: str) -> Noun:
    """What a kind of thing is called."""
    found = NOUNS[kind]
    return found._replace(plural=_tr(found.plural), single=_tr(found.single))


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
