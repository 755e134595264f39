"""Rows out of a CSV file."""

import codecs
import csv
import io
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.cells import day, number
from workjournal.domain.sheet import (
    MEASURE_COLUMNS,
    PROFILE_COLUMNS,
    BadRow,
    BrokenHeading,
    Column,
    Columns,
    EmptySheet,
    MissingColumns,
    Row,
    SameColumn,
    Sheet,
    SheetTooLarge,
    TooManyRows,
    read,
)
from workjournal.errors import JournalError

MARKS = [
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]


def measures(text: str) -> Sheet:
    return read(text.encode(), MEASURE_COLUMNS)


def values(sheet: Sheet) -> list[tuple[int, str, str]]:
    return [(row.line, row["date"], row["value"]) for row in sheet.rows]


@pytest.mark.parametrize(("mark", "encoding"), MARKS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_write(mark: bytes, encoding: str, delimiter: str, end: str) -> None:
    lines = ["Datum,Wert,Notiz", "2026-04-03,5,für Jürgen", "2026-04-10,6,"]
    text = end.join(lines).replace(",", delimiter)
    sheet = read(mark + text.encode(encoding), MEASURE_COLUMNS)
    assert [dict(row.cells) for row in sheet.rows] == [
        {"date": "2026-04-03", "value": "5", "note": "für Jürgen", "measure": ""},
        {"date": "2026-04-10", "value": "6", "note": "", "measure": ""},
    ]
    assert (sheet.bad, sheet.ignored, sheet.delimiter) == ((), (), delimiter)
    assert sheet.decimal_comma is (delimiter != ",")


HEADINGS = [
    ("date,value", ",", ()),
    (" VALUE , Day ", ",", ()),
    ("Messgröße;Wert;Datum;Kommentar", ";", ()),
    (unicodedata.normalize("NFD", "MESSGRÖSSE;Wert;Datum"), ";", ()),
    ('"date","value"', ",", ()),
    ('"date";"value"', ";", ()),
    (
        'date;"value";Filed under a, b, c, d',
        ";",
        ("Filed under a, b, c, d",),
    ),  # most columns, not most commas
    ("id,date,value,,colour", ",", ("id", "colour")),
    ("date\tvalue\tx;y;z;a;b", "\t", ("x;y;z;a;b",)),
    ("\n \n date ; value", ";", ()),
]


@pytest.mark.parametrize(("heading", "delimiter", "ignored"), HEADINGS)
def test_the_heading_tells_what_is_where(heading: str, delimiter: str, ignored: tuple[str, ...]) -> None:
    sheet = measures(heading + "\n")
    assert (sheet.delimiter, sheet.ignored, sheet.rows, sheet.bad) == (delimiter, ignored, (), ())


def test_columns_are_found_in_any_order() -> None:
    sheet = read("Ziel;Beschreibung;Fähigkeit\n80;führt ruhig;Moderation\n".encode(), PROFILE_COLUMNS)
    assert dict(sheet.rows[0].cells) == {"skill": "Moderation", "target": "80", "description": "führt ruhig"}


def test_what_columns_there_must_be_is_told() -> None:
    with pytest.raises(MissingColumns) as raised:
        measures("\nDatum;Menge\n1;2\n")
    assert str(raised.value) == (
        "There is no column for value (or wert, messwert). Line 2 names Datum, Menge; "
        "needed are date (or day, datum, tag), value (or wert, messwert)."
    )


@pytest.mark.parametrize("content", [b"", b"\n \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_in_the_file(content: bytes) -> None:
    with pytest.raises(EmptySheet, match="needed are only"):
        read(content, (Column("only"),))


BROKEN_HEADINGS = [
    (b'"date,value\n1,2\n', "A quotation mark is opened here"),
    (b'"date"x;"value"\n', "Something follows a closing quotation mark"),
    ("date,value\n".encode("utf-16-le"), "NUL"),
    (b'"date";"va\0lue"\n', "NUL"),
    (b"date,value," + b"x" * 10_001, "10,000 characters"),
    (b"date,value" + b",x" * 199, "more than 200"),
]


@pytest.mark.parametrize(("content", "told"), BROKEN_HEADINGS)
def test_a_heading_that_cannot_be_read(content: bytes, told: str) -> None:
    with pytest.raises(BrokenHeading, match=told) as raised:
        read(content, MEASURE_COLUMNS)
    assert str(raised.value).startswith("Line 1 must name the columns")


def test_two_columns_for_the_same() -> None:
    with pytest.raises(SameColumn, match="The columns “Datum” and “Day” on line 1"):
        measures("Datum,Day,Value\n")


BAD_ROWS = [
    ("2026-04-03", "There are too few cells: 1, where the heading has 2."),
    ("2026-04-03,3,5", "A comma inside a cell needs quotation marks"),
    ('2026-04-03,"5', "A quotation mark is opened here that is not closed."),
    ('2026-04-03,"5"6', "Something follows a closing quotation mark"),
    ("2026-04-03,5\0", "NUL"),
    (f"2026-04-03,{'5' * 10_001}", "10,000 characters"),
    (f"2026-04-03,{'5' * 200_000}", "10,000 characters"),
]


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS)
@pytest.mark.parametrize("last", [True, False])
def test_a_bad_row_is_named_and_stops_no_other(row: str, reason: str, last: bool) -> None:
    after = "" if last else '2026-04-17,"7"\n'
    sheet = measures(f"date,value\n2026-04-10,6\n{row}\n{after}")
    assert values(sheet) == [(2, "2026-04-10", "6"), *([] if last else [(4, "2026-04-17", "7")])]
    [bad] = sheet.bad
    assert bad.line == 3
    assert reason in bad.reason
    assert bad.text.startswith("2026-04-03")
    assert bad.text.isprintable()
    assert len(bad.text) <= 120


def test_lines_are_those_of_the_file() -> None:
    sheet = measures('\ndate,value,note\n\n2026-04-03,5,"one\n\nthree"\n,,\n \n2026-04-10\n2026-04-17,7,x\n')
    assert values(sheet) == [(4, "2026-04-03", "5"), (10, "2026-04-17", "7")]
    assert sheet.rows[0]["note"] == "one\n\nthree"
    assert sheet.rows[0].text == '2026-04-03,5,"one three"'
    assert [(bad.line, bad.text) for bad in sheet.bad] == [(9, "2026-04-10")]


def test_what_is_made_of_rows_and_what_cannot_be() -> None:
    sheet = measures("date;value\n2026-04-03;3,5\n03/04/2026;4\n2026-04-10\n2026-04-17;5 %\n2026-04-24;6\n")
    made, bad = sheet.each(lambda row: (day(row["date"]).day, number(row["value"], sheet.decimal_comma)))
    assert made == [(3, 3.5), (24, 6.0)]
    assert [row.line for row in bad] == [3, 4, 5]
    assert "Write it as 2026-04-03" in bad[0].reason
    assert "too few cells" in bad[1].reason
    assert bad[2] == BadRow(
        5, "“5 %” has “%” beside the number. Leave it out: only the number belongs here.", "2026-04-17;5 %"
    )


def test_a_bug_in_what_is_made_is_not_taken_for_a_bad_row() -> None:
    def broken(row: Row) -> str:
        return row["colour"]

    with pytest.raises(KeyError):
        measures("date,value\n1,2\n").each(broken)


# Limits


def test_five_megabytes_are_read_and_one_byte_more_is_not() -> None:
    content = b"date,value\n1,2\n"
    content += b"\n" * (5_000_000 - len(content))
    assert len(read(content, MEASURE_COLUMNS).rows) == 1
    with pytest.raises(SheetTooLarge, match="5 MB"):
        read(content + b"\n", MEASURE_COLUMNS)


def test_fifty_thousand_rows_are_read_and_one_more_is_not() -> None:
    content = b"date,value\n" + b"1,2\n3\n" * 25_000
    begin = time.perf_counter()
    sheet = read(content, MEASURE_COLUMNS)
    assert time.perf_counter() - begin < 10  # seconds
    assert len(sheet.rows) == len(sheet.bad) == 25_000
    with pytest.raises(TooManyRows, match="50,000"):
        read(content + b"1\n", MEASURE_COLUMNS)


# Whatever is in the file


def lines_of(sheet: Sheet) -> list[int]:
    return [row.line for row in sheet.rows] + [row.line for row in sheet.bad]


def outcome(content: bytes) -> Sheet | str:
    """The sheet, or why there is none."""
    try:
        return read(content, (Column("a", required=False),))
    except JournalError as error:
        return str(error)


@given(st.sampled_from(MARKS), st.binary())
def test_any_bytes_give_a_sheet_or_say_why_not(mark: tuple[bytes, str], content: bytes) -> None:
    found = outcome(mark[0] + content)
    assert (
        found.isprintable() and found if isinstance(found, str) else all(line > 1 for line in lines_of(found))
    )


@given(st.text(st.sampled_from('ab12,;\t"\n\r \0')), st.sampled_from(["a,b", "a;b", "a\tb", '"a";"b"']))
def test_below_a_good_heading_every_row_is_good_or_bad(body: str, heading: str) -> None:
    columns: Columns = (Column("a"), Column("b"))
    sheet = read(f"{heading}\n{body}".encode(), columns)
    lines = lines_of(sheet)
    assert len(set(lines)) == len(lines)
    assert all(1 < line <= 1 + len(io.StringIO(body, newline="").readlines()) for line in lines)
    assert all(bad.reason.endswith(".") and bad.text.isprintable() for bad in sheet.bad)
    assert all(set(row.cells) == {"a", "b"} for row in sheet.rows)


CELLS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).filter(
    str.strip
)


@given(st.lists(st.tuples(CELLS, CELLS)), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]))
def test_what_python_writes_is_read(table: list[tuple[str, str]], delimiter: str, end: str) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([("a", "b"), *table])
    sheet = read(written.getvalue().encode(), (Column("a"), Column("b")))
    assert not sheet.bad
    assert [(row["a"], row["b"]) for row in sheet.rows] == [(a.strip(), b.strip()) for a, b in table]
