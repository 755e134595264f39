"""The text of a CSV file: its encoding, and rows that go over lines or are broken."""

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.sheet_text import (
    CellTooLong,
    HoldsNul,
    LooseQuote,
    NotUnicode,
    SheetText,
    UnclosedQuote,
    UnreadableRow,
    decode,
    shown,
)

TEXT = "Wert;Größe\n5;€ 𝄞\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_utf_8_and_utf_16_are_read(content: bytes) -> None:
    assert decode(content) == TEXT


NOT_UNICODE = [
    ("a,b\nGröße\n".encode("latin-1"), 7, 2),
    (b"a\r\nb\rc\n\xff", 8, 4),
    (b"\xff", 1, 1),
    (b"ab\xe2\x82", 3, 1),  # cut off in the middle of a character
    (codecs.BOM_UTF8 + b"a\n\x80", 6, 2),
    (codecs.BOM_UTF16_LE + "a\n".encode("utf-16-le") + b"\x00\xdc", 7, 2),
    (codecs.BOM_UTF16_BE + b"\x00", 3, 1),
    ("a".encode("utf-32"), 1, 1),
    (b"PK\x03\x04\x14\x00\x08\x08\x08\x00\x9b", 11, 1),  # a workbook
]


@pytest.mark.parametrize(("content", "byte", "line"), NOT_UNICODE)
def test_any_other_text_is_refused_with_its_first_wrong_byte(content: bytes, byte: int, line: int) -> None:
    with pytest.raises(NotUnicode) as raised:
        decode(content)
    assert raised.value.fields == {"byte": byte, "line": line}
    assert f"byte {byte}, on line {line}" in str(raised.value)


@given(st.binary(), st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE]))
def test_any_bytes_are_text_or_refused(content: bytes, mark: bytes) -> None:
    try:
        decode(mark + content)
    except NotUnicode as error:
        byte = error.fields["byte"]
        assert isinstance(byte, int)
        assert 1 <= byte <= len(mark + content)


def rows(text: str, delimiter: str = ",") -> list[tuple[int, list[str] | type[UnreadableRow]]]:
    """Every row or what is wrong with it, by its line."""
    found: list[tuple[int, list[str] | type[UnreadableRow]]] = []
    sheet = SheetText(text)
    while sheet.skip_blank():
        line = sheet.line
        try:
            found.append((line, sheet.take(delimiter)))
        except UnreadableRow as error:
            found.append((line, type(error)))
    return found


LONG = "x" * 10_000
ROWS = [
    ("", []),
    (" \n\t\n\r\n", []),
    ("a,b", [(1, ["a", "b"])]),
    ("a,b\rc,d\r\n\ne,f\n", [(1, ["a", "b"]), (2, ["c", "d"]), (4, ["e", "f"])]),
    (' a , "b, c" \n', [(1, LooseQuote)]),
    (' a , "b, c"\n', [(1, ["a", "b, c"])]),
    ('a,"b\n\nc"\nd,e\n', [(1, ["a", "b\n\nc"]), (4, ["d", "e"])]),
    ('a,"say ""hello"""\n', [(1, ["a", 'say "hello"'])]),
    ('a,5" pipe\n', [(1, ["a", '5" pipe'])]),
    ("a,\x0bb\x85c\u2028d\n", [(1, ["a", "b\x85c\u2028d"])]),  # lines to Python, not to CSV
    ('a,"b\nc,d\ne,f\n', [(1, UnclosedQuote), (2, ["c", "d"]), (3, ["e", "f"])]),
    ('a,"b\nc,"d"\ne,"f"\n', [(1, UnclosedQuote), (2, ["c", "d"]), (3, ["e", "f"])]),
    ('a,"b"c\nd,e\n', [(1, LooseQuote), (2, ["d", "e"])]),
    ('a\0,b\n"c\0\n\0",d\ne\n', [(1, HoldsNul), (2, HoldsNul), (4, ["e"])]),
    (
        f"{LONG},b\n{LONG}x\n{LONG * 14}\nc\n",
        [(1, [LONG, "b"]), (2, CellTooLong), (3, CellTooLong), (4, ["c"])],
    ),
    (f'"{"x" * 9_000}\n{"x" * 9_000}"\nc\n', [(1, CellTooLong), (3, ["c"])]),
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_rows_begin_where_they_begin_and_a_broken_one_spoils_no_other(
    text: str, found: list[tuple[int, list[str] | type[UnreadableRow]]]
) -> None:
    assert rows(text) == found


def test_a_quote_left_open_far_above_the_end_is_told_as_one() -> None:
    found = rows('a,"b\n' + "c,d\n" * 100_000)
    assert found[0] == (1, UnclosedQuote)
    assert found[1:] == [(line, ["c", "d"]) for line in range(2, 100_002)]


def test_quotes_opened_on_every_line_do_not_have_the_file_read_again_for_each() -> None:
    begin = time.perf_counter()
    found = rows('",x","\n' * 50_000)
    assert time.perf_counter() - begin < 10  # seconds; without a bound it is hours
    assert {line for line, _ in found} <= set(range(1, 50_001))
    assert found[-1][1] is UnclosedQuote


@given(st.text(st.sampled_from('ab,;"\n\r \0')), st.sampled_from(",;\t"))
def test_every_line_belongs_to_one_row(text: str, delimiter: str) -> None:
    sheet = SheetText(text)
    lines = []
    while sheet.skip_blank():
        lines.append(sheet.line)
        try:
            cells = sheet.take(delimiter)
        except UnreadableRow:
            continue
        finally:
            assert sheet.line > lines[-1]
        assert cells
        assert not any("\0" in cell for cell in cells)
    assert lines == sorted(set(lines))


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=2),
        min_size=1,
    )
)
def test_what_is_quoted_as_it_should_be_comes_back(table: list[list[str]]) -> None:
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in table)
    assert [cells for _, cells in rows(text)] == [[cell.strip() for cell in row] for row in table]


SHOWN = [
    ("a,b\n", "a,b"),
    ("a\n\n  b\t c\r\n", "a b c"),
    ("x\x1b[31m\0", "x·[31m·"),
    ("x" * 121, "x" * 119 + "…"),
    ("x" * 120, "x" * 120),
]


@pytest.mark.parametrize(("text", "seen"), SHOWN)
def test_what_is_shown_is_one_short_line_that_steers_no_terminal(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text())
def test_anything_can_be_shown(text: str) -> None:
    assert shown(text).isprintable()
    assert len(shown(text, 7)) <= 7
