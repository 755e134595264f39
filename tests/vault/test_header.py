"""The header: what one program wrote, every program reads or refuses, and nothing else happens."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import PASSPHRASE
from workjournal.errors import JournalError
from workjournal.vault import vault
from workjournal.vault.header import (
    FORMAT,
    LARGEST,
    MAGIC,
    MOST_SLOTS,
    Header,
    HeaderDamaged,
    NewerVault,
    decode,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
# One vault for many examples is what is wanted here.
many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def written(folder: Path) -> bytes:
    """The header of a new vault, with a file where its database would be."""
    keys = vault.create(folder, PASSPHRASE)
    keys.database.touch()
    return (folder / vault.HEADER).read_bytes()


def sealed(content: dict[str, Any]) -> bytes:
    """A header as a forger would write it: any content, with the checksum that fits."""
    bare = {key: value for key, value in content.items() if key != "checksum"}
    canonical = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
    return json.dumps({**bare, "checksum": hashlib.sha256(canonical).hexdigest()}).encode()


def unlocks(folder: Path, content: bytes) -> bool:
    """Whether the vault with this header opens; any error but a JournalError is let through."""
    (folder / vault.HEADER).write_bytes(content)
    try:
        vault.unlock(folder, PASSPHRASE)
    except JournalError:
        return False
    return True


def test_what_is_written_is_read(written: bytes) -> None:
    header = decode(written)
    assert header.encode() == written
    assert header.slots[0].kind == "passphrase"
    assert header.page_size == 16384


def test_the_mac_depends_on_the_master_key_and_on_every_field(written: bytes) -> None:
    header = Header(**{**vars(decode(written)), "mac": ""}).signed(bytes(32))
    assert header.is_signed_by(bytes(32))
    assert not header.is_signed_by(bytes([1]) * 32)
    changes = {
        "generation": 2,
        "database": "other.db",
        "salt": "00" * 16,
        "page_size": 4096,
        "made": "",
        "slots": (),
    }
    for field, value in changes.items():
        assert not Header(**{**vars(header), field: value}).is_signed_by(bytes(32)), field


def test_every_flipped_bit_is_refused(written: bytes) -> None:
    for place in range(len(written)):
        for bit in range(8):
            damaged = bytearray(written)
            damaged[place] ^= 1 << bit
            with pytest.raises(JournalError):
                decode(bytes(damaged))


def test_every_cut_is_refused(written: bytes) -> None:
    for length in range(len(written)):
        with pytest.raises(HeaderDamaged):
            decode(written[:length])


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        decode(noise)


@given(st.dictionaries(st.text(max_size=10), JSON, max_size=5))
@settings(deadline=None, max_examples=30)
def test_other_json_is_refused_even_with_our_beginning_and_a_checksum(content: dict[str, Any]) -> None:
    for forged in (content, {**content, "magic": MAGIC}, {**content, "magic": MAGIC, "format": FORMAT}):
        with pytest.raises(JournalError):
            decode(sealed(forged))


def test_a_forgers_checksum_is_what_the_program_would_write(written: bytes, folder: Path) -> None:
    assert unlocks(folder, sealed(json.loads(written)))  # the control of the next tests: unchanged, it opens


@many
@given(data=st.data())
def test_a_forged_field_never_opens_the_vault(written: bytes, folder: Path, data: st.DataObject) -> None:
    content = json.loads(written)
    key = data.draw(st.sampled_from(sorted(content)))
    value = data.draw(JSON)
    if key == "checksum" or content[key] == value:
        return
    assert not unlocks(folder, sealed({**content, key: value}))


@many
@given(data=st.data())
def test_a_forged_slot_never_opens_the_vault(written: bytes, folder: Path, data: st.DataObject) -> None:
    content = json.loads(written)
    slot = content["slots"][0]
    key = data.draw(st.sampled_from(sorted(slot)))
    value = data.draw(JSON)
    if slot[key] == value:
        return
    assert not unlocks(folder, sealed({**content, "slots": [{**slot, key: value}]}))


@pytest.mark.parametrize(
    "change",
    [
        {"mac": "é" * 32},
        {"mac": "00" * 32},
        {"vault_id": 5},
        {"format": None},
        {"format": 0},
        {"format": "1"},
        {"slots": []},
        {"slots": 7},
        {"page_size": True},
        {"salt": "zz"},
        {"extra": 1},
    ],
    ids=str,
)
def test_a_forged_value_of_the_wrong_kind_is_refused(
    written: bytes, folder: Path, change: dict[str, Any]
) -> None:
    assert not unlocks(folder, sealed({**json.loads(written), **change}))


@pytest.mark.parametrize("wrapped", ["", "00", "00" * 20, "00" * 60, "no hex", 5])
def test_a_forged_wrapping_is_refused(written: bytes, folder: Path, wrapped: object) -> None:
    content = json.loads(written)
    content["slots"][0]["wrapped"] = wrapped
    assert not unlocks(folder, sealed(content))


def test_parameters_nested_to_the_depth_of_a_trap_are_refused(written: bytes, folder: Path) -> None:
    content = json.loads(written)
    nested: Any = 1
    for _ in range(400):
        nested = [nested]
    content["slots"][0]["parameters"]["extra"] = nested
    assert not unlocks(folder, sealed(content))


@pytest.mark.parametrize("depth", [10_000, 200_000])
def test_json_nested_without_end_is_refused(depth: int) -> None:
    with pytest.raises(HeaderDamaged):
        decode(b"[" * depth)
    with pytest.raises(HeaderDamaged):
        decode(b'{"magic":"workjournal vault","a":' + b"[" * depth + b"]" * depth + b"}")


@pytest.mark.parametrize(
    "name",
    ["../journal.db", "/etc/passwd", "..\\x.db", "", ".", "..", "C:x.db", ".hidden", "a\0b", "\ud800"],
)
def test_a_forged_name_cannot_point_out_of_the_folder(written: bytes, name: str) -> None:
    with pytest.raises(HeaderDamaged):
        decode(sealed({**json.loads(written), "database": name}))


def test_a_newer_format_is_told_as_such_whatever_else_is_in_it() -> None:
    with pytest.raises(NewerVault, match="format 3; this one reads up to 2"):
        decode(json.dumps({"magic": MAGIC, "format": 3, "something": ["new"]}).encode())


def test_a_file_too_long_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(HeaderDamaged, match="too long"):
        decode(b" " * (LARGEST + 1))
    with pytest.raises(HeaderDamaged, match="not readable"):
        decode(b" " * LARGEST)


def test_a_huge_file_is_not_read_into_memory(folder: Path) -> None:
    folder.mkdir()
    (folder / vault.HEADER).touch()
    os.truncate(folder / vault.HEADER, 1 << 42)  # sparse: four terabytes of nothing
    with pytest.raises(HeaderDamaged, match="too long"):
        vault.read_header(folder)


def test_a_name_longer_than_any_file_may_have_is_refused(written: bytes, folder: Path) -> None:
    """Seen failing: the system's own error came out when the file was looked for."""
    content = sealed({**json.loads(written), "database": "a" * 5000})
    with pytest.raises(HeaderDamaged):
        decode(content)


def test_a_header_with_more_ways_in_than_can_be_tried_is_refused(written: bytes) -> None:
    """Seen failing: each could ask for a gigabyte and seconds, for hours in all."""
    stored = json.loads(written)
    with pytest.raises(HeaderDamaged):
        decode(sealed({**stored, "slots": stored["slots"] * (MOST_SLOTS + 1)}))
    assert len(decode(sealed({**stored, "slots": stored["slots"] * MOST_SLOTS})).slots) == MOST_SLOTS
