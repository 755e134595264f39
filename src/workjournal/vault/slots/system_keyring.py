"""The system's keyring: it keeps a random secret and gives it out once the user has logged in.

The weaker way in, by choice. A keyring may be locked, absent, hung, or configured to be something else: each of that
ends in KeyringNotReady. Nothing that a file or a variable names is loaded, and no call takes longer than LIMIT_SECONDS.
"""

import os
import sys
from collections.abc import Callable
from functools import cache
from queue import Empty, SimpleQueue
from threading import Thread
from types import new_class
from typing import TYPE_CHECKING, Any, TypeVar, cast

from workjournal.errors import JournalError
from workjournal.vault.keys import KEY_BYTES, derive
from workjournal.vault.slots.slot import SlotRefused, bytes_of, fresh_bytes, stored_bytes

if TYPE_CHECKING:  # loading it takes longer than the unlock field may
    from keyring.backend import KeyringBackend

SERVICE = "Workjournal"
LIMIT_SECONDS = 5.0
"""A keyring whose daemon hung blocked for over 45 s in a trial."""
_LOCKED = (
    "it is locked. Unlock it in your system's password program, or log in to the desktop again, and try again"
)
_IN_WORDS = {
    "KeyringLocked": _LOCKED,
    "LockedException": _LOCKED,
    "PromptDismissedException": "it is not set up, or what it asked was not answered. Set it up in your system's password program and try again",
    "SecretServiceNotAvailableException": "its service went away. Log in to the desktop again",
    "ConnectionResetError": "its service went away. Log in to the desktop again",
}

Answer = TypeVar("Answer")


class KeyringNotReady(JournalError):
    """The system keyring cannot be used: {reason}. The journal's passphrase and its recovery code open it without the keyring."""


class NoSecretKept(JournalError):
    """The system keyring ({place}) keeps nothing for this journal. Open it with its passphrase or its recovery code; then the keyring can be added as a way in again."""


class SystemKeyringSlot:
    """HKDF over a random secret that only the keyring keeps, under the name in `entry`."""

    kind = "system keyring"

    def parameters(self) -> dict[str, Any]:
        """A fresh salt and the name of a fresh entry."""
        return {"salt": fresh_bytes(), "entry": fresh_bytes()}

    def wrapping_key(self, secret: str, parameters: dict[str, Any]) -> bytes:
        """The 32-byte key of what `fetch` gave; see `Slot.wrapping_key`.

        Raises:
            KeyringNotReady: the secret is not one that `keep_new_secret` made.
        """
        salt, _ = stored_bytes(self.kind, parameters, "salt", "entry")
        return derive(_content(secret), self.kind, salt)


def ready() -> str:
    """What the keyring that answers is called by people, for instance "Secret Service".

    Raises:
        KeyringNotReady: there is none, it is locked, or it does not answer.
    """
    place, _ = _ask(lambda keyring: keyring.get_password(SERVICE, "nothing is kept under this name"))
    return place


def keep_new_secret(entry: str) -> str:
    """A new random secret; the keyring has it and gave it back.

    Raises:
        KeyringNotReady: it is not kept. SlotRefused: `entry` is not one of ours.
    """
    _check_entry(entry)
    secret = os.urandom(KEY_BYTES).hex()
    # Asked for something first: a person who is asked to unlock the keyring may take longer than the limit, and
    # what is written after we have given up would stay there.
    _ask(lambda keyring: keyring.get_password(SERVICE, entry))
    _ask(lambda keyring: keyring.set_password(SERVICE, entry, secret))
    _, kept = _ask(lambda keyring: keyring.get_password(SERVICE, entry))
    if kept != secret:
        raise KeyringNotReady(reason="it did not give back what it was given to keep")
    return secret


def fetch(entry: str) -> str:
    """The secret that is kept under `entry`.

    Raises:
        KeyringNotReady, NoSecretKept. SlotRefused: `entry` is not one of ours.
    """
    _check_entry(entry)
    place, kept = _ask(lambda keyring: keyring.get_password(SERVICE, entry))
    if kept is None:
        raise NoSecretKept(place=place)
    _content(kept)
    return kept


