"""The fields of an entry of Journey, Diarium or Standard Notes: what is taken, what is kept, and in which form."""

import datetime as dt
from typing import Any

from workjournal.importers.attached_files import AttachedFiles
from workjournal.importers.fields import Fields
from workjournal.importers.texts import cleaned
from workjournal.importers.trees import shown
from workjournal.importers.zones import instant, local

_FILE_NAMES = ("fileName", "filename", "file_name", "name", "path", "id")
_PERSON_NAMES = ("name", "value", "title", "text")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class EntryFields(Fields):
    """Fields that are not as they should be are told, and kept."""

    def keep(self, name: str, value: Any) -> None:
        """Keep a value under that name."""
        self._left[name] = value

    def drop(self, name: str) -> None:
        """Keep nothing of a field, since it is told elsewhere."""
        self._left.pop(name, None)

    def taken_list(self, name: str) -> list[Any]:
        """The values of a list, or a single text as one of them."""
        value = self._left.get(name)
        if value is None:
            return []
        if isinstance(value, str):
            value = [value] if value.strip() else []
        if not isinstance(value, list):
            self.faults.append(f'Its "{name}" are no list and were kept as they are.')
            return []
        del self._left[name]
        return value

    def names(self, name: str) -> tuple[str, ...]:
        """Names of a list, of texts or of records that have one, each once and without its sign."""
        found: dict[str, str] = {}
        odd: list[Any] = []
        for each in self.taken_list(name):
            said = " ".join(cleaned(_named(each, _PERSON_NAMES)).split())
            said = said.lstrip("#@").strip() or said
            if said:
                found.setdefault(said.casefold(), said)
            elif each not in (None, ""):
                odd.append(each)
        if odd:
            self.faults.append(f'Some of its "{name}" are no names and were kept as they are.')
            self.keep(name, odd)
        return tuple(found.values())

    def attach(self, name: str, attached: AttachedFiles) -> None:
        """Attach the files that a list names; those that are not there stay in it."""
        missing: list[Any] = []
        for each in self.taken_list(name):
            named = cleaned(_named(each, _FILE_NAMES)).strip()
            path = attached.find(named)
            if path:
                attached.add(path)
                continue
            missing.append(each)
            self.faults.append(
                f"The file {shown(named)} is not in the export." if named else "One of its files has no name."
            )
        if missing:
            self.keep(name, missing)

    def moment(self, names: tuple[str, ...], zone_name: str = "") -> tuple[dt.datetime | None, str]:
        """What the writer's clock showed, and its zone, by the first of these fields that is an instant.

        The instants stay among the rest, and a zone that is not known.
        """
        zone = self.text(zone_name).strip() if zone_name else ""
        for name in names:
            try:
                here, taken = local(_instant(self.look(name)), zone)
            except (ValueError, OverflowError, OSError):  # before the year 1 in that zone, or beyond 9999
                continue
            if zone and taken != zone:
                self.keep(zone_name, zone)
                self.faults.append(
                    f'Its time zone "{shown(zone)}" is not known; the one of this computer was taken.'
                )
            return here, taken
        self.faults.append("It has no date that can be read.")
        return None, zone


def _named(value: Any, names: tuple[str, ...]) -> str:
    if isinstance(value, dict):
        value = next((value[name] for name in names if isinstance(value.get(name), str)), "")
    return value if isinstance(value, str) else ""


def _instant(said: Any) -> dt.datetime:
    """ISO 8601, or milliseconds since 1970."""
    if isinstance(said, str) and not said.strip().lstrip("-").isdecimal():
        return instant(said)
    if isinstance(said, bool) or not isinstance(said, int | float | str):
        raise ValueError  # noqa: TRY004 - it is told as one
    return _EPOCH + dt.timedelta(milliseconds=float(said))
