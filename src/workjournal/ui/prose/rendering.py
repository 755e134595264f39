"""Markdown as the rich text that Qt draws, in the colours of the theme. Nothing is fetched: a picture is its words."""

import functools
from html import escape
from typing import TYPE_CHECKING, Any

from workjournal.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


def to_html(markdown: str) -> str:
    """A text as HTML without pictures or anything that Markdown itself does not say; tags in it are letters.

    Links keep their addresses; opening one is for whoever shows it.
    """
    html = str(_parser().render(markdown))
    for sign, class_ in (("☐", "unchecked"), ("☑", "checked")):  # Qt then draws a box in place of the bullet
        html = html.replace(f"<li>{sign} ", f'<li class="{class_}">')
    return html.rstrip()  # the last line end would be a blank


def style() -> str:
    """A style sheet for QTextDocument, in the tokens of the theme in force."""
    tokens = theme.current()
    code = f"font-family: monospace; background-color: {tokens.sunken};"
    return f"""
        body {{ color: {tokens.text}; }}
        h1, h2, h3, h4, h5, h6 {{ color: {tokens.text}; font-weight: 600; margin: {theme.px(8)}px 0; }}
        p, ul, ol, pre, blockquote {{ margin-top: 0; margin-bottom: {theme.px(8)}px; }}
        h1 {{ font-size: {theme.px(20)}px; }} h2 {{ font-size: {theme.px(17)}px; }}
        h3, h4, h5, h6 {{ font-size: {theme.px(15)}px; }}
        a {{ color: {tokens.accent}; }}
        blockquote {{ color: {tokens.text2}; margin-left: {theme.px(16)}px; }}
        code, pre {{ {code} }}
        td, th {{ padding: {theme.px(4)}px {theme.px(8)}px; }}
        s {{ color: {tokens.text3}; }}
    """


@functools.lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # slow to load

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    parser.add_render_rule("image", _picture)
    parser.add_render_rule("text", _words)
    parser.add_render_rule("table_open", _table)
    return parser


def _picture(_self: Any, tokens: "Sequence[Token]", place: int, _options: Any, _env: Any) -> str:
    return f"[{escape(tokens[place].content)}]"


def _words(_self: Any, tokens: "Sequence[Token]", place: int, _options: Any, _env: Any) -> str:
    """Letters as they are; a box at the beginning of a line is drawn."""
    text = tokens[place].content
    if place == 0 and (box := _BOXES.get(text[:4])) is not None:
        text = box + text[4:]
    return escape(text)


def _table(_self: Any, _tokens: "Sequence[Token]", _place: int, _options: Any, _env: Any) -> str:
    return f'<table border="1" cellspacing="0" style="border-color: {theme.current().border};">\n'