def forget(entry: str) -> None:
    """Take the secret away; when none is kept there is nothing to do.

    Raises:
        KeyringNotReady: it may still be kept.
    """
    if bytes_of(entry) is None:  # never one of ours
        return

    def gone(keyring: "KeyringBackend") -> bool:
        if keyring.get_password(SERVICE, entry) is None:
            return True
        keyring.delete_password(SERVICE, entry)
        return keyring.get_password(SERVICE, entry) is None

    _, is_gone = _ask(gone)
    if not is_gone:
        raise KeyringNotReady(reason="it did not delete what it keeps for this journal")


def _check_entry(entry: str) -> None:
    if bytes_of(entry) is None:
        raise SlotRefused(reason=f"{SYSTEM_KEYRING.kind} without an entry of 16 bytes")


def _content(secret: str) -> bytes:
    content = bytes_of(secret, KEY_BYTES)
    if content is None:
        raise KeyringNotReady(reason="what it keeps for this journal is not what it was given")
    return content


def _ask(question: Callable[["KeyringBackend"], Answer]) -> tuple[str, Answer]:
    """What a keyring answers, and its name. It is asked in a thread that is left behind when it takes too long."""
    answers: SimpleQueue[tuple[str, Answer] | KeyringNotReady] = SimpleQueue()

    def ask() -> None:
        try:
            name, keyring = _first_there_is()
            answers.put((name, question(keyring)))
        except KeyringNotReady as error:
            answers.put(error)
        # Libraries, D-Bus and the keyring raise what they like, down to AssertionError. Only the kind of error is
        # told: its message and its frames may hold the secret, so it does not leave this thread.
        except Exception as error:  # noqa: BLE001
            answers.put(KeyringNotReady(reason=_in_words(error)))

    Thread(target=ask, name="system keyring", daemon=True).start()
    try:
        answer = answers.get(timeout=LIMIT_SECONDS)
    except Empty:
        answer = KeyringNotReady(
            reason=f"it did not answer within {LIMIT_SECONDS:g} seconds. If it asks for its own password, type it there and try again"
        )
    if isinstance(answer, KeyringNotReady):
        raise answer
    return answer


def _in_words(error: Exception) -> str:
    """The innermost cause that is known, since libraries wrap each other's errors."""
    kinds = []
    cause: BaseException | None = error
    while cause is not None:
        kinds.append(type(cause).__name__)
        cause = cause.__cause__
    known = [_IN_WORDS[kind] for kind in kinds if kind in _IN_WORDS]
    return known[-1] if known else f"it failed ({kinds[0]})"


def _first_there_is() -> tuple[str, "KeyringBackend"]:
    """The first keyring of this platform's list that runs here; made by its own class, whatever is configured."""
    for name, load in PLACES.get(sys.platform, PLACES["linux"]):
        try:
            kind = load()
        except ImportError:
            continue
        if kind.viable:
            return name, _unconfigured(kind)()
    raise KeyringNotReady(reason="no keyring service that Workjournal knows runs in this session")


@cache
def _unconfigured(kind: type["KeyringBackend"]) -> type["KeyringBackend"]:
    """The same backend, deaf to the KEYRING_PROPERTY_… variables, which can turn it to another place."""
    deaf = new_class(
        kind.__name__, (kind,), {}, lambda body: body.update(set_properties_from_env=lambda _self: None)
    )
    return cast("type[KeyringBackend]", deaf)


def _secret_service() -> type["KeyringBackend"]:
    from keyring.backends.SecretService import Keyring

    return Keyring


def _kwallet() -> type["KeyringBackend"]:
    from keyring.backends.kwallet import DBusKeyring

    return DBusKeyring


def _credential_manager() -> type["KeyringBackend"]:
    from keyring.backends.Windows import WinVaultKeyring

    return WinVaultKeyring


def _keychain() -> type["KeyringBackend"]:
    from keyring.backends.macOS import Keyring

    return Keyring


PLACES: dict[str, tuple[tuple[str, Callable[[], type["KeyringBackend"]]], ...]] = {
    "linux": (("Secret Service", _secret_service), ("KWallet", _kwallet)),
    "win32": (("Windows Credential Manager", _credential_manager),),
    "darwin": (("macOS Keychain", _keychain),),
}
"""What may keep a secret: the name people know it by, and its class. Nothing else is ever loaded."""

SYSTEM_KEYRING = SystemKeyringSlot()
