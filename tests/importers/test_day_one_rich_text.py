"""Entries that Day One exported without Markdown: it is made from their rich text."""

import json
from typing import Any

import pytest

from workjournal.importers.day_one.rich_text import from_rich_text
from workjournal.importers.day_one.text import converted


def said(*nodes: Any, name: str = "contents") -> str:
    value = json.dumps({name: list(nodes), "meta": {"version": 1}})
    return converted(from_rich_text(value), lambda _embed: None)


def line(text: str, **style: Any) -> dict[str, Any]:
    return {"text": text + "\n", "attributes": {"line": style}}


def shown(kind: str, **fields: Any) -> dict[str, Any]:
    return {"embeddedObjects": [{"type": kind, **fields}]}


def test_blocks_of_every_kind_stand_apart() -> None:
    text = said(
        line("Title", header=1),
        line("Part", header=2),
        {"text": "First line.\nSecond line.\n"},
        line("wise words", quote=True, indentLevel=1),
        line("one", listStyle="bulleted", indentLevel=1),
        line("deeper", listStyle="bulleted", indentLevel=3),
        line("two", listStyle="bulleted", indentLevel=1),
        line("done", listStyle="checkbox", checked=True),
        line("open", listStyle="checkbox", checked=False),
        line("five", listStyle="numbered", listIndex="5"),
        line("six", listStyle="numbered"),
        line("a = `1`", codeBlock=True),
        line("b_c*", codeBlock=True),
        shown("horizontalRuleLine"),
        {"text": "End"},
    )
    assert text == (
        "# Title\n\n## Part\n\nFirst line.\nSecond line.\n\n> wise words\n\n"
        "- one\n    - deeper\n- two\n\n- [x] done\n- [ ] open\n\n5. five\n6. six\n\n"
        "```\na = `1`\nb_c*\n```\n\n---\n\nEnd"
    )


@pytest.mark.parametrize(
    ("attributes", "text", "expected"),
    [
        ({"bold": True}, "very ", "**very** "),
        ({"italic": True}, "so", "*so*"),
        ({"bold": True, "italic": True}, "both", "***both***"),
        ({"strikethrough": True}, "gone", "~~gone~~"),
        ({"inlineCode": True}, "a`b", "``a`b``"),
        ({"highlightedColor": "ffc107cc"}, "bright", "bright"),
        ({"linkURL": "https://example.com/(a)"}, "here", "[here](<https://example.com/(a)>)"),
        ({"linkURL": "https://example.com"}, "https://example.com", "<https://example.com>"),
        ({"autolink": True}, "https://example.com", "<https://example.com>"),
        ({"bold": True}, "  ", ""),
        ({"bold": "yes", "linkURL": 5}, "plain", "plain"),
        ({}, "1. no list", "1\\. no list"),
        ({}, "# no *heading*", "\\# no \\*heading\\*"),
        ({}, "    no code", "no code"),
        ({}, "\ufffcthe object's place", "the object's place"),
    ],
)
def test_words_keep_their_looks_and_their_marks(attributes: dict[str, Any], text: str, expected: str) -> None:
    assert said({"text": text, "attributes": attributes}) == expected


def test_looks_within_a_line_do_not_break_it() -> None:
    style = {"listStyle": "bulleted", "identifier": "L1"}
    assert said(
        {"text": "a ", "attributes": {"line": style}},
        {"text": "b", "attributes": {"line": style, "bold": True}},
        {"text": "c", "attributes": {"line": {**style, "identifier": "L2"}}},
    ) == ("- a **b**\n- c")


def test_empty_lines_are_kept() -> None:
    assert said({"text": "a\n\n\nb\n"}, line("", header=0), {"text": "c"}) == "a\n\n\nb\n\nc"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (shown("photo", identifier="F0"), "![](dayone-moment://F0)"),
        (shown("pdfAttachment", identifier="F0"), "![](dayone-moment:/pdfAttachment/F0)"),
        (shown("photo", identifier="F0)x"), ""),
        (shown("horizontalLineRule"), "---"),
        (
            shown("preview", url="https://example.com/a_b"),
            "[https://example.com/a_b](https://example.com/a_b)",
        ),
        (shown("dayOneEntry", entryID="E5"), "[dayone://view?entryId=E5](dayone://view?entryId=E5)"),
        (shown("renderableCodeBlock", contents="<b>Hi</b>"), "```\n<b>Hi</b>\n```"),
        (shown("table", markdown="| a |\n| --- |"), "| a |\n| --- |"),
        (shown("song", song="Blue*", artist="Nina", album=5), "Song: Blue\\*, Nina, 5"),
        (shown("stateOfMind", labelsDisplayNames=["Calm", 3, "Glad"]), "State of mind: Calm, Glad"),
        (shown("unheard of", identifier="F0"), ""),
        ({"embeddedObjects": [{"type": 5}, "photo", None]}, ""),
        ({"embeddedObjects": "photo"}, ""),
    ],
)
def test_an_object_is_a_block(node: dict[str, Any], expected: str) -> None:
    assert said({"text": "Before"}, node) == (f"Before\n\n{expected}" if expected else "Before")
    assert said(node, {"text": "After"}) == (f"{expected}\n\nAfter" if expected else "After")


def test_a_table_is_made_from_its_rows() -> None:
    head = [{"content": [{"text": "Food", "attributes": {"bold": True}}], "header": True}]
    body = [{"content": [{"text": "a|b\nc"}]}, {"content": []}, {"content": "?"}]
    assert (
        said(shown("table", rows=[head, body, "no row"]))
        == "| **Food** |  |  |\n| --- | --- | --- |\n| a\\|b c |  |  |"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("test rich text", "test rich text"),
        ("5", "5"),
        ("{}", ""),
        ('{"contents": 5}', ""),
        ('{"contents": [5, "a", null, {"text": 5}, {"text": "b", "attributes": [1]}]}', "b"),
        ({"nodes": [{"text": "as a value"}]}, "as a value"),
        (None, ""),
        ([1], ""),
    ],
)
def test_what_is_no_rich_text_harms_nothing(value: object, expected: str) -> None:
    assert from_rich_text(value) == expected


def test_words_of_another_block_begin_a_line_though_no_line_ends_before() -> None:
    """Other programs write so. Seen failing with "LeadHeadone"."""
    nodes = [
        {"text": "Lead"},
        {"text": "Head", "attributes": {"line": {"header": 1}}},
        {"text": "one", "attributes": {"line": {"listStyle": "bulleted", "indentLevel": 1}}},
        {"text": " and more"},
        {"text": " still", "attributes": {"line": {"header": 0}}},
    ]
    assert from_rich_text({"contents": nodes[:4]}) == "Lead\n\n# Head\n\n- one and more"
    assert from_rich_text({"contents": [nodes[0], nodes[4]]}) == "Lead still"
