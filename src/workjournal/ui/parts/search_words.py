"""What a search found, as the window shows it: what each sort is called, its icon, and where it opens."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from workjournal.journal.journal import Journal
from workjournal.journal.search import Hit
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.hit_list import HitRow

_CONTEXT = "SearchWords"
_EPISODES = QT_TRANSLATE_NOOP("SearchWords", "Episodes")
_REFLECTIONS = QT_TRANSLATE_NOOP("SearchWords", "Reflections")
_LESSONS = QT_TRANSLATE_NOOP("SearchWords", "Goals and lessons")
_ACTIONS = QT_TRANSLATE_NOOP("SearchWords", "Actions")
_FILES = QT_TRANSLATE_NOOP("SearchWords", "Files")
_GROWTH = QT_TRANSLATE_NOOP("SearchWords", "Skills and measures")
_OTHER = QT_TRANSLATE_NOOP("SearchWords", "Packs and methods")
SECTIONS = (_EPISODES, _REFLECTIONS, _LESSONS, _ACTIONS, _FILES, _GROWTH, _OTHER)
"""Headings under which what was found stands, in their order; to be translated by `section`."""
_KINDS = {
    "episode": (QT_TRANSLATE_NOOP("SearchWords", "Episode"), "list", _EPISODES),
    "reflection": (QT_TRANSLATE_NOOP("SearchWords", "Reflection"), "notebook-pen", _REFLECTIONS),
    "lesson": (QT_TRANSLATE_NOOP("SearchWords", "Lesson"), "lightbulb", _LESSONS),
    "recall": (QT_TRANSLATE_NOOP("SearchWords", "Recall of a lesson"), "brain", _LESSONS),
    "goal": (QT_TRANSLATE_NOOP("SearchWords", "Stretch goal"), "mountain", _LESSONS),
    "check-in": (QT_TRANSLATE_NOOP("SearchWords", "Check-in"), "mountain", _LESSONS),
    "forecast": (QT_TRANSLATE_NOOP("SearchWords", "Forecast"), "mountain", _LESSONS),
    "action": (QT_TRANSLATE_NOOP("SearchWords", "Action"), "circle-check", _ACTIONS),
    "attachment": (QT_TRANSLATE_NOOP("SearchWords", "File"), "paperclip", _FILES),
    "skill": (QT_TRANSLATE_NOOP("SearchWords", "Skill"), "graduation-cap", _GROWTH),
    "rating": (QT_TRANSLATE_NOOP("SearchWords", "Rating of a skill"), "graduation-cap", _GROWTH),
    "credential": (QT_TRANSLATE_NOOP("SearchWords", "Credential"), "award", _GROWTH),
    "measure": (QT_TRANSLATE_NOOP("SearchWords", "Measure"), "gauge", _GROWTH),
    "reading": (QT_TRANSLATE_NOOP("SearchWords", "Value of a measure"), "gauge", _GROWTH),
    "change": (QT_TRANSLATE_NOOP("SearchWords", "Marked change"), "flag", _GROWTH),
    "pulse": (QT_TRANSLATE_NOOP("SearchWords", "Pulse"), "activity", _GROWTH),
    "profile": (QT_TRANSLATE_NOOP("SearchWords", "Role profile"), "target", _GROWTH),
    "need": (QT_TRANSLATE_NOOP("SearchWords", "Level that a role needs"), "target", _GROWTH),
    "pack": (QT_TRANSLATE_NOOP("SearchWords", "Shared pack"), "file-text", _OTHER),
    "method": (QT_TRANSLATE_NOOP("SearchWords", "Own method"), "list-checks", _OTHER),
}
_SCREENS = {
    "episode": "episode",
    "reflection": "reflection",
    "lesson": "lessons",
    "goal": "goal",
    "action": "actions",
    "skill": "skills",
    "measure": "measures",
    "profile": "profiles",
    "pack": "shared_packs",
    "method": "methods",
}


def kind_word(kind: str) -> str:
    """What a sort of things is called, such as "Check-in"."""
    return _tr(_KINDS[kind][0])


def kind_icon(kind: str) -> str:
    """Its Lucide name."""
    return _KINDS[kind][1]


def section_of(kind: str) -> str:
    """The one of SECTIONS under which it stands."""
    return _KINDS[kind][2]


def section(heading: str) -> str:
    """One of SECTIONS in the user's language."""
    return _tr(heading)


def title(hit: Hit) -> str:
    """What it is called; what has no name of its own is called after what it belongs to."""
    return hit.title or hit.of or kind_word(hit.kind)


def belongs(hit: Hit) -> str:
    """What it is besides its title: "Check-in: Lead the Q1 planning"; "" where the section says it."""
    if hit.of and hit.title:
        return _tr("{kind}: {name}").format(kind=kind_word(hit.kind), name=hit.of)
    return kind_word(hit.kind) if hit.kind in {"recall", "check-in", "forecast"} or hit.of else ""


def day(date: dt.date, today: dt.date) -> str:
    """A day in few letters: "today", "12 Aug 2026"."""
    if date == today:
        return _tr("today")
    if (today - date).days == 1:
        return _tr("yesterday")
    return words.dated(date, "d MMM yyyy")


def row(hit: Hit, today: dt.date) -> HitRow:
    """A row of the list of everything that was found."""
    second, marks = hit.snippet, hit.marks
    before = belongs(hit)
    if before and second:
        before += " · "
    marks = tuple((first + len(before), last + len(before)) for first, last in marks)
    return HitRow(
        hit.id,
        title(hit),
        before + second,
        kind_icon(hit.kind),
        number=day(hit.date, today),
        title_marks=hit.title_marks if hit.title else (),
        marks=marks,
    )


def place_of(journal: Journal, hit: Hit) -> tuple[str, object]:
    """The screen on which it is read, and what to show there."""
    if hit.opens_kind == "change":
        return "measures", journal.changes.get(hit.opens).measure_id
    if hit.opens_kind == "pulse":
        return "today", hit.date
    return _SCREENS[hit.opens_kind], hit.opens


def found_words(hit: Hit) -> tuple[str, ...]:
    """The words of it that were looked for, as they are written there; those of the texts before those of the title."""
    told = [hit.snippet[first:last] for first, last in hit.marks]
    told += [hit.title[first:last] for first, last in hit.title_marks]
    return tuple(dict.fromkeys(told))


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
