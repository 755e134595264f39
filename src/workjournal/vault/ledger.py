"""The highest session and generation of each vault that was seen on this machine, kept outside the vault.

It shows that a whole older copy of the folder was put in place of the present one. Each entry carries a code under the
vault's own key, so that nobody else can lower it; that it can be deleted is said in SECURITY.md.
"""

import hashlib
import hmac
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from filelock import FileLock, Timeout

from workjournal import paths
from workjournal.vault.files import write_durably
from workjournal.vault.keys import derive
from workjournal.vault.vault import Keys


@dataclass(frozen=True)
class Seen:
    """The counts of the newest state of a vault that was open here."""

    generation: int
    session: int


def seen(keys: Keys) -> Seen | None:
    """What was last noted of this vault at this place; None if nothing was, or something else wrote it.

    The code of a later master key cannot be checked with this one. Such an entry is believed all the same: it is how a
    folder from before a rotation shows, and who forges one brings about a needless question, no more.
    """
    entry = _entries().get(_place(keys))
    if not isinstance(entry, dict):
        return None
    generation, session = entry.get("generation"), entry.get("session")
    if type(generation) is not int or type(session) is not int:
        return None
    found = Seen(generation, session)
    if generation > keys.header.generation:
        return found
    code = str(entry.get("code")).encode("utf-8", "surrogatepass")
    return found if hmac.compare_digest(code, _code(keys, found).encode()) else None


def note(keys: Keys, session: int, *, also_older: bool = False) -> None:
    """Remember the counts, if they are higher than those known, or in any case where the user said that it is well.

    A home that cannot be written is no reason to stop work.
    """
    found = Seen(keys.header.generation, session)
    known = seen(keys)
    if known and not also_older and (known.generation, known.session) >= (found.generation, found.session):
        return
    _write(keys, {"generation": found.generation, "session": found.session, "code": _code(keys, found)})


def forget(keys: Keys) -> None:
    """The vault is not at this place any more."""
    _write(keys, None)


def _write(keys: Keys, entry: dict[str, Any] | None) -> None:
    file = paths.ledger_file()
    with suppress(OSError, Timeout):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(f"{file}.lock", timeout=2, mode=0o600):
            entries = {key: kept for key, kept in _entries().items() if key != _place(keys)}
            if entry is not None:
                entries[_place(keys)] = entry
            write_durably(file, json.dumps(entries, indent=1).encode())


def _entries() -> dict[str, Any]:
    try:
        stored = json.loads(paths.ledger_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _place(keys: Keys) -> str:
    """The vault at its folder, so that a restored copy beside it has a count of its own; a digest, not the path."""
    words = f"{keys.header.vault_id}\n{keys.folder.resolve()}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _code(keys: Keys, found: Seen) -> str:
    content = f"{_place(keys)} {found.generation} {found.session}".encode()
    return hmac.digest(derive(keys.master, "ledger"), content, hashlib.sha256).hex()
