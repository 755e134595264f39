"""jrnl's journal as text: each entry begins a line with its date in brackets, `[2013-06-09 15:39] My first entry. *`.

How jrnl reads it back (journals/Journal.py, journals/Entry.py): an entry begins where a line begins with brackets that
hold a date, and a blank behind; other brackets are text. The first line is the title (of a single line: its first
sentence), a star at its end marks a favourite, the rest is the body. Version 1 had no brackets.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from workjournal.importers.importer import SettingRefused
from workjournal.importers.item import Given, Item, Note, Trouble, Weight, fingerprint
from workjournal.importers.jrnl.date_forms import candidates
from workjournal.importers.jrnl.dates import (
    LONGEST,
    Chosen,
    bare_dates,
    bare_forms,
    choose,
    choose_all,
    choose_bare,
)
from workjournal.importers.jrnl.settings import TIMEFORMAT, Settings
from workjournal.importers.jrnl.timeformat import Moment, NoSuchDate, TimeFormat
from workjournal.importers.jrnl.title import split_title, without_blank_lines, without_star
from workjournal.importers.trees import shown

_BRACKETS = re.compile(rf"^\[([^\]\n]{{1,{LONGEST}}})\](?: |$)", re.MULTILINE)
_UNREADABLE = 7
"""Letters from which on brackets may have been meant as a date, where no date of a journal can be read."""
_HASHES = Note(
    'Words behind "#" were taken as tags too. If they are none, say that the sign before tags is "@".'
)


@dataclass(frozen=True)
class Source:
    """What a text is from. `day` is what its file's name says, which then is the day of all that is in it."""

    name: str
    settings: Settings
    day: dt.date | None = None

    @cached_property
    def shown(self) -> str:
        """The name, for messages."""
        return shown(self.name)


class _Mark(NamedTuple):
    """Where an entry begins, where its text does; its date as it was written and read, None where it cannot be."""

    start: int
    end: int
    written: str
    moment: Moment | None


def looks_dated(start: str, *, bare: bool, undated: bool) -> bool:
    """Whether a text begins with an entry; with `bare` and `undated` also without brackets, without a date in them."""
    line = start.lstrip().partition("\n")[0]
    found = _BRACKETS.match(line)
    if found:
        return bool(candidates(found[1])) or (undated and len(found[1]) >= _UNREADABLE)
    return bare and bool(bare_forms(line))


def items(text: str, source: Source, seen: Counter[str]) -> Iterator[Given]:
    """The entries of a text, with what was guessed before them and what is wrong with any beside it.

    There are none in a text without dates, unless the source's day is known. `seen` counts equal ones.

    Raises:
        SettingRefused: by the timeformat that was given no date can be read.
    """
    given = source.settings.timeformat
    bare = not _BRACKETS.match(text.lstrip())
    chosen = list(_chosen(text, source, bare=bare))
    forms = [*([given] if given else []), *(each.format for each in chosen)]
    marks = list(_marks(text, forms, bare=bare and not source.day, undated=not source.day))
    if given and not source.day:
        _check(given, marks, source)
    yield from map(_note, () if source.day else chosen)
    if source.settings.takes_hashes(text):
        yield _HASHES
    line, counted = 1, 0
    for mark, text_end in _with_ends(marks, text, source.day):
        line, counted = line + text.count("\n", counted, mark.start), mark.start
        yield from _given(mark, text[mark.end : text_end], source, line, seen)


def key(item: Item, seen: Counter[str]) -> str:
    """What tells an item apart: when it was and what it says, in whichever of jrnl's formats; equal ones are counted."""
    words = " ".join(f"{item.title} {item.text}".split())
    said = fingerprint("jrnl", item.date, f"{item.time:%H:%M}" if item.time else None, words)
    seen[said] += 1
    return said if seen[said] == 1 else fingerprint(said, seen[said])


def _chosen(text: str, source: Source, *, bare: bool) -> Iterator[Chosen]:
    """By what the dates are read that were given no timeformat, or are not written by it."""
    given = source.settings.timeformat
    dates = [found[1] for found in _BRACKETS.finditer(text)]
    if source.day:
        # A day's file begins with a date; what is in brackets further down may be the clock of a chat.
        first = None if given and any(map(given.fits, dates[:1])) else choose(dates[:1], source.day)
        yield from [first] if first else []
    elif bare and not given and (found := choose_bare(text)):
        yield found
    elif not bare or not given:
        yield from choose_all([date for date in dates if not given or not given.fits(date)])


