"""Settings of this machine. They hold looks and paths, never a word out of a journal."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from workjournal.paths import settings_file

MOST_RECENT = 8
COLOURS = 5
"""As many as the theme has colours for charts; a colour is a place in that series, so it fits light and dark."""

_HOURS = {"reminders", "remind_at", "remind_days", "remind_due"}


@dataclass(frozen=True)
class Recent:
    """A journal opened earlier: where it lies and the colour of its dot, and nothing else about it."""

    path: str
    colour: int = 0


@dataclass
class Settings:
    """What the program remembers between starts.

    Attributes:
        theme: "system", "light" or "dark".
        scale: size of everything, 1.0 = 100 %.
        contrast: "system", "more" or "usual".
        still: whether nothing moves by itself.
        last_vault: folder of the vault opened last, or "".
        window: the window's size and place as Qt writes them, in base64.
        idle_minutes: after how long a pause the journal locks; 0 for never.
        reminders: "on", "off", or "" as long as nobody was asked.
        remind_at: when the working day ends, "16:30".
        remind_days: the working days, 1 Monday to 7 Sunday: "12345"; "" for those usual in this country.
        remind_due: whether check-ins and reviews that are due are told too, as numbers.
        reminded: the day on which a reminder was said last, "2026-11-20", or "".
        snoozed: until when it is put off, as ISO text with the offset, or "".
        stay_in_tray: whether the program goes on in the tray when its window is closed.
        recent: the vaults opened last, newest first.
    """

    theme: str = "system"
    scale: float = 1.0
    contrast: str = "system"
    still: bool = False
    last_vault: str = ""
    window: str = ""
    idle_minutes: int = 5
    reminders: str = ""
    remind_at: str = "16:30"
    remind_days: str = ""
    remind_due: bool = True
    reminded: str = ""
    snoozed: str = ""
    stay_in_tray: bool = False
    recent: list[Recent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._as_read = usual()
        """What the file held, as far as this program knows: only what differs from it is written."""

    @classmethod
    def load(cls) -> "Settings":
        """Read the settings; a missing or unreadable file gives the defaults, since nothing in it is precious."""
        try:
            stored = json.loads(settings_file().read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        made = cls()
        for one in fields(cls):
            if one.name != "recent" and isinstance(stored.get(one.name), type(one.default)):
                setattr(made, one.name, stored[one.name])
        made.recent = _recent(stored.get("recent"))
        if made.last_vault and not made.recent:  # written before there was a list
            made.recent = [Recent(made.last_vault)]
        made._as_read = asdict(made)
        return made

    def save(self) -> None:
        """Write what was changed here beside the old ones and swap; a full or read-only home is no reason to stop work.

        What another program changed meanwhile, a terminal beside the window, stays.
        """
        target, mine = settings_file(), asdict(self)
        changed = {name: value for name, value in mine.items() if value != self._as_read[name]}
        beside = target.with_name(f"{target.name}.{os.getpid()}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            written = json.dumps({**asdict(Settings.load()), **changed}, indent=1)
            beside.write_text(written, encoding="utf-8")
            beside.chmod(0o600)
            beside.replace(target)
            self._as_read = mine
        except OSError:
            beside.unlink(missing_ok=True)

    def change(self, changes: Mapping[str, object]) -> None:
        """Set these and keep them; with other hours, what was said for the old ones does not count."""
        for name, value in changes.items():
            setattr(self, name, value)
        if _HOURS & changes.keys():
            self.reminded = self.snoozed = ""
        self.save()

    def remember(self, vault: Path) -> None:
        """Put the vault's folder first, for the next start; the oldest over MOST_RECENT goes."""
        path = str(vault.resolve())
        others = [one for one in self.recent if one.path != path]
        colour = next((one.colour for one in self.recent if one.path == path), _free_colour(others))
        self.last_vault = path
        self.recent = [Recent(path, colour), *others][:MOST_RECENT]
        self.save()

    def forget(self, path: str) -> None:
        """Take a vault off the list; its folder stays as it is."""
        self.recent = [one for one in self.recent if one.path != path]
        if self.last_vault == path:
            self.last_vault = self.recent[0].path if self.recent else ""
        self.save()

    def recolour(self, path: str, colour: int) -> None:
        """Give a vault's dot another colour."""
        self.recent = [Recent(path, colour) if one.path == path else one for one in self.recent]
        self.save()


def usual() -> dict[str, object]:
    """Every setting as it is at first, by name."""
    return {one.name: [] if one.name == "recent" else one.default for one in fields(Settings)}


def _free_colour(taken: list[Recent]) -> int:
    """The first colour that the fewest have, so that colours come in turn."""
    used = [one.colour for one in taken]
    return min(range(COLOURS), key=used.count)


def _recent(stored: object) -> list[Recent]:
    """The list as far as it can be read."""
    found: dict[str, Recent] = {}
    for one in stored if isinstance(stored, list) else ():
        path, colour = (one.get("path"), one.get("colour")) if isinstance(one, dict) else (None, None)
        if isinstance(path, str) and path and "\0" not in path:
            known = colour if type(colour) is int and 0 <= colour < COLOURS else 0
            found.setdefault(path, Recent(path, known))
    return list(found.values())[:MOST_RECENT]
