"""A terminal's program with a vault, made once."""

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
    return made


@pytest.fixture
def program(begun: Program, tmp_path: Path) -> Program:
    """The program before a new, empty vault."""
    made = Program(tmp_path)
    made.begin_like(begun)
    return made
