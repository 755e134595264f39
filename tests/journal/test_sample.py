"""The sample journal: whole, encrypted, for nobody else, and gone without a trace."""

import datetime as dt
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from workjournal import paths
from workjournal.journal import demo, opening, private_folder, sample
from workjournal.journal.journal import Journal
from workjournal.journal.sample import NoRoomForSample, Remains


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where it is made, and a story of some weeks: the whole of it is told in test_demo.py."""
    made = tmp_path / "runtime"
    made.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(made))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "nowhere"))
    monkeypatch.setattr(demo, "YEAR", dt.timedelta(weeks=3))
    return made


@pytest.fixture
def made() -> Iterator[tuple[Journal, Remains]]:
    journal, remains = sample.make()
    yield journal, remains
    journal.close()
    remains.release()


def test_there_is_work_in_it_and_none_lies_ahead(made: tuple[Journal, Remains]) -> None:
    journal, _ = made
    now = dt.datetime.now(dt.UTC)
    found = journal.episodes.newest()
    assert len(found) > 3
    assert all(each.created_at is not None and each.created_at < now for each in found)
    assert found[0].title not in {"", found[1].title}
    assert journal.now() >= now  # and what is tried on it is of today


def test_its_words_are_in_no_file_and_its_folder_is_closed_to_others(
    made: tuple[Journal, Remains], place: Path
) -> None:
    journal, _ = made
    words = journal.episodes.newest()[0].title.encode()
    files = [file for file in place.rglob("*") if file.is_file()]
    assert any(file.stat().st_size > 100_000 for file in files)
    assert [file for file in files if words in file.read_bytes()] == []
    if os.name != "nt":
        assert stat.S_IMODE(journal.folder.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700
    assert opening.kinds_of_ways_in(journal.folder) == {"passphrase"}


def test_released_it_leaves_nothing_in_its_place_nor_in_the_ledger(place: Path) -> None:
    """Seen failing with the ledger left as it was."""
    journal, remains = sample.make()
    assert "code" in paths.ledger_file().read_text()
    journal.close()
    remains.release()
    assert list(place.iterdir()) == []
    assert "code" not in paths.ledger_file().read_text()
    assert not paths.settings_file().exists()


def test_given_up_it_leaves_nothing(place: Path) -> None:
    """Seen failing with the folder released only where all went well."""
    told = []

    class Enough(Exception):
        pass

    def report(fraction: float, date: str) -> None:
        told.append((fraction, date))
        if len(told) == 4:
            raise Enough

    with pytest.raises(Enough):
        sample.make(report)
    assert list(place.iterdir()) == []
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert all(dt.date.fromisoformat(date) <= dt.datetime.now().astimezone().date() for _, date in told)


def test_without_room_there_is_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_folder, "SPARE", 1 << 60)
    with pytest.raises(NoRoomForSample, match="the disk is full"):
        sample.make()
    assert list(place.iterdir()) == []


def test_that_of_a_killed_program_goes_and_that_of_a_running_one_stays(
    made: tuple[Journal, Remains], place: Path
) -> None:
    left = place / f"{private_folder.SAMPLE}of-a-killed-one"
    (left / sample.NAME).mkdir(parents=True)
    (left / sample.NAME / "journal.db").touch()
    private_folder.sweep()
    assert list(place.iterdir()) == [made[0].folder.parent]
