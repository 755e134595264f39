"""Diarium's export as JSON, and what is odd in it."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from importers.reading import Reading, lone, mutated, packed, unpacked
from workjournal.errors import JournalError
from workjournal.importers.diarium.journal import DIARIUM
from workjournal.importers.importer import Asked, NotThisFormat
from workjournal.importers.item import Item, Weight

ENTRY: dict[str, Any] = {
    "date": "2025-06-09T19:03:39",
    "heading": "To the\u00a0lake & back",
    "html": "<p>Slept <b>well</b>.</p><ul><li>tent</li></ul>",
    "rating": 4,
    "tags": ["Camping", "#Holiday", "camping"],
    "people": ["Mara Lind"],
    "tracker": ["Steps: 3.500"],
    "location": [58.02, 7.45],
    "weather": "23°C, Partly cloudy.",
    "sun": "☀️ Sunrise: 4:16 Sunset: 22:34",
    "lunar": "🌔 Waxing gibbous",
}


def read(**fields: Any) -> Reading:
    return Reading(DIARIUM, lone(json.dumps([{**ENTRY, **fields}]), "Diarium.json"))


def test_an_entry() -> None:
    found = read()
    item = found.only
    assert found.accepted
    assert (item.title, item.text) == ("To the lake & back", "Slept **well**.\n\n- tent")
    assert (item.date, item.time, item.zone) == (dt.date(2025, 6, 9), dt.time(19, 3, 39), "")
    assert (item.tags, item.people) == (("Camping", "Holiday"), ("Mara Lind",))
    assert (item.place, len(item.key)) == ("Diarium.json", 64)
    told = {"heading", "html", "tags", "people"}
    assert item.unknown == {name: value for name, value in ENTRY.items() if name not in told}


def test_files_lie_in_a_folder_called_after_the_moment(tmp_path: Path) -> None:
    entries = [
        ENTRY,
        {
            **ENTRY,
            "date": "2025-06-10T16:38:23.48828",
            "html": '<img src="media/2025-06-10_163823488/b.jpg">',
        },
        {**ENTRY, "date": "2025-06-10T16:38:23", "html": "<p>the same second</p>"},
        {**ENTRY, "date": "2025-06-11T08:41:15", "html": "<p>to the second</p>"},
        {**ENTRY, "date": "2025-06-12T08:41:15", "html": "<p>which?</p>"},
    ]
    files: dict[str, str | bytes] = {
        "Export/Diarium_2025.json": json.dumps(entries),
        "Export/media/2025-06-09_190339000/a.jpg": b"a",
        "Export/media/2025-06-09_190339000/sub/a.jpg": b"a2",
        "Export/media/2025-06-10_163823488/b.jpg": b"b",
        "Export/media/2025-06-10_163823000/c.m4a": b"c",
        "Export/media/2025-06-11_084115777/d.jpg": b"d",
        "Export/media/2025-06-12_084115111/e.jpg": b"e",
        "Export/media/2025-06-12_084115222/e.jpg": b"e",
    }
    for source in (packed(tmp_path / "a.zip", files), unpacked(tmp_path / "folder", files)):
        found = Reading(DIARIUM, source)
        names = [[file.name for file in item.files] for item in found.items]
        assert names == [["a.jpg", "a (2).jpg"], ["b.jpg"], ["c.m4a"], ["d.jpg"], []]
        assert found.items[1].text == "![b.jpg](b.jpg)"
        assert found.items[4].place == "Export/Diarium_2025.json, entry 5"
        assert [(each.place, each.weight) for each in found.troubles] == [
            ("Export/media/2025-06-12_084115111/e.jpg", Weight.LEFT_OUT),
            ("Export/media/2025-06-12_084115222/e.jpg", Weight.LEFT_OUT),
        ]


@pytest.mark.parametrize(
    "content",
    [json.dumps(ENTRY), json.dumps({"version": 2, "entries": [ENTRY]}), "\ufeff" + json.dumps([ENTRY])],
)
def test_other_forms_of_the_same(content: str) -> None:
    found = Reading(DIARIUM, lone(content, "a.json"))
    assert found.accepted
    assert found.only.title == "To the lake & back"


def test_a_file_for_each_entry(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "2025-06-09_190339000.json": json.dumps([ENTRY]),
        "2025-06-10_190339000.json": json.dumps({**ENTRY, "date": "2025-06-10T19:03:39"}),
        "media/2025-06-10_190339000/x.jpg": b"x",
    }
    found = Reading(DIARIUM, packed(tmp_path / "a.zip", files))
    assert [len(item.files) for item in found.items] == [0, 1]
    assert len({item.key for item in found.items}) == 2


@pytest.mark.parametrize(
    ("date", "clock", "zone"),
    [
        ("2010-10-26T15:47:53.4882812", "2010-10-26 15:47:53", ""),
        ("2010-10-26 15:47", "2010-10-26 15:47:00", ""),
        ("2010-10-26T00:30:00.1234567+02:00", "2010-10-26 00:30:00", "+02:00"),
        ("2010-10-26T15:47:53-0330", "2010-10-26 15:47:53", "-0330"),
        (637590000000000000, "2021-06-11 09:20:00", ""),
    ],
)
def test_the_clock_is_the_writers(date: object, clock: str, zone: str) -> None:
    item = read(date=date).only
    assert item.date is not None
    assert item.time is not None
    assert (f"{item.date} {item.time}", item.zone) == (clock, zone)
    assert item.unknown["date"] == date


def test_a_day_alone_has_no_time() -> None:
    item = read(date="2010-10-26").only
    assert (item.date, item.time) == (dt.date(2010, 10, 26), None)


def test_an_instant_of_the_world_is_shown_by_this_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    here = dt.datetime(2010, 10, 26, 12, tzinfo=dt.UTC).astimezone()
    item = read(date="2010-10-26T12:00:00Z").only
    assert (item.date, item.time) == (here.date(), here.time())
    assert item.zone == f"{here:%z}"[:3] + ":" + f"{here:%z}"[3:]


@pytest.mark.parametrize(
    ("fields", "told", "name"),
    [
        ({"date": "26.10.2010"}, "It has no date that can be read.", "date"),
        ({"date": "2010-02-30T10:00:00"}, "It has no date that can be read.", "date"),
        ({"date": 12}, "It has no date that can be read.", "date"),
        ({"date": 10**40}, "It has no date that can be read.", "date"),
        ({"html": 7}, 'Its "html" is no text and was kept as it is.', "html"),
        ({"heading": ["a"]}, 'Its "heading" is no text and was kept as it is.', "heading"),
        ({"people": [{"age": 3}]}, 'Some of its "people" are no names and were kept as they are.', "people"),
        ({"attachments": ["gone.jpg"]}, "The file gone.jpg is not in the export.", "attachments"),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_and_kept(fields: dict[str, Any], told: str, name: str) -> None:
    found = read(**fields)
    assert found.told == [told]
    assert name in found.items[0].unknown


def test_names_may_be_records_and_texts_plain() -> None:
    item = read(html=None, text="one\ntwo", people=[{"name": "@Mara"}], tags="one tag").only
    assert (item.text, item.people, item.tags) == ("one\ntwo", ("Mara",), ("one tag",))


def test_a_broken_entry_stops_no_other(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.json": "[1, {}, " + json.dumps(ENTRY) + "]",
        "b.json": "{",
        "c.json": "7",
    }
    found = Reading(DIARIUM, packed(tmp_path / "a.zip", files))
    assert len(found.items) == 1
    assert [(each.place, each.what) for each in found.troubles] == [
        ("a.json, entry 1", "It is no entry."),
        ("a.json, entry 2", "It is no entry."),
        ("b.json", "It was not read: it is not valid JSON in line 1."),
        ("c.json", "It was not read: it has no list of entries."),
    ]


@pytest.mark.parametrize("content", ["[]", "{", "", '{"date_journal": 1}', "7"])
def test_another_kind_of_file_is_refused(content: str) -> None:
    tree = lone(content, "a.json")
    assert not DIARIUM.accepts(tree)
    with pytest.raises(NotThisFormat, match=r"a\.json is no Diarium journal: .+\."):
        list(DIARIUM.read(tree, Asked()))


@settings(max_examples=60, deadline=None)
@given(mutated([json.dumps([ENTRY, {**ENTRY, "date": 637590000000000000, "attachments": ["x"]}]).encode()]))
def test_a_changed_file_is_read_or_refused(content: bytes) -> None:
    tree = lone(content, "1.json")
    DIARIUM.accepts(tree)
    try:
        found = list(DIARIUM.read(tree, Asked()))
    except JournalError:
        return
    for item in found:
        assert not isinstance(item, Item) or json.dumps(item.unknown, allow_nan=False)
