"""What role profiles and their gaps are called on screen."""

from PySide6.QtCore import QCoreApplication

from workjournal.domain.role_profile import Gap
from workjournal.ui.marked import QT_TRANSLATE_NOOP

_SENTENCE = QT_TRANSLATE_NOOP("ProfileWords", "You rated {rated}, the role needs {needed}: {missing} to go.")
_SENTENCE_REACHED = QT_TRANSLATE_NOOP("ProfileWords", "You rated {rated}, the role needs {needed}: reached.")
_SENTENCE_UNRATED = QT_TRANSLATE_NOOP("ProfileWords", "The role needs {needed}; you have not rated it yet.")
_UNRATED = QT_TRANSLATE_NOOP("ProfileWords", "not rated yet, {needed} needed")
_SHORT = QT_TRANSLATE_NOOP("ProfileWords", "{rated} of {needed}, {missing} to go")
_REACHED = QT_TRANSLATE_NOOP("ProfileWords", "{rated} of {needed}, reached")
_NONE = QT_TRANSLATE_NOOP("ProfileWords", "no level said yet")
_COVERED = QT_TRANSLATE_NOOP("ProfileWords", "{reached} of {needed} levels reached")
_COVERED_ONE = QT_TRANSLATE_NOOP("ProfileWords", "{reached} of 1 level reached")


def gap(found: Gap) -> str:
    """Where one stands: "45 of 70, 25 to go"."""
    reached = _SHORT if found.missing else _REACHED
    words = _UNRATED if found.rated is None else reached
    return _tr(words).format(rated=found.rated, needed=found.needed, missing=found.missing)


def sentence(found: Gap) -> str:
    """The same in a sentence."""
    reached = _SENTENCE if found.missing else _SENTENCE_REACHED
    words = _SENTENCE_UNRATED if found.rated is None else reached
    return _tr(words).format(rated=found.rated, needed=found.needed, missing=found.missing)


def covered(reached: int, needed: int) -> str:
    """How many levels are reached: "5 of 8 levels reached"."""
    if not needed:
        return _tr(_NONE)
    return _tr(_COVERED_ONE if needed == 1 else _COVERED).format(reached=reached, needed=needed)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ProfileWords", words)
