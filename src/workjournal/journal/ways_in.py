"""The ways into the opened journal: passphrases, the recovery code, this computer's keyring."""

import datetime as dt
import platform
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workjournal.errors import JournalError
from workjournal.journal.preferences import Preferences
from workjournal.store.faults import ReadOnly
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store
from workjournal.vault import ways_in
from workjournal.vault.header import SlotRecord
from workjournal.vault.slots.passphrase import PASSPHRASE
from workjournal.vault.slots.recovery_code import RECOVERY_CODE, NotACode, new_code, read_code
from workjournal.vault.slots.system_keyring import SYSTEM_KEYRING
from workjournal.vault.ways_in import NoSuchWayIn

if TYPE_CHECKING:
    from workjournal.journal.rotation import Rotated

RECOVERY_NAME = "Recovery code"
FIRST_NAME = "Passphrase"
REHEARSED = "recovery.rehearsed"
"""The preference with the day on which the recovery code was last typed to see that it works."""


class SeveralWaysIn(JournalError):
    """More than one way in is called {name}. Name the one you mean by its id; `workjournal keys list` shows it."""


@dataclass(frozen=True)
class WayIn:
    """A slot as it is shown: never its key. `used` is the day it last opened the journal; `current` opened it now."""

    id: str
    kind: str
    name: str
    made: dt.date
    used: dt.date | None
    current: bool


class WaysIn:
    """Lists and changes them. What changes asks for a passphrase or recovery code again, and takes its second."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._preferences = Preferences(store)

    def all(self) -> list[WayIn]:
        """Every way in, in the order of the header."""
        keys = self.store.keys
        return [_shown(slot, keys.slot_id) for slot in keys.header.slots]

    def identify(self, words: str) -> WayIn:
        """The one a person means: by its name, or the beginning of its id.

        Raises:
            NoSuchWayIn, SeveralWaysIn
        """
        every, wanted = self.all(), " ".join(words.split())
        found = (
            [way for way in every if way.name == wanted]
            or [way for way in every if way.name.casefold() == wanted.casefold()]
            or [way for way in every if len(wanted) >= 4 and way.id.startswith(wanted.lower())]
        )
        if not found:
            raise NoSuchWayIn(name=wanted)
        if len(found) > 1:
            raise SeveralWaysIn(name=wanted)
        return found[0]

    def confirm(self, secret: str) -> None:
        """Prove again that the journal is one's own.

        Raises:
            WrongPassphrase
        """
        ways_in.confirm(self.store.keys, secret)

    def add_passphrase(self, confirm: str, passphrase: str, name: str) -> WayIn:
        """One more passphrase.

        Raises:
            WrongPassphrase, EmptyPassphrase, NamelessWayIn
        """
        self.confirm(confirm)
        self.store.keys = ways_in.add_passphrase(self.store.keys, name, passphrase)
        return self.all()[-1]

    def new_code(self) -> str:
        """A fresh recovery code; it counts from `add_code` on, once it was written down and typed back.

        Raises:
            ReadOnly: it could not be kept.
        """
        if self.store.read_only:
            raise ReadOnly
        return new_code()

    def add_code(self, confirm: str, code: str) -> WayIn:
        """Let `code` open the journal, in place of the recovery code there was.

        Raises:
            WrongPassphrase, NotACode
        """
        self.confirm(confirm)
        self.store.keys = ways_in.add_code(self.store.keys, RECOVERY_NAME, code)
        return self.all()[-1]

    def add_keyring(self, confirm: str) -> WayIn:
        """Let this computer's keyring open the journal.

        Raises:
            WrongPassphrase, KeyringNotReady
        """
        self.confirm(confirm)
        self.store.keys = ways_in.add_keyring(self.store.keys, _keyring_name())
        return self.all()[-1]

    def change_passphrase(self, way_id: str, confirm: str, passphrase: str) -> None:
        """Another passphrase in place of that one. Backups made before still open with the old one: `Backups.reseal`.

        Raises:
            WrongPassphrase, EmptyPassphrase, NoSuchWayIn
        """
        self.confirm(confirm)
        self.store.keys = ways_in.change_passphrase(self.store.keys, way_id, passphrase)

    def replace_passphrase(self, confirm: str, passphrase: str) -> None:
        """After a recovery: a new passphrase in place of the first one, which was forgotten.

        Raises:
            WrongPassphrase, EmptyPassphrase
        """
        first = next((way for way in self.all() if way.kind == PASSPHRASE.kind), None)
        if first is None:
            self.add_passphrase(confirm, passphrase, FIRST_NAME)
        else:
            self.change_passphrase(first.id, confirm, passphrase)
        self._note_code(confirm)

    def remove(self, way_id: str, confirm: str) -> None:
        """Take a way in away; one passphrase or recovery code always stays.

        Raises:
            WrongPassphrase, LastWayIn, NoSuchWayIn
        """
        self.confirm(confirm)
        self.store.keys = ways_in.remove(self.store.keys, way_id)

    def rename(self, way_id: str, name: str) -> None:
        """Call it otherwise.

        Raises:
            NamelessWayIn, NoSuchWayIn
        """
        self.store.keys = ways_in.rename(self.store.keys, way_id, name)

    def rotate(self, confirm: str, code: str = "", report: Report = unheard) -> "Rotated":
        """Write the journal anew under a new master key; see `rotation.rotate`."""
        from workjournal.journal.rotation import rotate

        return rotate(self.store, confirm, code, report)

    def rehearse_code(self, code: str) -> None:
        """Try whether the recovery code is still at hand and right; remembered, so that it is asked for in 90 days again.

        Raises:
            NotACode, WrongPassphrase
        """
        read_code(code)
        self.confirm(code)
        self._note_code(code)

    def _note_code(self, secret: str) -> None:
        """It opened the journal: if it is a code, its sheet is where it was."""
        with suppress(NotACode):
            read_code(secret)
            self._preferences.set(REHEARSED, self.store.clock().astimezone().date().isoformat())

    def code_unproven_since(self) -> dt.date | None:
        """The day on which the recovery code was last typed, or made; None where there is none."""
        made = next((way.made for way in self.all() if way.kind == RECOVERY_CODE.kind), None)
        if made is None:
            return None
        rehearsed = self._preferences.get(REHEARSED)
        return max(made, dt.date.fromisoformat(rehearsed)) if rehearsed else made

    def has_code(self) -> bool:
        """Whether a recovery code opens this journal."""
        return any(way.kind == RECOVERY_CODE.kind for way in self.all())

    def has_keyring(self) -> bool:
        """Whether the keyring of this computer opens this journal."""
        name = _keyring_name()
        return any(way.kind == SYSTEM_KEYRING.kind and way.name == name for way in self.all())


def _keyring_name() -> str:
    return f"Keyring of {platform.node() or 'this computer'}"[: ways_in.MOST_LETTERS]


def _shown(slot: SlotRecord, current: str) -> WayIn:
    return WayIn(
        id=slot.id,
        kind=slot.kind,
        name=slot.name,
        made=dt.datetime.fromisoformat(slot.made).astimezone().date(),
        used=dt.date.fromisoformat(slot.used) if slot.used else None,
        current=slot.id == current,
    )
