"""One of everything in a journal, a large attachment, a backup."""

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import examples
from conftest import PASSPHRASE, Clock, make_keys_cheap
from copies import add_days
from examples import Examples
from journal import demo_telling
from workjournal import resources
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.backups import Backups, Copy, Reason
from workjournal.journal.demo_reading import read
from workjournal.journal.demo_script import Script, told
from workjournal.journal.journal import Journal

LONG = "Nineteen pallets went to the wrong depot. " * 400


@pytest.fixture
def large(journal: Journal, one: Examples, tmp_path: Path) -> Path:
    """A large attachment; its file in the vault."""
    file = tmp_path / "plan.bin"
    file.write_bytes(os.urandom(700_000))
    journal.episodes.attach(one.episode.id, file)
    return next((journal.folder / "objects").iterdir())


@pytest.fixture
def copy(journal: Journal, one: Examples, large: Path) -> Copy:
    """A backup of some days with a large attachment."""
    add_days(journal, 30)
    return journal.backups.make(Reason.DAILY)


@pytest.fixture(scope="session")
def full_vault(new_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one of everything, long texts, a large attachment and a fresh backup; made once, to be copied."""
    place = tmp_path_factory.mktemp("full")
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        patch.setenv("WORKJOURNAL_CONFIG", str(place / "settings"))
        shutil.copytree(new_vault, place / "vault")
        with opening.open_journal(place / "vault", PASSPHRASE, Clock()) as journal:
            one = examples.filled(journal, place)
            (place / "plan.bin").write_bytes(b"plan " * 100_000)
            journal.episodes.attach(one.episode.id, place / "plan.bin")
            for number in range(60):
                journal.episodes.add(Episode(date=dt.date(2026, 11, 19), title=f"Day {number}", story=LONG))
            Backups(journal._store).make(Reason.BY_HAND)
    return place / "vault"


@pytest.fixture
def full(full_vault: Path, folder: Path, clock: Clock) -> Iterator[Journal]:
    shutil.copytree(full_vault, folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as journal:
        yield journal


@pytest.fixture(scope="session")
def told_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo that ends on a Sunday, to be read only; tests that want it are of the group "demo", so that it is made once."""
    return demo_telling.make(tmp_path_factory.mktemp("demo") / "one")


@pytest.fixture
def year(told_year: Path) -> Iterator[Journal]:
    with opening.open_journal(told_year, PASSPHRASE) as journal:
        yield journal


@pytest.fixture(scope="session")
def script() -> Script:
    """The demo's story of the newest year."""
    script, slots = read(resources.path("demo"))
    newest: Script = told(script, slots, 0)
    return newest
