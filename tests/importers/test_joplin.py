"""Joplin's JEX and RAW: notes, notebooks, tags, files, links, and what is odd in them."""

import datetime as dt
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings

from importers.joplin_examples import id_of, jex, note, resource, written
from importers.reading import Reading, lone, mutated, packed, unpacked
from workjournal.errors import JournalError
from workjournal.importers import detected
from workjournal.importers.importer import Asked, NotThisFormat, SettingRefused
from workjournal.importers.item import Item, Weight
from workjournal.importers.joplin.items import parsed
from workjournal.importers.joplin.journal import JOPLIN
from workjournal.importers.opening import opened
from workjournal.importers.texts import NotReadable

PEERS = Path(__file__).parents[2].parent / "shared" / "peers"
FOLDERS = [
    written(2, 100, "Planning", parent_id=id_of(101)),
    written(2, 101, "Work", parent_id=""),
]


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer is in Berlin."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


def read(tmp_path: Path, *files: tuple[str, str | bytes]) -> Reading:
    return Reading(JOPLIN, jex(tmp_path / "notes.jex", dict([*FOLDERS, *files])))


def test_a_note(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        note(
            1,
            "The plan",
            "Line one\n\nLine two\n",
            latitude="50.1",
            source_url="https://a.org",
            author="A\\nB",
        ),
        written(5, 200, "rota"),
        written(5, 201, "Depot"),
        written(6, 300, note_id=id_of(1), tag_id=id_of(200)),
        written(6, 301, note_id=id_of(1), tag_id=id_of(201)),
    )
    item = found.only
    assert found.accepted
    assert (item.key, item.title, item.text) == (id_of(1), "The plan", "Line one\n\nLine two\n")
    assert (item.date, item.time, item.zone) == (dt.date(2024, 4, 13), dt.time(18, 23), "+02:00")
    assert (item.tags, item.values) == (("Depot", "rota"), {"source_link": "https://a.org"})
    assert item.unknown == {
        "parent_id": id_of(100),
        "created_time": "2024-04-28T21:53:13.647Z",
        "updated_time": "2024-05-01T10:00:00.000Z",
        "user_created_time": "2024-04-13T16:23:00.000Z",
        "latitude": "50.1",
        "author": "A\nB",
        "notebook": "Work/Planning",
    }


def test_the_day_is_that_of_this_computer(tmp_path: Path) -> None:
    found = read(tmp_path, note(1, "Late", "x", user_created_time="2024-04-13T22:30:00.000Z"))
    assert (found.only.date, found.only.time) == (dt.date(2024, 4, 14), dt.time(0, 30))


@pytest.mark.parametrize(
    ("said", "date", "told"),
    [
        ({"user_created_time": ""}, dt.date(2024, 4, 28), []),
        ({"user_created_time": "soon"}, dt.date(2024, 4, 28), ["When it was made cannot be read: soon."]),
        ({"user_created_time": "", "created_time": ""}, None, []),
        ({"user_created_time": "0001-01-01T00:00:00.000Z"}, dt.date(1, 1, 1), []),
    ],
)
def test_when_it_was_made(
    tmp_path: Path, said: dict[str, str], date: dt.date | None, told: list[str]
) -> None:
    found = read(tmp_path, note(1, "x", "y", **said))
    assert (found.items[0].date, found.told) == (date, told)


