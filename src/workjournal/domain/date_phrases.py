"""Days and times of day in a sentence, as people write them: "yesterday 16:00", "letzten Freitag", "3 March".

What a phrase means is read by dateparser; which words are one is decided here, so that "may", "second" or "3.11" in a
sentence stay what they are. Only days that are past or today: a journal tells what has happened.
"""

import datetime as dt
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_YEAR = r"(?:19|20)\d\d"
_BEFORE, _AFTER = r"(?<![\w.,:/+#@~!-])", rf"(?![\w/-]|[.,:]\w|,? {_YEAR}\b)"
"""A phrase stands by itself: not in a version, a file's name, a range or a sum, nor without the year that follows."""
_NUMBER_EN = r"\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBER_DE = r"\d{1,2}|eine[mr]|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
_WEEKDAY_EN = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY_DE = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
_MONTH_EN = (
    r"(?:(?i:january|february|april|june|july|september|october|november|december)|March|May|August"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
"""Those that are also other words, and short forms, only with their capital."""
_MONTH_DE = (
    r"(?i:januar|jänner|februar|feber|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    r"|(?:jan|feb|mär|apr|jun|jul|aug|sept?|okt|nov|dez)\.?)"
)
_ISO = rf"{_YEAR}-(?:0\d|1[0-2])-\d\d"
_DAYS = {
    "en": "|".join((
        r"(?i:the day before yesterday|yesterday)",
        rf"(?i:last {_WEEKDAY_EN})",
        rf"(?i:(?:{_NUMBER_EN}) (?:day|week)s? ago)",
        rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH_EN}(?:,? {_YEAR})?",
        rf"{_MONTH_EN} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?",
        _ISO,
    )),
    "de": "|".join((
        r"(?i:vorgestern|gestern)",
        rf"(?i:(?:am )?(?:letzten|vergangenen) {_WEEKDAY_DE})",
        rf"(?i:vor (?:{_NUMBER_DE}) (?:tag(?:en?)?|wochen?))",
        rf"\d{{1,2}}\. ?{_MONTH_DE}(?: {_YEAR})?",
        r"(?i:am|vom) \d{1,2}\.\d{1,2}\.(?!\d)",
        rf"\d{{1,2}}\.\d{{1,2}}\.{_YEAR}",
        _ISO,
    )),
}  # fmt: skip
_SPAN = {"en": "h|hours?|hrs?|min|minutes?|long", "de": "h|std|stunden?|min|minuten?|lang"}
_TIMES = {
    "en": r"(?P<led>at )?(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?(?P<half> ?[ap]\.?m\b\.?)?",
    "de": r"(?P<led>um |gegen )?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?P<uhr> ?Uhr\b(?: (?P<past>[0-5]\d)\b)?)?",
}
LANGUAGES = tuple(_DAYS)
"""Those in which phrases are known; in others nothing is taken for a day or a time."""
_LED_DE = re.compile(r"^(?:am |vom )?(?:letzten |vergangenen )?", re.IGNORECASE)
_SATURDAY = re.compile("sonnabend", re.IGNORECASE)
_SPANNED = re.compile(r"\bago$|^vor ", re.IGNORECASE)


@dataclass(frozen=True)
class Phrase:
    """What stands from `start` to before `end` of a text: a day, or a time of day."""

    start: int
    end: int
    value: dt.date | dt.time

    def typed_in(self, text: str) -> str:
        """Its words."""
        return text[self.start : self.end]


@cache
def _day_pattern(language: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}(?:{_DAYS[language]}){_AFTER}")


@cache
def _time_pattern(language: str) -> re.Pattern[str]:
    span = rf"(?! ?(?:{_SPAN[language]})\b)"
    return re.compile(rf"(?<![\w.,:/+#@~!-])(?:{_TIMES[language]})(?![\w:/%]|[.,]\d){span}", re.IGNORECASE)


