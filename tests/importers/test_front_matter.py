"""Fields before a text, as Obsidian, Jekyll and people write them."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.importers.markdown.front_matter import split
from workjournal.importers.texts import NotReadable

NONE: dict[str, Any] = {}
CASES = [
    ("---\ntitle: A\n---\ntext", {"title": "A"}, "text"),
    ("\ufeff---\ntitle: A\n--- \n\ntext\n", {"title": "A"}, "\ntext\n"),
    ("---\ntitle: A\n...\ntext", {"title": "A"}, "text"),
    ("---\ntitle: A\n---", {"title": "A"}, ""),
    ("---\n---\ntext", NONE, "text"),
    ("---\n\n---\ntext", NONE, "text"),
    ("no fields", NONE, "no fields"),
    ("", NONE, ""),
    ("text\n---\na: 1\n---\n", NONE, "text\n---\na: 1\n---\n"),
    ("---\na: 1\nnever closed", NONE, "---\na: 1\nnever closed"),
    ("---\nTwo lines across a page.\n---\ntext", NONE, "---\nTwo lines across a page.\n---\ntext"),
    ("---\n# only a comment\n---\ntext", NONE, "---\n# only a comment\n---\ntext"),
    ("----\na: 1\n----\n", NONE, "----\na: 1\n----\n"),
    ("---\n2024: x\n---\n", {"2024": "x"}, ""),
    # A tag with its sign and without quotation marks is a comment to YAML.
    ("---\ntags: #a #b\n---\n", {"tags": "#a #b"}, ""),
    ("---\ntags:\n  - #a\n  - b\n---\n", {"tags": ["#a", "b"]}, ""),
    ("---\nlink: [[Note]]\n---\n", {"link": [["Note"]]}, ""),
]


@pytest.mark.parametrize(("text", "fields", "rest"), CASES)
def test_fields_are_told_from_the_text(text: str, fields: dict[str, Any], rest: str) -> None:
    assert split(text) == (fields, rest)


VALUES = [
    ("10:30", "10:30"),  # YAML 1.1 took it for 630
    ("no", "no"),
    ("007", "007"),
    ("0x1F", "0x1F"),
    ("1_000", "1_000"),
    ("12", 12),
    ("-1.5", -1.5),
    ("true", True),
    ("~", None),
    ("2024-06-16", dt.date(2024, 6, 16)),
    ("2024-06-16 10:30:00", dt.datetime(2024, 6, 16, 10, 30)),  # noqa: DTZ001
    ("2024-06-16 10:30", "2024-06-16 10:30"),
    ("2024-13-45", "2024-13-45"),  # in no calendar
    ("2024-06-16 10:30:00 +99:00", "2024-06-16 10:30:00 +99:00"),
]


@pytest.mark.parametrize(("written", "value"), VALUES)
def test_what_people_write_stays_what_they_mean(written: str, value: Any) -> None:
    assert split(f"---\nx: {written}\n---\n")[0] == {"x": value}


@pytest.mark.parametrize(
    "head",
    [
        "a: b: c",
        "a: [",
        "title: {{title}}",
        "a: &x 1\nb: *x",
        "a: !!python/object:os.system x",
        "a: '",
        "a: " + "[" * 99,
    ],
)
def test_what_is_no_yaml_says_so(head: str) -> None:
    with pytest.raises(NotReadable):
        split(f"---\n{head}\n---\ntext")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="-\n:#[]{}'\"ab 1.", max_size=60))
def test_any_text_is_split_or_not_readable(text: str) -> None:
    whole = f"---\n{text}\n---\nbody"
    try:
        fields, rest = split(whole)
    except NotReadable:
        return
    assert whole.endswith(rest)
    assert all(isinstance(key, str) for key in fields)
