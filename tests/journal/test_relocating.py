"""A journal's folder: moved whole or not at all, and destroyed so that nothing can be read."""

import datetime as dt
import errno
import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import PASSPHRASE
from small_disk import small_disk
from workjournal.domain.episode import Episode
from workjournal.journal import opening, relocating
from workjournal.journal.backups import Reason
from workjournal.journal.journal import Journal
from workjournal.journal.relocating import InsideItself, KeysRemain, MovedInPart, MoveFailed, TargetTaken
from workjournal.vault.locks import AlreadyOpen
from workjournal.vault.vault import NotAVault, WrongPassphrase

DAY = dt.date(2026, 11, 19)


@pytest.fixture(autouse=True)
def an_episode(journal: Journal) -> None:
    journal.episodes.add(Episode(date=DAY, title="Moved house"))


def is_whole(folder: Path) -> None:
    with opening.open_journal(folder, PASSPHRASE) as moved:
        assert [episode.title for episode in moved.episodes.newest()] == ["Moved house"]
        assert moved.notices == ()


def test_it_gets_another_name(journal: Journal, tmp_path: Path) -> None:
    assert journal.move(tmp_path / "Renamed") == tmp_path / "Renamed"
    is_whole(tmp_path / "Renamed")
    assert not journal.folder.exists()


def test_it_moves_to_another_disk(journal: Journal, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 16) as stick:
        is_whole(journal.move(stick / "a" / "journal"))
        assert not journal.folder.exists()


def test_a_disk_that_is_too_small_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 1) as stick:
        (stick / "filler").write_bytes(bytes(700_000))
        with pytest.raises(MoveFailed, match="stays where it is"):
            journal.move(stick / "journal")
        assert [path.name for path in stick.iterdir()] == ["filler"]
    is_whole(journal.folder)


def test_a_place_that_is_taken_is_left_alone(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(TargetTaken):
        journal.move(tmp_path / "taken")
    with pytest.raises(InsideItself):
        journal.move(journal.folder / "backups" / "inside")
    is_whole(journal.folder)


def test_not_while_a_window_has_it_open(journal: Journal, tmp_path: Path) -> None:
    lock = opening.lock_for_window(journal.folder)
    lock.take()
    with pytest.raises(AlreadyOpen):
        journal.move(tmp_path / "away")
    lock.release()
    is_whole(journal.folder)


def test_destroying_asks_who_one_is(journal: Journal) -> None:
    with pytest.raises(WrongPassphrase):
        journal.destroy("somebody else")
    assert journal.episodes.newest()


def test_destroyed_is_destroyed(journal: Journal) -> None:
    assert journal.destroy(PASSPHRASE) == []
    assert not journal.folder.exists()


def test_what_is_not_ours_stays(journal: Journal) -> None:
    (journal.folder / "my notes.txt").write_text("mine")
    assert journal.destroy(PASSPHRASE) == ["my notes.txt"]
    assert [path.name for path in journal.folder.iterdir()] == ["my notes.txt"]
    with pytest.raises(NotAVault):
        opening.open_journal(journal.folder, PASSPHRASE)


@pytest.fixture
def other_disk(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rename leads from the journal's folder to anywhere."""
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path == journal.folder.resolve():
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)


@pytest.mark.usefixtures("other_disk")
def test_its_copies_move_to_another_disk_with_their_modes(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing for every user but root: a copy's database, mode 0400, was opened for writing."""
    opened = Path.open

    def as_a_user(path: Path, mode: str = "r", **more: Any) -> Any:
        if "+" in mode and not path.stat().st_mode & 0o200:
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, **more)

    copy = journal.backups.make(Reason.BY_HAND)
    monkeypatch.setattr(Path, "open", as_a_user)
    moved = journal.move(tmp_path / "moved")
    is_whole(moved)
    assert (moved / "backups" / copy.path.name / "journal.db").stat().st_mode & 0o777 == 0o400


@pytest.mark.usefixtures("other_disk")
def test_what_cannot_be_removed_is_told_and_opens_no_more(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing: it "stays where it is, whole" was said, while a half of it was gone."""

    def stuck(_folder: Path, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", stuck)
        with pytest.raises(MovedInPart, match="moved to"):
            journal.move(tmp_path / "moved")
    is_whole(tmp_path / "moved")
    with pytest.raises(NotAVault):
        opening.open_journal(journal.folder, PASSPHRASE)


@pytest.mark.usefixtures("other_disk")
def test_what_another_program_saves_meanwhile_is_not_lost(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing: it was saved into the folder that was then removed."""
    copied = relocating._copy

    def copy(source: Path, *more: Any) -> None:
        copied(source, *more)
        with opening.open_journal(source, PASSPHRASE) as terminal:
            terminal.episodes.add(Episode(date=DAY, title="Meanwhile"))

    monkeypatch.setattr(relocating, "_copy", copy)
    with pytest.raises(MoveFailed, match="another program"):
        journal.move(tmp_path / "moved")
    assert not (tmp_path / "moved").exists()
    with opening.open_journal(journal.folder, PASSPHRASE) as there:
        assert [episode.title for episode in there.episodes.newest()] == ["Meanwhile", "Moved house"]


@pytest.mark.usefixtures("other_disk")
def test_a_link_to_another_place_is_not_left_behind_in_silence(journal: Journal, tmp_path: Path) -> None:
    """Seen failing: what lay behind the link was not copied, and the link was removed."""
    (tmp_path / "elsewhere").mkdir()
    (journal.folder / "objects").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(MoveFailed, match="objects is a link"):
        journal.move(tmp_path / "moved")
    is_whole(journal.folder)


def test_keys_that_cannot_be_removed_are_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing: "its keys are gone" was said, and the passphrase opened it."""
    unlink = Path.unlink

    def refused(path: Path, **named: Any) -> None:
        if path.name == "vault.json":
            raise PermissionError(13, "Permission denied")
        unlink(path, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refused)
        with pytest.raises(KeysRemain, match="can still be read"):
            journal.destroy(PASSPHRASE)
    is_whole(journal.folder)


def test_other_journals_behind_a_link_keep_their_keys(journal: Journal, tmp_path: Path) -> None:
    """Seen failing: whatever lay in a folder that "backups" led to lost its header."""
    other = tmp_path / "journals" / "another"
    other.mkdir(parents=True)
    (other / "vault.json").write_text("precious")
    (journal.folder / "backups").symlink_to(other.parent)
    assert journal.destroy(PASSPHRASE) == []
    assert (other / "vault.json").exists()
