"""Episodes on paper, day by day, with what was reflected on them: a tagged PDF, in memory only."""

import datetime as dt
import itertools
from dataclasses import dataclass

from workjournal.domain.episode import Kind
from workjournal.exporters.entry_words import EntryWords, entry_words, span, weekday
from workjournal.exporters.letters import short
from workjournal.exporters.markdown_tree import tree
from workjournal.exporters.typesetting import (
    LONGEST_HELD,
    LONGEST_RUNNING,
    Document,
    compile_pdf,
    drawable,
    language_of,
)
from workjournal.exporters.undrawable import Apart, drawn_whole, replaced, undrawable
from workjournal.exporters.wording import Wording, wording

TEMPLATE = "entries.typ"


@dataclass(frozen=True)
class PrintedLesson:
    """Its sentence, its Markdown, and when it is to come to mind."""

    text: str
    detail: str = ""
    trigger: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedReflection:
    """Answered questions in their order, as Markdown; ratings are 0–100 or None.

    `period` is that of a review. Where `told_at` is the title of another episode, the rest stands there.
    """

    method: str
    day: dt.date
    period: tuple[dt.date, dt.date] | None = None
    answers: tuple[tuple[str, str], ...] = ()
    evidence: str = ""
    decision: int | None = None
    outcome: int | None = None
    lessons: tuple[PrintedLesson, ...] = ()
    told_at: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedEntry:
    """An episode; story, result and private note are Markdown. An empty private note is not there."""

    day: dt.date
    time: dt.time | None = None
    title: str
    kind: Kind = Kind.WORK
    story: str = ""
    result: str = ""
    private_note: str = ""
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    role: str = ""
    goal: str = ""
    difficulty: int | None = None
    energy: int | None = None
    files: tuple[str, ...] = ()
    link: str = ""
    lessons: tuple[PrintedLesson, ...] = ()
    reflections: tuple[PrintedReflection, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EntriesSheet:
    """What is printed: entries in their order, reviews of periods behind them; `paper` is "a4" or "letter".

    `period` is what was asked for; without it the sheet is named after its first and last day.
    """

    entries: tuple[PrintedEntry, ...]
    reviews: tuple[PrintedReflection, ...] = ()
    period: tuple[dt.date, dt.date] | None = None
    private: bool = False
    made: dt.date
    language: str = "en"
    paper: str = "a4"


@dataclass(frozen=True)
class Typeset:
    """The PDF, and the letters that no font of ours or of this computer has: boxes or their names stand for them."""

    pdf: bytes
    boxes: str


def typeset(sheet: EntriesSheet) -> Typeset:
    """PDF/UA-1, and PDF/A-2a where our fonts have all its letters; else those of this computer help out."""
    raw = _document(sheet)
    computers = bool(undrawable(raw))

    def made(apart: Apart | None) -> bytes:
        values = drawable(raw, apart, computers=computers)
        return compile_pdf(TEMPLATE, values, archival=not computers, computers=computers)

    return Typeset(drawn_whole(made, computers=computers), replaced(raw, computers=computers))


def _document(sheet: EntriesSheet) -> Document:
    words, own = wording(sheet.language), entry_words(sheet.language)
    lang, region = language_of(sheet.language)
    lone = sheet.entries[0] if len(sheet.entries) == 1 and not sheet.reviews else None
    days = [list(day) for _, day in itertools.groupby(sheet.entries, lambda entry: entry.day)]
    title = _line(lone.title) if lone else span(*_span(sheet), sheet.language)
    first = [weekday(lone.day, sheet.language), *_told_beside(lone, words)] if lone else [_count(sheet, own)]
    return {
        "title": title,
        "title_plain": title,
        "running": short(title, LONGEST_RUNNING),
        "byline": " · ".join([*first, *([own.with_private] if sheet.private else [])]),
        "made": {"year": sheet.made.year, "month": sheet.made.month, "day": sheet.made.day},
        "lang": lang,
        "region": region,
        "paper": sheet.paper,
        "words": {
            "page": words.page,
            "of": words.of,
            "result": words.result,
            "lessons": own.lessons,
            "applied": own.applied,
            "evidence": own.evidence,
            "private_note": own.private_note,
        },
        "lone": lone is not None,
        "days": [
            {
                "heading": weekday(day[0].day, sheet.language),
                "entries": [_entry(entry, words, own) for entry in day],
            }
            for day in days
        ],
        "reviews_heading": own.reviews,
        "reviews": [_reflection(review, words, own) for review in sheet.reviews],
    }


def _span(sheet: EntriesSheet) -> tuple[dt.date, dt.date]:
    days = [entry.day for entry in sheet.entries] or [review.day for review in sheet.reviews]
    return sheet.period or (min(days), max(days))


def _count(sheet: EntriesSheet, own: EntryWords) -> str:
    number = len(sheet.entries)
    return own.one_episode if number == 1 else own.episodes.format(n=number)


def _told_beside(entry: PrintedEntry, words: Wording) -> list[str]:
    """The time and the kind."""
    kind = words.kinds[entry.kind]
    clock = entry.time.isoformat("minutes") if entry.time else ""
    return [part for part in (clock, kind[:1].upper() + kind[1:]) if part]


def _entry(entry: PrintedEntry, words: Wording, own: EntryWords) -> Document:
    rated = ((own.difficulty, entry.difficulty), (own.energy, entry.energy))
    listed = (
        (own.people, entry.people),
        (own.tags, entry.tags),
        (own.skills, entry.skills),
        (own.files, entry.files),
    )
    facts = [
        *((label, ", ".join(values)) for label, values in listed),
        (own.role, entry.role),
        (own.goal, entry.goal),
        *_rated(rated, words),
    ]
    return {
        "title": _line(entry.title),
        "note": " · ".join(_told_beside(entry, words)),
        "text": tree(entry.story),
        "held": len(entry.story) <= LONGEST_HELD,
        "result": tree(entry.result),
        "private_note": tree(entry.private_note),
        "facts": [[label, _line(value)] for label, value in facts if value.strip()],
        "link": _line(entry.link),
        "lessons": [_lesson(lesson, own) for lesson in entry.lessons],
        "reflections": [_reflection(each, words, own) for each in entry.reflections],
    }


def _reflection(told: PrintedReflection, words: Wording, own: EntryWords) -> Document:
    rated = ((own.decision, told.decision), (own.outcome, told.outcome))
    if told.period:
        day = words.period.format(start=words.day(told.period[0]), end=words.day(told.period[1]))
    else:
        day = words.day(told.day)
    elsewhere = own.told_at.format(method=_line(told.method), title=_line(told.told_at))
    return {
        "heading": _line(told.method),
        "note": day,
        "elsewhere": elsewhere if told.told_at else "",
        "answers": [[_line(question), tree(answer)] for question, answer in told.answers],
        "evidence": tree(told.evidence),
        "facts": [[label, value] for label, value in _rated(rated, words)],
        "lessons": [_lesson(lesson, own) for lesson in told.lessons],
    }


def _rated(rated: tuple[tuple[str, int | None], ...], words: Wording) -> list[tuple[str, str]]:
    return [(label, words.of_hundred.format(n=value)) for label, value in rated if value is not None]


def _lesson(lesson: PrintedLesson, own: EntryWords) -> Document:
    when = _line(lesson.trigger)
    # One that says "When …" itself needs no word before it.
    said = when.casefold().startswith(own.when)
    return {
        "text": _line(lesson.text),
        "trigger": when[:1].upper() + when[1:] if said or not when else f"{own.when.capitalize()} {when}",
        "detail": tree(lesson.detail),
    }


def _line(text: str) -> str:
    return " ".join(text.split())
