"""The photos, videos, recordings and PDFs of a Day One export: found, named, shown in the text, or missed."""

from pathlib import Path
from typing import Any

from day_one_examples import (
    PAGES,
    PHOTO,
    SOUND,
    VIDEO,
    accepted,
    entry,
    given,
    items,
    journal,
    md5,
    photo,
    troubles,
    write_folder,
    write_zip,
)
from workjournal.importers.day_one.journal import DAY_ONE
from workjournal.importers.item import Item, Note, Trouble, Weight


def read(tmp_path: Path, *entries: object, files: dict[str, bytes] | None = None) -> list[Any]:
    return given(
        write_zip(tmp_path / "export.zip", {"Journal.json": journal(*entries), **(files or {})}), DAY_ONE
    )


def one(tmp_path: Path, files: dict[str, bytes] | None = None, **fields: Any) -> Item:
    found = read(tmp_path, entry(**fields), files=files)
    assert not troubles(found)
    return items(found)[0]


def test_each_kind_of_file_has_its_folder_and_its_name(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        text="![](dayone-moment:/video/V)![](dayone-moment:/audio/S)![](dayone-moment:/pdfAttachment/P)![](dayone-moment://f0)",
        photos=[photo(type="heic", filename="a/b:c.HEIC")],
        videos=[{"identifier": "V", "md5": md5(VIDEO).upper(), "type": "mp4"}],
        audios=[{"identifier": "S", "md5": md5(SOUND), "format": "aac", "title": "Talk [1].mp3"}],
        pdfAttachments=[{"identifier": "P", "md5": md5(PAGES), "pdfName": "Plan 2024"}],
        files={
            f"photos/{md5(PHOTO)}.heic": PHOTO,
            f"videos/{md5(VIDEO)}.mov": VIDEO,
            f"audios/{md5(SOUND)}.m4a": SOUND,
            f"pdfs/{md5(PAGES)}.pdf": PAGES,
        },
    )
    names = {file.name: file.digest for file in found.files}
    assert names == {
        "a_b_c.heic": md5(PHOTO),
        f"{md5(VIDEO)}.mov": md5(VIDEO),
        "Talk _1_.m4a": md5(SOUND),
        "Plan 2024.pdf": md5(PAGES),
    }
    assert found.text == (
        f"[{md5(VIDEO)}.mov]({md5(VIDEO)}.mov)[Talk _1_.m4a](<Talk _1_.m4a>)[Plan 2024.pdf](<Plan 2024.pdf>)"
        "![a_b_c.heic](a_b_c.heic)"
    )


def test_a_photo_shown_twice_is_one_file(tmp_path: Path) -> None:
    twice = [photo(), photo(identifier="F1"), photo(VIDEO, identifier="F2", filename="x.png", type="png")]
    twice.append(photo(SOUND, identifier="F3", filename="X", type="png"))
    found = one(
        tmp_path,
        text="![](dayone-moment://F0) ![the lake](dayone-moment://F0) ![](dayone-moment://F1)",
        photos=twice,
        files={
            f"photos/{md5(PHOTO)}.jpeg": PHOTO,
            f"photos/{md5(VIDEO)}.png": VIDEO,
            f"photos/{md5(SOUND)}.png": SOUND,
        },
    )
    name = f"{md5(PHOTO)}.jpeg"
    assert found.text == f"![{name}]({name}) ![the lake]({name}) ![{name}]({name})"
    assert [file.name for file in found.files] == [name, "x.png", "X-2.png"]


def test_what_is_not_in_the_export_is_told_and_its_place_kept(tmp_path: Path) -> None:
    text = "![](dayone-moment://F0) ![](dayone-moment:/video/V9) ![](dayone-moment:/video/V9) ![](dayone-moment:/workout/W)"
    lists = {"photos": [photo()], "audios": [{"identifier": "S"}], "pdfAttachments": [{}]}
    found = read(tmp_path, entry(text=text, **lists))
    assert all(each.weight is Weight.PARTLY for each in troubles(found))
    assert [each.what for each in troubles(found)] == [
        f"The photo {md5(PHOTO)}.jpeg is not in the export.",
        "The recording S is not in the export.",
        "The PDF without a name is not in the export.",
        "The video V9 is not in the export.",
    ]
    assert items(found)[0].text == text.replace(
        "![](dayone-moment://F0)", f"![{md5(PHOTO)}.jpeg](dayone-moment://F0)"
    )
    assert items(found)[0].unknown["photos"] == [photo()]


def test_a_file_may_be_named_by_its_identifier_or_its_own_name(tmp_path: Path) -> None:
    photos = [{"identifier": "F0", "type": "jpeg"}, {"identifier": "F1", "md5": "?", "filename": "lake.png"}]
    found = one(tmp_path, photos=photos, files={"photos/f0.jpeg": PHOTO, "photos/lake.png": VIDEO})
    assert [(file.name, file.digest) for file in found.files] == [("f0.jpeg", ""), ("lake.png", "")]


def test_a_file_that_no_entry_shows_is_told(tmp_path: Path) -> None:
    found = read(
        tmp_path, entry(), files={"photos/abc.jpeg": PHOTO, "photos/.DS_Store": b"", "notes.txt": b""}
    )
    assert troubles(found) == [Trouble("photos/abc.jpeg", "No entry shows this file.", Weight.LEFT_OUT)]


def test_several_journals_come_from_one_zip(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "Work/Work.json": journal(entry(photos=[photo()])),
        f"Work/photos/{md5(PHOTO)}.jpeg": PHOTO,
        "Home.json": journal(entry(uuid="A2", photos=[photo()])),
        f"photos/{md5(PHOTO)}.jpeg": PHOTO + b"!",
        "Broken.json": '{"entries": [',
        "Other.json": "[]",
        "__MACOSX/._Home.json": b"\0",
    }
    for path in (write_zip(tmp_path / "all.zip", files), write_folder(tmp_path / "all", files)):
        assert accepted(path, DAY_ONE)
        found = given(path, DAY_ONE)
        assert [(each.place, each.unknown["journal"], each.files[0].size) for each in items(found)] == [
            ("Home.json, entry 1", "Home", len(PHOTO) + 1),
            ("Work/Work.json, entry 1", "Work", len(PHOTO)),
        ]
        assert troubles(found) == [
            Trouble("Broken.json", "It was not read: it is not valid JSON in line 1."),
            Trouble("Other.json", "It was not read: it has no list of entries."),
        ]


def test_the_journals_of_a_folder_that_lies_in_folders_are_found(tmp_path: Path) -> None:
    """Two journals beside each other in what was packed. Seen failing with all that lies deeper than one folder."""
    files: dict[str, str | bytes] = {
        "a/b/Home.json": journal(entry(photos=[photo()])),
        f"a/b/photos/{md5(PHOTO)}.jpeg": PHOTO,
        "a/b/Work/Work.json": journal(entry(uuid="A2")),
        "a/b/notes.txt": "not read",
        "a/b/c/d/settings.json": "{}",
    }
    found = given(write_zip(tmp_path / "all.zip", files), DAY_ONE)
    assert accepted(tmp_path / "all.zip", DAY_ONE)
    assert [(each.unknown["journal"], len(each.files)) for each in items(found)] == [("Home", 1), ("Work", 0)]
    assert found[-1] == Note(
        "2 files are none that Day One keeps entries in, and not read: a/b/c/d/settings.json, a/b/notes.txt."
    )
