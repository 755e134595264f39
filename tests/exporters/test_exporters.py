"""The formats of an export: each has its own key, and to know them costs nothing."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from source import PACKAGE
from workjournal.exporters import EXPORTERS, exporter
from workjournal.exporters.exporter import Exporter, UnknownExport
from workjournal.exporters.shape import Shape, shape_of, target_of

HEAVY = ("sqlalchemy", "yaml", "pyrage", "typst", "pikepdf", "PIL", "markdown_it", "zipfile")


def test_every_exporter_there_is_stands_in_the_tuple() -> None:
    modules = [
        import_module(f"workjournal.exporters.{file.stem}") for file in (PACKAGE / "exporters").glob("*.py")
    ]
    found = {
        thing.key for module in modules for thing in vars(module).values() if isinstance(thing, Exporter)
    }
    assert found | {"json"} == {each.key for each in EXPORTERS}
    assert len({each.key for each in EXPORTERS}) == len(EXPORTERS)
    assert [exporter(each.key) for each in EXPORTERS] == list(EXPORTERS)
    with pytest.raises(UnknownExport, match="json, markdown, csv, text"):
        exporter("docx")


def test_the_tuple_loads_nothing_heavy() -> None:
    code = "import json, sys, workjournal.exporters; print(json.dumps(sorted(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(said.stdout))
    assert "workjournal.exporters.journal_markdown" in loaded
    assert loaded & set(HEAVY) == set()


@pytest.mark.parametrize(
    ("key", "name", "shape"),
    [
        ("markdown", "out", Shape.FOLDER),
        ("markdown", "My.notes", Shape.FOLDER),
        ("markdown", "out.ZIP", Shape.ARCHIVE),
        ("markdown", "out.age", Shape.ARCHIVE),
        ("csv", "out.csv", Shape.FOLDER),
        ("json", "out.json", Shape.LONE),
        ("json", "out.json.age", Shape.LONE),
        ("json", "out.zip.age", Shape.ARCHIVE),
        ("json", "out", Shape.FOLDER),
        ("text", "diary", Shape.LONE),
        ("text", "diary.zip", Shape.ARCHIVE),
        ("text", "diary.age", Shape.LONE),
    ],
)
def test_the_name_says_what_it_becomes(key: str, name: str, shape: Shape) -> None:
    assert shape_of(exporter(key), Path(name)) is shape


@pytest.mark.parametrize(
    ("key", "name", "encrypted"),
    [
        ("markdown", "out", "out.zip.age"),
        ("markdown", "out.zip", "out.zip.age"),
        ("markdown", "out.age", "out.age"),
        ("json", "out.json", "out.json.age"),
        ("text", "out", "out.age"),
    ],
)
def test_what_is_encrypted_is_called_so(key: str, name: str, encrypted: str) -> None:
    assert target_of(exporter(key), Path(name), encrypted=True) == Path(encrypted)
