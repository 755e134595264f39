"""HTML as Markdown: what it says stays, whatever it is made of."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workjournal.importers.html.converting import LARGEST, as_markdown, is_html, plain_text, to_markdown

BLOCKS = [
    ("<p>a</p><p>b</p>", "a\n\nb"),
    ("<p>a<p>b", "a\n\nb"),
    ("<p>a</p>\n<p>&nbsp;</p>\n<p>b</p>", "a\n\nb"),
    ("a<br>b<br/>c", "a\nb\nc"),
    ("a<br><br><br>b", "a\n\nb"),
    ("<div>a</div><div>b</div><div><br></div><div>c</div>", "a\nb\n\nc"),
    ("<div><p>a</p></div><div><p>b</p></div>", "a\n\nb"),
    ("<h1>a</h1>b<h3> c<br>d </h3>", "# a\n\nb\n\n### c d"),
    ("a<hr>b", "a\n\n---\n\nb"),
    ("<blockquote>a<p>b</p></blockquote>c", "> a\n>\n> b\n\nc"),
    ("<pre>x\n\n  *y* &lt;z</pre>", "```\nx\n\n  *y* <z\n```"),
    ("<pre><code class='language-py'>x = `1`\n```</code></pre>", "````py\nx = `1`\n```\n````"),
    ("<pre><b>a</b><br>b<div>c</div></pre>", "```\na\nb\nc\n```"),
    ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "**a**\nb\n**c**\nd"),
    ("<details><summary>a</summary>b</details>", "**a**\nb"),
    (
        "<!DOCTYPE html><html><head><title>t</title><style>x<y</style></head><body>a<!-- > -->b</body></html>",
        "ab",
    ),
    ("<section><article>a</article><footer>b</footer></section>", "a\nb"),
    ("", ""),
    ("  \n ", ""),
]
LISTS = [
    ("<ul><li>a</li><li>b</ul>c", "- a\n- b\n\nc"),
    ("<ol start=3><li><p>a</p><li>b</ol>", "3. a\n4. b"),
    ("<ol start='²'><li>a</ol>", "1. a"),
    ("<ul><li>a<ol><li>b</li></ol></li><li>c</ul>", "- a\n  1. b\n- c"),
    ("<ol><li>a</li><ul><li>b</li></ul><li>c</li></ol>", "1. a\n   - b\n2. c"),
    ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"),
    ("<ul><li><p>a</p><ul><li>b</ul></ul>", "- a\n  - b"),
    ("<ul><li><input type=checkbox checked> a<li><input type='checkbox'>b</ul>", "- [x] a\n- [ ] b"),
    (
        (
            "<ul><li data-checked=true><label><input type=checkbox checked></label><div><p>a</p></div></li>"  # TipTap
            "<li data-checked=false><div><p>b</p></div></li></ul>"
        ),
        "- [x] a\n- [ ] b",
    ),
    ("<ul class=joplin-checklist><li class=checked>a<li>b</ul>", "- [x] a\n- [ ] b"),
    ("<ol><li data-list=bullet>a<li data-list=checked>b<li data-list=ordered>c</ol>", "- a\n- [x] b\n3. c"),
    ("<li>a</li>", "- a"),
]
INLINE = [
    ("a <b>bold </b>b", "a **bold** b"),
    ("<strong>a</strong><b>b</b> <i><b>c</b></i><b><strong>d</strong></b>", "**ab** ***c*****d**"),
    ("<b><p>a</p><p>b</p></b>c", "**a**\n\n**b**\n\nc"),
    ("<b>a<br></b>b", "**a**\nb"),
    ("<s>a</s> <del>b</del> <u>c</u> <mark>d</mark>", "~~a~~ ~~b~~ c d"),
    (
        "<b style='font-weight:normal'>a <span style='font-weight: 700; font-style:italic'>b</span></b>",
        "a ***b***",
    ),
    ("x<sup>2</sup> H<sub>2</sub>O <q>so</q>", "x^2^ H~2~O “so”"),
    ("<code>a`b</code> <kbd>c</kbd> <code>*</code>", "`` a`b `` `c` `*`"),
    ("<a href='https://a.example/_x_'>https://a.example/_x_</a>", "<https://a.example/_x_>"),
    ("<a href='mailto:a@b.example'>a@b.example</a>", "<a@b.example>"),
    ("<a href='a b (1).pdf'>[x]</a>", "[\\[x\\]](<a b (1).pdf>)"),
    ("a <a href='b'> c </a>d <a>e</a> <a href='#f'>g</a> <a href=' JavaScript:h'>i</a>", "a [c](b) d e g i"),
    ("<img src='a (1).png' alt='q[1]'> <img alt='only'>", "![q\\[1\\]](<a (1).png>) only"),
    ("<a href=x><img src=y></a>", "[![](y)](x)"),
    ("<video src='d/a.mp4'></video> <audio><source src=b.mp3></audio>", "[a.mp4](d/a.mp4) [b.mp3](b.mp3)"),
    ("<iframe src='https://v.example/1'></iframe>", "[1](https://v.example/1)"),
    ("a\n  b\t c&nbsp;d", "a b c d"),
]
TABLES = [
    ("<table><tr><th>a<th>b<tr><td>1<td>2|3</table>", "| a | b |\n| --- | --- |\n| 1 | 2\\|3 |"),
    (
        "<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td><td><p>c</p><p>d</p></td></tr></tbody></table>",
        "| a |  |\n| --- | --- |\n| b | c d |",
    ),
    ("<table><tr><td>only</td></tr></table>x", "only\n\nx"),
    ("<table><caption>c</caption><tr><td>a<td>b</table>", "c\n\n| a | b |\n| --- | --- |"),
    ("<td>a</td><td>b</td>", "a\nb"),
    ("<table>a<tr>b<td>c</td>d</tr>e</table>f", "a\n\n| b | c | d |\n| --- | --- | --- |\n| e |\n\nf"),
]
LITERAL = [
    ("2*3*4 snake_case a * b", "2\\*3\\*4 snake_case a * b"),
    ("5* _a_ ~~b~~ `c`", "5* \\_a\\_ \\~~b\\~~ \\`c\\`"),
    ("&lt;b&gt; &amp;copy; &copy; C:\\dir\\*", "\\<b> \\&copy; © C:\\dir\\\\*"),
    ("a < b && c > d <3 <https://x.example/y>", "a < b && c > d <3 <https://x.example/y>"),
    ("a <notatag> b <!-- open", "a b <!-- open"),
    ("&#x1F600; &#99999999999999999999; &#0;", "😀 \\&#99999999999999999999; �"),
    ("<script>alert(1)", "alert(1)"),
    ("<p title='a>b'>c</p>", "c"),
    ("a [b](c)", "a [b\\](c)"),
]


@pytest.mark.parametrize(("html", "markdown"), [*BLOCKS, *LISTS, *INLINE, *TABLES, *LITERAL])
def test_html_becomes_the_markdown_that_says_the_same(html: str, markdown: str) -> None:
    assert to_markdown(html) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a\nb < c", "a\nb < c"),
        ("a &amp; b\n  c", "a & b\n  c"),
        ("<p>a</p>", "a"),
        ("x<br>y", "x\ny"),
        ("<3 <you>", "<3 <you>"),
    ],
)
def test_a_text_without_tags_stays_as_it_is(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown
    assert is_html(text) is ("<p>" in text or "<br>" in text)


MANY = 8_000


@pytest.mark.parametrize(
    "html",
    [
        *(
            "<div>" * MANY,
            "<b>" * MANY + "</i>" * MANY,
            "<ul><li>a" * MANY,
            "<blockquote>a\n" * MANY,
            "<table><tr><td>a" * MANY,
        ),
        *(
            "<a " * MANY,
            "<" * MANY,
            "</" * MANY,
            "<!--" * MANY,
            "<?" * MANY,
            "<![" * MANY,
            "<a x='" * MANY,
            "<a x=<a " * MANY,
        ),
        *(
            "<script>" * MANY,
            "<script></" * MANY,
            "</p" * MANY,
            "&" * MANY,
            "&#" * MANY,
            "&#" + "1" * MANY + ";",
        ),
        *(
            "a" + " " * MANY + "b",
            "<pre>" + "\n" * MANY,
            "<br>" * MANY,
            "\n" * MANY,
            "a" + "&nbsp;" * MANY,
            "<p>" * MANY,
        ),
        *(
            "<ol>" + "<li>a" * MANY,
            "<table><thead>" + "<tr><td>a" * MANY,
            "<tr>" + "<td colspan=1000>" * MANY,
        ),
        *(
            "*a " * MANY,
            "_" * MANY,
            "<code>" + "` " * MANY,
            "<a href=x>" + "[" * MANY,
            "\\" * MANY,
            "<b>" + "#" * MANY,
        ),
        *("<span style='" + "x:" * MANY + "'>a", "<b>a</b>" * MANY, "<b>" + "- " * MANY, "http://a " * MANY),
    ],
    ids=lambda html: html[:12] + html[-6:],
)
def test_no_text_keeps_it_busy(html: str) -> None:
    began = time.process_time()
    to_markdown(html)
    assert is_html(html) in {True, False}
    assert time.process_time() - began < 2  # the square of it would be far beyond


def test_what_is_nested_too_deep_keeps_its_text() -> None:
    assert to_markdown("<div>" * 500 + "deep" + "</div>" * 500 + "after") == "deep\nafter"
    assert to_markdown("<ul><li>" * 50 + "deep" + "</ul>" * 50).endswith("deep")


def test_a_text_without_end_is_taken_as_plain() -> None:
    html = "<p>a &amp; <b>b</b></p>" * (LARGEST // 20)
    assert to_markdown(html) == plain_text(html)
    assert plain_text("<p>a &amp; <b>b</b> < c</p>") == "a & b < c"


TAGS = re.findall(
    "<[^>]*>",
    "<p></p><b></b><ul><li></ul><table><caption></caption><tr></tr><td></td></table><pre></pre><br><a href=x></a><h2></h2><blockquote>"
    "</blockquote><code></code><div></div><q><sup><input type=checkbox><hr><dl><dt>",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TAGS) | st.text("ab1 \n*_&`|[]#-\\", max_size=6), max_size=25))
@example(["<b>", "<ul>", "a", "</b>", "<li>"])
@example(["<table>", "a", "<tr>", "b", "<td>", "a", "</td>", "b", "</tr>", "a", "<tr>", "b", "</table>", "b"])
def test_every_letter_of_the_text_is_there_in_its_order(parts: list[str]) -> None:
    """Whatever the tags: only signs of Markdown and spaces come and go."""
    written = "".join(part for part in parts if part not in TAGS)
    markdown = to_markdown("".join(parts))
    assert re.findall("[ab]", markdown) == re.findall("[ab]", written)
