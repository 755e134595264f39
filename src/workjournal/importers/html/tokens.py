"""HTML as a row of tags and texts, in one pass, whatever it holds.

Python's own parser needs the square of the time for a few hundred thousand "<a ", which a text from elsewhere may
hold; here every letter is looked at a few times at most. What is no tag stays text, so nothing is lost.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Za-z][\w-]*(?::[\w-]+)?(?=[\s/>])", re.ASCII)
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
_END_OF_TAG = re.compile(r"[\s/]*>")
_ENDS = {name: re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE) for name in ("script", "style", "title")}
"""Tags whose content is no text of the page, and how it ends."""
_REMARK_ENDS = {True: re.compile(r"-->"), False: re.compile(r">")}
_ENDLESS_NUMBER = re.compile(r"&(?=#[xX]?[0-9a-fA-F]{9})")


@dataclass(frozen=True)
class Start:
    """A tag that begins; names in small letters."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class End:
    """A tag that ends."""

    name: str


def tokens(text: str) -> Iterator[Start | End | str]:
    """The tags and texts in their order; remarks, scripts and styles are left out, entities are letters."""
    reader = _Reader(text)
    while reader.at < len(text):
        yield from reader.step()


def unescaped(text: str) -> str:
    """With letters for entities; a number that no letter can have stays as it is written."""
    return html.unescape(_ENDLESS_NUMBER.sub("&amp;", text)) if "&" in text else text


class _Reader:
    def __init__(self, text: str) -> None:
        self._text, self.at = text, 0
        self._missing: set[re.Pattern[str]] = set()

    def step(self) -> Iterator[Start | End | str]:
        """The next text and the tag behind it."""
        sign = self._text.find("<", self.at)
        sign = len(self._text) if sign < 0 else sign
        if sign > self.at:
            yield unescaped(self._text[self.at : sign])
        self.at = sign
        if sign == len(self._text) or self._pass_remark():
            return
        tag = self._tag()
        if tag is None:
            self.at += 1
            yield "<"
        elif not (isinstance(tag, Start) and tag.name in _ENDS and self._pass(_ENDS[tag.name], self.at)):
            yield tag

    def _tag(self) -> Start | End | None:
        """The tag that is here, behind which one is then; None for a "<" that begins none."""
        ends = self._text.startswith("/", self.at + 1)
        name = _NAME.match(self._text, self.at + 1 + ends)
        if name is None:
            return None
        at, attributes = name.end(), dict[str, str]()
        while not (closed := _END_OF_TAG.match(self._text, at)):
            attribute = _ATTRIBUTE.match(self._text, at)
            if attribute is None:
                return None
            value = next((each for each in attribute.groups()[1:] if each), "")
            attributes.setdefault(attribute[1].lower(), unescaped(value))
            at = attribute.end()
        self.at = closed.end()
        return End(name[0].lower()) if ends else Start(name[0].lower(), attributes)

    def _pass_remark(self) -> bool:
        if self._text[self.at + 1 : self.at + 2] not in {"!", "?"}:
            return False
        return self._pass(_REMARK_ENDS[self._text.startswith("<!--", self.at)], self.at + 2)

    def _pass(self, end: re.Pattern[str], start: int) -> bool:
        """Go on behind what ends so, if it does. What is missing once is never looked for again."""
        found = None if end in self._missing else end.search(self._text, start)
        if found is None:
            self._missing.add(end)
            return False
        self.at = found.end()
        return True