def _check(given: TimeFormat, marks: Iterable[_Mark], source: Source) -> None:
    reason = (
        "" if any(given.fits(mark.written) for mark in marks) else f"no date in {source.shown} is written so"
    )
    reason = reason if given.names_days else "there is no day in it"
    if reason:
        raise SettingRefused(setting=f"The {TIMEFORMAT.key}", value=given.written, reason=reason)


def _note(chosen: Chosen) -> Note:
    said = f'Dates such as "{chosen.example}" were read by the timeformat "{chosen.format.written}"'
    if not chosen.doubtful:
        return Note(f"{said}.")
    return Note(f"{said}, as {chosen.moment.date}. If that is not the day, say how dates are written.")


def _marks(text: str, forms: Sequence[TimeFormat], *, bare: bool, undated: bool) -> Iterator[_Mark]:
    """Where entries begin; with `undated` where brackets might have been dates, if none is one."""
    if bare and forms:
        found = [_bare_mark(each, forms[0]) for each in bare_dates(forms[0], text)]
        if found:
            yield from found
            return
    brackets = list(_BRACKETS.finditer(text))
    marks = [mark for each in brackets if (mark := _bracket_mark(each, forms))]
    if not marks and undated and not bare:
        long = (each for each in brackets if len(each[1]) >= _UNREADABLE)
        marks = [_Mark(each.start(), each.end(), each[1], None) for each in long]
    yield from marks


def _bare_mark(found: re.Match[str], form: TimeFormat) -> _Mark:
    try:
        moment = form.moment(found)
    except NoSuchDate:
        moment = None
    return _Mark(found.start(), found.end(), found[0].strip(), moment)


def _bracket_mark(found: re.Match[str], forms: Sequence[TimeFormat]) -> _Mark | None:
    """None where the brackets hold no date, so that they are part of a text."""
    for form in forms:
        try:
            moment = form.read(found[1])
        except NoSuchDate:
            return _Mark(found.start(), found.end(), found[1], None)
        if moment:
            return _Mark(found.start(), found.end(), found[1], moment)
    return None


def _with_ends(marks: list[_Mark], text: str, day: dt.date | None) -> Iterator[tuple[_Mark, int]]:
    """Each with the end of its text; before them one for what stands before the first, if that is anything."""
    first = marks[0].start if marks else len(text)
    if (marks or day) and text[:first].strip():
        yield _Mark(0, 0, "", None), first
    ends = [after.start - 1 for _, after in pairwise(marks)]  # without the line end before a date
    yield from zip(marks, [*ends, len(text)], strict=False)


def _given(mark: _Mark, text: str, source: Source, line: int, seen: Counter[str]) -> Iterable[Given]:
    place = f"{source.shown}, line {line}"
    first, newline, rest = text.lstrip().partition("\n")
    head, starred = without_star(first)
    title, behind = split_title(head, by_sentence=not newline and not starred)
    body = without_blank_lines(rest)
    if not head and not body:
        return [Trouble(place, "There is a date without any text.")]
    moment = mark.moment or Moment(None)
    trouble = _trouble(mark, source.day)
    item = Item(
        key="",
        place=place,
        title=title,
        text=f"{behind}\n{rest.rstrip()}" if behind and body else behind or body,
        date=source.day or moment.date,
        time=moment.time,
        zone=moment.zone,
        tags=source.settings.tags(text),
        starred=starred,
        unknown={"date": mark.written} if mark.written and (trouble or moment.says_more) else {},
    )
    found = replace(item, key=key(item, seen))
    return [found, Trouble(place, trouble, Weight.PARTLY)] if trouble else [found]


def _trouble(mark: _Mark, day: dt.date | None) -> str:
    moment = mark.moment
    if moment and not moment.vague and day in {None, moment.date}:
        return ""
    written = shown(mark.written)
    if not written:
        return "" if day else "This stands before the first date, so it came in without one."
    if moment is None:
        return f'"{written}" is no date that can be read, so it came in without one.'
    if day and moment.date and moment.date != day:
        return f'It says "{written}", but {day} was taken, by the name of its file.'
    return (
        f'"{written}" names no day, so the first of the month was taken.' if moment.vague and not day else ""
    )
