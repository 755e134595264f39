"""Entries out of tables."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given as given_by
from hypothesis import settings
from hypothesis import strategies as st

from workjournal.domain.episode import Kind
from workjournal.errors import JournalError
from workjournal.importers import detected
from workjournal.importers.importer import Asked, NotThisFormat, SettingRefused
from workjournal.importers.item import Given, Item, Note, Trouble, Weight
from workjournal.importers.opening import opened
from workjournal.importers.table import sheet
from workjournal.importers.trees import Lone

SAMPLE = (
    "Date,Time,Title,Entry,Result,Tags,People,Kind,Difficulty,Role,Link,Private note,Mood,Starred\n"
    '2024-06-16,10:30,Counted,"Forty crates\n\ntoo many.",Told,"count, depot",Priya; Tom,challenge,60,lead,'
    "https://x.org,for me,good,yes\n"
    "2024-06-17,,Second,,,#a #b,,Erfolg,,,,,,\n"
)


def read(content: str | bytes, name: str = "a.csv", **said: str) -> list[Given]:
    tree = Lone(None, name, content.encode() if isinstance(content, str) else content)
    return list(sheet.TABLE.read(tree, Asked(settings=said)))


def items(given: list[Given]) -> list[Item]:
    return [each for each in given if isinstance(each, Item)]


def test_a_row_is_an_entry() -> None:
    first, second = items(read(SAMPLE))
    assert (first.date, first.time, first.title) == (dt.date(2024, 6, 16), dt.time(10, 30), "Counted")
    assert first.text == "Forty crates\n\ntoo many."
    assert (first.tags, first.people, first.kind) == (("count", "depot"), ("Priya", "Tom"), Kind.CHALLENGE)
    assert first.values == {
        "result": "Told",
        "difficulty": 60,
        "role": "lead",
        "source_link": "https://x.org",
        "private_note": "for me",
    }
    assert (first.starred, first.unknown, first.place) == (True, {"Mood": "good"}, "a.csv, row 2")
    assert (second.time, second.tags, second.kind, second.unknown) == (None, ("a", "b"), Kind.WIN, {})
    assert first.key != second.key


def test_what_was_guessed_is_told() -> None:
    notes = [each.what for each in read("Date,Note,Mood\n03/04/2024,x,y\n") if isinstance(each, Note)]
    assert notes == [
        "The columns were read so: date from “Date”, text from “Note”.",
        "What is in “Mood” is kept beside each entry.",
        "Dates are read with the day first: 03/04/2024 is 3 April 2024. The file leaves it open; say so if it is otherwise.",
    ]


ORDERS = [
    ("03/04/2024\n13/04/2024", "", dt.date(2024, 4, 3)),
    ("03/04/2024\n04/13/2024", "", dt.date(2024, 3, 4)),
    ("03/04/2024", "month first", dt.date(2024, 3, 4)),
    ("03/04/2024", "MM/DD/YYYY", dt.date(2024, 3, 4)),
    ("3.4.24 10:30", "", dt.date(2024, 4, 3)),
    ("45385", "", dt.date(2024, 4, 3)),
]


@pytest.mark.parametrize(("cells", "form", "day"), ORDERS)
def test_dates_are_read_as_all_rows_show(cells: str, form: str, day: dt.date) -> None:
    assert items(read(f"Date\n{cells}\n", dateformat=form, text="-"))[0].date == day


def test_a_person_says_which_column_is_what() -> None:
    (item,) = items(read("Date,A,B\n2024-06-16,aa,bb\n", text="b", title="A", date="-"))
    assert (item.title, item.text, item.date, item.unknown) == ("aa", "bb", None, {"Date": "2024-06-16"})


@pytest.mark.parametrize("said", [{"text": "No"}, {"dateformat": "x"}, {"scale": "many"}, {"scale": "0"}])
def test_what_cannot_be_said_is_refused(said: dict[str, str]) -> None:
    with pytest.raises(SettingRefused):
        read("Date,A\n2024-06-16,aa\n", **said)


def test_a_wrong_row_is_named_and_stops_no_other() -> None:
    given = read(
        'Date,Time,Text,Kind,Difficulty\nnever,,x,,\n2024-06-16,25:00,x,win,999\n2024-06-17,9:00,"x"y,win,1\n,9:00,x,foo,80\n'
    )
    assert [each for each in given if isinstance(each, Trouble)] == [
        Trouble("a.csv, row 2", "The date cannot be read: “never” is no day."),
        Trouble(
            "a.csv, row 3",
            "The difficulty cannot be read: “999” is not between 0 and 100. It was kept beside.",
            Weight.PARTLY,
        ),
        Trouble(
            "a.csv, row 3",
            "The time cannot be read: “25:00” is no time of day. It was kept beside.",
            Weight.PARTLY,
        ),
        Trouble(
            "a.csv, row 4",
            "Something follows a closing quotation mark. One that belongs to the text is written twice.",
        ),
        Trouble(
            "a.csv, row 5",
            "The kind cannot be read: “foo” is no kind of episode. It was kept beside.",
            Weight.PARTLY,
        ),
    ]
    third, fifth = items(given)
    assert (third.time, third.unknown) == (None, {"Time": "25:00", "Difficulty": "999"})
    assert (fifth.date, fifth.unknown, fifth.values) == (
        None,
        {"Kind": "foo", "Time": "9:00"},
        {"difficulty": 80},
    )


@pytest.mark.parametrize(
    ("content", "said", "values"),
    [
        ("Text,Energy\nx,4\ny,5", "", [80, 100]),
        ("Text,Energy\nx,4\ny,9", "", [40, 90]),
        ("Text,Energy\nx,4\ny,5", "100", [4, 5]),
        ("Text;Energy\nx;2,5\ny;5", "", [50, 100]),
        ("Text,Energy\nx,40%\ny,8", "", [40, 8]),
    ],
)
def test_ratings_are_read_on_their_scale(content: str, said: str, values: list[int]) -> None:
    assert [item.values["energy"] for item in items(read(content, scale=said))] == values


def test_files_beside_the_table_are_attached(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    for name in ("photos/a b.jpg", "photos/c.jpg"):
        (tmp_path / name).write_bytes(b"jpg")
    (tmp_path / "journal.csv").write_text(
        "Date,Text,Photos\n2024-06-16,x,photos/a b.jpg;gone.jpg\n", encoding="utf-8"
    )
    with opened(tmp_path) as tree:
        assert detected(tree) is sheet.TABLE
        given = list(sheet.TABLE.read(tree, Asked()))
    (item,) = items(given)
    assert [file.name for file in item.files] == ["a b.jpg"]
    assert item.unknown == {"files not found": ["gone.jpg"]}
    assert Trouble("journal.csv, row 2", "The file gone.jpg is not in the export.", Weight.PARTLY) in given
    assert Trouble("photos/c.jpg", "No row refers to it.", Weight.LEFT_OUT) in given


def test_tables_that_this_program_wrote_come_back(tmp_path: Path) -> None:
    one = "0190a1b2-0000-7000-8000-000000000001"
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "a.pdf").write_bytes(b"pdf")
    (tmp_path / "lessons.csv").write_text('"id","title"\n"x","y"\n', encoding="utf-8")
    (tmp_path / "attachments.csv").write_text(
        f'"of_id","file"\n"{one}","attachments/a.pdf"\n', encoding="utf-8"
    )
    (tmp_path / "episodes.csv").write_text(
        '\ufeff"id","title","date","time","kind","setting","difficulty","tags","people","skills","story","result"\r\n'
        f'"{one}","\'=Sum","2026-09-15","16:00","win","complex",5,"deep work; plan","Priya","Planning","It was.","Done"\r\n',
        encoding="utf-8",
    )
    with opened(tmp_path) as tree:
        given = list(sheet.TABLE.read(tree, Asked(settings={"scale": "100"})))
    (item,) = items(given)
    assert (item.key, item.title, item.text, item.kind) == (one, "=Sum", "It was.", Kind.WIN)
    assert (item.tags, item.people) == (("deep work", "plan"), ("Priya",))
    assert item.values == {"difficulty": 5, "setting": "complex", "result": "Done"}
    assert [file.name for file in item.files] == ["a.pdf"]
    assert Trouble("lessons.csv", "It is another table.", Weight.LEFT_OUT) in given


def test_columns_and_first_rows_are_there_to_choose_from() -> None:
    tree = Lone(None, "a.csv", SAMPLE.encode())
    columns = sheet.columns_of(tree)
    assert columns[:3] == ["Date", "Time", "Title"]
    rows = sheet.first_rows(tree, 1)
    assert [row["Title"] for row in rows] == ["Counted"]
    assert sheet.guess(columns, rows)["text"] == "Entry"


def test_only_tables_are_accepted(tmp_path: Path) -> None:
    for name in ("a.csv", "b.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    with opened(tmp_path) as tree:
        assert not sheet.TABLE.accepts(tree)
        with pytest.raises(NotThisFormat):
            sheet.columns_of(tree)
    assert sheet.TABLE.accepts(Lone(None, "a.TSV", b""))
    assert sheet.TABLE.accepts(Lone(None, "a.txt", "Date\tText\n".encode("utf-16")))
    assert not sheet.TABLE.accepts(Lone(None, "a.txt", b"Date\tText\n"))
    with pytest.raises(NotThisFormat):
        read("")


@settings(max_examples=60, deadline=None)
@given_by(st.data())
def test_a_changed_table_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(SAMPLE.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 30)))
        part = bytes(content[start:end])
        instead = [b"", part * 3, bytes(each ^ 0x15 for each in part), b'",\n"', b"\xff\x00"]
        content[start:end] = data.draw(st.sampled_from(instead))
    try:
        given = read(bytes(content))
    except JournalError:
        return
    assert any(isinstance(each, Note) for each in given)
