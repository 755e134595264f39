"""The ways in: what they ask of a machine, and what they refuse to ask."""

from collections.abc import Callable
from typing import Any

import pytest
from argon2.exceptions import HashingError

from workjournal.vault.keys import derive
from workjournal.vault.slots import SLOTS, passphrase
from workjournal.vault.slots.passphrase import (
    CEILING_KIB,
    FLOOR_KIB,
    LANES,
    PASSPHRASE,
    TooLittleMemory,
    calibrated_memory,
)
from workjournal.vault.slots.recovery_code import NotACode, spelled
from workjournal.vault.slots.slot import SlotRefused
from workjournal.vault.slots.system_keyring import KeyringNotReady

# Bound when this module is read, before the fixture that makes keys cheap: the real ones.
REAL_FLOOR, REAL_CALIBRATION = FLOOR_KIB, calibrated_memory
# Two secrets of each kind.
SECRETS = {
    "passphrase": ("secret", "other"),
    "recovery code": (spelled(bytes(20)), spelled(bytes(19) + b"\1")),
    "system keyring": ("00" * 32, "01" * 32),
}
GOOD: dict[str, Any] = {"salt": "00" * 16, "memory_kib": REAL_FLOOR, "time_cost": 3, "lanes": 4}


@pytest.fixture
def derivations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The real floor, and the memory (KiB) of each derivation that was begun; none is carried out."""
    begun: list[int] = []

    def instead(_secret: bytes, _salt: bytes, _rounds: int, memory: int, *_: object) -> bytes:
        begun.append(memory)
        return bytes(32)

    monkeypatch.setattr(passphrase, "FLOOR_KIB", REAL_FLOOR)
    monkeypatch.setattr(passphrase, "hash_secret_raw", instead)
    return begun


def test_floor_and_ceiling_are_those_of_the_design() -> None:
    assert REAL_FLOOR == 64 * 1024  # RFC 9106, second recommended option
    assert CEILING_KIB == 1024 * 1024
    assert (passphrase.TIME_COST, LANES, passphrase.SALT_BYTES) == (3, 4, 16)


def test_good_parameters_are_derived_with(derivations: list[int]) -> None:
    PASSPHRASE.wrapping_key("words", GOOD)  # the control of the next test
    PASSPHRASE.wrapping_key("words", {**GOOD, "memory_kib": CEILING_KIB, "time_cost": 10, "lanes": 16})
    assert derivations == [REAL_FLOOR, CEILING_KIB]


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": REAL_FLOOR - 1},
        {"memory_kib": CEILING_KIB + 1},
        {"memory_kib": 1 << 62},
        {"memory_kib": -REAL_FLOOR},
        {"memory_kib": None},
        {"memory_kib": "65536"},
        {"memory_kib": 65536.0},
        {"time_cost": 2},
        {"time_cost": 11},
        {"time_cost": True},
        {"lanes": 0},
        {"lanes": 17},
        {"lanes": []},
        {"salt": ""},
        {"salt": "00" * 15},
        {"salt": "00" * 17},
        {"salt": "zz" * 16},
        {"salt": 5},
        {"salt": None},
    ],
    ids=str,
)
def test_anything_else_is_refused_before_a_derivation_begins(
    change: dict[str, Any], derivations: list[int]
) -> None:
    with pytest.raises(SlotRefused):
        PASSPHRASE.wrapping_key("words", {**GOOD, **change})
    assert derivations == []


@pytest.mark.parametrize("missing", GOOD)
def test_a_missing_parameter_is_refused(missing: str, derivations: list[int]) -> None:
    with pytest.raises(SlotRefused):
        PASSPHRASE.wrapping_key("words", {key: value for key, value in GOOD.items() if key != missing})
    assert derivations == []


def test_calibration_stays_within_its_bounds(monkeypatch: pytest.MonkeyPatch, derivations: list[int]) -> None:
    monkeypatch.setattr(passphrase, "TARGET_SECONDS", 1e9)  # as if this machine were infinitely fast
    most = REAL_CALIBRATION()
    assert REAL_FLOOR <= most <= CEILING_KIB
    assert max(derivations) * 2 == most  # it stopped at the ceiling, not at the clock
    monkeypatch.setattr(passphrase, "TARGET_SECONDS", 0)  # or infinitely slow
    assert REAL_CALIBRATION() == REAL_FLOOR


def test_argon2id_is_what_is_run() -> None:
    """A vector of the reference implementation's own tests (phc-winner-argon2, version 0x13, m = 64 MiB, t = 2, p = 1)."""
    key = passphrase._stretch(b"password", b"somesalt", 65536, 2, 1)
    assert key.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


