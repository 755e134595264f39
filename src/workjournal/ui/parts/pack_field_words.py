"""What the texts of a thing are called where one sees what leaves of it, and what never does."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from workjournal.ui.marked import QT_TRANSLATE_NOOP

_LABELS = {
    "title": QT_TRANSLATE_NOOP("PackFieldWords", "Title"),
    "story": QT_TRANSLATE_NOOP("PackFieldWords", "What happened"),
    "result": QT_TRANSLATE_NOOP("PackFieldWords", "Result"),
    "source_link": QT_TRANSLATE_NOOP("PackFieldWords", "Link"),
    "situation": QT_TRANSLATE_NOOP("PackFieldWords", "Situation"),
    "task": QT_TRANSLATE_NOOP("PackFieldWords", "Task"),
    "action": QT_TRANSLATE_NOOP("PackFieldWords", "Action"),
    "learning": QT_TRANSLATE_NOOP("PackFieldWords", "Learning"),
    "why": QT_TRANSLATE_NOOP("PackFieldWords", "Why"),
    "target": QT_TRANSLATE_NOOP("PackFieldWords", "Target"),
    "feedback_from": QT_TRANSLATE_NOOP("PackFieldWords", "Feedback from"),
    "help_needed": QT_TRANSLATE_NOOP("PackFieldWords", "Help needed"),
    "reason": QT_TRANSLATE_NOOP("PackFieldWords", "Why it ended so"),
    "text": QT_TRANSLATE_NOOP("PackFieldWords", "Text"),
    "detail": QT_TRANSLATE_NOOP("PackFieldWords", "Detail"),
    "name": QT_TRANSLATE_NOOP("PackFieldWords", "Name"),
    "issuer": QT_TRANSLATE_NOOP("PackFieldWords", "Issued by"),
    "link": QT_TRANSLATE_NOOP("PackFieldWords", "Link"),
}
_NEVER = {
    "source_link": QT_TRANSLATE_NOOP(
        "PackFieldWords", "Never told: the private note, what you felt, and your reflections on it."
    ),
    "target": QT_TRANSLATE_NOOP(
        "PackFieldWords", "Never told: forecasts, the pre-mortem, obstacles, and what your check-ins say."
    ),
    "detail": QT_TRANSLATE_NOOP(
        "PackFieldWords", "Never told: where it came from, and how well you recall it."
    ),
}
"""By a field that only one kind of thing has."""


def label(field: str) -> str:
    """What a field is called."""
    return _tr(_LABELS[field])


def never(fields: Collection[str]) -> str:
    """What never leaves of a thing with these fields; "" where there is nothing to say."""
    return next((_tr(told) for field, told in _NEVER.items() if field in fields), "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PackFieldWords", text)