def has_days(text: str, language: str) -> bool:
    """Whether something in the text looks like a day, so that it is worth loading what can read it."""
    return language in _DAYS and _day_pattern(language).search(text) is not None


def is_ready() -> bool:
    """Whether what reads days is loaded; that takes about 0.4 s, so a window does it in a thread."""
    return "dateparser" in sys.modules and _loaded.cache_info().currsize > 0


def load() -> None:
    """Load what reads days, and have it read its first one in each language."""
    _loaded()


def days_in(text: str, language: str, today: dt.date) -> Iterator[Phrase]:
    """The days a text names, in their order; future ones are left out."""
    if language not in _DAYS:
        return
    for found in _day_pattern(language).finditer(text):
        day = _day(found.group(), language, today)
        if day is not None and day <= today:
            yield Phrase(found.start(), found.end(), day)


def times_in(text: str, language: str, after_days: frozenset[int] = frozenset()) -> Iterator[Phrase]:
    """The times of day in a text, in their order.

    Args:
        text: any.
        language: one of LANGUAGES; others have none.
        after_days: where phrases of days end; "9:30" alone could be a score, behind "yesterday " it is a time.
    """
    if language not in _TIMES:
        return
    for found in _time_pattern(language).finditer(text):
        before = text[: found.start()].rstrip(" ,")
        time = _time(found, led=bool(found["led"]) or len(before) in after_days)
        if time is not None:
            yield Phrase(found.start(), found.end(), time)


def _time(found: re.Match[str], *, led: bool) -> dt.time | None:
    groups = found.groupdict()
    hour = int(groups["hour"])
    minute = groups["minute"] or groups.get("past")
    half, uhr = groups.get("half"), groups.get("uhr")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * ("p" in half.lower())
    elif not uhr and (minute is None or "." in found.group() or not (led or len(groups["hour"]) == 2)):
        return None
    return dt.time(hour, int(minute or 0)) if hour < 24 else None


@lru_cache(maxsize=256)
def _day(phrase: str, language: str, today: dt.date) -> dt.date | None:
    """The day of a whole phrase, the latest that is not after today; None for one there never was."""
    words = phrase
    if language == "de":
        words = _SATURDAY.sub("Samstag", _LED_DE.sub("", phrase))
    for written in _with_years(words, today):
        read = _read(written, language, today)
        if read is not None and read <= today and _fits(read, written):
            return read
    return None


def _with_years(words: str, today: dt.date) -> Iterator[str]:
    """The phrase as it is to be read: a day without a year may be of this one or of those before."""
    if not re.search(r"\d", words) or re.search(r"\d{4}", words) or _SPANNED.search(words):
        yield words
        return
    # 29 February comes back after eight years at the latest.
    for back in range(9 if "29" in words else 2):
        yield f"{words}{'' if words.endswith('.') else ' '}{today.year - back}"


def _fits(read: dt.date, written: str) -> bool:
    """Whether a day by its date is that one: 30 February is not the second of March."""
    return not re.search(r"\d{4}", written) or read.day in map(int, re.findall(r"\d+", written))


def _read(words: str, language: str, today: dt.date) -> dt.date | None:
    read = _loaded().parse(
        words,
        languages=[language],
        settings={
            "RELATIVE_BASE": dt.datetime.combine(today, dt.time(12)),
            "PREFER_DATES_FROM": "past",
            "RETURN_AS_TIMEZONE_AWARE": False,
            **({"DATE_ORDER": "YMD"} if re.match(_ISO, words) else {"DATE_ORDER": "DMY"}),
        },
    )
    return None if read is None else read.date()


@cache
def _loaded() -> Any:  # a module without types
    import dateparser

    for language, words in (
        ("en", "yesterday"),
        ("de", "vor 2 Tagen"),
        ("en", "3 March 2025"),
        ("de", "3. März 2025"),
    ):
        dateparser.parse(words, languages=[language])
    return dateparser
