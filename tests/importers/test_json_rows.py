"""A large JSON object is read value by value, wherever the pieces that are read of it end."""

import io
import json
import time
import tracemalloc
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.importers.limits import TooMuch
from workjournal.importers.texts import NotReadable
from workjournal.importers.workjournal import rows
from workjournal.importers.workjournal.rows import values

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(max_size=4), PLAIN, max_size=4)


def whole(content: bytes) -> dict[str, Any]:
    """The object that the values are of."""
    found: dict[str, Any] = {}
    for each in values(io.BytesIO(content), "a.json"):
        if each.number:
            found.setdefault(each.key, []).append(each.value)
            assert len(found[each.key]) == each.number
        else:
            found[each.key] = each.value
    return found


@settings(max_examples=80, deadline=None)
@given(value=OBJECTS, piece=st.integers(1, 40), indent=st.sampled_from([None, 1, "\t"]), ascii_=st.booleans())
def test_it_is_the_object_that_json_reads(value: Any, piece: int, indent: Any, ascii_: bool) -> None:
    content = json.dumps(value, indent=indent, ensure_ascii=ascii_).encode()
    filled = {key: each for key, each in value.items() if each != []}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "_FIRST", piece)
        assert whole(content) == filled
    assert whole(b"\xef\xbb\xbf  " + content + b"\n ") == filled


@pytest.mark.parametrize(
    "content",
    [
        *(
            b"",
            b"   ",
            b"[]",
            b"null",
            b"{",
            b'{"a"',
            b'{"a":',
            b'{"a": 1',
            b'{"a": [',
            b'{"a": [1',
            b'{"a": [1,',
        ),
        *(
            b'{"a": 1,}',
            b'{"a": [1,]}',
            b'{"a" 1}',
            b"{1: 2}",
            b'{"a": 1} 2',
            b'{"a": 1 "b": 2}',
            b'{"a": tru}',
        ),
        *(
            b'{"a": "\xff"}',
            b'{"a": "x',
            b'{"a": "\n"}',
            b'{"a": ' + b"[" * 5000,
            b'{"a": ' + b"9" * 5000 + b"}",
        ),
        b'{"a": ' + b'{"b":' * 60 + b"1" + b"}" * 61,
    ],
)
def test_what_is_no_such_object_says_so(content: bytes) -> None:
    with pytest.raises(NotReadable):
        whole(content)


def test_infinite_numbers_are_none() -> None:
    assert whole(b'{"a": [NaN, -Infinity]}') == {"a": [None, None]}


def test_an_error_early_on_is_found_before_the_rest_is_read() -> None:
    file = io.BytesIO(b'{"a": [tru, ' + b'"x", ' * 1_000_000)
    with pytest.raises(NotReadable):
        list(values(file, "a.json"))
    assert file.tell() < 1_000_000


def test_a_value_that_never_ends_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "LARGEST_TEXT", 2_000_000)
    with pytest.raises(TooMuch):
        whole(b'{"a": "' + b"x" * 3_000_000)


def test_many_rows_take_no_memory_and_a_large_value_no_long_time() -> None:
    content = b'{"a": [' + b",".join(b'{"text": "%d"}' % number for number in range(20_000)) + b"]}"
    tracemalloc.start()
    assert sum(1 for _ in values(io.BytesIO(content), "a.json")) == 20_000
    assert tracemalloc.get_traced_memory()[1] < 2_500_000
    tracemalloc.stop()
    large = b'{"a": "' + b"x" * 20_000_000 + b'"}'
    before = time.process_time()
    assert len(whole(large)["a"]) == 20_000_000
    assert time.process_time() - before < 2
