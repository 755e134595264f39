"""Taking everything off the screen that lies over a window: it may show words out of the journal."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

_MOST_POPUPS = 20
"""One may open another when it closes; none does so for ever."""


def all_but(window: QWidget) -> None:
    """Close menus, lists, dialogs and tool tips; what is half typed in a field of the window becomes its value."""
    for _ in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    typing = QApplication.focusWidget()
    if typing is not None and window.isAncestorOf(typing):
        typing.clearFocus()
    QToolTip.hideText()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
            other.hide()  # what will not close, and the tool tip, which takes its time
    # A closed window stays in the accessible tree until it is deleted.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
