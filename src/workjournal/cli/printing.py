"""Output: JSON, tables fitted to the terminal, and labelled texts."""

import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import click

UNFITTED = 100_000
"""The width of what is no terminal: a pipe gets whole lines."""
NARROWEST = 8
_KEPT = "\n\t"


def width() -> int:
    """Columns to print on."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return shutil.get_terminal_size().columns
    return UNFITTED


def short(thing_id: UUID) -> str:
    """The end of an id: the beginnings are times, and alike."""
    return thing_id.hex[-8:]


def print_json(content: Any) -> None:
    """An array or object as JSON."""
    click.echo(json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2))


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, gives: int = -1) -> None:
    """Columns under their headers; column `gives` is cut where the line would be too long."""
    lines = [tuple(headers), *(tuple(_line(cell) for cell in row) for row in rows)]
    widths = [max(columns(cell) for cell in column) for column in zip(*lines, strict=True)]
    excess = sum(widths) + 2 * (len(widths) - 1) - width()
    if excess > 0:
        widths[gives] = max(NARROWEST, widths[gives] - excess)
    for line in lines:
        cells = [_fitted(cell, space) for cell, space in zip(line, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def print_fields(fields: Iterable[tuple[str, str]]) -> None:
    """Labels with their values, the empty ones left out; long texts stand below their label."""
    filled = [(label, safe(value).strip()) for label, value in fields if value.strip()]
    brief = [(label, value) for label, value in filled if "\n" not in value and columns(value) <= 60]
    space = max((columns(label) for label, _ in brief), default=0)
    for label, value in brief:
        click.echo(f"{_fitted(label, space)}  {value}")
    for label, value in filled:
        if (label, value) not in brief:
            click.echo(f"\n{label}\n{value}")


def counted(counts: Mapping[str, int]) -> str:
    """How many of each noun, as a person says it: "1,204 episodes, 1 lesson"."""
    plurals = {"person": "people"}
    return ", ".join(
        f"{number:,} {noun if number == 1 else plurals.get(noun, f'{noun}s')}"
        for noun, number in counts.items()
        if number
    )


def note(message: str) -> None:
    """Something beside the output, where a pipe does not carry it."""
    click.echo(message, err=True)


def safe(text: str) -> str:
    """Without control characters, so that an imported text cannot steer the terminal."""
    return "".join(
        letter if letter in _KEPT or unicodedata.category(letter) != "Cc" else "�" for letter in text
    )


def columns(text: str) -> int:
    """How many columns a text takes; East Asian letters and most emoji take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _line(text: str) -> str:
    return " ".join(safe(text).split())


def _fitted(text: str, space: int) -> str:
    if columns(text) > space:
        while columns(text) > space - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (space - columns(text))
