"""The fields of one entry of Day One: what is taken is told by the item, the rest is kept; what is odd is a fault."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from workjournal.importers.item import Trouble, Weight, fingerprint
from workjournal.importers.texts import cleaned, plain
from workjournal.importers.trees import shown
from workjournal.importers.zones import instant, local

_EMPTY: tuple[object, ...] = (None, "", [], {})


class Fields:
    """Takes fields out of an entry. `rest` is what nobody took, `faults` say what was not as it should be."""

    def __init__(self, values: Mapping[str, Any], place: str) -> None:
        self._left = dict(values)
        self.place = place
        self.faults: list[str] = []
        self.zone_missing = False

    def look(self, name: str) -> Any:
        """A field that stays among the rest; None where there is none."""
        return self._left.get(name)

    def text(self, name: str) -> str:
        """A text, or ""."""
        value = self._left.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.faults.append(f'Its "{name}" is no text and was kept as it is.')
            return ""
        del self._left[name]
        return cleaned(value)

    def flag(self, name: str) -> bool:
        """Whether it is set."""
        value = self._left.get(name)
        if value is None or value in (0, 1):
            self._left.pop(name, None)
            return bool(value)
        self.faults.append(f'Its "{name}" is neither yes nor no and was kept as it is.')
        return False

    def tags(self, name: str) -> tuple[str, ...]:
        """Names without their sign, each once."""
        value = self._left.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.faults.append(f'Its "{name}" are no list of names and were kept as they are.')
            return ()
        del self._left[name]
        names = (" ".join(cleaned(each).split()) for each in value)
        return tuple(dict.fromkeys(name.lstrip("#") or name for name in names if name))

    def records(self, name: str) -> Iterator[Mapping[str, Any]]:
        """The mappings in a list; they stay among the rest."""
        value = self._left.get(name)
        listed = value if isinstance(value, list) else []
        yield from (each for each in listed if isinstance(each, dict))
        if value is not None and (value is not listed or not all(isinstance(each, dict) for each in listed)):
            self.faults.append(f'Its "{name}" are not all readable and were kept as they are.')

    def clock(self, date: str, zone: str, elsewhere: object = None) -> tuple[dt.datetime | None, str]:
        """What the writer's clock showed, and its zone. The instant stays among the rest, an unknown zone as well.

        Args:
            date, zone: names of the fields; an instant without a zone is in UTC.
            elsewhere: the zone where the entry names none.
        """
        said = self.text(zone).strip() or (elsewhere.strip() if isinstance(elsewhere, str) else "")
        try:
            here, taken = local(_instant(self.look(date)), said)
        except (ValueError, OverflowError, OSError):  # before the year 1 in that zone, or beyond 9999
            self.faults.append("It has no date that can be read.")
            return None, said
        self.zone_missing = not said
        if said and taken != said:
            self._left[zone] = said
            self.faults.append(
                f'Its time zone "{shown(said)}" is not known; the one of this computer was taken.'
            )
        return here, taken

    def troubles(self) -> Iterator[Trouble]:
        """The faults, at their place."""
        yield from (Trouble(self.place, fault, Weight.PARTLY) for fault in self.faults)

    def rest(self) -> dict[str, Any]:
        """What was not taken and is not empty, as JSON has it."""
        left = {name: value for name, value in self._left.items() if value not in _EMPTY}
        kept: dict[str, Any] = plain(left)
        return kept


class Keys:
    """Gives every entry of an import a key of its own, and the same one each time it is imported."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}

    def key(self, own: str, *said: object) -> str:
        """The entry's own id; where it has none, or another entry has it, what it says decides."""
        told = fingerprint(*said)
        key = (
            own if own and self._said.get(own, told) == told else "-".join((own, told[:16])) if own else told
        )
        self._said[key] = told
        return key

    def is_repeated(self, own: str, *said: object) -> bool:
        """Whether an entry of that id was there before, and said the same."""
        if own not in self._said:
            return False
        told = fingerprint(*said)
        return told in (self._said[own], self._said.get(f"{own}-{told[:16]}"))


def _instant(said: object) -> dt.datetime:
    if isinstance(said, dt.datetime):
        return said if said.tzinfo else said.replace(tzinfo=dt.UTC)
    if isinstance(said, str):
        return instant(said)
    raise ValueError
