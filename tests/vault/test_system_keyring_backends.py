"""The system keyring: what its backends may do wrong. They are other people's code, so they may be played here."""

import sys
from typing import Any

import pytest

from workjournal import faults
from workjournal.vault.slots import system_keyring
from workjournal.vault.slots.slot import SlotRefused
from workjournal.vault.slots.system_keyring import KeyringNotReady

ENTRY = "0a" * 16


def misbehaving(
    monkeypatch: pytest.MonkeyPatch, *, gives: object = None, raises: Exception | None = None
) -> None:
    """In place of the platform's keyring one that takes everything and gives back `gives`, or raises on writing."""
    from keyring.backend import KeyringBackend

    class Misbehaving(KeyringBackend):
        priority = 5

        def get_password(self, service: str, username: str) -> Any:
            return gives

        def set_password(self, service: str, username: str, password: str) -> None:
            if raises is not None:
                raises.args = (password,)
                raise raises

        def delete_password(self, service: str, username: str) -> None:
            return

    monkeypatch.setitem(system_keyring.PLACES, sys.platform, (("Played", lambda: Misbehaving),))


@pytest.mark.parametrize("gives", [None, "", "00" * 32, "ß", "\ud800"], ids=repr)
def test_what_is_not_given_back_does_not_count(gives: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing without the comparison."""
    misbehaving(monkeypatch, gives=gives)
    with pytest.raises(KeyringNotReady) as caught:
        system_keyring.keep_new_secret(ENTRY)
    assert "did not give back" in str(caught.value)


@pytest.mark.parametrize("gives", ["", "00" * 31, "zz" * 32, "ß" * 64])
def test_another_thing_than_a_secret_is_no_secret(gives: str, monkeypatch: pytest.MonkeyPatch) -> None:
    misbehaving(monkeypatch, gives=gives)
    with pytest.raises(KeyringNotReady):
        system_keyring.fetch(ENTRY)


def test_what_is_not_deleted_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    misbehaving(monkeypatch, gives="00" * 32)
    with pytest.raises(KeyringNotReady):
        system_keyring.forget(ENTRY)


@pytest.mark.parametrize(
    "kind", [AssertionError, OSError, RuntimeError, UnicodeError], ids=lambda k: k.__name__
)
def test_no_error_carries_the_secret(kind: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing with the library's error as the cause, and with its message in ours."""
    error = kind()
    misbehaving(monkeypatch, raises=error)
    with pytest.raises(KeyringNotReady) as caught:
        system_keyring.keep_new_secret(ENTRY)
    secret = str(error.args[0])
    assert len(secret) == 64  # the control: it was in there
    assert kind.__name__ in str(caught.value)
    assert secret not in str(caught.value) + repr(caught.value.fields) + faults.trace(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


@pytest.mark.parametrize("entry", ["", "None", "../x", "0A" * 16, "0a" * 15])
def test_only_our_own_entries_are_asked_for(entry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    misbehaving(monkeypatch, gives="00" * 32)
    with pytest.raises(SlotRefused):
        system_keyring.fetch(entry)
    with pytest.raises(SlotRefused):
        system_keyring.keep_new_secret(entry)
    system_keyring.forget(entry)
    assert system_keyring.fetch(ENTRY) == "00" * 32  # the control


def test_the_list_names_the_platforms_own_keyrings_and_no_other() -> None:
    named = {}
    for platform, places in system_keyring.PLACES.items():
        kinds = [load() for _, load in places]
        named[platform] = [f"{kind.__module__}.{kind.__name__}" for kind in kinds]
    assert named == {
        "linux": ["keyring.backends.SecretService.Keyring", "keyring.backends.kwallet.DBusKeyring"],
        "win32": ["keyring.backends.Windows.WinVaultKeyring"],
        "darwin": ["keyring.backends.macOS.Keyring"],
    }
