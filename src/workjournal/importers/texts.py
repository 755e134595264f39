"""Texts out of files, and values out of texts, by parsers that make nothing but plain values."""

import codecs
import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from workjournal.importers.limits import DEEPEST, MOST_NODES

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REPLACED = "�"
LARGEST_NUMBER = 2**63
"""From here on a figure is kept as a text: not every reader of JSON knows larger ones."""
_LONGEST_NUMBER = 10_000
"""Bits; Python writes no longer ones with figures from 0 to 9."""
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


class NotReadable(ValueError):
    """Why a text is not what it should be, as the end of a sentence."""


def decoded(content: bytes) -> str:
    """A text by its mark, else as UTF-8, else as Windows wrote it in the west; line ends become those of Unix.

    A NUL, which no text of the journal may have, becomes the sign for what cannot be read.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return cleaned(text)


def cleaned(text: str) -> str:
    """Line ends as on Unix; NULs and halves of surrogate pairs, which no text may have, as the sign for them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", _REPLACED)
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def from_json(text: str) -> Any:
    """The value of a JSON text.

    Raises:
        NotReadable: also where it is nested too deep or has too many values.
    """
    _check_signs(text)
    try:
        value = json.loads(text, parse_constant=lambda _name: None)
    except (ValueError, RecursionError) as error:
        where = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise NotReadable(f"it is not valid JSON{where}") from None
    check_size(value)
    return value


def from_yaml(text: str) -> Any:
    """The value of a YAML text; tags that Python 2 wrote are read as the texts they are, no other tag makes anything.

    Raises:
        NotReadable: also for what is nested too deep, or repeats itself by references (a bomb).
    """
    from workjournal.importers.safe_yaml import BadYaml, load

    try:
        value = load(text)
    except BadYaml as error:
        raise NotReadable(str(error)) from None
    check_size(value)
    return value


def _check_signs(text: str) -> None:
    """See that there are not too many values, before any is made: "[]," is three letters and takes twenty times that."""
    signs = text.count(",") + text.count("[") + text.count("{")
    if signs > MOST_NODES:
        bare = _STRING.sub("", text)
        signs = bare.count(",") + bare.count("[") + bare.count("{")
    if signs > MOST_NODES:
        raise NotReadable(f"it has more than {MOST_NODES} values")


def check_size(value: Any) -> None:
    """See that a parsed value is no deeper and larger than a person's notes are.

    Raises:
        NotReadable
    """
    waiting: list[Iterator[Any]] = [iter((value,))]
    seen = 0
    while waiting:
        for each in waiting[-1]:
            seen += 1
            if seen > MOST_NODES:
                raise NotReadable(f"it has more than {MOST_NODES} values")
            if isinstance(each, dict | list):
                if len(waiting) > DEEPEST:
                    raise NotReadable(f"it is nested more than {DEEPEST} deep")
                waiting.append(iter(each.values() if isinstance(each, dict) else each))
                break
        else:
            waiting.pop()


def plain(value: Any) -> Any:
    """The same as JSON can have it: days and times as ISO 8601, what has no other form as its text."""
    if isinstance(value, dict):
        return {cleaned(str(key)): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return (
            value if abs(value) < LARGEST_NUMBER else _written(value)
        )  # not so an infinite one, or none at all
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else cleaned(str(value))


def _written(number: float) -> str:
    if isinstance(number, int) and number.bit_length() > _LONGEST_NUMBER:
        return hex(number)
    return str(number)
