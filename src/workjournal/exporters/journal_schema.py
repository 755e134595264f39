"""The JSON Schema (2020-12) of an exported journal, generated from the mapped classes.

docs/journal-export.schema.json is what `schema()` gives, and so is the copy in each exported archive.
"""

import json
from typing import Any, get_args, get_origin

from workjournal.domain.entity import SHARED_WITH, Base
from workjournal.domain.portable import FORMAT, VERSION, Field, Form, fields, portable
from workjournal.domain.references import listings, references

NAME = "journal-export.schema.json"
Schema = dict[str, Any]
_ID = {"$ref": "#/$defs/id"}
_FORMS: dict[Form, Schema] = {
    Form.ID: _ID,
    Form.TEXT: {"type": "string"},
    Form.DAY: {"type": "string", "format": "date"},
    Form.TIME: {"type": "string", "pattern": r"^\d\d:\d\d:\d\d(\.\d{6})?$"},
    Form.MOMENT: {"$ref": "#/$defs/moment"},
    Form.COUNT: {"type": "integer"},
    Form.NUMBER: {"type": "number"},
    Form.FLAG: {"type": "boolean"},
    Form.AUDIENCES: {"$ref": "#/$defs/audiences"},
    Form.CONTENT: {"$ref": "#/$defs/content"},
}
_DEFS: dict[str, Schema] = {
    "id": {
        "description": "A UUID; those made by Workjournal are of version 7 and sort by time.",
        "type": "string",
        "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    },
    "moment": {
        "description": "An instant in UTC.",
        "type": "string",
        "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$",
    },
    "audiences": {
        "description": "For whom it was ticked.",
        "type": "array",
        "items": {"enum": [each.value for each in SHARED_WITH]},
        "uniqueItems": True,
    },
    "content": {
        "description": "The bytes of a file: in a file beside this one, or here.",
        "oneOf": [
            {
                "type": "object",
                "properties": {"file": {"description": "Its path in the archive.", "type": "string"}},
                "required": ["file"],
                "additionalProperties": False,
            },
            {
                "type": "object",
                "properties": {"base64": {"type": "string", "contentEncoding": "base64"}},
                "required": ["base64"],
                "additionalProperties": False,
            },
        ],
    },
}
_CHOICE: Schema = {
    "description": "What of the journal it is. In one that is not whole, ids may name what is not in it.",
    "type": "object",
    "properties": {
        "whole": {"type": "boolean"},
        "start": {"type": ["string", "null"], "format": "date"},
        "end": {"type": ["string", "null"], "format": "date"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "audience": {"enum": [*(each.value for each in SHARED_WITH), None]},
        "ids": {"type": "array", "items": _ID},
        "attachments": {"type": "boolean"},
        "drafts": {"type": "boolean"},
    },
    "required": ["whole"],
}


def schema() -> Schema:
    """Of the whole file."""
    nouns = [noun.__tablename__ for noun in portable()]
    tables = {name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in nouns}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A journal, exported by Workjournal",
        "description": "Tables with their rows, each after those it refers to. Binary content is beside it or inside.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"description": "Of this format.", "const": VERSION},
            "exported_at": {"$ref": "#/$defs/moment"},
            "choice": _CHOICE,
            **tables,
        },
        "required": ["format", "version"],
        "additionalProperties": False,
        "$defs": {**_DEFS, **{noun.__tablename__: _row(noun) for noun in portable()}},
    }


def written() -> str:
    """The same as a text."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _row(noun: type[Base]) -> Schema:
    every = fields(noun)
    targets = {each.column.name: each.target.__tablename__ for each in references(noun)}
    lists = {
        each.key: {
            "description": f"Ids of {each.target.__tablename__} rows.",
            "type": "array",
            "items": _ID,
            "uniqueItems": True,
        }
        for each in listings(noun)
    }
    return {
        "description": " ".join((noun.__doc__ or "").split()).replace("`", ""),
        "type": "object",
        "properties": {**{each.name: _value(each, targets.get(each.name)) for each in every}, **lists},
        "required": [each.name for each in every if each.needed and each.form is not Form.CONTENT],
        "additionalProperties": False,
    }


def _value(field: Field, target: str | None) -> Schema:
    if field.form is Form.CHOICE:
        return {"enum": [*field.choices, *([None] if field.optional else ())]}
    form = _shape(field.shape) if field.form is Form.VALUE else _FORMS[field.form]
    if field.optional or field.form is Form.CONTENT:
        form = (
            {**form, "type": [form["type"], "null"]}
            if "type" in form
            else {"oneOf": [form, {"type": "null"}]}
        )
    return {"description": f"The id of a row of {target}.", **form} if target else form


def _shape(kind: Any) -> Schema:
    """Of a value that is JSON in the journal, too: list[str], dict[str, Any] and so on."""
    if kind is str:
        return {"type": "string"}
    inner = get_args(kind)
    if get_origin(kind) is list:
        return {"type": "array", "items": _shape(inner[0])}
    return {"type": "object", **({"additionalProperties": {"type": "string"}} if inner[1] is str else {})}
