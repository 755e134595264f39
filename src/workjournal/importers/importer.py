"""What an importer is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from workjournal.errors import JournalError
from workjournal.importers.item import Given
from workjournal.importers.trees import Tree


class UnknownFormat(JournalError):
    """{name} is none of the journals that can be read here. Known are: {known}."""


class ArchiveInside(UnknownFormat):
    """{name} is none of the journals that can be read here, but {inside} in it may be one: choose that by itself."""


class NotThisFormat(JournalError):
    """{name} is no {format} journal: {reason}. Nothing was imported."""


class PassphraseNeeded(JournalError):
    """{name} is encrypted. Give its passphrase."""


class WrongImportPassphrase(JournalError):
    """That passphrase does not open {name}, or the file was changed. Nothing was imported."""


class SettingRefused(JournalError):
    """{setting} cannot be "{value}": {reason}."""


@dataclass(frozen=True)
class Setting:
    """Something a person may say about how the files are to be read; left empty, it is guessed and a Note tells how."""

    key: str
    title: str
    hint: str


@dataclass(frozen=True)
class Asked:
    """How to read: the passphrase where there is one, and the settings by key."""

    passphrase: str = field(default="", repr=False)
    settings: Mapping[str, str] = field(default_factory=dict)

    def setting(self, key: str) -> str:
        """What was said about it, or ""."""
        return self.settings.get(key, "").strip()


@dataclass(frozen=True)
class Importer:
    """A kind of journal that can be read.

    Attributes:
        key: "day-one"; also where things came from, so it never changes.
        title: "Day One".
        about: which files of it are read, in one line.
        accepts: whether this looks like such a journal: names, and the beginning of a file at most. It may be
            mistaken; it raises nothing but what the tree raises.
        read: the items one by one, each trouble at its place. It raises a JournalError only where nothing can be
            read at all: another kind of file, a wrong passphrase.
        settings: what may be said about it.
        changed: what of an item's `unknown` says when it was changed last, where its key stays the same then.
    """

    key: str
    title: str
    about: str
    accepts: Callable[[Tree], bool]
    read: Callable[[Tree, Asked], Iterator[Given]]
    settings: tuple[Setting, ...] = ()
    changed: tuple[str, ...] = ()
