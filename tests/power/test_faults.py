"""A disk that fails, fills up or becomes read-only harms nothing: what was typed stays, and it works again."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import PASSPHRASE
from power.recording import run
from power.restart import is_sound
from power.trials import LABELS, STEPS, STORY, new_episode, save
from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.journal.journal import Journal
from workjournal.journal.rotation import rotate
from workjournal.store.faults import DiskFull, ReadOnly
from workjournal.vault import ways_in

Tell = Callable[[str, Any], None]
MB = 1 << 20


def tried(
    shim: Path,
    folder: Path,
    new_vault: Path,
    step: str,
    every: int,
    record_property: Tell,
    share: int = 0,
    last: int = 10**6,
) -> int:
    """How many failures of a step's calls (of its last ones, of one in so many) were tried; none did harm."""
    place = folder / f"trials of {step}"
    shutil.copytree(new_vault, place / "vault")
    told = run(
        shim,
        "trials",
        *(step, str(place), str(every), str(share), str(last)),
        POWER_FOLDER=str(place),
        POWER_MARKS=str(folder / f"{step}.pdf"),
        WORKJOURNAL_CONFIG=str(place / "settings"),
    )
    shutil.rmtree(place)
    found = json.loads(told)
    assert found["problems"] == []
    record_property("failing disk", {"of": step, **found["outcomes"]})
    return sum(found["outcomes"].values())


@pytest.mark.parametrize("step", ["save", "passphrase"])
def test_a_call_that_fails_does_no_harm(
    shim: Path, fast_folder: Path, new_vault: Path, record_property: Tell, step: str
) -> None:
    """A sample of the slow ones below; too few to be sure of seeing what they have seen."""
    assert tried(shim, fast_folder, new_vault, step, 29, record_property) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("share", range(4))
@pytest.mark.parametrize("step", ["save", "passphrase"])
def test_no_call_that_fails_does_harm(
    shim: Path, fast_folder: Path, new_vault: Path, record_property: Tell, step: str, share: int
) -> None:
    """Seen failing while a connection that had met an error was used again, and while a failed commit lost labels."""
    assert tried(shim, fast_folder, new_vault, step, 4, record_property, share) >= 20


# A part of them, so that all take about a minute; no number is even, or a failure for good would never be met.
@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "every"),
    [("edit", 5), ("attach", 7), ("draft", 5), ("close", 11), ("backup", 29), ("rotation", 61)],
)
def test_no_call_of_other_work_that_fails_does_harm(
    shim: Path, fast_folder: Path, new_vault: Path, record_property: Tell, step: str, every: int
) -> None:
    """Seen failing while a close whose commit had failed let the header count on, and while errors passed unnamed."""
    assert tried(shim, fast_folder, new_vault, step, every, record_property) >= 10


@pytest.mark.slow
def test_a_rotation_that_fails_at_its_swap_does_no_harm(
    shim: Path, fast_folder: Path, new_vault: Path, record_property: Tell
) -> None:
    """Seen failing while a rotation whose header was in place, and not yet synced, went on with the old database."""
    assert tried(shim, fast_folder, new_vault, "rotation", 3, record_property, last=30) >= 20


def test_every_step_is_tried() -> None:
    assert set(STEPS) == {"save", "edit", "attach", "draft", "passphrase", "close", "backup", "rotation"}


