"""What measures are called on screen: their values with the unit, how far they are, and numbers that were typed."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from workjournal.domain.measure import Direction, MarkedChange, Measure
from workjournal.errors import JournalError
from workjournal.journal.measures import Value
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import measure_value
from workjournal.ui.parts.goal_words import day
from workjournal.ui.parts.measure_value import with_unit
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.row_list import Row

_SHOWN = 40
"""So much is repeated of what is no number."""
_DIRECTIONS = {
    Direction.HIGHER: (QT_TRANSLATE_NOOP("MeasureWords", "Higher"), "arrow-up"),
    Direction.LOWER: (QT_TRANSLATE_NOOP("MeasureWords", "Lower"), "arrow-down"),
}


class NoNumber(JournalError):
    """{what} must be a number such as {example}, not “{text}”."""


class NoValue(JournalError):
    """There is no value yet: type the number."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeasureWords", text)


def directions() -> list[Choice]:
    """Which way is better, to choose from."""
    return [Choice(way, _tr(word), icon) for way, (word, icon) in _DIRECTIONS.items()]


def read(text: str, what: str, unit: str = "") -> float | None:
    """The number somebody typed, by the locale, with or without the unit behind it; None where nothing was typed.

    Raises:
        NoNumber: tells `what` it should be.
    """
    text = " ".join(text.split())
    if not text:
        return None
    end = len(text) - len(unit) if unit and text.casefold().endswith(unit.casefold()) else len(text)
    value = measure_value.read(text[:end])
    if value is None:
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        raise NoNumber(what=what, example=measure_value.written(12.5), text=shown)
    return value


def reached(measure: Measure, value: float) -> str:
    """A word on the target; "" without one."""
    met = measure.reaches_target(value)
    if met is None:
        return ""
    return _tr("Target reached") if met else _tr("Short of target")


def row(measure: Measure, last: Value | None, today: dt.date) -> Row:
    """A measure in the list: its name, its last value and when, and whether the target is reached."""
    if last is None:
        return Row(measure.id, measure.name, _tr("No value yet"), "gauge")
    met = bool(measure.reaches_target(last.value))
    when = day(last.date, "d MMM" if last.date.year == today.year else "d MMM yyyy")
    parts = (reached(measure, last.value), when)
    return Row(
        measure.id,
        measure.name,
        " · ".join(part for part in parts if part),
        "circle-check" if met else "gauge",
        "ok" if met else "",
        number=with_unit(last.value, measure),
    )


def value_row(value: Value, measure: Measure, today: dt.date) -> Row:
    """A value in the list of a measure; one from a check-in says so."""
    words = [day(value.date, "ddd d MMM" if value.date.year == today.year else "ddd d MMM yyyy")]
    if value.from_check_in:
        words.append(_tr("from a check-in"))
    if value.note.strip():
        words.append(" ".join(value.note.split()))
    action = _tr("Open goal") if value.from_check_in else _tr("Take back")
    return Row(value.thing, with_unit(value.value, measure), " · ".join(words), action=action)


def change_row(change: MarkedChange) -> Row:
    """A marked change in the list: what is new, since when, and for what."""
    concerns = _tr("for all measures") if change.measure_id is None else _tr("for this measure")
    words = f"{day(change.date)} · {concerns}"
    return Row(change.id, " ".join(change.text.split()), words, action=_tr("Take back"))
