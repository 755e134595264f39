"""What the cells of a row say, as values of an entry."""

import re
from collections.abc import Iterable, Sequence

from workjournal.domain.cells import number
from workjournal.domain.episode import Kind
from workjournal.errors import JournalError
from workjournal.importers.texts import NotReadable

_KINDS = {
    **{kind.value: kind for kind in Kind},
    "arbeit": Kind.WORK,
    "erfolg": Kind.WIN,
    "success": Kind.WIN,
    "herausforderung": Kind.CHALLENGE,
    "rückmeldung": Kind.FEEDBACK,
    "entscheidung": Kind.DECISION,
    "lernen": Kind.LEARNING,
    "gelernt": Kind.LEARNING,
}
_YES = frozenset(("yes", "true", "1", "x", "ja", "wahr", "y", "*", "★", "⭐", "✓"))
SCALES = (5, 10, 100)
"""How high people rate."""


def names(cell: str) -> tuple[str, ...]:
    """Tags, people or files: with commas, semicolons, vertical lines or lines between them, or each behind a "#"."""
    if "#" in cell and not re.search(r"[,;|\n]", cell):
        words = cell.split("#") if cell.lstrip().startswith("#") else [cell]
    else:
        words = re.split(r"[,;|\n]", cell)
    found: dict[str, str] = {}
    for word in words:
        name = word.strip().lstrip("#@").strip()
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def kind(cell: str) -> Kind:
    """Raises: NotReadable."""
    found = _KINDS.get(cell.strip().casefold())
    if found is None:
        raise NotReadable(f"“{cell[:40]}” is no kind of episode")
    return found


def is_yes(cell: str) -> bool:
    return cell.strip().casefold() in _YES


def scale_of(cells: Iterable[str], *, decimal_comma: bool) -> int:
    """The highest value of a scale, by all values on it; 100 where it shows nothing."""
    most = 0.0
    for cell in cells:
        try:
            most = max(most, _number(cell, decimal_comma=decimal_comma))
        except NotReadable:
            continue
    return next((scale for scale in SCALES if most <= scale), SCALES[-1]) if most else SCALES[-1]


def rating(cell: str, scale: int, *, decimal_comma: bool) -> int:
    """A rating from 0 to 100, of one on a scale up to `scale`.

    Raises:
        NotReadable
    """
    value = _number(cell, decimal_comma=decimal_comma)
    if not 0 <= value <= scale:
        raise NotReadable(f"“{cell[:40]}” is not between 0 and {scale}")
    return round(value * 100 / scale)


def _number(cell: str, *, decimal_comma: bool) -> float:
    try:
        return number(cell.strip().removesuffix("%").rstrip().partition("/")[0], decimal_comma)
    except JournalError as error:
        raise NotReadable(str(error).rstrip(".")) from error


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: “A”, “B” and “C”."""
    quoted = [f"“{name}”" for name in names]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1] if quoted else "")))
