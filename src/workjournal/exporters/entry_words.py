"""The words that a sheet of printed episodes adds of its own, by language; those it shares with a pack are in wording.py."""

import datetime as dt
from dataclasses import dataclass

from workjournal.exporters.wording import Wording, wording


@dataclass(frozen=True, kw_only=True)
class EntryWords:
    """`weekdays` are whole names, Monday first; what has {braces} is filled."""

    weekdays: tuple[str, ...]
    dated: str
    """With {weekday} and {day}."""
    one_episode: str
    episodes: str
    with_private: str
    private_note: str
    people: str
    tags: str
    skills: str
    role: str
    goal: str
    difficulty: str
    energy: str
    files: str
    evidence: str
    decision: str
    outcome: str
    lessons: str
    applied: str
    when: str
    reviews: str
    told_at: str
    """Said of a reflection on several episodes where another of them has it; with {method} and {title}."""


_ENGLISH = EntryWords(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    dated="{weekday} {day}",
    one_episode="1 episode",
    episodes="{n} episodes",
    with_private="with private notes",
    private_note="Private note",
    people="People",
    tags="Tags",
    skills="Skills",
    role="Role",
    goal="Goal",
    difficulty="Difficulty",
    energy="Energy",
    files="Files",
    evidence="Evidence",
    decision="Quality of the decision",
    outcome="Quality of the outcome",
    lessons="Lessons",
    applied="Lessons applied",
    when="when",
    reviews="Reviews",
    told_at="{method}: see “{title}”",
)
_GERMAN = EntryWords(
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    dated="{weekday}, {day}",
    one_episode="1 Episode",
    episodes="{n} Episoden",
    with_private="mit privaten Notizen",
    private_note="Private Notiz",
    people="Personen",
    tags="Schlagwörter",
    skills="Fähigkeiten",
    role="Rolle",
    goal="Ziel",
    difficulty="Schwierigkeit",
    energy="Energie",
    files="Dateien",
    evidence="Belege",
    decision="Güte der Entscheidung",
    outcome="Güte des Ergebnisses",
    lessons="Lehren",
    applied="Angewandte Lehren",
    when="wenn",
    reviews="Rückblicke",
    told_at="{method}: siehe „{title}“",
)


def entry_words(language: str) -> EntryWords:
    """The words for a language tag; English where there are none."""
    return _GERMAN if language.partition("-")[0].lower() == "de" else _ENGLISH


def weekday(day: dt.date, language: str) -> str:
    """As in "Thursday 19 November 2026"."""
    words = entry_words(language)
    return words.dated.format(weekday=words.weekdays[day.weekday()], day=wording(language).day(day))


def span(start: dt.date, end: dt.date, language: str) -> str:
    """As in "November 2026", where it is all of a month, or "16 November 2026 to 22 November 2026"."""
    words: Wording = wording(language)
    if start == end:
        return weekday(start, language)
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and _ends_month(end):
        return words.month(start)
    return words.period.format(start=words.day(start), end=words.day(end))


def _ends_month(day: dt.date) -> bool:
    return (day + dt.timedelta(days=1)).day == 1
