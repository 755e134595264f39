"""Exports of Day One that somebody, or a disk, has changed: they give what is left of them, or are refused."""

import json
import plistlib
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from day_one_examples import PHOTO, doentry, entry, given, items, journal, md5, photo, write_folder, write_zip
from workjournal.errors import JournalError
from workjournal.importers.day_one.classic import DAY_ONE_CLASSIC
from workjournal.importers.day_one.journal import DAY_ONE
from workjournal.importers.importer import Importer

RICH = {
    "contents": [
        {"text": "a\n", "attributes": {"line": {"header": 1}}},
        {"embeddedObjects": [{"type": "table", "rows": [[]]}]},
    ]
}
ENTRIES = [
    entry(
        text="A\\. `b\\.` ![](dayone-moment://F0) [c](d\\_e)",
        photos=[photo()],
        tags=["t"],
        location={"latitude": 1.5},
    ),
    entry(uuid="A2", text=..., richText=json.dumps(RICH), isAllDay=True, videos=[{"identifier": "V"}]),
]
PLIST = {"Tags": ["a"], "Creator": {"Host Name": "h"}, "Starred": True, "Step_Count": 5}

edits = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "double"]), st.floats(0, 1), st.integers(0, 255)),
    min_size=1,
    max_size=4,
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["A1", "2024-01-01", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def changed(content: bytes, how: list[tuple[str, float, int]]) -> bytes:
    for kind, share, value in how:
        at = int(share * len(content))
        if kind == "flip" and content:
            at = min(at, len(content) - 1)
            content = content[:at] + bytes([content[at] ^ (value or 1)]) + content[at + 1 :]
        elif kind == "cut":
            content = content[:at] + content[at + value :]
        else:
            content = content[:at] + content[at : at + value] * 2 + content[at + value :]
    return content


def survives(path: Path, importer: Importer) -> None:
    try:
        for each in items(given(path, importer)):
            json.dumps([each.key, each.text, each.tags, each.unknown], allow_nan=False).encode()
            each.text.encode()
    except JournalError as error:
        assert str(error)  # noqa: PT017 - it is one of many things that may happen


@settings(max_examples=50, deadline=None)
@drawn(edits)
def test_changed_bytes_of_a_zip(how: list[tuple[str, float, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_zip(
            Path(folder) / "a.zip", {"J.json": journal(*ENTRIES), f"photos/{md5(PHOTO)}.jpeg": PHOTO}
        )
        path.write_bytes(changed(path.read_bytes(), how))
        survives(path, DAY_ONE)


@settings(max_examples=50, deadline=None)
@drawn(edits)
def test_changed_bytes_of_a_journal(how: list[tuple[str, float, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "J.json"
        path.write_bytes(changed(journal(*ENTRIES).encode(), how))
        survives(path, DAY_ONE)


@settings(max_examples=50, deadline=None)
@drawn(edits, st.booleans())
def test_changed_bytes_of_a_property_list(how: list[tuple[str, float, int]], binary: bool) -> None:
    content = doentry(**PLIST)
    if binary:
        content = plistlib.dumps(plistlib.loads(content), fmt=plistlib.FMT_BINARY)
    with tempfile.TemporaryDirectory() as folder:
        path = write_folder(Path(folder) / "J.dayone", {"entries/B1.doentry": changed(content, how)})
        survives(path, DAY_ONE_CLASSIC)


@settings(max_examples=50, deadline=None)
@drawn(st.sampled_from(sorted({*ENTRIES[0], *ENTRIES[1], "audios", "pdfAttachments", "starred"})), values)
def test_values_of_any_kind_in_an_entry(name: str, value: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "J.json"
        path.write_text(
            journal({**ENTRIES[0], name: value}, {**ENTRIES[1], name: [{"identifier": value, "md5": value}]}),
            "utf-8",
        )
        survives(path, DAY_ONE)


@settings(max_examples=50, deadline=None)
@drawn(
    st.lists(
        st.dictionaries(
            st.sampled_from(["text", "attributes", "embeddedObjects", "line"]), values, max_size=3
        ),
        max_size=4,
    )
)
def test_rich_text_of_any_kind(nodes: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "J.json"
        path.write_text(journal(entry(text=..., richText={"contents": nodes})), "utf-8")
        survives(path, DAY_ONE)


def test_a_file_that_grows_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Journal.json", b'{"entries": [' + b" " * 20_000_000)
    survives(tmp_path / "bomb.zip", DAY_ONE)
