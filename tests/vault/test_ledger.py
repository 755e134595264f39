"""The ledger outside the vault: it knows the newest state seen here, and believes nobody without the key."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import PASSPHRASE
from workjournal import paths
from workjournal.vault import ledger, vault
from workjournal.vault.ledger import Seen
from workjournal.vault.vault import Keys


@pytest.fixture
def keys(folder: Path) -> Keys:
    return vault.create(folder, PASSPHRASE)


def test_it_remembers_the_highest(keys: Keys) -> None:
    assert ledger.seen(keys) is None
    for session in (3, 7, 5):
        ledger.note(keys, session)
    assert ledger.seen(keys) == Seen(generation=1, session=7)


def test_less_counts_where_the_user_said_so(keys: Keys) -> None:
    ledger.note(keys, 7)
    ledger.note(keys, 2, also_older=True)
    assert ledger.seen(keys) == Seen(generation=1, session=2)


def test_a_generation_outweighs_sessions(keys: Keys) -> None:
    ledger.note(keys, 7)
    ledger.note(replace(keys, header=replace(keys.header, generation=2)), 1)
    ledger.note(keys, 9)
    assert ledger.seen(keys) == Seen(generation=2, session=1)


def test_each_vault_and_place_has_its_own(keys: Keys, tmp_path: Path) -> None:
    ledger.note(keys, 7)
    assert ledger.seen(replace(keys, folder=tmp_path / "restored")) is None
    other = vault.create(tmp_path / "other", PASSPHRASE)
    ledger.note(other, 1)
    assert ledger.seen(keys) == Seen(1, 7)
    ledger.forget(keys)
    assert (ledger.seen(keys), ledger.seen(other)) == (None, Seen(1, 1))


def test_a_forged_entry_is_not_believed(keys: Keys) -> None:
    """Seen failing without the comparison of codes."""
    ledger.note(keys, 7)
    entries = json.loads(paths.ledger_file().read_text())
    for entry in entries.values():
        entry["session"] = 1
    paths.ledger_file().write_text(json.dumps(entries))
    assert ledger.seen(keys) is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"x": 1}', "\x00", "[" * 100_000])
def test_a_broken_ledger_is_an_empty_one(keys: Keys, content: str) -> None:
    paths.ledger_file().write_text(content)
    assert ledger.seen(keys) is None
    ledger.note(keys, 4)
    assert ledger.seen(keys) == Seen(1, 4)


def test_it_names_no_path(keys: Keys) -> None:
    ledger.note(keys, 4)
    text = paths.ledger_file().read_text()
    assert keys.folder.name not in text
    assert keys.header.vault_id not in text
    assert paths.ledger_file().stat().st_mode & 0o077 == 0


def test_a_home_that_cannot_be_written_stops_nothing(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKJOURNAL_CONFIG", "/proc/nowhere")
    ledger.note(keys, 4)
    assert ledger.seen(keys) is None


def test_an_entry_of_a_later_master_key_is_believed(keys: Keys) -> None:
    """Seen failing when its code, which only the later key could check, was asked for: nothing was noticed."""
    later = replace(keys, master=bytes(32), header=replace(keys.header, generation=2))
    ledger.note(later, 7)
    assert ledger.seen(keys) == Seen(generation=2, session=7)
    ledger.note(keys, 9)
    assert ledger.seen(later) == Seen(generation=2, session=7)
    ledger.note(keys, 9, also_older=True)
    assert ledger.seen(keys) == Seen(generation=1, session=9)
    assert ledger.seen(later) is None


def test_a_code_that_is_no_code_is_not_believed(keys: Keys) -> None:
    """Seen failing: texts beyond ASCII are not compared but refused with a TypeError."""
    ledger.note(keys, 7)
    paths.ledger_file().write_text(
        paths.ledger_file().read_text().replace('"code": "', '"code": "\\u00fc\\ud800')
    )
    assert ledger.seen(keys) is None
