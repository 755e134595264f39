"""Journey's exports: the older form of its apps, the newer of its cloud, and what is odd in either."""

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from importers.reading import Reading, lone, mutated, packed, unpacked
from workjournal.errors import JournalError
from workjournal.importers.importer import Asked, NotThisFormat
from workjournal.importers.item import Item, Weight
from workjournal.importers.journey.journal import JOURNEY

NONE = 1.7976931348623157e308
OLD: dict[str, Any] = {
    "id": "1625494049547-4BbDhzcByTFSg6MW",
    "date_modified": 1625494100149,
    "date_journal": 1625259600000,  # 23:00 of 2 July in Vienna
    "timezone": "Europe/Vienna",
    "text": '<p dir="auto">Test <strong>entry</strong></p>\n<p dir="auto">2 &lt; 3</p>',
    "preview_text": '<p dir="auto">Test <strong>entry</strong></p>',
    "mood": 0,
    "lat": NONE,
    "lon": NONE,
    "address": "",
    "label": "",
    "folder": "",
    "sentiment": 0,
    "favourite": False,
    "music_title": "",
    "music_artist": "",
    "photos": [],
    "weather": {"id": -1, "degree_c": NONE, "description": "", "icon": "", "place": ""},
    "tags": [],
    "type": "html",
}
NEW: dict[str, Any] = {
    "id": "zx81",
    "type": "markdown",
    "schema": 1,
    "text": "# A day\n\n![](p%201.jpg) and [talk](talk.m4a)",
    "dateOfJournal": "2024-03-31T01:30:00.000Z",
    "updatedAt": "2024-04-01T08:00:00.000Z",
    "timezone": "Europe/Berlin",
    "location": {"lat": 52.5, "lng": 13.4},
    "weather": {"degreeC": 7.5, "place": "Berlin", "icon": "", "id": 800},
    "attachments": ["p 1.jpg", "talk.m4a", "gone.mp4"],
    "favourite": True,
    "activity": 3,
    "tags": ["work ", "#work", "Ideas"],
}


def old(**fields: Any) -> str:
    return json.dumps({**OLD, **fields})


def read(**fields: Any) -> Reading:
    return Reading(JOURNEY, lone(old(**fields), "1.json"))


def test_an_entry_of_the_older_form() -> None:
    found = read()
    item = found.only
    assert found.accepted
    assert (item.key, item.place, item.title) == ("1625494049547-4BbDhzcByTFSg6MW", "1.json", "")
    assert item.text == "Test **entry**\n\n2 < 3"
    assert (item.date, item.time, item.zone) == (dt.date(2021, 7, 2), dt.time(23), "Europe/Vienna")
    assert (item.tags, item.starred, item.files) == ((), False, ())
    assert item.unknown == {"date_modified": 1625494100149, "date_journal": 1625259600000}


def test_what_it_says_beside_is_kept() -> None:
    weather = {"id": 800, "degree_c": -3.5, "description": "Snow", "icon": "13d", "place": "Wien"}
    item = read(mood=3, sentiment=1.25, lat=48.2, lon=16.4, address="Ring 1", weather=weather, other=[1]).only
    kept = {name: item.unknown[name] for name in item.unknown if not name.startswith("date")}
    assert kept == {
        "mood": 3, "sentiment": 1.25, "lat": 48.2, "lon": 16.4, "address": "Ring 1", "weather": weather, "other": [1]
    }  # fmt: skip


