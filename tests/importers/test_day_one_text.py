"""Day One's escapes: what a person sees stays, and no backslash is left that nobody needs."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workjournal.importers.day_one.text import Embed, converted

MARKS = re.compile(r"[!-/:-@\[-`{-~]")
LETTERS = "ab1 .-+*_#>()[]!~`|\\=&;<:x/\n"


def plain(text: str) -> str:
    return converted(text, lambda _embed: None)


def escaped(text: str) -> str:
    return MARKS.sub(r"\\\g<0>", text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"well\-known\. \(sic\) yes\! \[or not\]", "well-known. (sic) yes! [or not]"),
        (r"a \+ b \= c \: d \; e \, f \/ g \? h \@ i \$5 \% \^ \{x\} \"q\" \'s\'", None),
        (r"20\° \± \§", "20° ± §"),
        (r"https:\/\/example\.com\/a\_b", "https://example.com/a_b"),
        (r"snake\_case and C\# and 1\.5 and a\*b", r"snake_case and C# and 1.5 and a\*b"),
        (r"C:\\Users\\name", r"C:\Users\name"),
        (r"C:\Users", r"C:\Users"),
        (r"\#work \# work", "#work # work"),
        ("1\\. no list\n\\- no list\n\\+ none\n\\* none", "1\\. no list\n\\- no list\n\\+ none\n\\* none"),
        ("2024\\) no list", "2024\\) no list"),
        (r"\# no heading", r"\# no heading"),
        (r"\> no quote", r"\> no quote"),
        ("Title\n\\-\\-\\-", "Title\n\\---"),
        ("Title\n\\=\\=\\=", "Title\n\\==="),
        (r"\*not italic\* \_neither\_ \`no code\`", r"\*not italic\* \_neither\_ \`no code\`"),
        (r"\[no\]\(link\)", r"\[no\]\(link)"),
        (r"\!\[no\](picture)", r"!\[no\](picture)"),
        (r"\~\~not struck\~\~ but \~5", r"\~\~not struck\~\~ but \~5"),
        (r"about \~5 km", "about ~5 km"),
        (r"\<b\> 1 \< 2", r"\<b> 1 < 2"),
        (r"\&amp; Smith \& Sons", r"\&amp; Smith & Sons"),
        (r"- \[ \] no box", r"- \[ ] no box"),
        ("x \\| y", "x | y"),
        ("a\\|b\n-\\|-", "a\\|b\n-\\|-"),
        (r"`code\.` and ``a\` b\-`` text\.", r"`code\.` and ``a\` b\-`` text."),
        (r"\`no code\. \`", r"\`no code. \`"),
        ("`open\\. no end", "`open. no end"),
        ("```\na\\.b\n```\nc\\.d", "```\na\\.b\n```\nc.d"),
        ("~~~ py\n`a\\.b`\n```\n~~~\nc\\.d", "~~~ py\n`a\\.b`\n```\n~~~\nc.d"),
        ("```\na\\.b", "```\na\\.b"),
        ("word\\.\n\n    code\\.\n\nword\\.", "word.\n\n    code\\.\n\nword."),
        ("- one\\.\n\n    two\\.\n    - three\\.", "- one.\n\n    two.\n    - three."),
        (r"[words\.](http://a\.b/c\_d\(e\))", r"[words.](http://a.b/c_d\(e\))"),
        ("\u200b\nA\u2028B\u200b", "\nA\nB\u200b"),
        ("line\\\nbreak\\", "line\\\nbreak\\"),
        ("", ""),
    ],
)
def test_an_escape_stays_only_where_it_is_needed(written: str, expected: str | None) -> None:
    assert plain(written) == (written.replace("\\", "") if expected is None else expected)


@settings(max_examples=150, deadline=None)
@given(st.text(LETTERS, max_size=25))
def test_what_a_person_sees_is_the_same(text: str) -> None:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    assert parser.render(plain(escaped(text))) == parser.render(escaped(text))


@settings(max_examples=100, deadline=None)
@given(st.text(LETTERS.replace("\\", ""), max_size=40))
def test_only_marks_that_mean_something_keep_a_backslash(text: str) -> None:
    assert plain(escaped(text)).replace("\\", "") == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("![](dayone-moment://F0)", Embed("", "dayone-moment://F0", "", "F0")),
        ("![the lake](dayone-moment:/video/F0)", Embed("the lake", "dayone-moment:/video/F0", "video", "F0")),
        ("[](dayone-moment:/audio/F0)", Embed("", "dayone-moment:/audio/F0", "audio", "F0")),
        (
            "![](dayone-moment:/pdfAttachment/F-0)",
            Embed("", "dayone-moment:/pdfAttachment/F-0", "pdfAttachment", "F-0"),
        ),
        ("![](dayone-video://F0)", Embed("", "dayone-video://F0", "video", "F0")),
    ],
)
def test_an_embed_is_told_with_its_kind(written: str, expected: Embed) -> None:
    found: list[Embed] = []

    def shown(embed: Embed) -> str:
        found.append(embed)
        return "X"

    assert converted(f"a\\.{written}b\\.", shown) == "a.Xb."
    assert found == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "![](https://example.com/a.jpg)",
        "![](dayone-moment:x)",
        "`![](dayone-moment://F0)`",
        "```\n![](dayone-moment://F0)\n```",
        "[Monday](dayone2://view?entryId=EE9D)",
    ],
)
def test_what_is_no_embed_stays(text: str) -> None:
    assert converted(text, lambda _embed: "X") == text


@pytest.mark.parametrize(
    "piece",
    [
        "\\#",
        "\\# ",
        "\\",
        "`a``b```c",
        "[",
        "![x",
        "~",
        "\\_",
        "\\* ",
        "\\-",
        "](a",
        "\\&aaa",
        "![](dayone-moment://",
        "> ",
    ],
)
def test_the_time_grows_with_the_length_alone(piece: str) -> None:
    began = time.perf_counter()
    plain(piece * (100_000 // len(piece)) + "x`")
    assert time.perf_counter() - began < 2
