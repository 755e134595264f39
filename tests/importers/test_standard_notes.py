"""Standard Notes' backup: notes, tags, files, and what is refused."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from importers.reading import Reading, lone, mutated, packed, unpacked
from workjournal.errors import JournalError
from workjournal.importers.importer import Asked, NotThisFormat
from workjournal.importers.item import Item, Weight
from workjournal.importers.standard_notes.backup import STANDARD_NOTES, BackupEncrypted

NAME = "Standard Notes Backup and Import File.txt"


def note(uuid: str = "n1", **content: Any) -> dict[str, Any]:
    own = {"title": "A note", "text": "line *one*\nline two", "references": [], "noteType": "plain-text"}
    dates = {"created_at": "2024-04-28T10:15:30.123Z", "updated_at": "2024-04-29T10:00:00.000Z"}
    return {"uuid": uuid, "content_type": "Note", **dates, "content": {**own, **content}}


def tag(uuid: str, title: str, *notes: str, parent: str = "") -> dict[str, Any]:
    references = [{"uuid": each, "content_type": "Note"} for each in notes]
    if parent:
        references.append({"uuid": parent, "content_type": "Tag", "reference_type": "TagToParentTag"})
    return {"uuid": uuid, "content_type": "Tag", "content": {"title": title, "references": references}}


def backup(*items: Any, **more: Any) -> str:
    return json.dumps({"version": "004", "items": items, **more}, indent=2)


def read(*items: Any) -> Reading:
    return Reading(STANDARD_NOTES, lone(backup(*items), "notes.txt"))


def test_a_note() -> None:
    found = read(note())
    here = dt.datetime(2024, 4, 28, 10, 15, 30, tzinfo=dt.UTC).astimezone()
    item = found.only
    assert found.accepted
    assert (item.key, item.place, item.title) == ("n1", "notes.txt, item 1", "A note")
    assert item.text == "line *one*\nline two"
    assert (item.date, item.time) == (here.date(), here.time())
    assert (item.tags, item.starred) == ((), False)
    assert item.unknown == {
        "created_at": "2024-04-28T10:15:30.123Z",
        "updated_at": "2024-04-29T10:00:00.000Z",
        "noteType": "plain-text",
    }
    assert found.notes == [
        "Standard Notes knows no time zones; days and times are those of this computer's clock."
    ]


def test_the_zip_the_folder_and_older_names(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        NAME: backup(note()),
        "Items/Note/A note-1.txt": "line *one*\nline two",
        "Items/Tag/Tag-2.txt": "{}",
        "Standard Notes Help.txt": "x",
    }
    older: dict[str, str | bytes] = {"b/Standard Notes Backup and Import File txt.txt": backup(note())}
    for source in (
        packed(tmp_path / "a.zip", files),
        unpacked(tmp_path / "c", files),
        packed(tmp_path / "b.zip", older),
    ):
        found = Reading(STANDARD_NOTES, source)
        assert found.accepted
        assert found.only.title == "A note"


def test_tags_and_those_above_them() -> None:
    found = read(
        tag("t1", "Work"),
        tag("t2", "Planning", "n1", "n2", "gone", parent="t1"),
        tag("t3", "Ideas", "n1"),
        tag("t4", "round", "n2", parent="t5"),
        tag("t5", "and", parent="t4"),
        tag("t6", "", "n1"),
        note("n1"),
        note("n2"),
    )
    assert [item.tags for item in found.items] == [("Work/Planning", "Ideas"), ("Work/Planning", "and/round")]
    assert found.troubles == []


def test_starred_archived_pinned_and_trashed() -> None:
    app = {
        "org.standardnotes.sn": {
            "archived": True,
            "pinned": True,
            "client_updated_at": "2024-05-01T00:00:00Z",
        }
    }
    found = read(
        note(starred=True, appData=app, protected=True),
        note("n2", trashed=True),
        {**note("n3"), "deleted": True},
    )
    (item,) = found.items
    assert item.starred
    assert (item.unknown["appData"], item.unknown["protected"]) == (app, True)
    assert [(each.place, each.what, each.weight) for each in found.troubles] == [
        ("notes.txt, item 2", "It is in the trash of Standard Notes (“A note”).", Weight.LEFT_OUT),
        ("notes.txt, item 3", "It was deleted; nothing is left of it.", Weight.LEFT_OUT),
    ]


def test_a_note_never_saved_has_the_day_of_its_last_change() -> None:
    app = {"org.standardnotes.sn": {"client_updated_at": "2023-07-01T12:00:00.000Z"}}
    never = {"created_at": "1970-01-01T00:00:00.000Z", "updated_at": "1970-01-01T00:00:00.000Z"}
    found = read({**note(appData=app), **never}, {**note("n2"), **never})
    assert [item.date for item in found.items] == [dt.date(2023, 7, 1), None]
    assert found.told == ["It has no date that can be read."]


def test_files_are_named_that_no_backup_holds() -> None:
    reference = {"uuid": "n1", "content_type": "Note", "reference_type": "FileToNote"}
    file = {
        "uuid": "f1",
        "content_type": "SN|File",
        "content": {"name": "plan.pdf", "references": [reference]},
    }
    found = read(file, note())
    assert found.told == ["The file plan.pdf is not in the backup."]
    assert found.items[0].unknown["files"] == ["plan.pdf"]


def test_what_is_no_note_is_counted() -> None:
    theme = {"uuid": "x", "content_type": "SN|Theme", "content": {"name": "Dark"}}
    found = read(note(), theme, theme, {"uuid": "y", "content_type": "SN|Component", "content": {}}, 7)
    assert found.notes[1] == "Left out, as they are no notes: 1 × SN|Component, 2 × SN|Theme."
    assert found.told == ["It is no item."]


@pytest.mark.parametrize(
    "kind", ["plain-text", "markdown", "code", "spreadsheet", "authentication", "unknown", None]
)
def test_most_kinds_of_text_stay_as_they_are(kind: str | None) -> None:
    assert read(note(noteType=kind, text='{"a": <b>1</b>}\n')).only.text == '{"a": <b>1</b>}\n'


def test_rich_text_becomes_markdown() -> None:
    html = '<p>a <b>b</b></p><img src="data:image/png;base64,cGljdHVyZQ==">'
    for kind in (
        {"noteType": "rich-text"},
        {"noteType": "unknown", "editorIdentifier": "org.standardnotes.plus-editor"},
    ):
        found = read(note(text=html, preview_plain="a", **kind))
        assert found.only.text == "a **b**\n\n![embedded.png](embedded.png)"
        assert found.contents == {"embedded.png": b"picture"}
        assert "preview_plain" not in found.only.unknown


def test_the_advanced_checklist() -> None:
    tasks = [{"description": "call *Mara*", "completed": True}, {"description": "write"}]
    text = json.dumps(
        {"schemaVersion": "1.0.0", "groups": [{"name": "Today", "tasks": tasks}, {"tasks": []}]}
    )
    item = read(note(noteType="task", text=text)).only
    assert item.text == "## Today\n\n- [x] call \\*Mara\\*\n- [ ] write"
    assert item.unknown["text"] == text
    assert read(note(noteType="task", text="- [ ] a")).only.text == "- [ ] a"
    odd = read(note(noteType="task", text='{"groups": 7}'))
    assert odd.items[0].text == '{"groups": 7}'
    assert odd.told == ["Its text is kept as it is: it is no checklist that is known."]


@pytest.mark.parametrize("version", ["002", "003", "004"])
def test_an_encrypted_backup_is_refused(version: str, tmp_path: Path) -> None:
    sealed = [{**note(), "content": f"{version}:0123:abcd"}, {**tag("t", "x"), "content": f"{version}:45:ef"}]
    for more in ({}, {"keyParams": {"version": version}}, {"auth_params": {"version": version}}):
        source = packed(tmp_path / "a.zip", {NAME: backup(*sealed, **more)})
        with pytest.raises(BackupEncrypted, match=r"^a\.zip is an encrypted backup\. .+ Decrypted"):
            Reading(STANDARD_NOTES, source)


def test_a_note_that_could_not_be_decrypted_stops_no_other() -> None:
    found = read({**note("n2"), "content": "004:0123:abcd"}, {**note("n3"), "content": None}, note())
    assert [item.key for item in found.items] == ["n1"]
    assert found.told == ["It is encrypted.", "It has no content."]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"title": 7}, 'Its "title" is no text and was kept as it is.'),
        ({"text": [1]}, 'Its "text" is no text and was kept as it is.'),
        ({"starred": "very"}, 'Its "starred" is neither yes nor no and was kept as it is.'),
        ({"noteType": "super", "text": "{"}, "Its text is kept as it is: it is not valid JSON in line 1."),
        (
            {"noteType": "super", "text": "[]"},
            "Its text is kept as it is: it is no Super note that is known.",
        ),
    ],
)
def test_what_is_odd_is_told(content: dict[str, Any], told: str) -> None:
    found = read(note(**content), note("n2"))
    assert found.told == [told]
    assert len(found.items) == 2


@pytest.mark.parametrize("content", ['{"items": 7, "content_type": 1}', "[]", "", "{", "Standard Notes"])
def test_another_kind_of_file_is_refused(content: str) -> None:
    tree = lone(content, "a.txt")
    with pytest.raises(NotThisFormat, match=r"a\.txt is no Standard Notes journal: .+\."):
        list(STANDARD_NOTES.read(tree, Asked()))
    assert STANDARD_NOTES.accepts(tree) is ("items" in content)


SUPER = '{"root": {"type": "root", "children": [{"type": "text", "text": "a", "format": 3}]}}'


@settings(max_examples=60, deadline=None)
@given(mutated([backup(tag("t", "x", "n1"), note(), note("n2", noteType="super", text=SUPER)).encode()]))
def test_a_changed_file_is_read_or_refused(content: bytes) -> None:
    tree = lone(content, NAME)
    STANDARD_NOTES.accepts(tree)
    try:
        found = list(STANDARD_NOTES.read(tree, Asked()))
    except JournalError:
        return
    for item in found:
        assert not isinstance(item, Item) or json.dumps(item.unknown, allow_nan=False)


def test_of_several_backups_in_whatever_folder_one_is_read_and_the_others_told(tmp_path: Path) -> None:
    """Seen failing: two folders down none was found, and the notes came as the bare texts below "Items"."""
    files = {f"a/b/{NAME}": backup(note()), f"a/b/2/{NAME}": backup(note("n2")), "a/b/Items/Note/A.txt": "x"}
    found = Reading(STANDARD_NOTES, packed(tmp_path / "a.zip", files))
    assert (found.accepted, [item.key for item in found.items]) == (True, ["n1"])
    assert found.notes[-1] == (
        f"1 file is none that Standard Notes keeps entries in, and not read: a/b/2/{NAME}."
    )
