"""What is written beside the program: the manual of the terminal, the guide, and their pictures."""

import importlib.util
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from workjournal.cli.program import COMMANDS

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
MOST_BYTES = 120_000


@cache
def packaged(name: str) -> ModuleType:
    """A script of packaging/, which is no package."""
    found = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    return made


def test_the_manual_is_what_the_commands_say() -> None:
    manual = packaged("man")
    assert manual.FILE.read_text(encoding="utf-8") == manual.written(), (
        "run .venv/bin/python packaging/man.py"
    )


def test_the_manual_has_every_command_and_is_plain_ascii() -> None:
    written = packaged("man").FILE.read_text(encoding="utf-8")
    assert written.isascii()
    headings = re.findall(r"^\.SS \\fB([^\\]+(?:\\-[^\\]+)*)\\fR", written, re.MULTILINE)
    assert set(COMMANDS) <= {heading.replace("\\-", "-") for heading in headings}
    assert "goal checkin" in headings


def test_roff_has_nothing_to_say_about_the_manual() -> None:
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff here")
    done = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", "-z", packaged("man").FILE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("document", ["README.md", "SECURITY.md", "docs/guide.md", "docs/vault-format.md"])
def test_links_lead_somewhere(document: str) -> None:
    file = ROOT / document
    for link in LINK.findall(file.read_text(encoding="utf-8")):
        assert (file.parent / link).exists(), link


def test_the_guide_shows_every_picture_that_is_made_and_no_other() -> None:
    guide = (ROOT / "docs/guide.md").read_text(encoding="utf-8")
    made = {f"{name}.png" for name in packaged("pictures").PICTURES}
    shown = set(re.findall(r"\(pictures/([\w-]+\.png)\)", guide))
    files = {file.name: file.stat().st_size for file in (ROOT / "docs/pictures").iterdir()}
    assert made == shown == set(files)
    assert max(files.values()) <= MOST_BYTES


def test_the_guide_names_only_commands_and_options_there_are() -> None:
    guide = (ROOT / "docs/guide.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`workjournal ([a-z][\w-]*)", guide))
    assert named
    assert named <= set(COMMANDS)
