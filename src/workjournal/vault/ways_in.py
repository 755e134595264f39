"""The ways into an opened vault: adding, changing and taking away slots. The master key stays what it is."""

from dataclasses import replace
from datetime import date

from workjournal.errors import JournalError
from workjournal.vault.header import MOST_SLOTS, Header, SlotRecord
from workjournal.vault.sealing import sealed, sealed_with
from workjournal.vault.slots.passphrase import PASSPHRASE
from workjournal.vault.slots.recovery_code import RECOVERY_CODE, read_code
from workjournal.vault.slots.slot import Slot
from workjournal.vault.slots.system_keyring import SYSTEM_KEYRING
from workjournal.vault.vault import (
    EmptyPassphrase,
    Keys,
    KeysChanged,
    WrongPassphrase,
    change_header,
    open_header,
    read_header,
)


class NoSuchWayIn(JournalError):
    """This journal has no way in called {name}. `workjournal keys list` shows those it has."""


class LastWayIn(JournalError):
    """{name} is the last passphrase or recovery code of this journal, so it stays. Add another one first."""


class AlreadyOpens(JournalError):
    """These words open the journal already ({name}). Choose other ones, so that each way in can be taken away by itself."""


class NamelessWayIn(JournalError):
    """A way in needs a name of 1 to 60 letters, so that it can be told from the others."""


class TooManyWaysIn(JournalError):
    """This journal has as many ways in as it may have. Take one away first."""


MOST_LETTERS = 60


def confirm(keys: Keys, secret: str) -> None:
    """Have someone who sits at the opened journal prove that it is theirs.

    By the header in the folder, which another program may have changed; by the one that was opened if the folder is gone.

    Raises:
        WrongPassphrase: the secret opens another vault or none.
    """
    try:
        header = read_header(keys.folder)
    except JournalError:
        header = keys.header
    if open_header(keys.folder, header, secret).master != keys.master:
        raise WrongPassphrase


def add_passphrase(keys: Keys, name: str, passphrase: str) -> Keys:
    """One more passphrase.

    Raises:
        EmptyPassphrase, NamelessWayIn, AlreadyOpens. Otherwise as `change_header`.
    """
    _need_free(keys, passphrase)
    return _with(keys, _new_passphrase(keys, name, passphrase))


def add_code(keys: Keys, name: str, code: str) -> Keys:
    """A recovery code, in place of those there are: only the newest sheet counts.

    Raises:
        NotACode, NamelessWayIn. Otherwise as `change_header`.
    """
    read_code(code)
    slot = sealed(RECOVERY_CODE, _named(name), code, keys.header.vault_id, keys.master)
    return change_header(
        keys,
        lambda header: _and(header, without(header, RECOVERY_CODE), slot),
        forget_previous=True,
    )


def add_keyring(keys: Keys, name: str) -> Keys:
    """Let this computer's keyring open the vault, in place of an earlier slot of that kind.

    Raises:
        KeyringNotReady: the secret could not be kept, read back and compared. Otherwise as `change_header`.
    """
    from workjournal.vault.slots.system_keyring import forget, keep_new_secret

    parameters = SYSTEM_KEYRING.parameters()
    entry = str(parameters["entry"])
    secret = keep_new_secret(entry)
    earlier = [slot for slot in keys.header.slots if slot.kind == SYSTEM_KEYRING.kind and slot.name == name]
    try:
        slot = sealed_with(
            SYSTEM_KEYRING, _named(name), parameters, secret, keys.header.vault_id, keys.master
        )
        changed = change_header(
            keys,
            lambda header: _and(
                header,
                tuple(each for each in header.slots if each.id not in {old.id for old in earlier}),
                slot,
            ),
            forget_previous=True,
        )
    except BaseException:
        forget(entry)
        raise
    for old in earlier:
        _forget_quietly(old)
    return changed


def change_passphrase(keys: Keys, slot_id: str, passphrase: str) -> Keys:
    """Another passphrase in place of the one of that slot, which keeps its name.

    Raises:
        EmptyPassphrase, NoSuchWayIn. Otherwise as `change_header`; KeysChanged too if another program took it away.
    """
    old = _slot(keys, slot_id)
    if old.kind != PASSPHRASE.kind:
        raise NoSuchWayIn(name=slot_id)
    _need_free(keys, passphrase, except_for=slot_id)
    new = _new_passphrase(keys, old.name, passphrase)
    changed = change_header(keys, lambda header: _with_other(header, slot_id, new), forget_previous=True)
    return replace(changed, slot_id=new.id) if keys.slot_id == slot_id else changed


