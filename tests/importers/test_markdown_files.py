"""Folders of Markdown and text files, and single ones; and what this program wrote itself."""

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given as given_by
from hypothesis import settings
from hypothesis import strategies as st

from workjournal.domain.episode import Kind
from workjournal.errors import JournalError
from workjournal.exporters.file_names import Page
from workjournal.exporters.markdown_page import Places, page
from workjournal.exporters.record import Attached, Noun, Passage, Record
from workjournal.importers import detected
from workjournal.importers.importer import Asked, NotThisFormat, SettingRefused
from workjournal.importers.item import Given, Item, Note, Trouble, Weight
from workjournal.importers.markdown.files import MARKDOWN_FILES
from workjournal.importers.opening import opened
from workjournal.importers.trees import Lone


def read(path: Path, **said: str) -> list[Given]:
    with opened(path) as tree:
        assert detected(tree) is MARKDOWN_FILES
        return list(MARKDOWN_FILES.read(tree, Asked(settings=said)))


def lone(text: str | bytes, name: str = "note.md") -> list[Given]:
    content = text.encode() if isinstance(text, str) else text
    return list(MARKDOWN_FILES.read(Lone(None, name, content), Asked()))


def only(given: list[Given]) -> Item:
    (item,) = (each for each in given if isinstance(each, Item))
    return item


def test_a_folder_of_notes(tmp_path: Path) -> None:
    for name, text in {
        "2024/06/16.md": "In the morning.",
        "Ideas.txt": "#1 is no tag, [[this]] no link.\n",
        "photo.jpg": "jpg",
        "Trip.markdown": "![](photo.jpg)",
        "unused.pdf": "pdf",
        ".git/HEAD": "x",
        "Thumbs.db": "x",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    given = read(tmp_path)
    daily, ideas, trip = (each for each in given if isinstance(each, Item))
    assert (daily.date, daily.title, daily.text) == (dt.date(2024, 6, 16), "", "In the morning.")
    assert (ideas.date, ideas.title, ideas.tags) == (None, "Ideas", ())
    assert ideas.text == "#1 is no tag, [[this]] no link."
    assert (trip.text, [file.name for file in trip.files]) == ("![photo.jpg](photo.jpg)", ["photo.jpg"])
    assert Trouble("unused.pdf", "No note refers to it.", Weight.LEFT_OUT) in given
    assert Note("1 hidden file, such as a setting or what is in the trash, was passed over.") in given
    assert len(given) == 5


FIELDS: list[tuple[str, dict[str, Any]]] = [
    ("date: 2024-06-16\ntime: 10:30", {"date": dt.date(2024, 6, 16), "time": dt.time(10, 30)}),
    ("Date: 16.06.2024\nUhrzeit: 9 Uhr", {"date": dt.date(2024, 6, 16), "time": dt.time(9)}),
    ("created_at: 2024-06-16 10:30", {"date": dt.date(2024, 6, 16), "time": dt.time(10, 30)}),
    ("date: ''\ncreated: 2024-06-16", {"date": dt.date(2024, 6, 16)}),
    (
        "date: 2024-06-16T23:30:00Z\ntimezone: Europe/Berlin",
        {"date": dt.date(2024, 6, 17), "zone": "Europe/Berlin"},
    ),
    ("tags: one, two words", {"tags": ("one", "two words")}),
    ("tags: 'one two #three'", {"tags": ("one", "two", "three")}),
    ("tags: [one, '#two/three', 2024, null, ONE]", {"tags": ("one", "two/three", "2024")}),
    ("tag: one\ntags: [two]", {"tags": ("two", "one")}),
    (
        "people: ['[[Priya Shah]]', '@Tom', '[[people/Ann|Ann B]]']",
        {"people": ("Priya Shah", "Tom", "Ann B")},
    ),
    ("people: Priya Shah", {"people": ("Priya Shah",)}),
    ("starred: yes", {"starred": True}),
    ("title: 2024", {"title": "2024"}),
    ("title: [no]", {"title": "note"}),
    ("aliases: [a, b]", {"unknown": {"aliases": ["a", "b"], "path": "note.md"}}),
    ("empty:\nnone: []", {"unknown": {"path": "note.md"}}),
    ("path: mine", {"unknown": {"path": "mine", "path of the note": "note.md"}}),
    (
        "created: 2024-06-16T10:30:00+02:00",
        {"unknown": {"created": "2024-06-16T10:30:00+02:00", "path": "note.md"}},
    ),
]


@pytest.mark.parametrize(("head", "said"), FIELDS)
def test_fields_of_many_programs_are_known(head: str, said: dict[str, Any]) -> None:
    item = only(lone(f"---\n{head}\n---\ntext"))
    assert {key: getattr(item, key) for key in said} == said
    assert item.text == "text"


def test_a_day_that_cannot_be_read_is_told_and_kept() -> None:
    given = lone("---\ndate: 03/04/2024\n---\ntext")
    assert only(given).unknown["date"] == "03/04/2024"
    assert only(given).date is None
    told = (
        "The field “date” is not the day: “03/04/2024” may be 2024-04-03 or 2024-03-04. It was kept beside."
    )
    assert Trouble("note.md", told, Weight.PARTLY) in given


def test_the_person_says_what_comes_first(tmp_path: Path) -> None:
    (tmp_path / "03-04-2024.md").write_text("---\nx: 1\n---\ntext", encoding="utf-8")
    assert only(read(tmp_path, order="month first")).date == dt.date(2024, 3, 4)
    assert only(read(tmp_path, names="MM-DD-YYYY")).date == dt.date(2024, 3, 4)
    guessed = read(tmp_path)
    assert only(guessed).date == dt.date(2024, 4, 3)
    assert Note("In names of notes such as 03-04-2024, the day was read first.") in guessed
    for said in ({"order": "year"}, {"names": "YYYY"}):
        with pytest.raises(SettingRefused):
            read(tmp_path, **said)


def test_a_day_in_the_fields_comes_before_that_of_the_name() -> None:
    item = only(lone("---\ndate: 2024-06-17\n---\nx", "2024-06-16 10.30.md"))
    assert (item.date, item.time) == (dt.date(2024, 6, 17), None)
    same = only(lone("---\ndate: 2024-06-16\n---\nx", "2024-06-16 10.30.md"))
    assert (same.date, same.time) == (dt.date(2024, 6, 16), dt.time(10, 30))
    made = only(lone("---\ncreated: 2024-06-17\n---\nx", "2024-06-16.md"))
    assert (made.date, made.unknown["created"]) == (dt.date(2024, 6, 16), "2024-06-17")


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        ("\ufeffa\r\nb\r\n".encode(), "a.txt", "a\nb"),
        ("Größe".encode("cp1252"), "a.txt", "Größe"),
        ("Größe".encode("utf-16"), "a.md", "Größe"),
    ],
)
def test_texts_of_any_system_are_read(content: bytes, name: str, text: str) -> None:
    assert only(lone(content, name)).text == text


