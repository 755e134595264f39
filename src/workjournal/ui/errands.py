"""What a screen asks of the window, which alone can do it: `self.errand.emit(errands.Lock())`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Lock:
    """Lock the journal now."""


@dataclass(frozen=True)
class Change:
    """Change settings of this computer (settings.py), which hold from now on."""

    changes: Mapping[str, object]


@dataclass(frozen=True)
class Hush:
    """Read nothing of the journal for a while, since its database is written anew; or read again."""

    quiet: bool


@dataclass(frozen=True)
class Move:
    """Close the journal, move its folder, and come back at the unlock field of the new place."""

    target: Path


@dataclass(frozen=True)
class Destroy:
    """Close the journal and destroy it for good; `confirm` was found right."""

    confirm: str = field(repr=False)


@dataclass(frozen=True)
class Open:
    """Lock this journal, and come back at the unlock field of another one."""

    folder: Path


@dataclass(frozen=True)
class BackupsChanged:
    """Backups were made or taken away: say again how the journal is guarded."""


@dataclass(frozen=True)
class ShowFound:
    """Go to a screen and what was found there, and select the first of the words that stands in a text of it."""

    screen: str
    what: object
    words: tuple[str, ...] = ()
