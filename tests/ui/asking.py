"""The dialog that is open now, and answering it by the keyboard."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from workjournal.ui import tasks

D = TypeVar("D", bound=QDialog)
_PATIENCE = 500


def asked(kind: type[D]) -> D:
    """The one open dialog of that kind, once it has the keyboard."""
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    for _ in range(_PATIENCE):  # Qt's own wait is content before the dialog has the keyboard
        if QApplication.activeWindow() is found:
            break
        QTest.qWait(10)
    return found


def is_asked(kind: type[QDialog]) -> bool:
    return any(isinstance(one, kind) and one.isVisible() for one in QApplication.topLevelWidgets())


def type_in(field: QLineEdit, text: str) -> None:
    """In place of what is in the field."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def press(key: Qt.Key = Qt.Key.Key_Return) -> None:
    """A key, where the keyboard is; and what that sets off is done."""
    for _ in range(_PATIENCE):  # a dialog that has just gone gives the keyboard back a moment later
        if QApplication.focusWidget() is not None:
            break
        QTest.qWait(10)
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key)
    tasks.wait_all()
