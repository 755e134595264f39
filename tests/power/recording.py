"""A workload run under the recorder, in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from power.log import Operation, Record, read_log
from power.replay import Image, read_image
from power.workloads import Holds

HERE = Path(__file__).parent
FAST = Path("/dev/shm")
"""Where images are made, if it is there: nothing of them has to last."""


def recorder(folder: Path) -> Path:
    """The shim, compiled into `folder`; a test that cannot have it is skipped, with the reason."""
    if sys.platform != "linux" or sys.maxsize < 2**32:
        pytest.skip("the recorder is for 64-bit Linux")
    compiler = shutil.which("cc")
    if not compiler:
        pytest.skip("no C compiler (cc) for the recorder")
    library = folder / "recorder.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(HERE / "recorder.c")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"the recorder does not compile here: {done.stderr[:500]}")
    return library


def run(library: Path, module: str, *arguments: str, **environment: str) -> str:
    """Run one of our modules with the recorder loaded; returns what it says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV_")}
    done = subprocess.run(
        [sys.executable, "-m", f"power.{module}", *arguments],
        env={**kept, "PYTHONPATH": str(HERE.parent), "LD_PRELOAD": str(library), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Recording:
    """What a workload did to a place, a folder with the vault and the settings.

    `marks` are what the program had called safe, in order.
    """

    place: Path
    before: Image
    after: Image
    records: Sequence[Record]
    marks: Sequence[Holds]

    @property
    def is_new(self) -> bool:
        """Whether the journal was made while it was recorded."""
        return "vault" not in self.before

    @property
    def passphrases(self) -> list[str]:
        """All that ever opened it."""
        return sorted({secret for mark in self.marks for secret in mark["opens"]})


def recorded(library: Path, place: Path, workload: str, control: str = "shipped") -> Recording:
    """Run a workload on what lies in `place`."""
    before, log = read_image(place), place.with_name(f"{place.name}.log")
    run(
        library,
        "workloads",
        *(workload, str(place), control),
        POWER_FOLDER=str(place),
        POWER_LOG=str(log),
        POWER_MARKS=str(place.with_name(f"{place.name}.marks")),
        WORKJOURNAL_CONFIG=str(place / "settings"),
    )
    records = tuple(read_log(log))
    return Recording(
        place,
        before,
        read_image(place),
        records,
        [json.loads(r.data) for r in records if r.operation is Operation.MARK],
    )
