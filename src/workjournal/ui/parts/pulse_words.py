"""What pulses are called on screen."""

from PySide6.QtCore import QCoreApplication

from workjournal.domain.pulse import Pulse
from workjournal.ui import words
from workjournal.ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("PulseWords", text)


def month(pulse: Pulse) -> str:
    """The month it is of: "October 2026"."""
    return words.dated(pulse.date, "MMMM yyyy")


def given(pulse: Pulse) -> str:
    """When it was given."""
    return _tr("Given on {day}").format(day=words.dated(pulse.date, "d MMMM"))


def row(pulse: Pulse) -> Row:
    """One of the earlier ones: its month, its two figures and how the note begins."""
    figures = (
        (_tr("Safe to speak up {value}"), pulse.safety),
        (_tr("Expected of me {value}"), pulse.accountability),
    )
    parts = [said.format(value=value) for said, value in figures if value is not None]
    parts.append(" ".join(pulse.note.split()))
    return Row(pulse.id, month(pulse), " · ".join(filter(None, parts)))
