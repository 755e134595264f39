"""Another header in the place of a damaged one, only if it opens this database."""

import os
import shutil
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.backups import Backups, Reason
from workjournal.journal.checking import check_folder
from workjournal.journal.checks.findings import Kind
from workjournal.journal.checks.header_mending import HeaderIsWhole, NoHeaderFits, mend_header
from workjournal.journal.journal import Journal
from workjournal.journal.rotation import rotate
from workjournal.vault import vault
from workjournal.vault.header import HeaderDamaged
from workjournal.vault.vault import NotAVault, VaultUnwritable, WrongPassphrase


@pytest.fixture
def damaged(full: Journal) -> Path:
    """The folder of a filled vault, closed and ready to be damaged; without backups."""
    full.close()
    shutil.rmtree(full.folder / "backups")
    return full.folder


def titles(folder: Path, clock: Clock) -> set[str]:
    with opening.open_journal(folder, PASSPHRASE, clock) as journal, journal._store.reading() as session:
        return {episode.title for episode in session.query(Episode)}


def hurt(folder: Path) -> bytes:
    header = folder / "vault.json"
    content = bytearray(header.read_bytes())
    content[300] ^= 1
    header.write_bytes(content)
    with pytest.raises(HeaderDamaged):
        vault.unlock(folder, PASSPHRASE)
    return bytes(content)


def test_the_previous_header_takes_the_place_of_a_damaged_one(damaged: Path, clock: Clock) -> None:
    content = hurt(damaged)
    assert mend_header(damaged, PASSPHRASE) == "vault.json.old"
    (kept,) = damaged.glob("vault.json.damaged-*")
    assert kept.read_bytes() == content
    assert "Day 7" in titles(damaged, clock)
    assert [
        f for f in check_folder(damaged, PASSPHRASE, clock=clock).findings if f.kind is Kind.STRANGER
    ] == []


def test_a_backups_header_takes_its_place_where_both_are_damaged(damaged: Path, clock: Clock) -> None:
    with opening.open_journal(damaged, PASSPHRASE, clock) as journal:
        copy = Backups(journal._store).make(Reason.BY_HAND)
    hurt(damaged)
    (damaged / "vault.json.old").write_bytes(b"noise")
    assert mend_header(damaged, PASSPHRASE) == f"backups/{copy.path.name}/vault.json"
    assert "Day 7" in titles(damaged, clock)


def test_a_header_that_is_gone_is_found_again(damaged: Path, clock: Clock, tmp_path: Path) -> None:
    (damaged / "vault.json").unlink()
    assert mend_header(damaged, PASSPHRASE) == "vault.json.old"
    assert "Day 7" in titles(damaged, clock)
    with pytest.raises(NotAVault):
        mend_header(tmp_path / "rescued", PASSPHRASE)


def test_a_header_from_before_a_rotation_is_refused(damaged: Path, clock: Clock) -> None:
    """Seen failing (the journal then opens no more at all) with `_opens_its_database` always true."""
    with opening.open_journal(damaged, PASSPHRASE, clock) as journal:
        Backups(journal._store).make(Reason.BY_HAND)
    before = (damaged / "vault.json").read_bytes()
    with opening.open_journal(damaged, PASSPHRASE, clock) as journal:
        rotate(journal._store, PASSPHRASE)
        shutil.rmtree(journal.backups.all()[0].path)  # made under the new key, its header would fit
    content = hurt(damaged)
    (damaged / "vault.json.old").write_bytes(before)
    with pytest.raises(NoHeaderFits):
        mend_header(damaged, PASSPHRASE)
    assert (damaged / "vault.json").read_bytes() == content
    assert list(damaged.glob("*.damaged-*")) == []


def test_an_old_header_beside_the_old_name_of_a_rotated_database_is_refused_too(
    damaged: Path, clock: Clock
) -> None:
    before = (damaged / "vault.json").read_bytes()
    with opening.open_journal(damaged, PASSPHRASE, clock) as journal:
        rotate(journal._store, PASSPHRASE)
        shutil.rmtree(journal.backups.all()[0].path)
        name = journal._store.keys.header.database
    shutil.copy(damaged / name, damaged / "journal.db")
    hurt(damaged)
    (damaged / "vault.json.old").write_bytes(before)
    with pytest.raises(NoHeaderFits):
        mend_header(damaged, PASSPHRASE)


def test_a_whole_header_is_left_as_it_is_and_a_wrong_secret_is_told(damaged: Path) -> None:
    with pytest.raises(HeaderIsWhole):
        mend_header(damaged, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        mend_header(damaged, "wrong")
    hurt(damaged)
    with pytest.raises(WrongPassphrase):
        mend_header(damaged, "wrong")
    (damaged / "vault.json.old").unlink()
    with pytest.raises(NoHeaderFits):
        mend_header(damaged, PASSPHRASE)


def test_a_header_of_format_1_takes_its_place_too(folder: Path, clock: Clock) -> None:
    """Seen failing: bringing it into the present format asked for the damaged one first."""
    shutil.copytree(Path(__file__).parents[1] / "samples" / "1-0001", folder)
    with pytest.raises(HeaderIsWhole):
        mend_header(folder, PASSPHRASE)
    shutil.copy(folder / "vault.json", folder / "vault.json.old")
    hurt(folder)
    assert mend_header(folder, PASSPHRASE) == "vault.json.old"
    assert titles(folder, clock) == {"Moved the depot"}


def test_a_folder_that_cannot_be_written_is_told(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing: the lock's own error came out."""

    def refused(*_anything: object, **_named: object) -> int:
        raise PermissionError(13, "Permission denied")

    hurt(damaged)
    with monkeypatch.context() as protected:
        protected.setattr(os, "open", refused)
        with pytest.raises(VaultUnwritable, match="Permission denied"):
            mend_header(damaged, PASSPHRASE)
