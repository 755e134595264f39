"""How a pack's parts are written as Markdown and as plain text: every text a value, which can break out of nothing."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workjournal.exporters import letters
from workjournal.exporters.letters import BREAK
from workjournal.exporters.markdown_tree import LISTS, Node, plain, tree
from workjournal.exporters.pack_content import PackTable

WIDEST = 90
"""Columns of a plain table whose cells stand below each other; a form shows a wider one broken."""


class Form(Protocol):
    """One way to write. What comes in is as the journal has it; what goes out is finished lines."""

    def line(self, text: str) -> str:
        """A text without marks of its own, in one line."""

    def heading(self, text: str, level: int) -> str:
        """A line by itself; level 1 is the title."""

    def strong(self, text: str) -> str:
        """A line's words that stand out."""

    def prose(self, markdown: str) -> str:
        """A text of the journal, its paragraphs apart; "" where nothing would be read."""

    def link(self, link: str) -> str:
        """An address, spelled out."""

    def facts(self, pairs: Sequence[tuple[str, str]]) -> str:
        """Short labelled values."""

    def table(self, table: PackTable) -> str:
        """Its headers and rows."""


def one_line(text: str) -> str:
    """A text in one line, without signs that have no shape or turn others around."""
    return " ".join(letters.shown(text, frozenset()).split())


def indented(text: str, first: str) -> str:
    """A text behind a bullet or number; its further lines stand under its first."""
    lines = text.split("\n")
    rest = (" " * len(first) + line if line else "" for line in lines[1:])
    return "\n".join(((first + lines[0]).rstrip(), *rest))


def led_by_paragraph(markdown: str) -> bool:
    """Whether a label can stand in the text's first line."""
    return bool(tree(markdown)[0]["is"] == "paragraph")


@dataclass(frozen=True)
class PlainForm:
    """Letters alone, for a field of a company's form: no marks, and no line is broken but where one ends."""

    def line(self, text: str) -> str:
        return one_line(text)

    def heading(self, text: str, level: int) -> str:  # noqa: ARG002 # all look alike
        return one_line(text)

    def strong(self, text: str) -> str:
        return one_line(text)

    def prose(self, markdown: str) -> str:
        return self._blocks(tree(letters.shown(markdown, frozenset())))

    def link(self, link: str) -> str:
        return one_line(link)

    def facts(self, pairs: Sequence[tuple[str, str]]) -> str:
        return "\n".join(f"{one_line(label)}: {one_line(value)}" for label, value in pairs)

    def table(self, table: PackTable) -> str:
        rows = [[one_line(cell) for cell in row] for row in (table.headers, *table.rows)]
        widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
        if sum(widths) + 2 * len(widths) <= WIDEST:
            return "\n".join("  ".join(map(_padded, row, widths)).rstrip() for row in rows)
        named = (
            "\n".join(f"{head}: {cell}" for head, cell in zip(rows[0], row, strict=True)) for row in rows[1:]
        )
        return "\n\n".join(named)

    def _blocks(self, nodes: Sequence[Node]) -> str:
        return "\n\n".join(written for node in nodes if (written := self._block(node)))

    def _block(self, node: Node) -> str:
        match node["is"]:
            case "paragraph":
                return "".join(map(_said, node["inside"]))
            case "bullets":
                return "\n".join(indented(self._item(item), "- ") for item in node["items"])
            case "numbers":
                numbered = enumerate(node["items"], node["start"])
                return "\n".join(indented(self._item(item), f"{place}. ") for place, item in numbered)
            case "quote":
                return self._blocks(node["inside"])
            case _:  # code, or a rule, which has no text
                return str(node.get("text", ""))

    def _item(self, nodes: Sequence[Node]) -> str:
        return joined_item(nodes, [self._block(node) for node in nodes])


def joined_item(nodes: Sequence[Node], written: Sequence[str]) -> str:
    """A list's item: a list within it right under its text, paragraphs apart."""
    whole = ""
    for node, text in zip(nodes, written, strict=True):
        if text:
            whole += ("\n" if node["is"] in LISTS else "\n\n") * bool(whole) + text
    return whole


def _said(inline: Node) -> str:
    if inline["is"] == "break":
        return "\n"
    return str(inline.get("text", "")).replace(BREAK, "") + "".join(map(_said, inline.get("inside", ())))


