"""Super notes of Standard Notes: the state of the editor Lexical as JSON, {"root": {"type": "root", "children": […]}}.

The kinds of nodes are those its app registers (SuperEditor/Lexical/Nodes/AllNodes.ts in github.com/standardnotes/app);
the figures of "format" are Lexical's (LexicalConstants.ts).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from workjournal.importers.attached_files import AttachedFiles, is_picture
from workjournal.importers.html.converting import from_tokens
from workjournal.importers.html.tokens import End, Start
from workjournal.importers.standard_notes.items import Items
from workjournal.importers.texts import NotReadable, cleaned, from_json
from workjournal.importers.trees import shown

_Tokens = Iterator[Start | End | str]
_FORMATS = {1: "b", 2: "em", 4: "s", 32: "sub", 64: "sup", 16: "code"}
"""Underlined and highlighted texts have no form in Markdown."""
_ELEMENTS = {
    "paragraph": "p",
    "quote": "blockquote",
    "table": "table",
    "tablerow": "tr",
    "tablecell": "td",
    "collapsible-container": "div",
    "collapsible-title": "summary",
    "collapsible-content": "div",
}
_BARE = frozenset({"root", "mark", "overflow", "layout-container", "layout-item"})
"""Of these only the content counts."""
_TEXTS = frozenset({"text", "code-highlight", "hashtag", "keyword"})
_SPACES = re.compile(r" {2,}")


class Super:
    """A Super note.

    Attributes:
        markdown: its text.
        state: the editor's own, with the names of files in place of their content.
        faults: what could not be told in Markdown.
    """

    def __init__(self, text: str, attached: AttachedFiles, items: Items) -> None:
        self.state = from_json(text)
        root = self.state.get("root") if isinstance(self.state, dict) else None
        if not isinstance(root, dict):
            raise NotReadable("it is no Super note that is known")
        self.faults: list[str] = []
        self._attached, self._items = attached, items
        self._untold: dict[str, None] = {}
        self._makers: Mapping[str, Callable[[dict[str, Any], str], _Tokens]] = {
            "heading": self._heading,
            "list": self._list,
            "code": self._code,
            "link": self._link,
            "autolink": self._link,
            "unencrypted-image": self._picture,
            "inline-file": self._file,
            "snfile": self._file_elsewhere,
            "snbubble": self._bubble,
            "youtube": self._address,
            "tweet": self._address,
        }
        self.markdown = from_tokens(self._node(root, ""))
        self.faults += [
            f"A part of it, “{shown(kind)}”, has no form here; it is kept beside." for kind in self._untold
        ]

    def _node(self, node: Any, within: str) -> _Tokens:
        """The tags and texts of a node. `within` is the kind of the one around it."""
        kind = _said(node, "type")
        if kind in _TEXTS:
            yield from self._words(node, within)
        elif kind == "linebreak":
            yield Start("br")
        elif kind == "tab":
            yield "\t" if within == "code" else " "
        elif kind == "horizontalrule":
            yield Start("hr")
        elif kind in self._makers:
            yield from self._makers[kind](node, within)
        elif kind in _ELEMENTS:
            yield from self._element(_ELEMENTS[kind], node)
        else:
            if kind not in _BARE:
                self._untold[kind] = None
            yield from self._children(node)
            yield _said(node, "text")

    def _children(self, node: dict[str, Any]) -> _Tokens:
        for child in _children(node):
            yield from self._node(child, _said(node, "type"))

    def _element(self, name: str, node: dict[str, Any], **attributes: str) -> _Tokens:
        yield Start(name, attributes)
        yield from self._children(node)
        yield End(name)

    def _words(self, node: dict[str, Any], within: str) -> _Tokens:
        words = _said(node, "text")
        if within == "code":
            yield words
            return
        number = node.get("format")
        tags = [tag for bit, tag in _FORMATS.items() if isinstance(number, int) and number & bit]
        yield from (Start(tag) for tag in tags)
        for count, line in enumerate(words.split("\n")):
            if count:
                yield Start("br")
            yield _SPACES.sub(
                lambda found: "\u00a0" * len(found[0]), line
            )  # spaces that are not run together
        yield from (End(tag) for tag in reversed(tags))

    def _heading(self, node: dict[str, Any], _within: str) -> _Tokens:
        tag = _said(node, "tag")
        yield from self._element(tag if re.fullmatch("h[1-6]", tag) else "h2", node)

    def _list(self, node: dict[str, Any], _within: str) -> _Tokens:
        kind, start = _said(node, "listType"), node.get("start")
        name = "ol" if kind == "number" else "ul"
        yield Start(name, {"start": str(start)} if isinstance(start, int) else {})
        for item in _children(node):
            inner = _children(item)
            if inner and all(_said(each, "type") == "list" for each in inner):
                yield from self._children(
                    item
                )  # an item that is nothing but the list below the one before it
            else:
                checked = {"data-checked": "true" if item.get("checked") is True else "false"}
                yield Start("li", checked if kind == "check" else {})
                yield from self._children(item)
                yield End("li")
        yield End(name)

    def _code(self, node: dict[str, Any], _within: str) -> _Tokens:
        language = _said(node, "language")
        yield from self._element("pre", node, **({"class": f"language-{language}"} if language else {}))

    def _link(self, node: dict[str, Any], _within: str) -> _Tokens:
        yield from self._element("a", node, href=_said(node, "url"))

    def _picture(self, node: dict[str, Any], within: str) -> _Tokens:
        name = self._held(node, "")
        yield from _apart(
            within, Start("img", {"src": name or _said(node, "src"), "alt": _said(node, "alt") or name})
        )

    def _file(self, node: dict[str, Any], within: str) -> _Tokens:
        wanted = _said(node, "fileName")
        name = self._held(node, wanted)
        if name and is_picture(name):
            yield from _apart(within, Start("img", {"src": name, "alt": name}))
        elif name:
            yield from _apart(within, Start("a", {"href": name}), name, End("a"))
        else:
            self.faults.append(f"The file {shown(wanted or 'within it')} cannot be read.")
            yield from _apart(within, wanted)

    def _held(self, node: dict[str, Any], wanted: str) -> str:
        """Attach what the node holds in itself; its state is left with the name."""
        name = self._attached.add_held(_said(node, "src"), wanted)
        if name:
            node["src"] = name
        return name

    def _file_elsewhere(self, node: dict[str, Any], within: str) -> _Tokens:
        """A file that lies encrypted on the server; which one, is told with the files of the note."""
        yield from _apart(within, self._items.title(_said(node, "fileUuid")))

    def _bubble(self, node: dict[str, Any], _within: str) -> _Tokens:
        yield self._items.title(_said(node, "itemUuid"))

    def _address(self, node: dict[str, Any], within: str) -> _Tokens:
        video, post = _said(node, "videoID"), _said(node, "id")
        address = f"https://www.youtube.com/watch?v={video}" if video else f"https://x.com/i/status/{post}"
        yield from _apart(within, Start("a", {"href": address}), address, End("a"))


def _apart(within: str, *tokens: Start | End | str) -> _Tokens:
    """On lines of its own, where it is not part of a line."""
    is_block = within in {"root", "collapsible-content"}
    yield from (Start("p"), *tokens, End("p")) if is_block else tokens


def _said(node: Any, name: str) -> str:
    value = node.get(name) if isinstance(node, dict) else None
    return cleaned(value) if isinstance(value, str) else ""


def _children(node: Any) -> list[Any]:
    children = node.get("children") if isinstance(node, dict) else None
    return [each for each in children if isinstance(each, dict)] if isinstance(children, list) else []
