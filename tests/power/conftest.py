"""The recorder, compiled once, and workloads recorded once for each process that runs tests."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from power.recording import FAST, Recording, recorded, recorder

Record = Callable[..., Recording]


@pytest.fixture(scope="session")
def fast_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="power", dir=FAST if FAST.is_dir() else None) as folder:
        yield Path(folder).resolve()


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorder(tmp_path_factory.mktemp("recorder"))


@pytest.fixture(scope="session")
def record(shim: Path, fast_folder: Path, new_vault: Path) -> Record:
    """Record a workload, on a new vault or, for a creation, on none."""
    known: dict[tuple[str, str], Recording] = {}

    def recording(workload: str, control: str = "shipped") -> Recording:
        if (workload, control) not in known:
            place = fast_folder / f"{workload} {len(known)}"
            place.mkdir()
            if workload != "creation":
                shutil.copytree(new_vault, place / "vault")
            known[workload, control] = recorded(shim, place, workload, control)
        return known[workload, control]

    return recording
