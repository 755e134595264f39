"""Where the links of a Markdown text lead, outside of its code: to each, what shall stand there instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from workjournal.importers.html.pieces import bracketed, picture, target
from workjournal.importers.html.tokens import unescaped
from workjournal.importers.markdown.mask import without_code

_LINK = re.compile(
    r"(?P<head>(?P<embeds>!?)\[(?P<words>[^\[\]\n]*+))?(?:(?<!\\)|(?<=\\\\))\]\([ \t]*+"
    r"(?P<target><[^<>\n]*+>|[^\s()<>]++(?:\([^\s()<>]*+\)[^\s()<>]*+)*+)"
    r"(?P<behind>[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?[ \t]*+\)"
    r"|^ {0,3}\[(?P<label>[^\[\]\n]++)\]:[ \t]++(?P<defined><[^<>\n]*+>|\S++)"
    r"|<(?P<element>img|a|video|audio|source|embed|iframe|object)\b(?P<attributes>[^<>]*+)>",
    re.MULTILINE | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\b(src|href|data|alt)[ \t\n]*+=[ \t\n]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"']++))", re.IGNORECASE
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Link:
    """A link, a picture, a definition of either (`[1]: …`), or an element of HTML that leads somewhere.

    Attributes:
        written: all of it; of a link whose words hold links themselves only what is behind the words.
        target: where it leads, without the signs around it.
        words: of the link, or what a picture shows where it cannot be seen; None where they are not part of it.
        embeds: whether what it leads to is shown in its place.
    """

    written: str
    target: str
    words: str | None
    embeds: bool
    element: str = ""
    behind: str = ""
    raw: str = ""

    def to_file(self, name: str, *, is_picture: bool) -> str:
        """The same with a file of that name at its end."""
        if self.element == "img":
            return picture(self.words or name, name)
        if self.element or self.words is None:
            new = name if self.element else target(name)
            place = self.written.rindex(self.raw)
            return self.written[:place] + new + self.written[place + len(self.raw) :]
        sign = "!" if self.embeds and is_picture else ""
        return f"{sign}[{self.words.strip() or bracketed(name)}]({target(name)}{self.behind})"

    def to_words(self, title: str) -> str:
        """What it says, and the title of the text that it led to."""
        if self.element or not self.written.endswith(")"):
            return self.written
        if self.words is None:
            return f"] [{title}]"
        words = self.words.strip()
        return f"[{title}]" if words in {"", title, bracketed(title)} else f"{words} [{title}]"


def relinked(text: str, change: Callable[[Link], str]) -> str:
    """The text with each link as `change` writes it; its `written` leaves it as it is."""
    masked = without_code(text)
    pieces: list[str] = []
    done = 0
    for found in _LINK.finditer(masked):
        link = _link(found, text)
        if link.target:
            pieces += (text[done : found.start()], change(link))
            done = found.end()
    return "".join((*pieces, text[done:]))


def _link(found: re.Match[str], text: str) -> Link:
    written = text[found.start() : found.end()]
    if found["element"]:
        return _element(written, found["element"].lower())
    kind = "target" if found["target"] else "defined"
    raw = text[found.start(kind) : found.end(kind)]
    bare = _ESCAPED.sub(r"\1", raw[1:-1] if raw.startswith("<") else raw).strip()
    words = text[found.start("words") : found.end("words")] if found["head"] is not None else None
    return Link(written, bare, words, embeds=bool(found["embeds"]), behind=found["behind"] or "", raw=raw)


def _element(written: str, name: str) -> Link:
    said: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        said.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
    raw = said.get("src") or said.get("href") or said.get("data") or ""
    words = unescaped(said.get("alt", "")).strip()
    return Link(written, unescaped(raw), words, embeds=name != "a", element=name, raw=raw)
