"""What becomes of a tag when it ends: its Markdown goes into the tag around it."""

import re
from collections.abc import Callable

from workjournal.importers.html import pieces
from workjournal.importers.html.frames import BLOCKS, SPACED, VERBATIM, Frame

_LISTS = frozenset({"ul", "ol"})
_NO_LINKS = re.compile(r"\s*(?:javascript|vbscript):|#", re.IGNORECASE)
"""Addresses that lead nowhere outside the page they stand in."""
_CHECKED = {"true": "[x] ", "checked": "[x] ", "false": "[ ] ", "unchecked": "[ ] "}
_TICKED = re.compile(r"\[[ x]\]\s")
_LANGUAGE = re.compile(r"(?:^|\s)lang(?:uage)?-([\w+#.-]{1,40})")


def close(frame: Frame, around: Frame) -> None:
    """End a tag in the one around it."""
    closing = _CLOSINGS.get(frame.name)
    if around.raw:
        _close_raw(frame, around)
    elif closing is not None:
        closing(frame, around)
    elif frame.name in BLOCKS:
        _close_block(frame, around, frame.content())
    else:
        _close_inline(frame, around, frame.content())


def _close_raw(frame: Frame, around: Frame) -> None:
    if frame.name in BLOCKS:
        around.block(frame.content(), 1, 1)
    else:
        around.text(frame.content())
    around.attributes = {**frame.attributes, **around.attributes}  # <pre><code class="language-python">


def _close_block(frame: Frame, around: Frame, text: str) -> None:
    if not text:
        around.line_break(1 if frame.gap and around.gap else 0)  # an empty line: <div><br></div>
        return
    gap = 2 if frame.name in SPACED else 1
    around.block(text, max(gap, frame.lead), max(gap, frame.gap))


def _close_inline(frame: Frame, around: Frame, text: str) -> None:
    around.line_break(frame.lead)
    for sign in frame.signs:
        text = pieces.marked(text, sign)
    around.text(text, frame.signs)
    around.line_break(frame.gap)


def _close_heading(frame: Frame, around: Frame) -> None:
    text = " ".join(frame.content().split())
    _close_block(frame, around, f"{'#' * int(frame.name[1])} {text}" if text else "")


def _close_bold_line(frame: Frame, around: Frame) -> None:
    _close_block(frame, around, pieces.marked(frame.content(), "**"))


def _close_quotation(frame: Frame, around: Frame) -> None:
    text = frame.content()
    _close_block(frame, around, pieces.quoted(text) if text else "")


def _close_code_lines(frame: Frame, around: Frame) -> None:
    language = _LANGUAGE.search(frame.attributes.get("class", ""))
    text = "".join(frame.parts)
    _close_block(frame, around, pieces.fenced(text, language[1] if language else "") if text.strip() else "")


def _close_code(frame: Frame, around: Frame) -> None:
    text = frame.content()
    _close_inline(frame, around, text if around.verbatim else pieces.code(text))


def _close_link(frame: Frame, around: Frame) -> None:
    text = frame.content()
    address = (
        frame.attributes.get("href") or frame.attributes.get("src") or frame.attributes.get("data") or ""
    )
    if not text.strip() and frame.name != "a":
        text = frame.attributes.get("title") or address.rsplit("/", 1)[-1]
    if address and text.strip() and not _NO_LINKS.match(address):
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        text = before + pieces.link(text, address) + after
    _close_inline(frame, around, text)


def _wrapped(before: str, after: str) -> Callable[[Frame, Frame], None]:
    def wrap(frame: Frame, around: Frame) -> None:
        text = frame.content()
        _close_inline(frame, around, f"{before}{text}{after}" if text.strip() else text)

    return wrap


def _close_list(frame: Frame, around: Frame) -> None:
    text = frame.content()
    if around.name in _LISTS and text:  # a list beside the items of its parent belongs to the item before it
        around.block("\n".join("   " + line if line else "" for line in text.split("\n")), 1, 1)
    elif around.name == "li" and text:
        around.gap = 1 if around.parts else 0
        around.block(text, 1, 1)
    else:
        _close_block(frame, around, text)


def _close_item(frame: Frame, around: Frame) -> None:
    text = frame.content()
    box = _box(frame, around)
    ticked = _TICKED.match(text)
    if box or ticked:
        text = (ticked[0] if ticked else box).rstrip() + " " + text[ticked.end() if ticked else 0 :].lstrip()
    ordered = around.name == "ol" and not box and frame.attributes.get("data-list") != "bullet"
    marker = f"{around.number}. " if ordered else "- "
    around.number += 1
    around.block(pieces.item(marker, text) if text.strip() else "", 1, 1)


def _box(item: Frame, around: Frame) -> str:
    """The box of a checklist, as the editors TipTap, Quill and Joplin's write it."""
    told = item.attributes.get("data-checked", item.attributes.get("data-list", ""))
    if around.attributes.get("class", "") == "joplin-checklist":
        told = "checked" if "checked" in item.attributes.get("class", "").split() else "unchecked"
    return _CHECKED.get(told or around.attributes.get("data-checked", ""), "")


def _close_cell(frame: Frame, around: Frame) -> None:
    if around.name == "tr":
        _put_stray(around)
        around.rows.append([frame.content()])
    else:
        _close_block(frame, around, frame.content())


def _close_row(frame: Frame, around: Frame) -> None:
    _put_stray(frame)
    cells = [cell for (cell,) in frame.rows]
    if around.name != "table":
        _close_block(frame, around, "\n".join(cells))
        return
    if around.rows:
        _put_stray(around)
    elif around.parts:
        around.above = around.content()
        around.parts.clear()
    around.rows.append(cells)


def _put_stray(frame: Frame) -> None:
    """What stands in a table or a row and in none of its cells becomes one, to stay in its place."""
    if text := frame.content():
        frame.rows.append([text])
    frame.parts.clear()
    frame.gap = 0


def _close_table(frame: Frame, around: Frame) -> None:
    if frame.rows:
        _put_stray(frame)
    rows = [row for row in frame.rows if any(cell.strip() for cell in row)]
    _close_block(frame, around, frame.above or frame.content())
    if rows and max(len(row) for row in rows) == 1:  # a table for the layout only
        _close_block(frame, around, "\n\n".join(row[0] for row in rows))
    elif rows:
        around.block(pieces.table(rows), 2, 2)


_CLOSINGS: dict[str, Callable[[Frame, Frame], None]] = {
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), _close_heading),
    **dict.fromkeys(("dt", "summary"), _close_bold_line),
    **dict.fromkeys(("td", "th"), _close_cell),
    **dict.fromkeys(_LISTS, _close_list),
    **dict.fromkeys(VERBATIM, _close_code),
    **dict.fromkeys(("a", "audio", "iframe", "object", "video"), _close_link),
    "blockquote": _close_quotation,
    "pre": _close_code_lines,
    "li": _close_item,
    "tr": _close_row,
    "table": _close_table,
    "q": _wrapped("“", "”"),
    "sub": _wrapped("~", "~"),
    "sup": _wrapped("^", "^"),
}
