"""What JSON within a row must be like so that the journal can be read with it: whoever wrote the file may have erred."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from workjournal.domain.attachment import MOST
from workjournal.domain.entity import Base
from workjournal.domain.intake import Intake
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.methods.method import Prompt, prompt_from
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack, Paper
from workjournal.domain.portable import is_of_vault
from workjournal.domain.reflection import Reflection
from workjournal.domain.skill_record import Credential
from workjournal.domain.spacing import FEWEST_A_DAY, HIGHEST_A_DAY, check_retention
from workjournal.errors import JournalError
from workjournal.importers.item import Weight
from workjournal.journal import preferences

Row = Mapping[str, Any]
FAULTS = (ValueError, TypeError, KeyError, AttributeError, OverflowError, JournalError)
"""What these raise for a value of another form."""


def check_shape(noun: type[Base], row: Row) -> None:
    """Raises: one of FAULTS where something in the row's JSON has not the form that its readers rely on."""
    check = _SHAPES.get(noun)
    if check is not None:
        check(row)


def is_usable(key: str, value: str) -> bool:
    """Whether a preference is one of the journal itself and can be read; one that nobody knows, nobody reads."""
    if is_of_vault(key):
        return False
    try:
        return not value or _PREFERENCES.get(key, bool)(value) is not False
    except FAULTS:
        return False


def _need(*holds: bool) -> None:
    if not all(holds):
        raise TypeError


def _prompts(kept: Iterable[Any]) -> None:
    for each in kept:
        prompt = prompt_from(each)
        texts = (getattr(prompt, name) for name in Prompt.__dataclass_fields__ if name != "commits")
        _need(isinstance(prompt.commits, bool), *(isinstance(text, str) for text in texts))


def _asked(row: Row) -> None:
    if row["asked"] is not None:
        _need(isinstance(row["asked"]["name"], str))
        _prompts(row["asked"]["prompts"])


def _used_on(row: Row) -> None:
    for ids in (row["used_on"] or {}).values():
        _need(isinstance(ids, list))
        for each in ids:
            UUID(each)


def _items(row: Row) -> None:
    for each in row["items"]:
        UUID(each)


def _badge(row: Row) -> None:
    for label, text in (row["badge"] or {}).get("fields") or ():
        _need(isinstance(label, str), isinstance(text, str))


def _troubles(row: Row) -> None:
    for each in row["troubles"]:
        _need(isinstance(each["place"], str), isinstance(each["what"], str))
        Weight(each["weight"])


_SHAPES: Mapping[type[Base], Callable[[Row], None]] = {
    OwnMethod: lambda row: _prompts(row["prompts"]),
    Reflection: _asked,
    Tag: _used_on,
    Person: _used_on,
    Skill: _used_on,
    Pack: _items,
    Credential: _badge,
    Intake: _troubles,
}


def _texts(value: str) -> None:
    _need(*(isinstance(each, str) for each in _list(value)))


def _list(value: str) -> list[Any]:
    found = json.loads(value)
    _need(isinstance(found, list))
    return list(found)


def _searches(value: str) -> None:
    for name, query in _list(value):
        _need(isinstance(name, str), isinstance(query, str))


def _named(*names: str) -> Callable[[str], None]:
    def check(value: str) -> None:
        for each in _list(value):
            _need(*(isinstance(each[name], str) for name in names))

    return check


def _charts(value: str) -> None:
    found = json.loads(value)
    _need(*(isinstance(each, str) for each in (*found["shown"], *found["away"])))


_PREFERENCES: Mapping[str, Callable[[str], object]] = {
    preferences.RETENTION: lambda value: check_retention(int(value)),
    preferences.LESSONS_A_DAY: lambda value: FEWEST_A_DAY <= int(value) <= HIGHEST_A_DAY,
    preferences.LARGEST_ATTACHMENT: lambda value: 0 < int(value) <= MOST,
    preferences.PAPER: Paper,
    preferences.PACK_CHARTS: _texts,
    preferences.GROWTH_CHARTS: _charts,
    preferences.SAVED_SEARCHES: _searches,
    preferences.TEMPLATES: _named("name", "text"),
    preferences.REDACTIONS: _named("words", "instead"),
    preferences.SPELLING: _texts,
    preferences.OWN_WORDS: _texts,
}
"""Those that are more than a word, and how each is read."""