def test_files(tmp_path: Path) -> None:
    body = (
        f"![photo](:/{id_of(10)}) [the plan](:/{id_of(11)})\n![](:/{id_of(10)})\n"
        f'<img src=":/{id_of(12)}" alt="wide" width="300"/>\n`[no](:/{id_of(13)})`'
    )
    found = read(
        tmp_path,
        note(1, "Files", body),
        resource(10, "my photo.png", ocr_text="words"),
        resource(11, "v1.2", mime="application/pdf", file_extension="pdf", size=0),
        resource(12, "my photo.png", size=99),
        (f"resources/{id_of(10)}.png", b"picture"),
        (f"resources/{id_of(11)}.pdf", b"a plan"),
        (f"resources/{id_of(12)}.png", b"other!!"),
        ("resources/left.png", b"left"),
    )
    (item,) = found.items
    assert found.contents == {
        "my photo.png": b"picture",
        "v1.2.pdf": b"a plan",
        "my photo (2).png": b"other!!",
    }
    assert item.text == (
        "![photo](<my photo.png>) [the plan](v1.2.pdf)\n![my photo.png](<my photo.png>)\n"
        f"![wide](<my photo (2).png>)\n`[no](:/{id_of(13)})`"
    )
    assert item.unknown["resources"]["my photo.png"]["ocr_text"] == "words"
    assert found.told == [
        "The file my photo (2).png is not as large as Joplin says; it was kept as it was found.",
        "No note refers to this file.",
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    body = f"![a](:/{id_of(10)}) ![b](:/{id_of(11)}) [c](:/{id_of(99)}) ![a](:/{id_of(10)})"
    found = read(
        tmp_path,
        note(1, "Files", body),
        resource(10, "gone.png"),
        resource(11, "sealed.png", encryption_blob_encrypted=1),
        (f"resources/{id_of(11)}.crypted", b"??"),
    )
    assert found.items[0].text == body
    assert set(found.items[0].unknown["resources"]) == {"gone.png", "sealed.png"}
    assert found.told == [
        "The file gone.png is not in the export.",
        "The file sealed.png is encrypted. Export as JEX from a Joplin that has decrypted it.",
        "What “c” leads to is not in the export.",
    ]
    assert {trouble.weight for trouble in found.troubles} == {Weight.PARTLY}


def test_links_to_notes_name_them(tmp_path: Path) -> None:
    body = f"[see](:/{id_of(2)}) and [The [plan]](:/{id_of(2)}#part) and [Other](:/{id_of(3)})\n\n[web](https://a.org)"
    found = read(tmp_path, note(1, "One", body), note(2, "The plan", "x"), note(3, "Other", "x"))
    item = found.items[0]
    assert item.text == "see [The plan] and [The [plan]] [The plan] and [Other]\n\n[web](https://a.org)"
    assert item.unknown["links"][0] == f"[see](:/{id_of(2)})"
    assert found.troubles == []


def test_a_note_in_html(tmp_path: Path) -> None:
    body = f'<p>A <b>bold</b> word</p><img src=":/{id_of(10)}" alt="seen"/>'
    found = read(
        tmp_path,
        note(1, "Clipped", body, markup_language=2),
        resource(10, "p.png"),
        (f"resources/{id_of(10)}.png", b"picture"),
    )
    assert found.only.text == "A **bold** word\n\n![seen](p.png)"
    assert found.only.unknown["markup_language"] == "2"


def test_what_is_told_of_the_rest(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        note(1, "Kept", "x", is_conflict=1, is_todo=1, todo_due=1713025684000),
        note(2, "Trash", "x", deleted_time=1713025684000),
        written(1, 3, encryption_applied=1, encryption_cipher_text="JED01"),
        written(13, 400, item_id=id_of(1)),
        written(9, 401),
        (f"{id_of(5)}.md", "no item at all"),
    )
    (item,) = found.items
    assert (item.unknown["is_todo"], item.unknown["todo_due"]) == ("1", "1713025684000")
    assert [(each.what, each.weight) for each in found.troubles] == [
        ("It is no item of Joplin: it does not end with the properties of an item.", Weight.FAILED),
        ("It is in Joplin's trash and was left out.", Weight.LEFT_OUT),
        ("The note is encrypted. Export as JEX from a Joplin that has decrypted it.", Weight.FAILED),
    ]
    assert found.notes == [
        "“Kept” is the other version of a note, which Joplin kept after a conflict.",
        "Earlier versions of notes (1) were left out: what is kept is the last one.",
        "Items of kind 9 (1) are no notes and were left out.",
    ]


def test_raw_and_the_folder_of_the_synchronisation_give_the_same(tmp_path: Path) -> None:
    items = [*FOLDERS, note(1, "A", f"![](:/{id_of(10)})"), resource(10, "p.png")]
    raw = Reading(
        JOPLIN, unpacked(tmp_path / "raw", dict([*items, (f"resources/{id_of(10)}.png", b"picture")]))
    )
    sync: dict[str, str | bytes] = {
        **dict(items),
        f".resource/{id_of(10)}": b"picture",
        "info.json": "{}",
        "locks/1.json": "{}",
    }
    synced = Reading(JOPLIN, unpacked(tmp_path / "sync", sync))
    zipped = Reading(JOPLIN, packed(tmp_path / "raw.zip", {f"x/{name}": each for name, each in sync.items()}))
    assert raw.only.text == synced.only.text == zipped.only.text == "![p.png](p.png)"
    assert raw.contents == synced.contents == zipped.contents == {"p.png": b"picture"}
    with opened(tmp_path / "raw") as tree:
        assert detected(tree) is JOPLIN


def test_notebooks_in_a_ring_and_a_tag_that_is_gone(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        note(1, "x", "y", parent_id=id_of(102)),
        written(2, 102, "A", parent_id=id_of(103)),
        written(2, 103, "B", parent_id=id_of(102)),
        written(6, 300, note_id=id_of(1), tag_id=id_of(999)),
    )
    assert found.items[0].unknown["notebook"] == "B/A"
    assert found.told == ["One of its tags is not in the export."]


def test_notebooks_as_tags(tmp_path: Path) -> None:
    path = jex(tmp_path / "notes.jex", dict([*FOLDERS, note(1, "x", "y")]))
    with opened(path) as tree:
        (item,) = [
            each
            for each in JOPLIN.read(tree, Asked(settings={"notebooks": "Tags"}))
            if isinstance(each, Item)
        ]
        assert item.tags == ("Work/Planning",)
        with pytest.raises(SettingRefused):
            list(JOPLIN.read(tree, Asked(settings={"notebooks": "people"})))


@pytest.mark.parametrize(
    ("written_so", "title", "body"),
    [
        ("T\n\nbody\n\n\n\nid: {id}\ntype_: 1", "T", "body\n\n"),
        ("T\n\nid: {id}\ntype_: 1\n", "T", ""),
        ("\n\nbody: no\n\nid: {id}\ntype_: 1", "", "body: no"),
        ("id: {id}\ntype_: 6", "", ""),
    ],
)
def test_the_form_of_an_item(written_so: str, title: str, body: str) -> None:
    item = parsed(written_so.replace("{id}", id_of(1)))
    assert (item.title, item.body) == (title, body)


def test_escapes_in_properties() -> None:
    said = parsed(f"id: {id_of(1)}\nauthor: a\\nb\\\\nc\\rd: e\ntype_: 1").said
    assert said["author"] == "a\nb\\nc\rd: e"
    for text in ("", "type_: 1", f"id: {id_of(1)}", "id: 1\ntype_: 1", "words\n\nmore words"):
        with pytest.raises(NotReadable):
            parsed(text)


def test_what_is_refused() -> None:
    assert not JOPLIN.accepts(lone("# A note", "note.md"))
    with pytest.raises(NotThisFormat):
        Reading(JOPLIN, lone("x", "x.txt"))


SAMPLE = note(1, "The plan", f"![a](:/{id_of(10)}) [b](:/{id_of(1)})", author="x")[1].encode()


@settings(max_examples=60, deadline=None)
@given(mutated([SAMPLE, resource(10, "a.png")[1].encode()]))
def test_changed_exports_are_read_or_told(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {f"{id_of(1)}.md": SAMPLE, f"{id_of(10)}.md": content, f"resources/{id_of(10)}.png": b"x"}
        with suppress(JournalError):
            items = Reading(JOPLIN, unpacked(Path(folder), files)).items
            items += Reading(JOPLIN, lone(content, f"{id_of(1)}.md")).items
            json.dumps([[item.key, item.title, item.text, item.tags, item.unknown] for item in items])


@pytest.mark.skipif(not PEERS.exists(), reason="the files of other programs are not here")
def test_an_export_of_the_program_itself() -> None:
    found = Reading(JOPLIN, PEERS / "joplin" / "29_04_2024.jex")
    assert (len(found.items), found.troubles, found.notes) == (5, [], [])
    assert sum("some_tag" in item.tags for item in found.items) == 2
    assert sum(len(item.files) for item in found.items) == 2
    by_title = {item.title: item for item in found.items}
    assert (
        by_title["note in other notebook with same name"].unknown["notebook"] == "My Notebook/Nested Notebook"
    )
    assert by_title["Another note"].time == dt.time(18, 23)
