"""Days by a format that was set: Moment's tokens (YYYY-MM-DD, as in Obsidian), a spreadsheet's (dd/mm/yyyy), or strptime's.

Tokens: https://momentjs.com/docs/#/parsing/string-format/
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from workjournal.importers.days.times import LONGEST
from workjournal.importers.days.words import MONTH, month_of
from workjournal.importers.days.written import When, date_of
from workjournal.importers.texts import NotReadable

_TOKEN = re.compile(
    r"\[(?P<literal>[^\[\]]*)\]|(?P<token>YYYY|YY|GGGG|gggg|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|do|d|E|e"
    r"|HH|H|hh|h|kk|k|mm|m|ss|s|S+|A|a|ZZ|Z|WW|Wo|W|ww|wo|w|Qo|Q)|(?P<other>.)",
    re.DOTALL,
)
_WORD = r"[^\W\d_]{1,20}\.?"
_TWO, _ONE = r"[0-9]{2}", r"[0-9]{1,2}"
_GROUPS = {
    "YYYY": ("year", r"[0-9]{4}"),
    "YY": ("year", _TWO),
    "MMMM": ("name", MONTH),
    "MMM": ("name", rf"{MONTH}\.?"),
    "MM": ("month", _TWO),
    "M": ("month", _ONE),
    "DDDD": ("of_year", r"[0-9]{3}"),
    "DDD": ("of_year", r"[0-9]{1,3}"),
    "DD": ("day", _TWO),
    "D": ("day", _ONE),
    "Do": ("day", _ONE),
    **dict.fromkeys(("HH", "hh", "kk"), ("hour", _TWO)),
    **dict.fromkeys(("H", "h", "k"), ("hour", _ONE)),
    "mm": ("minute", _TWO),
    "m": ("minute", _ONE),
    "ss": ("second", _TWO),
    "s": ("second", _ONE),
    **dict.fromkeys(("A", "a"), ("half", r"[ap]\.?m\.?")),
}
_BEHIND = {"Do": r"(?:st|nd|rd|th|\.)?"}
_UNUSED = {
    **dict.fromkeys(("GGGG", "gggg"), r"[0-9]{4}"),
    **dict.fromkeys(("dddd", "ddd", "dd"), _WORD),
    **dict.fromkeys(("ZZ", "Z"), r"(?:[+-][0-9]{2}:?[0-9]{2}|Z)"),
}
_STRPTIME = {
    "%Y": "YYYY",
    "%y": "YY",
    "%m": "MM",
    "%d": "DD",
    "%H": "HH",
    "%I": "hh",
    "%M": "mm",
    "%S": "ss",
    "%p": "A",
    "%B": "MMMM",
    "%b": "MMM",
    "%A": "dddd",
    "%a": "ddd",
    "%j": "DDDD",
    "%-d": "D",
    "%-m": "M",
    "%e": "D",
    "%F": "YYYY-MM-DD",
    "%T": "HH:mm:ss",
    "%R": "HH:mm",
}


@dataclass(frozen=True)
class DayFormat:
    """A format, `written` as it was set."""

    written: str
    _pattern: re.Pattern[str]

    @property
    def folders(self) -> int:
        """How many folders it names before the file."""
        return self.written.count("/")

    def read(self, text: str) -> When | None:
        """The moment, where the whole text is written so."""
        found = self._pattern.fullmatch(text.strip()) if len(text) <= LONGEST * 2 else None
        if not found:
            return None
        parts = {name: value for name, value in found.groupdict().items() if value}
        day = _day(parts)
        return When(day, _time(parts)) if day else None


def day_format(written: str) -> DayFormat:
    """The format.

    Raises:
        NotReadable: it does not tell a day.
    """
    if not 0 < len(written) <= LONGEST:
        raise NotReadable("it must name the year, the month and the day, as YYYY-MM-DD does")
    pattern = "".join(_patterns(_as_moment(written)))
    compiled = re.compile(pattern, re.IGNORECASE)
    names = set(compiled.groupindex)
    if "year" not in names or not ("of_year" in names or ("day" in names and names & {"month", "name"})):
        raise NotReadable("it must name the year, the month and the day, as YYYY-MM-DD does")
    return DayFormat(written, compiled)


def _as_moment(written: str) -> str:
    if "%" in written:
        return re.sub(r"%-?[A-Za-z]", lambda found: _STRPTIME.get(found[0], found[0]), written)
    if "y" in written and "Y" not in written:  # a spreadsheet's: its months are minutes behind an hour only
        upper = re.sub(r"'([^']*)'", r"[\1]", written).replace("y", "Y").replace("d", "D")
        return re.sub(r"(?<![hH]:)(?<![hHm])m+(?!:?s)", lambda found: found[0].upper(), upper)
    return written


def _patterns(written: str) -> Iterator[str]:
    seen: set[str] = set()
    for found in _TOKEN.finditer(written):
        token = found["token"]
        if token is None:
            literal = found["other"] or found["literal"] or ""
            yield r"[ \u00a0\u202f]+" if literal == " " else re.escape(literal)
        elif token in _GROUPS:
            name, pattern = _GROUPS[token]
            # A format may name the year of the folder and of the file; the first tells it.
            yield f"(?:{pattern})" if name in seen else f"(?P<{name}>{pattern})"
            yield _BEHIND.get(token, "")
            seen.add(name)
        else:
            yield _UNUSED.get(token, r"[0-9]{1,9}(?:st|nd|rd|th)?")


def _day(parts: dict[str, str]) -> dt.date | None:
    year = int(parts["year"])
    year += 0 if year > 99 else 2000 if year < 69 else 1900
    if "of_year" in parts:
        first, days = date_of(year, 1, 1), int(parts["of_year"])
        return first + dt.timedelta(days=days - 1) if first and 1 <= days <= 366 and year < 9999 else None
    month = month_of(parts["name"]) if "name" in parts else int(parts["month"])
    return date_of(year, month, int(parts["day"]))


def _time(parts: dict[str, str]) -> dt.time | None:
    if "hour" not in parts:
        return None
    hour = int(parts["hour"])
    if "half" in parts:
        hour = hour % 12 + (12 if parts["half"][0] in "pP" else 0)
    try:
        return dt.time(
            hour % 24 if hour == 24 else hour, int(parts.get("minute", 0)), int(parts.get("second", 0))
        )
    except ValueError:
        return None
