"""A vault on disk: made, found, opened by the right secret and by nothing else."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from argon2.exceptions import HashingError

from conftest import PASSPHRASE
from workjournal.vault import vault, ways_in
from workjournal.vault.header import Header, HeaderDamaged, NewerVault
from workjournal.vault.locks import AlreadyOpen, NoWindowLock, WindowLock
from workjournal.vault.slots import passphrase
from workjournal.vault.slots.passphrase import TooLittleMemory
from workjournal.vault.slots.recovery_code import new_code
from workjournal.vault.slots.slot import SlotRefused
from workjournal.vault.vault import (
    DatabaseMissing,
    EmptyPassphrase,
    Keys,
    NotAVault,
    VaultExists,
    VaultUnwritable,
    WrongPassphrase,
)


@pytest.fixture
def keys(folder: Path) -> Keys:
    """A new vault with a file where its database would be."""
    made = vault.create(folder, PASSPHRASE)
    made.database.touch()
    return made


@contextmanager
def open_umask() -> Iterator[None]:
    """The usual umask, under which new files are for everybody to read."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def with_slot(keys: Keys, **changes: object) -> Keys:
    """The same vault with its slot changed, signed by the true master key."""
    slot = type(keys.header.slots[0])(**{**vars(keys.header.slots[0]), **changes})
    header = Header(**{**vars(keys.header), "slots": (slot,)}).signed(keys.master)
    return Keys(keys.folder, header, keys.master)


def test_the_right_passphrase_opens_what_was_made(keys: Keys) -> None:
    opened = vault.unlock(keys.folder, PASSPHRASE)
    assert opened == keys
    assert (len(opened.database_key), len(opened.database_salt)) == (32, 16)
    assert opened.database == keys.folder / "journal.db"


def test_two_vaults_share_no_key(keys: Keys, tmp_path: Path) -> None:
    other = vault.create(tmp_path / "other", PASSPHRASE)
    assert other.master != keys.master
    assert other.database_key != keys.database_key
    assert other.header.salt != keys.header.salt
    assert other.header.slots[0].parameters["salt"] != keys.header.slots[0].parameters["salt"]


def test_a_rotated_database_never_meets_an_old_key(keys: Keys) -> None:
    rotated = Keys(keys.folder, Header(**{**vars(keys.header), "generation": 2}), keys.master)
    assert rotated.database_key != keys.database_key


@pytest.mark.parametrize(
    "wrong", ["", " ", PASSPHRASE + " ", PASSPHRASE.upper(), PASSPHRASE[:-1], "\0", "\udcff"]
)
def test_a_wrong_passphrase_does_not(keys: Keys, wrong: str) -> None:
    with pytest.raises(WrongPassphrase, match="does not open this vault"):
        vault.unlock(keys.folder, wrong)


@pytest.mark.parametrize("typed", ["Größe ﬁndet Café", "ｆｕｌｌ ｗｉｄｔｈ", "1½ Å"])
def test_two_keyboards_type_the_same_passphrase(folder: Path, typed: str) -> None:
    vault.create(folder, typed).database.touch()
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        vault.unlock(folder, unicodedata.normalize(form, typed))


def test_bytes_that_are_no_text_are_a_passphrase_too(folder: Path) -> None:
    vault.create(folder, "caf\udce9").database.touch()
    vault.unlock(folder, "caf\udce9")
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, "caf\udce8")


@pytest.mark.parametrize("empty", ["", " ", "\t\n"])
def test_there_is_no_journal_without_a_passphrase(folder: Path, empty: str) -> None:
    with pytest.raises(EmptyPassphrase):
        vault.create(folder, empty)
    assert not folder.exists()


def test_nothing_is_written_over(keys: Keys, tmp_path: Path) -> None:
    with pytest.raises(VaultExists):
        vault.create(keys.folder, PASSPHRASE)
    assert vault.unlock(keys.folder, PASSPHRASE) == keys
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").touch()
    (tmp_path / "file").touch()
    for taken in ("full", "file", "file/below"):
        with pytest.raises(VaultExists):
            vault.create(tmp_path / taken, PASSPHRASE)


