"""Day One's JSON export: as a ZIP, a folder or a file, with what real ones hold, lack and get wrong."""

import datetime as dt
import time
from pathlib import Path
from typing import Any

import pytest

from day_one_examples import (
    PHOTO,
    accepted,
    entry,
    given,
    items,
    journal,
    md5,
    photo,
    troubles,
    write_zip,
)
from workjournal.importers.day_one.journal import DAY_ONE
from workjournal.importers.importer import NotThisFormat
from workjournal.importers.item import Item, Note, Trouble, Weight

PEERS = Path(__file__).parents[2].parent / "shared" / "peers" / "day_one"


def read(tmp_path: Path, *entries: object, files: dict[str, bytes] | None = None) -> list[Any]:
    return given(
        write_zip(tmp_path / "export.zip", {"Journal.json": journal(*entries), **(files or {})}), DAY_ONE
    )


def one(tmp_path: Path, files: dict[str, bytes] | None = None, **fields: Any) -> Item:
    found = read(tmp_path, entry(**fields), files=files)
    assert not troubles(found)
    return items(found)[0]


def faults(tmp_path: Path, **fields: Any) -> tuple[list[str], Item]:
    found = read(tmp_path, entry(**fields))
    assert all(each.weight is Weight.PARTLY for each in troubles(found))
    return [each.what for each in troubles(found)], items(found)[0]


def test_an_entry_arrives_with_all_it_says(tmp_path: Path) -> None:
    weather = {"temperatureCelsius": 11, "weatherCode": "clear"}
    found = one(
        tmp_path,
        text="Well\\-known\\.\n\n![](dayone-moment://F0)",
        tags=["work", "#plan ning"],
        starred=True,
        isPinned=True,
        modifiedDate="2024-04-20T08:00:00Z",
        weather=weather,
        photos=[photo()],
        userActivity=None,
        files={f"photos/{md5(PHOTO)}.jpeg": PHOTO},
    )
    assert found.key == "A1"
    assert found.place == "Journal.json, entry 1"
    assert found.text == f"Well-known.\n\n![{md5(PHOTO)}.jpeg]({md5(PHOTO)}.jpeg)"
    assert (found.date, found.time, found.zone) == (
        dt.date(2024, 4, 19),
        dt.time(22, 48, 36),
        "Europe/London",
    )
    assert (found.tags, found.starred) == (("work", "plan ning"), True)
    assert [(file.name, file.size, file.digest) for file in found.files] == [
        (f"{md5(PHOTO)}.jpeg", len(PHOTO), md5(PHOTO))
    ]
    assert found.unknown == {
        "journal": "Journal",
        "creationDate": "2024-04-19T21:48:36Z",
        "modifiedDate": "2024-04-20T08:00:00Z",
        "isPinned": True,
        "weather": weather,
        "photos": [photo()],
    }


@pytest.mark.parametrize(
    ("instant", "zone", "all_day", "date", "clock"),
    [
        ("2024-04-16T23:00:00Z", "Europe/Dublin", True, dt.date(2024, 4, 17), None),
        ("2024-04-16T23:00:00Z", "Europe/Dublin", False, dt.date(2024, 4, 17), dt.time(0, 0)),
        ("2024-01-01T04:30:00Z", "America/New_York", False, dt.date(2023, 12, 31), dt.time(23, 30)),
        ("2016-02-03T21:00:00Z", "GMT+0530", False, dt.date(2016, 2, 4), dt.time(2, 30)),
        ("2016-02-03T21:00:00.500Z", "GMT-0330", False, dt.date(2016, 2, 3), dt.time(17, 30)),
        ("2016-02-03T21:00:00+02:00", "UTC", False, dt.date(2016, 2, 3), dt.time(19, 0)),
    ],
)
def test_the_day_is_that_of_the_writers_clock(
    tmp_path: Path, instant: str, zone: str, all_day: bool, date: dt.date, clock: dt.time | None
) -> None:
    found = one(tmp_path, creationDate=instant, timeZone=zone, isAllDay=all_day)
    assert (found.date, found.time, found.zone) == (date, clock, zone)


