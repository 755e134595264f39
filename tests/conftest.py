"""What every test starts from: a cheap key derivation, a clock that stands still, an empty journal."""

import datetime as dt
import gc
import itertools
import os
import pickle
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine

from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.store import engine as store_engine
from workjournal.vault.slots import passphrase

if TYPE_CHECKING:
    from examples import Examples

# With neither a display nor a platform named, Qt aborts the process.
if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Where nothing may be compiled to beside its source, each of the hundreds of programs that tests start would compile
# all it loads anew; so they keep it with the environment they run in.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(sys.prefix) / "compiled"))

PASSPHRASE = "seven brown kettles argue"
CHEAP_KIB = 32
STATEMENTS = 3000


class Clock:
    """A clock that is set by hand; `now` is aware."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 19, 18, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **span: float) -> None:
        """Move on by a timedelta's arguments."""
        self.now += dt.timedelta(**span)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: for a third of their time tests wait, for programs, timers and the disk."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + (cores + 1) // 2


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep groups together though pytest-xdist 3.8 writes them where pytest 9.2 no longer looks (its issue 1386)."""
    for item in items:
        named = getattr(item, "_nodeid", item.nodeid)
        if named != item.nodeid:
            from _pytest.nodeid import NodeId

            item._id = NodeId.parse(named)


def pytest_collection_finish() -> None:
    """What is loaded by now stays; the collector need not look through it over and over."""
    gc.collect()
    gc.freeze()


def make_keys_cheap(patch: pytest.MonkeyPatch) -> None:
    """Argon2id with next to no memory and no threads: what is tested is never how slow a guess is."""
    patch.setattr(passphrase, "LANES", 1)
    patch.setattr(passphrase, "FLOOR_KIB", CHEAP_KIB)
    patch.setattr(passphrase, "calibrated_memory", lambda: CHEAP_KIB)


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """What SQLAlchemy compiled for one journal serves the next one of this process too: a sixth of a test's time."""
    first = create_engine("sqlite://", module=driver, query_cache_size=STATEMENTS)
    first.connect().close()  # its dialect asks the driver what it can do
    first.dispose()

    def made(*arguments: Any, **options: Any) -> Engine:
        engine = create_engine(*arguments, **options)
        engine.dialect = engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_engine, "create_engine", made)
        yield


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    make_keys_cheap(monkeypatch)


@pytest.fixture(scope="session")
def settings_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders not made yet; pytest would look through all those made before to number the next one."""
    place = tmp_path_factory.mktemp("settings")
    return (place / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, settings_folders: Iterator[Path]) -> Path:
    """Settings in a folder of the test's own, never the developer's."""
    folder = next(settings_folders)
    folder.mkdir()
    monkeypatch.setenv("WORKJOURNAL_CONFIG", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches the developer's own keyring; those of the keyring bring a session bus of theirs."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the test's vault is."""
    return tmp_path / "vault"


def made_vault(place: Path, clock: Clock | None = None) -> Path:
    """A vault to be copied: making its tables takes longer than most tests. Nobody's settings hear of it."""
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        patch.setenv("WORKJOURNAL_CONFIG", str(place / "settings"))
        opening.create(place / "vault", PASSPHRASE, clock).close()
    return place / "vault"


@pytest.fixture(scope="session")
def new_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made by the tests' clock."""
    return made_vault(tmp_path_factory.mktemp("new"), Clock())


@pytest.fixture(scope="session")
def todays_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made now, for programs whose clock is the real one."""
    return made_vault(tmp_path_factory.mktemp("today"))


@dataclass(frozen=True)
class Filled:
    """A vault made once to be copied, and what is in it, to be had anew by each test."""

    vault: Path
    pickled: bytes

    def examples(self) -> "Examples":
        made: Examples = pickle.loads(self.pickled)
        return made


@pytest.fixture(scope="session")
def filled_vault(new_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    from examples import filled

    place = tmp_path_factory.mktemp("filled")
    beside = place / "beside"
    beside.mkdir()
    shutil.copytree(new_vault, place / "vault")
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        patch.setenv("WORKJOURNAL_CONFIG", str(place / "settings"))
        with opening.open_journal(place / "vault", PASSPHRASE, Clock()) as opened:
            one = filled(opened, beside)
    return Filled(place / "vault", pickle.dumps(one))


@pytest.fixture
def journal(request: pytest.FixtureRequest, new_vault: Path, folder: Path, clock: Clock) -> Iterator[Journal]:
    """An empty one; with one of everything for a test that asks for `one` too, with many episodes for one of `many`."""
    vault = new_vault
    for name in {"filled_vault", "many_vault"} & set(request.fixturenames):
        filled: Filled = request.getfixturevalue(name)
        vault = filled.vault
    shutil.copytree(vault, folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as opened:
        yield opened


@pytest.fixture
def one(journal: Journal, filled_vault: Filled, tmp_path: Path) -> "Examples":
    """One of everything, which is in the journal; this session has saved before, as if it had made them."""
    for title in ("Hal", "Half"):
        journal.drafts.keep("capture", {"title": title})
    assert journal._store.saved
    made = filled_vault.examples()
    shutil.copytree(made.folder, tmp_path, dirs_exist_ok=True)
    return replace(made, folder=tmp_path)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the figures that tests of promises tell by `record_property`, summed over the shares of a test."""
    sums: dict[str, Counter[str]] = {}
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, found in report.user_properties:
            if isinstance(found, dict):
                numbers = {key: number for key, number in found.items() if key != "of"}
                sums.setdefault(f"{name} ({found['of']})", Counter()).update(numbers)
    for name, numbers in sorted(sums.items()):
        told = ", ".join(f"{number} {key}" for key, number in numbers.items())
        terminalreporter.write_line(f"{name}: {told}")