def remove(keys: Keys, slot_id: str) -> Keys:
    """Take a way in away.

    Raises:
        LastWayIn, NoSuchWayIn. Otherwise as `change_header`.
    """
    gone = _slot(keys, slot_id)
    changed = change_header(keys, lambda header: _without_slot(header, gone), forget_previous=True)
    if gone.kind == SYSTEM_KEYRING.kind:
        _forget_quietly(gone)
    return changed


def rename(keys: Keys, slot_id: str, name: str) -> Keys:
    """Call a way in otherwise.

    Raises:
        NamelessWayIn, NoSuchWayIn. Otherwise as `change_header`.
    """
    new = replace(_slot(keys, slot_id), name=_named(name))
    return change_header(keys, lambda header: _with_other(header, slot_id, new))


def note_use(keys: Keys, today: date) -> Keys:
    """Remember the day on which the slot opened the vault; the header is written once a day and slot at most."""
    slot = keys.header.slot(keys.slot_id)
    if slot is None or slot.used == today.isoformat():
        return keys

    def used(header: Header) -> Header:
        slots = (
            replace(each, used=today.isoformat()) if each.id == keys.slot_id else each
            for each in header.slots
        )
        return replace(header, slots=tuple(slots))

    return change_header(keys, used)


def without(header: Header, kind: Slot) -> tuple[SlotRecord, ...]:
    """The slots of other kinds."""
    return tuple(slot for slot in header.slots if slot.kind != kind.kind)


def _without_slot(header: Header, gone: SlotRecord) -> Header:
    left = tuple(slot for slot in header.slots if slot.id != gone.id)
    if not any(slot.kind in {PASSPHRASE.kind, RECOVERY_CODE.kind} for slot in left):
        raise LastWayIn(name=gone.name)
    return replace(header, slots=left)


def _and(header: Header, slots: tuple[SlotRecord, ...], new: SlotRecord) -> Header:
    if len(slots) >= MOST_SLOTS:  # no program would open it
        raise TooManyWaysIn
    return replace(header, slots=(*slots, new))


def _with_other(header: Header, slot_id: str, new: SlotRecord) -> Header:
    """The header with `new` in place of that slot."""
    if header.slot(slot_id) is None:  # nothing would open with what the user believes to have set
        raise KeysChanged
    return replace(header, slots=tuple(new if slot.id == slot_id else slot for slot in header.slots))


def _with(keys: Keys, slot: SlotRecord) -> Keys:
    return change_header(keys, lambda header: _and(header, header.slots, slot))


def _need_free(keys: Keys, passphrase: str, except_for: str = "") -> None:
    """Two ways in by the same words would hide one another: taking one away would take nothing away.

    Raises:
        AlreadyOpens
    """
    try:
        found = keys.header.slot(open_header(keys.folder, keys.header, passphrase).slot_id)
    except WrongPassphrase:
        return
    if found is not None and found.id != except_for:
        raise AlreadyOpens(name=found.name)


def _new_passphrase(keys: Keys, name: str, passphrase: str) -> SlotRecord:
    if not passphrase.strip():
        raise EmptyPassphrase
    return sealed(PASSPHRASE, _named(name), passphrase, keys.header.vault_id, keys.master)


def _named(name: str) -> str:
    tidy = " ".join(name.split())
    if not 1 <= len(tidy) <= MOST_LETTERS or not tidy.isprintable():
        raise NamelessWayIn
    return tidy


def _slot(keys: Keys, slot_id: str) -> SlotRecord:
    slot = keys.header.slot(slot_id)
    if slot is None:
        raise NoSuchWayIn(name=slot_id)
    return slot


def _forget_quietly(slot: SlotRecord) -> None:
    """Without the slot the secret opens nothing, so a keyring that does not answer is no trouble."""
    from workjournal.vault.slots.system_keyring import KeyringNotReady, forget

    try:
        forget(str(slot.parameters.get("entry")))
    except KeyringNotReady:
        return
