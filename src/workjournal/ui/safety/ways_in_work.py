"""What runs in a thread while a way in is changed: the change, and the backups sealed again so that they follow it."""

from dataclasses import dataclass

from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.set_passphrase import Typed


@dataclass(frozen=True)
class Followed:
    """How many backups now open as the journal does, how many could not follow, and what went wrong, in words."""

    sealed: int = 0
    left: int = 0
    trouble: str = ""


def change_passphrase(journal: Journal, way_id: str, typed: Typed) -> Followed:
    """Another passphrase in place of that one; raises what `WaysIn.change_passphrase` raises."""
    journal.ways_in.change_passphrase(way_id, typed.confirm, typed.passphrase)
    return _let_backups_follow(journal)


def add_passphrase(journal: Journal, typed: Typed) -> Followed:
    """One more; raises what `WaysIn.add_passphrase` raises."""
    journal.ways_in.add_passphrase(typed.confirm, typed.passphrase, typed.name)
    return _let_backups_follow(journal)


def add_code(journal: Journal, confirm: str, code: str) -> Followed:
    """Let the code count that was written down; raises what `WaysIn.add_code` raises."""
    journal.ways_in.add_code(confirm, code)
    return _let_backups_follow(journal)


def add_keyring(journal: Journal, confirm: str) -> Followed:
    """Let this computer's keyring open it; raises what `WaysIn.add_keyring` raises."""
    journal.ways_in.add_keyring(confirm)
    return _let_backups_follow(journal)


def remove(journal: Journal, way_id: str, confirm: str) -> Followed:
    """Take a way in away; raises what `WaysIn.remove` raises."""
    journal.ways_in.remove(way_id, confirm)
    return _let_backups_follow(journal)


def _let_backups_follow(journal: Journal) -> Followed:
    """The change itself is done by now, so what goes wrong here is told and is no reason to say that it failed."""
    copies = len(journal.backups.all())
    try:
        left = journal.backups.reseal()
    except JournalError as error:
        return Followed(trouble=str(error))
    return Followed(copies - left, left)
