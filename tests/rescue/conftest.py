"""A vault the program wrote, and the decryptor as a subprocess."""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from rescue.by_the_document import (
    ANSWER,
    DECRYPTOR,
    GOAL,
    LARGE,
    LESSON,
    SMALL,
    Program,
    Rescue,
    Rescued,
    Written,
    add_ways_in,
    fingerprint,
)


@pytest.hookimpl(tryfirst=True)  # before xdist looks for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In one process, which writes their vault once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("rescue"))


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("written")
    program = Program(folder)
    program("init")
    add_ways_in(program.vault)
    files = {"…note, 1.txt": SMALL, "large.bin": LARGE}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    long = "Der Aufzug blieb stehen – 41 Körbe fehlten. " * 400
    attach = [word for name in files for word in ("--attach", str(folder / name))]
    first = program(
        "add",
        long,
        "--title",
        "Aufzug ↯",
        "--result",
        "Two hours lost",
        "--tag",
        "depot",
        "--time",
        "08:15",
        *attach,
    )
    more = ("--tag", "depot", "--private-note", "I was afraid.", "--difficulty", "60")
    program("add", f"Shipped 58 of 63 orders. {long}", "--kind", "win", "--time", "09:30", *more)
    program("reflect", first, "--answer", f"next={ANSWER}", "--lesson", LESSON)
    program("goal", "add", GOAL, "--probability", "60", "--why", "It is time")
    return Written(program.vault, json.loads(program("list", "--json")), files)


@pytest.fixture
def rescue(tmp_path: Path) -> Rescue:
    """The decryptor as a subprocess, the secret on standard input; the vault is byte for byte the same afterwards."""

    def run(vault: Path, secret: str, *options: str) -> Rescued:
        before = fingerprint(vault)
        out = tmp_path / f"out {len(list(tmp_path.iterdir()))}"
        done = subprocess.run(
            [sys.executable, str(DECRYPTOR), str(vault), str(out), "--passphrase-file", "-", *options],
            input=f"{secret}\n",
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert fingerprint(vault) == before
        return Rescued(done.returncode, done.stderr, out)

    return run


@pytest.fixture
def vault(written: Written, tmp_path: Path) -> Path:
    """A copy that may be harmed."""
    return Path(shutil.copytree(written.vault, tmp_path / "vault"))


@pytest.fixture
def decryptor() -> ModuleType:
    """The decryptor's functions, where a subprocess for each of many would take too long."""
    specification = importlib.util.spec_from_file_location("workjournal_rescue", DECRYPTOR)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
