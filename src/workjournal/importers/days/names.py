"""Notes that are named by their day: 2024-06-16, 16.06.2024, 2024/06/16 in folders, and by a format that was set."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from workjournal.importers.days.formats import DayFormat
from workjournal.importers.days.times import LONGEST
from workjournal.importers.days.words import is_weekday, month_of
from workjournal.importers.days.written import Order, date_of, leading_day

_TIME = re.compile(
    r"(?:[T_-]|[ ,_-]+(?:at )?)([01][0-9]|2[0-3])([-.:h꞉_])([0-5][0-9])(?:\2([0-5][0-9]))?(?![0-9])"
)
_COMPACT_TIME = re.compile(r"[T_-]?([01][0-9]|2[0-3])(_?)([0-5][0-9])([0-5][0-9])?(?![0-9])")
_WITHIN = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.])([0-9]{2})\2([0-9]{2})(?![0-9])")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})")
_YEAR_MONTH = re.compile(r"((?:19|20)[0-9]{2})[-_. ]?([0-9]{2})(?![0-9]).*")
_NUMBER = re.compile(r"([0-9]{1,2})(?![0-9])(.*)")
_MONTH_DAY = re.compile(r"([0-9]{2})[-_.]([0-9]{2})(?![0-9])(.*)")
_SIGNS = " -_–—:.,()"


@dataclass(frozen=True)
class Named:
    """What a name tells: the day, the time where it has one, and the title that is left of it, or ""."""

    date: dt.date
    time: dt.time | None
    title: str


@dataclass(frozen=True)
class DayNames:
    """How notes are named.

    Attributes:
        formats: as the program or the person set them; they are tried first.
        order: of 03-04-2024.
    """

    formats: Sequence[DayFormat] = ()
    order: Order | None = None

    def of(self, path: str) -> Named | None:
        """What the path of a note, without its ending, tells; None where it tells no day."""
        parts = path.split("/")
        for form in self.formats:
            found = form.read("/".join(parts[-form.folders - 1 :]))
            if found:
                return Named(found.date, found.time, "")
        return self._of_name(parts[-1]) or _of_folders(parts) or self._of_parent(parts)

    def _of_name(self, name: str) -> Named | None:
        found = leading_day(name, self.order)
        if found:
            date, rest = found
            time = _TIME.match(rest) or (_COMPACT_TIME.match(rest) if _is_compact(name, rest) else None)
            if time:
                rest = rest[time.end() :]
            return Named(date, _time(time), _title(rest))
        within = _WITHIN.search(name[: LONGEST * 4])
        day = date_of(int(within[1]), int(within[3]), int(within[4])) if within else None
        return Named(day, None, name) if day else None

    def _of_parent(self, parts: list[str]) -> Named | None:
        """A note in a folder of its day."""
        if len(parts) < 2:
            return None
        found = leading_day(parts[-2], self.order)
        named = Named(found[0], None, "") if found else _of_folders(parts[:-1])
        return Named(named.date, None, parts[-1]) if named else None


def _of_folders(parts: list[str]) -> Named | None:
    """2024/06/16, 2024/06-June/16 Sunday, 2024-06/16, 2024/06-16."""
    name, folders = parts[-1][: LONGEST * 4], parts[:-1]
    if folders and (found := _MONTH_DAY.fullmatch(name)) and (year := _YEAR.fullmatch(folders[-1])):
        day = date_of(int(year[1]), int(found[1]), int(found[2]))
        return Named(day, None, _title(found[3])) if day else None
    found = _NUMBER.fullmatch(name)
    month = _month(folders)
    if not found or not month:
        return None
    rest = found[2]
    if rest and rest[0] not in _SIGNS and rest[:2].lower() not in {"st", "nd", "rd", "th"}:
        return None
    day = date_of(*month, int(found[1]))
    return Named(day, None, _title(rest)) if day else None


def _month(folders: list[str]) -> tuple[int, int] | None:
    """Year and month of the folders a note is in."""
    if not folders:
        return None
    last = folders[-1][:LONGEST]
    both = _YEAR_MONTH.fullmatch(last)
    if both:
        return int(both[1]), int(both[2])
    year = _YEAR.fullmatch(folders[-2]) if len(folders) > 1 else None
    number = _NUMBER.fullmatch(last)
    month = int(number[1]) if number else month_of(last)
    return (int(year[1]), month) if year and month else None


def _is_compact(name: str, rest: str) -> bool:
    """Whether the day is all figures, so that figures behind it are a time: 202406161030, 20240616T103000."""
    day = name[: len(name) - len(rest)]
    return day[-8:].isdigit() and len(day) >= 8


def _time(found: re.Match[str] | None) -> dt.time | None:
    return dt.time(int(found[1]), int(found[3]), int(found[4] or 0)) if found else None


def _title(rest: str) -> str:
    title = rest.strip(_SIGNS)
    return "" if is_weekday(title) else title