def _columns(text: str) -> int:
    """How many columns of a fixed-width font a text takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in {"Mn", "Cf"} for letter in text)


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - _columns(text))


# ---- Markdown

_MARKS = re.compile(r"[\\`*\[\]~]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BEGINNING = re.compile(r"^(?=[-+](?:\s|$)|[-=\s]+$|>|#)|^(\d{1,9})(?=[.)](?:\s|$))")
_SHAPELESS = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2069\ufeff]+")
_OPENED = re.compile(r"(?:https?://|mailto:)[^\s<>]+$", re.IGNORECASE)


@dataclass(frozen=True)
class MarkdownForm:
    """CommonMark, with tables as GitHub has them. Headings are ours alone, and nothing is read as HTML."""

    def line(self, text: str) -> str:
        return _began(_escaped(one_line(text)))

    def heading(self, text: str, level: int) -> str:
        return f"{'#' * level} {_escaped(one_line(text))}"

    def strong(self, text: str) -> str:
        return _around("**", _escaped(one_line(text)))

    def prose(self, markdown: str) -> str:
        return self._blocks(tree(letters.shown(markdown, frozenset())))

    def link(self, link: str) -> str:
        line = one_line(link)
        return f"<{line}>" if _OPENED.match(line) else self.line(link)

    def facts(self, pairs: Sequence[tuple[str, str]]) -> str:
        # No list: one that ends the text before would take these in.
        return "\\\n".join(
            f"{self.strong(f'{label}:')} {_escaped(one_line(value))}".rstrip() for label, value in pairs
        )

    def table(self, table: PackTable) -> str:
        rows = [
            [_escaped(one_line(cell)).replace("|", "\\|") for cell in row]
            for row in (table.headers, *table.rows)
        ]
        rows.insert(1, ["---"] * len(table.headers))
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _blocks(self, nodes: Sequence[Node]) -> str:
        return "\n\n".join(self._written(nodes))

    def _written(self, nodes: Sequence[Node]) -> list[str]:
        """A list right after one of its kind takes the other sign, or it would go on with that."""
        other, written = False, []
        for place, node in enumerate(nodes):
            other = bool(place) and node["is"] in LISTS and nodes[place - 1]["is"] == node["is"] and not other
            written.append(self._block(node, other=other))
        return written

    def _block(self, node: Node, *, other: bool) -> str:
        match node["is"]:
            case "paragraph":
                return self._paragraph(node["inside"])
            case "bullets":
                return "\n".join(
                    indented(self._item(item), "* " if other else "- ") for item in node["items"]
                )
            case "numbers":
                sign, numbered = ")" if other else ".", enumerate(node["items"], node["start"])
                return "\n".join(indented(self._item(item), f"{place}{sign} ") for place, item in numbered)
            case "quote":
                return "\n".join(f"> {line}".rstrip() for line in self._blocks(node["inside"]).split("\n"))
            case "rule":
                return "* * *"
            case _:
                fence = "`" * max(3, _longest_ticks(node["text"]) + 1)
                return f"{fence}\n{node['text']}\n{fence}"

    def _item(self, nodes: Sequence[Node]) -> str:
        return joined_item(nodes, self._written(nodes))

    def _paragraph(self, inside: Sequence[Node]) -> str:
        """With its marks where they are read the same again; else without."""
        said = "".join(map(_said, inside))
        for written in ("".join(map(self._inline, inside)), _escaped(said).replace("\n", "\\\n")):
            lines = "\n".join(_began(line.strip()) for line in written.split("\n"))
            if _letters(plain(lines)) == _letters(said):
                break
        return lines

    def _inline(self, node: Node) -> str:
        match node["is"]:
            case "break":
                return "\\\n"
            case "code":
                ticks = "`" * (_longest_ticks(node["text"]) + 1)
                space = " " if node["text"][:1] in "` " or node["text"][-1:] in "` " else ""
                return f"{ticks}{space}{node['text']}{space}{ticks}"
            case "strong" | "emph":
                sign = "**" if node["is"] == "strong" else "*"
                return _around(sign, "".join(map(self._inline, node["inside"])))
            case _:
                return _escaped(node["text"].replace(BREAK, ""))


def _around(sign: str, written: str) -> str:
    return f"{sign}{written}{sign}" if written.strip() else written


def _escaped(text: str) -> str:
    """A text whose signs are signs: marks behind a backslash, and angles as HTML names them."""
    return _ENTITY.sub("&amp;", _MARKS.sub(r"\\\g<0>", text)).replace("<", "&lt;")


def _began(line: str) -> str:
    """A line that begins neither a list nor a heading, a quote or a rule."""
    return _BEGINNING.sub(lambda found: f"{found[1] or ''}\\", line)


def _letters(text: str) -> str:
    return _SHAPELESS.sub("", text)


def _longest_ticks(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