def test_an_empty_folder_will_do(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    vault.create(folder, PASSPHRASE)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_written_is_told() -> None:
    with pytest.raises(VaultUnwritable, match="/proc/"):
        vault.create(Path("/proc/self/vault"), PASSPHRASE)


def test_only_the_user_may_read_it_whatever_the_umask(folder: Path) -> None:
    with open_umask():
        keys = vault.create(folder, PASSPHRASE)
        vault.write_header(keys)  # leaves the previous one beside it
        lock = WindowLock(folder)
        lock.take()
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    lock.release()
    assert set(modes) == {vault.HEADER, vault.PREVIOUS_HEADER, "window.lock"}
    assert set(modes.values()) == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_without_a_header_is_no_vault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(NotAVault, match="There is no journal in"):
            vault.read_header(place)


def test_a_header_that_is_a_folder_is_damage(folder: Path) -> None:
    (folder / vault.HEADER).mkdir(parents=True)
    with pytest.raises(HeaderDamaged):
        vault.read_header(folder)


def test_a_damaged_header_names_the_one_before(keys: Keys) -> None:
    (keys.folder / vault.HEADER).write_bytes(b"\0" * 500)
    with pytest.raises(HeaderDamaged, match=r"vault\.json\.old"):
        vault.unlock(keys.folder, PASSPHRASE)


def test_a_newer_vault_is_left_alone(keys: Keys) -> None:
    newer = keys.header.encode().replace(b'"format": 2', b'"format": 3')
    (keys.folder / vault.HEADER).write_bytes(newer)
    with pytest.raises(NewerVault):
        vault.unlock(keys.folder, PASSPHRASE)
    assert (keys.folder / vault.HEADER).read_bytes() == newer


def test_a_missing_database_is_told_before_the_passphrase(keys: Keys) -> None:
    keys.database.unlink()
    with pytest.raises(DatabaseMissing, match=r"journal\.db"):
        vault.unlock(keys.folder, "wrong")


def test_a_header_signed_by_another_key_is_refused(keys: Keys) -> None:
    forged = Header(**{**vars(keys.header), "page_size": 4096}).signed(bytes(32))
    (keys.folder / vault.HEADER).write_bytes(forged.encode())
    with pytest.raises(HeaderDamaged, match="changed by something else"):
        vault.unlock(keys.folder, PASSPHRASE)


def test_a_way_in_that_only_a_newer_program_knows_is_passed_over(keys: Keys) -> None:
    unknown = with_slot(keys, kind="seal of a ring").header.slots[0]
    both = Header(**{**vars(keys.header), "slots": (unknown, *keys.header.slots)}).signed(keys.master)
    vault.write_header(Keys(keys.folder, both, keys.master))
    assert vault.unlock(keys.folder, PASSPHRASE).master == keys.master
    vault.write_header(with_slot(keys, kind="seal of a ring"))
    with pytest.raises(SlotRefused, match="no way in that it knows"):
        vault.unlock(keys.folder, PASSPHRASE)


def test_a_slot_moved_from_another_vault_does_not_open_this_one(keys: Keys, tmp_path: Path) -> None:
    other = vault.create(tmp_path / "other", "another passphrase")
    moved = Header(**{**vars(keys.header), "slots": other.header.slots}).signed(keys.master)
    vault.write_header(Keys(keys.folder, moved, keys.master))
    with pytest.raises(WrongPassphrase):
        vault.unlock(keys.folder, "another passphrase")


def test_the_header_before_the_last_change_is_kept(keys: Keys) -> None:
    before = (keys.folder / vault.HEADER).read_bytes()
    vault.write_header(with_slot(keys, name="Renamed"))
    assert (keys.folder / vault.PREVIOUS_HEADER).read_bytes() == before
    assert vault.read_header(keys.folder).slots[0].name == "Renamed"


def test_neither_key_nor_passphrase_shows_in_a_repr(keys: Keys) -> None:
    shown = repr(keys)
    assert keys.header.vault_id in shown
    for secret in (keys.master.hex(), repr(keys.master), keys.database_key.hex(), PASSPHRASE):
        assert secret not in shown


def test_one_window_at_a_time(keys: Keys) -> None:
    first, second = WindowLock(keys.folder), WindowLock(keys.folder)
    first.take()
    with pytest.raises(AlreadyOpen, match="another Workjournal window"):
        second.take()
    first.release()
    second.take()
    second.release()


def test_the_lock_is_free_once_the_other_process_is_dead(keys: Keys) -> None:
    holding = (
        "import sys, pathlib; from workjournal.vault.locks import WindowLock;"
        "lock = WindowLock(pathlib.Path(sys.argv[1])); lock.take(); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, keys.folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        lock = WindowLock(keys.folder)
        with pytest.raises(AlreadyOpen):
            lock.take()
        other.kill()
        other.wait()
        lock.take()
        lock.release()


def test_a_code_opens_it_where_there_is_too_little_memory_for_a_passphrase(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_anything: object) -> bytes:
        raise HashingError("Memory allocation error")

    code = new_code()
    ways_in.add_code(keys, "Code", code)
    monkeypatch.setattr(passphrase, "hash_secret_raw", refuses)
    assert vault.unlock(keys.folder, code).master == keys.master
    with pytest.raises(TooLittleMemory):
        vault.unlock(keys.folder, PASSPHRASE)


def test_a_lock_that_cannot_be_made_is_told(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing: the system's own error came out."""

    def full(*_anything: object, **_named: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "open", full)
        with pytest.raises(NoWindowLock, match="No space left"):
            WindowLock(keys.folder).take()
