"""Whatever a journal holds comes back the same; whatever a file holds breaks nothing."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples import Examples
from journal.journal_documents import Document, documents
from row_examples import bring, bring_value, empty, export, told
from workjournal.errors import JournalError
from workjournal.exporters import journal_schema
from workjournal.journal.journal import Journal

QUICK = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
SCHEMA = jsonschema.Draft202012Validator(journal_schema.schema())
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


def in_order(document: Document) -> dict[str, Any]:
    """Its tables, each in the order of its rows' keys."""
    return {
        table: sorted(listed, key=json.dumps)
        for table, listed in document.items()
        if isinstance(listed, list)
    }


@settings(QUICK, max_examples=25)
@given(document=documents())
def test_the_round_trip_is_the_identity(journal: Journal, tmp_path: Path, document: Document) -> None:
    empty(journal)
    SCHEMA.validate(document)
    came = bring_value(journal, tmp_path / "a.json", document)
    assert not came.troubles
    assert not came.failed
    after = told(journal, tmp_path / "b.json")
    assert in_order(after) == in_order(document)


def read_again(journal: Journal) -> None:
    """What came in wrong would fail here, long after."""
    for reflection in journal.reflections.newest():
        journal.methods.asked(reflection)
    for method in journal.methods.own():
        method.as_method()
    for key in ("goals", "lessons", "people", "skills", "measures", "profiles"):
        getattr(journal, key).all()
    journal.recalls.retention()
    journal.search.saved()


@pytest.fixture
def sample(journal: Journal, one: Examples, tmp_path: Path) -> bytes:
    export(journal, tmp_path / "sample.json")
    return (tmp_path / "sample.json").read_bytes()


@settings(QUICK, max_examples=25)
@given(data=st.data())
def test_bytes_that_were_changed_break_nothing(
    journal: Journal, sample: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    empty(journal)
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(sample))] * 2)))
    between = data.draw(
        st.sampled_from([b"", sample[first:last][:2000] * 2, b"\xff", b"[" * 3000, b"null", b"9" * 5000])
    )
    (tmp_path / "a.json").write_bytes(sample[:first] + between + sample[last:])
    try:
        bring(journal, tmp_path / "a.json")
    except JournalError:
        return
    told(journal, tmp_path / "b.json")


@settings(QUICK, max_examples=30)
@given(data=st.data())
def test_values_that_were_exchanged_break_nothing(
    journal: Journal, sample: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    empty(journal)
    value = json.loads(sample)
    tables = sorted(table for table, listed in value.items() if isinstance(listed, list) and listed)
    for table in data.draw(st.lists(st.sampled_from(tables), min_size=1, max_size=4)):
        row = data.draw(st.sampled_from(value[table]))
        field = data.draw(st.sampled_from(sorted(row)))
        row[field] = data.draw(ANYTHING | st.sampled_from(["", "0", [], {}, [[]], [{}], {"fields": 1}]))
    came = bring_value(journal, tmp_path / "a.json", value)
    assert came.imported + came.skipped + came.failed >= came.found
    told(journal, tmp_path / "b.json")
    read_again(journal)
