"""What methods and their questions are called on screen."""

from PySide6.QtCore import QCoreApplication

from workjournal.domain.methods.method import Method, Part
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.row_list import RowChip

_PARTS = {
    Part.OBSERVATION: (QT_TRANSLATE_NOOP("MethodWords", "Observation"), "info"),
    Part.INTERPRETATION: (QT_TRANSLATE_NOOP("MethodWords", "Interpretation"), "warn"),
    Part.NEXT: (QT_TRANSLATE_NOOP("MethodWords", "Next step"), "accent"),
    Part.OTHER: (QT_TRANSLATE_NOOP("MethodWords", "Something else"), ""),
}


def parts() -> list[Choice]:
    """What a question can ask for."""
    return [Choice(part, _tr(word)) for part, (word, _) in _PARTS.items()]


def part_chip(part: Part) -> RowChip | None:
    """The chip of what a question asks for; None where that is nothing in particular."""
    word, tone = _PARTS[part]
    return RowChip(_tr(word), tone) if tone else None


def shipped(text: str) -> str:
    """A text of a shipped method in the user's language; one of the user's own stays as it is."""
    return QCoreApplication.translate("methods", text) if text else ""


def copy_name(method: Method, taken: set[str]) -> str:
    """What a copy of a method is called at first: none of the names that are taken."""
    stem = _tr("{name}, my way").format(name=shipped(method.name))
    name, number = stem, 1
    while name.casefold() in {known.casefold() for known in taken}:
        number += 1
        name = f"{stem} {number}"
    return name


def _tr(text: str) -> str:
    return QCoreApplication.translate("MethodWords", text)
