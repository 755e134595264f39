"""A terminal's program with a vault, made once; and what a window needs that runs as a process of its own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.terminal_program import Program


@pytest.hookimpl(tryfirst=True)  # before xdist looks for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that begin with it are in one process."""
    for item in items:
        if "begun" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("terminal"))


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Program:
    made = Program(tmp_path_factory.mktemp("begun"))
    made.begin()
    made.back_up()
    return made


@pytest.fixture(scope="session", autouse=True)
def stopped() -> Iterator[None]:
    """What starts programs is stopped at the end."""
    yield
    Program.stop()


@pytest.fixture
def program(begun: Program, tmp_path: Path) -> Program:
    """The program before a new, empty vault."""
    made = Program(tmp_path)
    made.begin_like(begun)
    return made


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A folder for sockets; a short path, as systems have it."""
    with tempfile.TemporaryDirectory(prefix="wj") as place:
        yield Path(place)


@pytest.fixture
def environment(runtime: Path, own_settings: Path) -> dict[str, str]:
    """Of a window without a display, with settings and sockets of its own."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "WORKJOURNAL_CONFIG": str(own_settings),
        "XDG_RUNTIME_DIR": str(runtime),
    }


@pytest.fixture
def vault(todays_vault: Path, folder: Path) -> Path:
    return Path(shutil.copytree(todays_vault, folder))
