"""Journals of any sort as the JSON they are exported as, for Hypothesis: a few rows of every table, whole and valid."""

import base64
import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from workjournal.domain.entity import SHARED_WITH, Base, Entity, one_line
from workjournal.domain.portable import Field, Form, fields, portable
from workjournal.domain.references import listings, references
from workjournal.journal.exporting.choice import OF_THINGS

Document = dict[str, Any]
Row = dict[str, Any]
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.text(_LETTERS, max_size=12)
WRITTEN = TEXTS.map(lambda text: f"x{text}")
"""Of one letter and more, as titles and the like must be."""
_NAMES = WRITTEN.map(one_line)
_RATINGS = st.integers(0, 20).map(lambda step: step * 5)
_DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)).map(dt.date.isoformat)
_MOMENTS = st.tuples(_DAYS, st.times()).map(lambda each: f"{each[0]}T{each[1].isoformat()}Z")
_IDS = st.integers(0, 2**128 - 1).map(lambda number: str(UUID(int=number)))
_FORMS: Mapping[Form, st.SearchStrategy[Any]] = {
    Form.ID: _IDS,
    Form.TEXT: TEXTS,
    Form.DAY: _DAYS,
    Form.TIME: st.times().map(dt.time.isoformat),
    Form.MOMENT: _MOMENTS,
    Form.COUNT: _RATINGS,
    Form.NUMBER: st.floats(-1e9, 1e9, allow_nan=False),
    Form.FLAG: st.booleans(),
    Form.AUDIENCES: st.sets(st.sampled_from([each.value for each in SHARED_WITH])).map(sorted),
}
_PROMPT = st.fixed_dictionaries({"key": st.just("why"), "text": WRITTEN, "part": st.just("other")})
_SPECIAL: Mapping[tuple[str, str], st.SearchStrategy[Any]] = {
    **{(table, "name"): _NAMES for table in ("tag", "skill", "person", "measure", "role_profile")},
    ("measure", "unit"): TEXTS.map(one_line),
    ("skill", "levels"): st.lists(_RATINGS, unique=True, max_size=3).map(
        lambda levels: [{"at": at, "text": "Can"} for at in sorted(levels)]
    ),
    ("own_method", "prompts"): st.lists(_PROMPT, min_size=1, max_size=2),
    ("reflection", "answers"): st.dictionaries(TEXTS, WRITTEN, min_size=1, max_size=2),
    ("reflection", "asked"): st.none() | _PROMPT.map(lambda each: {"name": "Mine", "prompts": [each]}),
    ("pack", "items"): st.lists(_IDS, max_size=2),
    ("goal", "rhythm_days"): st.just(7),
    ("credential", "expires"): st.none(),
    ("credential", "badge"): st.none() | st.just({"fields": [["Issuer", "The guild"]]}),
    ("check_in", "progress"): _RATINGS,
    ("pulse", "safety"): _RATINGS,
    ("intake", "source"): st.just("jrnl"),
    ("origin", "source"): st.just("jrnl"),
    ("preference", "key"): WRITTEN,
    ("draft", "fields"): st.dictionaries(TEXTS, TEXTS | st.integers(0, 9) | st.none(), max_size=2),
    ("intake", "troubles"): st.just([{"place": "a", "what": "b", "weight": "failed"}]),
    **{
        (table, "used_on"): st.none() | st.just({"episode": ["0" * 32]})
        for table in ("tag", "skill", "person")
    },
    ("origin", "unknown"): st.dictionaries(TEXTS, st.lists(TEXTS, max_size=1) | st.floats(-9, 9), max_size=2),
}
_NOT_EMPTY = {
    ("episode", "title"),
    ("goal", "title"),
    ("lesson", "text"),
    ("action", "text"),
    ("credential", "name"),
}
_NOT_EMPTY |= {("own_method", "name"), ("marked_change", "text")}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A whole journal; what its rows refer to is in it."""
    document: Document = {"format": "workjournal", "version": 1, "choice": {"whole": True}}
    seen: set[Any] = set()
    for noun in portable():
        document[noun.__tablename__] = list(_rows(draw, noun, document, seen))
    return document


def _rows(draw: st.DrawFn, noun: type[Base], document: Document, seen: set[Any]) -> Iterator[Row]:
    about = list(_things(document)) if noun.__tablename__ in OF_THINGS else []
    for _ in range(draw(st.integers(0, 2))):
        row = {
            each.name: draw(_strategy(noun, each)) for each in fields(noun) if each.form is not Form.CONTENT
        }
        targets = {link.column.name: link for link in references(noun)}
        for name, link in targets.items():
            ids = [each["id"] for each in document[link.target.__tablename__]]
            if not ids and not link.column.nullable:
                return
            row[name] = draw(st.sampled_from([None] * bool(link.column.nullable) + ids))
        if "thing_id" in row:
            if not about:
                return
            row |= _about(draw(st.sampled_from(about)), row)
        row |= {each.key: _listed(draw, document, each.target.__tablename__) for each in listings(noun)}
        row |= _CONTENTS.get(noun.__tablename__, _nothing)(draw)
        marks = set(_marks(noun, row))
        if not marks & seen:
            seen |= marks
            yield row


def _marks(noun: type[Base], row: Row) -> Iterator[Any]:
    """What no other row may have too: the id of whatever thing, the name of a label."""
    table = noun.__tablename__
    yield (
        row["id"]
        if "id" in row
        else (table, *(row[each.name] for each in fields(noun) if each.column.primary_key))
    )
    if table in {"tag", "skill", "person"}:
        yield table, row["name"]


def _things(document: Document) -> Iterator[tuple[type[Base], str]]:
    for noun in portable():
        if issubclass(noun, Entity) and noun.TEXTS:
            for row in document.get(noun.__tablename__, ()):
                yield noun, row["id"]


def _about(thing: tuple[type[Base], str], row: Row) -> Row:
    noun, thing_id = thing
    assert issubclass(noun, Entity)
    field = {"field": noun.TEXTS[0]} if "field" in row else {}
    return {"thing_id": thing_id, **({"thing": noun.__tablename__} if "thing" in row else {}), **field}


def _listed(draw: st.DrawFn, document: Document, table: str) -> list[str]:
    ids = sorted(row["id"] for row in document[table])
    return sorted(draw(st.lists(st.sampled_from(ids), unique=True))) if ids else []


@cache
def _strategy(noun: type[Base], field: Field) -> st.SearchStrategy[Any]:
    special = _SPECIAL.get((noun.__tablename__, field.name))
    if special is not None:
        return special
    if (noun.__tablename__, field.name) in _NOT_EMPTY:
        return WRITTEN
    if field.form is Form.CHOICE:
        plain: st.SearchStrategy[Any] = st.sampled_from(field.choices)
    elif field.form is Form.VALUE:
        plain = st.lists(TEXTS, max_size=2) if field.shape == list[str] else st.just({})
    else:
        plain = _FORMS[field.form]
    return st.none() | plain if field.optional else plain


def _nothing(_draw: st.DrawFn) -> Row:
    return {}


def _attachment(draw: st.DrawFn) -> Row:
    return _bytes(draw(st.binary(max_size=9)))


def _credential(draw: st.DrawFn) -> Row:
    content = draw(st.none() | st.binary(max_size=9))
    if content is None:
        return {"file_name": "", "media_type": "", "size": 0, "sha256": "", "content": None}
    return _bytes(content)


def _pack(draw: st.DrawFn) -> Row:
    content = draw(st.none() | st.binary(min_size=1, max_size=9))
    return {"pdf": None if content is None else _bytes(content)["content"]}


def _bytes(content: bytes) -> Row:
    digest = hashlib.sha256(content).hexdigest()
    return {
        "size": len(content),
        "sha256": digest,
        "content": {"base64": base64.b64encode(content).decode()},
    }


_CONTENTS: Mapping[str, Callable[[st.DrawFn], Row]] = {
    "attachment": _attachment,
    "credential": _credential,
    "pack": _pack,
}