def test_a_missing_zone_is_that_of_the_place_else_of_this_computer(tmp_path: Path) -> None:
    there = entry(uuid="A2", timeZone=..., location={"timeZoneName": "Asia/Tokyo"})
    found = read(tmp_path, there, entry(timeZone=...), entry(uuid="A3", timeZone=None))
    assert items(found)[0].zone == "Asia/Tokyo"
    assert found[-1] == Note("2 entries name no time zone; the one of this computer was taken.")


@pytest.mark.parametrize(
    ("fields", "fault", "kept"),
    [
        (
            {"timeZone": "Mars/Phobos"},
            'Its time zone "Mars/Phobos" is not known; the one of this computer was taken.',
            "timeZone",
        ),
        (
            {"timeZone": "../../etc/passwd"},
            'Its time zone "../../etc/passwd" is not known; the one of this computer was taken.',
            "timeZone",
        ),
        ({"timeZone": 5}, 'Its "timeZone" is no text and was kept as it is.', "timeZone"),
        ({"creationDate": "yesterday"}, "It has no date that can be read.", "creationDate"),
        ({"creationDate": 1713563316}, "It has no date that can be read.", "creationDate"),
        (
            {"creationDate": "0001-01-01T00:00:00Z", "timeZone": "America/New_York"},
            "It has no date that can be read.",
            "creationDate",
        ),
        ({"tags": "work"}, 'Its "tags" are no list of names and were kept as they are.', "tags"),
        ({"tags": [1, "work"]}, 'Its "tags" are no list of names and were kept as they are.', "tags"),
        ({"starred": "very"}, 'Its "starred" is neither yes nor no and was kept as it is.', "starred"),
        ({"uuid": 7}, 'Its "uuid" is no text and was kept as it is.', "uuid"),
        ({"photos": "F0"}, 'Its "photos" are not all readable and were kept as they are.', "photos"),
        ({"videos": [5, None]}, 'Its "videos" are not all readable and were kept as they are.', "videos"),
    ],
)
def test_a_field_that_is_wrong_is_told_and_kept(
    tmp_path: Path, fields: dict[str, Any], fault: str, kept: str
) -> None:
    told, found = faults(tmp_path, **fields)
    assert told == [fault]
    assert found.text == "Words."
    assert found.unknown[kept] == fields[kept]


def test_an_entry_without_a_date_is_kept(tmp_path: Path) -> None:
    told, found = faults(tmp_path, creationDate=...)
    assert told == ["It has no date that can be read."]
    assert (found.date, found.time, found.text) == (None, None, "Words.")


@pytest.mark.parametrize("broken", [{"text": {"invalid": "type"}}, {"text": 5}, {"text": ["a"]}])
def test_a_broken_entry_is_named_and_the_others_arrive(tmp_path: Path, broken: dict[str, Any]) -> None:
    found = read(tmp_path, entry(), entry(uuid="A2", **broken), "no entry", {"title": "x"}, entry(uuid="A3"))
    assert [each.key for each in items(found)] == ["A1", "A3"]
    assert troubles(found) == [
        Trouble("Journal.json, entry 2", "It was not read: what should be its text is none."),
        Trouble("Journal.json, entry 3", "It is no entry."),
        Trouble("Journal.json, entry 4", "It is no entry."),
    ]


def test_a_text_may_be_missing(tmp_path: Path) -> None:
    rich = '{"contents":[{"text":"Day 1.","attributes":{"bold":true}},{"embeddedObjects":[{"type":"photo","identifier":"F0"}]}]}'
    files = {f"photos/{md5(PHOTO)}.jpeg": PHOTO}
    made = one(tmp_path, text=..., richText=rich, photos=[photo(filename="IMG 1.HEIC")], files=files)
    assert made.text == "**Day 1.**\n\n![IMG 1.jpeg](<IMG 1.jpeg>)"
    assert made.unknown["richText"] == rich
    alone = one(tmp_path, text=..., photos=[photo()], files=files)
    assert (alone.text, [file.name for file in alone.files]) == ("", [f"{md5(PHOTO)}.jpeg"])
    assert one(tmp_path, text="Kept\\.", richText="other words").text == "Kept."


