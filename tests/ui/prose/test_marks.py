"""Marks around words, in a document of Qt's: `[` and `]` say where the selection is, `|` where the cursor is."""

import re

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from workjournal.ui.prose import marks
from workjournal.ui.prose.units import utf16


def made(text: str) -> QTextCursor:
    """A cursor in a document, from a text with signs for it."""
    document = QTextDocument(re.sub(r"[⟦⟧|]", "", text))
    cursor = QTextCursor(document)
    signs = utf16(text)
    if "|" in text:
        cursor.setPosition(signs.index("|"))
    else:
        cursor.setPosition(signs.index("⟦"))
        cursor.setPosition(signs.index("⟧") - 1, QTextCursor.MoveMode.KeepAnchor)
    _kept.append(document)
    return cursor


_kept: list[QTextDocument] = []  # a cursor does not hold its document


def seen(cursor: QTextCursor) -> str:
    """The text with the signs again."""
    text = cursor.document().toPlainText()
    units = utf16(text)
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    signed = (
        f"{units[:low]}|{units[high:]}" if low == high else f"{units[:low]}⟦{units[low:high]}⟧{units[high:]}"
    )
    return signed.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("a ⟦word⟧ b", "**", "a **⟦word⟧** b"),
        ("a **⟦word⟧** b", "**", "a ⟦word⟧ b"),
        ("a ⟦**word**⟧ b", "**", "a ⟦word⟧ b"),
        ("a **⟦word⟧** b", "*", "a ***⟦word⟧*** b"),
        ("a ***⟦word⟧*** b", "**", "a *⟦word⟧* b"),
        ("a ⟦ word ⟧b", "*", "a  *⟦word⟧* b"),
        ("in wo|rd", "**", "in **⟦word⟧**"),
        ("😀 wo|rd", "**", "😀 **⟦word⟧**"),
        ("a |", "**", "a **|**"),
        ("a **|**", "**", "a |"),
        ("⟦- one\n- two⟧", "**", "- **one**\n- **two**|"),
    ],
)
def test_marks_go_on_and_off(before: str, mark: str, after: str) -> None:
    assert seen(marks.toggle(made(before), mark)) == after


def test_one_step_back() -> None:
    cursor = made("⟦- one\n- two⟧")
    marks.toggle(cursor, marks.BOLD)
    cursor.document().undo()
    assert cursor.document().toPlainText() == "- one\n- two"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see ⟦the notes⟧", "see [the notes](|)"),
        ("see ⟦https://a.org/x⟧", "see [|](https://a.org/x)"),
        ("see no|tes", "see [notes](|)"),
        ("see |", "see [|]()"),
    ],
)
def test_a_link_waits_for_what_is_missing(before: str, after: str) -> None:
    assert seen(marks.link(made(before))) == after
