"""Instants and the clocks that people read them from."""

import datetime as dt
import re
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")


def local(instant: dt.datetime, zone: str) -> tuple[dt.datetime, str]:
    """What the writer's clock showed, to the minute's second, without a zone; and the zone that was taken.

    Args:
        instant: aware.
        zone: "Europe/Dublin", "+02:00", "GMT+0200" or "". One that is empty or not known is this computer's.
    """
    known = _zone(zone)
    there = instant.astimezone(known) if known else instant.astimezone()
    if known is None:
        zone = there.strftime("%z")
        zone = f"{zone[:3]}:{zone[3:5]}"
    return there.replace(tzinfo=None, microsecond=0), zone


def instant(text: str) -> dt.datetime:
    """An aware instant out of ISO 8601: "2024-04-16T23:00:00Z"; one without a zone is UTC.

    Raises:
        ValueError
    """
    found = dt.datetime.fromisoformat(text.strip())
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


@lru_cache(maxsize=256)
def _zone(name: str) -> dt.tzinfo | None:
    if name.strip() in {"Z", "z"}:
        return dt.UTC
    offset = _OFFSET.fullmatch(name.strip())
    if offset:
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        if hours > 23 or minutes > 59:
            return None
        size = dt.timedelta(hours=hours, minutes=minutes)
        return dt.timezone(-size if offset[1] == "-" else size)
    try:
        return ZoneInfo(name.strip()) if name.strip() else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a name from a file may be anything, a path even
        return None
