"""The text of a CSV file, taken row by row: quoted cells may go over several lines, and a broken quote spoils one line."""

import codecs
import csv
import io
from collections.abc import Iterator

from workjournal.errors import JournalError

MOST_LETTERS = 10_000
"""What one cell may hold, where nothing else is said."""
_ROW_LETTERS = 100_000
"""So far a row is followed over its lines, lest each quote that is never closed has the rest of the file read.

It is less than csv's own limit of a cell, so that an open quote is not taken for a long cell.
"""
_WASTED_LETTERS = 20_000_000
"""So much may be read in vain after quotes that turn out broken (well under a second); then a row is one line."""
_SHOWN = 120


class NotUnicode(JournalError):
    """The file is not text in UTF-8: byte {byte}, on line {line}, does not fit. In the spreadsheet, save it as “CSV UTF-8”, and import that."""


class UnreadableRow(JournalError):
    """The row cannot be read."""


class UnclosedQuote(UnreadableRow):
    """A quotation mark is opened here that is not closed."""


class LooseQuote(UnreadableRow):
    """Something follows a closing quotation mark. One that belongs to the text is written twice."""


class CellTooLong(UnreadableRow):
    """A cell has more than {most:,} characters."""


class HoldsNul(UnreadableRow):
    """The row holds the character NUL, which no text has. In the spreadsheet, save it as “CSV UTF-8”, and import that."""


def decode(content: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte order mark, or in UTF-16 with one.

    Raises:
        NotUnicode: tells the first byte that does not fit, counted from 1, and its line.
    """
    mark, encoding = b"", "utf-8"
    if content.startswith(codecs.BOM_UTF8):
        mark = codecs.BOM_UTF8
    elif content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):  # the first looks like UTF-16's
        raise NotUnicode(byte=1, line=1)
    elif content.startswith(codecs.BOM_UTF16_LE):
        mark, encoding = codecs.BOM_UTF16_LE, "utf-16-le"
    elif content.startswith(codecs.BOM_UTF16_BE):
        mark, encoding = codecs.BOM_UTF16_BE, "utf-16-be"
    try:
        return content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = content[len(mark) : len(mark) + error.start].decode(encoding)
        line = len(_lines(f"{before}?"))
        raise NotUnicode(byte=len(mark) + error.start + 1, line=line) from None


def shown(text: str, most: int = _SHOWN) -> str:
    """A text of the file on one line and not too long, with nothing in it that steers a terminal."""
    one_line = " ".join(text[: most * 4].split())
    printable = one_line
    if not printable.isprintable():
        printable = "".join(letter if letter.isprintable() else "·" for letter in one_line)
    return printable if len(printable) <= most else f"{printable[: most - 1]}…"


class SheetText:
    """Lines of which rows are taken; `line` is the one that comes next, from 1.

    A cell may hold `most_letters`; where that is more than csv's own limit (131,072), its limit must be raised as well.
    """

    def __init__(self, text: str, most_letters: int = MOST_LETTERS) -> None:
        self.line = 1
        self._most_letters, self._row_letters = most_letters, max(_ROW_LETTERS, most_letters)
        self._lines = _lines(text)
        self._patience = _WASTED_LETTERS

    def skip_blank(self) -> bool:
        """Go to the next line that has something on it. False where there is none."""
        while self.line <= len(self._lines):
            if not self._lines[self.line - 1].isspace():
                return True
            self.line += 1
        return False

    def take(self, delimiter: str) -> list[str]:
        """The cells of the next row, without spaces around them. After a broken one it goes on with the line below.

        Raises:
            UnreadableRow: UnclosedQuote, LooseQuote, CellTooLong or HoldsNul.
        """
        begin = self.line
        reader = csv.reader(self._fed(), delimiter=delimiter, strict=True, skipinitialspace=True)
        try:
            cells = next(reader)
        except csv.Error as error:
            self.line = begin + 1
            self._patience -= sum(map(len, self._lines[begin - 1 : begin - 1 + reader.line_num]))
            raise self._cause(error, reader.line_num) from None
        self.line = begin + reader.line_num
        if any(len(cell) > self._most_letters for cell in cells):
            raise CellTooLong(most=self._most_letters)
        if any("\0" in cell for cell in cells):
            raise HoldsNul
        return [cell.strip() for cell in cells]

    def since(self, line: int) -> str:
        """The lines from that one up to the next row, as they are shown."""
        return shown("".join(self._lines[line - 1 : self.line - 1]))

    def _fed(self) -> Iterator[str]:
        """The lines from here on: the first in any case, those below it as far as a row is followed."""
        letters = min(self._row_letters, self._patience)
        for place in range(self.line - 1, len(self._lines)):
            yield self._lines[place]
            letters -= len(self._lines[place])
            if letters <= 0:
                return

    def _cause(self, error: csv.Error, lines: int) -> UnreadableRow:
        # csv has one kind of error and tells the cause in its message alone.
        if "field limit" in str(error):
            return CellTooLong(most=self._most_letters)
        # A quote that seems to close on a later line, with something behind it, opens there: the first was left open.
        return LooseQuote() if lines == 1 and "expected after" in str(error) else UnclosedQuote()


def _lines(text: str) -> list[str]:
    r"""The lines with their ends: \n, \r\n or \r, as csv takes them, and none of Unicode's others."""
    return io.StringIO(text, newline="").readlines()
