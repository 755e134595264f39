"""Pieces of Markdown: what is bold, a link, a picture, an item, a table."""

import re
from collections.abc import Sequence

_INNER_SIGNS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\](?=[(\[])")
_TOUCHING = {
    "*": re.compile(r"\*(?=\S)|(?<=\S)\*"),
    "_": re.compile(r"(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"),
    "`": re.compile(r"`+"),
    "~~": re.compile(r"~~"),
}
_ADDRESS = re.compile(r"(\b[a-z]+://\S+)")
_MARKER = re.compile(r" *(?:(?:[-*+]|\d+[.)]|#+|>) +)*(?:\[[ x]\] +)?")
_BARE_TARGET = re.compile(r"[^\s<>()\\]+")
_AUTOLINK = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)


def escaped(text: str) -> str:
    """A text as it is, in Markdown: only what would be read as a mark gets a backslash, and no address does."""
    if not re.search(r"[\\<&\]*_`~]", text):
        return text
    return "".join(each if number % 2 else _escaped(each) for number, each in enumerate(_ADDRESS.split(text)))


def _escaped(text: str) -> str:
    text = _INNER_SIGNS.sub(r"\\\g<0>", text)
    for sign, touching in _TOUCHING.items():
        # One alone marks nothing: "5* hotel", "snake_case" stay as they are.
        if text.count(sign) > 1 and len(touching.findall(text)) > 1:
            text = touching.sub(r"\\\g<0>", text)
    return text


def marked(text: str, sign: str) -> str:
    """Each line between two signs, such as "**"; blanks at its ends, and the marker of an item, stay outside."""
    if not sign:
        return text
    return "\n".join(_marked_line(line, sign) for line in text.split("\n"))


def _marked_line(line: str, sign: str) -> str:
    marker = _MARKER.match(line)
    start = marker.end() if marker else 0
    inner = line[start:].strip()
    if not inner or inner.startswith(("|", "```")):
        return line
    end = line[len(line.rstrip()) :]
    return f"{line[:start]}{sign}{inner}{sign}{end}"


def code(text: str) -> str:
    """A piece of code within a line."""
    inner = text.strip()
    if not inner:
        return text
    most = max((len(run) for run in re.findall(r"`+", inner)), default=0)
    fence, space = "`" * (most + 1), " " if most else ""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{fence}{space}{inner}{space}{fence}{after}"


def fenced(text: str, language: str = "") -> str:
    """Lines of code."""
    most = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, most + 1)
    return f"{fence}{language}\n{text.strip(chr(10))}\n{fence}"


def target(address: str) -> str:
    """Where a link leads, as it stands in the link."""
    address = " ".join(address.split())
    if _BARE_TARGET.fullmatch(address):
        return address
    return "<" + address.replace("\\", "\\\\").replace("<", "\\<").replace(">", "\\>") + ">"


def link(text: str, address: str) -> str:
    """A link; of an address that is its own text, just that."""
    shown = " ".join(text.split())
    if _AUTOLINK.fullmatch(address) and shown in {address, address.removeprefix("mailto:")}:
        return f"<{shown}>"
    return f"[{shown}]({target(address)})"


def picture(alternative: str, address: str) -> str:
    """A picture."""
    return f"![{bracketed(' '.join(alternative.split()))}]({target(address)})"


def bracketed(text: str) -> str:
    """A plain text that stands in brackets."""
    return re.sub(r"[\[\]\\]", r"\\\g<0>", text)


def item(marker: str, text: str) -> str:
    """An item of a list or a quotation: the marker in front, the other lines indented under its text."""
    first, *others = text.split("\n")
    space = " " * len(marker)
    return "\n".join([(marker + first).rstrip(), *(space + line if line else "" for line in others)])


def quoted(text: str) -> str:
    """A quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; its first row is the head, as wide as the widest: further cells of a row would not be shown."""
    width = max(len(row) for row in rows)
    head = [*rows[0], *[""] * (width - len(rows[0]))]
    return "\n".join(_row(row) for row in (head, ["---"] * width, *rows[1:]))


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(each.split()).replace("|", "\\|") for each in cells) + " |"
