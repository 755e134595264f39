"""An older state in place of the present one is noticed, whichever file was put back; a crash is none."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.journal import Journal

DAY = dt.date(2026, 11, 19)


def wrote(folder: Path, title: str = "x") -> None:
    with opening.open_journal(folder, PASSPHRASE) as journal:
        assert journal.notices == ()
        journal.episodes.add(Episode(date=DAY, title=title))


def notices(folder: Path) -> str:
    with opening.open_journal(folder, PASSPHRASE) as journal:
        return " ".join(journal.notices)


@pytest.fixture
def vault(journal: Journal, folder: Path) -> Path:
    journal.close()
    wrote(folder)
    return folder


@pytest.fixture
def older(vault: Path, tmp_path: Path) -> Path:
    """The vault as it was before the last session."""
    copy = tmp_path / "older"
    shutil.copytree(vault, copy)
    wrote(vault)
    return copy


def test_ordinary_days_are_quiet(vault: Path) -> None:
    for _ in range(3):
        wrote(vault)
        assert notices(vault) == ""


def test_an_older_database_is_noticed(vault: Path, older: Path) -> None:
    """Seen failing without the count in the header."""
    shutil.copy(older / "journal.db", vault / "journal.db")
    assert "database is older than its header" in notices(vault)


def test_an_older_folder_is_noticed(vault: Path, older: Path) -> None:
    """Seen failing without the ledger."""
    shutil.rmtree(vault)
    shutil.copytree(older, vault)
    assert "older than when it was last open on this computer" in notices(vault)
    assert "older than when it was last open" in notices(vault)  # until the user says so


def test_it_is_told_until_the_user_knows(vault: Path, older: Path) -> None:
    shutil.copy(older / "journal.db", vault / "journal.db")
    with opening.open_journal(vault, PASSPHRASE) as journal:
        journal.accept_notices()
        assert journal.notices == ()
    assert notices(vault) == ""


def test_an_older_header_with_a_newer_database_harms_nothing(vault: Path, older: Path) -> None:
    shutil.copy(older / "vault.json", vault / "vault.json")
    wrote(vault)
    assert notices(vault) == ""


def test_a_kill_is_no_older_state(vault: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    with opening.open_journal(vault, PASSPHRASE) as journal:
        journal.episodes.add(Episode(date=DAY, title="unclosed"))
        shutil.copytree(vault, crashed)  # what a kill at this moment leaves
    assert notices(crashed) == ""
    with opening.open_journal(crashed, PASSPHRASE) as journal:
        assert journal.episodes.newest()[0].title == "unclosed"


def test_what_one_program_saves_the_other_sees(vault: Path, clock: Clock) -> None:
    with (
        opening.open_journal(vault, PASSPHRASE) as window,
        opening.open_journal(vault, PASSPHRASE) as terminal,
    ):
        assert not window.changed_elsewhere()
        window.episodes.add(Episode(date=DAY, title="mine"))
        assert not window.changed_elsewhere()  # its own
        terminal.episodes.add(Episode(date=DAY, title="theirs"))
        assert window.changed_elsewhere()
        assert not window.changed_elsewhere()
        assert [episode.title for episode in window.episodes.newest()][:2] == ["theirs", "mine"]
        terminal.drafts.keep("capture", {"text": "x"})
        window.episodes.add(Episode(date=DAY, title="at the same time"))
        assert window.changed_elsewhere()
    assert notices(vault) == ""


def test_a_folder_from_before_a_rotation_is_noticed(vault: Path, tmp_path: Path) -> None:
    """Seen failing: the ledger's entry, under the later key, was taken for a forged one."""
    older = tmp_path / "older"
    shutil.copytree(vault, older)
    with opening.open_journal(vault, PASSPHRASE) as journal:
        journal.ways_in.rotate(PASSPHRASE)
    shutil.rmtree(vault)
    shutil.copytree(older, vault)
    assert "older than when it was last open" in notices(vault)


def test_an_older_copy_laid_over_a_rotated_journal_removes_nothing(vault: Path, tmp_path: Path) -> None:
    """Seen failing: the newer database was taken for what a killed rotation left, and removed."""
    older = tmp_path / "older"
    shutil.copytree(vault, older)
    with opening.open_journal(vault, PASSPHRASE) as journal:
        journal.ways_in.rotate(PASSPHRASE)
    for name in ("vault.json", "journal.db"):
        shutil.copy(older / name, vault / name)
    assert "older than when it was last open" in notices(vault)
    assert (vault / "journal-2.db").is_file()


def test_what_was_only_read_here_was_seen_here(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing when only a save was noted: another computer's work, read here, could be taken away unnoticed."""
    older = tmp_path / "older"
    shutil.copytree(vault, older)
    with monkeypatch.context() as other_computer:
        other_computer.setenv("WORKJOURNAL_CONFIG", str(tmp_path / "other"))
        wrote(vault)
    assert notices(vault) == ""
    shutil.rmtree(vault)
    shutil.copytree(older, vault)
    assert "older than when it was last open" in notices(vault)


def test_a_session_that_never_closed_is_missed_too(vault: Path, tmp_path: Path) -> None:
    """Seen failing without the note at the first save."""
    older = tmp_path / "older"
    shutil.copytree(vault, older)
    journal = opening.open_journal(vault, PASSPHRASE)
    journal.episodes.add(Episode(date=DAY, title="before the kill"))
    journal._store.dispose()  # as a kill leaves it: neither closed nor counted in the header
    shutil.rmtree(vault)
    shutil.copytree(older, vault)
    assert "older than when it was last open" in notices(vault)
