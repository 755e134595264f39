"""Joplin's export as Markdown with front matter."""

import datetime as dt
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings

from importers.reading import Reading, lone, mutated, packed, unpacked
from workjournal.errors import JournalError
from workjournal.importers import detected
from workjournal.importers.importer import Asked
from workjournal.importers.item import Item, Weight
from workjournal.importers.joplin.journal import JOPLIN
from workjournal.importers.opening import opened

NOTE = """\
---
title: 001
updated: 2024-04-29 10:00:00Z
created: 2024-04-13 22:23:00Z
source: https://a.org
author: Mara
latitude: 58.22220000
longitude: 0.00000000
completed?: no
due: 2024-05-01 08:00:00Z
tags:
  - 1.50
  - yes
  - rota
---

The plan
"""


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer is in Berlin."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


def with_body(body: str) -> str:
    return NOTE.replace("The plan\n", body)


def test_a_note() -> None:
    found = Reading(JOPLIN, lone(NOTE, "001.md"))
    item = found.only
    assert found.accepted
    assert (item.title, item.text, item.tags) == ("001", "The plan\n", ("1.50", "yes", "rota"))
    assert (item.date, item.time, item.zone) == (dt.date(2024, 4, 14), dt.time(0, 23), "+02:00")
    assert item.values == {"source_link": "https://a.org"}
    assert item.unknown == {
        "updated": "2024-04-29 10:00:00Z",
        "created": "2024-04-13 22:23:00Z",
        "author": "Mara",
        "latitude": "58.22220000",
        "longitude": "0.00000000",
        "completed?": "no",
        "due": "2024-05-01 08:00:00Z",
    }


@pytest.mark.parametrize(
    ("created", "date", "time_", "zone_"),
    [
        ("Created: 2019-05-01 16:54", dt.date(2019, 5, 1), dt.time(16, 54), ""),
        ("created: 2019-05-01T16:54:00+07:00", dt.date(2019, 5, 1), dt.time(16, 54), "+07:00"),
        ("created: 2017-01-01", dt.date(2017, 1, 1), None, ""),
        ("date: 2017-01-01", dt.date(2017, 1, 1), None, ""),
        ("author: x", None, None, ""),
        ("created: 9999-12-31 23:59:59Z", None, None, ""),
        ("created: 28/09/2021 20:57", dt.date(2021, 9, 28), dt.time(20, 57), ""),
        ("created_at: 13-01-2024 01:23 AM", dt.date(2024, 1, 13), dt.time(1, 23), ""),
        ("created: [soon]", None, None, ""),
    ],
)
def test_when_it_was_made(created: str, date: dt.date | None, time_: dt.time | None, zone_: str) -> None:
    item = Reading(JOPLIN, lone(NOTE.replace("created: 2024-04-13 22:23:00Z", created), "a.md")).items[0]
    assert (item.date, item.time, item.zone) == (date, time_, zone_)


def test_which_of_day_and_month_comes_first_is_seen_by_all_notes(tmp_path: Path) -> None:
    """Seen failing: days as older versions wrote them were not read at all."""
    files = {
        f"{name}.md": NOTE.replace("2024-04-29 10:00:00Z", updated).replace("2024-04-13 22:23:00Z", created)
        for name, created, updated in (
            ("a", "03/04/2024 9:05", "03/04/2024 9:06"),
            ("b", "05/04/2024", "28/04/2024"),
        )
    }
    found = Reading(JOPLIN, unpacked(tmp_path, files))
    assert [(item.date, item.time) for item in found.items] == [
        (dt.date(2024, 4, 3), dt.time(9, 5)),
        (dt.date(2024, 4, 5), None),
    ]
    assert found.told == []
    assert found.notes == ["In dates such as 03/04/2024, the day was read first."]


def test_a_folder(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "Work/001.md": with_body(
            "![photo](../_resources/my%20photo.png) [plan](../_resources/plan%28a%29.pdf)\n"
            '<img src="../_resources/my%20photo.png" width="100"/> ![](../_resources/gone.png)\n'
            "[see](../Work/In%20it/Other.md) [001](001.md) [[no link]] [web](https://a.org/x.md)"
        ),
        "Work/In it/Other.md": NOTE.replace("title: 001", "title: 'An: other'"),
        "Work/page.html": with_body("<p>A <b>bold</b> word</p>"),
        "Work/plain.md": "No fields",
        "Work/_notebook.yml": "icon: x",
        "_resources/my photo.png": b"picture",
        "_resources/plan(a).pdf": b"plan",
        "_resources/left.png": b"left",
    }
    for path in (
        unpacked(tmp_path / "export", files),
        packed(tmp_path / "export.zip", {f"x/{k}": v for k, v in files.items()}),
    ):
        found = Reading(JOPLIN, path)
        by_place = {item.place.removeprefix("x/"): item for item in found.items}
        first = by_place["Work/001.md"]
        assert first.text == (
            "![photo](<my photo.png>) [plan](<plan(a).pdf>)\n"
            "![my photo.png](<my photo.png>) ![](../_resources/gone.png)\n"
            "see [An: other] [001] [[no link]] [web](https://a.org/x.md)"
        )
        assert found.contents == {"my photo.png": b"picture", "plan(a).pdf": b"plan"}
        assert (first.unknown["notebook"], first.unknown["files"]) == ("Work", ["../_resources/gone.png"])
        assert by_place["Work/In it/Other.md"].unknown["notebook"] == "Work/In it"
        assert by_place["Work/page.html"].text == "A **bold** word"
        plain = by_place["Work/plain.md"]
        assert (plain.title, plain.text, plain.date) == ("plain", "No fields", None)
        assert found.told == [
            "The file ../_resources/gone.png is not in the export.",
            "No note refers to this file.",
        ]
        assert found.notes == ["The icons of notebooks were left out."]
        with opened(path) as tree:
            assert detected(tree) is JOPLIN
            given = JOPLIN.read(tree, Asked(settings={"notebooks": "tags"}))
            assert {each.tags[-1] for each in given if isinstance(each, Item)} == {"Work", "Work/In it"}


def test_fields_that_cannot_be_read_stay_in_the_text() -> None:
    text = "---\ntitle: -a: b\n---\n\nwords"
    found = Reading(JOPLIN, lone(text, "a.md"))
    assert (found.items[0].title, found.items[0].text) == ("a", text)
    assert [trouble.weight for trouble in found.troubles] == [Weight.PARTLY]


def test_what_is_that_of_others(tmp_path: Path) -> None:
    assert not JOPLIN.accepts(lone(NOTE.replace(" 22:23:00Z", ""), "a.md"))
    vault = unpacked(tmp_path, {"a.md": NOTE, ".obsidian/app.json": "{}"})
    with opened(vault) as tree:
        assert not JOPLIN.accepts(tree)


@settings(max_examples=60, deadline=None)
@given(mutated([NOTE.encode(), with_body("[a](../_resources/a%20b.png) ![](b.md)").encode()]))
def test_changed_notes_are_read_or_told(content: bytes) -> None:
    with suppress(JournalError):
        items = Reading(JOPLIN, lone(content, "a.md")).items
        json.dumps(
            [[item.key, item.title, item.text, item.tags, item.unknown] for item in items], allow_nan=False
        )
