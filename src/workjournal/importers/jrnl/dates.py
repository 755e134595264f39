"""By which timeformat the dates of a journal are written, told from all of them together."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from workjournal.importers.jrnl.date_forms import candidates
from workjournal.importers.jrnl.timeformat import Moment, NoSuchDate, TimeFormat, timeformat

ENOUGH, MANY = 200, 2000
"""Dates that are looked at to see which forms there are, and which of these fits."""
LONGEST = 100
"""Letters of a date."""
_MOST_WORDS = 8
"""Of a date."""
_MOST_FORMS = 4
"""In one journal: it was written by hand, or brought together from several."""
_SHORTEST = 6
"""jrnl takes nothing as short as this for a date unless by its timeformat: it is a footnote, `[1] …`."""
_Reading = tuple[str, Moment]
"""A date as it was written, and what it says."""


@dataclass(frozen=True)
class Chosen:
    """A timeformat, the first date it reads and what that says; `doubtful` where another fits all dates as well."""

    format: TimeFormat
    example: str
    moment: Moment
    doubtful: bool


def choose(dates: Sequence[str], day: dt.date | None = None) -> Chosen | None:
    """The timeformat that reads most of these, and in which they run forward: jrnl keeps entries in their order.

    Texts that are no dates at all may be among them. `day` is the one that all are of, where that is known: then a
    time alone is enough.
    """
    real = list(islice(((date, found) for date in dates if (found := candidates(date))), MANY))
    forms = dict.fromkeys(form for _, found in real[:ENOUGH] for form in found)
    fitting = (form for form in forms if day or timeformat(form).names_days)
    return _best(
        {form: tuple(_readings(timeformat(form), (date for date, _ in real))) for form in fitting}, day
    )


def choose_all(dates: Sequence[str]) -> Iterator[Chosen]:
    """The timeformats of dates that are not all written alike, each chosen by what those before it do not read."""
    for _ in range(_MOST_FORMS):
        chosen = choose(dates)
        if not chosen:
            return
        yield chosen
        dates = [date for date in dates if len(date) > _SHORTEST and not chosen.format.fits(date)]


def choose_bare(text: str) -> Chosen | None:
    """The same where dates begin lines without brackets; the first line with words in it must begin with one."""
    forms = bare_forms(text.lstrip().partition("\n")[0])
    return _best({form: tuple(islice(_bare_readings(timeformat(form), text), MANY)) for form in forms})


def bare_forms(line: str) -> tuple[str, ...]:
    """The timeformats, of day and time, by which a line may begin; the longest first."""
    words = line[:LONGEST].split(" ")[:_MOST_WORDS]
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    forms = (form for start in starts for form in candidates(start))
    # "2013-06-09 15:39 Monday was fine" ends with a word of the title.
    return tuple(form for form in forms if _has_all(timeformat(form)) and not form.endswith(("%a", "%b")))


def bare_dates(form: TimeFormat, text: str) -> Iterator[re.Match[str]]:
    """Where lines begin with a date of that form, and the blank behind it."""
    return re.finditer(rf"^{form.pattern}(?: |$)", text, re.MULTILINE | re.IGNORECASE)


def _has_all(form: TimeFormat) -> bool:
    return form.names_days and form.names_times


def _best(readings: Mapping[str, Sequence[_Reading]], day: dt.date | None = None) -> Chosen | None:
    scores = {
        form: (sum(each.date in {None, day} for _, each in found), len(found), -_steps_back(found))
        for form, found in readings.items()
    }
    best = max(scores, key=lambda form: scores[form], default=None)  # the first of equals
    if best is None or not readings[best]:
        return None
    example, moment = readings[best][0]
    rivals = [form for form in candidates(example) if scores.get(form) == scores[best]]
    differ = any(readings[form] != readings[best] for form in rivals)
    return Chosen(timeformat(best), example, moment, doubtful=differ)


def _readings(form: TimeFormat, dates: Iterable[str]) -> Iterator[_Reading]:
    for date in dates:
        try:
            found = form.read(date)
        except NoSuchDate:
            continue
        if found:
            yield date, found


def _bare_readings(form: TimeFormat, text: str) -> Iterator[_Reading]:
    for found in bare_dates(form, text):
        try:
            yield found[0].strip(), form.moment(found)
        except NoSuchDate:
            continue


def _steps_back(readings: Sequence[_Reading]) -> int:
    stamps = [(each.date or dt.date.min, each.time or dt.time.min) for _, each in readings]
    return sum(before > after for before, after in pairwise(stamps))
