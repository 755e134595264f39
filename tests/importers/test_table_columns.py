"""Which column is what, and which row of a CSV file is which."""

import pytest

from workjournal.importers.limits import TooMuch
from workjournal.importers.table.columns import guess
from workjournal.importers.table.rows import MOST_LINES, table_of
from workjournal.importers.texts import NotReadable

GUESSES: list[tuple[str, dict[str, str]]] = [
    ("Date,Title,Text\n2024-06-16,a,b", {"date": "Date", "title": "Title", "text": "Text"}),
    (
        "Datum;Uhrzeit;Überschrift;Eintrag;Schlagwörter;Personen;Art\n16.06.2024;9:05;a;b;c;d;Erfolg",
        {
            "date": "Datum",
            "time": "Uhrzeit",
            "title": "Überschrift",
            "text": "Eintrag",
            "tags": "Schlagwörter",
            "people": "Personen",
            "kind": "Art",
        },
    ),
    ("Tag,Notiz\n16.06.2024,b", {"date": "Tag", "text": "Notiz"}),  # a day in German
    ("Date,Note,Tag\n2024-06-16,b,c", {"date": "Date", "text": "Note", "tags": "Tag"}),
    ("created_at,Journal Entry\n2024-06-16,b", {"date": "created_at", "text": "Journal Entry"}),
    ("WHEN,x\n2024-06-16 10:00,What I did that morning", {"date": "WHEN", "text": "x"}),
    ("a,b,c\n1,2024-06-16,What I did that morning", {"date": "b", "text": "c"}),
    # Called so, and for something else.
    ("Date,Type,Energy,Text\n2024-06-16,meeting,high,b", {"date": "Date", "text": "Text"}),
    (
        "Date,Type,Energy,Text\n2024-06-16,Win,80,b",
        {"date": "Date", "kind": "Type", "energy": "Energy", "text": "Text"},
    ),
    ("Date,Time,Text\n2024-06-16,evening,b", {"date": "Date", "text": "Text"}),
    ("Date,Text", {"date": "Date", "text": "Text"}),
    ("a\n1", {"text": "a"}),
    (  # Daylio
        "full_date,date,weekday,time,mood,activities,note_title,note\n2023-05-17,May 17,Wednesday,11:45 PM,rad,a | b,T,x\n",
        {"date": "full_date", "time": "time", "title": "note_title", "text": "note", "tags": "activities"},
    ),
]


@pytest.mark.parametrize(("content", "found"), GUESSES)
def test_columns_are_known_by_headings_and_cells(content: str, found: dict[str, str]) -> None:
    table = table_of(content.encode(), "a.csv")
    assert guess(table.columns, [row.cells for row in table.rows]) == found


def rows(content: str | bytes) -> list[tuple[int, list[str]]]:
    table = table_of(content.encode() if isinstance(content, str) else content, "a.csv")
    return [(row.number, list(row.cells.values())) for row in table.rows]


TABLES: list[tuple[str | bytes, list[tuple[int, list[str]]]]] = [
    ("a,b\n1,2\n", [(2, ["1", "2"])]),
    ("a;b\r\n1,5;2\r\n", [(2, ["1,5", "2"])]),
    ("a\tb\n1\t2", [(2, ["1", "2"])]),
    ("a|b\n1|2", [(2, ["1", "2"])]),
    ("sep=;\na;b,c,d\n1;2", [(2, ["1", "2"])]),
    ('a,b\n"1\n\n2",3\n4,5', [(2, ["1\n\n2", "3"]), (3, ["4", "5"])]),
    ("a,b\n\n\n1,2\n,\n3,4", [(4, ["1", "2"]), (6, ["3", "4"])]),  # as a spreadsheet counts
    ("a,b\n1\n1,2,,\n", [(2, ["1", ""]), (3, ["1", "2"])]),
    ("2024-06-16,x\n2024-06-17,y", [(1, ["2024-06-16", "x"]), (2, ["2024-06-17", "y"])]),
    ("a,b\n'=1,'it is", [(2, ["=1", "'it is"])]),
    ("\ufeffa,b\n1,2".encode(), [(2, ["1", "2"])]),
    ("a\tb\r\nü\t2".encode("utf-16"), [(2, ["ü", "2"])]),
    ("a;b\nü;2".encode("cp1252"), [(2, ["ü", "2"])]),
    (f'a,b\n"{"x" * 300_000}",2', [(2, ["x" * 300_000, "2"])]),
]


@pytest.mark.parametrize(("content", "found"), TABLES)
def test_rows_are_read_as_spreadsheets_write_them(
    content: str | bytes, found: list[tuple[int, list[str]]]
) -> None:
    assert rows(content) == found


def test_headings_are_distinct() -> None:
    table = table_of(b"a,,a,a (2),\n1,2,3,4,5", "a.csv")
    assert table.columns == ["a", "Column 2", "a (2)", "a (2) (2)", "Column 5"]


def test_a_broken_row_stops_no_other() -> None:
    table = table_of(b'a,b\n1,"2\n3,4,5\n6,"7"x\n8,9\n', "a.csv")
    assert [row.number for row in table.rows] == [5]
    assert [(row.number, row.reason.split(".")[0]) for row in table.bad] == [
        (2, "A quotation mark is opened here that is not closed"),
        (3, "There are 3 cells, where the heading has 2"),
        (4, "Something follows a closing quotation mark"),
    ]


@pytest.mark.parametrize("content", [b"", b"\n \n", b'"a', b"," * 300])
def test_what_holds_no_table_says_so(content: bytes) -> None:
    with pytest.raises(NotReadable):
        table_of(content, "a.csv")


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(TooMuch):
        table_of(b"a\n" * (MOST_LINES + 1), "a.csv")
