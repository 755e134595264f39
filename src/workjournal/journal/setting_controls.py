"""What a setting can be: how a value is typed at a terminal, read back from a text, and told. No widget is named here."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import NamedTuple

_YES, _NO = ("yes", "on", "true", "1"), ("no", "off", "false", "0")


@dataclass(frozen=True)
class Control:
    """The kinds below. `typed` and `kept` raise ValueError for what is none of its values."""

    def typed(self, text: str) -> object:
        """The value somebody typed."""
        raise NotImplementedError

    def told(self, value: object) -> str:
        """A value in words, in English."""
        return str(value)

    def takes(self) -> str:
        """What can be typed, in words."""
        raise NotImplementedError

    def text_of(self, value: object) -> str:
        """A value as a preference of a journal keeps it; never ""."""
        return str(value)

    def kept(self, text: str) -> object:
        """What `text_of` made a text of."""
        return self.typed(text)


@dataclass(frozen=True)
class Switch(Control):
    """Yes or no; `on` and `off` are what that is called where it is kept."""

    on: object = True
    off: object = False

    def typed(self, text: str) -> object:
        word = text.strip().casefold()
        if word not in _YES + _NO:
            raise ValueError(text)
        return self.on if word in _YES else self.off

    def told(self, value: object) -> str:
        return "yes" if value == self.on else "no"

    def takes(self) -> str:
        return "yes or no"

    def text_of(self, value: object) -> str:
        return self.told(value)


class Option(NamedTuple):
    """One of a few values; `native` is a name that is never translated, such as that of a language."""

    value: object
    label: str
    native: bool = False


@dataclass(frozen=True)
class OneOf(Control):
    """One of a few."""

    options: tuple[Option, ...]

    def typed(self, text: str) -> object:
        word = _closed(text)
        for option in self.options:
            if word in {_closed(str(option.value)), _closed(option.label)}:
                return option.value
        raise ValueError(text)

    def told(self, value: object) -> str:
        return next((option.label for option in self.options if option.value == value), str(value))

    def takes(self) -> str:
        return ", ".join(f"“{option.label}”" for option in self.options)


@dataclass(frozen=True)
class Number(Control):
    """A whole number, kept as so many `times`; `nought` is what 0 is called where it means something else."""

    least: int
    most: int
    unit: str = ""
    nought: str = ""
    times: int = 1

    def typed(self, text: str) -> object:
        if self.nought and _closed(text) == _closed(self.nought):
            return 0
        number = int(text.strip().removesuffix(self.unit.strip()))
        if not self.least <= number <= self.most:
            raise ValueError(text)
        return number * self.times

    def told(self, value: object) -> str:
        return self.nought if self.nought and value == 0 else f"{self.number(value)}{self.unit}"

    def number(self, value: object) -> int:
        """The number that is shown of a value, rounded down."""
        return value // self.times if isinstance(value, int) else self.least

    def takes(self) -> str:
        return f"{self.least} to {self.most}"

    def kept(self, text: str) -> object:
        value = int(text)
        if not self.least <= self.number(value) <= self.most:
            raise ValueError(text)
        return value


@dataclass(frozen=True)
class TimeOfDay(Control):
    """An hour and a minute, kept as "16:30"."""

    def typed(self, text: str) -> object:
        return dt.time.fromisoformat(text.strip()).replace(tzinfo=None).isoformat("minutes")

    def takes(self) -> str:
        return "a time such as 16:30"


@dataclass(frozen=True)
class Days(Control):
    """Days of the week, kept as "12345" from 1 Monday to 7 Sunday; "" for the usual ones of this country."""

    def typed(self, text: str) -> object:
        if not re.fullmatch(r"[1-7,\s]*", text):
            raise ValueError(text)
        return "".join(sorted(set(re.findall("[1-7]", text))))

    def told(self, value: object) -> str:
        return str(value) or "as usual here"

    def takes(self) -> str:
        return "the numbers of days, 1 Monday to 7 Sunday, such as 12345"


@dataclass(frozen=True)
class Languages(Control):
    """Tags of languages ("en_GB"), maybe none; None for those of the system."""

    def typed(self, text: str) -> object:
        tags = tuple(re.split(r"[,\s]+", text.strip())) if text.strip() else ()
        if any(not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", tag) for tag in tags):
            raise ValueError(text)
        return tags

    def told(self, value: object) -> str:
        return "as the system" if value is None else ", ".join(value) if isinstance(value, tuple) else ""

    def takes(self) -> str:
        return "tags such as en_GB,de_DE, or nothing"

    def text_of(self, value: object) -> str:
        return json.dumps(value)

    def kept(self, text: str) -> object:
        return tuple(str(each) for each in json.loads(text))


@dataclass(frozen=True)
class Line(Control):
    """A line of text."""

    longest: int = 120

    def typed(self, text: str) -> object:
        line = " ".join(text.split())
        if len(line) > self.longest:
            raise ValueError(text)
        return line

    def takes(self) -> str:
        return f"a line of up to {self.longest} letters"


def _closed(text: str) -> str:
    return "".join(text.split()).casefold()
