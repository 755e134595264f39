"""HTML as Markdown: what other programs keep their texts in.

A stack of open tags, each with the Markdown inside it, and no recursion: what is nested deeper than people nest
keeps its text and loses its form. Links and pictures keep the address they have.
"""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from workjournal.importers.html import pieces
from workjournal.importers.html.closing import close
from workjournal.importers.html.frames import BLOCKS, INLINE, VERBATIM, Frame, signs_of
from workjournal.importers.html.tokens import End, Start, tokens, unescaped

LARGEST = 4_000_000
"""Letters beyond which only the plain text is taken."""
_DEEPEST, _DEEPEST_NESTS = 100, 24
_LISTS = frozenset({"ul", "ol"})
_NESTS = frozenset({"blockquote", "li", *_LISTS})
"""What moves every line of its content further in, so that deep ones would grow without bound."""
_CELLS = frozenset({"td", "th"})
_ENDED_BY = {
    "li": ({"li"}, _LISTS),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": (_CELLS, {"tr", "table"}),
    "th": (_CELLS, {"tr", "table"}),
}
"""Which open tags a new one ends, where they have no end of their own; and in which tag they are looked for."""
_WALLS = frozenset({"blockquote", "dl", "li", "table", *_LISTS, *_CELLS})
_REACH = {
    "table": frozenset[str](),
    "li": _LISTS | {"table"},
    **dict.fromkeys(("td", "th", "tr"), frozenset({"table"})),
    **dict.fromkeys(("ul", "ol", "dl", "blockquote"), _CELLS),
}
"""What an end of such a tag does not reach through, where that is not each of the walls."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def to_markdown(text: str) -> str:
    """A piece of HTML, or a whole page, as Markdown."""
    return plain_text(text) if len(text) > LARGEST else from_tokens(tokens(text))


def as_markdown(text: str) -> str:
    """The same of a text that may be HTML, or plain with entities at most."""
    return to_markdown(text) if is_html(text) else unescaped(text)


def from_tokens(row: Iterable[Start | End | str]) -> str:
    """Tags and texts as Markdown."""
    writer = _Writer()
    for token in row:
        if isinstance(token, str):
            writer.text(token)
        elif isinstance(token, Start):
            writer.start(token)
        else:
            writer.end(token)
    return writer.finish()


def plain_text(text: str) -> str:
    """The text without its tags."""
    return unescaped(re.sub(r"<[A-Za-z/!?][^<>]*>", "", text)).strip()


def is_html(text: str) -> bool:
    """Whether a text that may be HTML or plain is HTML: it has a tag that is one."""
    return any(
        isinstance(each, Start) and (each.name in BLOCKS | INLINE or each.name in {"br", "hr", "img"})
        for each in tokens(text[:LARGEST])
    )


class _Writer:
    def __init__(self) -> None:
        self._stack = [Frame("body")]
        self._count = Counter[str]()
        """Open tags by name: most tags close none, which is seen here without a look through the stack."""
        self._flat = Counter[str]()
        """Open tags by name that are too deep to be told."""

    @property
    def _top(self) -> Frame:
        return self._stack[-1]

    def text(self, text: str) -> None:
        if self._top.raw:
            self._top.text(text)
            return
        text = _BLANKS.sub(" ", text).replace("\u00a0", " ")
        if not self._top.verbatim:
            text = pieces.escaped(text)
            if self._count["a"]:
                text = re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", text)
        self._top.text(text)

    def start(self, tag: Start) -> None:
        if tag.name in BLOCKS:
            self._end_nearest({"p"}, _WALLS)
        if tag.name in _ENDED_BY:
            self._end_nearest(*_ENDED_BY[tag.name])
        if tag.name in BLOCKS or tag.name in INLINE:
            self._open(tag)
        else:
            self._add_void(tag)

    def end(self, tag: End) -> None:
        if tag.name == "br":
            self._top.line_break()
        elif self._flat[tag.name]:
            self._flat[tag.name] -= 1
        elif tag.name in BLOCKS or tag.name in INLINE:
            self._end_nearest({tag.name}, _REACH.get(tag.name, _WALLS))
        if tag.name in BLOCKS and not self._top.raw:
            self._top.gap = max(self._top.gap, 1)

    def finish(self) -> str:
        while len(self._stack) > 1:
            self._close()
        return self._top.content().strip("\n")

    def _open(self, tag: Start) -> None:
        nests = sum(self._count[name] for name in _NESTS) if tag.name in _NESTS else 0
        if len(self._stack) >= _DEEPEST or nests >= _DEEPEST_NESTS:
            self._flat[tag.name] += 1
            if tag.name in BLOCKS:
                self._top.gap = max(self._top.gap, 1)
            return
        signs = signs_of(tag.name, tag.attributes)
        above = {sign for each in self._stack for sign in each.signs} if signs else set()
        self._count[tag.name] += 1
        self._stack.append(
            Frame(
                tag.name,
                tag.attributes,
                verbatim=self._top.verbatim or tag.name in VERBATIM,
                raw=self._top.raw or tag.name == "pre",
                signs=tuple(sign for sign in signs if sign not in above),
                number=_first_number(tag.attributes.get("start", "")),
            )
        )

    def _end_nearest(self, names: AbstractSet[str], walls: AbstractSet[str]) -> None:
        """Close the innermost open tag of these names, and what is open within it; none outside a wall."""
        if not any(self._count[name] for name in names):
            return
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].name in names:
                while len(self._stack) > depth:
                    self._close()
                return
            if self._stack[depth].name in walls:
                return

    def _close(self) -> None:
        frame = self._stack.pop()
        self._count[frame.name] -= 1
        close(frame, self._top)

    def _add_void(self, tag: Start) -> None:
        attributes = tag.attributes
        if tag.name == "br":
            self._top.line_break()
        elif tag.name == "hr":
            self._top.block("---", 2, 2)
        elif tag.name == "img":
            address, alternative = attributes.get("src", ""), attributes.get("alt", "")
            self._top.text(pieces.picture(alternative, address) if address else pieces.escaped(alternative))
        elif tag.name == "input" and attributes.get("type", "").lower() == "checkbox":
            self._top.text("[x] " if "checked" in attributes else "[ ] ")
        elif tag.name in {"embed", "source"} and attributes.get("src"):
            name = attributes.get("title") or attributes["src"].rsplit("/", 1)[-1]
            self._top.text(pieces.link(pieces.bracketed(name), attributes["src"]))


def _first_number(start: str) -> int:
    return int(start) if re.fullmatch(r"[0-9]{1,9}", start) else 1
