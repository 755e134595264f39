from PySide6.QtGui import QTextDocument

from workjournal.ui.prose.rendering import style, to_html


def test_what_markdown_says_is_drawn() -> None:
    made = to_html("# H\n- [ ] a\n- [x] **b**\n\n~~s~~\n\n|a|\n|-|\n|1|")
    for part in (
        "<h1>H</h1>",
        '<li class="unchecked">a</li>',
        '<li class="checked"><strong>b</strong>',
        "<s>s</s>",
        "<td>1</td>",
    ):
        assert part in made


def test_nothing_is_fetched_and_tags_are_letters() -> None:
    made = to_html(
        '![a <plan>](http://x.example/y.png) <img src="file:///etc/hosts"> <b>no</b> [x](javascript:a())'
    )
    assert "[a &lt;plan&gt;]" in made
    assert "<img" not in made
    assert "&lt;b&gt;no&lt;/b&gt;" in made
    assert "href" not in made


def test_qt_reads_the_style() -> None:
    document = QTextDocument()
    document.setDefaultStyleSheet(style())
    document.setHtml(to_html("one `two`"))
    assert document.toPlainText() == "one two"
