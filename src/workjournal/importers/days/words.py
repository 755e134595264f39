"""The names of months and weekdays, in English and German, whole and shortened."""

import re

_MONTHS = (
    ("january", "januar", "jänner"),
    ("february", "februar", "feber"),
    ("march", "märz", "maerz", "mrz"),
    ("april",),
    ("may", "mai"),
    ("june", "juni"),
    ("july", "juli"),
    ("august",),
    ("september",),
    ("october", "oktober"),
    ("november",),
    ("december", "dezember"),
)
_WEEKDAYS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"),
)
_SHORT_WEEKDAYS = (
    "mo",
    "tu",
    "tue",
    "tues",
    "we",
    "wed",
    "th",
    "thu",
    "thur",
    "thurs",
    "fr",
    "fri",
    "sa",
    "sat",
    "su",
    "sun",
)
_SHORT_DAYS_GERMAN = ("di", "die", "mi", "mit", "do", "don", "fre", "sam", "so", "son", "mon")

_BY_NAME = {
    name[:length]: number
    for number, names in enumerate(_MONTHS, 1)
    for name in names
    for length in range(3, len(name) + 1)
}
_ALL_WEEKDAYS = frozenset((*_WEEKDAYS, *_SHORT_WEEKDAYS, *_SHORT_DAYS_GERMAN))


def _any_of(words: frozenset[str] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?:{_any_of(_BY_NAME)})"
"""A pattern for the name of a month."""
WEEKDAY = rf"(?:{_any_of(_ALL_WEEKDAYS)})"
"""A pattern for the name of a weekday."""


def month_of(name: str) -> int:
    """1 to 12; 0 for no month."""
    return _BY_NAME.get(name.casefold().rstrip("."), 0)


def is_weekday(word: str) -> bool:
    """Whether it is the name of a weekday, with or without what stands around it: "(Sun)"."""
    return re.sub(r"[\W\d_]+", "", word).casefold() in _ALL_WEEKDAYS