def test_what_is_no_text_is_named() -> None:
    assert lone(b"\x89PNG\0\0") == [Trouble("note.md", "It is no text.")]


def test_a_file_of_another_kind_is_refused() -> None:
    tree = Lone(None, "a.pdf", b"x")
    assert not MARKDOWN_FILES.accepts(tree)
    with pytest.raises(NotThisFormat):
        list(MARKDOWN_FILES.read(tree, Asked()))


def test_what_this_program_wrote_comes_back(tmp_path: Path) -> None:
    ids = [UUID(int=number) for number in range(1, 5)]
    photo = Attached(ids[1], "photo 1.png", "image/png", 3, "", pieces=lambda: iter([b"png"]))
    plan = Attached(ids[3], "plan.pdf", "application/pdf", 3, "", pieces=lambda: iter([b"pdf"]))
    record = Record(
        noun=Noun("episode", "episodes", dated=True),
        id=ids[0],
        title="Handed over: the plan",
        date=dt.date(2026, 9, 15),
        time=dt.time(16, 0),
        values={"kind": "challenge", "difficulty": 60, "role": "lead", "tags": ("deep work", "plan")},
        links={"people": (ids[2],)},
        passages=(
            Passage("story", "", "The story #notag.\n\n![photo 1.png](<photo 1.png>)\n\n## Later\n\nMore."),
            Passage("result", "Result", "It went *well*."),
            Passage("private_note", "Private note", "For me."),
        ),
        files=(photo, plan),
    )
    files = {ids[1]: "attachments/photo 1.png", ids[3]: "attachments/plan.pdf"}
    places = Places({ids[0]: Page("Episodes", "x")}, {ids[2]: "Priya"}, files)
    (tmp_path / "Episodes").mkdir()
    (tmp_path / "attachments").mkdir()
    (tmp_path / "Episodes" / "x.md").write_text(page(record, places), encoding="utf-8")
    (tmp_path / "About this export.md").write_text(
        "# About this export\n\nWritten by Workjournal on …", encoding="utf-8"
    )
    for path in files.values():
        (tmp_path / path).write_bytes(b"png")
    given = read(tmp_path)
    item = only(given)
    assert (item.key, item.title, item.date, item.time) == (
        str(ids[0]),
        record.title,
        record.date,
        record.time,
    )
    assert (item.kind, item.tags, item.people) == (Kind.CHALLENGE, ("deep work", "plan"), ("Priya",))
    assert item.text == record.passages[0].text
    assert item.values == {
        "difficulty": 60,
        "role": "lead",
        "result": "It went *well*.",
        "private_note": "For me.",
    }
    assert [file.name for file in item.files] == ["photo 1.png", "plan.pdf"]
    assert item.unknown == {"path": "Episodes/x.md"}
    left = [each for each in given if isinstance(each, Trouble)]
    assert [(each.place, each.weight) for each in left] == [("About this export.md", Weight.LEFT_OUT)]


SAMPLE = (
    b"---\ntags: [a, '#b']\ndate: 2024-06-16 10:30\nlink: [[Note]]\n---\n# H\n#tag `#no` [[Note|x]] ![[a.png|3]]\n"
    b"```\n[[c]]\n```\n[x](a%20b.png) $$ <!-- %% -->\n[r]: a.png\n<img src='a.png'>\n"
)


@settings(max_examples=60, deadline=None)
@given_by(st.data())
def test_a_changed_note_is_read_or_named(data: st.DataObject) -> None:
    content = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 30)))
        part = bytes(content[start:end])
        content[start:end] = data.draw(
            st.sampled_from([b"", part * 3, bytes(each ^ 0x15 for each in part), b"[[]](<!`"])
        )
    tree = Lone(None, data.draw(st.sampled_from(["2024-06-16.md", "a.md", "a.txt"])), bytes(content))
    try:
        given = list(MARKDOWN_FILES.read(tree, Asked()))
    except JournalError:
        return
    assert given
