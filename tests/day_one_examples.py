"""Exports of Day One as our tests need them, made as Day One makes them."""

import hashlib
import json
import plistlib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from workjournal.importers.importer import Asked, Importer
from workjournal.importers.item import Given, Item, Trouble
from workjournal.importers.opening import opened

PHOTO, VIDEO, SOUND, PAGES = b"a photo", b"a video", b"a sound", b"pages"


def md5(content: bytes) -> str:
    return hashlib.md5(content).hexdigest()


def entry(**fields: Any) -> dict[str, Any]:
    """An entry of the JSON export."""
    usual = {
        "uuid": "A1",
        "creationDate": "2024-04-19T21:48:36Z",
        "timeZone": "Europe/London",
        "text": "Words\\.",
    }
    return {name: value for name, value in {**usual, **fields}.items() if value is not ...}


def photo(content: bytes = PHOTO, **fields: Any) -> dict[str, Any]:
    """A photo as an entry lists it."""
    return {"identifier": "F0", "md5": md5(content), "type": "jpeg", "orderInEntry": 0, **fields}


def journal(*entries: object) -> str:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": list(entries)}, indent=1).replace(
        "/", "\\/"
    )


def write_zip(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def write_folder(path: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        place = path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def doentry(**fields: Any) -> bytes:
    """An entry of Day One Classic; "_" in a name stands for a blank."""
    usual = {"UUID": "B1", "Entry Text": "Words.", "Time Zone": "Europe/Stockholm", "Starred": False}
    named = {name.replace("_", " "): value for name, value in fields.items()}
    return plistlib.dumps({name: value for name, value in {**usual, **named}.items() if value is not ...})


def given(path: Path, importer: Importer) -> list[Given]:
    """All that an import gives; each file is read, so that what is broken in it comes out."""
    with opened(path) as tree:
        found = list(importer.read(tree, Asked()))
        for each in items(found):
            for file in each.files:
                with file.opened() as content:
                    content.read()
        return found


def accepted(path: Path, importer: Importer) -> bool:
    with opened(path) as tree:
        return importer.accepts(tree)


def items(found: Iterable[Given]) -> list[Item]:
    return [each for each in found if isinstance(each, Item)]


def troubles(found: Iterable[Given]) -> list[Trouble]:
    return [each for each in found if isinstance(each, Trouble)]
