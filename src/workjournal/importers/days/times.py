"""Times of day as people and programs write them, and the zones behind them."""

import datetime as dt
import re
from typing import Any

from workjournal.importers.texts import NotReadable

LONGEST = 80
"""Letters; no day and no time is longer, and no pattern has to work on a longer text."""
TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?P<fraction>[.,][0-9]{1,9})?)?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?)?(?P<oclock> uhr)?"
    r"(?: ?(?P<zone>Z|(?:UTC|GMT)?(?:[+-][0-9]{1,2}:?(?:[0-9]{2})?)|UTC|GMT)(?: \([^()]*\))?)?",
    re.IGNORECASE,
)
COMPACT_TIME = re.compile(
    r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?(?P<zone>Z|[+-][0-9]{4})?"
)


def time_of(value: Any) -> dt.time:
    """A time of day, such as 9:05, 09:05:30, 9.05 pm.

    Raises:
        NotReadable
    """
    if isinstance(value, dt.datetime):
        return value.time().replace(microsecond=0, tzinfo=None)
    if isinstance(value, dt.time):
        return value.replace(microsecond=0, tzinfo=None)
    text = str(value).strip()
    found = TIME.fullmatch(text) if len(text) <= LONGEST else None
    time = clock(found) if found else None
    if time is None:
        raise NotReadable(f"“{short(value)}” is no time of day")
    return time


def clock(found: re.Match[str]) -> dt.time | None:
    """The time that TIME or COMPACT_TIME found; None for one that no clock shows, or a figure alone."""
    parts = found.groupdict()
    half = (parts.get("half") or "").lower()
    if not (parts["minute"] or half or parts.get("oclock")):
        return None
    hour = int(parts["hour"])
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return dt.time(hour, int(parts["minute"] or 0), min(int(parts["second"] or 0), 59))
    except ValueError:
        return None


def offset(written: str) -> dt.tzinfo:
    """The zone that stands behind a time: "Z", "+2", "+0200", "GMT+02:00".

    Raises:
        NotReadable
    """
    bare = written.upper().removeprefix("UTC").removeprefix("GMT").removesuffix("Z")
    digits = bare[1:].replace(":", "")
    padded = f"{digits:0>2}00" if len(digits) < 3 else f"{digits:0>4}"
    try:
        found = dt.datetime.strptime(f"{bare[:1] or '+'}{padded}", "%z").tzinfo
    except ValueError as error:
        raise NotReadable(f"“{short(written)}” is a zone that no clock has") from error
    assert found is not None
    return found


def short(value: Any) -> str:
    """What cannot be read, in one line of a message."""
    line = " ".join(str(value)[:200].split())
    return line if len(line) <= 40 else line[:39] + "…"
