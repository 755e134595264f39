"""What the values of the domain are called on the screen, with their icons and tones."""

import datetime as dt
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from workjournal.domain.episode import Episode, Kind, Moment, Setting, Source
from workjournal.journal.timeline import Line
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.segments import Choice

_CONTEXT = "words"
_KINDS: dict[Kind, tuple[str, str, str]] = {
    Kind.WORK: (QT_TRANSLATE_NOOP("words", "Work"), "briefcase", ""),
    Kind.WIN: (QT_TRANSLATE_NOOP("words", "Win"), "trophy", "ok"),
    Kind.CHALLENGE: (QT_TRANSLATE_NOOP("words", "Challenge"), "triangle-alert", "warn"),
    Kind.FEEDBACK: (QT_TRANSLATE_NOOP("words", "Feedback"), "message-square", "info"),
    Kind.DECISION: (QT_TRANSLATE_NOOP("words", "Decision"), "git-branch", "accent"),
    Kind.LEARNING: (QT_TRANSLATE_NOOP("words", "Learning"), "lightbulb", "accent"),
}

_SETTINGS = {
    Setting.CLEAR: QT_TRANSLATE_NOOP("words", "Clear: one known way"),
    Setting.COMPLICATED: QT_TRANSLATE_NOOP("words", "Complicated: experts know"),
    Setting.COMPLEX: QT_TRANSLATE_NOOP("words", "Complex: clear only afterwards"),
    Setting.CHAOTIC: QT_TRANSLATE_NOOP("words", "Chaotic: act first"),
    Setting.UNSURE: QT_TRANSLATE_NOOP("words", "Unsure which"),
}
_SOURCES = {
    Source.EXPERIENCE: QT_TRANSLATE_NOOP("words", "Experience: doing it"),
    Source.EXPOSURE: QT_TRANSLATE_NOOP("words", "Exposure: from other people"),
    Source.EDUCATION: QT_TRANSLATE_NOOP("words", "Education: a course or a book"),
    Source.ENVIRONMENT: QT_TRANSLATE_NOOP("words", "Environment: tools, surroundings"),
    Source.EXPECTATION: QT_TRANSLATE_NOOP("words", "Expectation: it was asked of me"),
}
_MOMENTS = {
    Moment.NEW: QT_TRANSLATE_NOOP("words", "Doing it for the first time"),
    Moment.MORE: QT_TRANSLATE_NOOP("words", "Wanting to know more"),
    Moment.APPLY: QT_TRANSLATE_NOOP("words", "Using what I know"),
    Moment.SOLVE: QT_TRANSLATE_NOOP("words", "Something went wrong"),
    Moment.CHANGE: QT_TRANSLATE_NOOP("words", "The way to do it changed"),
}


def kind_word(kind: Kind) -> str:
    """What a kind is called, such as "Challenge"."""
    return _tr(_KINDS[kind][0])


def kind_icon(kind: Kind) -> str:
    """The Lucide name of a kind."""
    return _KINDS[kind][1]


def kind_tone(kind: Kind) -> str:
    """The tone of a kind's chip; never the only sign of it."""
    return _KINDS[kind][2]


def kind_choices(*kinds: Kind) -> list[Choice]:
    """Chips for these kinds, or for all."""
    return [Choice(kind, kind_word(kind), kind_icon(kind)) for kind in kinds or tuple(Kind)]


def setting_choices() -> list[Choice]:
    """The settings of a situation, each with what tells it apart."""
    return [Choice(setting, _tr(word)) for setting, word in _SETTINGS.items()]


def source_choices() -> list[Choice]:
    """Where learning comes from."""
    return [Choice(source, _tr(word)) for source, word in _SOURCES.items()]


def moment_choices() -> list[Choice]:
    """The moments in which one needs to know something."""
    return [Choice(moment, _tr(word)) for moment, word in _MOMENTS.items()]


def day(which: dt.date, today: dt.date) -> str:
    """A day: "Today, Thursday 19 November"; with the year only where it is another one."""
    form = "dddd d MMMM" if which.year == today.year else "dddd d MMMM yyyy"
    written = dated(which, form)
    if which == today:
        return QCoreApplication.translate(_CONTEXT, "Today, {day}").format(day=written)
    if (today - which).days == 1:
        return QCoreApplication.translate(_CONTEXT, "Yesterday, {day}").format(day=written)
    return written


def dated(which: dt.date, form: str) -> str:
    """A day in one of Qt's forms, "MMMM yyyy"."""
    return QLocale().toString(QDate(which.year, which.month, which.day), form)


def clock(which: dt.time | None) -> str:
    """A time of day as the locale writes it, or ""."""
    if which is None:
        return ""
    return QLocale().toString(QTime(which.hour, which.minute), QLocale.FormatType.ShortFormat)


def excerpt(episode: Episode | Line) -> str:
    """What a list says of an episode beside its title: its story, or else its result, never the title again."""
    story = " ".join(episode.story[:600].split())
    told = "" if story.rstrip(".") == episode.title else story
    return told or " ".join(episode.result[:600].split())


def value_word(value: StrEnum) -> str:
    """A value of any other enumeration, in sentence case: "Not started"."""
    return _tr(value.value.replace("-", " ").capitalize())


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
