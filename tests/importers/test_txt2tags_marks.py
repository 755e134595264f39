"""Marks within a line of txt2tags, in Markdown."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.importers.rednotebook.marks import has_untold, to_markdown


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ("**bold** //italic// --struck-- ``mono``", "**bold** *italic* ~~struck~~ `mono`"),
        ("__under__ a__b__c", "__under__ a**b**c"),  # Markdown has no sign for it, and no __ within a word
        ("**//both//** **a **b**", "***both*** **a \\*\\*b**"),
        ("a -- b // c d", "a -- b // c d"),
        ("--help and --version", "--help and --version"),
        ("**open //and --no end", "\\*\\*open //and --no end"),
        ("``a ` b`` ``**no**``", "`` a ` b `` `**no**`"),
        ('""**raw** //x//"" ""open', '\\*\\*raw\\*\\* //x// ""open'),
        ("''<b>x</b>''", "<b>x</b>"),
        ("$$a_1*b$$ \\(x//y//z\\) \\[**v**\\]", "$$a_1*b$$ $x//y//z$ $$**v**$$"),
        ("it cost $5 and $10", "it cost $5 and $10"),
        ("{Sky|color:blue} {**b**|color:#ff0000}", "Sky **b**"),
    ],
)
def test_marks(line: str, markdown: str) -> None:
    assert to_markdown(line) == markdown


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        (
            '[Heise ""http://heise.de""] [Heise http://heise.de]',
            "[Heise](http://heise.de) [Heise](http://heise.de)",
        ),
        ('[my file.txt ""file:///home/me/my file.txt""]', "[my file.txt](<file:///home/me/my file.txt>)"),
        ('[Home ""file:///home/""]', "[Home](file:///home/)"),
        ("[a www.x.org] [m me@example.com]", "[a](http://www.x.org) [m](mailto:me@example.com)"),
        ("[notes notes.txt] [dir /home/me/]", "[notes](notes.txt) [dir](/home/me/)"),
        ("[picture.png] [p.jpeg?300]", "![picture.png](picture.png) ![p.jpeg](p.jpeg)"),
        ('[""/home/me/my pic"".png?50]', "![my pic.png](</home/me/my pic.png>)"),
        ('[alt ""/p/pic"".png]', "[alt](/p/pic.png)"),
        ("[[thumb.png] http://example.com]", "[![thumb.png](thumb.png)](http://example.com)"),
        ('[""just quoted""]', "[just quoted]"),
        # To txt2tags the first is a link to a file called "sure".
        ("[not sure] [2019-02-14] [Today 2019-02-14]", "[not sure] [2019-02-14] [Today 2019-02-14]"),
        ("[a](b) [2019-02-14](note)", "[a\\](b) [2019-02-14\\](note)"),
    ],
)
def test_links(line: str, markdown: str) -> None:
    assert to_markdown(line) == markdown


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ("see http://a.org//b//c.", "see http://a.org//b//c."),
        ("//see http://a.org/b// or **http://a.org**", "*see http://a.org/b* or **http://a.org**"),
        ("--www.test.com-- (http://a.org/x)", "~~www.test.com~~ (http://a.org/x)"),
        ("http://a.org/_x_/y", "<http://a.org/_x_/y>"),
        ("#tag__with__lines #two", "#tag__with__lines #two"),
    ],
)
def test_addresses_and_hashtags_are_no_marks(line: str, markdown: str) -> None:
    assert to_markdown(line) == markdown


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ("*sigh* and _grin_", "\\*sigh\\* and \\_grin\\_"),
        ("5 * 3 = 15, snake_case, one* star", "5 * 3 = 15, snake_case, one* star"),
        ("C:\\Users\\me", "C:\\Users\\me"),
        ("\\\\server\\share", "\\\\\\server\\share"),
        ("&amp; and &", "\\&amp; and &"),
        ("\ufdd0 **x** \ufdd1", "\ufdd0 **x** \ufdd1"),
    ],
)
def test_what_only_markdown_would_read_stays_as_it_is_seen(line: str, markdown: str) -> None:
    assert to_markdown(line) == markdown


def test_what_markdown_cannot_say() -> None:
    assert has_untold("{Sky|color:blue}")
    assert has_untold('[""/a b"".png?300]')
    assert not has_untold("what? {a|b} [x.png] http://a.org/b?3")


@pytest.mark.parametrize(
    "unit",
    [
        "**a ",
        "//a ",
        "``a ",
        '""a ',
        "[a ",
        '["" ',
        '[a ""b ',
        "\\(x ",
        "$$a ",
        "http://",
        "http://a_",
        "http://)",
        "[[",
        "*",
        "{a|",
        "\\",
    ],
)
def test_no_line_takes_long(unit: str) -> None:
    begin = time.process_time()
    to_markdown(unit * 20_000)
    assert time.process_time() - begin < 2


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab \"`'*/_-[]()\\$#:.?@{}|w\ufdd0\ufdd1", max_size=60))
def test_letters_are_never_lost(line: str) -> None:
    """But for marks, backslashes, and what colours there are."""
    made = to_markdown(line)
    if "|color:" not in line:
        assert [each for each in made if each in "ab\ufdd0\ufdd1"].count("a") >= line.count("a")
    assert made.count("\ufdd0") == line.count("\ufdd0")
