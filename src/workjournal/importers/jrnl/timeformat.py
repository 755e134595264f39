"""jrnl's `timeformat`: strftime's signs as a regular expression.

jrnl writes dates by strftime without ever setting a locale, so names are English and %p is AM or PM. strptime does not
know "%F %r", its default from version 3 on, nor English names once Qt has set the language of the desktop.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MOST_SIGNS = 10
"""In one format: so few that no text, whatever its numbers, is looked at for long."""
_WORD = r"[^\W\d_]++\.?+"
_BLANK = r"[^\S\n]"
_TWO = rf"{_BLANK}?\d{{1,2}}"
"""Unpadded and padded with a blank too, as %-d and %e write it."""
_SIGNS = {
    "Y": r"\d{4}",
    "y": r"\d{2}",
    "b": f"(?:{'|'.join(MONTHS)})[a-z]*+\\.?+",
    **dict.fromkeys("mdHIMS", _TWO),
    "p": r"[ap]\.?m\.?",
    "f": r"\d{1,6}",
    "z": r"Z|[+-]\d{2}:?\d{2}",
    "j": r"\d{1,3}",
    "A": _WORD,
    "u": r"\d",
    "U": r"\d{1,2}",
    "Z": r"[A-Za-z]*+",
}
_SAME = {"B": "b", "h": "b", "a": "A", "w": "u", "W": "U", "V": "U", "e": "d", "k": "H", "l": "I", "P": "p"}
_COMPOSED = {
    "F": "%Y-%m-%d",
    "D": "%m/%d/%y",
    "x": "%m/%d/%y",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "c": "%a %b %e %H:%M:%S %Y",
    "v": "%e-%b-%Y",
}
_PIECE = re.compile(r"((?:\s|%[nt])+)|%[-_0^#]?(.)|([^%\s]+)|(%)", re.DOTALL)
_CENTURY = 69
"""Two digits from here on are 19.., as in POSIX."""


class NotAFormat(ValueError):
    """Why a text is no timeformat, as the end of a sentence."""


class NoSuchDate(ValueError):
    """It has the form of a date, but there is no such day or time."""


@dataclass(frozen=True)
class Moment:
    """What a date says. `date` is None where the format has a time alone.

    `says_more` than these, such as parts of a second; it is `vague` where its day was not there and is the first.
    """

    date: dt.date | None
    time: dt.time | None = None
    zone: str = ""
    says_more: bool = False
    vague: bool = False


class TimeFormat:
    """One timeformat, ready to read by.

    Raises:
        NotAFormat
    """

    def __init__(self, written: str) -> None:
        self.written = written
        self._groups: set[str] = set()
        if written.count("%") > MOST_SIGNS:
            raise NotAFormat("it is too long")
        self.pattern = self._made(written)
        self._regex = re.compile(self.pattern, re.IGNORECASE)
        if not self._groups & set("YyHIj"):
            raise NotAFormat("it has neither a year nor an hour")

    @property
    def names_days(self) -> bool:
        """Whether it tells a day, not a time alone."""
        return bool({"Y", "y"} & self._groups) and bool({"b", "m", "j"} & self._groups)

    @property
    def names_times(self) -> bool:
        """Whether it tells a time."""
        return bool({"H", "I"} & self._groups)

    def fits(self, text: str) -> bool:
        """Whether a text has this form, be there such a date or not."""
        return bool(self._regex.fullmatch(text.strip()))

    def read(self, text: str) -> Moment | None:
        """What a text says that has this form; None where it has another.

        Raises:
            NoSuchDate
        """
        found = self._regex.fullmatch(text.strip())
        return self.moment(found) if found else None

    def moment(self, found: re.Match[str]) -> Moment:
        """What was found by `pattern`.

        Raises:
            NoSuchDate
        """
        said = {key: value for key in self._groups if (value := found[key])}
        try:
            date = _date(said) if self.names_days else None
            time = _time(said)
        except (ValueError, OverflowError):
            raise NoSuchDate(found[0]) from None
        says_more = "Z" in said or bool(int(said.get("f", "0")))
        vague = date is not None and not {"d", "j"} & said.keys()
        return Moment(date, time, _zone(said.get("z", "")), says_more, vague)

    def _made(self, written: str) -> str:
        made = ""
        for blank, sign, literal, lone in _PIECE.findall(written):
            if lone:
                raise NotAFormat("it ends with a lone %")
            if sign in _COMPOSED:
                made += self._made(_COMPOSED[sign])
            elif sign:
                made += self._group(sign)
            else:
                made += f"{_BLANK}++" if blank else re.escape(literal)
        return made

    def _group(self, sign: str) -> str:
        sign = _SAME.get(sign, sign)
        if sign == "%":
            return "%"
        if sign not in _SIGNS:
            raise NotAFormat(f"%{sign} is not known here")
        if sign in self._groups:
            return f"(?:{_SIGNS[sign]})"
        self._groups.add(sign)
        return f"(?P<{sign}>{_SIGNS[sign]})"


@lru_cache(maxsize=512)
def timeformat(written: str) -> TimeFormat:
    """The same, once for each."""
    return TimeFormat(written)


def _date(said: Mapping[str, str]) -> dt.date:
    year = int(said["Y"]) if "Y" in said else _full_year(int(said["y"]))
    if "j" in said and "d" not in said:
        date = dt.date(year, 1, 1) + dt.timedelta(days=int(said["j"]) - 1)
        if date.year != year:
            raise ValueError(said["j"])
        return date
    month = MONTHS.index(said["b"][:3].lower()) + 1 if "b" in said else int(said["m"])
    return dt.date(year, month, int(said.get("d", "1")))


def _full_year(short: int) -> int:
    return short + (1900 if short >= _CENTURY else 2000)


def _time(said: Mapping[str, str]) -> dt.time | None:
    hour = said.get("H") or said.get("I")
    if hour is None:
        return None
    return dt.time(_hour(int(hour), said.get("p", "")), int(said.get("M", "0")), int(said.get("S", "0")))


def _hour(hour: int, half: str) -> int:
    if not half or hour > 12:  # "15:39 PM" was written by %H beside %p
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _zone(offset: str) -> str:
    if offset in {"Z", "z"}:
        return "+00:00"
    return f"{offset[:3]}:{offset[-2:]}" if offset else ""
