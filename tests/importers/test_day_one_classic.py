"""Day One Classic: property lists as Day One wrote them, as others wrote them, and as nobody should."""

import datetime as dt
import plistlib
import time
from pathlib import Path
from typing import Any

import pytest

from day_one_examples import (
    PHOTO,
    accepted,
    doentry,
    given,
    items,
    troubles,
    write_folder,
    write_zip,
)
from workjournal.importers import texts
from workjournal.importers.day_one.classic import DAY_ONE_CLASSIC
from workjournal.importers.importer import NotThisFormat
from workjournal.importers.item import Item, Note, Trouble, Weight

PEERS = Path(__file__).parents[2].parent / "shared" / "peers" / "day_one" / "classic"
WHEN = dt.datetime(2013, 10, 27, 2, 27, 27, tzinfo=dt.UTC).replace(tzinfo=None)  # as plistlib has it
XML = b'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>%s</dict></plist>'
DATE = b"<key>Creation Date</key><date>2013-10-27T02:27:27Z</date><key>Time Zone</key><string>UTC</string>"


def read(tmp_path: Path, **files: bytes) -> list[Any]:
    folder = write_folder(
        tmp_path / "J.dayone", {f"entries/{name}.doentry": content for name, content in files.items()}
    )
    return given(folder, DAY_ONE_CLASSIC)


def one(tmp_path: Path, content: bytes) -> Item:
    found = read(tmp_path, B1=content)
    assert not troubles(found)
    return items(found)[0]


def test_an_entry_arrives_with_all_it_says(tmp_path: Path) -> None:
    place = {"Latitude": 58.3834, "Place Name": "Street"}
    content = doentry(
        Creation_Date=WHEN,
        Starred=True,
        Tags=["a", "b c", "a"],
        Location=place,
        Step_Count=5202,
        Activity="Train",
    )
    found = one(tmp_path, content)
    assert (found.key, found.text, found.starred, found.tags) == ("B1", "Words.", True, ("a", "b c"))
    assert (found.date, found.time, found.zone) == (
        dt.date(2013, 10, 27),
        dt.time(3, 27, 27),
        "Europe/Stockholm",
    )
    assert found.unknown == {
        "Creation Date": "2013-10-27T02:27:27Z",
        "Location": place,
        "Step Count": 5202,
        "Activity": "Train",
    }


def test_a_text_is_markdown_as_it_was_typed(tmp_path: Path) -> None:
    text = "# Title\n\nA\\.b *c* <d> & ![x](y.jpg)\n- [ ] e"
    assert one(tmp_path, doentry(Creation_Date=WHEN, Entry_Text=text)).text == text


def test_folder_and_zip_are_the_same(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "Journal.dayone/entries/B1.doentry": doentry(Creation_Date=WHEN),
        "Journal.dayone/photos/B1.jpg": PHOTO,
        "Journal.dayone/photos/b9.jpg": PHOTO,
        "__MACOSX/Journal.dayone/entries/._B1.doentry": b"\0",
    }
    for path in (write_zip(tmp_path / "a.zip", files), write_folder(tmp_path / "a", files)):
        assert accepted(path, DAY_ONE_CLASSIC)
        found = given(path, DAY_ONE_CLASSIC)
        assert [(file.name, file.size) for each in items(found) for file in each.files] == [
            ("B1.jpg", len(PHOTO))
        ]
        assert troubles(found) == [
            Trouble("Journal.dayone/photos/b9.jpg", "No entry has this photo.", Weight.LEFT_OUT)
        ]


def test_an_entry_is_read_alone(tmp_path: Path) -> None:
    path = tmp_path / "B1.doentry"
    path.write_bytes(doentry(Creation_Date=WHEN))
    assert accepted(path, DAY_ONE_CLASSIC)
    assert [each.key for each in given(path, DAY_ONE_CLASSIC) if isinstance(each, Item)] == ["B1"]


@pytest.mark.parametrize(
    "date",
    [
        b"<date>2013-10-27T02:27:27Z</date>",
        b"<date>2013-10-27T02:27:27.123456Z</date>",
        b"<date>2013-10-27T04:27:27+02:00</date>",
        b"<date>2013-10-27T02:27:27</date>",
        b"<string>2013-10-27T02:27:27Z</string>",
    ],
)
def test_dates_that_others_wrote_are_read(tmp_path: Path, date: bytes) -> None:
    body = b"<key>Entry Text</key><string>x</string><key>Time Zone</key><string>Asia/Tokyo</string>"
    found = one(tmp_path, b"\n" + XML % (body + b"<key>Creation Date</key>" + date))
    assert (found.date, found.time) == (dt.date(2013, 10, 27), dt.time(11, 27, 27))
    assert found.unknown["Creation Date"] == date.split(b">")[1].split(b"<")[0].decode()


def test_a_binary_list_is_read(tmp_path: Path) -> None:
    value = {
        "UUID": "B1",
        "Creation Date": WHEN,
        "Time Zone": "UTC",
        "Entry Text": "x",
        "Creator": {"Generation Date": WHEN},
    }
    found = one(tmp_path, plistlib.dumps(value, fmt=plistlib.FMT_BINARY))
    assert (found.date, found.time, found.text) == (WHEN.date(), WHEN.time(), "x")
    assert found.unknown["Creator"] == {"Generation Date": "2013-10-27T02:27:27+00:00"}


def test_letters_that_xml_may_not_have_are_shown_as_such(tmp_path: Path) -> None:
    assert one(tmp_path, XML % (DATE + b"<key>Entry Text</key><string>a\x0bb</string>")).text == "a�b"


