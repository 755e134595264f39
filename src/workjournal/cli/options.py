"""The kinds of values that options take; a wrong one is wrong usage."""

import datetime as dt
import enum
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from workjournal.cli.completion import values_of
from workjournal.domain.entity import SHARED_WITH, Audience
from workjournal.domain.rhythm import LONGEST

Command = TypeVar("Command", bound=Callable[..., Any])
NONE = "none"
EARLIEST, LATEST = dt.date(1, 12, 31), dt.date(9998, 12, 31)


class Cleared(enum.Enum):
    """What "none" stands for: a value that is taken away again, unlike an option that was not given."""

    CLEARED = NONE


CLEARED: Final = Cleared.CLEARED


@dataclass(frozen=True)
class Value:
    """How a word becomes a value, and what stands for it in the help."""

    read: Callable[[str], Any]
    shown: str


def _day(word: str) -> dt.date:
    today = dt.datetime.now().astimezone().date()
    if word in {"today", "yesterday"}:
        return today - dt.timedelta(days=word == "yesterday")
    try:
        return dt.date.fromisoformat(word)
    except ValueError as error:
        raise click.BadParameter(f"{word!r} is not a day such as {today}, today or yesterday.") from error


def _written_day(word: str) -> dt.date:
    day = _day(word)
    if not EARLIEST <= day <= LATEST:  # what is dated so must have a day after it, and a quarter
        raise click.BadParameter(f"{word!r} is out of reach.")
    return day


def _time(word: str) -> dt.time:
    try:
        return dt.datetime.strptime(word, "%H:%M").time()  # noqa: DTZ007 - the writer's own clock
    except ValueError as error:
        raise click.BadParameter(f"{word!r} is not a time such as 17:05.") from error


def _rating(word: str) -> int:
    if word.isascii() and word.isdecimal() and int(word) <= 100 and int(word) % 5 == 0:
        return int(word)
    raise click.BadParameter(f"{word!r} is not a rating from 0 to 100 in steps of 5.")


def _percent(word: str) -> int:
    if word.isascii() and word.isdecimal() and len(word) <= 3:
        return int(word)
    raise click.BadParameter(f"{word!r} is not a whole number of per cent.")


def _rhythm(word: str) -> int:
    if word.isascii() and word.isdecimal() and len(word) <= 3 and int(word) <= LONGEST:
        return int(word)
    raise click.BadParameter(f"{word!r} is not a number of days from 0 to {LONGEST}.")


def _number(word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise click.BadParameter(f"{word!r} is not a finite number.")
    return number


def _answer(word: str) -> tuple[str, str]:
    key, sign, text = word.partition("=")
    if not sign:
        raise click.BadParameter(f"{word!r} has no = between the prompt and the answer.")
    return key.strip(), text


def _new_file(word: str) -> Path:
    try:
        path = Path(word).expanduser()
    except RuntimeError as error:  # ~somebody
        raise click.BadParameter(f"{word!r} is the folder of nobody known here.") from error
    if not path.name:
        raise click.BadParameter(f"{word!r} names no file.")
    return path


def member(*members: enum.StrEnum) -> Value:
    """One of an enumeration's members."""
    known = {each.value: each for each in members}

    def read(word: str) -> enum.StrEnum:
        if word not in known:
            raise click.BadParameter(f"{word!r} is not one of {', '.join(known)}.")
        return known[word]

    return Value(read, f"[{'|'.join(known)}]")


def or_none(value: Value) -> Value:
    """A value, or "none" to take it away."""
    shown = value.shown.strip("[]")
    return Value(lambda word: CLEARED if word == NONE else value.read(word), f"[{shown}|{NONE}]")


TEXT = Value(str, "TEXT")
DAY = Value(_day, "DATE")
WRITTEN_DAY = Value(_written_day, "DATE")
TIME = Value(_time, "HH:MM")
RATING = Value(_rating, "0-100")
PERCENT = Value(_percent, "PERCENT")
NUMBER = Value(_number, "NUMBER")
RHYTHM = Value(_rhythm, "DAYS")
ANSWER = Value(_answer, "PROMPT=TEXT")
NEW_FILE = Value(_new_file, "FILE")
AUDIENCE = member(*SHARED_WITH)


def option(name: str, value: Value = TEXT, text: str = "", **rest: Any) -> Callable[[Command], Command]:
    """A click option of that kind of value; `text` is its line in the help."""
    rest.setdefault("shell_complete", values_of(value.shown))
    return click.option(*name.split(), type=value.read, metavar=value.shown, help=text, **rest)


def several(name: str, value: Value = TEXT, text: str = "") -> Callable[[Command], Command]:
    """An option that may be repeated."""
    return option(name, value, f"{text} May be repeated.", multiple=True)


def chosen(given: Any) -> Any:
    """The value to set: None for one that was taken away."""
    return None if given is CLEARED else given


def ticked(given: tuple[Any, ...]) -> frozenset[Audience]:
    """Whom --share named; "none" is nobody."""
    return frozenset(audience for audience in given if audience is not CLEARED)


def period(command: Command) -> Command:
    """--from and --to, both days included."""
    until = option("--to end", DAY, "The last day.")
    return option("--from start", DAY, "The first day.")(until(command))


def need_order(start: dt.date | None, end: dt.date | None) -> None:
    """Raises: click.UsageError for a period that ends before it begins."""
    if start and end and end < start:
        raise click.UsageError("--to is before --from.")


limit = click.option(
    "--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True, help="How many at most."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
