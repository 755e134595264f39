"""Markdown as a tree of plain nodes, which a template can draw without ever reading it as its own language."""

import functools
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workjournal.exporters.letters import BREAK, LONGEST_WORD

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

Node = dict[str, Any]
"""`is` names it; text and code hold `text`; containers hold `inside`; lists hold `items`, a list of blocks each.

A paragraph right before a list, such as "Two things changed:", says that it `leads` to it; a list of few letters that it is `short`.
"""

DEEPEST = 11
"""Containers within each other: five lists, ten quotes. Typst refuses more than it can show, and the parser drops
what is nested deeper than 20 without a word.
"""
LONGEST_WHOLE = 300
"""Letters of a list that stays on one page, and of a paragraph kept on that of the list after it; more may leave a gap."""
MOST_LINES_WHOLE = 8
LISTS = frozenset({"bullets", "numbers"})


@functools.lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    """CommonMark where tags are ordinary letters and a line such as "[a]: b" is not swallowed as a reference."""
    from markdown_it import MarkdownIt  # slow to load

    return MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "reference"])


@functools.lru_cache(
    maxsize=1024
)  # a preview sets the same texts again and again, and the leak check reads them
def tree(markdown: str) -> list[Node]:
    """The blocks of a CommonMark text: paragraph, bullets, numbers, quote, code-block, rule.

    A heading becomes a bold paragraph, for it would break the outline of what it is put into; a link is its text
    and an image its alternative text, so that nothing is fetched and no hidden address is handed on. What is nested
    deeper than prose ever is comes as it was typed. The list is shared: leave it as it is.
    """
    from markdown_it.tree import SyntaxTreeNode

    tokens = _parser().parse(markdown)
    if max(_depth(tokens), *(_depth(token.children or ()) for token in tokens), 0) > DEEPEST:
        return [_as_typed(part) for part in re.split(r"\n\s*\n", markdown)]
    return _inside(SyntaxTreeNode(tokens))


def _depth(tokens: "Sequence[Token]") -> int:
    """The deepest nesting, counted without recursion."""
    deepest = now = 0
    for token in tokens:
        now += token.nesting
        deepest = max(deepest, now)
    return deepest


def _as_typed(part: str) -> Node:
    lines = [{"is": "text", "text": line} for line in part.splitlines()]
    inside: list[Node] = [node for line in lines for node in (line, {"is": "break"})]
    return {"is": "paragraph", "inside": inside[:-1]}


def _blocks(node: "SyntaxTreeNode") -> list[Node]:
    made: Node
    match node.type:
        case "paragraph":
            made = {"is": "paragraph", "inside": _breakable(_inlines(node))}
        case "heading":
            made = {"is": "paragraph", "inside": [{"is": "strong", "inside": _breakable(_inlines(node))}]}
        case "bullet_list":
            made = {"is": "bullets", "items": _items(node)}
        case "ordered_list":
            made = {"is": "numbers", "start": int(node.attrs.get("start", 1)), "items": _items(node)}
        case "blockquote":
            made = {"is": "quote", "inside": _inside(node)}
        case "hr":
            made = {"is": "rule"}
        case _:  # a fence or an indented block, the only others that CommonMark has
            made = {"is": "code-block", "text": node.content.rstrip("\n")}
    return [made]


def _inside(node: "SyntaxTreeNode") -> list[Node]:
    blocks = [block for child in node.children for block in _blocks(child)]
    for block in blocks:
        if block["is"] in LISTS and _is_short(block):
            block["short"] = True
    for block, following in itertools.pairwise(blocks):
        if block["is"] == "paragraph" and following["is"] in LISTS and _is_short(block):
            block["leads"] = True
    return blocks


def _is_short(block: Node) -> bool:
    return len(_read(block)) <= LONGEST_WHOLE and _lines(block) <= MOST_LINES_WHOLE


def _lines(node: Node) -> int:
    """How many lines at least."""
    inside = [*node.get("inside", ()), *itertools.chain(*node.get("items", ()))]
    own = (node["is"] in {"paragraph", "break", "code-block"}) + str(node.get("text", "")).count("\n")
    return own + sum(map(_lines, inside))


def _items(node: "SyntaxTreeNode") -> list[list[Node]]:
    return [_inside(item) for item in node.children]


def _breakable(inlines: list[Node]) -> list[Node]:
    """With a place to break between pieces, where a word runs on through them: "**a**b**c**d", a thousand times."""
    longest = max(map(len, "".join(map(_plain, inlines)).split()), default=0)
    if longest <= LONGEST_WORD or max(len(_plain(inline)) for inline in inlines) >= longest:
        return inlines
    return [part for inline in inlines for part in ({"is": "text", "text": BREAK}, inline)]


def _plain(inline: Node) -> str:
    if inline["is"] == "break":
        return " "
    return str(inline.get("text", "")) + "".join(map(_plain, inline.get("inside", ())))


def _inlines(node: "SyntaxTreeNode") -> list[Node]:
    """The inline nodes below a block or an inline container, in order."""
    return [inline for child in node.children for inline in _inline(child)]


def _inline(node: "SyntaxTreeNode") -> list[Node]:
    made: Node
    match node.type:
        case "text" | "image":
            made = {"is": "text", "text": node.content}
        case "code_inline":
            made = {"is": "code", "text": node.content}
        case "softbreak":
            made = {"is": "text", "text": " "}
        case "hardbreak":
            made = {"is": "break"}
        case "strong":
            made = {"is": "strong", "inside": _inlines(node)}
        case "em":
            made = {"is": "emph", "inside": _inlines(node)}
        case _:  # a link, or the paragraph's own wrapping
            return _inlines(node)
    return [made]


def plain(markdown: str) -> str:
    """The text as a reader sees it, numbers of lists included, without marks."""
    return "\n".join(map(_read, tree(markdown)))


def _read(block: Node) -> str:
    match block["is"]:
        case "bullets":
            return "\n".join(_read(inside) for item in block["items"] for inside in item)
        case "numbers":
            items = ["\n".join(map(_read, item)) for item in block["items"]]
            return "\n".join(f"{place}. {item}" for place, item in enumerate(items, block["start"]))
        case "quote":
            return "\n".join(map(_read, block["inside"]))
        case "paragraph":
            return "".join(map(_plain, block["inside"]))
        case _:
            return str(block.get("text", ""))