def test_lists_in_utf_16_are_read(tmp_path: Path) -> None:
    content = (
        doentry(Creation_Date=WHEN, Entry_Text="Größe").decode().replace("UTF-8", "UTF-16").encode("utf-16")
    )
    assert (one(tmp_path, content).text, one(tmp_path, content).date) == ("Größe", WHEN.date())


def test_without_a_zone_it_is_that_of_this_computer(tmp_path: Path) -> None:
    found = read(
        tmp_path, B1=doentry(Creation_Date=WHEN, Time_Zone=...), B2=doentry(UUID="B2", Creation_Date=WHEN)
    )
    assert found[-1] == Note("One entry names no time zone; the one of this computer was taken.")
    assert len(items(found)) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no property list"),
        (b"words", "it is no property list"),
        (b"<dict><key>a</key></dict>", "it is no property list"),
        (XML % b"<key>Creation Date</key>", "it is no whole property list"),
        (XML % b"<key>a</key><integer>five</integer>", "it is no whole property list"),
        (XML % b"<integer>5</integer>", "it is no whole property list"),
        (XML % b"</dict><dict>", "it is no entry"),
        (XML % (b"<key>a</key>" + b"<array>" * 60 + b"</array>" * 60), "it is nested more than 40 deep"),
        (XML % b"<key>a</key><string>\xff</string>", "its XML is broken in line 2"),
        (XML % b"<key>a</key><string>", "its XML is broken in line 2"),
        (b'<?xml version="1.0" encoding="klingon"?><plist/>', "it is no whole property list"),
        (plistlib.dumps([1, 2]), "it is no entry"),
        (b"<?xml version='1.0'?><plist/>", "it is no entry"),
        (b"bplist00" + b"\0" * 40, "it is no property list"),
        (b"bplist00", "it is no property list"),
    ],
)
def test_a_broken_file_is_named_and_the_others_arrive(tmp_path: Path, content: bytes, reason: str) -> None:
    found = read(tmp_path, B1=content, B2=doentry(UUID="B2", Creation_Date=WHEN))
    assert [each.key for each in items(found)] == ["B2"]
    assert troubles(found) == [Trouble("entries/B1.doentry", f"It was not read: {reason}.")]


def test_a_text_that_is_none_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, B1=doentry(Creation_Date=WHEN, Entry_Text=5))
    assert troubles(found) == [
        Trouble("entries/B1.doentry", "It was not read: what should be its text is none.")
    ]


def test_a_bomb_of_entities_is_refused(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY e{each} "{f"&e{each - 1};" * 10}">' for each in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY e0 "ha">{lines}]><plist><string>&e9;</string></plist>'
    outside = '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY e SYSTEM "file:///etc/passwd">]><plist><string>&e;</string></plist>'
    began = time.perf_counter()
    found = read(tmp_path, B0=bomb.encode(), B1=outside.encode(), B2=doentry(UUID="B2", Creation_Date=WHEN))
    assert time.perf_counter() - began < 1
    assert [each.key for each in items(found)] == ["B2"]
    assert [each.what for each in troubles(found)] == [
        "It was not read: XML entity declarations are not supported in plist files."
    ] * 2


def test_a_binary_list_that_repeats_itself_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MOST_NODES", 1000)
    value: list[Any] = ["ha"]
    for _ in range(30):
        value = [value, value]
    found = read(tmp_path, B1=plistlib.dumps({"a": value}, fmt=plistlib.FMT_BINARY))
    assert [each.what for each in troubles(found)] == ["It was not read: it has more than 1000 values."]


def test_an_id_stands_for_one_entry(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        B1=doentry(Creation_Date=WHEN),
        B1_copy=doentry(Creation_Date=WHEN),
        B1_conflict=doentry(Creation_Date=WHEN, Entry_Text="Other"),
        B4=doentry(UUID=..., Creation_Date=WHEN),
    )
    keys = [each.key for each in items(found)]
    assert (keys[0], keys[1][:3], keys[2]) == ("B1", "B1-", "B4")
    assert [each.what for each in troubles(found)] == ["The same entry came before."]


def test_a_tree_without_entries_is_refused(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "x", {"a.txt": "words"})
    assert not accepted(folder, DAY_ONE_CLASSIC)
    with pytest.raises(NotThisFormat, match=r"no \.doentry file"):
        given(folder, DAY_ONE_CLASSIC)


@pytest.mark.skipif(not PEERS.exists(), reason="needs ../shared/peers")
def test_the_journals_of_others_arrive() -> None:
    basic = given(PEERS / "basic_dayone.dayone", DAY_ONE_CLASSIC)
    assert [(each.date, each.time, each.starred) for each in items(basic)] == [
        (dt.date(2020, 8, 29), dt.time(11, 11), False),
        (dt.date(2020, 8, 31), dt.time(14, 32), False),
        (dt.date(2020, 9, 24), dt.time(9, 14), True),
    ]
    assert [each.tags for each in items(basic)] == [
        ("ipsum", "tagone", "tagtwo"),
        ("tagtwo",),
        ("tagthree", "tagone"),
    ]
    odd = given(PEERS / "bug153.dayone", DAY_ONE_CLASSIC)
    assert [each.unknown["Location"]["Administrative Area"] for each in items(odd)] == ["Östergötlands län"]
    assert [each.place for each in troubles(odd)] == ["entries/B40EE704E15846DE8D45C44118A4D512.doentry"]