def test_a_zip_with_photos_and_a_folder_in_it(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "journey/1.json": old(photos=["1-a.jpg", "1-b.mp3", "1-c.jpg"], text='<p>x</p><img src="1-a.jpg">'),
        "journey/1-a.jpg": b"picture",
        "journey/1-b.mp3": b"sound",
        "journey/2-left.jpg": b"left",
        "journey/.DS_Store": b"x",
        "__MACOSX/journey/._1.json": b"x",
    }
    for source in (packed(tmp_path / "journey.zip", files), unpacked(tmp_path / "folder", files)):
        found = Reading(JOURNEY, source)
        (item,) = found.items
        assert item.text == "x\n\n![1-a.jpg](1-a.jpg)"
        assert found.contents == {"1-a.jpg": b"picture", "1-b.mp3": b"sound"}
        assert item.unknown["photos"] == ["1-c.jpg"]
        assert [(each.place, each.what, each.weight) for each in found.troubles] == [
            ("journey/1.json", "The file 1-c.jpg is not in the export.", Weight.PARTLY),
            ("journey/2-left.jpg", "No entry names this file.", Weight.LEFT_OUT),
        ]


def test_an_entry_of_the_newer_form(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "zx81/zx81.json": json.dumps(NEW),
        "zx81/p 1.jpg": b"mine",
        "zx81/talk.m4a": b"talk",
        "zx82/zx82.json": json.dumps({**NEW, "id": "zx82", "attachments": ["p 1.jpg"], "text": ""}),
        "zx82/p 1.jpg": b"other",
    }
    found = Reading(JOURNEY, packed(tmp_path / "a.zip", files))
    first, second = found.items
    assert first.text == "# A day\n\n![p 1.jpg](<p 1.jpg>) and [talk](talk.m4a)"
    assert (first.date, first.time, first.zone) == (dt.date(2024, 3, 31), dt.time(3, 30), "Europe/Berlin")
    assert (first.starred, first.tags) == (True, ("work", "Ideas"))
    assert [(file.name, file.size) for file in first.files] == [("p 1.jpg", 4), ("talk.m4a", 4)]
    assert [(file.name, file.size) for file in second.files] == [("p 1.jpg", 5)]
    assert first.unknown["attachments"] == ["gone.mp4"]
    assert first.unknown["activity"] == 3
    assert first.unknown["weather"] == {"degreeC": 7.5, "place": "Berlin", "id": 800}
    assert found.told == ["The file gone.mp4 is not in the export."]


def test_files_are_named_by_records_too() -> None:
    found = read(attachments=[{"id": "a", "fileName": "b.png"}, 7])
    assert found.told == ["The file b.png is not in the export.", "One of its files has no name."]
    assert found.items[0].unknown["attachments"] == [{"id": "a", "fileName": "b.png"}, 7]


def test_pictures_within_the_text_become_files() -> None:
    held = "data:image/jpeg;base64,cGljdHVyZQ=="
    found = read(text=f'<p>a <img src="{held}"> <img src="{held}"> <img src="data:image/png;base64,?"></p>')
    item = found.only
    assert (
        item.text
        == "a ![embedded.jpg](embedded.jpg) ![embedded (2).jpg](<embedded (2).jpg>) ![](data:image/png;base64,?)"
    )
    assert found.contents == {"embedded.jpg": b"picture", "embedded (2).jpg": b"picture"}


def test_a_text_about_such_pictures_stays() -> None:
    words = "data:image/png;base64,AAAA and more words"
    found = read(type="markdown", text=f"{words}\n\n![](data:image/png;base64,cGlj\ndHVyZQ==)")
    assert found.only.text == f"{words}\n\n![embedded.png](embedded.png)"
    assert found.contents == {"embedded.png": b"picture"}


@pytest.mark.parametrize(
    "text", ["'data:" * 40_000, "'data:a/b;base64," * 9_000, "'data:a/b;base64," + " " * 200_000]
)
def test_no_text_that_begins_like_one_keeps_it_busy(text: str) -> None:
    began = time.process_time()
    assert read(type="markdown", text=text).only.text == text
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"type": "markdown", "text": "*a* <b>\n&amp;"}, "*a* <b>\n&amp;"),
        ({"type": "", "text": "one\ntwo & *three*"}, "one\ntwo & *three*"),
        ({"type": None, "text": "<p>one</p><p>two</p>"}, "one\n\ntwo"),
        ({"type": "html", "text": "one\ntwo &amp; three"}, "one\ntwo & three"),
        ({"text": None}, ""),
    ],
)
def test_the_text_is_read_by_its_form(fields: dict[str, Any], text: str) -> None:
    assert read(**fields).only.text == text


