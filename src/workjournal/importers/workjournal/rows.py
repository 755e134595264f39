"""A large JSON object of lists, value by value, so that no more of it is in memory than one value."""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from workjournal.importers.limits import LARGEST_TEXT, MEGABYTE, TooMuch
from workjournal.importers.texts import NotReadable, check_size

_FIRST, _MOST = 256 * 1024, 16 * MEGABYTE
"""Bytes that are read at once: each time a value is still not whole, twice as many."""
_NEAR_END = 16
"""Letters. What is wrong that near to the end of what was read, may be whole with what follows."""
_MAY_GO_ON = re.compile(r"|\.|[eE][+-]?")
"""After a number, the rest of what was read: "1" may be 12, 1.5 or 1e+3."""
_BLANKS = " \t\n\r"


@dataclass(frozen=True)
class Value:
    """One value of the object: under which key, and its number in the list there (from 1), or 0 where there is none."""

    key: str
    number: int
    value: Any


def values(file: BinaryIO, name: str) -> Iterator[Value]:
    """Every value of the object in a file, those of a list one by one; nothing else about it is looked at.

    Raises:
        NotReadable: it is no such object, or damaged; what came before is no less true.
        TooMuch: a single value is too large.
    """
    text = _Text(file, name)
    text.expect("{")
    more = text.begins("}")
    while more:
        key = text.value()
        if not isinstance(key, str):
            raise NotReadable("a name in it is no text")
        text.expect(":")
        if text.peek() == "[":
            yield from _listed(text, key)
        else:
            yield Value(key, 0, text.value())
        more = text.goes_on("}")
    text.end()


def _listed(text: "_Text", key: str) -> Iterator[Value]:
    text.expect("[")
    number, more = 0, text.begins("]")
    while more:
        number += 1
        yield Value(key, number, text.value())
        more = text.goes_on("]")


def _check(value: Any) -> None:
    """See that a value is not too deep or large; most are rows of nothing but texts and numbers."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    nested = [each for each in inner if isinstance(each, dict | list)]
    if nested:
        check_size(nested)


class _Text:
    """A text of which a piece is in memory."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._json = json.JSONDecoder(parse_constant=lambda _name: None)
        self._text, self._at, self._ended = "", 0, False

    def peek(self) -> str:
        """The next sign that is no blank; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANKS:
                self._at += 1
            if self._at < len(self._text) or not self._read(_FIRST):
                return self._text[self._at : self._at + 1]

    def expect(self, sign: str) -> None:
        """Go past a sign that must be next."""
        if self.peek() != sign:
            raise NotReadable("it is not valid JSON" if self.peek() else "it is cut off")
        self._at += 1

    def begins(self, end: str) -> bool:
        """Whether there is a value before the end; else go past that."""
        if self.peek() != end:
            return True
        self._at += 1
        return False

    def goes_on(self, end: str) -> bool:
        """Whether a comma says that another value follows; go past it, or past the end that must be there."""
        if self.peek() == ",":
            self._at += 1
            return True
        self.expect(end)
        return False

    def end(self) -> None:
        """See that nothing follows."""
        if self.peek():
            raise NotReadable("something follows where it should end")

    def value(self) -> Any:
        """The next value, however many times more has to be read for it."""
        self.peek()
        size = _FIRST
        while True:
            value, end = self._tried()
            if end:
                self._at = end
                _check(value)
                return value
            self._read(size)
            size = min(2 * size, _MOST)

    def _tried(self) -> tuple[Any, int]:
        """The value at this place and where it ends; 0 where it may go on in what was not read yet."""
        try:
            value, end = self._json.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            near = error.pos >= len(self._text) - _NEAR_END or error.msg.startswith("Unterminated")
            if self._ended or not near:
                raise NotReadable("it is cut off" if near else "it is not valid JSON") from None
            return None, 0
        except (ValueError, RecursionError):  # a number of thousands of digits; lists in lists in lists
            raise NotReadable("it is not valid JSON") from None
        return value, end if self._ended or not _MAY_GO_ON.fullmatch(self._text, end) else 0

    def _read(self, size: int) -> bool:
        """Read on; whether there was anything."""
        content = self._file.read(size)
        self._ended = not content
        try:
            more = self._decode(content, self._ended)
        except UnicodeDecodeError:
            raise NotReadable("it is no UTF-8 text") from None
        self._text, self._at = self._text[self._at :] + more, 0
        if len(self._text) > LARGEST_TEXT:
            raise TooMuch(
                name=self._name, what=f"one value in it is larger than {LARGEST_TEXT // MEGABYTE} MB"
            )
        return not self._ended
