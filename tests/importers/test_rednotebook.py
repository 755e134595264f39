"""RedNotebook's months: folders, backups, categories, hashtags, files, and what is odd in them."""

import datetime as dt
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from importers.reading import Reading, lone, mutated, packed, unpacked
from workjournal.errors import JournalError
from workjournal.importers import detected
from workjournal.importers.importer import Asked, NotThisFormat, SettingRefused
from workjournal.importers.item import Item, Note, Weight
from workjournal.importers.opening import opened
from workjournal.importers.rednotebook.day import hashtags
from workjournal.importers.rednotebook.journal import REDNOTEBOOK
from workjournal.importers.trees import Lone

PEERS = Path(__file__).parents[2].parent / "shared" / "peers"
JUNE = """\
3:
  Idea: null
  Work:
    call **Priya**: null
    'the plan': null
  text: "=== Depot ===\\nA //good// day. #rota #Rota\\n"
15: {text: Another day}
16: {text: ''}
"""


def read(month: str, name: str = "2024-06.txt") -> Reading:
    return Reading(REDNOTEBOOK, lone(month, name))


def of_day(content: Any) -> Reading:
    return read(yaml.safe_dump({7: content}, allow_unicode=True))


def test_a_month() -> None:
    found = read(JUNE)
    first, second = found.items
    assert found.accepted
    assert (found.troubles, found.notes) == ([], [])
    assert (first.date, first.time, first.title, first.place) == (
        dt.date(2024, 6, 3),
        None,
        "",
        "2024-06.txt, day 3",
    )
    assert first.text == "### Depot\nA *good* day. #rota #Rota\n\n**Work**\n- call **Priya**\n- the plan"
    assert (first.tags, first.unknown) == (("Idea", "Work", "rota"), {})
    assert (second.date, second.text) == (dt.date(2024, 6, 15), "Another day")


@pytest.mark.parametrize("folder", ["", "data/", "a/b/"])
def test_a_folder_and_a_backup_give_the_same(tmp_path: Path, folder: str) -> None:
    files = {
        f"{folder}2023-08.txt": "{}",
        f"{folder}2024-06.txt": JUNE,
        f"{folder}2024-13.txt": "1: {text: no such month}",
        f"{folder}2024-06.old.txt": "1: {text: old}",
        "templates/1.txt": "=== Monday ===",
        "configuration.cfg": "a=b",
    }
    by_zip = Reading(REDNOTEBOOK, packed(tmp_path / "backup.zip", files))
    by_folder = Reading(REDNOTEBOOK, unpacked(tmp_path / "notes", files))
    assert by_zip.items == by_folder.items
    assert [item.date for item in by_zip.items] == [dt.date(2024, 6, 3), dt.date(2024, 6, 15)]
    assert by_zip.told == [
        "There is no such day in 2024-13.",
        "It is a copy that RedNotebook set aside and was not read.",
    ]
    with opened(tmp_path / "backup.zip") as tree:
        assert detected(tree) is REDNOTEBOOK


@pytest.mark.parametrize(
    ("content", "text", "tags"),
    [
        ({"text": "x", "Tags": {"one": None, "two": None}}, "x", ("one", "two")),  # as old versions had them
        ({"text": "x", "Idea": None, "Mood": {}}, "x", ("Idea", "Mood")),
        ({"Films": {"A //film//": None}}, "**Films**\n- A *film*", ("Films",)),
        ({"text": None, "Films": ["A", 7, None]}, "**Films**\n- A\n- 7", ("Films",)),
        ({"text": "x", "Rain": "much"}, "x\n\n**Rain**\n- much", ("Rain",)),
        ({"text": "x", 2024: {True: None}}, "x\n\n**2024**\n- True", ("2024",)),
        ("just words", "just words", ()),
        (1.5, "1.5", ()),
    ],
)
def test_what_a_day_may_be(content: Any, text: str, tags: tuple[str, ...]) -> None:
    item = of_day(content).only
    assert (item.text, item.tags) == (text, tags)


@pytest.mark.parametrize("month", ["", "{}", "null", "~ # nothing", "---\n"])
def test_an_empty_month_is_none(month: str) -> None:
    found = read(month)
    assert (found.items, found.troubles) == ([], [])


@pytest.mark.parametrize("content", [None, {}, {"text": ""}, {"text": " \n"}, {"text": None}])
def test_an_empty_day_is_none(content: Any) -> None:
    found = of_day(content)
    assert (found.items, found.troubles) == ([], [])


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ({"text": ["a"]}, {"text": ["a"]}),
        ({"text": "x", "Work": {"a": {"b": "c"}}}, {"Work": {"a": {"b": "c"}}}),
    ],
)
def test_what_has_no_known_form_is_kept_and_told(content: Any, left: Any) -> None:
    found = of_day(content)
    assert found.items[0].unknown == left
    assert found.told == ["A part of it has no form that is known; it was kept beside."]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        (
            "test #tag, #hash_tag! #1tag #tagé #のタグ \uff03wide",
            ["tag", "hash_tag", "1tag", "tagé", "のタグ", "wide"],
        ),
        ("#one/#two #one/two (#three)", ["one", "two", "one", "three"]),
        ("text#no ##no &#no #1234 #11ff22 #include # no", []),
        ("http://a.org/#no", []),
    ],
)
def test_hashtags(text: str, tags: list[str]) -> None:
    assert hashtags(text) == tags


@pytest.mark.parametrize("tag", ["!!python/unicode", "!!python/str", "!!str"])
def test_the_texts_of_python_2(tag: str) -> None:
    assert read(f"14:\n  {{text: {tag} 'so\n\n    ist es #da'}}\n").only.text == "so\nist es #da"
    assert read('14: {!!python/unicode "Kino": null, text: !!binary "w6Q="}').only.text == "ä"


