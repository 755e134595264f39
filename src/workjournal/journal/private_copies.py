"""Copies of attachments for other programs: unencrypted, for this user alone, and gone when the journal is closed."""

from pathlib import Path, PurePath

from workjournal.errors import JournalError
from workjournal.journal.private_folder import COPIES, PrivateFolder

PROGRAMS = frozenset(
    (
        *(
            "app",
            "appimage",
            "bash",
            "bat",
            "cmd",
            "com",
            "command",
            "cpl",
            "desktop",
            "exe",
            "gadget",
            "hta",
            "jar",
        ),
        *(
            "js",
            "jse",
            "lnk",
            "msc",
            "msi",
            "msp",
            "pif",
            "pl",
            "ps1",
            "py",
            "reg",
            "rb",
            "run",
            "scf",
            "scr",
            "sh",
        ),
        *("url", "vb", "vbe", "vbs", "workflow", "ws", "wsf", "wsh", "xpi", "zsh"),
    )
)
"""Endings of what a desktop may run instead of showing it."""


class StartsPrograms(JournalError):
    """The file {name} is a program, or may start one, so Workjournal does not open it. Save a copy of it if you know where it comes from."""


class NoPrivatePlace(JournalError):
    """There is no room for a private copy of {name}: {reason}. Save a copy of it elsewhere instead."""


class PrivateCopies:
    """The copies of one opened journal. The folder is made with the first."""

    def __init__(self) -> None:
        self._folder = PrivateFolder(COPIES)

    def place(self, attachment: str, name: str, size: int) -> Path:
        """Where to write a copy, in a folder that nobody else can enter.

        Args:
            attachment: what the copy is called apart from others of its name.
            name: of the file; one that every system allows.
            size: in bytes.

        Raises:
            StartsPrograms, NoPrivatePlace
        """
        if PurePath(name).suffix.lower().lstrip(".") in PROGRAMS:
            raise StartsPrograms(name=name)
        try:
            folder = self._folder.with_room(size) / attachment
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise NoPrivatePlace(name=name, reason=error.strerror) from error
        return folder / name

    def remove(self) -> None:
        """Take all of them away."""
        self._folder.release()
