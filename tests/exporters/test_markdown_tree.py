"""Markdown becomes plain nodes; whatever is typed, its words are all there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.exporters.markdown_tree import Node, plain, tree


def text(words: str) -> Node:
    return {"is": "text", "text": words}


def paragraph(*inside: Node) -> Node:
    return {"is": "paragraph", "inside": list(inside)}


@pytest.mark.parametrize(
    ("markdown", "nodes"),
    [
        ("", []),
        ("one\ntwo", [paragraph(text("one"), text(" "), text("two"))]),
        ("one  \ntwo", [paragraph(text("one"), {"is": "break"}, text("two"))]),
        (
            "a **b** `c`",
            [
                paragraph(
                    text("a "),
                    {"is": "strong", "inside": [text("b")]},
                    text(" "),
                    {"is": "code", "text": "c"},
                )
            ],
        ),
        ("*e*", [paragraph({"is": "emph", "inside": [text("e")]})]),
        ("## Head", [paragraph({"is": "strong", "inside": [text("Head")]})]),
        (
            "- a\n- b",
            [{"is": "bullets", "items": [[paragraph(text("a"))], [paragraph(text("b"))]], "short": True}],
        ),
        ("7. a", [{"is": "numbers", "start": 7, "items": [[paragraph(text("a"))]], "short": True}]),
        ("> q", [{"is": "quote", "inside": [paragraph(text("q"))]}]),
        ("```py\nx = 1\n```", [{"is": "code-block", "text": "x = 1"}]),
        ("***", [{"is": "rule"}]),
        ("[shown](https://hidden.example)", [paragraph(text("shown"))]),
        ("![shown](https://hidden.example)", [paragraph(text("shown"))]),
        ("<b>x</b>", [paragraph(text("<b>x</b>"))]),
        ("[a]: https://kept.example", [paragraph(text("[a]: https://kept.example"))]),
    ],
)
def test_nodes(markdown: str, nodes: list[Node]) -> None:
    assert tree(markdown) == nodes


def test_too_deep_nesting_comes_as_it_was_typed() -> None:
    assert plain("> " * 25 + "deep") == "> " * 25 + "deep"
    assert plain("*" * 200 + "a" + "*" * 200).count("a") == 1
    assert plain("- " * 5 + "deep") == "deep"


def test_plain_keeps_the_numbers_a_reader_sees() -> None:
    assert plain("3. a\n3. b\n\n> c\n\n- d") == "3. a\n4. b\nc\nd"


@given(st.lists(st.text("abcdefg", min_size=1, max_size=8), max_size=12), st.data())
def test_no_letter_is_lost(words: list[str], data: st.DataObject) -> None:
    between = st.text(" \n*_#>-+.1\t", min_size=1, max_size=6)
    typed = "".join(data.draw(between) + word for word in words)
    assert re.findall("[a-g]", plain(typed)) == re.findall("[a-g]", typed)


@pytest.mark.parametrize(
    ("markdown", "leads", "short"),
    [
        ("Two:\n\n- a\n- b", True, True),
        ("Two:\n\n1. a", True, True),
        ("x " * 151 + "\n\n- a", False, True),
        ("Two\\\n" * 9 + "lines:\n\n- a", False, True),
        ("Two:\n\n" + "- a\n" * 8, True, True),
        ("Two:\n\n" + "- a\n" * 9, True, False),
        ("Two:\n\n- " + "a\\\n  " * 9 + "a", True, False),
        ("Two:\n\n- ```\n" + "  a\n" * 9 + "  ```", True, False),
        ("Two:\n\n- " + "a " * 151, True, False),
        ("Two:\n\nthree", False, False),
    ],
)
def test_what_stays_on_one_page(markdown: str, leads: bool, short: bool) -> None:
    first, second = tree(markdown)
    assert (first.get("leads", False), second.get("short", False)) == (leads, short)
