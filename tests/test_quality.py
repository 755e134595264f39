"""The checkers have nothing to say."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def says(*command: str) -> str:
    """What a checker of this environment complains about; nothing if it is content."""
    tool, *arguments = command
    done = subprocess.run(
        [Path(sys.executable).with_name(tool), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


# Each in a worker of its own, so that they run beside the other tests and not one after another.
@pytest.mark.timeout(120)
@pytest.mark.xdist_group("ruff")
def test_ruff_finds_nothing() -> None:
    assert says("ruff", "check", "--quiet", ".") == ""


@pytest.mark.timeout(120)
@pytest.mark.xdist_group("ruff")
def test_everything_is_formatted() -> None:
    assert says("ruff", "format", "--check", "--quiet", ".") == ""


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.xdist_group("mypy")
def test_every_type_fits() -> None:
    assert says("mypy", "--strict", "src", "tests") == ""


@pytest.mark.xdist_group("ruff")
def test_a_checker_that_complains_is_heard(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("import os\n", encoding="utf-8")
    assert "F401" in says("ruff", "check", "--isolated", str(tmp_path))
