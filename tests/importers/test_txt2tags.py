"""Whole texts in txt2tags, in Markdown."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.importers.rednotebook.txt2tags import to_markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("= One =\ntext", "# One\ntext"),
        ("=== Three ===", "### Three"),
        ("==Tight==", "## Tight"),
        ("  ===== Five =====  ", "##### Five"),
        ("== Clouds ==[clouds]", "## Clouds"),
        ("== a = b ==", "## a = b"),
        ("== a =", "== a ="),
        ("== My //special// day ==", "## My //special// day"),  # a title has no marks
        ("== Issue # ==", "## Issue \\#"),
        ("+ One +\n++ Inner ++\n+ Two +", "# 1. One\n## 1.1. Inner\n# 2. Two"),
        ("====== six ======", "====== six ======"),
    ],
)
def test_titles(text: str, markdown: str) -> None:
    assert to_markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("- a\n- **b**", "- a\n- **b**"),
        ("+ a\n+ b\n  + c\n+ d", "1. a\n2. b\n   1. c\n3. d"),
        ("- a\n - b\n  - c\n- d", "- a\n  - b\n    - c\n- d"),
        ("  - a\n- b", "- a\n- b"),
        ("- a\n  more\n\n  still\n\nafter", "- a\n  more\n\n  still\n\nafter"),
        ("+ a\n\n\n+ b\n\n\n+ c", "1. a\n\n\n1) b\n\n\n1. c"),  # three lists; Markdown would make one of them
        ("- a\n  - b\n  -\n- c\n-\nafter", "- a\n  - b\n\n- c\n\nafter"),
        (": term\n  what it //is//", "- term\n  what it *is*"),
        ("- a\n```\ncode\n```\n- b", "- a\n  ```\n  code\n  ```\n- b"),
        ("- a\n== T ==", "- a\n## T"),
        ("- [ ] open\n- [x] done", "- [ ] open\n- [x] done"),
        ("-", "\\-"),
    ],
)
def test_lists(text: str, markdown: str) -> None:
    assert to_markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("\tone\n\t\ttwo\n\tthree\ntext", "> one\n> > two\n>\n> three\n\ntext"),
        ("text\n====================\nmore", "text\n\n---\nmore"),
        ("text\n\n--------------------", "text\n\n---"),
        ("first\\\\\nsecond\\\\ \nin\\\\side", "first  \nsecond  \nin\\\\\\side"),
        ("```\n**code**\n% 1\n```\n", "```\n**code**\n% 1\n```\n"),
        ("```\nnot closed", "```\nnot closed\n```"),
        ("``` one line", "```\none line\n```"),
        ('"""\n**raw**\n# x\n"""', "\\*\\*raw\\*\\*\n\\# x"),
        ('""" **raw**', "\\*\\*raw\\*\\*"),
        ("'''\n<b>\n'''", "```\n<b>\n```"),
        ("% a **comment**\n%%%\nmore\n%%%", "% a \\*\\*comment\\*\\*\nmore"),
    ],
)
def test_blocks(text: str, markdown: str) -> None:
    assert to_markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("|| h | i |\n| a | **b** |", "| h | i |\n| --- | --- |\n| a | **b** |"),
        ("x\n| a | b |\ny", "x\n\n|  |  |\n| --- | --- |\n| a | b |\n\ny"),
        ("|| h |\n| a |\n|| i |", "| h |\n| --- |\n| a |\n| **i** |"),
        ("| a || c |\n| ``x|y`` |", "|  |  |  |\n| --- | --- | --- |\n| a |  | c |\n| `x\\|y` |"),
        ("|a|b|", "|a|b|"),
    ],
)
def test_tables(text: str, markdown: str) -> None:
    assert to_markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# no title\n--- \n===", "\\# no title\n\\--- \n\\==="),
        ("1. one\n* two\n> three", "1. one\n* two\n> three"),
        ("2019. What a year", "2019\\. What a year"),
        ("[r]: http://x.org", "\\[r]: http://x.org"),
        ("````", "\\````"),
        ("    four blanks", "four blanks"),
        ("Plain words.\n\n  And more\n\n", "Plain words.\n\n  And more\n\n"),
    ],
)
def test_what_is_no_markup_is_seen_as_it_was(text: str, markdown: str) -> None:
    assert to_markdown(text) == markdown


@pytest.mark.parametrize(
    "unit", ["- a\n", "\tq\n", "| a |\n", "| a ", "```\n", "= a", "+ x +\n", "-\n", ": a\n", "_"]
)
def test_no_text_takes_long(unit: str) -> None:
    begin = time.process_time()
    to_markdown(unit * 10_000)
    assert time.process_time() - begin < 2


def test_lists_and_quotations_are_nested_no_deeper_than_can_be_read() -> None:
    made = to_markdown("\n".join(f"{' ' * depth}- x" for depth in range(50)))
    assert max(len(line) - len(line.lstrip()) for line in made.split("\n")) == 14
    assert to_markdown("\t" * 50 + "q") == "> " * 8 + "q"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab \t\n-+:=|*/_`\"'%\\[]", max_size=80))
def test_words_are_never_lost(text: str) -> None:
    made = to_markdown(text)
    assert [made.count(letter) >= text.count(letter) for letter in "ab"] == [True, True]