@pytest.mark.parametrize(
    ("fields", "told", "name"),
    [
        ({"text": 7}, 'Its "text" is no text and was kept as it is.', "text"),
        ({"tags": 7}, 'Its "tags" are no list and were kept as they are.', "tags"),
        ({"tags": ["a", 7]}, 'Some of its "tags" are no names and were kept as they are.', "tags"),
        ({"favourite": "much"}, 'Its "favourite" is neither yes nor no and was kept as it is.', "favourite"),
        ({"photos": {"a": 1}}, 'Its "photos" are no list and were kept as they are.', "photos"),
        ({"date_journal": "soon"}, "It has no date that can be read.", "date_journal"),
        ({"date_journal": True}, "It has no date that can be read.", "date_journal"),
        ({"date_journal": 10**40}, "It has no date that can be read.", "date_journal"),
        ({"date_journal": float("inf")}, "It has no date that can be read.", ""),
        ({"timezone": "Mars/Base"}, 'Its time zone "Mars/Base" is not known; the one of this computer was taken.', "timezone"),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_and_kept(fields: dict[str, Any], told: str, name: str) -> None:
    found = read(**fields)
    assert found.told == [told]
    assert [trouble.weight for trouble in found.troubles] == [Weight.PARTLY]
    assert not name or name in found.items[0].unknown


def test_dates_before_1970_and_in_texts() -> None:
    assert read(date_journal=-86400000, timezone="UTC").only.date == dt.date(1969, 12, 31)
    assert read(date_journal="1625259600000").only.date == dt.date(2021, 7, 2)


def test_a_broken_entry_stops_no_other(tmp_path: Path) -> None:
    files = {"1.json": "{", "2.json": old(), "3.json": '{"settings": 1}', "4.json": f"[{old(id='b')}, 5]"}
    found = Reading(JOURNEY, packed(tmp_path / "a.zip", files))
    assert [item.key for item in found.items] == [OLD["id"], "b"]
    assert [(each.place, each.what) for each in found.troubles] == [
        ("1.json", "It was not read: it is not valid JSON in line 1."),
        ("3.json", "It is no entry."),
        ("4.json, entry 2", "It is no entry."),
    ]


def test_two_entries_with_one_id_are_two(tmp_path: Path) -> None:
    files = {
        "1.json": old(),
        "2.json": old(text="another"),
        "3.json": old(),
        "4.json": old(id=None, text="c"),
    }
    keys = [item.key for item in Reading(JOURNEY, packed(tmp_path / "a.zip", files)).items]
    assert keys[0] == keys[2] == OLD["id"]
    assert len(set(keys)) == 3


@pytest.mark.parametrize("content", ['{"entries": []}', "[]", "", "{", '"date_journal"'])
def test_another_kind_of_file_is_refused(content: str) -> None:
    tree = lone(content, "a.json")
    assert not JOURNEY.accepts(tree)
    with pytest.raises(NotThisFormat, match=r"a\.json is no Journey journal: .+\. Nothing was imported\."):
        list(JOURNEY.read(tree, Asked()))


@settings(max_examples=60, deadline=None)
@given(mutated([old(photos=["a.jpg"]).encode(), json.dumps([NEW, OLD]).encode()]))
def test_a_changed_file_is_read_or_refused(content: bytes) -> None:
    tree = lone(content, "1.json")
    JOURNEY.accepts(tree)
    try:
        given_ = list(JOURNEY.read(tree, Asked()))
    except JournalError:
        return
    for item in given_:
        assert not isinstance(item, Item) or json.dumps(item.unknown, allow_nan=False)
