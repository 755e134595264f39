"""A JSON object or array out of a file or standard input: what is wrong with it is told with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workjournal.cli.opening import STANDARD_INPUT, Opening
from workjournal.errors import JournalError


class FileUnreadable(JournalError):
    """The file {file} cannot be read: {reason}."""


class NotJson(JournalError):
    """{file}, line {line}, column {column}: this is not JSON ({reason})."""


class NotAnObject(JournalError):
    """{file}: this is {found}, not an object such as {example}."""


class NotAnArray(JournalError):
    """{file}: this is {found}, not an array such as {example}."""


class GivenTwice(JournalError):
    """{file}, "{key}": it is there more than once."""


class NotSuchAValue(JournalError):
    """{file}, {place}: this is {found}, not {wanted}."""


class NotWriting(JournalError):
    """{file}, {place}: this text holds a character that no text has."""


_NAMES = {dict: "an object", list: "an array", str: "a text", bool: "true or false", type(None): "null"}


class Repeated(dict[str, Any]):
    """An object in which a key is there more than once; `key` is the first of them."""

    key = ""


def read_object(opening: Opening, word: str, example: str) -> tuple[str, dict[str, Any]]:
    """How the source is called, and the object in it; "-" is standard input.

    Raises:
        FileUnreadable, NotJson, NotAnObject, GivenTwice, NoStandardInput, NotText
    """
    file, text = _read(opening, word)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = _noted(pairs)
        if isinstance(found, Repeated):
            raise GivenTwice(file=file, key=found.key)
        return found

    content = _parsed(file, text, once)
    if not isinstance(content, dict):
        raise NotAnObject(file=file, found=_name(content), example=example)
    return file, content


def read_array(opening: Opening, word: str, example: str) -> tuple[str, list[Any]]:
    """The same for an array. What is wrong with one of its values is for the caller to tell, with its place.

    Raises:
        FileUnreadable, NotJson, NotAnArray, NoStandardInput, NotText
    """
    file, text = _read(opening, word)
    content = _parsed(file, text, _noted)
    if not isinstance(content, list):
        raise NotAnArray(file=file, found=_name(content), example=example)
    return file, content


def _noted(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, one that names the key where a key came back."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            repeated = Repeated(pairs)
            repeated.key = key
            return repeated
        found[key] = value
    return found


def _parsed(file: str, text: str, pairs: Callable[[list[tuple[str, Any]]], dict[str, Any]]) -> Any:
    try:
        return json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        raise NotJson(file=file, line=error.lineno, column=error.colno, reason=reason) from error
    except (RecursionError, ValueError) as error:  # a number of too many digits is a ValueError
        raise NotJson(file=file, line=1, column=1, reason="too deep, or a number too long") from error


def text_of(value: object, file: str, place: str) -> str:
    """The value, if it is a text that can be kept.

    Raises:
        NotSuchAValue, NotWriting
    """
    if not isinstance(value, str):
        raise NotSuchAValue(file=file, place=place, found=_name(value), wanted="a text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise NotWriting(file=file, place=place) from error
    if "\0" in value:
        raise NotWriting(file=file, place=place)
    return value


def need(kind: type, value: object, file: str, place: str) -> None:
    """Raises: NotSuchAValue for a value of another kind."""
    if not isinstance(value, kind):
        raise NotSuchAValue(file=file, place=place, found=_name(value), wanted=_NAMES[kind])


def _read(opening: Opening, word: str) -> tuple[str, str]:
    if word == STANDARD_INPUT:
        return "standard input", opening.text(word, "the file")
    path = Path(word).expanduser()
    try:
        return str(path), path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FileUnreadable(file=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise FileUnreadable(file=path, reason=f"byte {error.start + 1} is no UTF-8 text") from error
    except ValueError as error:  # a name with NUL in it
        raise FileUnreadable(file=path, reason="it has no such name") from error


def _name(value: object) -> str:
    return "an object" if isinstance(value, dict) else _NAMES.get(type(value), "a number")
