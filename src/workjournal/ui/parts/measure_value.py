"""A goal's measure in its check-ins: how the field is called, and what a value was."""

import math
from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.domain.measure import Measure
from workjournal.journal.journal import Journal


def measures(journal: Journal, goal: Goal) -> dict[UUID, Measure]:
    """The measure of a goal, and those its check-ins have values of: a goal may have changed its own."""
    wanted = {goal.measure_id, *(each.measure_id for each in goal.check_ins)}
    return {each: journal.measures.get(each) for each in wanted if each is not None}


def label(measure: Measure | None) -> str:
    """What the field of a value is called: "Days to close (days)"."""
    if measure is None:
        return QCoreApplication.translate("MeasureValue", "A figure")
    return f"{measure.name} ({measure.unit})" if measure.unit else measure.name


def told(check_in: CheckIn, known: Mapping[UUID, Measure]) -> str:
    """The value of a check-in with its measure: "Days to close 12.5 days"; "" without one."""
    if check_in.measure_value is None:
        return ""
    measure = known.get(check_in.measure_id) if check_in.measure_id else None
    name = measure.name if measure else QCoreApplication.translate("MeasureValue", "Figure")
    value = with_unit(check_in.measure_value, measure)
    return f"{name} {value}"


def with_unit(value: float, measure: Measure | None) -> str:
    """A value as the user's language writes it: "12.5 days"."""
    unit = f" {measure.unit}" if measure and measure.unit else ""
    return f"{written(value)}{unit}"


def written(value: float) -> str:
    """A value as it can be typed again: as many places as it has, up to those of a float."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "g", 15)


def read(text: str) -> float | None:
    """The number that was typed; None where it is none."""
    number, right = QLocale().toDouble(text.strip())
    return number if right and text.strip() and math.isfinite(number) else None
