"""Which program files are of: each sample as it is, and as people pack it, is its own program's and no other's."""

from pathlib import Path

import pytest

from day_one_examples import doentry, entry, journal
from importers.reading import packed, unpacked, zip_of
from workjournal.importers import IMPORTERS, also_seen, detected
from workjournal.importers.importer import ArchiveInside, UnknownFormat
from workjournal.importers.opening import opened
from workjournal.importers.trees import SourceUnreadable
from workjournal.journal.importing.reading import reading
from workjournal.journal.importing.wishes import Wishes
from workjournal.store.integrity import unheard

ID = "0123456789abcdef0123456789abcdef"
SAMPLES: dict[str, dict[str, str | bytes]] = {
    "rednotebook": {
        "data/2024-06.txt": "1: {text: Counted}\n",
        "configuration.cfg": "",
        "templates/Meeting.txt": "x",
    },
    "joplin": {f"{ID}.md": f"Title\n\nText\n\nid: {ID}\nupdated_time: 2024-06-01T10:00:00.000Z\ntype_: 1"},
    "jrnl": {"2024/06/01.txt": "[2024-06-01 09:00] Counted.\nForty.\n"},
    "obsidian": {".obsidian/app.json": "{}", "2024-06-01.md": "Counted."},
    "day-one": {"Journal.json": journal(entry()), "photos/a.jpeg": b"x"},
    "day-one-classic": {"Journal.dayone/entries/A.doentry": doentry()},
    "standard-notes": {
        "Standard Notes Backup and Import File.txt": '{"version": "004", "items": [{"content_type": "Note"}]}',
        "Items/Note/Counted.txt": "Counted.",
    },
    "journey": {"1-a.json": '{"id": "1-a", "date_journal": 1, "text": "Counted."}', "1-a-b.jpg": b"x"},
    "diarium": {"Diarium.json": '[{"date": "2024-06-01T09:00:00", "html": "<p>Counted.</p>"}]'},
    "csv": {"picks.csv": "date,text\n2024-06-01,Counted.\n"},
    "markdown": {"2024-06-01.md": "Counted."},
}
BESIDE: dict[str, str | bytes] = {
    "__MACOSX/a/._b.md": b"\0\5\x16\7",
    "a/.DS_Store": b"\0",
    "a/._b.json": b"\0\5\x16\7",
}


@pytest.mark.parametrize("key", SAMPLES)
def test_each_is_seen_for_what_it_is_however_it_is_packed(key: str, tmp_path: Path) -> None:
    """Seen failing for Joplin's notes that a Mac had packed, and for backups of Standard Notes two folders down."""
    files = SAMPLES[key]
    moved = {f"a/{name}": content for name, content in files.items()}
    deep = {f"a/b/{name}": content for name, content in files.items()}
    ways = [
        unpacked(tmp_path / "folder", files),
        packed(tmp_path / "flat.zip", files),
        packed(tmp_path / "mac.zip", {**BESIDE, **moved}),
        packed(tmp_path / "deep.zip", deep),
    ]
    for path in ways:
        with opened(path) as tree:
            assert (path.name, detected(tree).key) == (path.name, key)
            assert [each.key for each in also_seen(tree, detected(tree))] == []


def test_what_else_is_in_it_is_told(tmp_path: Path) -> None:
    unpacked(tmp_path / "all", {**SAMPLES["journey"], **SAMPLES["day-one"]})
    with reading(tmp_path / "all", Wishes(), unheard) as read:
        list(read.items())
        assert read.importer.key == "day-one"
        assert read.notes[0].what == (
            "It looks as if it held entries of Journey too. "
            "To get these, import it once more and say what they are from."
        )


@pytest.mark.parametrize("files", [{}, {"a/.DS_Store": b""}])
def test_what_is_empty_says_so(files: dict[str, str | bytes], tmp_path: Path) -> None:
    with (
        opened(packed(tmp_path / "a.zip", files)) as tree,
        pytest.raises(SourceUnreadable) as raised,
    ):
        detected(tree)
    assert raised.value.fields["reason"] == "there is nothing in it"


@pytest.mark.parametrize("files", [{"photo.jpg": b"x"}, {"a.json": "{}"}])
def test_what_is_none_of_them_is_refused(files: dict[str, str | bytes], tmp_path: Path) -> None:
    with opened(packed(tmp_path / "a.zip", files)) as tree, pytest.raises(UnknownFormat):
        detected(tree)


def test_why_nothing_of_an_archive_can_be_read_is_said(tmp_path: Path) -> None:
    """Seen failing: one with a password was called no journal."""
    content = bytearray(zip_of({"Journal.json": journal(entry())}))
    content[content.index(b"PK\1\2") + 8] |= 1  # the flag of what is locked (APPNOTE 4.4.4)
    (tmp_path / "a.zip").write_bytes(content)
    with opened(tmp_path / "a.zip") as tree, pytest.raises(SourceUnreadable) as raised:
        detected(tree)
    assert str(raised.value) == "a.zip cannot be read: it is locked with a password. Nothing was imported."


def test_an_archive_in_it_is_named(tmp_path: Path) -> None:
    path = unpacked(tmp_path / "a", {"b/notes.jex": b"x"})
    with opened(path) as tree, pytest.raises(ArchiveInside) as raised:
        detected(tree)
    assert str(raised.value) == (
        "a is none of the journals that can be read here, but b/notes.jex in it may be one: choose that by itself."
    )


def test_every_importer_has_its_sample() -> None:
    assert {each.key for each in IMPORTERS} - set(SAMPLES) == {"workjournal"}