def test_other_tags_of_python_make_nothing() -> None:
    found = read("1: {text: a}\n2: {text: !!python/object/apply:os.system ['x']}\n3: {text: c}\n")
    assert [item.text for item in found.items] == ["a", "c"]
    assert [trouble.place for trouble in found.troubles] == ["2024-06.txt, day 2"]


def test_a_broken_day_never_stops_the_others() -> None:
    found = read("1: {text: a}\n2:\n  text: 'not closed\n3: {text: c}\n31: {text: d}\n5:\n  text: e\n")
    assert [item.text for item in found.items] == ["a", "c", "e"]
    assert [(each.place, each.weight) for each in found.troubles] == [
        ("2024-06.txt, day 2", Weight.FAILED),
        ("2024-06.txt, day 31", Weight.FAILED),
    ]


def test_a_day_that_is_there_twice_is_read_twice() -> None:
    assert [item.text for item in read("1: {text: a}\n2: {text: b}\n1: {text: c}\n").items] == ["a", "b", "c"]


@pytest.mark.parametrize("month", ["- a list", "only words", "\x01: {", "'"])
def test_a_broken_month_is_named(month: str) -> None:
    found = Reading(REDNOTEBOOK, Lone(None, "2024-06.txt", month.encode()))
    assert [(each.place, each.weight) for each in found.troubles] == [("2024-06.txt", Weight.FAILED)]


def test_files_in_the_tree_come_along_and_the_others_are_told(tmp_path: Path) -> None:
    text = (
        '[""file:///home/me/.rednotebook/data/my pic"".png?300] [plan ""docs/plan.pdf""] [""gone"".jpg]'
        ' [off ""file:///elsewhere/gone.txt""] [home ""file:///home/""] [site http://a.org/x.png]'
    )
    month = yaml.safe_dump({1: {"text": text}})
    files: dict[str, str | bytes] = {
        "2024-06.txt": month,
        "my pic.png": b"picture",
        "docs/plan.pdf": b"plan",
        "docs/gone.txt": b"other",
    }
    found = Reading(REDNOTEBOOK, unpacked(tmp_path, files))
    assert found.contents == {"my pic.png": b"picture", "plan.pdf": b"plan"}
    (item,) = found.items
    assert item.text.startswith(
        "![my pic.png](<my pic.png>) [plan](plan.pdf) ![gone.jpg](gone.jpg) [off](file:///"
    )
    assert item.unknown == {"files": ["gone.jpg", "/elsewhere/gone.txt"]}
    assert found.told == [
        "The picture gone.jpg is not here: RedNotebook only notes where it is.",
        "The file /elsewhere/gone.txt is not here: RedNotebook only notes where it is.",
    ]
    assert found.notes == [
        "Markdown has no sign for the colour of words and the width of pictures: both were left out.",
        "1 file is none that RedNotebook keeps entries in, and not read: docs/gone.txt.",
    ]


def test_a_journal_in_markdown_is_taken_as_it_is(tmp_path: Path) -> None:
    files = {"2024-06.txt": "1: {text: 'a //b// **c** #d'}", "journal.cfg": "# Settings\nmarkup=markdown\n"}
    found = Reading(REDNOTEBOOK, unpacked(tmp_path, files))
    assert (found.only.text, found.only.tags) == ("a //b// **c** #d", ("d",))
    assert found.notes == ["By its journal.cfg it is written in markdown: its texts were taken as they are."]
    with opened(tmp_path) as tree:
        given = list(REDNOTEBOOK.read(tree, Asked(settings={"markup": "txt2tags"})))
    assert [each.text for each in given if isinstance(each, Item)] == ["a *b* **c** #d"]
    assert not [each for each in given if isinstance(each, Note)]


def test_two_journals_have_two_entries_for_a_day(tmp_path: Path) -> None:
    files = {"work/2024-06.txt": "1: {text: a}", "home/2024-06.txt": "1: {text: b}"}
    found = Reading(REDNOTEBOOK, unpacked(tmp_path, files))
    assert len({item.key for item in found.items}) == 2


def test_what_is_refused() -> None:
    with pytest.raises(SettingRefused):
        list(REDNOTEBOOK.read(lone(JUNE, "2024-06.txt"), Asked(settings={"markup": "rst"})))
    with pytest.raises(NotThisFormat):
        read(JUNE, "June.txt")
    assert not REDNOTEBOOK.accepts(lone("A month of prose.", "2024-06.txt"))
    assert not REDNOTEBOOK.accepts(lone(JUNE, "june.txt"))


@settings(max_examples=60, deadline=None)
@given(mutated([JUNE.encode(), b"1: {text: !!python/unicode 'a', b: {c: null}}\n2:\n  text: |\n    x\n"]))
def test_changed_months_are_read_or_told(content: bytes) -> None:
    with suppress(JournalError):
        items = Reading(REDNOTEBOOK, Lone(None, "2024-06.txt", content)).items
        json.dumps([[item.key, item.text, item.tags, item.unknown] for item in items], allow_nan=False)


@pytest.mark.skipif(not PEERS.exists(), reason="the files of other programs are not here")
def test_a_journal_of_the_program_itself() -> None:
    found = Reading(REDNOTEBOOK, PEERS / "rednotebook" / "data")
    days = [str(item.date) for item in found.items]
    assert days == ["2023-06-08", "2024-06-15", "2024-09-15", "2024-09-17", "2025-01-16", "2026-06-14"]
    assert found.items[-1].tags == ("sampletag", "anothersampletag")
    assert "- Zweites *Objekt*\n  - Eingerücktes `Objekt`" in found.items[2].text
    assert len(found.troubles) == 2
