"""An open tag, and the Markdown that is inside it so far."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LINES = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dt",
            "fieldset",
        ),
        *(
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "html",
            "li",
            "main",
            "nav",
            "option",
            "section",
        ),
        *("summary", "td", "th", "tr"),
    )
)
"""What stands on lines of its own."""
SPACED = frozenset({"blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"})
"""What has an empty line before and after it."""
BLOCKS = LINES | SPACED
VERBATIM = frozenset({"code", "kbd", "pre", "samp", "tt"})
INLINE = VERBATIM | frozenset(
    (
        *(
            "a",
            "audio",
            "b",
            "del",
            "em",
            "font",
            "i",
            "iframe",
            "mark",
            "object",
            "q",
            "s",
            "span",
            "strike",
        ),
        *("strong", "sub", "sup", "u", "video"),
    )
)
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~", "s": "~~", "strike": "~~"}
_STYLES = {
    "**": re.compile(r"font-weight:(?:bold|[6-9]00)"),
    "*": re.compile(r"font-style:(?:italic|oblique)"),
    "~~": re.compile(r"text-decoration(?:-line)?:[^;]*line-through"),
}
_PLAIN_STYLES = {"**": re.compile(r"font-weight:(?:normal|[1-5]00)"), "*": re.compile(r"font-style:normal")}


@dataclass
class Frame:
    """An open tag.

    Attributes:
        verbatim, raw: within code; within lines of code, where every blank counts.
        signs: what goes around its text: "**" …
        lead, gap: line ends wanted before the first of its parts, and after the last so far: one, or two for an
            empty line.
        rows: of a table; of a row its cells, each as a row of one.
        above: of a table, what stands before its first row.
        number: of the next item of a list.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    verbatim: bool = False
    raw: bool = False
    signs: tuple[str, ...] = ()
    parts: list[str] = field(default_factory=list)
    lead: int = 0
    gap: int = 0
    rows: list[list[str]] = field(default_factory=list)
    above: str = ""
    number: int = 1
    last_signs: tuple[str, ...] = ()

    def text(self, text: str, signs: tuple[str, ...] = ()) -> None:
        """Add text within a line."""
        if self.raw:
            self.parts.append(text)
            return
        if (
            self.gap
            or (self.parts and self.parts[-1].endswith(" "))
            or not (self.parts or self.name in INLINE)
        ):
            text = text.lstrip(" ")
        if not text:
            return
        self._break()
        whole = "".join(signs)
        if whole and signs == self.last_signs and self.parts[-1].endswith(whole[::-1]):
            # Two bold pieces side by side are one: "**a****b**" would be read otherwise.
            self.parts[-1] = self.parts[-1][: -len(whole)]
            text = text[len(whole) :]
        self.parts.append(text)
        self.last_signs = signs

    def block(self, text: str, before: int, after: int) -> None:
        """Add lines; where there are none, only the distance counts."""
        if self.raw:
            is_within_line = self.parts and not self.parts[-1].endswith("\n")
            self.parts.append(f"\n{text}\n" if is_within_line else f"{text}\n")
        elif text:
            self.gap = max(self.gap, before)
            self._break()
            self.parts.append(text)
            self.gap, self.last_signs = after, ()

    def line_break(self, count: int = 1) -> None:
        """Go on in a new line."""
        if self.raw:
            self.parts.append("\n" * count)
        else:
            self.gap = min(2, self.gap + count)

    def content(self) -> str:
        """What is inside it."""
        whole = "".join(self.parts)
        return whole if self.raw or self.name in INLINE else whole.rstrip(" \n")

    def _break(self) -> None:
        if not self.gap:
            return
        if self.parts:
            self.parts[-1] = self.parts[-1].rstrip(" ")
            self.parts.append("\n" * self.gap)
        else:
            self.lead = self.gap
        self.gap, self.last_signs = 0, ()


def signs_of(name: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    """What a tag by its name or its style puts around a text: bold, italic, struck through."""
    style = re.sub(r"\s+", "", attributes.get("style", "")).lower()
    return tuple(
        sign
        for sign, styled in _STYLES.items()
        if (_SIGNS.get(name) == sign and not _is_plain(sign, style)) or (style and styled.search(style))
    )


def _is_plain(sign: str, style: str) -> bool:
    """Google Docs puts a whole text into a `<b style="font-weight:normal">`."""
    return bool(style) and sign in _PLAIN_STYLES and _PLAIN_STYLES[sign].search(style) is not None