def test_a_json_file_is_read_alone(tmp_path: Path) -> None:
    path = tmp_path / "Travel.json"
    path.write_bytes(b"\xef\xbb\xbf" + journal(entry(text="\ud800 Caf\u00e9\0\r\nb")).encode())
    assert accepted(path, DAY_ONE)
    assert [(each.text, each.unknown["journal"]) for each in items(given(path, DAY_ONE))] == [
        ("� Café�\nb", "Travel")
    ]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "words",
        "[]",
        '{"entries": 5}',
        '{"entries": {}}',
        '{"a": [',
        "[" * 100_000,
        '{"entries": [[' + "[" * 60 + "]" * 60 + "]]}",
    ],
)
def test_another_kind_of_file_is_refused_whole(tmp_path: Path, content: str) -> None:
    path = tmp_path / "Journal.json"
    path.write_text(content, "utf-8")
    with pytest.raises(NotThisFormat, match="Nothing was imported"):
        given(path, DAY_ONE)


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (journal(), True),
        (journal(entry()), True),
        ('{"entries": [{"richText": "', True),
        ('{"tags": {}, "entries": [{"title": "a", "body": "", "date": "2024-01-01"}]}', False),
        ('{"items": [], "metadata": {}}', False),
        ("[]", False),
    ],
)
def test_it_is_told_by_its_beginning(tmp_path: Path, content: str, is_one: bool) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, "utf-8")
    assert accepted(path, DAY_ONE) is is_one
    assert accepted(write_zip(tmp_path / "x.zip", {"x.json": content}), DAY_ONE) is is_one


def test_an_id_stands_for_one_entry(tmp_path: Path) -> None:
    entries = [
        entry(),
        entry(text="Other"),
        entry(),
        entry(text="Other"),
        entry(uuid=..., text="a"),
        entry(uuid="", text="a"),
    ]
    first, second = (read(tmp_path, *entries) for _ in range(2))
    keys = [each.key for each in items(first)]
    assert keys == [each.key for each in items(second)]
    assert keys[0] == "A1"
    assert keys[1].startswith("A1-")
    assert keys[2] == keys[3]
    assert [each.what for each in troubles(first)] == ["The same entry came before."] * 2
    assert items(first)[1].unknown["uuid"] == "A1"


def test_a_large_journal_is_read_quickly(tmp_path: Path) -> None:
    text = "It went well\\. We agreed \\(in the end\\) on the plan\\-to\\-be\\!\n\n" * 10
    path = tmp_path / "Journal.json"
    path.write_text(journal(*(entry(uuid=f"A{number}", text=text) for number in range(1000))), "utf-8")
    began = time.perf_counter()
    assert len(items(given(path, DAY_ONE))) == 1000
    assert time.perf_counter() - began < 5


@pytest.mark.skipif(not PEERS.exists(), reason="needs ../shared/peers")
def test_the_exports_of_others_arrive() -> None:
    whole = given(PEERS / "Dev Journal.json", DAY_ONE)
    assert [(each.date, each.time) for each in items(whole)] == [
        (dt.date(2024, 4, 17), None),
        (dt.date(2024, 4, 18), None),
        (dt.date(2024, 4, 19), dt.time(22, 48, 36)),
        (dt.date(2024, 4, 19), dt.time(22, 55, 53)),
        (dt.date(2024, 4, 21), dt.time(23, 45, 51)),
    ]
    assert len([each for each in troubles(whole) if each.weight is Weight.PARTLY]) == 6
    assert "\\" not in "".join(each.text for each in items(whole))
    assert "- [ ] Check item 1" in items(whole)[0].text
    broken = given(PEERS / "Dev Journal One Invalid.json", DAY_ONE)
    assert len(items(broken)) == 5
    assert [each.place for each in troubles(broken) if each.weight is Weight.FAILED] == [
        "Dev Journal One Invalid.json, entry 6"
    ]
    packed = given(PEERS / "dayone-to-obsidian.zip", DAY_ONE)
    assert not troubles(packed)
    assert [file.size for file in items(packed)[0].files] == [0, 0, 0, 0]
