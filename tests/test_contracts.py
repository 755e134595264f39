"""Who may import whom: the contracts of pyproject.toml are kept, and each is seen to break."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from source import PACKAGE, ROOT

# One import that each contract forbids, and the module that must not have it.
OFFENCES = {
    "Layers": ("vault/files.py", "import workjournal.domain.entity"),
    "No cycles between the parts of a package": ("domain/entity.py", "import workjournal.domain.episode"),
    "Qt lives in the window": ("cli/program.py", "import PySide6.QtCore"),
    "SQLAlchemy lives with the entities, the store and the services": (
        "charts/figure.py",
        "import sqlalchemy",
    ),
    "Migrations and the driver live in the store": ("journal/drafts.py", "import sqlcipher3"),
    "Only the services reach the store and the vault": ("ui/form.py", "import workjournal.store.store"),
    "Key derivation and the keyring live in the vault": ("store/engine.py", "import argon2"),
    "Ciphers live in the vault, and where other programs' journals are opened": (
        "store/engine.py",
        "import cryptography.fernet",
    ),
    "Encrypted exports are made by the exporters and read by the importers": (
        "journal/drafts.py",
        "import pyrage",
    ),
    "YAML is read by the importers": ("journal/drafts.py", "import yaml"),
    "Spaced repetition lives in the domain": ("journal/recalls.py", "import fsrs"),
    "Dates in sentences are read in the domain": ("journal/capturing.py", "import dateparser"),
    "Spelling lives with the prose": ("ui/widgets/prose_edit.py", "import enchant"),
    "HTML becomes Markdown where it is pasted or imported": (
        "ui/widgets/prose_edit.py",
        "import markdownify",
    ),
    "Typesetting and PDF live in the exporters": ("journal/packs.py", "import pikepdf"),
    "Pictures are read in the exporters": ("journal/attachments.py", "import PIL.Image"),
    "No network": ("settings.py", "import socket"),
}


def broken(folder: Path) -> dict[str, bool]:
    """Each contract of pyproject.toml, and whether the program in `folder` breaks it."""
    said = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--cache-dir", folder / "cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"^(.+) (KEPT|BROKEN)(?: .*)?$", said.stdout, re.MULTILINE)
    assert found, said.stdout + said.stderr
    return {name.strip(): verdict == "BROKEN" for name, verdict in found}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program once more, to be spoilt."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, folder / "src" / "workjournal", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_every_contract_is_kept_and_has_an_offence_here(copied: Path) -> None:
    assert broken(copied) == dict.fromkeys(OFFENCES, False)


@pytest.mark.parametrize("contract", OFFENCES)
def test_a_contract_breaks_on_one_wrong_import(copied: Path, contract: str) -> None:
    place, offence = OFFENCES[contract]
    file = copied / "src" / "workjournal" / place
    innocent = file.read_text(encoding="utf-8")
    file.write_text(f"{innocent}\n{offence}\n", encoding="utf-8")
    try:
        assert {name for name, is_broken in broken(copied).items() if is_broken} == {contract}
    finally:
        file.write_text(innocent, encoding="utf-8")