@pytest.mark.parametrize("change", [{"salt": "01" * 16}, {"time_cost": 4}, {"lanes": 2}, {"memory_kib": 64}])
def test_every_parameter_changes_the_key(change: dict[str, Any]) -> None:
    cheap = {**GOOD, "memory_kib": 32}
    assert PASSPHRASE.wrapping_key("password", cheap) != PASSPHRASE.wrapping_key(
        "password", {**cheap, **change}
    )


def test_new_parameters_have_a_salt_of_their_own() -> None:
    first, second = PASSPHRASE.parameters(), PASSPHRASE.parameters()
    assert first["salt"] != second["salt"]
    PASSPHRASE.wrapping_key("words", first)


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot.kind)
def test_every_slot_keeps_the_contract(slot: Any) -> None:
    parameters: dict[str, Any] = slot.parameters()
    key: Callable[[str, dict[str, Any]], bytes] = slot.wrapping_key
    secret, other = SECRETS[slot.kind]
    assert all(type(value) in {int, str} for value in parameters.values())  # a header holds nothing else
    assert key(secret, parameters) == key(secret, parameters)
    assert key(secret, parameters) != key(other, parameters)
    assert key(secret, parameters) != key(secret, slot.parameters())
    assert len(key(secret, parameters)) == 32
    with pytest.raises(SlotRefused):
        key(secret, {})


def test_kinds_are_unique() -> None:
    assert len({slot.kind for slot in SLOTS}) == len(SLOTS)


def test_the_same_secret_and_salt_give_each_kind_another_key() -> None:
    """The label is in the key: what one kind of slot derives never opens another kind's."""
    by_kind = {slot.kind: slot for slot in SLOTS}
    assert list(by_kind) == list(SECRETS)
    content = bytes(range(32))
    salt = {"salt": "00" * 16}
    keyring = by_kind["system keyring"].wrapping_key(content.hex(), {**salt, "entry": "00" * 16})
    assert keyring == derive(content, "system keyring", bytes(16))
    assert keyring != derive(content, "recovery code", bytes(16))


@pytest.mark.parametrize("slot", SLOTS[1:], ids=lambda slot: slot.kind)
@pytest.mark.parametrize(
    "wrong",
    ["", "00" * 15, "00" * 17, "zz" * 16, "AB" * 16, "00 " * 16, "00" * 16 + "\n", 5, None, ["00"], b"00"],
    ids=repr,
)
def test_parameters_of_another_shape_are_refused_before_the_secret_is_read(slot: Any, wrong: Any) -> None:
    """Seen failing with `bytes.fromhex` alone in place of `bytes_of`'s pattern: spaces and capitals passed."""
    good = slot.parameters()
    for name in good:
        with pytest.raises(SlotRefused):
            slot.wrapping_key("no secret of this kind", {**good, name: wrong})
        with pytest.raises(SlotRefused):
            slot.wrapping_key("no secret of this kind", {k: v for k, v in good.items() if k != name})
    with pytest.raises(SlotRefused):
        slot.wrapping_key("no secret of this kind", {**good, "rounds": 1})
    with pytest.raises((NotACode, KeyringNotReady)):  # the control: with good parameters the secret is read
        slot.wrapping_key("no secret of this kind", good)


def test_too_little_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing: the library's own error came out."""

    def refuses(*_anything: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(passphrase, "hash_secret_raw", refuses)
    with pytest.raises(TooLittleMemory, match="64 MB"):
        PASSPHRASE.wrapping_key("words", GOOD)
    assert calibrated_memory() == passphrase.FLOOR_KIB