# A real file system


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB: room for a vault of every table, and for its second copy while a key is rotated."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk], capture_output=True, text=True, check=False
    )
    if made.returncode:
        pytest.skip(f"no small file system can be mounted here: {made.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.fixture
def there(small_disk: Path, new_vault: Path) -> Path:
    """A vault on the small disk, with one episode."""
    shutil.copytree(new_vault, small_disk / "vault")
    with opening.open_journal(small_disk / "vault", PASSPHRASE) as journal:
        save(journal, new_episode("Saved before"))
    return small_disk / "vault"


def remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", disk], check=True)


def fill(disk: Path, left: int) -> Path:
    """Fill the disk until so many bytes are left."""
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free - left
    with filler.open("wb") as file:
        file.write(bytes(max(0, free)))
    return filler


def save_until_it_is_full(journal: Journal) -> tuple[int, Episode]:
    """How many saves went well, and what could not be saved."""
    for saved in range(1000):
        typed = new_episode(f"While it filled {saved:03}")
        try:
            save(journal, typed)
        except DiskFull:
            return saved, typed
    pytest.fail("it never was full")


def titles(journal: Journal) -> list[str]:
    return sorted(episode.title for episode in journal.episodes.newest())


@pytest.mark.parametrize("left", [0, 20_000, 150_000, 400_000])
def test_a_full_disk_harms_nothing_and_works_again(there: Path, left: int) -> None:
    """Seen failing with `hand_back` switched off: the typed story is gone from the caller's hands."""
    journal = opening.open_journal(there, PASSPHRASE)
    filler = fill(there.parent, left)
    saved, typed = save_until_it_is_full(journal)
    assert (typed.title, typed.story) == (f"While it filled {saved:03}", STORY)
    assert [tag.name for tag in typed.tags] == LABELS or not typed.tags
    assert len(titles(journal)) == 1 + saved
    filler.unlink()
    save(journal, typed)
    journal.close()
    with opening.open_journal(there, PASSPHRASE) as again:
        assert is_sound(again)
        assert titles(again) == [
            "Saved before",
            *(f"While it filled {number:03}" for number in range(saved + 1)),
        ]
        assert all([tag.name for tag in episode.tags] == LABELS for episode in again.episodes.newest())


def test_what_is_saved_on_a_disk_that_stays_full_opens_again(there: Path) -> None:
    journal = opening.open_journal(there, PASSPHRASE)
    filler = fill(there.parent, 300_000)
    saved, _ = save_until_it_is_full(journal)
    journal.close()
    filler.unlink()
    with opening.open_journal(there, PASSPHRASE) as again:
        assert is_sound(again)
        assert len(titles(again)) == 1 + saved


def change_passphrase(journal: Journal) -> None:
    keys = journal._store.keys
    ways_in.change_passphrase(keys, keys.slot_id, "another one")


@pytest.mark.parametrize(
    "work",
    [
        change_passphrase,
        lambda journal: rotate(journal._store, PASSPHRASE),
        lambda journal: journal.backups.make(Reason.DAILY),
    ],
    ids=["passphrase", "rotation", "backup"],
)
@pytest.mark.parametrize("left", [0, 300_000])
def test_work_on_a_full_disk_leaves_everything_as_it_was(
    there: Path, work: Callable[[Journal], object], left: int
) -> None:
    with opening.open_journal(there, PASSPHRASE) as journal:
        filler = fill(there.parent, left)
        if left and work is change_passphrase:
            work(journal)  # there is room for a header
            filler.unlink()
            return
        with pytest.raises(JournalError):
            work(journal)
        assert titles(journal) == ["Saved before"]
        filler.unlink()
        save(journal, new_episode("Saved after"))
    with opening.open_journal(there, PASSPHRASE) as again:
        assert is_sound(again)
        assert titles(again) == ["Saved after", "Saved before"]
        work(again)  # there is room now
        assert titles(again) == ["Saved after", "Saved before"]


def test_a_disk_that_became_read_only_is_read(there: Path) -> None:
    remount(there.parent, "ro")
    with opening.open_journal(there, PASSPHRASE) as journal:
        typed = new_episode()
        with pytest.raises(ReadOnly):
            save(journal, typed)
        assert typed.story == STORY
        assert titles(journal) == ["Saved before"]
    remount(there.parent, "rw")
    with opening.open_journal(there, PASSPHRASE) as journal:
        save(journal, typed)
        assert titles(journal) == ["Saved before", "Typed"]


def test_a_disk_that_turns_read_only_while_the_journal_is_open(there: Path) -> None:
    """The kernel refuses that while a file is open for writing, so the connections are let go of, as an idle pool may."""
    with opening.open_journal(there, PASSPHRASE) as journal:
        journal._store.checkpoint()
        journal._store.dispose()
        remount(there.parent, "ro")
        typed = new_episode()
        with pytest.raises(JournalError):
            save(journal, typed)
        assert typed.story == STORY
        remount(there.parent, "rw")
        save(journal, typed)
        assert titles(journal) == ["Saved before", "Typed"]
